"""*De exclusieve binnenstad*: beautiful below, dark above."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.facades import Front
from binnenstad_site.drawings.layers import Layers, box, joined, put, read
from binnenstad_site.drawings.rooms import pitched_roof
from binnenstad_site.drawings.scenes.kit import (
    HOUSE,
    SHARED,
    SHARED_TOP,
    SHARED_WIDTH,
    TOP,
    WIDTH,
    G,
    Scene,
)


def exclusief() -> Scene:
    """Clipped trees, a fence, cars under the square; one floor of each front has light."""
    street = read(
        f.awning(208, 221, 40),
        f.awning(816, 221, 36),
        *(f.ball_tree(x, G, 8.5) for x in (248, 296, 344, 392, 560, 836, 964)),
        *(f.lamp(x, G, 1.3) for x in (272, 368, 588, 884, 978)),
        f.fence(412, G, 66, 15),
        f.table(500, G),
        f.parasol(500, G),
        f.table(540, G),
        f.parasol(540, G),
        f.people(
            G,
            (226, "rok"),
            (320, "loopt"),
            (604, "staat"),
            (812, "staat"),
            (944, "rok"),
            (952, "staat"),
            (1060, "loopt"),
        ),
    )
    deck: Layers = (
        ("z-papier", box(300, 271, 220, 56)),
        ("z-inkt", box(296, 268, 228, 4) + box(296, 326, 228, 4) + box(296, 268, 4, 62) + box(520, 268, 4, 62)),
    )
    hatched: Layers = (("z-arcering", box(462, 272, 58, 54)),)
    return Scene(
        names=(
            (113, "Winkel onder lege etages"),
            (410, "Garage onder het plein"),
            (708, "Hotel in het postkantoor"),
            (1076, "Eén etage bewoond"),
        ),
        house=("winkel", "salon", "leeg", "leeg"),
        shared=("eten", "salon", "slapen", "leeg"),
        fronts=(
            Front(44, 124, "hals", 3, 5, frozenset({4}), "balk"),
            Front(42, 112, "klok", 3, 4, frozenset({3}), "balk"),
            Front(46, 126, "hals", 3, 5, frozenset({4}), "balk"),
            Front(40, 110, "tuit", 2, 4, frozenset({3}), "balk"),
        ),
        around=joined(
            street,
            pitched_roof(HOUSE, TOP, WIDTH),
            pitched_roof(SHARED, SHARED_TOP, SHARED_WIDTH),
        ),
        soil=joined(deck, hatched, put(s.sewer(14), 640, 290), put(s.cables(1), 860, 284)),
        over=(v.car(346, 326), v.car(412, 326), v.car(868, G), v.car(918, G)),
    )
