"""Streets that are no block: the life above the footer, the gap at an address that does not exist, the terms."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings import figures, vehicles
from binnenstad_site.drawings.houses import Front, House, panes, row_of_fronts, shutters
from binnenstad_site.drawings.layers import painted, read
from binnenstad_site.drawings.shapes import drawing, shape
from binnenstad_site.drawings.shapes import number as n
from binnenstad_site.drawings.street import Windows, plinth
from binnenstad_site.drawings.tracing import box


@lru_cache
def footer_strip() -> Markup:
    """Small life on the ground line of the footer, 1200 wide; on a narrow page only its beginning shows.

    It is on every page, and out of reach of what gzip remembers of the drawings above it: so few kinds of figures, all
    looking the same way, in one path a colour.
    """
    life = (
        *(figures.tree(x, 0, 13, 24) for x in (60, 520, 900, 1120)),
        figures.people(0, *((x, "loopt") for x in (84, 620, 1149))),
        figures.people(0, *((x, "staat") for x in (105, 330, 338, 688, 926))),
        *(figures.lamp(x, 0) for x in (300, 742)),
        *(vehicles.cyclist(x, 0) for x in (157, 434, 1040)),
        figures.stall(662, 0),
    )
    return drawing((0, -44, 1200, 44), [painted(read(*life), pack=False)], "strook")


GAP = (5, 95.0)
"""After how many houses the gap comes, and how wide it is."""
OPEN = (9, 228.0)
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


def lost_street(shown: Windows) -> Markup:
    """A street with a window for every praktijk and one house missing: what an address that does not exist shows."""
    fronts = tuple(_moved(front, i) for i, front in enumerate(row_of_fronts(HOUSES, shown.count)))
    left, right = fronts[GAP[0] - 1].right, fronts[GAP[0]].x
    square = fronts[OPEN[0] - 1].right
    lit, shut = shown.split([spot for front in fronts for spot in front.windows])
    top = max(front.top for front in fronts) + 2
    return drawing(
        (0, -max(top, 150.0), 1200, max(top, 150.0)),
        [
            *(shape(front.outline + front.dormer, "z-gevel") for front in fronts),
            plinth(fronts),
            shape(panes(lit), "z-t"),
            shape(shutters(shut), "z-luik"),
            _missing(left, right, fronts[GAP[0] - 1].eaves),
            figures.tree(32, 0, 20, 38),
            figures.lamp(72, 0, 1.5),
            figures.people(0, (left - 26, "staat", True), (right + 22, "loopt")),
            figures.lamp(square + 18, 0, 1.5),
            vehicles.cyclist(square + 48, 0),
            figures.tree(square + 94, 0, 24, 46),
            figures.bench(square + 130, 0),
            figures.stall(square + 172, 0),
            figures.people(0, (square + 193, "rok"), (square + 201, "kind")),
            figures.lamp(square + 214, 0, 1.5),
            figures.tree(1180, 0, 18, 36),
        ],
        "strook",
    )


def _moved(front: Front, index: int) -> Front:
    further = sum(width for after, width in (GAP, OPEN) if index >= after)
    return replace(front, x=front.x + FIRST + further)


def _missing(left: float, right: float, eaves: float) -> Markup:
    """The outline of the house that is gone, its rubble, a fence and a board."""
    middle, width = (left + right) / 2, right - left
    outline = f"M{n(left)} 0V{n(-eaves)}L{n(middle)} {n(-eaves - 46)}L{n(right)} {n(-eaves)}V0"
    rubble = f"M{n(left)} 0v-52l14 4 8-11 9 9 12-22 16 18 14-9 12 21 8-6L{n(right)}-32V0Z"
    board = box(middle - 14, -46, 28, 17)
    return (
        shape(rubble, "z-lijn z-arcering")
        + shape(outline, "z-lijn z-weg")
        + shape(f"M{n(middle - 8)}-29V0M{n(middle + 8)}-29V0", "z-lijn")
        + shape(board, "z-gevel")
        + shape(f"M{n(middle - 10)}-40.5h20M{n(middle - 10)}-35h13", "z-lijn")
        + figures.fence(left + 1, 0, width - 2, 16)
    )
