"""The frame of a section over the full width of a page: soil to the bottom edge, a ground line, the names of the parts.

Ground and soil run on far beyond the view box, so that a page may show them up to both edges of the window.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from markupsafe import Markup

from binnenstad_site.drawings.layers import Layers, box, painted
from binnenstad_site.drawings.shapes import drawing, path, text

BOX = (0, 30, 1200, 350)
GROUND = 250
NAMES = 367
"""The baseline of the names of the parts."""
LETTER = 8.1
"""How wide a letter of a name is at most, on average."""
BEYOND = 2000


def wide(
    names: Iterable[tuple[float, str]],
    layers: Iterable[Layers],
    label: str,
    over: Iterable[Markup] = (),
    canal: tuple[float, float, float] | None = None,
) -> Markup:
    """A section from its layers, from back to front; `over` lies on top. A name stands centred under its part.

    `canal` is left, right and depth of a cut in the soil.
    """
    shown = [painted(_soil(canal)), *(painted(layer) for layer in layers), *over]
    return drawing(BOX, [*shown, *(text(x, NAMES, name, "z-naam") for x, name in names)], "doorsnede-tekening", label)


def _soil(canal: tuple[float, float, float] | None) -> Layers:
    """Soil to the bottom edge and the line of the ground, open where there is water."""
    low, right, bottom = -BEYOND, 1200 + BEYOND, BOX[1] + BOX[3]
    if canal is None:
        return (
            ("z-aarde", box(low, GROUND, right - low, bottom - GROUND)),
            ("z-inkt", box(low, GROUND - 0.8, right - low, 2.4)),
        )
    begin, end, deep = canal
    cut = path("M", low, GROUND, "H", begin, "v", deep, "H", end, "v", -deep, "H", right, "V", bottom, "H", low, "z")
    lines = box(low, GROUND - 0.8, begin - low, 2.4) + box(end, GROUND - 0.8, right - end, 2.4)
    return (("z-aarde", cut), ("z-inkt", lines))


def touching(names: Iterable[tuple[float, str]], gap: float = 12) -> list[tuple[str, str]]:
    """Names that would come closer to each other, or to an edge, than `gap`."""
    spans = [(x - len(name) * LETTER / 2, x + len(name) * LETTER / 2, name) for x, name in names]
    ends = [(float("-inf"), 0.0, "de linkerrand"), *spans, (1200.0, float("inf"), "de rechterrand")]
    return [(left[2], right[2]) for left, right in pairwise(ends) if right[0] - left[1] < gap]
