"""The four scenarios as one street section with other parts: a cut house, a street, three fronts, and the soil."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.facades import Front, row_of_fronts
from binnenstad_site.drawings.layers import Layers, box, joined, painted, put, read, row
from binnenstad_site.drawings.rooms import cut_house, green_roof, panels, pitched_roof
from binnenstad_site.drawings.shapes import drawing

BOX = (0, 44, 560, 206)
GROUND = 196
HOUSE, FRONTS = 20, 422
"""Where they begin; the street between them is 290 wide."""
STOREY = 30
ROOF = GROUND - 3 * STOREY
NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Profile:
    """What one scenario puts into the skeleton."""

    rooms: tuple[str, str, str]
    """From low to high."""
    roof: Layers
    street: Layers
    fronts: tuple[Front, Front, Front]
    on_fronts: Layers
    soil: Layers
    apart: Markup = NOTHING
    """What cannot merge with the rest: its windows lie on top of its ink."""


def _united() -> Profile:
    street = read(
        f.tree(164, GROUND, 20, 34, roots=True),
        f.people(GROUND, (150, "loopt"), (184, "staat"), (190, "rok"), (252, "staat"), (260, "kind")),
        f.bench(232, GROUND),
        f.stall(285, GROUND),
        f.people(GROUND, (294, "staat"), (309, "loopt")),
        v.cargo_bike(328, GROUND),
        f.tree(352, GROUND, 22, 38, roots=True),
        v.cyclist(381, GROUND),
        f.people(GROUND, (438, "loopt"), (474, "rok"), (480, "kind")),
    )
    return Profile(
        rooms=("maken", "wonen", "slapen"),
        roof=joined(green_roof(HOUSE + 2, ROOF, 54), panels(HOUSE + 58, ROOF, 4)),
        street=joined(street, put(s.mast(70), 205, GROUND), put(s.CHARGER, 407, GROUND)),
        fronts=(
            Front(42, 92, "tuit", 3, 3),
            Front(40, 76, "plat", 3, 2),
            Front(38, 102, "trap", 2, 4),
        ),
        on_fronts=green_roof(FRONTS + 44, GROUND - 80, 34),
        soil=joined(put(s.sewer(8.5), 246, 230), put(s.cables(3), 313, 214), put(s.LOOP, 370, 229)),
    )


def _game() -> Profile:
    viewers = (196, 216, 373, 381)
    street = read(
        f.people(GROUND, (196, "staat"), (216, "loopt"), (373, "staat"), (381, "rok")),
        v.van(286, GROUND),
        v.drone(228, 94),
        v.drone(300, 132),
        v.drone(372, 82),
    )
    return Profile(
        rooms=("kluis", "brillen", "data"),
        roof=joined(put(s.mast(36), HOUSE + 20, ROOF), put(s.mast(26), HOUSE + 92, ROOF)),
        street=joined(
            street,
            put(s.SCREEN, 166, GROUND),
            row(s.GLASSES, viewers, GROUND),
            row(s.ROBOT, (243, 328, 351), GROUND),
            put(s.lockers(5, 6), 391, GROUND),
            s.dotted(182, 126, 222, 104, 292, 138, 366, 92, 380, 92, 404, 158),
        ),
        fronts=(
            Front(42, 110, "plat", 0, 0, plinth="dicht"),
            Front(40, 74, "plat", 3, 2, frozenset(), plinth="dicht"),
            Front(38, 118, "plat", 0, 0, plinth="dicht"),
        ),
        on_fronts=joined(
            (("z-t", f"{box(FRONTS + 5, GROUND - 100, 32, 44)}m12 12v20l11-10z"),),
            (("z-t", "".join(box(FRONTS + 88, GROUND - 108 + 9 * i, 26, 4) for i in range(8))),),
            put(s.mast(26), FRONTS + 62, GROUND - 78),
        ),
        soil=joined(put(s.sewer(8.5), 246, 230), put(s.cables(8), 313, 214)),
    )


def _exclusief() -> Profile:
    trees = tuple(f.ball_tree(x, GROUND) for x in (172, 208, 244, 408))
    street = read(
        *trees,
        *(f.lamp(x, GROUND, 1.3) for x in (190, 262, 396)),
        f.awning(148, 174, 30),
        f.people(GROUND, (226, "loopt"), (324, "staat"), (331, "rok")),
        f.fence(339, GROUND, 46),
    )
    return Profile(
        rooms=("winkel", "salon", "leeg"),
        roof=pitched_roof(HOUSE, ROOF, 112),
        street=street,
        fronts=(
            Front(42, 104, "hals", 3, 4, frozenset({3}), "balk"),
            Front(40, 94, "klok", 3, 3, frozenset({2}), "balk"),
            Front(38, 104, "hals", 2, 4, frozenset({3}), "balk"),
        ),
        on_fronts=(),
        soil=joined(put(s.sewer(8.5), 246, 230), put(s.cables(1), 313, 214)),
        apart=v.car(298, GROUND),
    )


def _autarkisch() -> Profile:
    street = read(
        f.tree(222, GROUND, 18, 32, roots=True),
        f.people(GROUND, (206, "staat"), (284, "staat"), (291, "kind"), (301, "loopt"), (384, "rok"), (440, "loopt")),
        f.stall(259, GROUND),
        v.cargo_bike(321, GROUND),
        f.tree(396, GROUND, 15, 26, roots=True),
    )
    return Profile(
        rooms=("maken", "kas", "wonen"),
        roof=joined(green_roof(HOUSE + 2, ROOF, 108), put(s.MILL, HOUSE + 84, ROOF)),
        street=joined(
            street,
            put(s.FRUIT, 222, GROUND),
            put(s.pipe(GROUND - ROOF), 10, GROUND),
            row(s.BARREL, (10, 415), GROUND),
            put(s.bed(54), 146, GROUND),
            put(s.bed(36), 344, GROUND),
        ),
        fronts=(
            Front(62, 62, "zaag", 4, 2),
            Front(36, 78, "tuit", 2, 3),
            Front(32, 58, "lessenaar", 2, 1),
        ),
        on_fronts=(),
        soil=joined(put(s.cistern(44, 26), 172, GROUND), put(s.LOOP, 370, 229)),
    )


PROFILES: Mapping[str, Profile] = {
    "binnenstad-united": _united(),
    "binnenstad-als-game": _game(),
    "exclusieve-binnenstad": _exclusief(),
    "autarkische-binnenstad": _autarkisch(),
}


@lru_cache
def section(slug: str) -> Markup:
    """The section of a scenario, 560 wide; empty for a scenario that nobody drew."""
    profile = PROFILES.get(slug)
    if profile is None:
        return NOTHING
    soil: Layers = (("z-aarde", box(0, GROUND, 560, 54)), ("z-inkt", box(0, GROUND - 0.8, 560, 2.4)))
    house = cut_house(HOUSE, GROUND, 112, profile.rooms, STOREY)
    fronts = row_of_fronts(FRONTS, GROUND, *profile.fronts)
    shown = painted(soil, house, profile.roof, fronts, profile.on_fronts, profile.street, profile.soil)
    return drawing(BOX, [shown, profile.apart], "scenario-doorsnede")
