"""*Anders produceren*: a repair stall, waste that is stock, an open hall of makers and a glasshouse on a roof."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import furniture as u
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings import vehicles as v
from binnenstad_site.drawings.layers import Layers, box, joined, put, read, row
from binnenstad_site.drawings.rooms import cut_house
from binnenstad_site.drawings.sections.kit import ABOVE, G, Section, line, pipes, round_
from binnenstad_site.drawings.shapes import path

HALL, WIDE, EAVES = 546, 264, 76
TEETH = 10
ROOF = G - 108
"""The top of the building at the right."""


def _repair() -> Layers:
    table: Layers = (
        ("z-lijn", path("M", 317, G - 9, "h", 30, "m", -26, 0, "v", 9, "m", 22, 0, "v", -9)),
        ("z-t", box(324, G - 14, 7, 5) + box(335, G - 15.5, 6, 6.5)),
    )
    return joined(read(f.stall(271, G)), table, read(f.tree(378, G, 22, 38, roots=True), v.cargo_bike(412, G)))


def _containers() -> Layers:
    """Three containers over three shafts, each as full as it is."""
    found: list[Layers] = []
    for left, full, cls in ((442, 23, "z-inkt"), (466, 36, "z-t"), (490, 15, "z-inkt")):
        shaft = box(left, G + 6, 22, 54)
        lid = path("M", left + 4, G, "v", -12, "h", 3, "v", -3, "h", 8, "v", 3, "h", 3, "v", 12, "z")
        found.append(
            (("z-papier", shaft), ("z-lijn", shaft), (cls, box(left + 2, G + 58 - full, 18, full)), ("z-inkt", lid))
        )
    return joined(*found)


def _hall() -> Layers:
    tooth, top = WIDE / TEETH, G - EAVES
    slopes = "".join(
        path("M", HALL + tooth * i, top - 18, "l", tooth, 18, "v", 4.4, "l", -tooth, -18, "z") for i in range(TEETH)
    )
    posts = "".join(box(HALL + tooth * i - 1.5, top - 18, 3, 21) for i in range(1, TEETH))
    walls = box(HALL, top - 18, 3.5, EAVES + 18) + box(HALL + WIDE - 3.5, top, 3.5, EAVES)
    crane: Layers = (
        ("z-lijn", path("M", HALL + 10, G - 50, "H", HALL + WIDE - 10, "M", 706, G - 46, "v", 15)),
        ("z-inkt", box(698, G - 54, 16, 7)),
        ("z-t", box(698, G - 31, 16, 11)),
    )
    belt: Layers = (
        ("z-lijn", path("M", 688, G - 8, "h", 57, "m", -53, 0, "v", 8, "m", 49, -8, "v", 8)),
        ("z-t", box(696, G - 15, 8, 6.5) + box(720, G - 14, 10, 5.5)),
    )
    stacks = "".join(box(766 + 11.5 * i, G - 8, 10, 8) for i in range(3))
    stacks += "".join(box(771.7 + 11.5 * i, G - 16.5, 10, 8) for i in range(2))
    chimney: Layers = (
        ("z-gevel", box(788, G - 136, 12.5, 60)),
        ("z-t", box(788.6, G - 128, 11.3, 5)),
    )
    return joined(
        chimney,
        (("z-kamer", box(HALL + 3, top, WIDE - 6, EAVES)), ("z-inkt", slopes + posts + walls + stacks)),
        (("z-t", box(777.5, G - 25, 10, 8)),),
        put(u.BENCH, 564, G),
        put(u.ARM, 632, G),
        crane,
        belt,
    )


def _glasshouse() -> Layers:
    glass = path("M", 988, ROOF, "v", -38, "l", 38, -16, 38, 16, 38, -16, 38, 16, "v", 38)
    bars = path("M", 1026, ROOF - 54, "v", 54, "m", 38, -38, "v", 38, "m", 38, -54, "v", 54)
    return joined(
        (("z-papier", box(988, ROOF - 38, 152, 38)), ("z-lijn", glass + bars)),
        row(u.GREENS, (1000 + 12.5 * i for i in range(11)), ROOF),
        put(u.STANDING, 1046, ROOF),
    )


def section() -> Section:
    """The section of this trend."""
    wheels = "".join(round_(x, G - 4, 4) for x in (848, 873))
    cart: Layers = (
        ("z-gevel", box(838, G - 26, 45, 23)),
        ("z-inkt", path("M", 837, G - 26, "l", 4, -6, "h", 37, "l", 4, 6, "z")),
        ("z-papier", wheels),
        ("z-lijn", wheels),
    )
    return Section(
        label=(
            "Een huis met een werkplaats en een machine onder woningen; een kraam en een tafel om te "
            "repareren; containers met voorraad in de grond; een open hal met werkbank, robotarm en kraan, en "
            "een gebouw met opslag, keukens, werkplekken en een kas op het dak. Restwarmte uit de hal gaat "
            "door de grond naar huis en kas."
        ),
        discs=(ABOVE, (294, 196), (477, 208), (672, 132)),
        names=(
            (111, "Werkplaats in de plint"),
            (477, "Afval is voorraad"),
            (680, "Ambachtscentrum"),
            (872, "Restwarmte"),
            (1064, "Kas op het dak"),
        ),
        house=("maken", "machine", "slapen", "wonen"),
        pitched=False,
        middle=joined(
            _repair(),
            _containers(),
            _hall(),
            cart,
            read(f.tree(914, G, 22, 40, roots=True)),
            cut_house(976, G, 176, ("opslag", "eten", "kantoor"), 36),
            _glasshouse(),
            put(s.BARREL, 968, G),
            put(((("z-lijn", "m0-14v-90h5"),)), 968, G),
        ),
        street=joined(
            (("z-inkt", path("M", 410, 328, "l", 10, -6, "v", 12, "z", "M", 880, 328, "l", -10, -6, "v", 12, "z")),),
            read(
                f.people(
                    G,
                    *(
                        (206, "staat"),
                        (239, "staat"),
                        (292, "staat"),
                        (299, "kind"),
                        (312, "rok"),
                        (350, "loopt"),
                        (434, "loopt"),
                    ),
                    *((521, "staat"), (557, "staat"), (612, "staat"), (677, "staat"), (752, "rok"), (826, "loopt")),
                    *((892, "staat"), (1164, "staat")),
                ),
                v.bicycle(222, G),
                v.cyclist(942, G),
                v.bicycle(1182, G),
            ),
        ),
        soil=joined(
            line("M", 111, G, "V", 328, "H", 1064, "V", G, "M", 680, G, "V", 328),
            pipes(590, 290, 14, (618, 282)),
        ),
    )
