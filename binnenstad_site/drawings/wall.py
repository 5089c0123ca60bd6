"""The evidence wall: one brick per praktijk, the strongest evidence first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

from markupsafe import Markup

from binnenstad_site.drawings.svg import drawing, element

PER_COURSE = 17
PITCH, COURSE = 31, 14.4
WIDE, HIGH = 28.2, 11.6
EDGE = 0.5
"""Room for the line around a brick."""
CLASSES = ("z-rand z-open", "z-rand", "z-rand z-vol", "z-inkt", "z-t")
"""Per grade: dashed, outlined, grey, ink, the colour of the trend."""


@cache
def brick(index: int) -> Markup:
    """The brick at a place in the wall, counted from the top left; every second course is half a brick further."""
    course, place = divmod(index, PER_COURSE)
    return element("rect", x=(place + course % 2 / 2) * PITCH, y=course * COURSE, width=WIDE, height=HIGH)


def wall(counts: Sequence[int]) -> Markup:
    """The wall for a number of praktijken per grade 0 to 4: a group of bricks per grade, the highest grade first.

    A script lays the wall again for fewer praktijken, by moving its first bricks to other groups. It is decoration: the
    sentence beside it says the same numbers.
    """
    ends = [0, *accumulate(reversed(counts))]
    groups = (
        element("g", map(brick, range(first, end)), cls)
        for cls, (first, end) in zip(reversed(CLASSES), pairwise(ends), strict=True)
    )
    courses = max(1, -(-ends[-1] // PER_COURSE))
    return drawing((-EDGE, -EDGE, (PER_COURSE + 0.5) * PITCH, courses * COURSE), (), "muur", over=groups)
