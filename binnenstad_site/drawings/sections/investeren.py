"""*Anders investeren*: a storey on top, room after demolition, a swap of fronts, a fund and a house of residents."""

from __future__ import annotations

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import furniture as u
from binnenstad_site.drawings.facades import Front, front
from binnenstad_site.drawings.layers import Layers, box, joined, put, read
from binnenstad_site.drawings.rooms import cut_house, green_roof, panels
from binnenstad_site.drawings.scenery import dotted
from binnenstad_site.drawings.sections.kit import TOP, G, Section, arrow_up, cellar, pipes, round_
from binnenstad_site.drawings.shapes import path

FUND = 801
HOME, WIDE, HIGH = 966, 190, 35
COINS = (4, 7, 9, 6, 10, 3)


def _on_top() -> Layers:
    """A new storey as a frame, and the scaffold beside the house."""
    frame = path("M", 34, TOP - 31, "h", 154) + "".join(path("M", x, TOP, "v", -31) for x in (38, 84, 138, 184))
    return joined(
        (("z-lijn", frame), ("z-t", box(44, TOP - 7, 34, 7) + box(92, TOP - 7, 20, 7))),
        read(f.people(TOP, (124, "staat"), (160, "rok")), f.scaffold(189, G, 32, 11, 17)),
    )


def _demolition() -> Layers:
    left = path("M", 300, G, "V", 168, "h", 60, "v", 30, "h", 15, "v", 22, "h", 16, "V", G, "z")
    board: Layers = (
        ("z-lijn", path("M", 252, G, "v", -8, "M", 264, G, "v", -8, "M", 252, G - 17, "h", 12, "m", -12, 4, "h", 8)),
        ("z-gevel", box(247, G - 22, 22, 14)),
    )
    return joined((("z-arcering", left), ("z-rand", left)), read(f.fence(294, G, 100, 14)), board)


def _swap() -> Layers:
    """Three fronts of which two change places, over a dark one."""
    arrow: Layers = (
        ("z-lijn", path("M", 556, 103, "q", 51, -36, 102, 0)),
        ("z-inkt", path("M", 551, 107, "l", 10, -2, -6, -8, "z", "M", 663, 107, "l", -10, -2, 6, -8, "z")),
    )
    return joined(
        front(536, G, Front(46, 96, "trap", 2, 4)),
        front(582, G, Front(52, 78, "plat", 3, 2, frozenset())),
        front(634, G, Front(44, 100, "tuit", 2, 4)),
        arrow,
    )


def _fund() -> Layers:
    left, right = FUND - 75, FUND + 75
    columns = "".join(box(left + x, G - 74, 7, 68) for x in (9, 35, 50, 93, 108, 134))
    roof = path("M", left - 2, G - 78, "L", FUND, G - 112, "L", right + 2, G - 78, "z")
    seal = round_(FUND, G - 90, 7)
    beams = box(left - 8, G - 80, 166, 4) + box(left - 8, G - 6, 166, 6) + box(FUND - 9, G - 37, 18, 32)
    return (("z-gevel", roof + box(left, G - 76, 150, 70)), ("z-inkt", columns + beams), ("z-t", seal))


def section() -> Section:
    """The section of this trend."""
    coins = "".join(box(746 + 20 * i, 322 - 4 * n, 13, 3) for i, many in enumerate(COINS) for n in range(many))
    routes = joined(
        dotted(732, 311, 111, 311, 111, 264),
        dotted(732, 297, 608, 297, 608, 264),
        dotted(870, 311, 1061, 311, 1061, 264),
        *(arrow_up(x, G + 2) for x in (111, 608, 1061)),
    )
    return Section(
        label=(
            "Een huis met een winkel, twee woningen en een lege verdieping, waar een nieuwe bovenop komt; "
            "ruimte na sloop, met bomen en een bank; drie panden die van eigenaar ruilen; een gezamenlijk "
            "fonds met een kluis onder de grond, en een pand van bewoners met een gedeelde tafel. "
            "Stippellijnen laten zien waar het geld van het fonds naartoe gaat."
        ),
        discs=((111, TOP - 46), (345, 148), (607, 68), (FUND, 118)),
        names=(
            (111, "Optoppen"),
            (372, "Sloop maakt ruimte"),
            (607, "Ruilen van panden"),
            (FUND, "Gezamenlijk fonds"),
            (1061, "Pand van bewoners"),
        ),
        house=("winkel", "slapen", "wonen", "leeg"),
        bare=True,
        middle=joined(
            _on_top(),
            _demolition(),
            read(f.tree(418, G, 25, 44, roots=True), f.tree(500, G, 19, 34, roots=True), f.bench(452, G)),
            _swap(),
            _fund(),
            read(f.lamp(926, G, 1.5), f.crane(1176, G, 190, 20)),
            cut_house(HOME, G, WIDE, ("tafel", "slapen", "wonen", "slapen"), HIGH),
            panels(HOME + 8, G - 4 * HIGH, 7),
            green_roof(HOME + 108, G - 4 * HIGH, 78),
        ),
        street=joined(
            read(
                f.people(
                    G,
                    *((231, "staat"), (239, "staat"), (282, "loopt"), (472, "staat"), (479, "kind"), (526, "loopt")),
                    *((690, "loopt"), (710, "staat"), (892, "staat"), (900, "rok"), (944, "staat"), (952, "staat")),
                )
            ),
            put(u.STANDING, 608, G),
        ),
        soil=joined(cellar(732, 278, 138, 54), (("z-t", coins),), routes, pipes(418, 290, 14, (300, 284))),
    )
