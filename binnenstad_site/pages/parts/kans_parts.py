"""The overview of kansen: what it says of each, and what it can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.pages.parts.cards import KansRegel, TrendKaart
from binnenstad_site.pages.parts.labels import PaginaLink


@dataclass(frozen=True, slots=True)
class KansPraktijk:
    """A praktijk that shows a kans: one window. `gestopt` is the word, or empty."""

    titel: str
    adres: str
    plaats: str
    gestopt: str


@dataclass(frozen=True, slots=True)
class KansBlok:
    """A kans with the praktijken that show it; without any the page says so."""

    regel: KansRegel
    praktijken: tuple[KansPraktijk, ...]
    rest: str = ""
    """How many more there are, where not all are named."""


@dataclass(frozen=True, slots=True)
class KansFase:
    """The kansen of one trend in one phase; `waarde` is the allowed value."""

    waarde: str
    naam: str
    kansen: tuple[KansBlok, ...]
    deuren: Markup
    """A door for each kans; empty when there is none."""
    in_woorden: str
    """What the doors say."""


@dataclass(frozen=True, slots=True)
class KansTrend:
    """The kansen of one trend, by phase."""

    id: str
    plek: str
    """Where the table of doors leads to."""
    trend: TrendKaart
    adres: str
    """The page with these kansen in full."""
    naar_trend: PaginaLink
    tekening: Markup
    fasen: tuple[KansFase, ...]

    @property
    def blokken(self) -> tuple[KansBlok, ...]:
        """All its kansen in order."""
        return tuple(block for fase in self.fasen for block in fase.kansen)


@dataclass(frozen=True, slots=True)
class Keuze:
    """One value to choose, with how many it leaves when nothing else is chosen."""

    waarde: str
    tekst: str
    aantal: int
    kort: str = ""
    """The trend that colours it, or empty."""


@dataclass(frozen=True, slots=True)
class Keuzegroep:
    """Values of which one or more can be chosen; `naam` is what the address calls them."""

    naam: str
    kop: str
    opties: tuple[Keuze, ...]
