"""Figures by year: how long each bar is, and a line where there are many years.

Bars are HTML with text that never scales; only a long series becomes a line, with its turning points named.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, log10

from markupsafe import Markup

from binnenstad_site.core.typography import dutch_number
from binnenstad_site.drawings.shapes import Point, disc, path, shape
from binnenstad_site.drawings.svg import drawing, text

LONG = 6
"""From so many values on a series is a line."""
LEFT, RIGHT, TOP, BOTTOM = 12.0, 328.0, 26.0, 146.0
"""Where the line is drawn, in a box of 340 wide: its text is 12 px or more at every width of the page."""
BOX = (0, 0, 340, 186)


def widths(values: Sequence[float]) -> tuple[int, ...]:
    """The length of each bar in percent of the longest."""
    largest = max((abs(value) for value in values), default=0) or 1
    return tuple(round(100 * abs(value) / largest) for value in values)


def turning_points(values: Sequence[float]) -> tuple[int, ...]:
    """The first, the last, and where a series turns from rising to falling or back."""
    last = len(values) - 1
    inner = (i for i in range(1, last) if (values[i] - values[i - 1]) * (values[i + 1] - values[i]) < 0)
    return (0, *inner, last)


def missing_years(years: Sequence[int]) -> tuple[int, ...]:
    """The years between the first and the last of which there is no value."""
    return tuple(year for before, after in pairwise(years) for year in range(before + 1, after))


def axis(values: Sequence[float]) -> tuple[float, float]:
    """A round low and high end that hold all values; it begins at zero when they spread wide."""
    low, high = min(values), max(values)
    if low >= 0 and low < high / 2:
        low = 0
    step = 10 ** floor(log10((high - low) or abs(high) or 1))
    step = step / 2 if (high - low) / step < 2 else step
    bottom, top = floor(low / step) * step, ceil(high / step) * step
    return bottom, top if top > bottom else bottom + step


def describe_series(years: Sequence[int], values: Sequence[float]) -> str:
    """A line chart in words: where its axis begins and ends, and which years have no value."""
    low, high = (dutch_number(end) for end in axis(values))
    missing = [str(year) for year in missing_years(years)]
    gap = f" Geen waarde van {' en '.join([', '.join(missing[:-1]), missing[-1]] if missing[1:] else missing)}."
    return f"De as loopt van {low} tot {high}.{gap if missing else ''}"


def dots(years: Sequence[int], values: Sequence[float]) -> list[Point]:
    """Where each value stands in the box of the line chart, on whole units."""
    low, high = axis(values)
    return [
        (
            float(round(LEFT + (RIGHT - LEFT) * (year - years[0]) / (years[-1] - years[0]))),
            float(round(BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low))),
        )
        for year, value in zip(years, values, strict=True)
    ]


def line_chart(years: Sequence[int], values: Sequence[float], labels: Sequence[str]) -> Markup:
    """A line through values with a dot on each; turning points carry their label, the ends their year."""
    points = dots(years, values)
    grid = (path("M0", TOP + (BOTTOM - TOP) * part / 2, "h", BOX[2]) for part in range(3))
    line = path("M", *points[0], "L", *(number for point in points[1:] for number in point))
    last = len(values) - 1

    def label(i: int, y: float, words: str, cls: str) -> Markup:
        """Centred over its dot; the first and last within the drawing."""
        if i in (0, last):
            return text(BOX[2] if i else 0, y, words, f"{cls} {'laatste' if i else 'eerste'}")
        return text(points[i][0], y, words, cls)

    words = [
        label(i, points[i][1] + (21 if _is_low(values, i) else -11), labels[i], "grafiek-waarde")
        for i in turning_points(values)
    ]
    ends = [label(i, BOTTOM + 37, str(years[i]), "grafiek-jaar") for i in (0, last)]
    shapes = shape("grafiek-raster", *grid) + shape("z-t-lijn", line) + shape("z-t", *(disc(*dot, 5) for dot in points))
    return drawing(BOX, shapes, "grafiek", over=(*words, *ends))


def _is_low(values: Sequence[float], i: int) -> bool:
    """Whether a point lies below its neighbours: its label then goes under it."""
    near = [values[j] for j in (i - 1, i + 1) if 0 <= j < len(values)]
    return all(values[i] < other for other in near)
