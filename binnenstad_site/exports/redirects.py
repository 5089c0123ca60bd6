"""Addresses never die: former addresses lead on, and an address that was published keeps a page.

In: the pages to be, the aliases of items, `omleidingen.yaml` and `gepubliceerde-adressen.txt`. Out: the redirects, with
every loop, chain, gap and hidden page reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.diagnostics import Code, Location, Report
from binnenstad_site.core.outputs import Output
from binnenstad_site.core.suggestions import did_you_mean, nearest
from binnenstad_site.core.urls import page_path
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import Document
from binnenstad_site.models import COLLECTIONS, OMLEIDINGEN
from binnenstad_site.models.items import MetBronnen, Omleiding
from binnenstad_site.validate.validator import Ref

PUBLISHED_FILE = "content/gepubliceerde-adressen.txt"
PUBLISHED_COMMENT = "# Elk adres dat ooit gepubliceerd is. Dit bestand maakt: python build.py adressen"
ALWAYS = frozenset((row.name, slug) for row in COLLECTIONS.values() for slug in row.closed)
"""The trends and scenarios: that one is not there is told of its file, and not of its addresses."""
SHOWN_NEW = 3


@dataclass(frozen=True, slots=True)
class Moved:
    """One redirect, with the places where an editor wrote the former address and the one it leads to."""

    old: str
    new: str
    location: Location
    target: Location


def wanted(site: Site, moved: Iterable[tuple[Omleiding, Document]]) -> Iterator[Moved]:
    """Every redirect that content asks for: the aliases of items, then `omleidingen.yaml`."""
    for entry in site.all_entries():
        if isinstance(entry.item, MetBronnen):
            for index, alias in enumerate(entry.item.aliases):
                place = entry.document.locate("aliases", index)
                yield Moved(alias, entry.address, place, place)
    for item, document in moved:
        yield Moved(item.van, item.naar, document.locate("van"), document.locate("naar"))


def resolve(found: Sequence[Moved], urls: frozenset[str], broken: frozenset[str], report: Report) -> dict[str, str]:
    """Former address -> address of now; `urls` are the pages there are, `broken` those of items with errors."""
    targets: dict[str, Moved] = {}
    taken = {address.casefold() for address in urls | broken}  # some hosts and disks do not look at capitals
    first: dict[str, Moved] = {}
    for moved in found:
        other = first.setdefault(moved.old.casefold(), moved)
        if moved.old.casefold() in taken:
            report.add(
                Code.OMLEIDING_VERBERGT_PAGINA,
                moved.location,
                f"Op {moved.old} staat al een pagina, en die zou onbereikbaar worden",
                "Haal de omleiding weg, of geef de pagina een ander adres.",
            )
        elif other is not moved:
            report.add(
                Code.DUBBEL_ADRES,
                moved.location,
                f"{moved.old} wordt al omgeleid in {other.location.path}, regel {other.location.line}",
                "Laat een van de twee staan.",
            )
        else:
            targets[moved.old] = moved
    return {old: moved.new for old, moved in sorted(targets.items()) if _leads_on(moved, targets, urls, broken, report)}


def _leads_on(
    moved: Moved, targets: Mapping[str, Moved], urls: frozenset[str], broken: frozenset[str], report: Report
) -> bool:
    """Whether a redirect ends at a page; if not, it is reported."""
    page = moved.new.partition("#")[0]
    if page in urls or page in broken:
        return True
    if page not in targets:
        hint = did_you_mean(page, urls, list_all=False) or "Schrijf het adres van een pagina die er is."
        message = f"{moved.old} leidt naar {page}, maar die pagina bestaat niet"
        report.add(Code.KAPOTTE_OMLEIDING, moved.target, message, hint)
        return False
    seen = [moved.old]
    while page in targets and page not in seen:
        seen.append(page)
        page = targets[page].new.partition("#")[0]
    if page not in seen:
        message = f"{moved.old} leidt naar {moved.new}, en dat is zelf een omleiding"
        report.add(Code.OMLEIDING_OVER_OMLEIDING, moved.target, message, f"Schrijf meteen het laatste adres: {page}")
    elif moved.old == min(seen[seen.index(page) :]):  # a ring is told once, and so is what leads into it
        message = f"Deze omleiding loopt in een kring: {' → '.join([*seen, page])}"
        hint = "Laat een van deze adressen naar een pagina leiden."
        report.add(Code.OMLEIDING_IN_KRING, moved.target, message, hint)
    return False


def broken_addresses(broken: Iterable[Ref]) -> frozenset[str]:
    """The addresses of the pages that items whose file has errors would have: they count as existing."""
    return frozenset(
        pattern.format(slug=slug)
        for collection, slug in broken
        if (row := COLLECTIONS.get(collection)) is not None
        for pattern in (row.address, *row.also)
        if "{item" not in pattern and "#" not in pattern
    )


def in_doubt(addresses: Iterable[str], unread: Iterable[str], *, incomplete: bool) -> frozenset[str]:
    """The addresses of which nobody can say whether they have a page: they count as existing.

    Of the collections in `unread` some files could not be found or read. As long as an item has errors (`incomplete`),
    a gemeente that only that item names lacks its page.
    """
    roots = [root for name in unread if name in COLLECTIONS for root in COLLECTIONS[name].roots]
    roots += COLLECTIONS["gemeenten"].roots if incomplete else ()
    return frozenset(address for address in addresses if address.startswith(tuple(roots)))


def former_addresses(fields: Mapping[str, object]) -> Iterator[str]:
    """The former addresses that the fields of an item or redirect name, whether or not they are written well."""
    aliases = fields.get("aliases", ())
    for written in (*(aliases if isinstance(aliases, tuple) else (aliases,)), fields.get("van")):
        if isinstance(written, str):
            yield f"/{written.strip().strip('/')}/"


def former_in_doubt(invalid: Iterable[Document]) -> bool:
    """Whether one of these items and redirects, which have errors, names a former address that cannot be read."""
    return any(
        document.collection == OMLEIDINGEN.name
        or any(loc[:1] == ("aliases",) for loc in document.reported)
        or any(name != "aliases" and nearest(name, ["aliases"]) for name in document.fields)
        for document in invalid
    )


def check_published(
    lines: Sequence[tuple[int, str]],
    urls: frozenset[str],
    broken: frozenset[str],
    redirects: Collection[str],
    report: Report,
) -> None:
    """Every address that was ever published is a page or a redirect; new ones are to be listed by a maintainer."""
    listed = {address for _, address in lines}
    for number, address in lines:
        if address not in urls and address not in broken and address not in redirects:
            guess = nearest(address, urls - listed)
            now = f" Is {guess} de nieuwe pagina?" if guess else ""
            report.add(
                Code.VERDWENEN_ADRES,
                Location(PUBLISHED_FILE, number, 1, len(address) + 1),
                f"Het adres {address} is gepubliceerd en verdwijnt",
                f"Zet het bij aliases in het bestand van de nieuwe pagina, of in omleidingen.yaml.{now}",
            )
    new = sorted(url for url in urls - listed if url.endswith("/"))
    if new:
        more = f" en {len(new) - SHOWN_NEW} meer" if len(new) > SHOWN_NEW else ""
        report.add(
            Code.NIEUW_ADRES,
            Location(PUBLISHED_FILE),
            f"Nog niet in de lijst van gepubliceerde adressen: {', '.join(new[:SHOWN_NEW])}{more}",
            "U hoeft niets te doen. Een beheerder voert na publicatie uit: python build.py adressen",
        )


def published_text(current: str, addresses: Iterable[str]) -> tuple[str, int]:
    """The list of published addresses with new ones added, sorted, and how many were added; comments stay on top."""
    lines = current.split("\n")
    comments = [line for line in lines if line.startswith("#")] or [PUBLISHED_COMMENT]
    known = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    wanted_ones = known | {address for address in addresses if address.endswith("/")}
    return "\n".join((*comments, *sorted(wanted_ones), "")), len(wanted_ones - known)


def stub(old: str, target: str, absolute: str) -> Output:
    """A small page for hosts without redirect rules; `target` is its link, `absolute` the canonical address."""
    html = Markup(
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>Deze pagina is verhuisd</title>\n'
        '<meta name="robots" content="noindex">\n<link rel="canonical" href="{absolute}">\n'
        '<meta http-equiv="refresh" content="0; url={target}">\n</head>\n<body>\n<main>\n'
        '<h1>Deze pagina is verhuisd</h1>\n<p><a href="{target}">Naar de nieuwe plek</a></p>\n'
        "</main>\n</body>\n</html>\n"
    ).format(absolute=absolute, target=target)
    return Output(page_path(old), html.encode("utf-8"))
