"""The search entries of items: their text in pieces that a result can link to, and their filter values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from binnenstad_site.core.urls import slugify
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Aanpak, Named, Praktijk
from binnenstad_site.pages.builder import PageBuilder
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
    return SearchEntry(entry.item.naam, address, kind, sentence, pieces, place, (own, *facets))


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
    yield Kenmerk("uitkomst", item.uitkomst or "onbekend", vocabulary.UITKOMST[item.uitkomst or "onbekend"])
