"""A row of doors, one per kans: filled when a praktijk shows it, a dashed outline when none does."""

from __future__ import annotations

from markupsafe import Markup

from binnenstad_site.drawings.shapes import Shapes, disc, fuse, join, shape, translate
from binnenstad_site.drawings.svg import drawing

WIDTH, HEIGHT, PITCH, ROW = 14, 20, 17, 24
PER_ROW = 4
"""Doors beside each other; more of them stand in a second row, and no third, so that three columns fit on a phone."""
FILLED = shape("z-t", "M0 20V7a7 7 0 0 1 14 0V20z")
KNOB = shape("z-papier", disc(10.4, 12, 1.3))
DASHED = shape("z-t-stippel", "M.8 19.2V7a6.2 6.2 0 0 1 12.4 0V19.2z")


def row(shown: int, unknown: int) -> Shapes:
    """`shown` filled doors with a knob, then `unknown` dashed ones."""
    corners = [(PITCH * (i % PER_ROW), ROW * (i // PER_ROW)) for i in range(shown + unknown)]
    layers = ((FILLED, corners[:shown]), (KNOB, corners[:shown]), (DASHED, corners[shown:]))
    return fuse(join(translate(part, *corner) for part, places in layers for corner in places))


def doors(shown: int, unknown: int) -> Markup:
    """A drawing that fits its doors; decoration, for the page says the numbers in words."""
    number = shown + unknown
    rows = -(-number // PER_ROW)
    width = PITCH * min(number, PER_ROW) - (PITCH - WIDTH)
    height = ROW * rows - (ROW - HEIGHT)
    kind = "deurrij deurrij-hoog" if rows > 1 else "deurrij"
    return drawing((0, 0, max(width, 0), max(height, 0)), row(shown, unknown), kind)
