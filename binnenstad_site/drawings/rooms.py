"""The kit of rooms: what people do in a cut-open building. Trend and scenario sections are built from it.

A room is drawn from its width and height; its origin is the lower left corner. It sees to its own background and packs
what fits in its width. Add a room before you add a building. Buildings and what lies on their roofs are here as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice, pairwise

from binnenstad_site.drawings import figures, furniture, vehicles
from binnenstad_site.drawings.shapes import Shapes, box, grid, join, panes, path, place, shape, translate

Room = Callable[[float, float], Shapes]
"""From width and height to shapes."""


def _background(width: float, height: float, cls: str = "z-papier") -> Shapes:
    return shape(cls, box(0, -height, width, height))


def _home(width: float, height: float) -> Shapes:
    return _background(width, height, "z-kamer")


def _every(start: float, end: float, pitch: float) -> list[float]:
    """Places from `start`, `pitch` apart, as many as fit before `end`."""
    return [start + i * pitch for i in range(max(0, int((end - start) // pitch) + 1))]


def wonen(width: float, height: float) -> Shapes:
    """Two at the kitchen table, shelves on the wall."""
    table = place(0, (figures.SITTING, 5), (furniture.TABLE, 9), (figures.STANDING, 36))
    return _home(width, height) + table + translate(furniture.SHELVES, width - 26, 1 - height)


def slapen(width: float, height: float) -> Shapes:
    """Somebody under a lamp, a bed at the far wall."""
    standing = place(0, (figures.STANDING, 15), (furniture.ROUND_TABLE, 22), (furniture.BED, width - 37))
    return _home(width, height) + translate(furniture.CEILING_LAMP, 23, -height) + standing


def winkel(width: float, height: float) -> Shapes:
    """A rack with clothes, a customer, a counter."""
    customer = min(48, width * 0.44)
    shop = place(0, (furniture.CLOTHES_RACK, 8), (figures.WALKING, customer), (furniture.COUNTER, width - 18))
    return _background(width, height) + shop


def maken(width: float, height: float) -> Shapes:
    """A work bench under tools, a bicycle to mend."""
    hanging = translate(furniture.TOOLS, 8, 6 - height) + shape("z-lijn", path("M", width - 34, -height, "v9"))
    return (
        _background(width, height)
        + hanging
        + place(0, (furniture.WORKBENCH, 7), (figures.STANDING, 50), (vehicles.BICYCLE, width - 30))
    )


def machine(width: float, height: float) -> Shapes:
    """A robot arm, a printer and, where there is room, stacked blocks."""
    work = place(0, (furniture.ROBOT_ARM, 8), (figures.STANDING, 51), (furniture.PRINTER, 63))
    return _background(width, height) + work + (translate(furniture.BLOCKS, width - 35, 0) if width > 124 else ())


def kantoor(width: float, height: float) -> Shapes:
    """A row of desks; each third one is free."""
    desks = _every(9, width - 24, 31)
    taken = (x for i, x in enumerate(desks) if i % 3 != 2)
    return _background(width, height) + place(0, (furniture.DESK, *(x + 2 for x in desks)), (furniture.WORKER, *taken))


def college(width: float, height: float) -> Shapes:
    """A teacher before tiers of listeners."""
    step = min(4.0, (height - 14) / 4)
    edges = [width * share for share in (0.34, 0.56, 0.78, 1)]
    tiers = [(left, right, -step * (i + 1)) for i, (left, right) in enumerate(pairwise(edges))]
    steps = (word for _, right, top in tiers for word in ("V", top, "H", right))
    tribune = shape("z-inkt", path("M", width, "0H", edges[0], *steps, "z"))
    listeners = (place(top, (figures.SITTING_LEFT, *_every(left + 7, right - 4, 22))) for left, right, top in tiers)
    board = shape("z-t", box(7, 7 - height, 4, height - 18))
    return _home(width, height) + board + tribune + place(0, (figures.STANDING, 20)) + join(listeners)


def thuiswerk(width: float, height: float) -> Shapes:
    """Somebody at a desk, a child and a bed in one room."""
    work = ((furniture.WORKER, 15), (furniture.DESK, 17))
    return _home(width, height) + place(0, *work, (figures.CHILD, width * 0.48), (furniture.BED, width - 38))


def boeken(width: float, height: float) -> Shapes:
    """A wall of bookcases."""
    return _background(width, height) + place(0, (furniture.BOOKCASE, *_every(8, width - 40, 46)))


def eten(width: float, height: float) -> Shapes:
    """Kitchens under their hoods, guests at small tables."""
    kitchens = _every(9, width - 33, 66)
    guests = [x + 34 for x in kitchens if x + 56 < width]
    dining = place(
        0,
        (furniture.COUNTER, *(x + 25 for x in kitchens)),
        (figures.SITTING, *guests),
        (furniture.SMALL_TABLE, *(x + 4 for x in guests)),
        (figures.WALKING, *(x + 21 for x in guests if x + 24 < width)),
    )
    return _background(width, height) + place(5 - height, (furniture.HOOD, *(x - 3 for x in kitchens))) + dining


def zorg(width: float, height: float) -> Shapes:
    """A sofa, somebody with a visitor, a bed and a plant."""
    visit = ((furniture.SOFA, 11), (figures.STANDING, 46), (figures.SITTING, 54))
    return _background(width, height) + place(0, *visit, (furniture.BED, width - 44), (furniture.PLANT, width - 8))


def tafel(width: float, height: float) -> Shapes:
    """One long table for everybody."""
    places = _every(24, width - 22, 23)
    table = shape("z-lijn", path("M16-9H", width - 16)) + shape("z-t", *(box(x + 8, -11.2, 5, 2) for x in places[:-1]))
    people = place(0, (figures.STANDING, *places[::2]), (figures.SITTING, *places[1::2]))
    return _home(width, height) + table + place(-height, (furniture.CEILING_LAMP, width * 0.34, width * 0.66)) + people


def opslag(width: float, height: float) -> Shapes:
    """Goods on a shelf and on the floor."""
    spots, middle = _every(11, width - 17, 13), -height * 0.5
    above = (box(x, middle - 8, 10, 8) for i, x in enumerate(spots) if i % 5 not in (1, 4))
    below = (box(x, -8, 10, 8) for i, x in enumerate(spots) if i % 4 != 2)
    shelf = shape("z-rand", path("M8", middle, "H", width - 8))
    return _background(width, height) + shape("z-t", *above) + shelf + shape("z-inkt", *below)


def kas(width: float, height: float) -> Shapes:
    """Greens in a row under light."""
    light = shape("z-t", box(8, 4 - height, width - 16, 2)) + shape("z-inkt", box(8, -3, width - 16, 3))
    return _background(width, height) + light + place(-3, (furniture.GREENS, *_every(15, width - 14, 14.5)))


def salon(width: float, height: float) -> Shapes:
    """A sofa and a chandelier for few."""
    middle = width / 2 + 4
    chandelier = shape("z-lijn", path("M", middle, -height, "v4m-10 0h20l-4 5h-12z"))
    painting = shape("z-t", box(width - 34, 6 - height, 14, 9))
    return _home(width, height) + chandelier + painting + place(0, (furniture.SOFA, 14), (figures.STANDING, middle + 6))


def kluis(width: float, height: float) -> Shapes:
    """A wall of lockers, and who fetches something."""
    cell, columns, rows = 6.4, int((width - 34) // 6.4), int((height - 4) // 6.4)
    top = -rows * cell
    full = ((i, j) for i in range(columns) for j in range(rows) if (3 * i + 5 * j) % 7 == 1)
    wall = shape("z-t", *(box(8 + i * cell, top + j * cell, cell, cell) for i, j in full))
    lines = shape("z-rand", grid(8, top, columns, rows, (cell, cell)))
    return _background(width, height) + wall + lines + place(0, (figures.STANDING, width - 14))


def data(width: float, height: float) -> Shapes:
    """Servers in the dark."""
    lights = (
        box(x + 1.5, 7 - height + 5 * line, 3 + (i + line) % 3 * 2, 1.4)
        for i, x in enumerate(_every(7, width - 16, 14))
        for line in islice(range(9), max(1, int((height - 10) // 5)))
    )
    return _background(width, height, "z-donker") + shape("z-t", *lights)


def brillen(width: float, height: float) -> Shapes:
    """People who see something else than each other."""
    people = _every(width * 0.44, width - 12, 17)
    screen = path("M20", 8 - height, "v", height - 18, "l7", 9 - height / 2, "z")
    glasses = (box(x - 0.4, -14.9, 4, 1.9) for x in people)
    seen = shape("z-t", box(9, 5 - height, 28, height - 12), screen, *glasses)
    return _home(width, height) + seen + place(0, (figures.STANDING, *people))


def leeg(width: float, height: float) -> Shapes:
    """Empty."""
    return _background(width, height) + _background(width, height, "z-arcering")


ROOMS: Mapping[str, Room] = {
    room.__name__: room
    for room in (
        *(wonen, slapen, winkel, maken, machine, kantoor, college, thuiswerk, boeken, eten),
        *(zorg, tafel, opslag, kas, salon, kluis, data, brillen, leeg),
    )
}


# -- buildings, with their origin at the lower left corner -------------------------------------------------------------

WALL = 3
FLOOR = 4


def cut_house(width: float, storeys: tuple[str, ...], storey: float = 38) -> Shapes:
    """A cut-open building with a flat roof: rooms from low to high, walls of 3 and floors of 4.

    `width` is the outside; `storey` is from floor to floor. Names of rooms with a blank between share a storey.
    """
    height = storey * len(storeys)
    walls = [box(x, -height, WALL, height) for x in (0, width - WALL)]
    rooms: Shapes = ()
    for i, names in enumerate(map(str.split, storeys)):
        pitch = (width - WALL) / len(names)
        walls += [box(pitch * j, -(i + 1) * storey, WALL, storey) for j in range(1, len(names))]
        for j, name in enumerate(names):
            rooms += translate(ROOMS[name](pitch - WALL, storey - FLOOR), WALL + pitch * j, -i * storey)
    return rooms + shape("z-inkt", *walls, panes(0, -height, 1, len(storeys), (width, FLOOR), (0, storey)))


def cellar(width: float, height: float) -> Shapes:
    """A room in the soil between thick walls, floor and roof; its origin is the upper left corner."""
    walls = panes(0, 0, 2, 1, (WALL, height), (width - WALL, 0))
    floors = panes(0, 0, 1, 2, (width, FLOOR), (0, height - FLOOR))
    inside = box(WALL, FLOOR, width - 2 * WALL, height - 2 * FLOOR)
    return shape("z-papier", inside) + shape("z-inkt", walls, floors)


# -- roofs, with their origin at the left end of the top of the walls --------------------------------------------------


def pitched_roof(width: float, rise: float = 36) -> Shapes:
    """A roof of thick lines."""
    half, fall = width / 2 + 5, rise + 2
    outside = ("M-5 2l", half, -fall, half, fall, -1.5, 3.4)
    return shape("z-inkt", path(*outside, "l", 1.5 - half, 1.2 - fall, 1.5 - half, fall - 1.2, "z"))


def green_roof(width: float) -> Shapes:
    """Plants on a flat roof."""
    return shape("z-loof", "M0 0" + "a4 3.4 0 0 1 8 0" * int(width // 8) + "z")


def panels(number: int) -> Shapes:
    """Solar panels on a flat roof."""
    return place(0, (shape("z-inkt", "m0 0l5-7h7l-5 7z"), *(14 * i for i in range(number))))
