"""A street with eight terms at their place: what stands above the list of terms."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from binnenstad_site.drawings import figures, vehicles
from binnenstad_site.drawings.figures import SKIRT, STANDING, WALKING
from binnenstad_site.drawings.houses import House, row_of_fronts, windows_at
from binnenstad_site.drawings.rooms import cut_house, green_roof, pitched_roof
from binnenstad_site.drawings.shapes import Shapes, box, grid, merge, mirror, path, place, scale, shape, translate
from binnenstad_site.drawings.svg import element, paint, text

GROUND = 207.0
BOTTOM = 250.0
PLACES: Mapping[str, tuple[float, float]] = {
    "wonen-boven-winkels": (106, 50),
    "plint": (106, 240),
    "hittestress": (282, 98),
    "leegstand": (408, 82),
    "optoppen": (522, 96),
    "venstertijden": (620, 112),
    "blurring": (812, 80),
    "stadshub": (1112, 98),
}
"""Where the name of a term comes, by its slug."""


def terms_street(names: Mapping[str, str]) -> Markup:
    """The street, 1200 wide, with the terms of `names` (slug to word) as links to their explanation."""
    soil = shape("z-aarde", box(-1400, GROUND, 4000, BOTTOM - GROUND))
    ground = shape("z-inkt", box(-1400, GROUND - 1, 4000, 2))
    sign = shape("z-lijn", "M616 0V-53") + shape("z-gevel", box(600, -88, 32, 35))
    standing = translate(_houses() + _vacant() + sign + _hub() + _life(), 0, GROUND)
    hours = (text(616, GROUND - 74, "7–11", "z-bord"), text(616, GROUND - 60, "uur", "z-bord"))
    labels = (_label(slug, names[slug]) for slug in PLACES if slug in names)
    return element("svg", [paint(soil + standing + ground), *hours, *labels], "tekening", viewBox="0 30 1200 220")


def _label(slug: str, name: str) -> Markup:
    x, y = PLACES[slug]
    return element("a", [text(x, y, name, "z-naam")], href=f"#{slug}")


def _houses() -> Shapes:
    """Living above a shop at the left, three uses in one building at the right."""
    living = cut_house(140, ("winkel", "slapen", "wonen"), 36)
    mixed = cut_house(160, ("brillen", "winkel", "maken"), 36)
    roofs = place(-108, (pitched_roof(140, 34), 36), (green_roof(152), 737))
    leader = shape("z-stippel", "M106 4V17")
    return merge(place(0, (living, 36), (mixed, 733)), roofs, leader) + translate(figures.awning(34), 193, -30)


def _vacant() -> Shapes:
    """An empty house, and one that gets a storey more."""
    empty, lifted = row_of_fronts((House(64, 3, 3, "tuit"), House(60, 3, 2, "plat", 53, ((4, 41),))), 15)
    top, closed = -lifted.eaves - 4, box(6, -26, 52, 26)
    frame = path("M4", top, "v-26h52v26M21.3", top, "v-26M38.6", top, "v-26")
    storey = (
        shape("z-pui", box(5, -17, 40, 15), "M25-17v15")
        + shape("z-inkt", box(49, -16, 7.2, 16))
        + shape("z-lijn", frame)
        + translate(STANDING, 30, top)
        + shape("z-stippel", path("M58", top - 20, "L70", top - 27))
    )
    both = (
        shape("z-gevel", empty.outline)
        + shape("z-gevel", lifted.outline)
        + shape("z-pui", windows_at(empty.windows))
        + shape("z-t", windows_at(lifted.windows))
        + shape("z-pui", closed)
        + shape("z-lijn z-arcering", closed)
        + translate(storey, 64, 0)
    )
    return translate(both, 376, 0)


def _hub() -> Shapes:
    """A building where parcels change to cargo bikes."""
    taken = ((0, 2), (2, 3), (4, 1), (5, 3))
    full = (box(1127 + column * 6.6, -36 + row * 7.2, 6.6, 7.2) for column, row in taken)
    return (
        shape("z-gevel", "M1047 0V-78L1112-100 1177-78V0Z")
        + shape("z-t", windows_at((1064 + i * 17.4, -68) for i in range(6)))
        + shape("z-pui", box(1060, -48, 56, 48))
        + shape("z-t", *full)
        + shape("z-rand", grid(1127, -36, 6, 5, (6.6, 7.2)))
        + translate(vehicles.VAN, 1086, 0)
    )


def _life() -> Shapes:
    return place(
        0,
        (figures.tree(25, 46, roots=True), 270),
        (figures.tree(21, 40, roots=True), 952),
        (figures.BENCH, 304),
        (scale(figures.LAMP, 1.7), 707),
        (vehicles.CYCLIST, 566),
        (vehicles.VAN, 660),
        (vehicles.RIDDEN_CARGO_BIKE, 1000),
        (WALKING, 196, 905),
        (SKIRT, 226, 916),
        (STANDING, 348, 524, 1032),
        (mirror(WALKING), 690, 1188),
    )
