"""The houses of each trend in the street of windows, and what stands behind, before and on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from binnenstad_site.drawings import figures, vehicles
from binnenstad_site.drawings.figures import CHILD, SKIRT, STANDING, WALKING
from binnenstad_site.drawings.houses import Front, House
from binnenstad_site.drawings.shapes import Shapes, box, disc, mirror, path, place, shape, translate

Fronts = Sequence[Front]
WALKING_LEFT = mirror(WALKING)


def _roofs(fronts: Fronts) -> float:
    return max(front.top for front in fronts)


@dataclass(frozen=True, slots=True)
class HouseDesign:
    """The houses of a trend, with functions that draw what stands before and behind their fronts."""

    houses: tuple[House, ...]
    before: Callable[[Fronts], Shapes]
    behind: Callable[[Fronts], Shapes] = lambda _: ()
    top: Callable[[Fronts], float] = _roofs
    """The height of the highest point of the whole drawing."""


def _samenleven(_: Fronts) -> Shapes:
    people = ((STANDING, 34), (WALKING, 117), (CHILD, 123), (SKIRT, 164))
    trees = ((figures.tree(9.6, 22, roots=True), 62), (figures.tree(8.4, 20, roots=True), 152))
    return place(0, *people, (figures.BENCH, 78), *trees)


def _chimney_top(fronts: Fronts) -> float:
    return max(_roofs(fronts), fronts[0].eaves + 66, 124)


def _chimney(fronts: Fronts) -> Shapes:
    high, left = _chimney_top(fronts), fronts[0].right - 21
    return shape("z-gevel", box(left, -high, 10.6, high)) + shape("z-t", box(left, 12 - high, 10.6, 3.6))


def _produceren(_: Fronts) -> Shapes:
    door = shape("z-pui", box(10.5, -24, 30, 24)) + shape(
        "z-rand", *(path("M10.5", -24 + i * 5.8, "h30") for i in range(1, 4))
    )
    crates = shape("z-inkt", *(box(x, -6, 5.6, 6) for x in (166, 172.4, 178.8)), box(169.2, -12, 8, 6))
    return door + place(0, (STANDING, 25), (WALKING, 146), (vehicles.CARGO_BIKE, 72)) + crates


def _consumeren(fronts: Fronts) -> Shapes:
    awnings = (
        (figures.awning(front.house.width - 2, "z-inkt" if i % 2 else "z-t"), front.middle)
        for i, front in enumerate(fronts)
    )
    people = ((WALKING, 22, 178), (SKIRT, 58), (CHILD, 63.6), (WALKING_LEFT, 97), (STANDING, 144))
    return place(-16.5, *awnings) + place(0, *people, (vehicles.BICYCLE, 127))


def _werken(fronts: Fronts) -> Shapes:
    low = fronts[1]
    roof = -low.eaves - 4
    rail = shape("z-lijn", path("M", low.x + 6, roof, "v-8.4H", low.right - 6, "v8.4"))
    garden = ((SKIRT, low.x + 18), (STANDING, low.x + 26), (figures.tree(6.4, 13.4), low.right - 22))
    street = place(0, (vehicles.BICYCLE, 20, 32.4, 44.8), (figures.TABLE, 78), (WALKING, 122), (WALKING_LEFT, 192))
    return rail + place(roof, *garden) + street + shape("z-dun", "M68-8.6l2.4 0 1-3.4M80-8.6l-2.4 0-1-3.4")


def _crane_top(fronts: Fronts) -> float:
    return _roofs(fronts) + 31


def _crane(fronts: Fronts) -> Shapes:
    below = fronts[3]
    roof = below.eaves + 4
    return translate(figures.crane(_crane_top(fronts) - 13 - roof, 39), below.x + 28, -roof)


def _investeren(fronts: Fronts) -> Shapes:
    bank, site = fronts[1], fronts[3]
    columns = (box(bank.x + 6 + i * 8.7, -22, 3.2, 22) for i in range(5))
    scaffold = figures.scaffold(site.house.width - 2, max(site.rows, 1) + 2)
    people = ((STANDING, 31, 118), (WALKING, 92), (SKIRT, 124), (WALKING_LEFT, 155))
    return (
        shape("z-papier", box(bank.x + 3, -22, 44, 22))
        + shape("z-inkt", *columns, box(bank.x + 2, -24.4, 46, 2.6))
        + place(0, (scaffold, site.x + 1), *people)
    )


def _vervoeren(fronts: Fronts) -> Shapes:
    tower, hall, _ = fronts
    top, middle, width = -hall.eaves, hall.middle, hall.house.width
    clock = -tower.eaves - 5
    ribs = (
        path("M", middle + part * width, top + 1, "V", top - 0.3 * width * (1 - 4 * part * part) ** 0.5)
        for part in (-0.375, -0.25, -0.125, 0, 0.125, 0.25, 0.375)
    )
    inner = path("M", middle - 0.4 * width, top, "a", 0.4 * width, 0.2 * width, "0 0 1", 0.8 * width, 0)
    gates = (path("M", x, "0V-19a9 9 0 0 1 18 0V0z") for x in (hall.x + 6, hall.right - 24))
    street = ((WALKING, 47), (STANDING, 54), (vehicles.TRAM, 102), (vehicles.BICYCLE, 31), (vehicles.CYCLIST, 170))
    return (
        shape("z-rand", *ribs, inner)
        + shape("z-pui", *gates, box(hall.x + 30, -15, width - 60, 15))
        + shape("z-luik", disc(tower.middle, clock, 5.4))
        + shape("z-dun", path("M", tower.middle, clock - 3.6, "v3.6l2.4 1.8"))
        + place(0, *street)
    )


TREND_HOUSES: Mapping[str, HouseDesign] = {
    "samenleven": HouseDesign(
        (
            House(40, 3, 1, "trap", 20),
            House(34, 2, 2, "tuit", 17),
            House(48, 3, 1, "klok", 24),
            House(32, 2, 0, "plat", 16),
            House(46, 3, 0, "tuit", 23),
        ),
        _samenleven,
    ),
    "produceren": HouseDesign(
        (
            House(116, 9, 1, "zaag", None, ((52, 27), (84, 27))),
            House(34, 2, 3, "plat", 17),
            House(50, 4, 0, "zaag", None, ((8, 34),)),
        ),
        _produceren,
        _chimney,
        _chimney_top,
    ),
    "consumeren": HouseDesign(
        (
            House(44, 3, 1, "hals", 36, ((4, 26),)),
            House(40, 3, 0, "plat", 33, ((4, 23),)),
            House(34, 2, 1, "klok", 27, ((3, 18),)),
            House(46, 3, 0, "plat", 38, ((5, 27),)),
            House(36, 2, 0, "trap", 29, ((4, 19),)),
        ),
        _consumeren,
    ),
    "werken": HouseDesign(
        (
            House(62, 5, 2, "plat", None, ((6, 50),)),
            House(95, 8, 0, "plat", 89, ((6, 36), (46, 36))),
            House(43, 3, 2, "lessenaar", None, ((5, 32),)),
        ),
        _werken,
    ),
    "investeren": HouseDesign(
        (
            House(36, 2, 3, "hals", 18),
            House(50, 4, 2, "plat"),
            House(38, 2, 4, "trap", 19),
            House(36, 3, 0, "plat"),
            House(40, 3, 1, "tuit", 32, ((5, 21),)),
        ),
        _investeren,
        _crane,
        _crane_top,
    ),
    "vervoeren": HouseDesign(
        (House(30, 2, 6, "punt", 15), House(133, 11, 0, "boog", plinth=35), House(37, 2, 3, "plat", 29, ((4, 18),))),
        _vervoeren,
    ),
}
"""By the short name of the trend; the widths of its houses add up to 200."""
