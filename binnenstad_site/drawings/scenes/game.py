"""*De binnenstad als game*: screens and robots in the street, deliveries by drone."""

from __future__ import annotations

from binnenstad_site.drawings import scenery, vehicles
from binnenstad_site.drawings.facades import Facade
from binnenstad_site.drawings.figures import SKIRT, STANDING, WALKING
from binnenstad_site.drawings.shapes import box, join, mirror, panes, path, place, shape, translate
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


def game() -> CrossSection:
    """The section of this scenario."""
    street = place(
        0,
        (STANDING, 250, 392, 838),
        (WALKING, 268, 902),
        (SKIRT, 404, 566),
        (scenery.GLASSES, 250, 268, 392, 404, 566, 838, 902),
        (vehicles.VAN, 330),
        (mirror(vehicles.VAN), 868),
        (scenery.SCREEN, 222, 594, 940),
        (scenery.ROBOT, 292, 374, 430, 456, 920),
        (scenery.lockers(8, 7), 492),
        (scenery.lockers(4, 5), 806),
    )
    drones = join(translate(vehicles.DRONE, x, y) for x, y in ((258, -122), (398, -82), (548, -154), (872, -130)))
    routes = scenery.dotted(186, -138, 252, -114, 392, -72, 406, -72, 542, -144, 556, -144, 619, -126)
    routes += scenery.dotted(796, -132, 866, -118, 880, -118, FRONTS, -98)
    masts = (
        place(TOP, (scenery.mast(44), HOUSE + 26), (scenery.mast(30), HOUSE + 124))
        + place(SHARED_TOP, (scenery.mast(38), SHARED + 140))
        + place(-96, (scenery.mast(30), FRONTS + 67))
    )
    stripes = panes(FRONTS + 95, -138, 1, 9, (30, 4.5), (0, 10))
    playing = box(FRONTS + 6, -116, 34, 48) + path("M", FRONTS + 18, "-103v22l12-11z")
    return CrossSection(
        names=(
            (111, "Data boven kluizen"),
            (310, "De straat als spel"),
            (522, "Bezorging door de lucht"),
            (722, "Passen op een scherm"),
            (1078, "Gevels als scherm"),
        ),
        layers=(
            house("kluis", "brillen", "data", "data")
            + shared("kluis", "opslag", "brillen", "data")
            + right_row(
                Facade(46, 126, "plat", 0, 0, plinth="dicht"),
                Facade(42, 92, "plat", 3, 3, frozenset(), plinth="dicht"),
                Facade(44, 146, "plat", 0, 0, plinth="dicht"),
                Facade(46, 108, "plat", 3, 4, frozenset(), plinth="dicht"),
            ),
            street + drones + masts + routes + shape("z-t", playing, stripes),
        ),
        soil=scenery.line("M111 0V55H1078V0M708 0V55")
        + place(34, (scenery.cables(8), 330, 820))
        + translate(scenery.sewer(14), 560, 31),
    )
