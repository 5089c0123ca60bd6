"""Two streets of 1200 wide: the one above the footer, and the one on the 404 page, with a house missing."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings import figures, vehicles
from binnenstad_site.drawings.figures import CHILD, LAMP, SKIRT, STANDING, WALKING
from binnenstad_site.drawings.houses import Front, House, row_of_fronts, walls
from binnenstad_site.drawings.shapes import Shapes, box, merge, mirror, path, place, scale, shape, translate
from binnenstad_site.drawings.street import Windows, lights
from binnenstad_site.drawings.svg import drawing


@lru_cache
def footer_strip() -> Markup:
    """Small life on the ground line of the footer, 1200 wide; on a narrow page only its beginning shows.

    It is on every page, and out of reach of what gzip remembers of the drawings above it: so few kinds of figures, all
    looking the same way, in one path a colour.
    """
    life = place(
        0,
        (figures.tree(13, 24), 60, 520, 900, 1120),
        (WALKING, 84, 620, 1149),
        (STANDING, 105, 330, 338, 688, 926),
        (LAMP, 300, 742),
        (vehicles.CYCLIST, 157, 434, 1040),
        (figures.stall(), 662),
    )
    return drawing((0, -44, 1200, 44), merge(life), "strook")


GAP = (5, 95.0)
"""After how many houses the gap comes, and how wide it is."""
SQUARE = (9, 228.0)
"""After how many houses the square comes, and how wide it is."""
FIRST = 92.0
HOUSES = (
    House(64, 3, 1, "trap", 54, ((6, 40),)),
    House(58, 3, 0, "plat", 50, ((5, 36),)),
    House(62, 3, 1, "klok", 53, ((5, 39),)),
    House(54, 2, 0, "tuit", 45, ((5, 31),)),
    House(68, 4, 0, "plat", 59, ((5, 44),)),
    House(60, 3, 0, "hals", 51, ((5, 37),)),
    House(66, 4, 0, "plat", 57, ((5, 43),)),
    House(56, 2, 1, "tuit", 47, ((5, 33),)),
    House(68, 3, 0, "trap", 59, ((5, 44),)),
    House(62, 3, 0, "plat", 53, ((5, 39),)),
    House(58, 3, 1, "klok", 50, ((5, 36),)),
    House(64, 3, 0, "tuit", 55, ((5, 41),)),
)


def street_with_gap(windows: Windows) -> Shapes:
    """A street with a window for every praktijk and one house missing, on the ground at y 0."""
    fronts = fronts_around_gap(windows.count)
    last = fronts[GAP[0] - 1]
    left, right = last.right, fronts[GAP[0]].x
    square = fronts[SQUARE[0] - 1].right
    life = place(
        0,
        (figures.tree(20, 38), 32),
        (scale(LAMP, 1.5), 72, square + 18, square + 214),
        (mirror(STANDING), left - 26),
        (WALKING, right + 22),
        (vehicles.CYCLIST, square + 48),
        (figures.tree(24, 46), square + 94),
        (figures.BENCH, square + 130),
        (figures.stall(), square + 172),
        (SKIRT, square + 193),
        (CHILD, square + 201),
        (figures.tree(18, 36), 1180),
    )
    gap = translate(_missing(right - left, last.eaves), left, 0)
    return walls(fronts) + lights(fronts, windows) + gap + life


def lost_street(windows: Windows) -> Markup:
    """The drawing of the 404 page, 1200 wide."""
    height = max(*(front.top + 2 for front in fronts_around_gap(windows.count)), 150.0)
    return drawing((0, -height, 1200, height), street_with_gap(windows), "strook")


def fronts_around_gap(count: int) -> tuple[Front, ...]:
    """The fronts with so many windows, moved aside for the gap and the square."""
    return tuple(
        replace(front, x=front.x + FIRST + sum(width for after, width in (GAP, SQUARE) if i >= after))
        for i, front in enumerate(row_of_fronts(HOUSES, count))
    )


def _missing(width: float, eaves: float) -> Shapes:
    """The outline of the house that is gone, its rubble, a fence and a board."""
    middle = width / 2
    rubble = path("M0 0v-52l14 4 8-11 9 9 12-22 16 18 14-9 12 21 8-6L", width, "-32V0z")
    gone = path("M0 0V", -eaves, "L", middle, -eaves - 46, width, -eaves, "V0")
    posts = path("M", middle - 8, "-29V0M", middle + 8, "-29V0")
    words = path("M", middle - 10, "-40.5h20M", middle - 10, "-35h13")
    return (
        shape("z-lijn z-arcering", rubble)
        + shape("z-lijn z-weg", gone)
        + shape("z-lijn", posts)
        + shape("z-gevel", box(middle - 14, -46, 28, 17))
        + shape("z-lijn", words)
        + translate(figures.fence(width - 2, 16), 1, 0)
    )
