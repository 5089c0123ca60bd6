"""The street of lit windows: one window per praktijk, a closed shutter for one that stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from markupsafe import Markup

from binnenstad_site.drawings.blocks import TREND_HOUSES
from binnenstad_site.drawings.houses import (
    WINDOW_HIGH,
    WINDOW_WIDE,
    Front,
    row_of_fronts,
    shutters,
    spread,
    walls,
    windows_at,
)
from binnenstad_site.drawings.shapes import Point, Shapes, shape
from binnenstad_site.drawings.svg import NO_DRAWING, Detail, Drawing, circle, element, paint

T = TypeVar("T")
WIDE = 200
MOST_WINDOWS = 160
RING, SHUTTER_RING = 10.5, 11.5
RINGED = 26
"""The square around a ring, with its line."""
LOWEST = 90.0
"""No drawing of a block is lower."""


@dataclass(frozen=True, slots=True)
class Windows:
    """How many windows a trend has in the street: lit ones, and closed shutters."""

    lit: int
    shut: int

    @property
    def count(self) -> int:
        return self.lit + self.shut

    @property
    def closed(self) -> frozenset[int]:
        """Which windows are the shutters, spread evenly."""
        return spread(self.shut, self.count)

    def split(self, items: Sequence[T]) -> tuple[list[T], list[T]]:
        """What belongs to the lit windows, and what to the shutters: one item for each window."""
        closed = self.closed
        return [item for i, item in enumerate(items) if i not in closed], [items[i] for i in sorted(closed)]


def per_window(counts: Sequence[int]) -> int:
    """How many praktijken one window stands for: 1, until a trend has more than fit."""
    return max(1, -(-max(counts, default=0) // MOST_WINDOWS))


def window_counts(praktijken: int, stopped: int, per: int = 1) -> Windows:
    """The numbers of lit and shut windows of a trend when one window stands for `per` praktijken."""
    return Windows(-(-(praktijken - stopped) // per), -(-stopped // per))


@dataclass(frozen=True, slots=True)
class HouseRow:
    """The drawn houses of a trend side by side, with the ground at y 0."""

    shapes: Shapes
    height: float
    corners: tuple[Point, ...]
    """The upper left corners of the windows."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        return 0, -self.height, WIDE, self.height


@lru_cache(maxsize=64)
def houses(trend: str, windows: Windows) -> HouseRow:
    """The houses of a trend with these windows, from back to front."""
    design = TREND_HOUSES[trend]
    fronts = row_of_fronts(design.houses, windows.count)
    shapes = design.behind(fronts) + walls(fronts) + lights(fronts, windows) + design.before(fronts)
    corners = tuple(corner for front in fronts for corner in front.windows)
    return HouseRow(shapes, round(max(design.top(fronts) + 2, LOWEST), 1), corners)


def lights(fronts: Iterable[Front], windows: Windows) -> Shapes:
    """The lit windows and the closed shutters."""
    lit, shut = windows.split([corner for front in fronts for corner in front.windows])
    return shape("z-t", windows_at(lit)) + shape("z-luik", shutters(shut))


@lru_cache(maxsize=64)
def block(trend: str, windows: Windows) -> Drawing:
    """The houses of a trend, 200 wide, standing on the lower edge; nothing for a trend without a drawing."""
    if trend not in TREND_HOUSES:
        return NO_DRAWING
    row = houses(trend, windows)
    return Drawing(row.box, paint(row.shapes), "blok")


@lru_cache(maxsize=64)
def _pale(trend: str, windows: Windows) -> Markup:
    """The pale houses, painted once for all praktijken of a trend."""
    return element("g", [paint(houses(trend, windows).shapes)], "z-stil")


def one_window(trend: str, windows: Windows, place: int, label: str) -> Drawing:
    """The same houses, pale, with one window lit and ringed; a shutter is ringed on hatch."""
    if trend not in TREND_HOUSES:
        return NO_DRAWING
    row = houses(trend, windows)
    corner = row.corners[place]
    middle = (corner[0] + WINDOW_WIDE / 2, corner[1] + WINDOW_HIGH / 2)
    if place in windows.closed:
        rings = [circle(*middle, SHUTTER_RING, "z-papier"), circle(*middle, SHUTTER_RING, "z-ring z-arcering")]
        window = shape("z-luik", shutters([corner], 1.2))
    else:
        rings = [circle(*middle, RING, "z-ring z-papier")]
        window = shape("z-t", windows_at([corner], 1.2))
    left, top = (round(place - RINGED / 2, 1) for place in middle)
    over = Detail((left, top, RINGED, RINGED), Markup().join([*rings, paint(window)]))
    return Drawing(row.box, _pale(trend, windows), "blok", label, over)
