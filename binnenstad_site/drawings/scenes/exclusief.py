"""*De exclusieve binnenstad*: lit shops below, unlit floors above."""

from __future__ import annotations

from binnenstad_site.drawings import scenery
from binnenstad_site.drawings.facades import Facade
from binnenstad_site.drawings.figures import LAMP, PARASOL, SKIRT, STANDING, TABLE, WALKING, awning, ball_tree, fence
from binnenstad_site.drawings.rooms import pitched_roof
from binnenstad_site.drawings.shapes import box, place, scale, shape, translate
from binnenstad_site.drawings.vehicles import CAR
from binnenstad_site.drawings.wide import (
    ROOF,
    SHARED,
    SHARED_TOP,
    SHARED_WIDTH,
    CrossSection,
    house,
    right_row,
    shared,
)


def exclusief() -> CrossSection:
    """The section of this scenario; one floor of each front is lit."""
    street = place(
        0,
        (ball_tree(8.5), 248, 296, 344, 392, 560, 836, 964),
        (scale(LAMP, 1.3), 272, 368, 588, 884, 978),
        (fence(66, 15), 412),
        (TABLE + PARASOL, 500, 540),
        (SKIRT, 226, 944),
        (WALKING, 320, 1060),
        (STANDING, 604, 812, 952),
    )
    deck = (
        shape("z-papier", box(300, 21, 220, 56))
        + shape("z-inkt", box(296, 18, 228, 4), box(296, 76, 228, 4), box(296, 18, 4, 62), box(520, 18, 4, 62))
        + shape("z-arcering", box(462, 22, 58, 54))
    )
    return CrossSection(
        names=(
            (113, "Winkel onder lege etages"),
            (410, "Garage onder het plein"),
            (708, "Hotel in het postkantoor"),
            (1076, "Eén etage bewoond"),
        ),
        layers=(
            house("winkel", "salon", "leeg", "leeg")
            + shared("eten", "salon", "slapen", "leeg")
            + right_row(
                Facade(44, 124, "hals", 3, 5, frozenset({4}), "balk"),
                Facade(42, 112, "klok", 3, 4, frozenset({3}), "balk"),
                Facade(46, 126, "hals", 3, 5, frozenset({4}), "balk"),
                Facade(40, 110, "tuit", 2, 4, frozenset({3}), "balk"),
            ),
            street
            + place(-29, (awning(40), 208), (awning(36), 816))
            + ROOF
            + place(SHARED_TOP, (pitched_roof(SHARED_WIDTH), SHARED)),
        ),
        over=place(76, (CAR, 346, 412)) + place(0, (CAR, 868, 918)),
        soil=deck + translate(scenery.sewer(14), 640, 40) + translate(scenery.cables(1), 860, 34),
    )
