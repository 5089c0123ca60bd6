"""Items in a list."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.memo import KeptKey
from binnenstad_site.drawings.svg import Drawing
from binnenstad_site.pages.parts.figure_parts import CijferDeel
from binnenstad_site.pages.parts.labels import NIETS, BewijsLabel, PaginaLink, StatusLabel, TrendLabel


@dataclass(frozen=True)
class PraktijkKaart(KeptKey):
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
    uitkomst: str
    """Whether the goal was reached; empty where that is not known."""
    meting: CijferDeel | None = None
    """What was measured before and after, where that is known well enough to be drawn."""


@dataclass(frozen=True, slots=True)
class Verwant:
    """A related praktijk with the reason why it is shown."""

    kaart: PraktijkKaart
    reden: str


@dataclass(frozen=True, slots=True)
class OordeelVak:
    """How a kans holds up in one scenario, as one glyph of a row; `waarde` is the allowed value."""

    scenario: str
    waarde: str
    tekst: str


@dataclass(frozen=True, slots=True)
class KansRegel:
    """A kans in a list."""

    titel: str
    adres: str
    trend: TrendLabel
    fase: str
    wie: str
    eerste_stap: str
    oordelen: tuple[OordeelVak, ...]
    """One per scenario, always in the order in which the quadrant of scenarios is read."""

    @property
    def naar_oordelen(self) -> str:
        """Address of the reasons for its judgements: the table on the page of its trend."""
        return f"{self.adres}-oordelen"

    @property
    def gewicht(self) -> float:
        """In how many of the scenarios it holds, where `werkt-met-aanpassing` counts half."""
        return self._count("werkt") + self._count("werkt-met-aanpassing") / 2

    @property
    def houdt_stand(self) -> str:
        """In how many it holds, in words."""
        works, changed, of = self._count("werkt"), self._count("werkt-met-aanpassing"), len(self.oordelen)
        if not works:
            return f"Houdt in {changed} van {of} scenario’s stand, met aanpassing" if changed else "Houdt nergens stand"
        return f"Houdt stand in {works} van {of} scenario’s" + f", met aanpassing in nog {changed}" * bool(changed)

    def _count(self, judgement: str) -> int:
        return sum(glyph.waarde == judgement for glyph in self.oordelen)


@dataclass(frozen=True, slots=True)
class VerslagKaart:
    """A verslag in a list, or a bijeenkomst without one."""

    titel: str
    adres: str
    in_een_zin: str
    soort: str
    datum: str
    plaats: str


@dataclass(frozen=True, slots=True)
class ScenarioKaart:
    """A scenario in a list, with its place on the two axes (`hoog` or `laag`) as values, in words and drawn."""

    slug: str
    titel: str
    adres: str
    in_een_zin: str
    digitalisering: str
    circulair: str
    plaats: str
    positie: Markup
    tekening: Markup
    """Its street section; empty for a scenario without a drawing."""
    trends: tuple[TrendAlinea, ...]
    """What each trend does here."""


@dataclass(frozen=True, slots=True)
class TrendAlinea:
    """What a trend does in one scenario."""

    trend: TrendLabel
    tekst: str


@dataclass(frozen=True, slots=True)
class ScenarioAlinea:
    """A scenario in one trend."""

    link: PaginaLink
    tekst: str
    tekening: Markup = NIETS
    """The scenario in small, where there is room for it."""


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
    geteld: str
    """Its praktijken in words: `1 praktijk`, `89 praktijken`."""
    kansen_geteld: str
    naar_praktijken: str
    naar_kansen: str
    blok: Drawing
    """Its houses, with a lit window per praktijk."""


@dataclass(frozen=True, slots=True)
class Straat:
    """The houses of all trends, with what a window and a closed shutter stand for (empty when nothing stopped)."""

    trends: tuple[TrendKaart, ...]
    raam: str
    luik: str
    antwoordt: bool = False
    """Whether a script may say of each window which praktijk it is."""
    verder: Markup = NIETS
    """How the street goes on at either end; empty where it stands within a page."""


@dataclass(frozen=True, slots=True)
class GemeenteRegel:
    """A gemeente in a list."""

    naam: str
    adres: str
    praktijken: int
    praktijken_heten: str
    """The word for so many praktijken."""
    verslagen: str
    """How many, with the word; empty without."""
    vak: str = ""


@dataclass(frozen=True, slots=True)
class Provincie:
    """A province with its gemeenten that have a page, and the names of those that have none."""

    naam: str
    adres: str
    gemeenten: tuple[GemeenteRegel, ...]
    zonder: tuple[str, ...] = ()
