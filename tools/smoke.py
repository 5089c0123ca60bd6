"""`make rook`: the site in `_site/` in a real browser, one page of each important kind: seconds instead of minutes.

Every page must open with its heading, say nothing in the console and ask nothing elsewhere; the search must find a
praktijk by its title. The pages are taken from the site itself, so content may change as it likes. Addresses given as
arguments are opened as well, and with `--since COMMIT` the pages of what changed in `content/`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tools.chromium import in_chromium
from tools.sample import addresses, changed_since

SITE = Path("_site")


def watch(page: Page, root: str) -> list[str]:
    """A list that fills with what a page does wrong while it is open, in Dutch."""
    faults: list[str] = []

    def add(fault: str, *, if_true: bool = True) -> None:
        if if_true:
            faults.append(fault)

    page.on("console", lambda entry: add(f"fout in de console: {entry.text}", if_true=entry.type == "error"))
    page.on("pageerror", lambda error: add(f"fout in een script: {error}"))
    page.on("request", lambda asked: add(f"vraagt iets elders: {asked.url}", if_true=not asked.url.startswith(root)))
    page.on("response", lambda reply: add(f"{reply.status} bij {reply.url}", if_true=reply.status >= 400))
    return faults


def open_page(page: Page, address: str) -> Iterator[str]:
    """Open a page and look for its heading."""
    page.goto(address)
    if not page.locator("h1").is_visible():
        yield "er is geen kop te zien"


def search_faults(page: Page, root: str, site: Path) -> list[str]:
    """Whether the title of a praktijk finds its page."""
    praktijk = next(iter(sorted((site / "praktijken").glob("*/index.html"))), None)
    if praktijk is None:
        return []
    slug = praktijk.parent.name
    page.goto(f"{root}/praktijken/{slug}/")
    title = page.locator("h1").inner_text()
    page.goto(f"{root}/zoeken/")
    page.locator("#zoekveld").fill(title)
    try:
        expect(page.locator(f"#uitkomst a[href*='/praktijken/{slug}/']").first).to_be_visible(timeout=10_000)
    except AssertionError:
        return [f'zoeken op "{title}" vindt /praktijken/{slug}/ niet']
    return []


def check(root: str, browser: Browser, site: Path, more: Sequence[str] = ()) -> Iterator[str]:
    """Every fault of the site in `site`, served at `root`, with the address where it is."""
    for address in addresses(site, more):
        page = browser.new_page()
        faults = watch(page, root)
        faults += open_page(page, root + address)
        page.close()
        yield from (f"{address}: {fault}" for fault in faults)
    page = browser.new_page()
    faults = watch(page, root)
    faults += search_faults(page, root, site)
    page.close()
    yield from (f"/zoeken/: {fault}" for fault in faults)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the pages and print what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.smoke", description="De site kort bekijken in een browser.")
    parser.add_argument("addresses", nargs="*", metavar="ADRES", help="nog een pagina om te openen, zoals /over/")
    parser.add_argument("--since", default="", metavar="COMMIT", help="open ook wat sindsdien in content/ veranderde")
    options = parser.parse_args(arguments)
    if not (SITE / "index.html").is_file():
        print(f"In {SITE} staat geen site. Maak hem eerst met: make", file=sys.stderr)
        return 2
    changed = changed_since(options.since, Path(), SITE) if options.since else ()
    more = tuple(dict.fromkeys((*options.addresses, *changed)))
    with in_chromium(SITE) as (root, browser):
        faults = list(check(root, browser, SITE, more))
    print("\n".join(faults) or f"{len(list(addresses(SITE, more)))} pagina's en het zoeken werken in de browser.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
