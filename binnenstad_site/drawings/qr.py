"""A QR code, for who holds a printed page: dark squares on the paper."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from binnenstad_site.drawings.shapes import Outline, box, join, shape
from binnenstad_site.drawings.svg import drawing

MODULE = 4.0
"""The side of one square, in pixels."""
QUIET = 4
"""The white edge that readers of such codes ask for, in squares."""


def qr_code(text: str, label: str) -> Markup:
    """The code of a text, with a white edge; `label` is what a screen reader says of it."""
    import segno  # noqa: PLC0415 - most builds know the page

    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    side = (len(rows) + 2 * QUIET) * MODULE
    squares = join(_row(row, (number + QUIET) * MODULE) for number, row in enumerate(rows))
    return drawing((0, 0, side, side), shape("z-papier", box(0, 0, side, side)) + shape("z-inkt", squares), "qr", label)


def _row(row: Iterable[int], y: float) -> Outline:
    """The runs of dark squares in one row of the matrix."""
    x, runs = QUIET * MODULE, list[Outline]()
    for dark, run in groupby(row):
        width = len(list(run)) * MODULE
        if dark:
            runs.append(box(x, y, width, MODULE))
        x += width
    return join(runs)
