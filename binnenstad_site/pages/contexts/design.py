"""The page that shows every component."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from binnenstad_site.pages.contexts.frame import Context
from binnenstad_site.pages.geo import KaartPunt
from binnenstad_site.pages.parts import (
    BewijsLabel,
    BronLijst,
    CijferDeel,
    KansBlok,
    KansTrend,
    Keuzegroep,
    MisserRegel,
    OordeelRegel,
    OordeelVak,
    PaginaLink,
    PraktijkKaart,
    ScenarioKaart,
    StatusLabel,
    Trede,
    TrendKaart,
    WijzigingRegel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VormgevingPagina(Context):
    """Every component with real data, in its states."""

    TEMPLATE: ClassVar[str] = "vormgeving.html"

    verder: PaginaLink
    """Where the example of a link that leads on goes to."""
    kleuren: tuple[tuple[str, str], ...]
    """Name of a token, and what it is for."""
    trends: tuple[TrendKaart, ...]
    statussen: tuple[tuple[StatusLabel, int], ...]
    """Each with its number of praktijken."""
    trappen: tuple[tuple[BewijsLabel, int], ...]
    ladder: tuple[Trede, ...]
    muur: Markup
    legenda: tuple[OordeelVak, ...]
    rijen: tuple[KansTrend, ...]
    fasen: tuple[str, ...]
    aantal: str
    deur: Markup
    deur_leeg: Markup
    keuzes: tuple[Keuzegroep, ...]
    kansen: tuple[KansBlok, ...]
    """One with praktijken, and one without."""
    oordelen: tuple[OordeelRegel, ...]
    bronnen: BronLijst
    kaarten: tuple[PraktijkKaart, ...]
    """A praktijk that goes on, and one that stopped."""
    mis: tuple[MisserRegel, ...]
    cijfers: tuple[CijferDeel, ...]
    """One value, some years, many years."""
    scenarios: tuple[ScenarioKaart, ...]
    wijzigingen: tuple[WijzigingRegel, ...]
    punten: tuple[KaartPunt, ...]
