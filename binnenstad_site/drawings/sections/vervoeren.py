"""*Anders vervoeren*: a street for bicycles, a camera, a tram, a boat with freight, and a hub at the quay."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import furniture as u
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.figures import figure
from binnenstad_site.drawings.layers import Layers, box, joined, put, read
from binnenstad_site.drawings.sections.kit import ATTIC, G, Section, cellar, pipes, post, windows
from binnenstad_site.drawings.shapes import path

CANAL = (688.0, 876.0, 70.0)
WATER = G + 20


def _canal() -> Layers:
    left, right, deep = CANAL
    quay = path("M", left - 2, G - 1, "h", 4, "V", G + deep - 3, "H", right - 2, "V", G - 1, "h", 4, "V", G + deep + 1)
    quay += path("H", left - 2, "z")
    waves = path("M", 704, WATER + 26, "q", 15, -7, 30, 0, "t", 30, 0)
    waves += path("M", 804, WATER + 34, "q", 10, -5, 20, 0, "t", 20, 0)
    return (("z-water", box(left + 2, WATER, right - left - 4, deep - 22)), ("z-inkt", quay), ("z-rand", waves))


def _boat() -> Layers:
    hull = path("M", 716, G + 14, "h", 106, "l", -10, 19, "h", -85, "z")
    return joined(
        (("z-gevel", hull + box(802, G - 4, 14, 18)),),
        (("z-t", box(738, G - 2, 21, 16) + box(763, G + 2, 16, 12) + box(782, G - 4, 14, 18)),),
        put(u.STANDING, 728, G + 14),
    )


def _hub() -> Layers:
    walls = path("M", 1010, G, "V", G - 84, "L", 1062, G - 104, "L", 1166, G - 84, "V", G, "z")
    door = box(1022, G - 45, 60, 45)
    return joined(
        (("z-gevel", walls), ("z-t", windows(1026, G - 72, 8, 1, (9, 12), (17.2, 0)))),
        (("z-papier", door), ("z-rand", door + path("M", 1022, G - 38, "h", 60, "m", -60, 6, "h", 60))),
        put(s.lockers(9, 6, 6.2), 1096, G),
        read(v.cargo_bike(1044, G), f.person(1071, G)),
    )


def section() -> Section:
    """The section of this trend."""
    wire = path("M", 482, G - 44, "H", 628)
    camera: Layers = (("z-inkt", box(461, G - 60, 8, 8) + box(471, G - 60, 8, 8) + box(458, G - 57, 24, 2)),)
    rails: Layers = (("z-inkt", box(490, G - 0.5, 132, 3.5)),)
    return Section(
        label=(
            "Een huis met een winkel en drie woningen; een straat voor fietsen en bakfietsen; een paal met "
            "camera's; een tram; een gracht met een vrachtboot, en een kade met laadpaal, bestelbus en een "
            "hub met kluisjes. Onder de straat liggen een fietskelder en het riool."
        ),
        discs=(ATTIC, (330, 205), (470, 172), (1062, 126)),
        names=(
            (111, "Wonen boven winkels"),
            (311, "Fietskelder"),
            (558, "Tram en riool"),
            (782, "Bevoorrading over water"),
            (1070, "Stadshub met kluis"),
        ),
        house=("winkel", "wonen", "slapen", "wonen"),
        canal=CANAL,
        over=(figure(v.TRAM, 556, G, 1.28),),
        middle=joined(
            read(f.lamp(288, G, 1.7), f.tree(436, G, 27, 56, roots=True)),
            post(470, 60),
            camera,
            rails,
            (("z-lijn", wire),),
            read(f.tree(664, G, 16, 34, roots=True), f.tree(904, G, 21, 42, roots=True)),
            _boat(),
            _hub(),
        ),
        street=joined(
            read(
                f.people(
                    G,
                    *((205, "staat"), (212, "kind"), (233, "loopt"), (636, "loopt"), (1176, "loopt")),
                ),
                f.bench(260, G),
                v.cyclist(311, G),
                v.cargo_bike(350, G, rider=True),
                v.cyclist(392, G),
                v.van(968, G),
                v.bicycle(1189, G),
            ),
            put(s.CHARGER, 940, G),
            put(s.CHARGER, 994, G),
        ),
        soil=joined(
            _canal(),
            cellar(203, 284, 216, 60),
            read(v.bicycles(222, 340, 10, 18.5), f.person(408, 340)),
            pipes(558, 312, 16, (610, 284)),
            put(s.cables(3), 940, 284),
            s.dotted(994, 256, 994, 284, 962, 284),
        ),
    )
