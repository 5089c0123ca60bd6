"""One door is one kans: filled when a praktijk shows it, a dashed outline when none does."""

from __future__ import annotations

from markupsafe import Markup

from binnenstad_site.drawings.shapes import Shapes, disc, shape
from binnenstad_site.drawings.svg import drawing

WIDTH, HEIGHT = 14, 20
FILLED = shape("z-t", "M0 20V7a7 7 0 0 1 14 0V20z")
KNOB = shape("z-papier", disc(10.4, 12, 1.3))
DASHED = shape("z-t-stippel", "M.8 19.2V7a6.2 6.2 0 0 1 12.4 0V19.2z")


def shapes(*, has_praktijk: bool) -> Shapes:
    """A door, from back to front."""
    return FILLED + KNOB if has_praktijk else DASHED


def door(*, has_praktijk: bool) -> Markup:
    """The drawing of a door; decoration, for the page says the numbers in words."""
    return drawing((0, 0, WIDTH, HEIGHT), shapes(has_praktijk=has_praktijk), "deur")
