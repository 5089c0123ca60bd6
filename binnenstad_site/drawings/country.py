"""The Netherlands in small, for a map of a few hundred bytes beside a text: one outline and one path of dots.

The outline is the union of the provinces of `templates/assets/kaart/provincies.svg` (Kadaster / CBS 2022, CC BY 4.0),
simplified to 3.5 units, in the same box of 613 by 724; the dots come from `geo`.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from binnenstad_site.drawings.shapes import drawing, shape

BOX = (0, 0, 613, 724)
SMALLEST = 4.2
"""The radius of a place with one praktijk (`geo`)."""
SIZES = (1, 2, 3)
"""Classes of dots: one praktijk, a few, many."""
OUTLINE = (
    "M12 528l22 22 18-6 8 14 12 6 14-2 5-14 7-3 20 15 15-1 7 8 14-1 8 6 8-5-7-19 16-7 8-1-1 15 17 0 21-21 11 7-3 "
    "13-9-1 1 4 18-1 7 5 15-22 8 3 4 10-5 10 10 12 0 8 17 2-1 11 29 0 15-8 8 19 15 9 14-2 5 10 7-4 4 5-12 22-8 37"
    "-12 10-1 7 9 9-2 13 9 0 6-7 5 7 33 1-7-12 8-3 0-8 8 0 3-18-12-5 1-12-19 1-6-17 7-4 7 7 7-12 28-19-5-3 6-4-13"
    " 4-5-11 25-37 0-10-2-28-19-24 4-13-13-4 1-11-14-7 6-10-7-9 18-11 16 5-7-13 6-3 9 9 13 0 18 11-1-10 10 3 33-1"
    "6 7 5 17-17 0-8-21-12 0-6 9-5 2-9 14 0 22-28 12-3-7-14 8-20-13-24-8 7-39-13-1-16 12-4-9-17 11-6 44 2 5-53 20"
    "-43-5-29 7-15-3-15-16-4-5-13-22-7-10-21 2-9-22-7-70 19-18-4-1 9 9 2 0 7-12-3 2-16-46 6-47 24-22 21-7 26-9 12"
    " 5-2 5 32-1 14-8 6 11 10 23 4 11-7 9 5-16 19-1 28 9 11-30 18-4 10-43 29-5 5 1 13-26-8 20-21-9-5 7-11-10-33 1"
    "1-3 6 6 11-5 16-17-2-10-15-4-7 4-7-9 2-18-12-23-11 1-15 11-10-6-5-15-8 1-26 135-19 46-22 36-27 30-6 6-18 0-4"
    " 7 4 11 11 0-2 23-6-6-23 9 1 9-7 10-16 1-6 7 5 11 16-8 12 17 13 4 28-16-8 10 12 8-16-2-14 8 17 15 12 0 9 21-"
    "21-1-6-15-29-9 4-8-10-9-41 3zM362 252l3-3 28 1-7 8zM139 501l-12-12 19 7 12-4 2-7 5 2-8 10zM75 474l11-14 14-2"
    " 10 23 16 7-11 5-11-5-7-12zM439 23l21-2 21-8-38 3zM357 29l9 8 9-6 38-5-51-1zM284 54l7 2 41-14 14-10-56 13zM2"
    "36 94l11-3 9-12 19-11-9 1zM214 142l2 10 11-4 17-20 1-15-8-13-15 20zM0 582l11 18 16-1-1-9 12-5 25 8 6 14 15 4"
    " 27-11 28-27-7-7-7 6-15-3-13-10-2 10-18 8-54-18-21 8z"
)


def small_map(dots: Iterable[tuple[float, float, float]], label: str) -> Markup:
    """The country with a dot (x, y, radius) for each place: a line without length and with round ends."""
    by_size: dict[int, str] = {}
    for x, y, radius in dots:
        size = min(len(SIZES) - 1, int(radius - SMALLEST))
        by_size[size] = by_size.get(size, "") + f"M{x:.0f} {y:.0f}h0"
    spots = (shape(data, f"stippen-{SIZES[size]}") for size, data in sorted(by_size.items()))
    return drawing(BOX, [shape(OUTLINE, "kaart-land"), *spots], "landkaartje", label)
