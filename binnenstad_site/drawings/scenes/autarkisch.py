"""*De autarkische binnenstad*: what the town needs, it grows, mends and keeps."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.facades import Front
from binnenstad_site.drawings.layers import joined, put, read, row
from binnenstad_site.drawings.rooms import green_roof
from binnenstad_site.drawings.scenes.kit import (
    HOUSE,
    SHARED,
    SHARED_TOP,
    TOP,
    G,
    Scene,
    line,
)


def autarkisch() -> Scene:
    """Beds over a cistern, a market, a store of old timber, works."""
    street = read(
        f.tree(322, G, 24, 40, roots=True),
        f.people(
            G, (212, "staat"), (300, "rok"), (412, "staat"), (446, "loopt"), (494, "staat"), (534, "rok"), (542, "kind")
        ),
        f.stall(472, G),
        f.stall(514, G, "z-inkt"),
        f.tree(576, G, 22, 36, roots=True),
        f.people(G, (816, "staat"), (872, "loopt"), (930, "rok"), (1040, "loopt"), (1100, "staat"), (1108, "kind")),
        v.cargo_bike(848, G),
        f.tree(954, G, 18, 30, roots=True),
        v.cyclist(1186, G),
    )
    return Scene(
        names=(
            (116, "Wonen boven de werkplaats"),
            (346, "Regenkelder onder de bedden"),
            (556, "Markt van het seizoen"),
            (745, "Depot van sloophout"),
            (1076, "Werk in de straat"),
        ),
        house=("maken", "kas", "wonen", "slapen"),
        shared=("opslag", "maken", "tafel", "kas"),
        fronts=(
            Front(80, 74, "zaag", 5, 2),
            Front(44, 96, "tuit", 2, 4),
            Front(44, 70, "lessenaar", 3, 2),
        ),
        around=joined(
            street,
            green_roof(HOUSE + 4, TOP, 142),
            put(s.MILL, HOUSE + 112, TOP),
            green_roof(SHARED + 4, SHARED_TOP, 168),
            put(s.FRUIT, 322, G - 10),
            put(s.pipe(G - TOP), 24, G),
            row(s.BARREL, (24, 608, 978), G),
            put(s.bed(70), 222, G),
            put(s.bed(62), 342, G),
            put(s.bed(46), 880, G),
        ),
        soil=joined(
            put(s.cistern(110, 44), 380, G),
            line("M", 325, 300, "H", 111, "V", G, "M", 435, 300, "H", 708, "V", G),
            put(s.LOOP, 850, 300),
        ),
    )
