"""Redirects from former addresses, and the check that every published address still has a page or redirect.

In: the pages to be, the aliases of items, `omleidingen.yaml` and `gepubliceerde-adressen.txt`. Out: the redirects, with
every loop, chain, gap and hidden page reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup
from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.outputs import Output
from binnenstad_site.core.suggestions import Suggestions, nearest
from binnenstad_site.core.urls import page_path
from binnenstad_site.exports.host_rules import META_POLICY
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import CONTENT, Document, Library
from binnenstad_site.load.loader import PUBLISHED
from binnenstad_site.models import COLLECTIONS, OMLEIDINGEN
from binnenstad_site.models.items import MetBronnen, Omleiding
from binnenstad_site.validate.validator import Entry, Ref

PUBLISHED_FILE = f"{CONTENT}/{PUBLISHED}"
PUBLISHED_COMMENT = "# Elk adres dat ooit gepubliceerd is. Dit bestand maakt: python build.py adressen"
ALWAYS = frozenset((row.name, slug) for row in COLLECTIONS.values() for slug in row.closed)
"""(collection, slug) of the fixed items. A missing one is reported at its file, so its addresses are not checked."""
SHOWN_NEW = 3


@dataclass(frozen=True, slots=True)
class Moved:
    """One redirect, with what finds where an editor wrote the former address and the one it leads to."""

    old: str
    new: str
    locate: Callable[[], Location]
    locate_target: Callable[[], Location]

    @property
    def location(self) -> Location:
        return self.locate()

    @property
    def target(self) -> Location:
        return self.locate_target()

    @property
    def page(self) -> str:
        """The address it leads to, without anchor."""
        return self.new.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Redirects:
    """The redirects that work, and what is wrong with the others and with the published addresses."""

    targets: Mapping[str, str]
    """Former address -> address of now, sorted."""
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class PublishedAddresses:
    """The addresses that were ever published, with their line numbers, and what is wrong with the other lines."""

    lines: tuple[tuple[int, str], ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(address for _, address in self.lines)


def read_published(text: str) -> PublishedAddresses:
    """The addresses in the text of `gepubliceerde-adressen.txt`; empty lines and comments are passed over."""
    lines: list[tuple[int, str]] = []
    diagnostics: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), start=1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        if address.startswith("/") and address.endswith("/"):
            lines.append((number, address))
        else:
            place = Location(PUBLISHED_FILE, number, 1, len(line) + 1)
            hint = "Een adres begint en eindigt met een schuine streep. Dit bestand maakt: python build.py adressen"
            message = f'"{address}" is geen adres op deze site'
            diagnostics.append(Diagnostic(Code.ONGELDIG_ADRES, place, message, hint))
    return PublishedAddresses(tuple(lines), tuple(diagnostics))


def find_redirects(
    site: Site,
    entries: Collection[Entry[BaseModel]],
    library: Library,
    published: PublishedAddresses,
    urls: frozenset[str],
) -> Redirects:
    """The redirects of a site whose pages have the addresses `urls`; `entries` are all that are valid."""
    broken, unread, incomplete = broken_addresses(site.broken | ALWAYS), library.broken_lists, bool(site.broken)
    moved = list(requested_redirects(site, entries))
    # A former address that is asked for with an error is reported once, and any may stand in an unreadable file.
    requested = {old for document in library.documents for old in former_addresses(document.fields)}
    invalid = set(library.documents) - {entry.document for entry in entries}
    if library.broken or unread or former_in_doubt(invalid):
        requested.update(published.addresses)
    targets = in_doubt((redirect.page for redirect in moved), unread, incomplete=incomplete)
    redirects = resolve(moved, urls, broken | (targets - {redirect.old for redirect in moved}))
    doubtful = in_doubt(published.addresses, unread, incomplete=incomplete)
    lost = check_published(published.lines, urls, broken | doubtful, requested)
    return Redirects(redirects.targets, (*redirects.diagnostics, *lost))


def requested_redirects(site: Site, entries: Iterable[Entry[BaseModel]]) -> Iterator[Moved]:
    """Every redirect that content asks for: the aliases of items, then `omleidingen.yaml`."""
    for entry in site.all_entries():
        if isinstance(entry.item, MetBronnen):
            for index, alias in enumerate(entry.item.aliases):
                place = partial(entry.document.locate, "aliases", index)
                yield Moved(alias, entry.address, place, place)
    for other in entries:
        if isinstance(other.item, Omleiding):
            locate = other.document.locate
            yield Moved(other.item.van, other.item.naar, partial(locate, "van"), partial(locate, "naar"))


def resolve(moved: Iterable[Moved], urls: frozenset[str], broken: frozenset[str]) -> Redirects:
    """The redirects that work; `urls` are the pages there are, `broken` those of items with errors."""
    accepted: dict[str, Moved] = {}
    diagnostics: list[Diagnostic] = []
    taken = {address.casefold() for address in urls | broken}  # some hosts and disks do not look at capitals
    first: dict[str, Moved] = {}
    for redirect in moved:
        other = first.setdefault(redirect.old.casefold(), redirect)
        if redirect.old.casefold() in taken:
            message = f"Op {redirect.old} staat al een pagina, en die zou onbereikbaar worden"
            hint = "Haal de omleiding weg, of geef de pagina een ander adres."
            diagnostics.append(Diagnostic(Code.OMLEIDING_VERBERGT_PAGINA, redirect.location, message, hint))
        elif other is not redirect:
            message = f"{redirect.old} wordt al omgeleid in {other.location.path}, regel {other.location.line}"
            diagnostics.append(Diagnostic(Code.DUBBEL_ADRES, redirect.location, message, "Laat een van de twee staan."))
        else:
            accepted[redirect.old] = redirect
    ends = _ends(accepted)
    suggestions: defaultdict[str, Suggestions] = defaultdict(Suggestions)
    for redirect in accepted.values():
        if redirect.page not in urls and redirect.page not in broken:
            diagnostics += _dead_end(redirect, accepted, ends, urls, suggestions[redirect.target.path])
    good = urls | broken
    targets = {old: redirect.new for old, redirect in sorted(accepted.items()) if redirect.page in good}
    return Redirects(targets, tuple(diagnostics))


def _ends(accepted: Mapping[str, Moved]) -> Mapping[str, str | tuple[str, ...]]:
    """Each former address -> the address at the end of its redirects, or the ring that they end in."""
    ends: dict[str, str | tuple[str, ...]] = {}
    for start in accepted:
        passed: dict[str, None] = {}
        address = start
        while address in accepted and address not in passed and address not in ends:
            passed[address] = None
            address = accepted[address].page
        names = list(passed)
        if address in passed:
            ring = tuple(names[names.index(address) :])
            ends.update(dict.fromkeys(names, ring))
        else:
            ends.update(dict.fromkeys(names, ends.get(address, address)))
    return ends


def _dead_end(
    redirect: Moved,
    accepted: Mapping[str, Moved],
    ends: Mapping[str, str | tuple[str, ...]],
    urls: frozenset[str],
    suggestions: Suggestions,
) -> Iterator[Diagnostic]:
    """A redirect leads to a page, not to another redirect."""
    if redirect.page not in accepted:
        hint = suggestions.did_you_mean(redirect.page, urls, list_all=False)
        hint = hint or "Schrijf het adres van een pagina die er is."
        message = f"{redirect.old} leidt naar {redirect.page}, maar die pagina bestaat niet"
        yield Diagnostic(Code.KAPOTTE_OMLEIDING, redirect.target, message, hint)
        return
    end = ends[redirect.old]
    if isinstance(end, str):
        message = f"{redirect.old} leidt naar {redirect.new}, en dat is zelf een omleiding"
        hint = f"Schrijf meteen het laatste adres: {end}"
        yield Diagnostic(Code.OMLEIDING_OVER_OMLEIDING, redirect.target, message, hint)
    elif redirect.old == min(end):  # a ring is reported once, and so is what leads into it
        at = end.index(redirect.old)
        ring = (*end[at:], *end[:at], redirect.old)
        message = f"Deze omleiding loopt in een kring: {' → '.join(ring)}"
        hint = "Laat een van deze adressen naar een pagina leiden."
        yield Diagnostic(Code.OMLEIDING_IN_KRING, redirect.target, message, hint)


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
    """The addresses that may or may not have a page: they count as existing.

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
        if document.collection == OMLEIDINGEN.name or _has_aliases(document.collection)
    )


