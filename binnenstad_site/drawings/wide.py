"""The frame of a section over the full width of a page: soil to the bottom edge, a ground line, the names of the parts.

Ground and soil run on far beyond the view box, so that a page may show them up to both edges of the window.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from markupsafe import Markup

from binnenstad_site.drawings.layers import Layers, box, painted
from binnenstad_site.drawings.shapes import drawing, text

BOX = (0, 30, 1200, 350)
GROUND = 250
NAMES = 367
"""The baseline of the names of the parts."""
LETTER = 8.1
"""How wide a letter of a name is at most, on average."""
BEYOND = 2000


def wide(
    names: Iterable[tuple[float, str]], layers: Iterable[Layers], label: str, over: Iterable[Markup] = ()
) -> Markup:
    """A section from its layers, from back to front; `over` lies on top. A name stands centred under its part."""
    soil: Layers = (
        ("z-aarde", box(-BEYOND, GROUND, 1200 + 2 * BEYOND, 130)),
        ("z-inkt", box(-BEYOND, GROUND - 0.8, 1200 + 2 * BEYOND, 2.4)),
    )
    shown = [painted(soil), *(painted(layer) for layer in layers), *over]
    return drawing(BOX, [*shown, *(text(x, NAMES, name, "z-naam") for x, name in names)], "doorsnede-tekening", label)


def touching(names: Iterable[tuple[float, str]], gap: float = 12) -> list[tuple[str, str]]:
    """Names that would come closer to each other, or to an edge, than `gap`."""
    spans = [(x - len(name) * LETTER / 2, x + len(name) * LETTER / 2, name) for x, name in names]
    ends = [(float("-inf"), 0.0, "de linkerrand"), *spans, (1200.0, float("inf"), "de rechterrand")]
    return [(left[2], right[2]) for left, right in pairwise(ends) if right[0] - left[1] < gap]
