"""The four scenarios as skylines: thumbnails of a few hundred bytes in the colour of the page.

Each keeps what tells its full drawing (`scenarios`) apart: the roofs, what stands in the street, the fronts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings.facades import GABLES
from binnenstad_site.drawings.layers import Layers, box, joined, painted
from binnenstad_site.drawings.shapes import drawing, path
from binnenstad_site.drawings.tracing import GAP

BOX = (0, 0, 280, 84)
G = 82
STOREY = 15
PANE = 5
"""How wide a window is."""


def _house(*, pitched: bool = False, hatched: bool = False) -> Layers:
    """Three floors that can be seen into, under a flat or a pitched roof."""
    top = G - 3 * STOREY
    frame = box(4, top, 2, 45) + box(58, top, 2, 45) + "".join(box(4, top + STOREY * i, 56, 2) for i in range(3))
    roof = path("M", 0, top + 2, "L", 32, top - 18, 64, top + 2, "h", -5, "L", 32, top - 15, 5, top + 2, "z")
    empty: Layers = (("z-arcering", box(6, top + 2, 52, 13)),) if hatched else ()
    beds = box(40, top + 26, 14, 2) + box(10, top + 42, 9, 3)
    rooms: Layers = (("z-kamer", box(5, top + 1, 54, 44)), ("z-inkt", frame + (roof if pitched else "")), ("z-t", beds))
    return joined(rooms, empty)


def _front(x: float, width: float, height: float, gable: str, columns: int, rows: int) -> Layers:
    """A filled front with its windows left open."""
    outline = path("M", x, G, "v", -height) + GABLES[gable](width) + path("V", G, "z")
    pitch = round(width / (columns + 0.4))
    left = x + round((width - pitch * columns + pitch / 2) / 2)
    panes = "".join(
        path("M", left + pitch * column, G - height + 5 + 9 * row, "v", 5, "h", PANE, "v", -5, "z")
        for row in range(rows)
        for column in range(columns)
    )
    return (("z-t", outline + panes),)


def _fronts(*fronts: tuple[float, float, str, int, int]) -> Layers:
    found, x = [], 196.0
    for width, height, gable, columns, rows in fronts:
        found.append(_front(x, width, height, gable, columns, rows))
        x += width + 1
    return joined(*found)


def _trees(*trees: tuple[float, float]) -> Layers:
    """Crowns with a radius, each on a trunk."""
    crowns = "".join(path("M", x - r, G - 12 - r, "a", r, r, " 0 1 1", 0, GAP, "z") for x, r in trees)
    return (("z-loof", crowns), ("z-lijn", "".join(path("M", x, G, "v", -12 - r) for x, r in trees)))


def _people(*places: float) -> Layers:
    """Bodies and heads of a few units."""
    return (("z-inkt", "".join(box(x, G - 7, 3, 7) + box(x, G - 11, 3, 3) for x in places)),)


def _each(places: Iterable[float], *steps: str | float, y: float = G) -> str:
    """The same steps from several places."""
    return "".join(path("M", x, y, *steps) for x in places)


def _united() -> Layers:
    roof = _each(range(10, 50, 8), "l", 3, -5, "h", 4, "l", -3, 5, "z", y=G - 46)
    stall: Layers = (
        ("z-t", path("M", 120, G - 12, "l", 3, -6, "h", 16, "l", 3, 6, "z")),
        ("z-lijn", _each((123, 139), "v", -12)),
        ("z-inkt", roof),
    )
    fronts = _fronts((28, 38, "tuit", 2, 3), (26, 34, "plat", 2, 2), (27, 44, "trap", 2, 4))
    return joined(_house(), _trees((88, 10), (164, 11)), stall, _people(106, 112, 150, 182), fronts)


def _game() -> Layers:
    drones = ((112.0, 22.0), (146.0, 34.0), (172.0, 16.0))
    air = "".join(path("M", x, y, "h", 14, "m", -7, 0, "v", 5) for x, y in drones)
    masts = _each((16, 48), "v", -18, "m", -4, 6, "h", 8, y=G - 45)
    things: Layers = (
        ("z-donker", box(6, G - 43, 52, 13)),
        ("z-lijn", masts + air),
        ("z-t", "".join(box(x + 4, y + 4, 6, 4) for x, y in drones)),
        ("z-t", box(80, G - 40, 20, 25) + path("M", 87, G - 34, "v", 13, "l", 8, -6.5, "z")),
        ("z-inkt", box(89, G - 15, 2, 15)),
    )
    fronts = _fronts((26, 58, "plat", 3, 5), (26, 40, "plat", 2, 3), (28, 66, "plat", 3, 6))
    return joined(_house(), things, _people(112, 130, 136, 168, 182), fronts)


def _exclusief() -> Layers:
    trees = (92, 112, 132, 180)
    fence = _each(range(146, 170, 4), "v", -8) + path("M", 145, G - 6, "h", 22)
    things: Layers = (("z-inkt", _each(trees, "h", 3, "v", -4, "h", -6, "v", 4, "z")), ("z-lijn", fence))
    fronts = _fronts((28, 46, "hals", 3, 4), (26, 42, "klok", 2, 3), (28, 46, "hals", 3, 4))
    crowns = _trees(*((x, 6) for x in trees))
    return joined(_house(pitched=True, hatched=True), crowns, things, _people(101, 123), fronts)


def _autarkisch() -> Layers:
    mill = _each((46,), "v", -29, "m", 0, 13, "l", 11, 6, "m", -11, -6, "l", -11, 6, y=G - 45)
    leaves = ("q", -4, -3, -4, -8, "q", 4, 2, 4, 8, "q", 0, -6, 4, -8, "q", 0, 5, -4, 8, "z")
    things: Layers = (
        ("z-lijn", mill),
        ("z-inkt", box(76, G - 3, 30, 3) + box(150, G - 3, 26, 3)),
        ("z-loof", _each((80, 88, 96, 103, 155, 163, 171), *leaves, y=G - 3)),
    )
    fronts = _fronts((38, 30, "zaag", 3, 2), (26, 44, "tuit", 2, 3), (16, 24, "lessenaar", 1, 1))
    return joined(_house(), things, _trees((124, 11)), _people(138, 144, 184), fronts)


SKYLINES: Mapping[str, Layers] = {
    "binnenstad-united": _united(),
    "binnenstad-als-game": _game(),
    "exclusieve-binnenstad": _exclusief(),
    "autarkische-binnenstad": _autarkisch(),
}


@lru_cache
def skyline(slug: str) -> Markup:
    """The thumbnail of a scenario; empty for one that nobody drew."""
    if slug not in SKYLINES:
        return Markup()
    ground: Layers = (("z-inkt", box(0, G, BOX[2], 2)),)
    return drawing(BOX, [painted(SKYLINES[slug], ground)], "skyline")
