"""Figures as pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.pages.parts.labels import NIETS


@dataclass(frozen=True, slots=True)
class CijferDeel:
    """A figure: one value is shown large, more as bars, many years as a line."""

    tekst: str
    eenheid: str
    noten: Markup
    waarden: tuple[Waarde, ...]
    """Empty when there is only one."""
    groot: Waarde | None = None
    """The value when there is only one."""
    lijn: Markup = NIETS
    """The drawing when there are many years."""
    bij_lijn: str = ""
    """From where to where the axis of the line runs, and which years are missing."""
    voor: bool = False
    """Whether the first value is the one from before; its bar is an outline."""
    verschil: str = ""
    """From the first value to the last, in words and figures."""
    verschil_kop: str = "Verschil"
    """What that is a difference of."""
    kanttekening: str = ""
    """What is not known of the values."""


@dataclass(frozen=True, slots=True)
class Waarde:
    """One value of a series; `deel` is the length of its bar in percent of the longest.

    `jaar` is its year, or what else says when it was.
    """

    jaar: str
    waarde: str
    deel: int
