"""What a trend looks like as a row of houses: its fronts, and what stands behind, before and on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.drawings import figures, vehicles
from binnenstad_site.drawings.houses import Front, House
from binnenstad_site.drawings.shapes import circle, shape
from binnenstad_site.drawings.shapes import number as n
from binnenstad_site.drawings.tracing import box

Fronts = Sequence[Front]


@dataclass(frozen=True, slots=True)
class Character:
    """The houses of a trend, what is drawn before them (behind) and after them (in front)."""

    houses: tuple[House, ...]
    behind: Callable[[Fronts], Markup]
    before: Callable[[Fronts], Markup]
    top: Callable[[Fronts], float]
    """The highest point of all this."""


def _roofs(fronts: Fronts) -> float:
    return max(front.top for front in fronts)


def _nothing(_: Fronts) -> Markup:
    return Markup()


def _samenleven(_: Fronts) -> Markup:
    return (
        figures.people(0, (27, "staat"), (128, "loopt"), (133.5, "kind"), (178, "rok"))
        + figures.bench(103, 0)
        + figures.tree(62, 0, 9.6, 22, roots=True)
        + figures.tree(152, 0, 8.4, 20, roots=True)
    )


def _chimney_top(fronts: Fronts) -> float:
    return max(_roofs(fronts), fronts[0].eaves + 66, 124)


def _chimney(fronts: Fronts) -> Markup:
    high, left = _chimney_top(fronts), fronts[0].right - 21
    return shape(box(left, -high, 10.6, high), "z-gevel") + shape(box(left, -high + 12, 10.6, 3.6), "z-t")


def _produceren(_: Fronts) -> Markup:
    slats = "".join(f"M10.5{n(-24 + i * 5.8)}h30" for i in range(1, 4))
    crates = box(166, -6, 5.6, 6) + box(172.4, -6, 5.6, 6) + box(178.8, -6, 5.6, 6) + box(169.2, -12, 8, 6)
    return (
        shape(box(10.5, -24, 30, 24), "z-pui")
        + shape(slats, "z-rand")
        + figures.people(0, (25, "staat"), (146, "loopt"))
        + vehicles.cargo_bike(72, 0)
        + shape(crates, "z-inkt")
    )


def _consumeren(fronts: Fronts) -> Markup:
    awnings = Markup().join(
        figures.awning(front.middle, -16.5, front.house.width - 2, "z-inkt" if i % 2 else "z-t")
        for i, front in enumerate(fronts)
    )
    who = ((30, "loopt"), (58, "rok"), (63.6, "kind"), (99, "loopt", True), (140, "staat"), (186, "loopt"))
    return awnings + figures.people(0, *who) + vehicles.bicycle(119, 0)


def _werken(fronts: Fronts) -> Markup:
    low = fronts[1]
    roof = -low.eaves - 4
    rail = f"M{n(low.x + 6)} {n(roof)}v-8.4H{n(low.right - 6)}v8.4"
    laptops = "M68-8.6l2.4 0 1-3.4M80-8.6l-2.4 0-1-3.4"
    return (
        shape(rail, "z-lijn")
        + figures.people(roof, (low.x + 18, "rok"), (low.x + 26, "staat"))
        + figures.tree(low.right - 22, roof, 6.4, 13.4)
        + vehicles.bicycles(20, 0, 3, 12.4)
        + figures.table(78, 0)
        + shape(laptops, "z-dun")
        + figures.people(0, (122, "loopt"), (192, "loopt", True))
    )


def _crane_top(fronts: Fronts) -> float:
    return _roofs(fronts) + 31


def _crane(fronts: Fronts) -> Markup:
    below = fronts[3]
    arm = _crane_top(fronts) - 13
    return figures.crane(below.x + 28, -below.eaves - 4, arm - below.eaves - 4, 39)


def _investeren(fronts: Fronts) -> Markup:
    bank, site = fronts[1], fronts[3]
    columns = "".join(box(bank.x + 6 + i * 8.7, -22, 3.2, 22) for i in range(5))
    storeys = max(site.rows, 1)
    return (
        shape(box(bank.x + 3, -22, 44, 22), "z-papier")
        + shape(columns + box(bank.x + 2, -24.4, 46, 2.6), "z-inkt")
        + figures.scaffold(site.x + 1, 0, site.house.width - 2, storeys + 2)
        + figures.people(0, (30, "staat"), (93, "loopt"), (116, "staat"), (122, "rok"), (155, "loopt", True))
    )


def _vervoeren(fronts: Fronts) -> Markup:
    tower, hall, _ = fronts
    top, middle, width = -hall.eaves, hall.middle, hall.house.width
    high = 0.3 * width
    face = -tower.eaves - 5
    ribs = "".join(
        f"M{n(middle + part * width)} {n(top + 1)}V{n(top - high * (1 - 4 * part * part) ** 0.5)}"
        for part in (-0.375, -0.25, -0.125, 0, 0.125, 0.25, 0.375)
    )
    inner = f"M{n(middle - 0.4 * width)} {n(top)}a{n(0.4 * width)} {n(0.2 * width)} 0 0 1 {n(0.8 * width)} 0"
    gates = "".join(f"M{n(x)} 0V-19A9 9 0 0 1 {n(x + 18)}-19V0Z" for x in (hall.x + 6, hall.right - 24))
    return (
        shape(ribs + inner, "z-rand")
        + shape(gates + box(hall.x + 30, -15, width - 60, 15), "z-pui")
        + circle(tower.middle, face, 5.4, "z-luik")
        + shape(f"M{n(tower.middle)} {n(face - 3.6)}v3.6l2.4 1.8", "z-dun")
        + figures.people(0, (42, "loopt"), (50, "staat"))
        + vehicles.tram(102, 0, pole=False)
        + vehicles.bicycle(184, 0)
        + vehicles.cyclist(172, 0)
    )


CHARACTERS: Mapping[str, Character] = {
    "samenleven": Character(
        (
            House(40, 3, 1, "trap", 20),
            House(34, 2, 2, "tuit", 17),
            House(48, 3, 1, "klok", 24),
            House(32, 2, 0, "plat", 16),
            House(46, 3, 0, "tuit", 23),
        ),
        _nothing,
        _samenleven,
        _roofs,
    ),
    "produceren": Character(
        (
            House(116, 9, 1, "zaag", None, ((52, 27), (84, 27))),
            House(34, 2, 3, "plat", 17),
            House(50, 4, 0, "zaag", None, ((8, 34),)),
        ),
        _chimney,
        _produceren,
        _chimney_top,
    ),
    "consumeren": Character(
        (
            House(44, 3, 1, "hals", 36, ((4, 26),)),
            House(40, 3, 0, "plat", 33, ((4, 23),)),
            House(34, 2, 1, "klok", 27, ((3, 18),)),
            House(46, 3, 0, "plat", 38, ((5, 27),)),
            House(36, 2, 0, "trap", 29, ((4, 19),)),
        ),
        _nothing,
        _consumeren,
        _roofs,
    ),
    "werken": Character(
        (
            House(62, 5, 2, "plat", None, ((6, 50),)),
            House(95, 8, 0, "plat", 89, ((6, 36), (46, 36))),
            House(43, 3, 2, "lessenaar", None, ((5, 32),)),
        ),
        _nothing,
        _werken,
        _roofs,
    ),
    "investeren": Character(
        (
            House(36, 2, 3, "hals", 18),
            House(50, 4, 2, "plat"),
            House(38, 2, 4, "trap", 19),
            House(36, 3, 0, "plat"),
            House(40, 3, 1, "tuit", 32, ((5, 21),)),
        ),
        _crane,
        _investeren,
        _crane_top,
    ),
    "vervoeren": Character(
        (
            House(30, 2, 6, "punt", 15),
            House(133, 11, 0, "boog", plinth=35),
            House(37, 2, 3, "plat", 29, ((4, 18),)),
        ),
        _nothing,
        _vervoeren,
        _roofs,
    ),
}
"""Per trend, by its short name; widths add up to 200."""
