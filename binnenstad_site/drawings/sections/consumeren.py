"""*Anders consumeren*: a terrace and a market, a vacant shop, a department store in new use and a wall of lockers."""

from __future__ import annotations

from binnenstad_site.drawings import figures, scenery, vehicles
from binnenstad_site.drawings.facades import Facade, row_of_facades
from binnenstad_site.drawings.figures import CHILD, SKIRT, STANDING, WALKING, awning, stall, tree
from binnenstad_site.drawings.rooms import cellar, cut_house, green_roof, opslag
from binnenstad_site.drawings.shapes import Shapes, box, panes, path, place, scale, shape, translate
from binnenstad_site.drawings.wide import ATTIC, AWNING, CAFE_TABLE, HOUSE, ROOF, WIDTH, CrossSection, house, pipes

STORE_STOREY = 36


def _terrace() -> Shapes:
    poles = shape("z-lijn", "M272 0v-22M316 0v-22")
    shades = shape("z-t", "M256-21q16-13 32 0z") + shape("z-inkt", "M300-21q16-13 32 0z")
    return place(0, (CAFE_TABLE, 272, 316)) + poles + shades


def _vacant() -> Shapes:
    top, shop = -116, box(5, -30, 54, 29)
    return (
        shape("z-gevel", path("M0 0V", top, "h-2v-4h68v4h-2V0z"))
        + shape("z-t", panes(10, top + 14, 3, 3, (8, 12), (18, 19)))
        + shape("z-papier", shop)
        + shape("z-arcering", shop)
        + shape("z-lijn", shop)
        + place(0, (figures.scaffold(17, 7, 16), 64))
    )


def _store() -> Shapes:
    store = cut_house(216, ("eten", "boeken", "kantoor", "wonen slapen"), STORE_STOREY)
    return store + place(-4 * STORE_STOREY, (green_roof(98), 6), (tree(11, 15), 150), (STANDING, 172), (SKIRT, 180))


def section() -> CrossSection:
    """The section of this trend."""
    shops = row_of_facades(Facade(44, 104, "hals", 3, 3), Facade(40, 88, "trap", 2, 2), Facade(44, 96, "klok", 3, 3))
    middle = _terrace() + place(
        0,
        (tree(25, 44, roots=True), 366),
        (tree(20, 40, roots=True), 918),
        (stall(), 408, 488),
        (stall("z-inkt"), 448),
        (scale(figures.LAMP, 1.5), 546),
        (_vacant(), 561),
        (_store(), 642),
        (scenery.lockers(7, 6, 6), 944),
        (shops, 1052),
    )
    street = place(
        0,
        (WALKING, 204, 468, 524, 1190),
        (STANDING, 233, 344, 387, 508, 872, 997),
        (CHILD, 240, 515),
        (SKIRT, 428),
        (vehicles.BICYCLE, 888, 1024),
    )
    stock = translate(opslag(WIDTH - 6, 27), HOUSE + 3, 29)
    stock += shape("z-inkt", panes(HOUSE, 0, 2, 1, (3, 32), (WIDTH - 3, 0)), box(HOUSE, 29, WIDTH, 3.5))
    return CrossSection(
        label=(
            "Een huis met een winkel, voorraad en een woning waar iemand thuiswerkt; een terras en een markt; "
            "een lege winkel in de steigers; een warenhuis met eten, boeken, werkplekken, woningen en een "
            "daktuin; kluisjes om iets af te halen, en drie kleine winkels. Onder de straat staat de "
            "parkeerkelder half leeg."
        ),
        discs=(ATTIC, (294, -48), (593, -138), (966, -60)),
        names=(
            (111, "Winkel met voorraad"),
            (294, "Terras en markt"),
            (508, "Parkeerkelder, half leeg"),
            (750, "Warenhuis met nieuw gebruik"),
            (966, "Afhaalpunt"),
            (1116, "Kleine zaken"),
        ),
        layers=(
            house("winkel", "opslag", "thuiswerk", "wonen") + ROOF + AWNING,
            middle + place(-19, (awning(42), 1074, 1158), (awning(38, "z-inkt"), 1116)),
            street + shape("z-t", box(209, -8, 4.5, 5), box(529, -8, 4.5, 5)),
        ),
        over=place(80, (scale(vehicles.CAR, 1.4), 424, 474)),
        soil=stock
        + translate(cellar(236, 54), 390, 30)
        + shape("z-arcering", box(508, 34, 115, 46))
        + shape("z-inkt", box(506, 32, 3, 50))
        + pipes((750, 46), 15, (788, 34)),
    )
