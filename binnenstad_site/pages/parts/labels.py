"""Links and labels: how trend, status and evidence are named."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.models.vocabulary import GESTOPT

NIETS = Markup()


@dataclass(frozen=True, slots=True)
class PaginaLink:
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

    @property
    def gestopt(self) -> bool:
        return self.waarde == GESTOPT


@dataclass(frozen=True, slots=True)
class BewijsLabel:
    """A step of the evidence ladder, 0 to 4; of a praktijk also whether nobody but the news tells of it."""

    trede: int
    tekst: str
    alleen_nieuws: bool = False


@dataclass(frozen=True, slots=True)
class Trede:
    """A step of the ladder beside the grade of a praktijk: `stand` is `boven`, `hier` or `onder`, and a class."""

    trede: int
    tekst: str
    stand: str
    regel: str
    """The rule in words, where the grade is."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """One value of a facet, with how many items have it."""

    waarde: str
    """As addresses use it."""
    tekst: str
    aantal: int
    adres: str = ""
    """Its page; empty when it has none."""
    kort: str = ""
    """The trend that colours it, or empty."""


@dataclass(frozen=True, slots=True)
class Keuzegroep:
    """A facet of which one or more values can be chosen; `naam` is what the address calls it."""

    naam: str
    kop: str
    opties: tuple[Keuze, ...]
    met_bladen: bool = False
    """Whether its values have pages; without, only a script can filter by it."""
