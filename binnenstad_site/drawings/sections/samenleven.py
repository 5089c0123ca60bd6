"""*Anders samenleven*: a square with shade, a library as living room, a courtyard and a tower with care."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import furniture as u
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.facades import Front, front
from binnenstad_site.drawings.layers import Layers, box, grid, joined, put, read
from binnenstad_site.drawings.rooms import boeken, cut_house, green_roof, panels
from binnenstad_site.drawings.sections.kit import G, Section, line, pipes, sign
from binnenstad_site.drawings.shapes import path

LIBRARY, WIDE, HIGH = 584, 214, 108
STEPS = 6


def _square() -> Layers:
    swing: Layers = (
        ("z-lijn", path("M", 331, G, "l", 9, -26, "h", 35, "l", 9, 26, "m", -44, -26, "l", 9, 26)),
        ("z-lijn", path("M", 375, G - 26, "l", -9, 26, "M", 353, G - 26, "v", 18, "h", 9, "v", -18)),
    )
    jets = "q-1.2-12 -3.6-22q-2.4 10-3.6 22z".replace(" -", "-")
    fountain: Layers = (
        ("z-water", path("M", 427, G) + jets + path("M", 440, G) + jets.replace("22", "15") + box(412, G, 34, 3.5)),
        ("z-stippel", path("M", 429, G + 5, "v", 33)),
    )
    return joined(
        read(f.tree(290, G, 28, 58, roots=True), f.tree(470, G, 24, 50, roots=True)),
        swing,
        put(u.CHILD, 357.5, G - 8),
        fountain,
        sign(540),
        read(f.lamp(558, G, 1.5)),
    )


def _library() -> Layers:
    top, half = G - HIGH, LIBRARY + 46
    treads = [(LIBRARY + 66 + 24 * i, G - 11.3 * (i + 1)) for i in range(STEPS)]
    tribune = path("M", treads[0][0], G) + "".join(path("V", y, "h", 24) for _, y in treads)
    tribune += path("H", LIBRARY + WIDE - 3, "V", G, "z")
    walls = box(LIBRARY, top, 3, HIGH) + box(LIBRARY + WIDE - 3, top, 3, HIGH) + box(LIBRARY, top, WIDE, 4)
    below: Layers = (("z-kamer", box(LIBRARY + 3, top + 46, WIDE - 6, HIGH - 46)),)
    listeners = [put(u.SITTING_LEFT, x + 15, y) for x, y in treads]
    listeners += [put(u.SITTING_LEFT, x + 5, y) for x, y in (treads[1], treads[3])]
    return joined(
        boeken(LIBRARY + 3, top + 42, WIDE - 6, 38),
        below,
        (("z-inkt", walls + box(LIBRARY, top + 42, half - LIBRARY, 4) + tribune),),
        *listeners,
        green_roof(LIBRARY + 4, top, 96),
        panels(LIBRARY + 106, top, 7),
    )


def section() -> Section:
    """The section of this trend."""
    people = f.people(
        G,
        *((204, "staat"), (211, "kind"), (325, "rok"), (392, "kind"), (399, "kind"), (452, "staat")),
        *((526, "loopt"), (610, "staat"), (618, "kind"), (636, "loopt"), (811, "staat"), (819, "rok")),
        *((978, "loopt"), (1113, "staat"), (1121, "staat")),
    )
    yard = joined(
        front(832, G, Front(33, 44, "tuit", 2, 1, plinth="deur")),
        read(f.tree(884, G, 20, 38, roots=True)),
        front(917, G, Front(33, 44, "tuit", 2, 1, plinth="deur")),
        put(s.bed(20), 867, G),
    )
    floors = ("zorg", "slapen", "wonen", "slapen", "tafel")
    tower = joined(cut_house(996, G, 108, floors, 33), green_roof(1000, G - 165, 100))
    return Section(
        label=(
            "Een huis met een buurtkamer, zorg en woningen; een plein met bomen, een schommel en water dat "
            "eronder wordt bewaard; een bibliotheek met een tribune; een hofje, en een woontoren met zorg en "
            "een gedeelde tafel. Een warmteleiding in de grond verbindt huis en toren."
        ),
        discs=((111, 84), (357, 196), (540, 180), (691, 116)),
        names=(
            (118, "Wonen boven een buurtkamer"),
            (381, "Plein met schaduw en wateropslag"),
            (691, "Bibliotheek als huiskamer"),
            (890, "Hofje"),
            (1050, "Woontoren met zorg"),
        ),
        house=("tafel", "zorg", "slapen", "wonen"),
        middle=joined(_square(), yard, _library(), tower),
        street=read(
            people,
            f.bench(240, G),
            f.bench(504, G),
            f.lamp(964, G, 1.5),
            f.tree(1152, G, 20, 42, roots=True),
            v.bicycle(1182, G),
        ),
        soil=joined(
            line("M", 111, G, "V", 333, "H", 1050, "V", G),
            pipes(690, 303, 16, (740, 284)),
            (("z-water", box(300, 288, 160, 24)), ("z-lijn", grid(300, 288, 10, 2, (16, 12)))),
        ),
    )
