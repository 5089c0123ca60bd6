"""*Anders produceren*: a repair stall, waste that is stock, an open hall of makers and a glasshouse on a roof."""

from __future__ import annotations

from binnenstad_site.drawings import furniture, scenery, vehicles
from binnenstad_site.drawings.figures import CHILD, SKIRT, STANDING, WALKING, stall, tree
from binnenstad_site.drawings.rooms import cut_house, green_roof, panels
from binnenstad_site.drawings.shapes import Shapes, box, disc, panes, path, place, shape
from binnenstad_site.drawings.wide import ABOVE, AWNING, HOUSE, TOP, CrossSection, house, pipes

HALL_WIDTH, EAVES = 264, 76
TEETH = 10
REPAIR_TABLE = shape("z-lijn", "M0-9h30m-26 0v9m22 0v-9") + shape("z-t", box(7, -14, 7, 5), box(18, -15.5, 6, 6.5))
CART = (
    shape("z-gevel", box(-22, -26, 45, 23))
    + shape("z-inkt", "M-23-26l4-6h37l4 6z")
    + shape("z-papier", disc(-12, -4, 4), disc(13, -4, 4))
    + shape("z-lijn", disc(-12, -4, 4), disc(13, -4, 4))
)


def _container(full: float, cls: str) -> Shapes:
    """A container over a shaft of 54 deep, filled up to a height."""
    shaft = box(0, 6, 22, 54)
    return (
        shape("z-papier", shaft)
        + shape("z-lijn", shaft)
        + shape(cls, box(2, 58 - full, 18, full))
        + shape("z-inkt", "M4 0v-12h3v-3h8v3h3v12z")
    )


def _hall() -> Shapes:
    """An open hall under a saw-tooth roof; its origin is the lower left corner."""
    tooth, ridge = HALL_WIDTH / TEETH, -EAVES - 18
    slopes = (path("M", tooth * i, ridge, "l", tooth, 18, "v4.4l", -tooth, -18, "z") for i in range(TEETH))
    posts = panes(tooth - 1.5, ridge, TEETH - 1, 1, (3, 21), (tooth, 0))
    walls = box(0, ridge, 3.5, EAVES + 18) + box(HALL_WIDTH - 3.5, -EAVES, 3.5, EAVES)
    stacks = panes(220, -8, 3, 1, (10, 8), (11.5, 0)) + panes(225.7, -16.5, 2, 1, (10, 8), (11.5, 0))
    lines = path("M10-50H", HALL_WIDTH - 10, "M160-46v15M142-8h57m-53 0v8m49-8v8")
    return (
        shape("z-gevel", box(242, -136, 12.5, 60))
        + shape("z-kamer", box(3, -EAVES, HALL_WIDTH - 6, EAVES))
        + shape("z-inkt", *slopes, posts, walls, stacks, box(152, -54, 16, 7))
        + shape("z-lijn", lines)
        + shape("z-t", box(242.6, -128, 11.3, 5), box(152, -31, 16, 11), box(231.5, -25, 10, 8))
        + shape("z-t", box(150, -15, 8, 6.5), box(174, -14, 10, 5.5))
        + place(0, (furniture.WORKBENCH, 18), (furniture.ROBOT_ARM, 86))
    )


def _works() -> Shapes:
    """A building with a glasshouse on its roof; its origin is the lower left corner."""
    roof = -108
    glass = path("M12", roof, "v-38l38-16 38 16 38-16 38 16v38M50", roof - 54, "v54m38-38v38m38-54v54")
    return (
        cut_house(176, ("opslag", "eten", "kantoor"), 36)
        + shape("z-papier", box(12, roof - 38, 152, 38))
        + shape("z-lijn", glass)
        + place(roof, (furniture.GREENS, *(24 + 12.5 * i for i in range(11))), (STANDING, 70))
    )


def section() -> CrossSection:
    """The section of this trend."""
    middle = place(
        0,
        (stall(), 271),
        (REPAIR_TABLE, 317),
        (tree(22, 38, roots=True), 378),
        (tree(22, 40, roots=True), 914),
        (vehicles.CARGO_BIKE, 412),
        (_container(23, "z-inkt"), 442),
        (_container(36, "z-t"), 466),
        (_container(15, "z-inkt"), 490),
        (_hall(), 546),
        (CART, 860),
        (scenery.BARREL + shape("z-lijn", "M0-14v-90h5"), 968),
        (_works(), 976),
    )
    street = place(
        0,
        (STANDING, 206, 239, 292, 521, 557, 612, 677, 892, 1164),
        (CHILD, 299),
        (SKIRT, 312, 752),
        (WALKING, 350, 434, 826),
        (vehicles.BICYCLE, 222, 1182),
        (vehicles.CYCLIST, 942),
    )
    arrows = shape("z-inkt", "M410 78l10-6v12zM880 78l-10-6v12z")
    return CrossSection(
        label=(
            "Een huis met een werkplaats en een machine onder woningen; een kraam en een tafel om te "
            "repareren; containers met voorraad in de grond; een open hal met werkbank, robotarm en kraan, en "
            "een gebouw met opslag, keukens, werkplekken en een kas op het dak. Restwarmte uit de hal gaat "
            "door de grond naar huis en kas."
        ),
        discs=(ABOVE, (294, -54), (477, -42), (672, -118)),
        names=(
            (111, "Werkplaats in de plint"),
            (477, "Afval is voorraad"),
            (680, "Ambachtscentrum"),
            (872, "Restwarmte"),
            (1064, "Kas op het dak"),
        ),
        layers=(
            house("maken", "machine", "slapen", "wonen")
            + place(TOP, (green_roof(66), HOUSE + 4), (panels(5), HOUSE + 78))
            + AWNING,
            middle,
            arrows + street,
        ),
        soil=scenery.line("M111 0V78H1064V0M680 0V78") + pipes((590, 40), 14, (618, 32)),
    )
