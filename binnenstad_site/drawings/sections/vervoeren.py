"""*Anders vervoeren*: a street for bicycles, a camera, a tram, a boat with freight, and a hub at the quay."""

from __future__ import annotations

from binnenstad_site.drawings import figures, scenery, vehicles
from binnenstad_site.drawings.figures import CHILD, STANDING, WALKING, tree
from binnenstad_site.drawings.rooms import cellar
from binnenstad_site.drawings.shapes import Shapes, box, panes, path, place, scale, shape, translate
from binnenstad_site.drawings.wide import ATTIC, AWNING, ROOF, CrossSection, house, pipes

CANAL = (688.0, 876.0, 70.0)
WATER = 20
CAMERA = shape("z-lijn", "M0 0v-60") + shape("z-inkt", box(-9, -60, 8, 8), box(1, -60, 8, 8), box(-12, -57, 24, 2))


def _canal() -> Shapes:
    left, right, deep = CANAL
    inside, outside = ("V", deep - 3, "H", right - 2, "V-1h4V"), (deep + 1, "H", left - 2, "z")
    waves = path("M704", WATER + 26, "q15-7 30 0q15 7 30 0M804", WATER + 34, "q10-5 20 0q10 5 20 0")
    return (
        shape("z-water", box(left + 2, WATER, right - left - 4, deep - 22))
        + shape("z-inkt", path("M", left - 2, "-1h4", *inside, *outside))
        + shape("z-rand", waves)
    )


def _boat() -> Shapes:
    return (
        shape("z-gevel", "M716 14h106l-10 19h-85z", box(802, -4, 14, 18))
        + shape("z-t", box(738, -2, 21, 16), box(763, 2, 16, 12), box(782, -4, 14, 18))
        + translate(STANDING, 728, 14)
    )


def _hub() -> Shapes:
    """A shed with a gate and lockers; its origin is the lower left corner."""
    gate = box(12, -45, 60, 45)
    return (
        shape("z-gevel", "M0 0V-84L52-104 156-84V0z")
        + shape("z-t", panes(16, -72, 8, 1, (9, 12), (17.2, 0)))
        + shape("z-papier", gate)
        + shape("z-rand", gate, "M12-38h60m-60 6h60")
        + place(0, (scenery.lockers(9, 6, 6.2), 86), (vehicles.CARGO_BIKE, 34), (STANDING, 61))
    )


def section() -> CrossSection:
    """The section of this trend."""
    middle = place(
        0,
        (scale(figures.LAMP, 1.7), 288),
        (tree(27, 56, roots=True), 436),
        (tree(16, 34, roots=True), 664),
        (tree(21, 42, roots=True), 904),
        (CAMERA, 470),
        (_hub(), 1010),
    )
    street = place(
        0,
        (STANDING, 205),
        (CHILD, 212),
        (WALKING, 233, 636, 1176),
        (figures.BENCH, 260),
        (vehicles.CYCLIST, 311, 392),
        (vehicles.RIDDEN_CARGO_BIKE, 350),
        (vehicles.VAN, 968),
        (vehicles.BICYCLE, 1189),
        (scenery.CHARGER, 940, 994),
    )
    rails = shape("z-inkt", box(490, -0.5, 132, 3.5)) + shape("z-lijn", "M482-44H628")
    return CrossSection(
        label=(
            "Een huis met een winkel en drie woningen; een straat voor fietsen en bakfietsen; een paal met "
            "camera's; een tram; een gracht met een vrachtboot, en een kade met laadpaal, bestelbus en een "
            "hub met kluisjes. Onder de straat liggen een fietskelder en het riool."
        ),
        discs=(ATTIC, (330, -45), (470, -78), (1062, -124)),
        names=(
            (111, "Wonen boven winkels"),
            (311, "Fietskelder"),
            (558, "Tram en riool"),
            (782, "Bevoorrading over water"),
            (1070, "Stadshub met kluis"),
        ),
        layers=(house("winkel", "wonen", "slapen", "wonen") + ROOF + AWNING, middle + rails + _boat(), street),
        over=place(0, (scale(vehicles.TRAM, 1.28), 556)),
        canal=CANAL,
        soil=_canal()
        + translate(cellar(216, 60), 203, 34)
        + place(90, (vehicles.BICYCLE, *(222 + 18.5 * i for i in range(10))), (STANDING, 408))
        + pipes((558, 62), 16, (610, 34))
        + translate(scenery.cables(3), 940, 34)
        + scenery.dotted(994, 6, 994, 34, 962, 34),
    )
