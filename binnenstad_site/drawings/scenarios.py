"""The small drawing of each scenario, for cards (560 wide): a cut house, a street, three facades and the soil.

The large drawings on the pages of the scenarios (1200 wide) are in `scenes/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings import figures, scenery, vehicles
from binnenstad_site.drawings.facades import Facade, row_of_facades
from binnenstad_site.drawings.figures import CHILD, SKIRT, STANDING, WALKING, stall, tree
from binnenstad_site.drawings.rooms import cut_house, green_roof, panels, pitched_roof
from binnenstad_site.drawings.shapes import Shapes, box, join, merge, panes, path, place, scale, shape, translate
from binnenstad_site.drawings.svg import drawing

BOX = (0, 44, 560, 206)
GROUND = 196
"""Where the ground lies in the box; everything below is drawn with the ground at y 0."""
HOUSE, FRONTS = 20, 422
"""Where they begin; the street between them is 290 wide."""
WIDTH, STOREY = 112, 30
ROOF = -3 * STOREY


@dataclass(frozen=True, slots=True)
class Profile:
    """The parts that differ per scenario."""

    rooms: tuple[str, str, str]
    """From low to high."""
    facades: tuple[Facade, Facade, Facade]
    parts: Shapes
    """On the roofs and the fronts, in the street, in the air and in the soil."""
    over: Shapes = ()
    """On top of all else: its windows lie on its ink."""


def _united() -> Profile:
    street = place(
        0,
        (tree(20, 34, roots=True), 164),
        (tree(22, 38, roots=True), 352),
        (WALKING, 150, 309, 438),
        (STANDING, 184, 252, 294),
        (SKIRT, 190, 474),
        (CHILD, 260, 480),
        (figures.BENCH, 232),
        (stall(), 285),
        (vehicles.CARGO_BIKE, 328),
        (vehicles.CYCLIST, 381),
        (scenery.mast(70), 205),
        (scenery.CHARGER, 407),
    )
    return Profile(
        rooms=("maken", "wonen", "slapen"),
        facades=(Facade(42, 92, "tuit", 3, 3), Facade(40, 76, "plat", 3, 2), Facade(38, 102, "trap", 2, 4)),
        parts=street
        + place(ROOF, (green_roof(54), HOUSE + 2), (panels(4), HOUSE + 58))
        + place(-80, (green_roof(34), FRONTS + 44))
        + translate(scenery.sewer(8.5), 246, 34)
        + translate(scenery.cables(3), 313, 18)
        + translate(scenery.LOOP, 370, 33),
    )


def _game() -> Profile:
    street = place(
        0,
        (STANDING, 196, 373),
        (WALKING, 216),
        (SKIRT, 381),
        (scenery.GLASSES, 196, 216, 373, 381),
        (vehicles.VAN, 286),
        (scenery.SCREEN, 166),
        (scenery.ROBOT, 243, 328, 351),
        (scenery.lockers(5, 6), 391),
    )
    playing = shape("z-t", box(FRONTS + 5, -100, 32, 44), path("M", FRONTS + 17, "-88v20l11-10z"))
    return Profile(
        rooms=("kluis", "brillen", "data"),
        facades=(
            Facade(42, 110, "plat", 0, 0, plinth="dicht"),
            Facade(40, 74, "plat", 3, 2, frozenset(), plinth="dicht"),
            Facade(38, 118, "plat", 0, 0, plinth="dicht"),
        ),
        parts=street
        + join(translate(vehicles.DRONE, x, y) for x, y in ((228, -102), (300, -64), (372, -114)))
        + scenery.dotted(182, -70, 222, -92, 292, -58, 366, -104, 380, -104, 404, -38)
        + place(ROOF, (scenery.mast(36), HOUSE + 20), (scenery.mast(26), HOUSE + 92))
        + place(-78, (scenery.mast(26), FRONTS + 62))
        + playing
        + shape("z-t", panes(FRONTS + 88, -108, 1, 8, (26, 4), (0, 9)))
        + translate(scenery.sewer(8.5), 246, 34)
        + translate(scenery.cables(8), 313, 18),
    )


def _exclusief() -> Profile:
    street = place(
        0,
        (figures.ball_tree(), 172, 208, 244, 408),
        (scale(figures.LAMP, 1.3), 190, 262, 396),
        (WALKING, 226),
        (STANDING, 324),
        (SKIRT, 331),
        (figures.fence(46), 339),
    )
    return Profile(
        rooms=("winkel", "salon", "leeg"),
        facades=(
            Facade(42, 104, "hals", 3, 4, frozenset({3}), "balk"),
            Facade(40, 94, "klok", 3, 3, frozenset({2}), "balk"),
            Facade(38, 104, "hals", 2, 4, frozenset({3}), "balk"),
        ),
        parts=street
        + place(-22, (figures.awning(30), 148))
        + place(ROOF, (pitched_roof(WIDTH), HOUSE))
        + translate(scenery.sewer(8.5), 246, 34)
        + translate(scenery.cables(1), 313, 18),
        over=place(0, (vehicles.CAR, 298)),
    )


def _autarkisch() -> Profile:
    street = place(
        0,
        (tree(18, 32, roots=True) + scenery.FRUIT, 222),
        (tree(15, 26, roots=True), 396),
        (STANDING, 206, 284),
        (CHILD, 291),
        (WALKING, 301, 440),
        (SKIRT, 384),
        (stall(), 259),
        (vehicles.CARGO_BIKE, 321),
        (scenery.pipe(-ROOF), 10),
        (scenery.BARREL, 10, 415),
        (scenery.bed(54), 146),
        (scenery.bed(36), 344),
        (scenery.cistern(44, 26), 172),
    )
    return Profile(
        rooms=("maken", "kas", "wonen"),
        facades=(Facade(62, 62, "zaag", 4, 2), Facade(36, 78, "tuit", 2, 3), Facade(32, 58, "lessenaar", 2, 1)),
        parts=street
        + place(ROOF, (green_roof(108), HOUSE + 2), (scenery.MILL, HOUSE + 84))
        + translate(scenery.LOOP, 370, 33),
    )


PROFILES: Mapping[str, Profile] = {
    "binnenstad-united": _united(),
    "binnenstad-als-game": _game(),
    "exclusieve-binnenstad": _exclusief(),
    "autarkische-binnenstad": _autarkisch(),
}


def shapes(profile: Profile) -> Shapes:
    """The section of a scenario, 560 wide, with the ground at y 0."""
    soil = shape("z-aarde", box(0, 0, 560, 54)) + shape("z-inkt", box(0, -0.8, 560, 2.4))
    buildings = place(0, (cut_house(WIDTH, profile.rooms, STOREY), HOUSE), (row_of_facades(*profile.facades), FRONTS))
    return merge(soil, buildings, profile.parts) + profile.over


@lru_cache
def section(slug: str) -> Markup:
    """The card drawing of a scenario, 560 wide; empty for a scenario without a drawing."""
    if slug not in PROFILES:
        return Markup()
    return drawing(BOX, translate(shapes(PROFILES[slug]), 0, GROUND), "scenario-doorsnede")
