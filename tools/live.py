"""`make online`: whether the site that is online is the one in `_site/`, as its host should serve it.

    python -m tools.live ADRES [--out _site] [--without-rules] [--wait SECONDS]

Looked at are the pages of `tools.sample`, the style sheet, a file of the search, the page for what does not exist, up
to ten redirects, and the headers of each. `--without-rules` is for a host that ignores `_headers` and `_redirects`, as
GitHub Pages does: a former address then shows the small page that stands there, and headers are not looked at.
`--wait` gives a host that is still publishing some time. Exit status: 0 good, 1 with one line for each fault, 2 when
there is no site to compare with.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from binnenstad_site.core.urls import page_path
from binnenstad_site.exports.host_rules import Rules
from binnenstad_site.serve.localhost import content_type
from tools.changed import reason_to_publish
from tools.fetching import NoReply, Reply, base_url, fetch
from tools.proef import on_plain_http, rules_of
from tools.sample import addresses

NOWHERE = "/bestaat-niet-4f1c/"
FILES = ("assets/*/css/site.css", "zoek/*/kern.json", "feeds/alles.xml", "sitemap.xml")
"""Looked at beside the pages: the first file that each names."""
MOST_REDIRECTS = 10
MOVED = (301, 308)
SHOWN = 3
"""Addresses that are named with a fault."""
PAUSE = 20
"""Seconds between two looks at a host that is still publishing."""


@dataclass(frozen=True, slots=True)
class LiveSite:
    """Where the site is online, and what should stand there."""

    root: str
    """The address of its start page, without closing slash."""
    folder: Path
    rules: Rules
    """What the host should apply; empty for one that ignores rules."""

    @property
    def base(self) -> str:
        """The path in the address."""
        return urlsplit(self.root).path

    def look(self, address: str, status: int = 200, path: str = "") -> Iterator[str]:
        """What is wrong at an address of the site, where the file `path` should be shown, in Dutch."""
        path = path or page_path(address)
        try:
            reply = fetch(self.root + address)
        except NoReply as silence:
            yield str(silence)
            return
        if reply.status != status:
            yield f"{address}: antwoord {reply.status} in plaats van {status}"
            return
        if reply.body != (self.folder / path).read_bytes():
            yield f"{address}: de inhoud is anders dan die van {path}"
        kind = content_type(path).partition(";")[0]
        if kind != "application/xml" and reply.headers.get("content-type", "").partition(";")[0].strip() != kind:
            yield f"{address}: soort is {reply.headers.get('content-type', 'niet gegeven')} in plaats van {kind}"
        yield from self._header_faults(address, reply)

    def _header_faults(self, address: str, reply: Reply) -> Iterator[str]:
        """Every header of the rules that is not there, or says something else."""
        meant = self.rules.headers_for(self.base + address)
        if self.root.startswith("http://"):
            meant = on_plain_http(meant)
        for name, value in meant.items():
            answer = reply.headers.get(name.lower())
            if answer is None:
                yield f"{address}: de header {name} ontbreekt"
            elif answer != value:
                yield f'{address}: de header {name} is "{answer}" in plaats van "{value}"'

    def follow(self, source: str, target: str) -> Iterator[str]:
        """What is wrong with a redirect; both addresses include the base path."""
        address = urljoin(self.root, source)
        try:
            reply = fetch(address)
        except NoReply as silence:
            yield str(silence)
            return
        location = urljoin(address, reply.headers.get("location", ""))
        if reply.status not in MOVED:
            yield f"{source}: antwoord {reply.status} in plaats van een doorverwijzing naar {target}"
        elif location != urljoin(address, target):
            yield f"{source}: verwijst door naar {location} in plaats van {target}"


def faults(address: str, site: Path, *, with_rules: bool = True) -> Iterator[str]:
    """Everything that is wrong with the site at `address`, which should be the one in the folder `site`."""
    written = rules_of(site)
    live = LiveSite(address, site, written if with_rules else Rules())
    if f"{live.base}/*" not in written.headers:
        yield f"De site in {site} is niet gemaakt voor {address}. Maak hem met: --base-url {address}"
        return
    if reason := reason_to_publish(address, site):
        yield f"Online staat een andere site dan in {site}: {reason}"
    for inside in looked_at(site):
        yield from live.look(inside)
    yield from live.look(NOWHERE, 404, "404.html")
    for source, redirect in list(written.redirects.items())[:MOST_REDIRECTS]:
        if with_rules:
            yield from live.follow(source, redirect.target)
        else:
            yield from live.look(source.removeprefix(live.base))
    if address.startswith("https://"):
        yield from live.follow(f"http://{address.removeprefix('https://')}/", f"{address}/")


def looked_at(site: Path) -> Iterator[str]:
    """The addresses that are looked at, from the root of the site."""
    yield from addresses(site)
    for pattern in FILES:
        yield from (f"/{file.relative_to(site).as_posix()}" for file in sorted(site.glob(pattern))[:1])


def grouped(lines: Iterable[str]) -> Iterator[str]:
    """The same fault at many addresses as one line: `/, /trends/ en 15 meer: de header X ontbreekt`."""
    places: dict[str, list[str]] = {}
    for line in lines:
        place, _, fault = line.partition(": ")
        places.setdefault(fault, []).append(place)
    for fault, where in places.items():
        more = f" en {len(where) - SHOWN} meer" if len(where) > SHOWN else ""
        yield f"{', '.join(where[:SHOWN])}{more}: {fault}"


def faults_that_stay(address: str, site: Path, seconds: int, *, with_rules: bool) -> list[str]:
    """What is still wrong after at most this long: a host publishes in its own time, and its caches follow."""
    until = time.monotonic() + seconds
    while (wrong := list(faults(address, site, with_rules=with_rules))) and time.monotonic() < until:
        time.sleep(min(PAUSE, seconds))
    return wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Look, and print what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.live", description="De site zoals die online staat.")
    parser.add_argument("address", type=base_url, metavar="ADRES", help="waar de site online staat, of make proef")
    parser.add_argument("--out", type=Path, default=Path("_site"), help="map met de gemaakte site (_site)")
    parser.add_argument("--without-rules", action="store_true", help="de host leest _headers en _redirects niet")
    parser.add_argument("--wait", type=int, default=0, metavar="SECONDEN", help="hoe lang de host nog mag publiceren")
    options = parser.parse_args(arguments)
    if not (options.out / "index.html").is_file():
        print(f"In {options.out} staat geen site. Maak hem eerst met: make", file=sys.stderr)
        return 2
    wrong = faults_that_stay(options.address, options.out, options.wait, with_rules=not options.without_rules)
    count = len(list(looked_at(options.out))) + 1
    good = f"{count} adressen van {options.address} en de doorverwijzingen zijn zoals bedoeld."
    print("\n".join(grouped(wrong)) or good)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
