"""*Anders consumeren*: a terrace and a market, a vacant shop, a department store in new use and a wall of lockers."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.facades import Front, row_of_fronts
from binnenstad_site.drawings.figures import figure
from binnenstad_site.drawings.layers import Layers, box, joined, put, read
from binnenstad_site.drawings.rooms import cut_house, green_roof, opslag, slapen, wonen
from binnenstad_site.drawings.sections.kit import (
    ATTIC,
    HOUSE,
    WIDTH,
    G,
    Section,
    cellar,
    pipes,
    terrace,
    windows,
)
from binnenstad_site.drawings.shapes import path

STORE, WIDE, HIGH = 642, 216, 36
STORE_TOP = G - 4 * HIGH


def _terrace() -> Layers:
    shades: Layers = (
        ("z-lijn", path("M", 272, G, "v", -22, "M", 316, G, "v", -22)),
        ("z-t", path("M", 256, G - 21, "q", 16, -13, 32, 0, "z")),
        ("z-inkt", path("M", 300, G - 21, "q", 16, -13, 32, 0, "z")),
    )
    return joined(terrace(272), terrace(316), shades)


def _vacant() -> Layers:
    left, top = 561, G - 116
    front = path("M", left, G, "V", top, "h", -2, "v", -4, "h", 68, "v", 4, "h", -2, "V", G, "z")
    shop = box(left + 5, G - 30, 54, 29)
    return joined(
        (("z-gevel", front), ("z-t", windows(left + 10, top + 14, 3, 3, (8, 12), (18, 19)))),
        (("z-papier", shop), ("z-arcering", shop), ("z-lijn", shop)),
        read(f.scaffold(625, G, 17, 7, 16)),
    )


def _store() -> Layers:
    half = (WIDE - 9) / 2
    wall: Layers = (("z-inkt", box(STORE + 3 + half, STORE_TOP, 3, HIGH)),)
    return joined(
        cut_house(STORE, G, WIDE, ("eten", "boeken", "kantoor", ""), HIGH),
        wonen(STORE + 3, G - 3 * HIGH, half, HIGH - 4),
        slapen(STORE + 6 + half, G - 3 * HIGH, half, HIGH - 4),
        wall,
        green_roof(STORE + 6, STORE_TOP, 98),
        read(f.tree(792, STORE_TOP, 11, 15), f.people(STORE_TOP, (814, "staat"), (822, "rok"))),
    )


def section() -> Section:
    """The section of this trend."""
    bags: Layers = (("z-t", box(209, G - 8, 4.5, 5) + box(529, G - 8, 4.5, 5)),)
    shops = joined(
        row_of_fronts(1052, G, Front(44, 104, "hals", 3, 3), Front(40, 88, "trap", 2, 2), Front(44, 96, "klok", 3, 3)),
        read(f.awning(1074, G - 19, 42), f.awning(1116, G - 19, 38, "z-inkt"), f.awning(1158, G - 19, 42)),
    )
    deep = joined(
        opslag(HOUSE + 3, G + 29, WIDTH - 6, 27),
        (("z-inkt", box(HOUSE, G, 3, 32) + box(HOUSE + WIDTH - 3, G, 3, 32) + box(HOUSE, G + 29, WIDTH, 3.5)),),
    )
    half: Layers = (("z-arcering", box(508, 284, 115, 46)), ("z-inkt", box(506, 282, 3, 50)))
    return Section(
        label=(
            "Een huis met een winkel, voorraad en een woning waar iemand thuiswerkt; een terras en een markt; "
            "een lege winkel in de steigers; een warenhuis met eten, boeken, werkplekken, woningen en een "
            "daktuin; kluisjes om iets af te halen, en drie kleine winkels. Onder de straat staat de "
            "parkeerkelder half leeg."
        ),
        discs=(ATTIC, (294, 202), (593, 112), (966, 190)),
        names=(
            (111, "Winkel met voorraad"),
            (294, "Terras en markt"),
            (508, "Parkeerkelder, half leeg"),
            (750, "Warenhuis met nieuw gebruik"),
            (966, "Afhaalpunt"),
            (1116, "Kleine zaken"),
        ),
        house=("winkel", "opslag", "thuiswerk", "wonen"),
        middle=joined(
            _terrace(),
            read(f.tree(366, G, 25, 44, roots=True), f.stall(408, G), f.stall(448, G, "z-inkt"), f.stall(488, G)),
            read(f.lamp(546, G, 1.5)),
            _vacant(),
            _store(),
            read(f.tree(918, G, 20, 40, roots=True)),
            put(s.lockers(7, 6, 6), 944, G),
            shops,
        ),
        street=joined(
            read(
                f.people(
                    G,
                    *((204, "loopt"), (233, "staat"), (240, "kind"), (344, "staat"), (387, "staat"), (428, "rok")),
                    *((468, "loopt"), (508, "staat"), (515, "kind"), (524, "loopt"), (872, "staat"), (997, "staat")),
                    *((1190, "loopt"),),
                ),
                v.bicycle(888, G),
                v.bicycle(1024, G),
            ),
            bags,
        ),
        over=(figure(v.CAR, 424, 330, 1.4), figure(v.CAR, 474, 330, 1.4)),
        soil=joined(
            deep,
            cellar(390, 280, 236, 54),
            half,
            pipes(750, 296, 15, (788, 284)),
        ),
    )
