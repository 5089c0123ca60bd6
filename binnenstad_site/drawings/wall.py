"""The evidence wall: one brick per praktijk, the strongest evidence first."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from binnenstad_site.drawings.shapes import drawing, path, shape

PER_COURSE = 17
PITCH, COURSE = 31, 14.4
WIDE, HIGH = 28.2, 11.6
CLASSES = ("z-rand z-open", "z-rand", "z-rand z-vol", "z-inkt", "z-t")
"""Per grade: dashed, outlined, grey, ink, the colour of the trend."""


def brick(index: int) -> str:
    """Path data of the brick at a place in the wall, counted from the top left."""
    course, place = divmod(index, PER_COURSE)
    x = place * PITCH + (course % 2) * PITCH / 2 + 0.5
    return path("M", x, course * COURSE + 0.5, "h", WIDE, "v", HIGH, "h", -WIDE, "z")


def wall(counts: Sequence[int]) -> Markup:
    """The wall for a number of praktijken per grade 0 to 4: one path per grade, so a script can lay it again.

    It is decoration: the sentence beside it says the same numbers.
    """
    paths, laid = [], 0
    for grade in range(len(CLASSES) - 1, -1, -1):
        bricks = range(laid, laid + counts[grade])
        laid += counts[grade]
        paths.append(shape("".join(map(brick, bricks)), CLASSES[grade]))
    courses = max(1, -(-laid // PER_COURSE))
    return drawing((0, 0, PER_COURSE * PITCH + PITCH / 2, courses * COURSE), paths, "muur")
