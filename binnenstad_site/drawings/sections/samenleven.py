"""*Anders samenleven*: a square with shade, a library as living room, a courtyard and a tower with care."""

from __future__ import annotations

from binnenstad_site.drawings import figures, scenery, vehicles
from binnenstad_site.drawings.facades import Facade, facade_shapes
from binnenstad_site.drawings.figures import CHILD, SITTING_LEFT, SKIRT, STANDING, WALKING, tree
from binnenstad_site.drawings.rooms import boeken, cut_house, green_roof, panels
from binnenstad_site.drawings.shapes import Shapes, box, grid, join, panes, path, place, scale, shape, translate
from binnenstad_site.drawings.wide import AWNING, ROOF, SIGN, CrossSection, house, pipes

LIBRARY_WIDTH, LIBRARY_HEIGHT = 214, 108
STEPS = 6
SWING = shape("z-lijn", "M331 0l9-26h35l9 26m-44-26l9 26M375-26l-9 26M353-26v18h9v-18") + translate(CHILD, 357.5, -8)
FOUNTAIN = shape(
    "z-water", "M427 0q-1.2-12-3.6-22q-2.4 10-3.6 22zM440 0q-1.2-12-3.6-15q-2.4 10-3.6 15z", box(412, 0, 34, 3.5)
) + shape("z-stippel", "M429 5v33")


def _library() -> Shapes:
    """Books above, a tribune below; its origin is the lower left corner."""
    width, top = LIBRARY_WIDTH, -LIBRARY_HEIGHT
    treads = [(66 + 24 * i, -11.3 * (i + 1)) for i in range(STEPS)]
    steps = (word for _, y in treads for word in ("V", y, "h24"))
    tribune = path("M66 0", *steps, "H", width - 3, "V0z")
    walls = panes(0, top, 2, 1, (3, LIBRARY_HEIGHT), (width - 3, 0))
    seats = [(x + 15, y) for x, y in treads] + [(x + 5, y) for x, y in (treads[1], treads[3])]
    listeners = (translate(SITTING_LEFT, x, y) for x, y in seats)
    return (
        translate(boeken(width - 6, 38), 3, top + 42)
        + shape("z-kamer", box(3, top + 46, width - 6, LIBRARY_HEIGHT - 46))
        + shape("z-inkt", walls, box(0, top, width, 4), box(0, top + 42, 46, 4), tribune)
        + join(listeners)
        + place(top, (green_roof(96), 4), (panels(7), 106))
    )


def section() -> CrossSection:
    """The section of this trend."""
    middle = place(
        0,
        (tree(28, 58, roots=True), 290),
        (tree(24, 50, roots=True), 470),
        (tree(20, 38, roots=True), 884),
        (SIGN, 540),
        (scale(figures.LAMP, 1.5), 558),
        (_library(), 584),
        (facade_shapes(Facade(33, 44, "tuit", 2, 1, plinth="deur")), 832, 917),
        (scenery.bed(20), 867),
        (cut_house(108, ("zorg", "slapen", "wonen", "slapen", "tafel"), 33), 996),
    )
    street = place(
        0,
        (STANDING, 204, 452, 610, 811, 1113, 1121),
        (CHILD, 211, 392, 399, 618),
        (SKIRT, 325, 819),
        (WALKING, 526, 636, 978),
        (figures.BENCH, 240, 504),
        (scale(figures.LAMP, 1.5), 964),
        (tree(20, 42, roots=True), 1152),
        (vehicles.BICYCLE, 1182),
    )
    storage = shape("z-water", box(300, 38, 160, 24)) + shape("z-lijn", grid(300, 38, 10, 2, (16, 12)))
    return CrossSection(
        label=(
            "Een huis met een buurtkamer, zorg en woningen; een plein met bomen, een schommel en water dat "
            "eronder wordt bewaard; een bibliotheek met een tribune; een hofje, en een woontoren met zorg en "
            "een gedeelde tafel. Een warmteleiding in de grond verbindt huis en toren."
        ),
        discs=((111, -166), (357, -54), (540, -70), (691, -134)),
        names=(
            (118, "Wonen boven een buurtkamer"),
            (381, "Plein met schaduw en wateropslag"),
            (691, "Bibliotheek als huiskamer"),
            (890, "Hofje"),
            (1050, "Woontoren met zorg"),
        ),
        layers=(
            house("tafel", "zorg", "slapen", "wonen") + ROOF + AWNING,
            SWING + FOUNTAIN + middle + place(-165, (green_roof(100), 1000)),
            street,
        ),
        soil=scenery.line("M111 0V83H1050V0") + pipes((690, 53), 16, (740, 34)) + storage,
    )
