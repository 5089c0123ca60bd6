"""*De binnenstad als game*: the street plays, and things come through the air."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.facades import Front
from binnenstad_site.drawings.layers import box, joined, put, read, row
from binnenstad_site.drawings.scenes.kit import (
    FRONTS,
    HOUSE,
    SHARED,
    SHARED_TOP,
    TOP,
    G,
    Scene,
    line,
)


def game() -> Scene:
    """Screens, robots and drones; nobody lives here."""
    viewers = (250, 268, 392, 404, 566, 838, 902)
    street = read(
        f.people(
            G,
            (250, "staat"),
            (268, "loopt"),
            (392, "staat"),
            (404, "rok"),
            (566, "rok"),
            (838, "staat"),
            (902, "loopt"),
        ),
        v.van(330, G),
        v.van(868, G, flip=True),
        v.drone(258, 128),
        v.drone(398, 168),
        v.drone(548, 96),
        v.drone(872, 120),
    )
    stripes = "".join(box(FRONTS + 95, G - 138 + 10 * i, 30, 4.5) for i in range(9))
    plays = box(FRONTS + 6, G - 116, 34, 48) + "m12 13v22l12-11z"
    return Scene(
        names=(
            (111, "Data boven kluizen"),
            (310, "De straat als spel"),
            (522, "Bezorging door de lucht"),
            (722, "Passen op een scherm"),
            (1078, "Gevels als scherm"),
        ),
        house=("kluis", "brillen", "data", "data"),
        shared=("kluis", "opslag", "brillen", "data"),
        fronts=(
            Front(46, 126, "plat", 0, 0, plinth="dicht"),
            Front(42, 92, "plat", 3, 3, frozenset(), plinth="dicht"),
            Front(44, 146, "plat", 0, 0, plinth="dicht"),
            Front(46, 108, "plat", 3, 4, frozenset(), plinth="dicht"),
        ),
        around=joined(
            street,
            put(s.mast(44), HOUSE + 26, TOP),
            put(s.mast(30), HOUSE + 124, TOP),
            put(s.mast(38), SHARED + 140, SHARED_TOP),
            put(s.mast(30), FRONTS + 67, G - 96),
            row(s.SCREEN, (222, 594, 940), G),
            row(s.GLASSES, viewers, G),
            row(s.ROBOT, (292, 374, 430, 456, 920), G),
            put(s.lockers(8, 7), 492, G),
            put(s.lockers(4, 5), 806, G),
            s.dotted(186, 112, 252, 136, 392, 178, 406, 178, 542, 106, 556, 106, 619, 124),
            s.dotted(796, 118, 866, 132, 880, 132, FRONTS, 152),
            (("z-t", plays + stripes),),
        ),
        soil=joined(
            line("M", 111, G, "V", 305, "H", 1078, "V", G, "M", 708, G, "V", 305),
            row(s.cables(8), (330, 820), 284),
            put(s.sewer(14), 560, 281),
        ),
    )
