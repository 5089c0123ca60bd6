"""The Netherlands in small, for a map of a few hundred bytes beside a text: one outline and one path of dots.

The outline is the union of the provinces of `templates/assets/kaart/provincies.svg` (Kadaster / CBS 2022, CC BY 4.0),
simplified to 5 units, in half their box of 613 by 724, so that whole numbers are enough; the dots come from `geo`.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from binnenstad_site.drawings.shapes import Shapes, join, path, shape
from binnenstad_site.drawings.svg import drawing

BOX = (0, 0, 306, 362)
SCALE = 2
"""How much larger the map is that the dots are placed on."""
SMALLEST = 4.2
"""The radius of a place with one praktijk (`geo`)."""
SIZES = (1, 2, 3)
"""Classes of dots: one praktijk, a few, many."""
OUTLINE = (
    "M6 264l11 11 9-3 10 10 7-1 6-9 10 8 22 6 4-2-3-10 8-4 4 0-1 8 9 0 10-11 6 3-6 8 12 2 8-10 4 1 0 10 4 10 9 1-"
    "1 6 15 0 7-4 4 9 8 5 7-2 3 6 3-2 2 2-10 30-7 8 5 4-1 7 8-3 2 3 16 1-3-6 8-6 1-9-6-3 1-6-9 1-4-9 4-2 4 4 17-1"
    "6-3-1 4-2-7 2-3-5 13-24-1-14-10-12 2-6-6-2 0-6-6-4 2-4-3-5 9-5 8 2-4-6 4-2 20 10-1-5 5 1 16-8 4 3 8-9 0-4-10"
    "-8 30-23-4-7 4-10-6-12-4 4-20-7 0-8 6-2-5-9 5-2 22 0 3-26 10-22-1-29-21-12-4-15-11-4-35 10-9-2 4 9-6-1 1-8-2"
    "3 2-24 12-10 11-8 19 2-1 2 16-4 10 6 5 21 1-8 9-1 14 5 6-39 28-2 10-12-4 10-11-5-3 3-5-4-17 14 0 8-9-2-5-10 "
    "0-9-25-13 6-8-11-4 1-12 67-10 24-24 32-14 7 2 5 5 0-1 12-3-3-11 5-4 9-10 4 2 5 8-4 6 9 6 2 14-8-4 5 6 4-8-1-"
    "6 4 8 7 6 0 4 11-10-1-3-7-15-5 2-4-4-4-21 2zM181 126l15-1-3 4zM70 250l-6-6 9 4 6-2 1-4 2 2-4 4zM38 237l5-7 7"
    "-1 5 11 8 4-5 2-10-8zM220 12l20-6-18 2zM178 14l5 4 5-2 18-3zM142 27l24-6 7-5-28 6zM118 47l10-7zM107 71l1 5 6"
    "-2 8-10-4-14zM0 291l6 9 8 0-1-5 6-3 13 4 2 8 8 2 14-6 14-14-4-3-11 1-7-4 0 4-10 4-26-8-11 4z"
)


def dots(places: Iterable[tuple[float, float, float]]) -> Shapes:
    """A dot (x, y, radius on the large map) for each place: a line without length and with round ends."""
    by_size: dict[int, set[tuple[int, int]]] = {}
    for x, y, radius in places:
        size = min(len(SIZES) - 1, int(radius - SMALLEST))
        by_size.setdefault(size, set()).add((round(x / SCALE), round(y / SCALE)))
    return join(
        shape(f"stippen-{SIZES[size]}", *(path("M", x, y, "h0") for x, y in sorted(points)))
        for size, points in sorted(by_size.items())
    )


def small_map(places: Iterable[tuple[float, float, float]], label: str) -> Markup:
    """The country with its dots."""
    return drawing(BOX, shape("kaart-land", OUTLINE) + dots(places), "landkaartje", label)
