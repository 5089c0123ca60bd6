"""Fronts of houses with a fixed number of windows: what stands in the sections. Its origin is the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from binnenstad_site.drawings.gables import GABLES
from binnenstad_site.drawings.shapes import Shapes, box, panes, path, place, shape

WINDOW = (6, 9)
PITCH = (12, 16)


@dataclass(frozen=True, slots=True)
class Facade:
    """Measures, gable, windows and what the plinth is."""

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


def facade(front: Facade) -> Shapes:
    """A whole front."""
    wall = shape("z-gevel", path("M0 0v", -front.height, *GABLES[front.gable](front.width), "V0z"))
    return wall + windows(front) + _plinth(front.width, front.plinth)


def windows(front: Facade) -> Shapes:
    """The windows in rows: lit ones in the colour of the page, the others as an outline."""
    left = (front.width - (front.columns - 1) * PITCH[0] - WINDOW[0]) / 2
    rows = [
        panes(left, 8 - front.height + row * PITCH[1], front.columns, 1, WINDOW, PITCH) for row in range(front.rows)
    ]
    lit = range(front.rows) if front.lit is None else front.lit
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
    """Fronts side by side."""
    lefts = accumulate((front.width for front in facades), initial=0.0)
    return place(0, *((facade(front), left) for front, left in zip(facades, lefts, strict=False)))
