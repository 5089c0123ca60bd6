"""The overview of kansen."""

from __future__ import annotations

from dataclasses import dataclass

from binnenstad_site.pages.kans_evidence import KansBewijs
from binnenstad_site.pages.parts.list_items import KansRegel, TrendKaart


@dataclass(frozen=True, slots=True)
class KansPraktijk:
    """A praktijk that shows a kans: one window. `gestopt` is the word, or empty."""

    titel: str
    adres: str
    plaats: str
    gestopt: str
    bewijs: str
    uitkomst: str
    """Empty where that is not known."""


@dataclass(frozen=True, slots=True)
class KansBlok:
    """A kans with the praktijken that show it; without any the page says so."""

    regel: KansRegel
    praktijken: tuple[KansPraktijk, ...]
    bewijs: KansBewijs
    """What they show together."""
    rest: str = ""
    """How many more there are, where not all are named."""

    @property
    def id(self) -> str:
        """Its anchor, here and on the page of its trend."""
        return self.regel.adres.rpartition("#")[2]


@dataclass(frozen=True, slots=True)
class KansFase:
    """The kansen of one trend in one phase; `waarde` is the allowed value."""

    waarde: str
    naam: str
    kansen: tuple[KansBlok, ...]
    in_woorden: str
    """What its doors say."""


@dataclass(frozen=True, slots=True)
class KansTrend:
    """The kansen of one trend, by phase."""

    id: str
    trend: TrendKaart
    fasen: tuple[KansFase, ...]

    @property
    def blokken(self) -> tuple[KansBlok, ...]:
        """All its kansen in order."""
        return tuple(block for fase in self.fasen for block in fase.kansen)
