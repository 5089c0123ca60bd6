"""The kit of rooms: what people do in a cut-open building. Trend and scenario sections are built from it.

A room fills a box whose floor is at `y`; it sees to its own background and packs what fits in its width. Add a room
before you add a building.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice, pairwise

from binnenstad_site.drawings import furniture as f
from binnenstad_site.drawings.layers import Layers, box, grid, joined, put, row
from binnenstad_site.drawings.shapes import path

Room = Callable[[float, float, float, float], Layers]
"""From left, floor, width and height to shapes."""


def _plain(x: float, y: float, w: float, h: float, cls: str = "z-papier") -> Layers:
    return ((cls, box(x, y - h, w, h)),)


def _home(x: float, y: float, w: float, h: float) -> Layers:
    return _plain(x, y, w, h, "z-kamer")


def _every(start: float, end: float, pitch: float) -> list[float]:
    """Places from `start`, `pitch` apart, as many as fit before `end`."""
    return [start + i * pitch for i in range(max(0, int((end - start) // pitch) + 1))]


def wonen(x: float, y: float, w: float, h: float) -> Layers:
    """Two at the kitchen table, shelves on the wall."""
    table = joined(put(f.SITTING, x + 5, y), put(f.TABLE, x + 9, y), put(f.STANDING, x + 36, y))
    return joined(_home(x, y, w, h), table, put(f.SHELVES, x + w - 26, y - h + 1))


def slapen(x: float, y: float, w: float, h: float) -> Layers:
    """Somebody under a lamp, a bed at the far wall."""
    near = joined(put(f.LAMP, x + 23, y - h), put(f.STANDING, x + 15, y), put(f.ROUND_TABLE, x + 22, y))
    return joined(_home(x, y, w, h), near, put(f.BED, x + w - 37, y))


def winkel(x: float, y: float, w: float, h: float) -> Layers:
    """A rack with clothes, a customer, a counter."""
    shop = joined(put(f.RACK, x + 8, y), put(f.WALKING, x + min(48, w * 0.44), y), put(f.BEHIND, x + w - 18, y))
    return joined(_plain(x, y, w, h), shop)


def maken(x: float, y: float, w: float, h: float) -> Layers:
    """A work bench under tools, a bicycle to mend."""
    bench = joined(put(f.TOOLS, x + 8, y - h + 6), put(f.BENCH, x + 7, y), put(f.STANDING, x + 50, y))
    hook: Layers = (("z-lijn", path("M", x + w - 34, y - h, "v", 9)),)
    return joined(_plain(x, y, w, h), bench, hook, put(f.BIKE, x + w - 30, y))


def machine(x: float, y: float, w: float, h: float) -> Layers:
    """A robot arm, a printer and, where there is room, stacked blocks."""
    work = joined(put(f.ARM, x + 8, y), put(f.STANDING, x + 51, y), put(f.PRINTER, x + 63, y))
    return joined(_plain(x, y, w, h), work, put(f.BLOCKS, x + w - 35, y) if w > 124 else ())


def kantoor(x: float, y: float, w: float, h: float) -> Layers:
    """A row of desks; each third one is free."""
    desks = _every(x + 9, x + w - 24, 31)
    taken = [at for number, at in enumerate(desks) if number % 3 != 2]
    return joined(_plain(x, y, w, h), row(f.DESK, (at + 2 for at in desks), y), row(f.WORKER, taken, y))


def college(x: float, y: float, w: float, h: float) -> Layers:
    """A teacher before tiers of listeners."""
    step = min(4.0, (h - 14) / 4)
    edges = [x + w * share for share in (0.34, 0.56, 0.78, 1)]
    tiers = [(left, right, y - step * (number + 1)) for number, (left, right) in enumerate(pairwise(edges))]
    steps = "".join(path("V", top, "H", right) for _, right, top in tiers)
    board: Layers = (
        ("z-t", box(x + 7, y - h + 7, 4, h - 18)),
        ("z-inkt", f"{path('M', x + w, y, 'H', edges[0])}{steps}z"),
    )
    listeners = [row(f.SITTING_LEFT, _every(left + 7, right - 4, 22), top) for left, right, top in tiers]
    return joined(_home(x, y, w, h), board, put(f.STANDING, x + 20, y), *listeners)


def thuiswerk(x: float, y: float, w: float, h: float) -> Layers:
    """A builder, a child and a bed in one room."""
    builder = joined(put(f.WORKER, x + 15, y), put(f.DESK, x + 17, y))
    return joined(_home(x, y, w, h), builder, put(f.CHILD, x + w * 0.48, y), put(f.BED, x + w - 38, y))


def boeken(x: float, y: float, w: float, h: float) -> Layers:
    """A wall of bookcases."""
    return joined(_plain(x, y, w, h), row(f.BOOKCASE, _every(x + 8, x + w - 40, 46), y))


def eten(x: float, y: float, w: float, h: float) -> Layers:
    """Kitchens under their hoods, guests at small tables."""
    kitchens = _every(x + 9, x + w - 33, 66)
    guests = [at + 34 for at in kitchens if at + 56 < x + w]
    return joined(
        _plain(x, y, w, h),
        row(f.CANOPY, (at - 3 for at in kitchens), y - h + 5),
        row(f.BEHIND, (at + 25 for at in kitchens), y),
        row(f.SITTING, guests, y),
        row(f.SMALL_TABLE, (at + 4 for at in guests), y),
        row(f.WALKING, (at + 21 for at in guests if at + 24 < x + w), y),
    )


def zorg(x: float, y: float, w: float, h: float) -> Layers:
    """A sofa, somebody with a visitor, a bed and a plant."""
    left = joined(put(f.SOFA, x + 11, y), put(f.STANDING, x + 46, y), put(f.SITTING, x + 54, y))
    return joined(_plain(x, y, w, h), left, put(f.BED, x + w - 44, y), put(f.PLANT, x + w - 8, y))


def tafel(x: float, y: float, w: float, h: float) -> Layers:
    """One long table for everybody."""
    places = _every(x + 24, x + w - 22, 23)
    top: Layers = (
        ("z-lijn", path("M", x + 16, y - 9, "H", x + w - 16)),
        ("z-t", "".join(box(at + 8, y - 11.2, 5, 2) for at in places[:-1])),
    )
    lamps = row(f.LAMP, (x + w * 0.34, x + w * 0.66), y - h)
    people = joined(row(f.STANDING, places[::2], y), row(f.SITTING, places[1::2], y))
    return joined(_home(x, y, w, h), top, lamps, people)


def opslag(x: float, y: float, w: float, h: float) -> Layers:
    """Goods on a shelf and on the floor."""
    spots = _every(x + 11, x + w - 17, 13)
    up = "".join(box(at, y - h * 0.5 - 8, 10, 8) for number, at in enumerate(spots) if number % 5 not in (1, 4))
    low = "".join(box(at, y - 8, 10, 8) for number, at in enumerate(spots) if number % 4 != 2)
    shelf = path("M", x + 8, y - h * 0.5, "H", x + w - 8)
    return joined(_plain(x, y, w, h), (("z-t", up), ("z-rand", shelf), ("z-inkt", low)))


def kas(x: float, y: float, w: float, h: float) -> Layers:
    """Greens in a row under light."""
    light: Layers = (("z-t", box(x + 8, y - h + 4, w - 16, 2)), ("z-inkt", box(x + 8, y - 3, w - 16, 3)))
    return joined(_plain(x, y, w, h), light, row(f.GREENS, _every(x + 15, x + w - 14, 14.5), y - 3))


def salon(x: float, y: float, w: float, h: float) -> Layers:
    """A sofa and a chandelier for few."""
    mid = x + w / 2 + 4
    light: Layers = (
        ("z-lijn", path("M", mid, y - h, "v", 4, "m", -10, 0, "h", 20, "l", -4, 5, "h", -12, "z")),
        ("z-t", box(x + w - 34, y - h + 6, 14, 9)),
    )
    return joined(_home(x, y, w, h), light, put(f.SOFA, x + 14, y), put(f.STANDING, mid + 6, y))


def kluis(x: float, y: float, w: float, h: float) -> Layers:
    """A wall of lockers, and who fetches something."""
    columns, rows = int((w - 34) // 6.4), int((h - 4) // 6.4)
    left, top = x + 8, y - rows * 6.4
    full = [(i, j) for i in range(columns) for j in range(rows) if (3 * i + 5 * j) % 7 == 1]
    wall: Layers = (
        ("z-t", "".join(box(left + i * 6.4, top + j * 6.4, 6.4, 6.4) for i, j in full)),
        ("z-rand", grid(left, top, columns, rows, (6.4, 6.4))),
    )
    return joined(_plain(x, y, w, h), wall, put(f.STANDING, x + w - 14, y))


def data(x: float, y: float, w: float, h: float) -> Layers:
    """Servers in the dark."""
    racks = _every(x + 7, x + w - 16, 14)
    lights = "".join(
        box(at + 1.5, y - h + 7 + 5 * line, 3 + (number + line) % 3 * 2, 1.4)
        for number, at in enumerate(racks)
        for line in islice(range(9), max(1, int((h - 10) // 5)))
    )
    return joined(_plain(x, y, w, h, "z-donker"), (("z-t", lights),))


def brillen(x: float, y: float, w: float, h: float) -> Layers:
    """People who see something else than each other."""
    people = _every(x + w * 0.44, x + w - 12, 17)
    screen = box(x + 9, y - h + 5, 28, h - 12) + path("M", x + 20, y - h + 8, "v", h - 18, "l", 7, 9 - h / 2, "z")
    seen: Layers = (("z-t", screen + "".join(box(at - 0.4, y - 14.9, 4, 1.9) for at in people)),)
    return joined(_home(x, y, w, h), seen, row(f.STANDING, people, y))


def leeg(x: float, y: float, w: float, h: float) -> Layers:
    """Empty."""
    return joined(_plain(x, y, w, h), _plain(x, y, w, h, "z-arcering"))


ROOMS: Mapping[str, Room] = {
    "wonen": wonen,
    "slapen": slapen,
    "winkel": winkel,
    "maken": maken,
    "machine": machine,
    "kantoor": kantoor,
    "college": college,
    "thuiswerk": thuiswerk,
    "boeken": boeken,
    "eten": eten,
    "zorg": zorg,
    "tafel": tafel,
    "opslag": opslag,
    "kas": kas,
    "salon": salon,
    "kluis": kluis,
    "data": data,
    "brillen": brillen,
    "leeg": leeg,
}
WALL = 3
FLOOR = 4


def cut_house(x: float, ground: float, width: float, storeys: tuple[str, ...], high: float = 38) -> Layers:
    """A cut-open building with a flat roof: rooms from low to high, walls of 3 and floors of 4.

    `x` and `width` are the outside; a storey is `high` from floor to floor, and one without a name is left to the
    caller. The top is `ground - high * len(storeys)`.
    """
    inside = [
        ROOMS[name](x + WALL, ground - number * high, width - 2 * WALL, high - FLOOR)
        for number, name in enumerate(storeys)
        if name
    ]
    total = high * len(storeys)
    frame = box(x, ground - total, WALL, total) + box(x + width - WALL, ground - total, WALL, total)
    floors = "".join(box(x, ground - high * (number + 1), width, FLOOR) for number in range(len(storeys)))
    return joined(*inside, (("z-inkt", frame + floors),))


def pitched_roof(x: float, top: float, width: float, rise: float = 36) -> Layers:
    """A roof of thick lines over a house of `width` whose walls end at `top`."""
    half, fall = width / 2 + 5, rise + 2
    outside = path("M", x - 5, top + 2, "l", half, -fall, half, fall, -1.5, 3.4)
    return (("z-inkt", outside + path("l", 1.5 - half, 1.2 - fall, 1.5 - half, fall - 1.2, "z")),)


def green_roof(x: float, top: float, width: float) -> Layers:
    """Plants on a flat roof."""
    bumps = "".join("a4 3.4 0 0 1 8 0" for _ in range(int(width // 8)))
    return (("z-loof", f"{path('M', x, top)}{bumps}z"),)


def panels(x: float, top: float, number: int) -> Layers:
    """Solar panels on a flat roof."""
    return row((("z-inkt", "m0 0l5-7h7l-5 7z"),), (x + 14 * i for i in range(number)), top)
