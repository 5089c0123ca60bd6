"""The pages that list items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from binnenstad_site.pages.contexts.frame import Context
from binnenstad_site.pages.geo import KaartPunt
from binnenstad_site.pages.parts import (
    NIETS,
    AgendaRegel,
    Facetgroep,
    KansDeel,
    KansRegel,
    KansTrend,
    Keuzegroep,
    Lettergroep,
    MisserRegel,
    OordeelVak,
    PaginaLink,
    PraktijkKaart,
    PraktijkRij,
    Provincie,
    PublicatieRegel,
    ScenarioKaart,
    Sectie,
    TrendKaart,
    TrendLabel,
    VerslagKaart,
    WijzigingDag,
    WijzigingRegel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPagina(Context):
    """The start page."""

    TEMPLATE: ClassVar[str] = "start.html"

    kop: str
    lead: str
    knop: PaginaLink
    stand: str
    """Beside the button: how many praktijken there are, and how many of them stopped."""
    naar_lijst: PaginaLink
    deuren: tuple[tuple[PaginaLink, str], ...]
    """Ways in by task, each with a sentence."""
    alle_wijzigingen: PaginaLink
    alle_scenarios: PaginaLink
    alle_gestopt: PaginaLink
    trends: tuple[TrendKaart, ...]
    raam: str
    """What a window of the street stands for."""
    luik: str
    """What a closed shutter stands for; empty when nothing stopped."""
    scenarios: tuple[ScenarioKaart, ...]
    nieuw: tuple[WijzigingRegel, ...]
    uitgelicht: tuple[PraktijkKaart, ...]
    """Three of those that may stand here, others every day."""
    gestopt: PraktijkKaart | None
    """One that stopped and has a lesson, another every day."""
    gestopt_periode: str
    gestopt_misser: MisserRegel | None
    """What went wrong there."""
    gestopt_les: str
    agenda: AgendaRegel | None
    punten: tuple[KaartPunt, ...]
    geteld: str
    aantal_gemeenten: str
    aantal_buiten_nederland: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsPagina(Context):
    """The list of trends."""

    TEMPLATE: ClassVar[str] = "trends.html"

    inleiding: Markup = NIETS
    trends: tuple[TrendKaart, ...]
    raam: str
    """What a window of the street stands for."""
    luik: str
    """What a closed shutter stands for; empty when nothing stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkenPagina(Context):
    """The list of praktijken, whole or for one value of a facet."""

    TEMPLATE: ClassVar[str] = "praktijken.html"

    inleiding: Markup = NIETS
    lead: str
    facetten: tuple[Facetgroep, ...]
    """The filters; empty on a facet page."""
    gevonden: str
    """How many in words: `33 praktijken`."""
    rijen: tuple[PraktijkRij, ...]
    punten: tuple[KaartPunt, ...]
    andere_punten: tuple[KaartPunt, ...]
    """Places with a praktijk that is not in this list."""
    register: tuple[tuple[int, KaartPunt], ...]
    """The dots by name, each with its number on the map."""
    muur: Markup
    treden: tuple[tuple[int, str], ...]
    """How many praktijken per step of evidence, the highest first."""
    leeg: str
    """What to say when there is nothing; empty otherwise."""
    alle: PaginaLink | None
    """Back to the whole list, on a facet page."""
    keuze: str
    """The value that a facet page shows."""
    trend: TrendLabel | None
    """The trend that colours the page of a trend."""
    verslagen: tuple[VerslagKaart, ...] = ()
    """On the page of a province."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KansenPagina(Context):
    """All kansen: trends by fase."""

    TEMPLATE: ClassVar[str] = "kansen.html"

    inleiding: Markup = NIETS
    fasen: tuple[str, ...]
    """The heads of the narrow columns of the table with doors."""
    rijen: tuple[KansTrend, ...]
    aantal: str
    keuzes: tuple[Keuzegroep, ...]
    legenda: tuple[OordeelVak, ...]
    """The judgements of any kans: they name the scenarios in their order."""
    deur: Markup
    deur_leeg: Markup
    """One door of each kind, for the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KansenTrendPagina(Context):
    """The kansen of one trend in full."""

    TEMPLATE: ClassVar[str] = "kansen-trend.html"

    trend: TrendLabel
    fasen: tuple[tuple[str, tuple[KansDeel, ...]], ...]
    """Per fase that has any, its kansen in full."""
    tekening: Markup = NIETS
    """The block of facades of the trend."""
    ingetrokken: tuple[tuple[str, str, str], ...] = ()
    """Withdrawn kansen, whose anchors were published: id, title, reason."""
    andere: tuple[PaginaLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosPagina(Context):
    """The four scenarios and the two developments behind them."""

    TEMPLATE: ClassVar[str] = "scenarios.html"

    scenarios: tuple[ScenarioKaart, ...]
    """As the quadrant is read: top left, top right, bottom left, bottom right."""
    trends: tuple[TrendLabel, ...]
    """The trends to choose from: those of which every scenario tells what they do."""
    ontwikkelingen: tuple[Sectie, ...]
    """The two developments behind the axes: the first two sections of the introduction."""
    vervolg: tuple[Sectie, ...]
    """The rest of the introduction."""
    robuust: tuple[KansRegel, ...]
    """The kansen that hold in every scenario, those that work as they are in most of them first."""
    aantal_kansen: int
    alle_kansen: str
    signalen: tuple[tuple[PaginaLink, str, str], ...]
    """Per scenario its first signal with what to measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeentenPagina(Context):
    """The gemeenten that have something on this site."""

    TEMPLATE: ClassVar[str] = "gemeenten.html"

    inleiding: Markup = NIETS
    provincies: tuple[Provincie, ...]
    aantal: int
    totaal: int
    """All gemeenten of the country."""
    punten: tuple[KaartPunt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerslagenPagina(Context):
    """The list of verslagen."""

    TEMPLATE: ClassVar[str] = "verslagen.html"

    inleiding: Markup = NIETS
    verslagen: tuple[VerslagKaart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BegrippenPagina(Context):
    """All terms with their explanation."""

    TEMPLATE: ClassVar[str] = "begrippen.html"

    inleiding: Markup = NIETS
    alfabet: tuple[PaginaLink, ...]
    """The letters for the index; one without terms has no address."""
    groepen: tuple[Lettergroep, ...]
    tekening: Markup = NIETS
    """A street with some of the terms at their place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicatiesPagina(Context):
    """All publications."""

    TEMPLATE: ClassVar[str] = "publicaties.html"

    inleiding: Markup = NIETS
    eerste: PublicatieRegel | None
    """The publication that this site starts from."""
    publicaties: tuple[PublicatieRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPagina(Context):
    """What is to come, and what was."""

    TEMPLATE: ClassVar[str] = "agenda.html"

    inleiding: Markup = NIETS
    verslagen: tuple[VerslagKaart, ...]
    """The last meetings with a report; those without a date stand aside."""
    alle_verslagen: PaginaLink
    komend: tuple[AgendaRegel, ...]
    geweest: tuple[AgendaRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigingenPagina(Context):
    """All major changes."""

    TEMPLATE: ClassVar[str] = "wijzigingen.html"

    inleiding: Markup = NIETS
    dagen: tuple[WijzigingDag, ...]
