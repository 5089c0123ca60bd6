"""A street with eight terms at their place: what stands above the list of terms."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from binnenstad_site.drawings import figures, vehicles
from binnenstad_site.drawings.houses import House, panes, row_of_fronts
from binnenstad_site.drawings.layers import grid, painted
from binnenstad_site.drawings.rooms import cut_house, green_roof, pitched_roof
from binnenstad_site.drawings.shapes import element, group, rect, shape, text
from binnenstad_site.drawings.shapes import number as n
from binnenstad_site.drawings.tracing import box

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
    labels = [_label(slug, names[slug]) for slug in PLACES if slug in names]
    soil = rect(-1400, GROUND, 4000, BOTTOM - GROUND, "z-aarde")
    ground = rect(-1400, GROUND - 1, 4000, 2, "z-inkt")
    standing = group([_houses(), _vacant(), _sign(), _hub(), _life()], y=GROUND)
    return element("svg", [soil, standing, ground, *labels], "tekening", viewBox="0 30 1200 220")


def _label(slug: str, name: str) -> Markup:
    x, y = PLACES[slug]
    return element("a", [text(x, y, name, "z-naam")], href=f"#{slug}")


def _houses() -> Markup:
    """Living above a shop at the left, three uses in one building at the right."""
    return painted(
        cut_house(36, 0, 140, ("winkel", "slapen", "wonen"), 36),
        pitched_roof(36, -108, 140, 34),
        cut_house(733, 0, 160, ("brillen", "winkel", "maken"), 36),
        green_roof(737, -108, 152),
        (("z-stippel", "M106 4V17"),),
    ) + figures.awning(193, -30, 34)


def _vacant() -> Markup:
    """An empty house, and one that gets a storey more."""
    fronts = row_of_fronts((House(64, 3, 3, "tuit"), House(60, 3, 2, "plat", 53, ((4, 41),))), 15)
    empty, lifted = fronts
    top = -lifted.eaves - 4
    frame = f"M4 {n(top)}v-26h52v26M21.3 {n(top)}v-26M38.6 {n(top)}v-26"
    return group(
        [
            *(shape(front.outline, "z-gevel") for front in fronts),
            shape(panes(empty.windows), "z-pui"),
            shape(panes(lifted.windows), "z-t"),
            shape(box(6, -26, 52, 26), "z-pui"),
            shape(box(6, -26, 52, 26), "z-lijn z-arcering"),
            group(
                [
                    shape(box(5, -17, 40, 15) + "M25-17v15", "z-pui"),
                    shape(box(49, -16, 7.2, 16), "z-inkt"),
                    shape(frame, "z-lijn"),
                    figures.person(30, top),
                    shape(f"M58 {n(top - 20)}L70 {n(top - 27)}", "z-stippel"),
                ],
                x=64,
            ),
        ],
        x=376,
    )


def _sign() -> Markup:
    """When vans may come in."""
    board = shape("M616 0V-53", "z-lijn") + shape(box(600, -88, 32, 35), "z-gevel")
    return board + text(616, -74, "7–11", "z-bord") + text(616, -60, "uur", "z-bord")


def _hub() -> Markup:
    """A building where parcels change to cargo bikes."""
    outline = "M1047 0V-78L1112-100 1177-78V0Z"
    lit = panes((1064 + i * 17.4, -68) for i in range(6))
    lockers = grid(1127, -36, 6, 5, (6.6, 7.2))
    taken = ((0, 2), (2, 3), (4, 1), (5, 3))
    full = "".join(box(1127 + column * 6.6, -36 + row * 7.2, 6.6, 7.2) for column, row in taken)
    return (
        shape(outline, "z-gevel")
        + shape(lit, "z-t")
        + shape(box(1060, -48, 56, 48), "z-pui")
        + shape(full, "z-t")
        + shape(lockers, "z-rand")
        + vehicles.van(1086, 0)
    )


def _life() -> Markup:
    return (
        figures.tree(270, 0, 25, 46, roots=True)
        + figures.tree(952, 0, 21, 40, roots=True)
        + figures.bench(304, 0)
        + figures.lamp(707, 0, 1.7)
        + vehicles.cyclist(566, 0)
        + vehicles.van(660, 0)
        + vehicles.cargo_bike(1000, 0, rider=True)
        + figures.people(
            0,
            (196, "loopt"),
            (226, "rok"),
            (348, "staat"),
            (524, "staat"),
            (690, "loopt", True),
            (905, "loopt"),
            (916, "rok"),
            (1032, "staat"),
            (1188, "loopt", True),
        )
    )
