"""*Binnenstad united*: residents share floors, data and heat."""

from __future__ import annotations

from binnenstad_site.drawings import scenery, vehicles
from binnenstad_site.drawings.facades import Facade
from binnenstad_site.drawings.figures import BENCH, CHILD, SKIRT, STANDING, WALKING, awning, stall, tree
from binnenstad_site.drawings.rooms import green_roof, panels
from binnenstad_site.drawings.shapes import box, place, shape, translate
from binnenstad_site.drawings.wide import (
    FRONTS,
    HOUSE,
    SHARED,
    SHARED_TOP,
    TOP,
    CrossSection,
    house,
    right_row,
    shared,
)


def united() -> CrossSection:
    """The section of this scenario."""
    street = place(
        0,
        (STANDING, 204, 330, 478, 486, 808, 846, 898, 1058),
        (CHILD, 212, 420, 1066),
        (WALKING, 318, 1010, 1186),
        (SKIRT, 412, 816),
        (tree(30, 50, roots=True), 258),
        (tree(26, 42, roots=True), 590),
        (tree(24, 38, roots=True), 928),
        (BENCH, 293),
        (stall(), 351),
        (stall("z-inkt"), 389),
        (vehicles.CYCLIST, 514),
        (vehicles.CARGO_BIKE, 546),
        (vehicles.BICYCLE, 952, 964, 976),
        (scenery.mast(84), 430),
        (scenery.BOARD, 468),
        (scenery.CHARGER, 834),
    )
    goods = shape("z-lijn", "M852-8h40M856-8v8M888-8v8") + shape("z-t", box(860, -13, 9, 5), box(876, -13, 6, 5))
    roofs = (
        place(TOP, (green_roof(70), HOUSE + 4), (panels(5), HOUSE + 80))
        + place(SHARED_TOP, (panels(6), SHARED + 8), (green_roof(78), SHARED + 94))
        + place(-98, (green_roof(38), FRONTS + 50))
    )
    return CrossSection(
        names=(
            (111, "Maken onder wonen"),
            (351, "Markt van wat over is"),
            (530, "Open data op straat"),
            (728, "Gedeeld gebouw"),
            (1075, "Warmte van de buren"),
        ),
        layers=(
            house("maken", "tafel", "slapen", "wonen")
            + shared("machine", "boeken", "slapen", "kas")
            + right_row(
                Facade(46, 112, "tuit", 3, 4),
                Facade(46, 94, "plat", 3, 3),
                Facade(42, 124, "trap", 2, 4),
                Facade(46, 104, "klok", 3, 3),
            ),
            street + goods + roofs + translate(awning(34), 204, -29) + place(61, (scenery.ARROW, 404, 905)),
        ),
        soil=scenery.line("M111 0V61H1075V0M728 0V61")
        + translate(scenery.sewer(14), 300, 33)
        + scenery.dotted(466, 6, 466, 34, 722, 34)
        + place(34, (scenery.cables(1), 466, 600)),
    )
