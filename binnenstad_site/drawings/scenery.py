"""What the scenarios add to a street: screens and robots, beds and barrels, masts; and what lies in the soil.

Each stands on its own origin, on the ground unless it says otherwise. What has a size is a function.
"""

from __future__ import annotations

from binnenstad_site.drawings.shapes import Shapes, box, disc, path, place, shape

# -- on the ground -------------------------------------------------------------------------------------------------

SCREEN = shape("z-t", "m-16-70h32v44h-32zm11 12v20l11-10z") + shape("z-inkt", "m-1.4-26h2.8v26h-2.8z")
"""A screen on a pole, 70 high, that plays something."""
BOARD = (
    shape("z-donker", "m-23-74h46v32h-46z")
    + shape("z-t", "m-18-46v-12h5v12zm8 0v-17h5v17zm8 0v-9h5v9zm8 0v-21h5v21zm8 0v-13h5v13z")
    + shape("z-inkt", "m-15.4-42h2.8v42h-2.8z")
)
"""A board in the street with what is measured, 74 high."""
ROBOT = (
    shape("z-gevel", "m-9.5-3v-8.5q0-2.5 2.5-2.5h14q2.5 0 2.5 2.5v8.5z")
    + shape("z-inkt", *(disc(x, -2, 2) for x in (-6, 0, 6)))
    + shape("z-lijn", "m-7-14v-8.5")
    + shape("z-t", "m-7-22.5l5.5 2.3-5.5 2.3z")
)
"""A cart that drives itself, with a flag."""
GLASSES = shape("z-t", "m-2.4-15.4q2.4-1.6 4.8 0v1.8h-4.8z")
"""Over the eyes of who stands here."""
FRUIT = shape("z-t", *(disc(x, y, 1.9) for x, y in ((-8.1, -33.6), (4.4, -38.6), (8.7, -28.6), (-2.9, -25))))
"""In a tree with a crown of about 16."""
BARREL = shape("z-gevel", "m-5.4 0q-1.8-7 0-14h10.8q1.8 7 0 14z") + shape("z-rand", "m-6.2-10h12.4m-12.6 5h12.8")
CHARGER = shape("z-inkt", "m-2.5 0v-12q0-2.5 2.5-2.5q2.5 0 2.5 2.5v12z") + shape(
    "z-lijn", "m2.5-9q5-.5 5 3.5 0 3-2 3.5"
)
MILL = shape("z-lijn", "m0 0v-33m0 0v-18m0 18l-15 9m15-9l15 9") + shape("z-inkt", disc(0, -33, 2))
"""A small windmill on a roof."""
LOOP = shape("z-lijn", "m-8.6 4a9.5 9.5 0 0 1 15-10.7m2.2 2.7a9.5 9.5 0 0 1-15 10.7") + shape(
    "z-inkt", "m2-5.2l8 .8-1-8zm-4 10.4l-8-.8 1 8z"
)
"""What goes round; the origin is its middle."""
ARROW = shape("z-inkt", "m-5-6v12l10-6z")
"""To the right, on a line."""


def mast(height: float) -> Shapes:
    """A mast that sends."""
    pole = path("m0 0v", -height, "m-5.5 8h11m-8.5 5h6")
    waves = path("m-7", 2 - height, "q-3.5 4.5 0 9m-3.6-12q-5.5 7.5 0 15m17.6-3q3.5-4.5 0-9m3.6 12q5.5-7.5 0-15")
    return shape("z-lijn", pole) + shape("z-rand", waves)


def pipe(height: float) -> Shapes:
    """From the gutter of a house of this height into a barrel beside it."""
    return shape("z-lijn", path("m0-14v", 20 - height, "h12"))


def lockers(columns: int, rows: int, cell: float = 5.6) -> Shapes:
    """A wall of lockers, some of them full; the origin is its lower left corner."""
    width, height = columns * cell, rows * cell
    full = [(i, j + 1) for i in range(columns) for j in range(rows) if (i + 2 * j) % 7 == 1]
    upright = (path("M", i * cell, "0v", -height) for i in range(1, columns))
    level = (path("M0", -j * cell, "h", width) for j in range(1, rows))
    return (
        shape("z-gevel", path("m0 0v", -height, "h", width, "v", height, "z"))
        + shape("z-t", *(box(i * cell, -j * cell, cell, cell) for i, j in full))
        + shape("z-rand", *upright, *level)
    )


def bed(width: float) -> Shapes:
    """A raised bed with greens; the origin is its lower left corner."""
    count = int((width - 4) // 8)
    first = (width - 8 * (count - 1)) / 2
    leaves = shape("z-loof", "m0 0c-5-2-6-5-5-9c3 1 5 4 5 9c0-5 2-8 5-9c1 4-1 8-5 9z")
    return place(-4, (leaves, *(first + 8 * i for i in range(count)))) + shape("z-inkt", box(0, -4.5, width, 4.5))


# -- in the air ----------------------------------------------------------------------------------------------------


def dotted(*points: float) -> Shapes:
    """A route through points: x, y, x, y, …"""
    return shape("z-stippel", path("M", *points[:2], "L", *points[2:]))


# -- in the soil -----------------------------------------------------------------------------------------------------


def sewer(radius: float) -> Shapes:
    """A sewer, partly full; the origin is its middle."""
    level = radius * 0.4
    half = (radius**2 - level**2) ** 0.5
    water = path("m", half, level, "a", radius, radius, "0 0 1", -2 * half, 0, "z")
    return shape("z-water", water) + shape("z-lijn", disc(0, 0, radius))


def cables(number: int) -> Shapes:
    """Cables, end on; the origin is the first."""
    return shape("z-inkt", *(disc(7 * i, 0, 2) for i in range(number)))


def line(*words: str | float) -> Shapes:
    """A pipe or a fibre in the colour of the page: path data."""
    return shape("z-t-lijn", path(*words))


def cistern(width: float, depth: float) -> Shapes:
    """A tank under the street with the pipe that fills it; the origin is where the pipe meets the ground."""
    half = width / 2
    wall = path("m", -half, 17, "q", half, -6, width, 0, "v", depth, "q", -half, 6, -width, 0, "z")
    return shape("z-water", wall) + shape("z-lijn", "m0 0v14", wall)
