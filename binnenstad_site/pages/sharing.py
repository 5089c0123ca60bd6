"""The content of the share picture of a page, from the page's context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from binnenstad_site.drawings.svg import Drawing
from binnenstad_site.pages.aanpak import AanpakPagina
from binnenstad_site.pages.cards import NO_TREND
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.gemeenten import GemeentePagina
from binnenstad_site.pages.kansen import KansenTrendPagina
from binnenstad_site.pages.praktijken import PraktijkPagina
from binnenstad_site.pages.scenarios import ScenarioPagina
from binnenstad_site.pages.start import StartPagina
from binnenstad_site.pages.trend import TrendPagina
from binnenstad_site.pages.verslagen import VerslagPagina


@dataclass(frozen=True, slots=True)
class Card:
    """The words and the drawing of a share picture."""

    title: str
    kind: str = ""
    """The line above the title: `Praktijk in Deventer`."""
    sentence: str = ""
    """Below the title, where there is room."""
    trend_name: str = ""
    """Short name of the trend, which decides the colour: `vervoeren`."""
    trend_title: str = ""
    """Title of the trend, shown before the kind: `Anders vervoeren`."""
    street: tuple[tuple[str, Drawing], ...] = ()
    """Short name of a trend, and its block of houses: one block, the whole street, or nothing."""
    bricks: int = -1
    """The step of evidence; -1 for a page without."""
    evidence: str = ""
    stopped: bool = False

    @property
    def spoken(self) -> str:
        """The text alternative of the picture."""
        parts = (self.trend_title, self.kind, self.title, self.evidence)
        return ". ".join(filter(None, parts))


Blocks = Mapping[str, Drawing]
"""Short name of a trend -> its block of houses."""


def blocks_of(start: Context) -> Blocks:
    """The blocks of all trends, as the start page shows them."""
    assert isinstance(start, StartPagina)
    return {kaart.label.kort: kaart.blok for kaart in start.straat.trends}


def needs_blocks(kind: type[Context]) -> bool:
    """Whether the card of a page of this kind shows blocks that its context does not have."""
    return kind in {TrendPagina, KansenTrendPagina, StartPagina}


def card(page: Context, blocks: Blocks) -> Card:
    """The card of a page; of any other kind than these it has title, sentence and the page above."""
    plain = Card(page.kader.titel, sentence=page.kader.omschrijving)
    match page:
        case PraktijkPagina():
            return _praktijk(page, plain)
        case AanpakPagina():
            trend = page.trends[0] if page.trends else NO_TREND
            verdict = f"Aanpak, oordeel: {page.oordeel.label.tekst}"
            return replace(plain, kind=verdict, trend_name=trend.kort, trend_title=trend.titel)
        case TrendPagina():
            kort = page.trend.kort
            return replace(plain, kind="Trend", trend_name=kort, street=_only(blocks, kort))
        case KansenTrendPagina():
            kort = page.trend.kort
            return replace(plain, trend_title=page.trend.titel, trend_name=kort, street=_only(blocks, kort))
        case StartPagina():
            return replace(plain, title=page.kop, street=tuple(blocks.items()))
        case _:
            return replace(plain, kind=_kind(page))


def _praktijk(page: PraktijkPagina, plain: Card) -> Card:
    trend = page.trends[0] if page.trends else NO_TREND
    stopped = page.status.gestopt
    return replace(
        plain,
        kind=f"Praktijk in {page.plaats}{', gestopt' if stopped else ''}",
        trend_name=trend.kort,
        trend_title=trend.titel,
        street=((trend.kort, page.tekening),) if page.tekening else (),
        bricks=page.bewijs.trede,
        evidence=f"Bewijs {page.bewijs.trede} van 4: {page.bewijs.tekst.lower()}",
        stopped=stopped,
    )


def _kind(page: Context) -> str:
    """What a page is: by its kind, or by the page above it."""
    match page:
        case ScenarioPagina():
            return "Scenario"
        case GemeentePagina():
            return f"Gemeente in {page.provincie.tekst}"
        case VerslagPagina():
            return f"Verslag van {page.datum}" if page.datum[:1].isdigit() else "Verslag"
        case _:
            kader = page.kader
            above = kader.kruimels[-1].tekst if len(kader.kruimels) > 1 else ""
            return "" if kader.titel.startswith(above) else above


def _only(blocks: Blocks, kort: str) -> tuple[tuple[str, Drawing], ...]:
    return ((kort, blocks[kort]),) if blocks.get(kort) else ()
