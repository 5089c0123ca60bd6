"""The frame of a section over the full width of a page, and what the sections of trends and scenarios share.

A `CrossSection` is drawn with the ground at y 0 and what lies in the soil below it. Ground and soil run on far beyond
the view box, so that a page may show them up to both edges of the window.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.drawings import scenery
from binnenstad_site.drawings.facades import Facade, row_of_facades
from binnenstad_site.drawings.figures import SITTING, SITTING_LEFT, awning
from binnenstad_site.drawings.rooms import cut_house, pitched_roof
from binnenstad_site.drawings.shapes import Point, Shapes, box, disc, join, merge, path, place, shape, translate
from binnenstad_site.drawings.svg import drawing, text

BOX = (0, 30, 1200, 350)
GROUND = 250
"""Where the ground lies in the box."""
NAMES = 367
"""The baseline of the names of the parts."""
BEYOND = 2000
RADIUS = 12
"""Of a numbered disc."""
HOUSE, WIDTH, STOREY = 36, 150, 38
"""The cut house at the left: where it begins, how wide it is, how high a storey."""
SHARED, SHARED_WIDTH, SHARED_STOREY = 620, 176, 36
"""The same for the cut building in the middle of a scenario."""
FRONTS = 990
"""Where the fronts at the right of a scenario begin."""
TOP, SHARED_TOP = -4 * STOREY, -4 * SHARED_STOREY
ATTIC, ABOVE = (111.0, TOP - 14.0), (111.0, TOP - 24.0)
"""Where the disc of the house stands: in the attic, or over a flat roof."""


@dataclass(frozen=True, slots=True)
class CrossSection:
    """A street in section of 1200 wide."""

    names: tuple[tuple[float, str], ...]
    """The parts: where the middle is, and what it is called."""
    soil: Shapes
    layers: tuple[Shapes, ...]
    """From back to front; each becomes one path a class."""
    label: str = ""
    """The text alternative."""
    over: Shapes = ()
    """On top of all layers: vehicles whose windows lie on their body."""
    discs: tuple[Point, ...] = ()
    """The middles of discs with the numbers 1, 2, 3 …"""
    canal: tuple[float, float, float] | None = None
    """Left, right and depth of water in the street."""


def wide(section: CrossSection, label: str) -> Markup:
    """A section as a drawing. A name stands centred under its part."""
    layers = (soil(section.canal), section.soil, *section.layers)
    discs = shape("z-inkt", *(disc(x, y, RADIUS) for x, y in section.discs))
    shapes = translate(join(map(merge, layers)) + section.over + discs, 0, GROUND)
    numbers = (text(x, y + GROUND + 5, str(i), "z-nummer") for i, (x, y) in enumerate(section.discs, start=1))
    names = (text(x, NAMES, name, "z-naam") for x, name in section.names)
    return drawing(BOX, shapes, "doorsnede-tekening", label, (*numbers, *names))


def soil(canal: tuple[float, float, float] | None) -> Shapes:
    """Soil to the bottom edge and the line of the ground, open where there is water."""
    low, right, bottom = -BEYOND, 1200 + BEYOND, BOX[1] + BOX[3] - GROUND
    if canal is None:
        return shape("z-aarde", box(low, 0, right - low, bottom)) + shape("z-inkt", box(low, -0.8, right - low, 2.4))
    begin, end, deep = canal
    cut = path("M", low, "0H", begin, "v", deep, "H", end, "V0H", right, "V", bottom, "H", low, "z")
    lines = box(low, -0.8, begin - low, 2.4) + box(end, -0.8, right - end, 2.4)
    return shape("z-aarde", cut) + shape("z-inkt", lines)


# -- what several sections have ----------------------------------------------------------------------------------------

ROOF = translate(pitched_roof(WIDTH), HOUSE, TOP)
AWNING = translate(awning(34), 203, -31)
"""Of the house, over the pavement."""
SIGN = shape("z-lijn", "M0 0v-32") + shape("z-gevel", box(-8, -48, 16, 16))
SIGN += shape("z-inkt", box(-1.1, -43.5, 2.2, 2.2), box(-1.1, -39.8, 2.2, 5))
"""An i on a pole."""
CAFE_TABLE = shape("z-lijn", "M-10-9h20m-16 0v9m12 0v-9") + place(0, (SITTING, -15), (SITTING_LEFT, 15))
"""Two guests at a table outside a café."""


def house(*rooms: str) -> Shapes:
    """The cut house at the left, with its rooms from low to high."""
    return translate(cut_house(WIDTH, rooms, STOREY), HOUSE, 0)


def pipes(sewer: Point, radius: float, cables: Point) -> Shapes:
    """A sewer around a point, and three cables of which the first is at a point."""
    return translate(scenery.sewer(radius), *sewer) + translate(scenery.cables(3), *cables)


def shared(*rooms: str) -> Shapes:
    """The cut building in the middle of a scenario."""
    return translate(cut_house(SHARED_WIDTH, rooms, SHARED_STOREY), SHARED, 0)


def right_row(*facades: Facade) -> Shapes:
    """Facades side by side at the right of a scenario."""
    return translate(row_of_facades(*facades), FRONTS, 0)
