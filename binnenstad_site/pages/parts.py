"""The parts that pages are made of: frozen values that hold all that a template prints, with final addresses.

Names are Dutch where a visitor sees what they hold. An address (`adres`) carries the base path already; `noten` are
the small source numbers as safe HTML; a date is in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

NIETS = Markup()


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text."""

    tekst: str
    adres: str


@dataclass(frozen=True, slots=True)
class TrendLabel:
    """A trend wherever it is named; `kort` ("vervoeren") is also the class that colours it."""

    slug: str
    titel: str
    kort: str
    adres: str


@dataclass(frozen=True, slots=True)
class StatusLabel:
    """`waarde` is the allowed value (also a class), `tekst` what a reader sees, `peildatum` a year or `onbekend`."""

    waarde: str
    tekst: str
    peildatum: str


@dataclass(frozen=True, slots=True)
class BewijsLabel:
    """A step of the evidence ladder, 0 to 4."""

    trede: int
    tekst: str
    regel: str


@dataclass(frozen=True, slots=True)
class PraktijkKaart:
    """A praktijk in a list."""

    slug: str
    titel: str
    adres: str
    in_een_zin: str
    trend: TrendLabel
    plaats: str
    """Municipality, or place and country; never empty."""
    vak: str
    """Map square such as `B4`; empty abroad and for more places."""
    status: StatusLabel
    bewijs: BewijsLabel


@dataclass(frozen=True, slots=True)
class Verwant:
    """A related praktijk with the reason why it is shown."""

    kaart: PraktijkKaart
    reden: str


@dataclass(frozen=True, slots=True)
class Sectie:
    """A named part of a body; empty `html` when the item has none."""

    titel: str
    id: str
    html: Markup


@dataclass(frozen=True, slots=True)
class BronRegel:
    """A source in the numbered list; `terug` are the places that cite it, a, b, c in the order of the page."""

    nummer: int
    id: str
    titel: str
    uitgever: str
    adres: str
    datum: str
    geraadpleegd: str
    terug: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WijzigingRegel:
    """A major change; `dag` is the ISO date for `<time>`."""

    dag: str
    datum: str
    wat: str
    titel: str = ""
    """The item, where changes of several items stand together."""
    adres: str = ""
    soort: str = ""


@dataclass(frozen=True, slots=True)
class BegripUitleg:
    """A term explained on demand: the button in the text points to `id`."""

    id: str
    term: str
    uitleg: str
    adres: str


@dataclass(frozen=True, slots=True)
class CijferDeel:
    """A figure: one value is shown large, more as bars; `deel` is the width of a bar in percent of the largest."""

    tekst: str
    eenheid: str
    noten: Markup
    waarden: tuple[Waarde, ...]


@dataclass(frozen=True, slots=True)
class Waarde:
    """One value of a series."""

    jaar: str
    waarde: str
    deel: int


@dataclass(frozen=True, slots=True)
class ResultaatRegel:
    """A result; `maat`, `voor` and `na` are empty where nothing was measured."""

    tekst: str
    noten: Markup
    maat: str
    voor: str
    na: str
    reeks: CijferDeel | None


@dataclass(frozen=True, slots=True)
class MisserRegel:
    """Something that went wrong."""

    kop: str
    tekst: str
    noten: Markup


@dataclass(frozen=True, slots=True)
class LesRegel:
    """A lesson; `afgeleid`: our own conclusion."""

    tekst: str
    afgeleid: bool


@dataclass(frozen=True, slots=True)
class OordeelRegel:
    """How a kans holds up in one scenario; `waarde` is the allowed value (also a class)."""

    scenario: Link
    waarde: str
    tekst: str
    reden: str


@dataclass(frozen=True, slots=True)
class KansRegel:
    """A kans in a list."""

    titel: str
    adres: str
    trend: TrendLabel
    fase: str
    wie: str
    eerste_stap: str
    houdt_stand: int
    """In how many of the four scenarios it works, with or without a change."""


@dataclass(frozen=True, slots=True)
class KansDeel:
    """A kans in full, on the page of its trend; `id` is its anchor."""

    id: str
    regel: KansRegel
    waarom: str
    praktijken: tuple[PraktijkKaart, ...]
    oordelen: tuple[OordeelRegel, ...]
    bronnen: tuple[BronRegel, ...]
    gecontroleerd: str
    controle_nodig: bool
    wijzigingen: tuple[WijzigingRegel, ...]
    bewerken: str


@dataclass(frozen=True, slots=True)
class VerslagKaart:
    """A verslag in a list."""

    titel: str
    adres: str
    in_een_zin: str
    soort: str
    datum: str
    plaats: str


@dataclass(frozen=True, slots=True)
class ScenarioKaart:
    """A scenario in a list, with its place on the two axes (`hoog` or `laag`)."""

    slug: str
    titel: str
    adres: str
    in_een_zin: str
    digitalisering: str
    circulair: str


@dataclass(frozen=True, slots=True)
class ScenarioAlinea:
    """What a trend does in one scenario, or a scenario in one trend."""

    link: Link
    tekst: str


@dataclass(frozen=True, slots=True)
class TrendKaart:
    """A trend in a list with its counts."""

    label: TrendLabel
    in_een_zin: str
    dossier: str
    praktijken: int
    gestopt: int
    kansen: int
    thema: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One allowed value of a facet, with how many praktijken it has; `huidig`: the list shows this one."""

    tekst: str
    adres: str
    aantal: int
    huidig: bool


@dataclass(frozen=True, slots=True)
class Facetgroep:
    """A facet: trend, status, provincie or bewijs."""

    naam: str
    opties: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class GemeenteRegel:
    """A gemeente in a list."""

    naam: str
    adres: str
    praktijken: int
    verslagen: int


@dataclass(frozen=True, slots=True)
class Provincie:
    """A province with its gemeenten that have a page."""

    naam: str
    adres: str
    gemeenten: tuple[GemeenteRegel, ...]


@dataclass(frozen=True, slots=True)
class AgendaRegel:
    """Something to go to; `id` is empty outside the agenda, `dag` is the ISO date of the first day."""

    id: str
    titel: str
    dag: str
    wanneer: str
    plaats: str
    soort: str
    voor_wie: str
    adres: str


@dataclass(frozen=True, slots=True)
class PublicatieRegel:
    """A publication in the list."""

    id: str
    titel: str
    adres: str
    auteurs: str
    uitgever: str
    datum: str
    soort: str
    in_een_zin: str
    trends: tuple[TrendLabel, ...]


@dataclass(frozen=True, slots=True)
class BegripRegel:
    """A term on the page of terms."""

    id: str
    term: str
    uitleg: str
    ook: str
    verwant: str
    zie: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Lettergroep:
    """Terms that begin with the same letter."""

    letter: str
    begrippen: tuple[BegripRegel, ...]
