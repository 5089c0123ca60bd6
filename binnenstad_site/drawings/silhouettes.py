"""The four scenarios as skylines: thumbnails of a few hundred bytes in the colour of the page.

Each keeps what sets the drawing in `scenarios` apart: the roofs, what stands in the street, the facades.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

from markupsafe import Markup

from binnenstad_site.drawings.gables import GABLES
from binnenstad_site.drawings.shapes import Shapes, box, disc, join, merge, panes, path, place, shape, translate
from binnenstad_site.drawings.svg import drawing

BOX = (0, 0, 280, 84)
GROUND = 82
"""Where the ground lies in the box; everything below is drawn with the ground at y 0."""
STOREY = 15
ROOF = -3 * STOREY
PANE = 5
"""How wide and high a window is."""


def _house(*, pitched: bool = False, hatched: bool = False) -> Shapes:
    """Three floors that can be seen into, under a flat or a pitched roof."""
    walls = panes(4, ROOF, 2, 1, (2, 45), (54, 0)) + panes(4, ROOF, 1, 3, (56, 2), (0, STOREY))
    roof = path("M0", ROOF + 2, "L32", ROOF - 18, 64, ROOF + 2, "h-5L32", ROOF - 15, 5, ROOF + 2, "z")
    return (
        shape("z-kamer", box(5, ROOF + 1, 54, 44))
        + shape("z-inkt", walls, roof if pitched else ())
        + shape("z-t", box(40, ROOF + 26, 14, 2), box(10, ROOF + 42, 9, 3))
        + shape("z-arcering", box(6, ROOF + 2, 52, 13) if hatched else ())
    )


def _facade(width: float, height: float, gable: str, columns: int, rows: int) -> Shapes:
    """A filled front with its windows left open: they are wound the other way."""
    pitch = round(width / (columns + 0.4))
    left = round((width - pitch * columns + pitch / 2) / 2)
    windows = (
        path("M", left + pitch * column, 5 - height + 9 * row, "v", PANE, "h", PANE, "v", -PANE, "z")
        for row in range(rows)
        for column in range(columns)
    )
    return shape("z-t", path("M0 0v", -height, *GABLES[gable](width), "V0z"), *windows)


def _facades(*facades: tuple[float, float, str, int, int]) -> Shapes:
    lefts = accumulate((facade[0] + 1 for facade in facades), initial=196.0)
    return place(0, *((_facade(*facade), left) for facade, left in zip(facades, lefts, strict=False)))


def _tree(radius: float) -> Shapes:
    """A round crown on a trunk."""
    return shape("z-loof", disc(0, -12 - radius, radius)) + shape("z-lijn", path("M0 0v", -12 - radius))


PERSON = shape("z-inkt", box(0, -7, 3, 7), box(0, -11, 3, 3))


def _united() -> Shapes:
    stall = shape("z-t", "M120-12l3-6h16l3 6z") + shape("z-lijn", "M123 0v-12M139 0v-12")
    panels = (shape("z-inkt", "M0 0l3-5h4l-3 5z"), *range(10, 50, 8))
    street = place(0, (_tree(10), 88), (_tree(11), 164), (PERSON, 106, 112, 150, 182))
    fronts = _facades((28, 38, "tuit", 2, 3), (26, 34, "plat", 2, 2), (27, 44, "trap", 2, 4))
    return _house() + street + stall + place(ROOF - 1, panels) + fronts


def _game() -> Shapes:
    drone = shape("z-lijn", "M0 0h14m-7 0v5") + shape("z-t", box(4, 4, 6, 4))
    drones = join(translate(drone, x, y) for x, y in ((112, -60), (146, -48), (172, -66)))
    servers = shape("z-donker", box(6, -43, 52, 13))
    masts = place(ROOF, (shape("z-lijn", "M0 0v-18m-4 6h8"), 16, 48))
    screen = shape("z-t", box(80, -40, 20, 25), "M87-34v13l8-6.5z") + shape("z-inkt", box(89, -15, 2, 15))
    fronts = _facades((26, 58, "plat", 3, 5), (26, 40, "plat", 2, 3), (28, 66, "plat", 3, 6))
    return _house() + servers + masts + drones + screen + place(0, (PERSON, 112, 130, 136, 168, 182)) + fronts


def _exclusief() -> Shapes:
    tub = shape("z-inkt", "M0 0h3v-4h-6v4z")
    bars = shape("z-lijn", *(path("M", x, "0v-8") for x in range(146, 170, 4)), "M145-6h22")
    street = place(0, (_tree(6) + tub, 92, 112, 132, 180), (PERSON, 101, 123))
    fronts = _facades((28, 46, "hals", 3, 4), (26, 42, "klok", 2, 3), (28, 46, "hals", 3, 4))
    return _house(pitched=True, hatched=True) + street + bars + fronts


def _autarkisch() -> Shapes:
    mill = shape("z-lijn", path("M46", ROOF, "v-29m0 13l11 6m-11-6l-11 6"))
    beds = shape("z-inkt", box(76, -3, 30, 3), box(150, -3, 26, 3))
    leaves = shape("z-loof", "M0 0q-4-3-4-8q4 2 4 8q0-6 4-8q0 5-4 8z")
    greens = place(-3, (leaves, 80, 88, 96, 103, 155, 163, 171))
    fronts = _facades((38, 30, "zaag", 3, 2), (26, 44, "tuit", 2, 3), (16, 24, "lessenaar", 1, 1))
    return _house() + mill + beds + greens + place(0, (_tree(11), 124), (PERSON, 138, 144, 184)) + fronts


SKYLINES: Mapping[str, Shapes] = {
    "binnenstad-united": _united(),
    "binnenstad-als-game": _game(),
    "exclusieve-binnenstad": _exclusief(),
    "autarkische-binnenstad": _autarkisch(),
}


@lru_cache
def skyline(slug: str) -> Markup:
    """The thumbnail of a scenario; empty for one without a drawing."""
    if slug not in SKYLINES:
        return Markup()
    ground = shape("z-inkt", box(0, 0, BOX[2], 2))
    return drawing(BOX, translate(merge(SKYLINES[slug], ground), 0, GROUND), "skyline")
