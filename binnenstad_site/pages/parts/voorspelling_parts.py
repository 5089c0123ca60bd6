"""Forecasts: as they are quoted, and in full."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.pages.parts.item_parts import BronLijst
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel


@dataclass(frozen=True, slots=True)
class VoorspellingRegel:
    """A forecast in a list."""

    titel: str
    adres: str
    wie: str
    wanneer: str
    """When it was said and for when, in words: `in 2020, voor 2022`."""
    uitkomst: str
    """In words."""
    waarde: str
    """What was measured; empty where nothing was."""
    teken: Markup
    """The disc of its outcome."""


@dataclass(frozen=True, slots=True)
class VoorspellingDeel:
    """A forecast in full; `id` is its anchor."""

    id: str
    regel: VoorspellingRegel
    uitspraak: str
    uitspraak_noten: Markup
    gebeurde: str
    gebeurde_noten: Markup
    les: str
    trends: tuple[TrendLabel, ...]
    scenarios: tuple[PaginaLink, ...]
    bronnen: BronLijst


@dataclass(frozen=True, slots=True)
class VoorspellingGroep:
    """The forecasts about one subject, and how many there are of each outcome that any forecast has."""

    naam: str
    adres: str
    """Where the first of them stands."""
    delen: tuple[VoorspellingDeel, ...]
    aantallen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UitkomstTelling:
    """An outcome with its disc, and how many forecasts have it."""

    teken: Markup
    tekst: str
    kort: str
    """The answer to the question whether it came true."""
    aantal: int