def _has_aliases(collection: str) -> bool:
    """Whether the items of a collection name their former addresses."""
    return collection not in COLLECTIONS or issubclass(COLLECTIONS[collection].model, MetBronnen)


def check_published(
    lines: Iterable[tuple[int, str]], urls: frozenset[str], broken: frozenset[str], redirects: Collection[str]
) -> Iterator[Diagnostic]:
    """Every address that was ever published is a page or a redirect; new ones are to be listed by a maintainer."""
    listed = {address for _, address in lines}
    unlisted = urls - listed
    suggestions = Suggestions()
    for number, address in lines:
        if address not in urls and address not in broken and address not in redirects:
            guess = suggestions.nearest(address, unlisted)
            now = f" Is {guess} de nieuwe pagina?" if guess else ""
            yield Diagnostic(
                Code.VERDWENEN_ADRES,
                Location(PUBLISHED_FILE, number, 1, len(address) + 1),
                f"Het adres {address} is gepubliceerd en verdwijnt",
                f"Zet het bij aliases in het bestand van de nieuwe pagina, of in omleidingen.yaml.{now}",
            )
    new = sorted(url for url in unlisted if url.endswith("/"))
    if new:
        more = f" en {len(new) - SHOWN_NEW} meer" if len(new) > SHOWN_NEW else ""
        yield Diagnostic(
            Code.NIEUW_ADRES,
            Location(PUBLISHED_FILE),
            f"Nog niet in de lijst van gepubliceerde adressen: {', '.join(new[:SHOWN_NEW])}{more}",
            "U hoeft niets te doen. Staat de site online, dan krijgt een beheerder een voorstel voor de lijst.",
        )


def published_text(current: str, addresses: Iterable[str]) -> tuple[str, int]:
    """The list of published addresses with new ones added, sorted, and how many were added; comments stay on top."""
    lines = current.split("\n")
    comments = [line for line in lines if line.startswith("#")] or [PUBLISHED_COMMENT]
    listed = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    every = listed | {address for address in addresses if address.endswith("/")}
    return "\n".join((*comments, *sorted(every), "")), len(every - listed)


def stub(old: str, target: str, absolute: str) -> Output:
    """A small page for hosts without redirect rules; `target` is its link, `absolute` the canonical address."""
    html = Markup(
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{policy}">\n<title>Deze pagina is verhuisd</title>\n'
        '<meta name="robots" content="noindex">\n<link rel="canonical" href="{absolute}">\n'
        '<meta http-equiv="refresh" content="0; url={target}">\n</head>\n<body>\n<main>\n'
        '<h1>Deze pagina is verhuisd</h1>\n<p><a href="{target}">Naar de nieuwe plek</a></p>\n'
        "</main>\n</body>\n</html>\n"
    ).format(absolute=absolute, target=target, policy=META_POLICY)
    return Output(page_path(old), html.encode("utf-8"))
