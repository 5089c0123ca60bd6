"""The search entries of items: their text in pieces that a result can link to, and their filter values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from binnenstad_site.core.urls import slugify
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Aanpak, Named, Praktijk
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.facets import vacancy
from binnenstad_site.pages.page import Kenmerk, SearchEntry, Stuk
from binnenstad_site.pages.standing import status_label
from binnenstad_site.validate.markdown.body import Body
from binnenstad_site.validate.validator import Entry

OVERVIEW = "overzicht"
"""The kind of a page that lists items."""
KINDS = {row.search_kind: row.title for row in COLLECTIONS.values() if row.vindbaar} | {OVERVIEW: "Overzichten"}
"""Kinds of search entries, in the order of the register, with the words above them."""

FILTERS = (
    ("soort", "Soort"),
    ("trend", "Trend"),
    ("aanpak", "Aanpak"),
    ("gemeente", "Gemeente"),
    ("provincie", "Provincie"),
    ("status", "Status"),
    ("bewijs", "Bewijs"),
    ("uitkomst", "Uitkomst"),
)
"""What results can be narrowed by: the word in the address, and the label."""


def search_entry(
    builder: PageBuilder,
    entry: Entry[Named],
    sentence: str,
    pieces: tuple[Stuk, ...],
    facets: Iterable[Kenmerk] = (),
    place: str = "",
) -> SearchEntry:
    """What can be found of an item; its kind is a facet too."""
    kind = entry.collection.search_kind
    own = Kenmerk("soort", kind, KINDS[kind])
    address = builder.addresses.url_for(entry.address)
    anders = builder.readers_words.get(address, ())
    return SearchEntry(entry.item.naam, address, kind, sentence, pieces, place, (own, *facets), anders=anders)


def body_pieces(body: Body) -> tuple[Stuk, ...]:
    """The sections of a body with their anchors."""
    return tuple(
        Stuk(part.heading.text if part.heading else "", part.heading.id if part.heading else "", part.text)
        for part in body.sections
    )


def joined(texts: Iterable[str]) -> str:
    """Fields as one text, in which what follows one that is no sentence comes after a semicolon."""
    *others, last = [*filter(None, texts)] or [""]
    ended = (text.rstrip("”’)").endswith((".", "?", "!")) for text in others)
    return "".join(f"{text}{' ' if done else '; '}" for text, done in zip(others, ended, strict=True)) + last


def piece(*texts: str, kop: str = "", anker: str = "") -> tuple[Stuk, ...]:
    """Fields as one piece; none when all are empty."""
    text = joined(texts)
    return (Stuk(kop, anker, text),) if text else ()


def facets(
    builder: PageBuilder,
    trends: Iterable[str] = (),
    gemeenten: Sequence[str] = (),
    provincies: Iterable[str] = (),
) -> tuple[Kenmerk, ...]:
    """What items may be found or filtered by: slugs of trends and gemeenten, names of provincies."""
    towns = [builder.site.gemeenten[slug].item for slug in gemeenten if slug in builder.site.gemeenten]
    streken = sorted({town.streek for town in towns if town.streek})
    return (
        *(Kenmerk("trend", slug, builder.cards.trend(slug).titel) for slug in trends),
        *(Kenmerk("gemeente", town.slug, town.naam) for town in towns),
        *(Kenmerk("provincie", slugify(name), name) for name in provincies),
        *(Kenmerk("streek", slugify(name), name) for name in streken),
    )


def aanpak_facet(entry: Entry[Aanpak]) -> Kenmerk:
    """An aanpak, and every praktijk that uses it, is found by its title."""
    return Kenmerk("aanpak", entry.slug, entry.item.titel)


def praktijk_facets(builder: PageBuilder, item: Praktijk) -> Iterator[Kenmerk]:
    """The same with the aanpakken, the status, the evidence and the outcome."""
    yield from facets(builder, item.trends, item.gemeenten, builder.site.provincies_of(item))
    yield from (aanpak_facet(entry) for entry in builder.site.aanpakken_of(item))
    status = status_label(item, builder.today)
    yield Kenmerk("status", status.waarde, vocabulary.STATUS_OP_SITE[status.waarde], status.tekst)
    yield Kenmerk("bewijs", item.bewijs, f"{item.bewijs} van 4: {vocabulary.BEWIJS[item.bewijs]}")
    yield from _read_of(builder, item)
    yield Kenmerk("uitkomst", item.uitkomst or "onbekend", vocabulary.UITKOMST[item.uitkomst or "onbekend"])


def _read_of(builder: PageBuilder, item: Praktijk) -> Iterator[Kenmerk]:
    """What a question may be read as beside what results can be narrowed by."""
    yield Kenmerk("kosten", item.kosten.klasse, vocabulary.KOSTENKLASSE[item.kosten.klasse])
    if item.kosten.bedragen or item.kosten.klasse != "onbekend":
        yield Kenmerk("bedrag", "bekend", "bedrag bekend")
    sizes = dict.fromkeys(entry.item.klasse for entry in builder.site.gemeenten_of(item))
    yield from (Kenmerk("grootteklasse", size, vocabulary.GROOTTEKLASSE[size]) for size in sizes)
    yield from (
        Kenmerk("leegstand", value, vocabulary.LEEGSTANDKLASSE[value]) for value in dict.fromkeys(vacancy(item))
    )
    yield Kenmerk("land", item.land, vocabulary.LAND[item.land])
    yield from (Kenmerk("instrument", value, value) for value in item.instrumenten)
    yield from _years(builder, item)


def _years(builder: PageBuilder, item: Praktijk) -> Iterator[Kenmerk]:
    """The year in which it began, and every year in which it is known to have run."""
    start, end = item.periode.start[:4], item.periode.eind[:4]
    if start.isdigit():
        yield Kenmerk("begin", start, start)
        seen = item.laatst_gezien[:4] or start
        last = {"heden": str(builder.today.year), "onbe": seen}.get(end, end)
        last = last if last.isdigit() else str(builder.today.year)
        yield from (Kenmerk("jaar", str(year), str(year)) for year in range(int(start), int(last) + 1))
