"""Facades: fronts of buildings with a fixed height and number of windows, as they stand in the sections.

The origin is the lower left corner. The fronts in the street of windows are in `houses`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from binnenstad_site.drawings.gables import GABLES
from binnenstad_site.drawings.shapes import Shapes, box, panes, path, place, shape

WINDOW = (6, 9)
PITCH = (12, 16)


@dataclass(frozen=True, slots=True)
class Facade:
    """The front of a building in a section. Height and number of windows are given, not computed (compare `Front`)."""

    width: float
    height: float
    """To the eaves; the gable comes on top."""
    gable: str
    columns: int
    rows: int
    lit: frozenset[int] | None = None
    """Rows of windows with light, counted from the top; all of them when `None`."""
    plinth: str = "winkel"
    """`winkel`, `balk` (a shop under a beam), `deur` or `dicht`."""


def facade_shapes(facade: Facade) -> Shapes:
    """The wall with its gable, windows and plinth."""
    wall = shape("z-gevel", path("M0 0v", -facade.height, *GABLES[facade.gable](facade.width), "V0z"))
    return wall + facade_windows(facade) + _plinth(facade.width, facade.plinth)


def facade_windows(facade: Facade) -> Shapes:
    """The windows in rows: lit ones in the colour of the page, the others as an outline."""
    left = (facade.width - (facade.columns - 1) * PITCH[0] - WINDOW[0]) / 2
    rows = [
        panes(left, 8 - facade.height + row * PITCH[1], facade.columns, 1, WINDOW, PITCH) for row in range(facade.rows)
    ]
    lit = range(facade.rows) if facade.lit is None else facade.lit
    bright = (row for i, row in enumerate(rows) if i in lit)
    dark = (row for i, row in enumerate(rows) if i not in lit)
    return shape("z-t", *bright) + shape("z-rand", *dark)


def _plinth(width: float, kind: str) -> Shapes:
    if kind == "dicht":
        return shape("z-donker", box(4.5, -18, width - 9, 18))
    if kind == "deur":
        return shape("z-inkt", box(width / 2 - 4, -17, 8, 17))
    glass, door = box(4, -17, width - 18, 16), box(width - 11, -16.5, 7, 16.5)
    beam = box(2.5, -22, width - 5, 2.2) if kind == "balk" else ()
    middle = path("M", width / 2 - 5, "-17v16")
    return shape("z-papier", glass) + shape("z-rand", glass, middle) + shape("z-inkt", door, beam)


def row_of_facades(*facades: Facade) -> Shapes:
    """Facades side by side."""
    lefts = accumulate((facade.width for facade in facades), initial=0.0)
    return place(0, *((facade_shapes(facade), left) for facade, left in zip(facades, lefts, strict=False)))
