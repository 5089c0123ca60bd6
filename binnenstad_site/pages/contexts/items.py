"""The pages of one item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from binnenstad_site.pages.contexts.frame import Context, ItemContext
from binnenstad_site.pages.geo import KaartPunt
from binnenstad_site.pages.parts import (
    NIETS,
    AgendaRegel,
    BewijsLabel,
    CijferDeel,
    Dag,
    GemeenteRegel,
    GestoptDeel,
    KansBlok,
    KansRegel,
    LesRegel,
    MisserRegel,
    OordeelRegel,
    OordeelVak,
    PaginaLink,
    PraktijkKaart,
    ResultaatRegel,
    ScenarioAlinea,
    ScenarioKaart,
    Sectie,
    StatusLabel,
    TijdlijnRegel,
    Trede,
    TrendAlinea,
    TrendLabel,
    VerslagKaart,
    Verwant,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPagina(ItemContext):
    """A trend: the dossier."""

    TEMPLATE: ClassVar[str] = "trend.html"

    trend: TrendLabel
    dossier: str
    tekening: Markup
    """The street in section; empty for a trend that nobody drew."""
    gevolgen: tuple[tuple[str, str], ...]
    """Pand, Straat, Regels, Geld, each with its sentence: the numbers 1 to 4 in the drawing."""
    kort: tuple[Sectie, ...]
    reeksen: tuple[CijferDeel, ...]
    begin: tuple[Sectie, ...]
    weten: Sectie
    niet_weten: Sectie
    getallen: tuple[CijferDeel, ...]
    slot: tuple[Sectie, ...]
    kansen: tuple[KansBlok, ...]
    legenda: tuple[OordeelVak, ...]
    """In which order the scenarios stand in each row of glyphs."""
    alle_kansen: PaginaLink
    praktijken: tuple[PraktijkKaart, ...]
    alle_praktijken: PaginaLink
    sprongen: tuple[PaginaLink, ...]
    """From the title to what one can do: the page is long."""
    verder: tuple[tuple[str, PaginaLink], ...]
    """What to read after this, each with what it is: publications and reports."""
    scenarios: tuple[ScenarioAlinea, ...]
    kaart: Markup
    """A small map; empty when no praktijk is in the country."""
    kaartzin: str
    """How many praktijken the map shows, and how many it cannot show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkPagina(ItemContext):
    """A praktijk: the passport and its story."""

    TEMPLATE: ClassVar[str] = "praktijk.html"

    slug: str
    tekening: Markup = NIETS
    """The block of its first trend with the window of this praktijk lit; a praktijk that no list has, has none."""
    trends: tuple[TrendLabel, ...]
    plaats: str
    """For the line above the title: "Den Haag" or "Gent (België)"."""
    paspoort_plaats: str
    """For the passport, where country and gemeenten follow: "Gent", "6 gemeenten"."""
    gemeente: str
    """Address of the page of its only gemeente; empty for more of them, or abroad."""
    gemeenten: tuple[PaginaLink, ...]
    """Its gemeenten when there are more."""
    regio: str
    """Province or country, with the map square when there is one."""
    grootteklasse: str
    plek: str
    opgave: str
    instrumenten: tuple[str, ...]
    status: StatusLabel
    stand: str
    """From when the status is: `stand volgens bron uit 2020`."""
    gestopt: GestoptDeel | None
    """How it ended, when it did before its time; then what went wrong stands right after the summary."""
    periode: str
    periode_toelichting: str
    partijen: tuple[str, ...]
    kosten: str
    kosten_toelichting: str
    kosten_noten: Markup
    past_bij: tuple[str, ...]
    past_bij_reden: str
    bewijs: BewijsLabel
    bewijs_reden: str
    ladder: tuple[Trede, ...]
    punten: tuple[KaartPunt, ...]
    kort: Sectie
    aanleiding: Sectie
    aanpak: Sectie
    resultaat: Sectie
    leren: Sectie
    reeksen: tuple[CijferDeel, ...]
    """Results measured over years, as bars."""
    metingen: tuple[ResultaatRegel, ...]
    """Results with a value before and after."""
    bevindingen: tuple[ResultaatRegel, ...]
    """Results in words only."""
    wat_ging_mis: tuple[MisserRegel, ...]
    """Empty: nothing was found in the sources, which the page says."""
    lessen: tuple[LesRegel, ...]
    eerste_stappen: tuple[str, ...]
    kansen: tuple[KansRegel, ...]
    verslagen: tuple[VerslagKaart, ...]
    verwant: tuple[Verwant, ...]

    @property
    def resultaten(self) -> tuple[CijferDeel | ResultaatRegel, ...]:
        """All results, however they are shown."""
        return (*self.reeksen, *self.metingen, *self.bevindingen)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPagina(ItemContext):
    """A scenario."""

    TEMPLATE: ClassVar[str] = "scenario.html"

    slug: str
    plaats: str
    """On the two axes, in words."""
    positie: Markup
    doorsnede: Markup
    """The street of this scenario; empty for one that nobody drew."""
    dag: Dag
    secties: tuple[Sectie, ...]
    """What comes after the day."""
    signalen: tuple[tuple[str, str], ...]
    winnaars: tuple[str, ...]
    verliezers: tuple[str, ...]
    trends: tuple[TrendAlinea, ...]
    kansen: tuple[tuple[KansRegel, OordeelRegel], ...]
    """The kansen that hold here more than elsewhere, with the judgement."""
    breken: tuple[tuple[PaginaLink, str], ...]
    """Those that do not work here, with the reason."""
    aantal_kansen: int
    houdt_stand: int
    """How many of them hold here."""
    verslagen: tuple[VerslagKaart, ...]
    andere: tuple[ScenarioKaart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeentePagina(Context):
    """A gemeente with all that is about it."""

    TEMPLATE: ClassVar[str] = "gemeente.html"

    provincie: PaginaLink
    code: str
    """Of the CBS, such as `GM0546`."""
    letters: int
    """How many letters its longest word has, so that the style sheet can write the name as large as it fits."""
    samenvatting: str
    """What there is about it, in one or two sentences."""
    feiten: tuple[tuple[str, str], ...]
    vak: str
    punten: tuple[KaartPunt, ...]
    rest: tuple[KaartPunt, ...]
    """The other places with a praktijk."""
    praktijken: tuple[PraktijkKaart, ...]
    verslagen: tuple[VerslagKaart, ...]
    agenda: tuple[AgendaRegel, ...]
    tijdlijn_kop: str
    """How many years the timeline covers, in words; empty when there are too few praktijken for one."""
    jaren: Markup
    """The numbers above the bars of the timeline."""
    tijdlijn: tuple[TijdlijnRegel, ...]
    tijdlijn_zonder: str
    """How many praktijken have no bar, in words; empty when each has one."""
    per_trend: tuple[tuple[TrendLabel, int], ...]
    """The trends that its praktijken have, with how many."""
    vergelijkbaar: tuple[GemeenteRegel, ...]
    """Gemeenten of the same size class that have a praktijk."""
    elders: tuple[PraktijkKaart, ...]
    """Praktijken of those, for a gemeente that has few of its own."""
    meedoen: PaginaLink | None
    """To the page that tells how to contribute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerslagPagina(ItemContext):
    """A verslag."""

    TEMPLATE: ClassVar[str] = "verslag.html"

    datum: str
    wanneer: str
    """The date where no label says what it is: "datum onbekend"."""
    datum_toelichting: str
    plaats: str
    soort: str
    organisator: str
    deelnemers: tuple[str, ...]
    zaal: Markup
    """A room with one figure per participant; empty when their number is not known."""
    eerder: VerslagKaart | None
    later: VerslagKaart | None
    """The reports before and after it in time."""
    meedoen: PaginaLink | None
    """To the page that tells how to contribute."""
    secties: tuple[Sectie, ...]
    trends: tuple[TrendLabel, ...]
    scenarios: tuple[PaginaLink, ...]
    praktijken: tuple[PraktijkKaart, ...]
    gemeenten: tuple[PaginaLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandaardPagina(ItemContext):
    """A standing page from `content/paginas/`."""

    TEMPLATE: ClassVar[str] = "pagina.html"

    secties: tuple[Sectie, ...]
    onderliggend: tuple[PaginaLink, ...]
    """The pages below this one."""
    treden: tuple[tuple[BewijsLabel, int], ...] = ()
    """On the page about the evidence: how many praktijken stand on each step."""
    muur: Markup = NIETS
    """The same as a wall, a brick for each."""
