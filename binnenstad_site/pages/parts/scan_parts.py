"""What the trendscan shows: statements with their scales."""

from __future__ import annotations

from dataclasses import dataclass

from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel


@dataclass(frozen=True, slots=True)
class Stand:
    """One step of a scale: 0 to 4, and its word."""

    waarde: int
    woord: str


@dataclass(frozen=True, slots=True)
class Schaal:
    """A question about a statement, with what the ends of its scale look like."""

    naam: str
    """How the answers of one statement are told apart: `i` or `v`, before the number."""
    kort: str
    """The word above a column: `Invloed`."""
    vraag: str
    standen: tuple[Stand, ...]
    nul: str
    vier: str


@dataclass(frozen=True, slots=True)
class StellingDeel:
    """A statement."""

    nummer: int
    """As in the links of readers."""
    plaats: int
    """As readers count: 1, 2, 3 …"""
    tekst: str
    trend: TrendLabel
    waarom: str
    adres: str
    """Where it stands with its reason and sources."""
    bronnen: tuple[tuple[PaginaLink, str], ...]
    """Each source, with who published it and when; without address when it is in print."""
    schalen: tuple[Schaal, ...]
