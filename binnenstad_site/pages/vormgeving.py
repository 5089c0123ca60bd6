"""`/over/vormgeving/`: every component of the site with real data, to look at and to test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import counted
from binnenstad_site.drawings.doors import doors
from binnenstad_site.drawings.wall import wall
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder, evidence_spread, ladder
from binnenstad_site.pages.contexts import VormgevingPagina
from binnenstad_site.pages.kansen import NARROW, choices, kans_part, kansen_rows
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts import (
    NIETS,
    NO_SOURCES,
    BegripUitleg,
    CijferDeel,
    MisserRegel,
    PaginaLink,
    StatusLabel,
    WijzigingRegel,
)
from binnenstad_site.pages.scenarios import scenario_cards
from binnenstad_site.pages.trend_list import trend_cards
from binnenstad_site.validate.validator import Entry

T = TypeVar("T")

URL = "/over/vormgeving/"
COLOURS = (
    ("papier", "de pagina"),
    ("vlak", "paspoort en wat er misging"),
    ("aarde", "de grond onder de straat"),
    ("land", "provincies"),
    ("gevel", "gevels"),
    ("inkt", "tekst en zware lijnen"),
    ("inkt2", "bijzaken"),
    ("rand", "randen van velden"),
    ("lijn", "dunne lijnen"),
    ("steen", "de site zelf: links en stippen"),
    ("loof", "bomen en groene daken"),
    ("water", "water"),
)
SHOWN_CHANGES = 3


def design_page(builder: PageBuilder, changes: tuple[WijzigingRegel, ...]) -> Page:
    """The page; what the content does not have is not shown."""
    site = builder.site
    rows = tuple(replace(row, plek=builder.url_for("/kansen/") + row.plek) for row in kansen_rows(builder))
    praktijken = tuple(site.praktijken.values())
    gone = {builder.url_for(entry.address) for entry in site.withdrawn}
    statuses: Counter[str] = Counter(entry.item.status for entry in praktijken)
    spread = evidence_spread(builder)
    part = next((kans_part(builder, entry) for entry in site.kansen.values()), None)
    context = VormgevingPagina(
        titel="Vormgeving",
        omschrijving="Alle onderdelen waar deze site uit bestaat, met echte gegevens.",
        canoniek=builder.absolute(URL),
        sectie=builder.url_for("/over/"),
        kruimels=builder.crumbs(
            *(PaginaLink(over.item.titel, "/over/") for over in [site.paginas.get("over")] if over)
        ),
        begrippen=_term(builder),
        verder=PaginaLink("Naar de trends", builder.url_for("/trends/")),
        kleuren=COLOURS,
        trends=trend_cards(builder),
        statussen=tuple((StatusLabel(key, text, ""), statuses[key]) for key, text in vocabulary.STATUS.items()),
        trappen=spread,
        ladder=ladder("2"),
        muur=wall([number for _, number in spread]),
        legenda=part.regel.oordelen if part else (),
        rijen=rows,
        fasen=tuple(NARROW.get(fase, text) for fase, text in vocabulary.FASE.items()),
        aantal=counted(len(site.kansen), "kans", "kansen"),
        deur=doors(1, 0),
        deur_leeg=doors(0, 1),
        keuzes=choices(rows),
        kansen=_two(tuple(block for row in rows for block in row.blokken), lambda block: not block.praktijken),
        oordelen=part.oordelen if part else (),
        bronnen=part.bronnen if part else NO_SOURCES,
        kaarten=_two(tuple(builder.cards.values()), lambda card: card.status.gestopt),
        mis=_went_wrong(praktijken),
        cijfers=tuple(_figures(builder)),
        scenarios=scenario_cards(builder),
        wijzigingen=tuple(change for change in changes if change.adres not in gone)[:SHOWN_CHANGES],
        punten=geo.dots(builder.places_of(praktijken)),
    )
    return Page(URL, context, Location("content/site.yaml"))


def _two(found: Iterable[T], other: Callable[[T], bool]) -> tuple[T, ...]:
    """The first for which `other` does not hold, and the first for which it does."""
    parts: dict[bool, T] = {}
    for each in found:
        parts.setdefault(other(each), each)
    return tuple(parts[kind] for kind in (False, True) if kind in parts)


def _went_wrong(praktijken: Iterable[Entry[Praktijk]]) -> tuple[MisserRegel, ...]:
    """What went wrong in the first praktijk that tells most of it, without its sources."""
    told = max((entry.item.wat_ging_mis for entry in praktijken), key=len, default=())
    return tuple(MisserRegel(each.kop, each.tekst, NIETS) for each in told)


def _figures(builder: PageBuilder) -> Iterator[CijferDeel]:
    """A figure of each kind: one value, some years, many years."""
    seen = set()
    for trend in builder.site.trends.values():
        for figure in trend.item.cijfers:
            drawn = builder.figure(figure.tekst, figure.eenheid, figure.reeks, NIETS)
            kind = (bool(drawn.groot), bool(drawn.lijn))
            if kind not in seen:
                seen.add(kind)
                yield drawn


def _term(builder: PageBuilder) -> tuple[BegripUitleg, ...]:
    """The first term that has an explanation."""
    entry = next((entry for entry in builder.site.begrippen.values() if entry.item.uitleg), None)
    if entry is None:
        return ()
    return (
        BegripUitleg(f"begrip-{entry.slug}", entry.item.term, entry.item.uitleg or "", builder.url_for(entry.address)),
    )
