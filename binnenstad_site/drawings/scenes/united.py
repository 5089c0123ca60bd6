"""*Binnenstad united*: who lives here shares."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.facades import Front
from binnenstad_site.drawings.layers import Layers, box, joined, put, read, row
from binnenstad_site.drawings.rooms import green_roof, panels
from binnenstad_site.drawings.scenes.kit import (
    FRONTS,
    HOUSE,
    SHARED,
    SHARED_TOP,
    TOP,
    G,
    Scene,
    knot,
    line,
)
from binnenstad_site.drawings.shapes import path


def united() -> Scene:
    """Shared floors, shared data, shared heat."""
    street = read(
        f.awning(204, 221, 34),
        f.people(G, (204, "staat"), (212, "kind"), (318, "loopt"), (330, "staat"), (412, "rok"), (420, "kind")),
        f.tree(258, G, 30, 50, roots=True),
        f.bench(293, G),
        f.stall(351, G),
        f.stall(389, G, "z-inkt"),
        f.people(G, (478, "staat"), (486, "staat")),
        v.cyclist(514, G),
        v.cargo_bike(546, G),
        f.tree(590, G, 26, 42, roots=True),
        f.people(G, (808, "staat"), (816, "rok"), (846, "staat"), (898, "staat")),
        f.tree(928, G, 24, 38, roots=True),
        v.bicycles(952, G, 3),
        f.people(G, (1010, "loopt"), (1058, "staat"), (1066, "kind"), (1186, "loopt")),
    )
    goods: Layers = (
        ("z-lijn", path("M", 852, G - 8, "h", 40, "M", 856, G - 8, "v", 8, "M", 888, G - 8, "v", 8)),
        ("z-t", box(860, G - 13, 9, 5) + box(876, G - 13, 6, 5)),
    )
    return Scene(
        names=(
            (111, "Maken onder wonen"),
            (351, "Markt van wat over is"),
            (530, "Open data op straat"),
            (728, "Gedeeld gebouw"),
            (1075, "Warmte van de buren"),
        ),
        house=("maken", "tafel", "slapen", "wonen"),
        shared=("machine", "boeken", "slapen", "kas"),
        fronts=(
            Front(46, 112, "tuit", 3, 4),
            Front(46, 94, "plat", 3, 3),
            Front(42, 124, "trap", 2, 4),
            Front(46, 104, "klok", 3, 3),
        ),
        around=joined(
            street,
            goods,
            green_roof(HOUSE + 4, TOP, 70),
            panels(HOUSE + 80, TOP, 5),
            panels(SHARED + 8, SHARED_TOP, 6),
            green_roof(SHARED + 94, SHARED_TOP, 78),
            green_roof(FRONTS + 50, G - 98, 38),
            put(s.mast(84), 430, G),
            put(s.BOARD, 468, G),
            put(s.CHARGER, 834, G),
            row(s.ARROW, (404, 905), 311),
        ),
        soil=joined(
            line("M", 111, G, "V", 311, "H", 1075, "V", G, "M", 728, G, "V", 311),
            put(s.sewer(14), 300, 283),
            s.dotted(466, 256, 466, 284, 722, 284),
            knot(466, 284),
            knot(600, 284),
        ),
    )
