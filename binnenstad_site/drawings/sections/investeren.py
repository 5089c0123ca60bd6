"""*Anders investeren*: a storey on top, room after demolition, a swap of fronts, a fund and a house of residents."""

from __future__ import annotations

from binnenstad_site.drawings import figures
from binnenstad_site.drawings.facades import Facade, row_of_facades
from binnenstad_site.drawings.figures import CHILD, SKIRT, STANDING, WALKING, tree
from binnenstad_site.drawings.rooms import cellar, cut_house, green_roof, panels
from binnenstad_site.drawings.scenery import dotted
from binnenstad_site.drawings.shapes import Shapes, box, disc, path, place, scale, shape, translate
from binnenstad_site.drawings.wide import TOP, CrossSection, house, pipes

FUND = 801
HOME_STOREY = 35
COINS = (4, 7, 9, 6, 10, 3)
ARROW_UP = shape("z-inkt", "M-6 13h12l-6-10z")
"""The head of an arrow to a place in the ground line."""


def _on_top() -> Shapes:
    """A new storey as a frame, and the scaffold beside the house."""
    posts = (path("M", x, TOP, "v-31") for x in (38, 84, 138, 184))
    return (
        shape("z-lijn", path("M34", TOP - 31, "h154"), *posts)
        + shape("z-t", box(44, TOP - 7, 34, 7), box(92, TOP - 7, 20, 7))
        + place(TOP, (STANDING, 124), (SKIRT, 160))
        + place(0, (figures.scaffold(32, 11, 17), 189))
    )


def _demolition() -> Shapes:
    remains = path("M300 0V-82h60v30h15v22h16V0z")
    board = shape("z-lijn", "M252 0v-8M264 0v-8M252-17h12m-12 4h8") + shape("z-gevel", box(247, -22, 22, 14))
    fence = place(0, (figures.fence(100, 14), 294))
    return shape("z-arcering", remains) + shape("z-rand", remains) + fence + board


def _swap() -> Shapes:
    """Three fronts of which two change places, over a dark one."""
    fronts = row_of_facades(
        Facade(46, 96, "trap", 2, 4), Facade(52, 78, "plat", 3, 2, frozenset()), Facade(44, 100, "tuit", 2, 4)
    )
    arc = shape("z-lijn", "M556-147q51-36 102 0")
    heads = shape("z-inkt", "M551-143l10-2-6-8zM663-143l-10-2 6-8z")
    return place(0, (fronts, 536)) + arc + heads


def _fund() -> Shapes:
    """A bank; its origin is the middle."""
    columns = (box(x - 75, -74, 7, 68) for x in (9, 35, 50, 93, 108, 134))
    beams = box(-83, -80, 166, 4) + box(-83, -6, 166, 6)
    return (
        shape("z-gevel", "M-77-78L0-112 77-78z", box(-75, -76, 150, 70))
        + shape("z-inkt", *columns, beams, box(-9, -37, 18, 32))
        + shape("z-t", disc(0, -90, 7))
    )


def section() -> CrossSection:
    """The section of this trend."""
    roof = -4 * HOME_STOREY
    middle = place(
        0,
        (tree(25, 44, roots=True), 418),
        (tree(19, 34, roots=True), 500),
        (figures.BENCH, 452),
        (_fund(), FUND),
        (scale(figures.LAMP, 1.5), 926),
        (figures.crane(190, 20), 1176),
        (cut_house(190, ("tafel", "slapen", "wonen", "slapen"), HOME_STOREY), 966),
    )
    street = place(
        0, (STANDING, 231, 239, 472, 608, 710, 892, 944, 952), (WALKING, 282, 526, 690), (CHILD, 479), (SKIRT, 900)
    )
    coins = (box(746 + 20 * i, 72 - 4 * level, 13, 3) for i, count in enumerate(COINS) for level in range(count))
    return CrossSection(
        label=(
            "Een huis met een winkel, twee woningen en een lege verdieping, waar een nieuwe bovenop komt; "
            "ruimte na sloop, met bomen en een bank; drie panden die van eigenaar ruilen; een gezamenlijk "
            "fonds met een kluis onder de grond, en een pand van bewoners met een gedeelde tafel. "
            "Stippellijnen laten zien waar het geld van het fonds naartoe gaat."
        ),
        discs=((111, TOP - 46), (345, -102), (607, -182), (FUND, -132)),
        names=(
            (111, "Optoppen"),
            (372, "Sloop maakt ruimte"),
            (607, "Ruilen van panden"),
            (FUND, "Gezamenlijk fonds"),
            (1061, "Pand van bewoners"),
        ),
        layers=(
            house("winkel", "slapen", "wonen", "leeg"),
            _on_top() + _demolition() + _swap() + middle + place(roof, (panels(7), 974), (green_roof(78), 1074)),
            street,
        ),
        soil=translate(cellar(138, 54), 732, 28)
        + shape("z-t", *coins)
        + dotted(732, 61, 111, 61, 111, 14)
        + dotted(732, 47, 608, 47, 608, 14)
        + dotted(870, 61, 1061, 61, 1061, 14)
        + place(0, (ARROW_UP, 111, 608, 1061))
        + pipes((418, 40), 14, (300, 34)),
    )
