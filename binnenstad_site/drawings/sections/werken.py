"""*Anders werken*: tables under trees, an office that became a campus, and a station at hand."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import furniture as u
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.layers import Layers, box, joined, put, read
from binnenstad_site.drawings.rooms import cut_house, kantoor, machine, panels
from binnenstad_site.drawings.sections.kit import ATTIC, G, Section, cellar, line, pipes, round_, sign, terrace, windows
from binnenstad_site.drawings.shapes import path

CAMPUS, WIDE, HIGH = 456, 250, 37
TOP = G - 4 * HIGH
TRACK = 204


def _campus() -> Layers:
    half = (WIDE - 9) / 2
    rail = path("M", CAMPUS + 4, TOP, "v", -10, "h", WIDE - 8, "v", 10)
    table = path("M", 548, TOP - 8, "h", 24, "m", -19, 0, "v", 8, "m", 14, 0, "v", -8)
    return joined(
        cut_house(CAMPUS, G, WIDE, ("eten", "college", "kantoor", ""), HIGH),
        machine(CAMPUS + 3, G - 3 * HIGH, half, HIGH - 4),
        kantoor(CAMPUS + 6 + half, G - 3 * HIGH, half, HIGH - 4),
        (("z-inkt", box(CAMPUS + 3 + half, TOP, 3, HIGH)), ("z-lijn", rail + table)),
        read(f.tree(496, TOP, 9, 15), f.tree(664, TOP, 9, 15), f.people(TOP, (518, "staat"), (526, "rok"))),
        put(u.SITTING, 545, TOP),
        put(u.SITTING_LEFT, 575, TOP),
        panels(594, TOP, 4),
    )


def _station() -> Layers:
    clock = round_(916, 172, 9)
    hall: Layers = (
        ("z-gevel", box(876, G - 66, 80, 66) + clock),
        ("z-inkt", box(872, G - 68, 88, 4)),
        ("z-t", windows(886, G - 57, 4, 1, (9, 14), (17, 0))),
        ("z-papier", box(890, G - 30, 52, 30)),
        ("z-rand", box(890, G - 30, 52, 30) + path("M", 916, G - 30, "v", 30)),
        ("z-lijn", path("M", 916, 181, "v", 2, "M", 916, 165, "v", 7, "l", 4, 3)),
    )
    bank = path("M", 958, G - 0.6, "L", 974, TRACK, "H", 3200, "V", G - 0.6, "z")
    arch = path("M", 1072, G, "v", -22, "a", 16, 16, " 0 0 1", 32, 0, "v", 22)
    body = path("M", 1000, TRACK - 6, "v", -26, "q", 0, -12, 12, -12, "H", 3200, "v", 38, "z")
    panes = "".join(path("M", 1022 + 26 * i, TRACK - 34, "v", 12, "h", 19, "v", -12, "z") for i in range(24))
    behind = box(1018, TRACK - 36, 640, 16)
    wheels = "".join(
        round_(x, TRACK - 5, 3.5)
        for start in range(1010, 1700, 166)
        for x in (start, start + 14, start + 66, start + 96)
    )
    wires = path("M", 970, TRACK - 60, "H", 3200, "M", 986, TRACK - 60, "V", TRACK, "M", 1186, TRACK - 60, "v", 14)
    track: Layers = (
        ("z-aarde", bank),
        ("z-papier", arch + "z" + behind),
        ("z-inkt", box(974, TRACK - 1.5, 2300, 3.5) + wheels),
        ("z-t", body + panes),
        ("z-lijn", arch + wires),
        ("z-dun", path("M", 1098, TRACK - 44, "v", 38, "M", 1176, TRACK - 44, "v", 38)),
    )
    return joined(track, hall)


def section() -> Section:
    """The section of this trend."""
    return Section(
        label=(
            "Een huis met een café, een kantoor en thuiswerkers; tafels met laptops onder bomen; een kantoor "
            "dat campus is geworden, met eten, een collegezaal, werkplekken, een machine en een dakterras; "
            "fietsen, een stationshal en een trein op een dijk met een doorgang. Een glasvezel in de grond "
            "verbindt huis, campus en station."
        ),
        discs=(ATTIC, (307, 200), (581, 72), (1088, 122)),
        names=(
            (118, "Thuiswerken boven een café"),
            (322, "Werkplek in het groen"),
            (560, "Kantoor wordt campus"),
            (738, "Fietskelder"),
            (1060, "Station dichtbij"),
        ),
        house=("eten", "kantoor", "thuiswerk", "thuiswerk"),
        middle=joined(
            read(f.tree(246, G, 27, 56, roots=True), f.tree(366, G, 24, 46, roots=True)),
            terrace(282, laptop=True),
            terrace(328, laptop=True),
            _campus(),
            sign(800),
            _station(),
        ),
        street=joined(
            (("z-inkt", "".join(round_(x, 284, 3.5) for x in (111, 581, 905))),),
            read(
                f.people(
                    G,
                    *((204, "loopt"), (424, "loopt"), (434, "staat"), (718, "loopt"), (728, "rok"), (901, "staat")),
                    *((932, "loopt"), (1083, "loopt"), (1093, "rok")),
                ),
                v.cyclist(393, G),
                v.bicycles(744, G, 4, 9),
                f.tree(832, G, 20, 42, roots=True),
                f.lamp(862, G, 1.5),
                v.bicycles(1122, G, 3, 9),
            ),
        ),
        soil=joined(
            line("M", 111, G, "V", 284, "H", 905, "V", G, "M", 581, G, "V", 284),
            pipes(430, 316, 15, (470, 308)),
            cellar(638, 298, 200, 50),
            read(v.bicycles(654, 344, 10, 18.5)),
        ),
    )
