"""Where a scenario stands on the two axes: four rectangles, one of them filled."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings.shapes import Shapes, box, shape
from binnenstad_site.drawings.svg import drawing

BOX = (0, 0, 97, 65)
WIDTH, HEIGHT, GAP = 46, 30, 3


def rectangles(*, much_data: bool, circular: bool) -> Shapes:
    """Three outlines and the own one filled: much data is above, circular is at the right."""
    corners = {
        (above, right): box(1 + right * (WIDTH + GAP), 1 + (not above) * (HEIGHT + GAP), WIDTH, HEIGHT)
        for above in (True, False)
        for right in (False, True)
    }
    own = corners.pop((much_data, circular))
    return shape("z-lijn", *corners.values()) + shape("z-t", own)


@lru_cache
def position(*, much_data: bool, circular: bool) -> Markup:
    """The drawing of a position."""
    return drawing(BOX, rectangles(much_data=much_data, circular=circular), "positie")
