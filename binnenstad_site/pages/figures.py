"""Figures in the text: a value, some bars, or a line over many years."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from binnenstad_site.drawings import bars
from binnenstad_site.models.blocks import Punt
from binnenstad_site.models.texttypes import number_of
from binnenstad_site.pages.parts.figure_parts import CijferDeel, Waarde


def figure(text: str, unit: str, series: Sequence[Punt], noten: Markup, *, voor: bool = False) -> CijferDeel:
    """A series with the length of its bars, and a line when it is long; `noten` are the numbers of its sources.

    A unit or year that the text names already is left out. `voor`: the first value is the one from before.
    """
    unit = "" if unit.lower() in text.lower() else unit
    numbers = [number_of(point.waarde) for point in series]
    if len(series) == 1:
        only = series[0]
        (width,) = bars.widths(numbers)
        year = "" if only.jaar in text else only.jaar
        return CijferDeel(text, unit, noten, (), Waarde(year, only.waarde, width), voor=voor)
    values = tuple(Waarde(p.jaar, p.waarde, width) for p, width in zip(series, bars.widths(numbers), strict=True))
    years = [int(point.jaar) for point in series]
    if len(series) < bars.LONG or years != sorted(set(years)):
        return CijferDeel(text, unit, noten, values, voor=voor)
    line = bars.line_chart(years, numbers, [point.waarde for point in series])
    return CijferDeel(text, unit, noten, values, lijn=line, bij_lijn=bars.describe_series(years, numbers), voor=voor)
