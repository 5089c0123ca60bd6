"""*Anders werken*: tables under trees, an office that became a campus, and a station at hand."""

from __future__ import annotations

from binnenstad_site.drawings import figures, scenery, vehicles
from binnenstad_site.drawings.figures import SITTING, SITTING_LEFT, SKIRT, STANDING, WALKING, tree
from binnenstad_site.drawings.rooms import cellar, cut_house, panels
from binnenstad_site.drawings.shapes import Shapes, box, disc, panes, path, place, scale, shape, translate
from binnenstad_site.drawings.wide import ATTIC, AWNING, CAFE_TABLE, ROOF, SIGN, CrossSection, house, pipes

CAMPUS_WIDTH, CAMPUS_STOREY = 250, 37
CAMPUS_TOP = -4 * CAMPUS_STOREY
TRACK = -46
LAPTOP = shape("z-t", box(-4, -15, 8, 5))


def _campus() -> Shapes:
    """Its origin is the lower left corner."""
    table = shape("z-lijn", "M0-8h24m-19 0v8m14 0v-8")
    garden = place(
        CAMPUS_TOP,
        (shape("z-lijn", path("M0 0v-10h", CAMPUS_WIDTH - 8, "v10")), 4),
        (tree(9, 15), 40, 208),
        (STANDING, 62),
        (SKIRT, 70),
        (SITTING, 89),
        (table, 92),
        (SITTING_LEFT, 119),
        (panels(4), 138),
    )
    return cut_house(CAMPUS_WIDTH, ("eten", "college", "kantoor", "machine kantoor"), CAMPUS_STOREY) + garden


def _train() -> Shapes:
    """A train on a dike with a passage, up to the edge of the window and beyond."""
    arch = path("M1072 0v-22a16 16 0 0 1 32 0v22")
    wheels = (disc(x + bogie, TRACK - 5, 3.5) for x in range(1010, 1700, 166) for bogie in (0, 14, 66, 96))
    windows = (path("M", 1022 + 26 * i, TRACK - 34, "v12h19v-12z") for i in range(24))
    wires = path("M970", TRACK - 60, "H3200M986", TRACK - 60, "V", TRACK, "M1186", TRACK - 60, "v14")
    return (
        shape("z-aarde", path("M958-.6L974", TRACK, "H3200V-.6z"))
        + shape("z-papier", arch, path("z"), box(1018, TRACK - 36, 640, 16))
        + shape("z-inkt", box(974, TRACK - 1.5, 2300, 3.5), *wheels)
        + shape("z-t", path("M1000", TRACK - 6, "v-26q0-12 12-12H3200v38z"), *windows)
        + shape("z-lijn", arch, wires)
        + shape("z-dun", path("M1098", TRACK - 44, "v38M1176", TRACK - 44, "v38"))
    )


def _hall() -> Shapes:
    """The hall of a station under a clock; its origin is the lower left corner."""
    doors = box(14, -30, 52, 30)
    return (
        shape("z-gevel", box(0, -66, 80, 66), disc(40, -78, 9))
        + shape("z-inkt", box(-4, -68, 88, 4))
        + shape("z-t", panes(10, -57, 4, 1, (9, 14), (17, 0)))
        + shape("z-papier", doors)
        + shape("z-rand", doors, "M40-30v30")
        + shape("z-lijn", "M40-69v2M40-85v7l4 3")
    )


def section() -> CrossSection:
    """The section of this trend."""
    middle = place(
        0,
        (tree(27, 56, roots=True), 246),
        (tree(24, 46, roots=True), 366),
        (CAFE_TABLE + LAPTOP, 282, 328),
        (_campus(), 456),
        (SIGN, 800),
        (_hall(), 876),
    )
    street = place(
        0,
        (WALKING, 204, 424, 718, 932, 1083),
        (STANDING, 434, 901),
        (SKIRT, 728, 1093),
        (vehicles.CYCLIST, 393),
        (vehicles.BICYCLE, 744, 753, 762, 771, 1122, 1131, 1140),
        (tree(20, 42, roots=True), 832),
        (scale(figures.LAMP, 1.5), 862),
    )
    return CrossSection(
        label=(
            "Een huis met een café, een kantoor en thuiswerkers; tafels met laptops onder bomen; een kantoor "
            "dat campus is geworden, met eten, een collegezaal, werkplekken, een machine en een dakterras; "
            "fietsen, een stationshal en een trein op een dijk met een doorgang. Een glasvezel in de grond "
            "verbindt huis, campus en station."
        ),
        discs=(ATTIC, (307, -50), (581, -178), (1088, -128)),
        names=(
            (118, "Thuiswerken boven een café"),
            (322, "Werkplek in het groen"),
            (560, "Kantoor wordt campus"),
            (738, "Fietskelder"),
            (1060, "Station dichtbij"),
        ),
        layers=(
            house("eten", "kantoor", "thuiswerk", "thuiswerk") + ROOF + AWNING,
            middle + _train(),
            shape("z-inkt", *(disc(x, 34, 3.5) for x in (111, 581, 905))) + street,
        ),
        soil=scenery.line("M111 0V34H905V0M581 0V34")
        + pipes((430, 66), 15, (470, 58))
        + translate(cellar(200, 50), 638, 48)
        + place(94, (vehicles.BICYCLE, *(654 + 18.5 * i for i in range(10)))),
    )
