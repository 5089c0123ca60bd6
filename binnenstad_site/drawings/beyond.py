"""The street beyond the trends: outlines of houses without windows or doors, for those count, and trees and people."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from markupsafe import Markup

from binnenstad_site.drawings import figures, vehicles
from binnenstad_site.drawings.figures import SKIRT, STANDING, WALKING
from binnenstad_site.drawings.houses import Front, House
from binnenstad_site.drawings.shapes import Shapes, join, merge, place, shape
from binnenstad_site.drawings.svg import drawing

WIDE, HIGH = 720, 140
"""The drawing; a wider window shows ground without houses at its edge."""
SQUARE, GARDEN = 132, 92
"""The openings between the houses."""
HOUSES = (
    (House(44, 1, 3, "punt"), 3, 0),
    (House(56, 1, 2, "zaag"), 2, 0),
    (House(40, 1, 4, "klok"), 4, 0),
    (House(48, 1, 3, "plat"), 3, SQUARE),
    (House(42, 1, 5, "trap"), 5, 0),
    (House(46, 1, 3, "tuit"), 3, 0),
    (House(54, 1, 2, "lessenaar"), 2, GARDEN),
    (House(44, 1, 4, "hals"), 4, 0),
    (House(50, 1, 3, "plat"), 3, 0),
)
"""The houses, each with its storeys and the opening before it; the last stands against those of the trends."""


def shapes() -> Shapes:
    """What stands left of the first trend, with the ground at y 0; mirrored it is what stands right of the last."""
    steps = [opening + house.width for house, _, opening in HOUSES]
    first = WIDE - sum(steps)
    fronts = [
        Front(house, first + right - house.width, storeys, attic=False)
        for (house, storeys, _), right in zip(HOUSES, accumulate(steps), strict=True)
    ]
    square, garden = fronts[3].x, fronts[6].x
    life = place(
        0,
        (figures.tree(13, 24), first - 30, square - 104, square - 24, garden - 66),
        (figures.LAMP, square - 64, garden - 14),
        (figures.BENCH, square - 82),
        (vehicles.CYCLIST, first - 56, garden - 38),
        (WALKING, square - 44),
        (SKIRT, square - 54),
        (STANDING, garden - 82, first - 10),
    )
    return merge(shape("z-rand", join(front.outline for front in fronts)), life)


@lru_cache
def street_beyond() -> Markup:
    """The drawing, 720 wide, standing on the lower edge."""
    return drawing((0, -HIGH, WIDE, HIGH), shapes(), "verder")
