"""Where a scenario stands on the two axes: four rectangles, one of them filled."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings.layers import box
from binnenstad_site.drawings.shapes import drawing, shape

BOX = (0, 0, 97, 65)
WIDTH, HEIGHT, GAP = 46, 30, 3


@lru_cache
def position(*, much_data: bool, circular: bool) -> Markup:
    """Much data is above, circular is at the right."""
    corners = {(above, right): _corner(above=above, right=right) for above in (True, False) for right in (False, True)}
    own = corners.pop((much_data, circular))
    return drawing(BOX, [shape("".join(corners.values()), "z-lijn"), shape(own, "z-t")], "positie")


def _corner(*, above: bool, right: bool) -> str:
    return box(1 + right * (WIDTH + GAP), 1 + (not above) * (HEIGHT + GAP), WIDTH, HEIGHT)
