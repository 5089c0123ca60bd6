"""What a page drawing of a scenario is made from: the places of its buildings, and what one scenario puts there."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings.facades import Front
from binnenstad_site.drawings.layers import Layers, put
from binnenstad_site.drawings.shapes import path
from binnenstad_site.drawings.wide import GROUND

G = GROUND
HOUSE, WIDTH, HIGH = 36, 150, 38
"""The cut house: where it begins, how wide it is, how high a storey."""
SHARED, SHARED_WIDTH, SHARED_HIGH = 620, 176, 36
"""The same for the cut building in the middle."""
FRONTS = 990
TOP, SHARED_TOP = G - 4 * HIGH, G - 4 * SHARED_HIGH


@dataclass(frozen=True, slots=True)
class Scene:
    """What one scenario puts on 1200 units of street."""

    names: tuple[tuple[float, str], ...]
    """The parts: where the middle is, and what it is called."""
    house: tuple[str, str, str, str]
    shared: tuple[str, str, str, str]
    """The rooms of the two cut buildings, from low to high."""
    fronts: tuple[Front, ...]
    around: Layers
    """What stands on, before and between the buildings."""
    soil: Layers
    over: tuple[Markup, ...] = ()
    """Figures that cannot merge: their windows lie on top of their ink."""


def line(*steps: str | float) -> Layers:
    """A pipe or fibre in the colour of the page."""
    return (("z-t-lijn", path(*steps)),)


def knot(x: float, y: float) -> Layers:
    """Where cables meet."""
    return put(s.cables(1), x, y)
