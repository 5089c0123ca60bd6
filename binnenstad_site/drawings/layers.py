"""Shapes as path data by class, so that a whole drawing needs one path per colour.

Something that returns (a person, a chair) is written once in relative path data, from its own origin on the ground;
`put` moves it. Many of them then go into one path, where the repeated text packs to next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from markupsafe import Markup

from binnenstad_site.drawings.packing import packed
from binnenstad_site.drawings.shapes import number, path, shape

Layers = tuple[tuple[str, str], ...]
"""Pairs of class and path data."""

PATH = re.compile(r'<path class="([^"]*)" d="([^"]*)"/>')
ORDER = (
    "z-aarde",
    "z-kamer",
    "z-gevel",
    "z-papier",
    "z-donker",
    "z-arcering",
    "z-water",
    "z-loof",
    "z-inkt",
    "z-t",
    "z-rand",
    "z-dun",
    "z-lijn",
    "z-t-lijn",
    "z-stippel",
)
"""From back to front."""


def put(piece: Layers, x: float, y: float) -> Layers:
    """A piece of relative path data, at a point."""
    return tuple((cls, f"M{number(x)} {number(y)}{data}") for cls, data in piece)


def row(piece: Layers, places: Iterable[float], y: float) -> Layers:
    """The same piece at several places."""
    return joined(*(put(piece, x, y) for x in places))


def joined(*pieces: Layers) -> Layers:
    """Pieces on top of each other, the data of each class together."""
    data: dict[str, str] = {}
    for cls, more in chain.from_iterable(pieces):
        data[cls] = data.get(cls, "") + more
    return tuple(data.items())


def read(*figures: Markup) -> Layers:
    """Figures that are markup already as layers, so that they merge with what stands beside them."""
    found = tuple(pair for figure in figures for pair in PATH.findall(figure))
    if Markup().join(shape(data, cls) for cls, data in found) != Markup().join(figures):
        raise ValueError("only what is nothing but paths can be read")
    return joined(found)


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as path data."""
    return path("M", x, y, "h", width, "v", height, "h", -width, "z")


def grid(x: float, y: float, columns: int, rows: int, cell: tuple[float, float]) -> str:
    """The lines of a grid of cells, its edge included."""
    width, height = columns * cell[0], rows * cell[1]
    upright = "".join(path("M", x + i * cell[0], y, "v", height) for i in range(columns + 1))
    return upright + "".join(path("M", x, y + i * cell[1], "h", width) for i in range(rows + 1))


def painted(*pieces: Layers, pack: bool = True) -> Markup:
    """One path per class, from back to front, packed or as written; an unknown class is a mistake of ours."""
    data = dict(joined(*pieces))
    return Markup().join(shape(packed(data[cls]) if pack else data[cls], cls) for cls in sorted(data, key=ORDER.index))
