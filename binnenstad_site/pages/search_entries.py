"""What the search may know of an item: its text in pieces that a result can lead to, and what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from binnenstad_site.core.urls import slugify
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items.praktijken import Praktijk
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.page import Kenmerk, Stuk
from binnenstad_site.validate.markdown.body import Body

KINDS = {
    "trend": "Trends",
    "praktijk": "Praktijken",
    "kans": "Kansen",
    "scenario": "Scenario’s",
    "verslag": "Verslagen",
    "gemeente": "Gemeenten",
    "begrip": "Begrippen",
    "publicatie": "Publicaties",
    "agenda": "Agenda",
    "pagina": "Over deze site",
    "overzicht": "Overzichten",
}
"""Kinds of search entries, in the order of the register, with the words above them."""

FILTERS = (
    ("soort", "Soort"),
    ("trend", "Trend"),
    ("gemeente", "Gemeente"),
    ("provincie", "Provincie"),
    ("status", "Status"),
    ("bewijs", "Bewijs"),
)
"""What results can be narrowed by: the word in the address, and the label."""


def pieces(body: Body) -> tuple[Stuk, ...]:
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


def marks(
    builder: PageBuilder,
    kind: str,
    *,
    trends: Iterable[str] = (),
    gemeenten: Sequence[str] = (),
    provincies: Iterable[str] = (),
) -> tuple[Kenmerk, ...]:
    """What every kind of item may be found or filtered by: slugs of trends and gemeenten, names of provincies."""
    known = builder.site.gemeenten
    streken = {town.streek for slug in gemeenten if slug in known and (town := known[slug].item).streek}
    return (
        Kenmerk("soort", kind, KINDS[kind]),
        *(Kenmerk("trend", slug, builder.trend(slug).titel) for slug in trends),
        *(Kenmerk("gemeente", slug, known[slug].item.naam) for slug in gemeenten if slug in known),
        *(Kenmerk("provincie", slugify(name), name) for name in provincies),
        *(Kenmerk("streek", slugify(name), name) for name in sorted(streken)),
    )


def praktijk_marks(builder: PageBuilder, item: Praktijk) -> Iterator[Kenmerk]:
    """The same with the status and the evidence."""
    provincies = builder.site.provincies_van(item)
    yield from marks(builder, "praktijk", trends=item.trends, gemeenten=item.gemeenten, provincies=provincies)
    yield Kenmerk("status", item.status, vocabulary.STATUS[item.status])
    yield Kenmerk("bewijs", item.bewijs, f"{item.bewijs} van 4: {vocabulary.BEWIJS[item.bewijs]}")
