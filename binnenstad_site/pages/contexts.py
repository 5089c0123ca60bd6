"""One frozen context per page kind: everything its template shows. A template sees `site` and `page` only.

Equal contexts give equal pages, so a context is the key under which a finished page is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from binnenstad_site.geo import Punt
from binnenstad_site.pages.parts import (
    NIETS,
    AgendaRegel,
    BegripUitleg,
    BewijsLabel,
    BronRegel,
    CijferDeel,
    Facetgroep,
    KansDeel,
    KansRegel,
    LesRegel,
    Lettergroep,
    Link,
    MisserRegel,
    OordeelRegel,
    PraktijkKaart,
    Provincie,
    PublicatieRegel,
    ResultaatRegel,
    ScenarioAlinea,
    ScenarioKaart,
    Sectie,
    StatusLabel,
    TrendKaart,
    TrendLabel,
    VerslagKaart,
    Verwant,
    WijzigingRegel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constants:
    """What every page shows: the name `site` in templates."""

    titel: str
    omschrijving: str
    uitgever: str
    licentie: str
    start: str
    """Address of the start page."""
    navigatie: tuple[Link, ...]
    nevennavigatie: tuple[Link, ...]
    """Zoeken, Agenda, Meedoen: those that exist."""
    voet: tuple[tuple[str, tuple[Link, ...]], ...]
    """Groups of links in the footer, each with its heading."""
    zoeken: str
    vergelijk: str
    """Address of the page that puts praktijken side by side; a choice goes behind it as `#p=slug,slug`."""
    feed: str
    mail: str
    """Address of the editors' mailbox, or empty: then no page offers it."""
    groep: str
    repository: str
    preview: bool
    """A preview build says so on each page and asks search engines to stay away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every page has."""

    TEMPLATE: ClassVar[str] = ""

    titel: str
    """The `h1`, and with the name of the site the `<title>`."""
    omschrijving: str
    """For search engines and link previews: one sentence."""
    canoniek: str
    """Absolute address."""
    sectie: str
    """Address of the navigation entry that this page belongs to; empty for none."""
    kruimels: tuple[Link, ...]
    """From the start page down to the page above this one; empty on the start page."""
    bewerken: str = ""
    """Address on the Git host where this page's file can be edited; empty when there is none."""
    begrippen: tuple[BegripUitleg, ...] = ()
    """The terms that this page explains on demand."""
    bronnen: tuple[BronRegel, ...] = ()
    """The numbered sources of its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemContext(Context):
    """A page of one item with sources and changes."""

    in_een_zin: str
    wijzigingen: tuple[WijzigingRegel, ...]
    gecontroleerd: str
    controle_nodig: bool
    leestijd: int
    """Minutes, at least 1."""
    citeren: str
    """How to cite this page, one line."""
    ingetrokken: str = ""
    """The reason, when the item no longer counts; then the page says so at the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPagina(Context):
    """The start page."""

    TEMPLATE: ClassVar[str] = "start.html"

    kop: str
    knop: Link
    deuren: tuple[tuple[Link, str], ...]
    """Ways in by task, each with a sentence."""
    alle_wijzigingen: Link
    alle_scenarios: Link
    alle_gestopt: Link
    trends: tuple[TrendKaart, ...]
    scenarios: tuple[ScenarioKaart, ...]
    nieuw: tuple[WijzigingRegel, ...]
    uitgelicht: tuple[PraktijkKaart, ...]
    gestopt: PraktijkKaart | None
    gestopt_les: str
    agenda: AgendaRegel | None
    punten: tuple[Punt, ...]
    aantal: int
    aantal_gestopt: int
    aantal_gemeenten: int
    aantal_buiten_nederland: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsPagina(Context):
    """The list of trends."""

    TEMPLATE: ClassVar[str] = "trends.html"

    inleiding: Markup = NIETS
    trends: tuple[TrendKaart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPagina(ItemContext):
    """A trend: the dossier."""

    TEMPLATE: ClassVar[str] = "trend.html"

    trend: TrendLabel
    dossier: str
    gevolgen: tuple[tuple[str, str], ...]
    """Straat, Pand, Regels, Geld, each with its sentence."""
    secties: tuple[Sectie, ...]
    cijfers: tuple[CijferDeel, ...]
    kansen: tuple[KansRegel, ...]
    alle_kansen: Link
    praktijken: tuple[PraktijkKaart, ...]
    alle_praktijken: Link
    verslagen: tuple[VerslagKaart, ...]
    publicaties: tuple[Link, ...]
    scenarios: tuple[ScenarioAlinea, ...]
    punten: tuple[Punt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkenPagina(Context):
    """The list of praktijken, whole or for one value of a facet."""

    TEMPLATE: ClassVar[str] = "praktijken.html"

    inleiding: Markup = NIETS
    facetten: tuple[Facetgroep, ...]
    kaarten: tuple[PraktijkKaart, ...]
    punten: tuple[Punt, ...]
    leeg: str
    """What to say when there is nothing; empty otherwise."""
    alle: Link | None
    """Back to the whole list, on a facet page."""
    verslagen: tuple[VerslagKaart, ...] = ()
    """On the page of a province."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkPagina(ItemContext):
    """A praktijk: the passport and its story."""

    TEMPLATE: ClassVar[str] = "praktijk.html"

    slug: str
    trends: tuple[TrendLabel, ...]
    plaats: str
    """For the line above the title: "Den Haag" or "Gent (België)"."""
    gemeenten: tuple[Link, ...]
    regio: str
    """Province or country, with the map square when there is one."""
    grootteklasse: str
    plek: str
    opgave: str
    instrumenten: tuple[str, ...]
    status: StatusLabel
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
    ladder: tuple[BewijsLabel, ...]
    punten: tuple[Punt, ...]
    kort: Sectie
    aanleiding: Sectie
    aanpak: Sectie
    resultaat: Sectie
    leren: Sectie
    resultaten: tuple[ResultaatRegel, ...]
    wat_ging_mis: tuple[MisserRegel, ...]
    """Empty: nothing was found in the sources, which the page says."""
    lessen: tuple[LesRegel, ...]
    eerste_stappen: tuple[str, ...]
    kansen: tuple[KansRegel, ...]
    verslagen: tuple[VerslagKaart, ...]
    verwant: tuple[Verwant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VergelijkPagina(Context):
    """Up to three praktijken side by side; the choice is in the fragment, so a script fills the table."""

    TEMPLATE: ClassVar[str] = "vergelijk.html"

    praktijken: tuple[Link, ...]
    gegevens: str
    """Address of the data that the script reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KansenPagina(Context):
    """All kansen: trends by fase."""

    TEMPLATE: ClassVar[str] = "kansen.html"

    inleiding: Markup = NIETS
    fasen: tuple[str, ...]
    rijen: tuple[tuple[TrendKaart, tuple[tuple[KansRegel, ...], ...]], ...]
    """Per trend, per fase: the kansen."""
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KansenTrendPagina(Context):
    """The kansen of one trend in full."""

    TEMPLATE: ClassVar[str] = "kansen-trend.html"

    trend: TrendLabel
    fasen: tuple[tuple[str, tuple[KansDeel, ...]], ...]
    """Per fase that has any, its kansen in full."""
    ingetrokken: tuple[tuple[str, str, str], ...] = ()
    """Withdrawn kansen, whose anchors were published: id, title, reason."""
    andere: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosPagina(Context):
    """The four scenarios and the two developments behind them."""

    TEMPLATE: ClassVar[str] = "scenarios.html"

    inleiding: Markup = NIETS
    scenarios: tuple[ScenarioKaart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPagina(ItemContext):
    """A scenario."""

    TEMPLATE: ClassVar[str] = "scenario.html"

    slug: str
    digitalisering: str
    circulair: str
    secties: tuple[Sectie, ...]
    signalen: tuple[tuple[str, str], ...]
    winnaars: tuple[str, ...]
    verliezers: tuple[str, ...]
    trends: tuple[ScenarioAlinea, ...]
    kansen: tuple[tuple[KansRegel, OordeelRegel], ...]
    """The kansen that work here, with the judgement."""
    verslagen: tuple[VerslagKaart, ...]
    andere: tuple[ScenarioKaart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeentenPagina(Context):
    """The gemeenten that have something on this site."""

    TEMPLATE: ClassVar[str] = "gemeenten.html"

    inleiding: Markup = NIETS
    provincies: tuple[Provincie, ...]
    aantal: int
    punten: tuple[Punt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeentePagina(Context):
    """A gemeente with all that is about it."""

    TEMPLATE: ClassVar[str] = "gemeente.html"

    provincie: Link
    grootteklasse: str
    inwoners: str
    inwoners_jaar: str
    vak: str
    punten: tuple[Punt, ...]
    praktijken: tuple[PraktijkKaart, ...]
    verslagen: tuple[VerslagKaart, ...]
    agenda: tuple[AgendaRegel, ...]
    vergelijkbaar: tuple[Link, ...]
    """Gemeenten of the same size class that have a praktijk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerslagenPagina(Context):
    """The list of verslagen."""

    TEMPLATE: ClassVar[str] = "verslagen.html"

    inleiding: Markup = NIETS
    verslagen: tuple[VerslagKaart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerslagPagina(ItemContext):
    """A verslag."""

    TEMPLATE: ClassVar[str] = "verslag.html"

    datum: str
    datum_toelichting: str
    plaats: str
    soort: str
    organisator: str
    deelnemers: tuple[str, ...]
    secties: tuple[Sectie, ...]
    trends: tuple[TrendLabel, ...]
    scenarios: tuple[Link, ...]
    praktijken: tuple[PraktijkKaart, ...]
    gemeenten: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BegrippenPagina(Context):
    """All terms with their explanation."""

    TEMPLATE: ClassVar[str] = "begrippen.html"

    inleiding: Markup = NIETS
    groepen: tuple[Lettergroep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicatiesPagina(Context):
    """All publications."""

    TEMPLATE: ClassVar[str] = "publicaties.html"

    inleiding: Markup = NIETS
    publicaties: tuple[PublicatieRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPagina(Context):
    """What is to come, and what was."""

    TEMPLATE: ClassVar[str] = "agenda.html"

    inleiding: Markup = NIETS
    komend: tuple[AgendaRegel, ...]
    geweest: tuple[AgendaRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigingenPagina(Context):
    """All major changes."""

    TEMPLATE: ClassVar[str] = "wijzigingen.html"

    inleiding: Markup = NIETS
    wijzigingen: tuple[WijzigingRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandaardPagina(ItemContext):
    """A standing page from `content/paginas/`."""

    TEMPLATE: ClassVar[str] = "pagina.html"

    inhoud: Markup
    onderliggend: tuple[Link, ...]
    """The pages below this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoekenPagina(Context):
    """The search page."""

    TEMPLATE: ClassVar[str] = "zoeken.html"

    inleiding: Markup = NIETS
    gegevens: str
    """Address of the search index that the script reads."""
    register: tuple[tuple[str, tuple[Link, ...]], ...]
    """Everything that can be found, by kind: what a reader without script uses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGevonden(Context):
    """What a reader sees at an address that does not exist."""

    TEMPLATE: ClassVar[str] = "niet-gevonden.html"

    wegen: tuple[Link, ...]
