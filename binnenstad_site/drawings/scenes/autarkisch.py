"""*De autarkische binnenstad*: the town grows its food, repairs its things and stores its water."""

from __future__ import annotations

from binnenstad_site.drawings import scenery, vehicles
from binnenstad_site.drawings.facades import Facade
from binnenstad_site.drawings.figures import CHILD, SKIRT, STANDING, WALKING, stall, tree
from binnenstad_site.drawings.rooms import green_roof
from binnenstad_site.drawings.shapes import place, translate
from binnenstad_site.drawings.wide import HOUSE, SHARED, SHARED_TOP, TOP, CrossSection, house, right_row, shared


def autarkisch() -> CrossSection:
    """The section of this scenario."""
    street = place(
        0,
        (STANDING, 212, 412, 494, 816, 1100),
        (SKIRT, 300, 534, 930),
        (WALKING, 446, 872, 1040),
        (CHILD, 542, 1108),
        (tree(24, 40, roots=True) + translate(scenery.FRUIT, 0, -10), 322),
        (tree(22, 36, roots=True), 576),
        (tree(18, 30, roots=True), 954),
        (stall(), 472),
        (stall("z-inkt"), 514),
        (vehicles.CARGO_BIKE, 848),
        (vehicles.CYCLIST, 1186),
        (scenery.pipe(-TOP), 24),
        (scenery.BARREL, 24, 608, 978),
        (scenery.bed(70), 222),
        (scenery.bed(62), 342),
        (scenery.bed(46), 880),
    )
    roofs = place(TOP, (green_roof(142), HOUSE + 4), (scenery.MILL, HOUSE + 112))
    return CrossSection(
        names=(
            (116, "Wonen boven de werkplaats"),
            (346, "Regenkelder onder de bedden"),
            (556, "Markt van het seizoen"),
            (745, "Depot van sloophout"),
            (1076, "Werk in de straat"),
        ),
        layers=(
            house("maken", "kas", "wonen", "slapen")
            + shared("opslag", "maken", "tafel", "kas")
            + right_row(Facade(80, 74, "zaag", 5, 2), Facade(44, 96, "tuit", 2, 4), Facade(44, 70, "lessenaar", 3, 2)),
            street + roofs + place(SHARED_TOP, (green_roof(168), SHARED + 4)),
        ),
        soil=translate(scenery.cistern(110, 44), 380, 0)
        + scenery.line("M325 50H111V0M435 50H708V0")
        + translate(scenery.LOOP, 850, 50),
    )
