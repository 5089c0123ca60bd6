"""What the scenarios add to a street: screens and drones, beds and barrels, lamps and fences; and what lies below.

Relative path data, each piece from its own origin on the ground (`layers.put` moves it); what has a size is a function.
"""

from __future__ import annotations

from binnenstad_site.drawings.layers import Layers
from binnenstad_site.drawings.shapes import path


def _round(x: float, y: float, radius: float) -> str:
    """A circle around a point, as relative data that ends where it began."""
    half = path("a", radius, radius, " 0 1 1", 2 * radius, 0)
    return f"{path('m', x - radius, y)}{half}{half.replace('1 1 ', '1 1-')}{path('m', radius - x, -y)}"


# -- on the ground -------------------------------------------------------------------------------------------------

SCREEN: Layers = (("z-t", "m-16-70h32v44h-32zm11 12v20l11-10z"), ("z-inkt", "m-1.4-26h2.8v26h-2.8z"))
"""A screen on a pole, 70 high, that plays something."""
BOARD: Layers = (
    ("z-donker", "m-23-74h46v32h-46z"),
    ("z-t", "m-18-46v-12h5v12zm8 0v-17h5v17zm8 0v-9h5v9zm8 0v-21h5v21zm8 0v-13h5v13z"),
    ("z-inkt", "m-15.4-42h2.8v42h-2.8z"),
)
"""A board in the street with what is measured, 74 high."""
ROBOT: Layers = (
    ("z-gevel", "m-9.5-3v-8.5q0-2.5 2.5-2.5h14q2.5 0 2.5 2.5v8.5z"),
    ("z-inkt", "m-8-2a2 2 0 1 1 4 0a2 2 0 1 1-4 0zm6 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0zm6 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0z"),
    ("z-lijn", "m-7-14v-8.5"),
    ("z-t", "m-7-22.5l5.5 2.3-5.5 2.3z"),
)
"""A cart that drives itself, with a flag."""
GLASSES: Layers = (("z-t", "m-2.4-15.4q2.4-1.6 4.8 0v1.8h-4.8z"),)
"""Over the eyes of who stands here."""
FRUIT: Layers = (
    (
        "z-t",
        (
            "m-10-33.6a1.9 1.9 0 1 1 3.8 0a1.9 1.9 0 1 1-3.8 0zm12.5-5a1.9 1.9 0 1 1 3.8 0a1.9 1.9 0 1 1-3.8 0z"
            "m4.3 10a1.9 1.9 0 1 1 3.8 0a1.9 1.9 0 1 1-3.8 0zm-11.6 3.6a1.9 1.9 0 1 1 3.8 0a1.9 1.9 0 1 1-3.8 0z"
        ),
    ),
)
"""In a tree with a crown of about 16."""
BARREL: Layers = (("z-gevel", "m-5.4 0q-1.8-7 0-14h10.8q1.8 7 0 14z"), ("z-rand", "m-6.2-10h12.4m-12.6 5h12.8"))
CHARGER: Layers = (("z-inkt", "m-2.5 0v-12q0-2.5 2.5-2.5t2.5 2.5v12z"), ("z-lijn", "m2.5-9q5-.5 5 3.5 0 3-2 3.5"))
MILL: Layers = (("z-lijn", "m0 0v-33m0 0v-18m0 18l-15 9m15-9l15 9"), ("z-inkt", _round(0, -33, 2)))
"""A small windmill on a roof."""
LOOP: Layers = (
    ("z-lijn", "m-8.6 4a9.5 9.5 0 0 1 15-10.7m2.2 2.7a9.5 9.5 0 0 1-15 10.7"),
    ("z-inkt", "m2-5.2l8 .8-1-8zm-4 10.4l-8-.8 1 8z"),
)
"""What goes round."""
ARROW: Layers = (("z-inkt", "m-5-6v12l10-6z"),)
"""To the right, on a line."""


def mast(high: float) -> Layers:
    """A mast that sends."""
    waves = "q-3.5 4.5 0 9m-3.6-12q-5.5 7.5 0 15m17.6-3q3.5-4.5 0-9m3.6 12q5.5-7.5 0-15"
    pole = path("m", 0, 0, "v", -high, "m", -5.5, 8, "h", 11, "m", -8.5, 5, "h", 6)
    return (("z-lijn", pole), ("z-rand", path("m", -7, 2 - high) + waves))


def pipe(high: float) -> Layers:
    """From the gutter of a house of this height into a barrel beside it."""
    return (("z-lijn", path("m", 0, -14, "v", 20 - high, "h", 12)),)


def lockers(columns: int, rows: int, cell: float = 5.6) -> Layers:
    """A wall of lockers, some of them full; the origin is its lower left corner."""
    wide, high = columns * cell, rows * cell
    full = [(i, j + 1) for i in range(columns) for j in range(rows) if (i + 2 * j) % 7 == 1]
    full_cells = "".join(
        path("m", i * cell, -j * cell, "h", cell, "v", cell, "h", -cell, "z", "m", -i * cell, j * cell) for i, j in full
    )
    upright = "".join(path("m", cell, 0, "v", -high, "m", 0, high) for _ in range(columns - 1))
    level = "".join(path("m", 0, -cell, "h", wide, "m", -wide, 0) for _ in range(rows - 1))
    frame = path("m", 0, 0, "v", -high, "h", wide, "v", high, "z")
    return (("z-gevel", frame), ("z-t", full_cells), ("z-rand", upright + path("m", -wide + cell, 0) + level))


def bed(width: float) -> Layers:
    """A raised bed with greens; the origin is its lower left corner."""
    count = int((width - 4) // 8)
    leaf = "c-5-2-6-5-5-9c3 1 5 4 5 9c0-5 2-8 5-9c1 4-1 8-5 9z"
    greens = path("m", (width - 8 * (count - 1)) / 2, -4) + "m8 0".join(leaf for _ in range(count))
    return (("z-loof", greens), ("z-inkt", path("m", 0, -4.5, "h", width, "v", 4.5, "h", -width, "z")))


# -- in the air ----------------------------------------------------------------------------------------------------


def dotted(*points: float) -> Layers:
    """A route through points: x, y, x, y, …"""
    return (("z-stippel", path("M", *points[:2], "L", *points[2:])),)


# -- below ---------------------------------------------------------------------------------------------------------


def sewer(radius: float) -> Layers:
    """A sewer, partly full; the origin is its middle."""
    level = radius * 0.4
    half = (radius**2 - level**2) ** 0.5
    water = path("m", half, level, "a", radius, radius, " 0 0 1", -2 * half, 0, "z")
    return (("z-water", water), ("z-lijn", _round(0, 0, radius)))


def cables(number: int) -> Layers:
    """Cables, end on; the origin is the first."""
    return (("z-inkt", "m7 0".join(_round(0, 0, 2) for _ in range(number))),)


def cistern(width: float, depth: float) -> Layers:
    """A tank under the street with the pipe that fills it; the origin is where the pipe meets the ground."""
    wall = path("m", -width / 2, 17, "q", width / 2, -6, width, 0, "v", depth, "q", -width / 2, 6, -width, 0, "z")
    return (("z-water", wall), ("z-lijn", f"m0 0v14m0-14{wall}"))
