"""The wall of one aanpak: a brick per case, filled by its evidence, with a mark for how it came out."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from binnenstad_site.drawings.svg import circle, drawing, element
from binnenstad_site.drawings.wall import CLASSES, EDGE

PER_COURSE = 8
PITCH, COURSE = 66, 30
WIDE, HIGH = 61, 25
RADIUS, INNER, ARM = 9.5, 6, 4
UNGRADED = "z-rand z-open"
"""The class of a brick whose evidence is about something else: dashed, as an announcement."""


def cases_wall(cases: Sequence[tuple[int | None, str]]) -> Markup:
    """A brick for each case, in their order: its step of evidence (None for none of its own) and its outcome.

    It is decoration: the table of outcomes by evidence says the same.
    """
    bricks = (
        element("g", [_brick(grade), _mark(outcome)], transform=f"translate({x} {y})")
        for (grade, outcome), (x, y) in zip(cases, map(_corner, range(len(cases))), strict=True)
    )
    courses = max(1, -(-len(cases) // PER_COURSE))
    return drawing((-EDGE, -EDGE, (PER_COURSE + 0.5) * PITCH, courses * COURSE), (), "gevallenmuur", over=bricks)


def case_mark(outcome: str) -> Markup:
    """The mark of an outcome alone, for a key."""
    box = (WIDE / 2 - RADIUS - EDGE, HIGH / 2 - RADIUS - EDGE, 2 * (RADIUS + EDGE), 2 * (RADIUS + EDGE))
    return drawing(box, (), "gevalmerk", over=[_mark(outcome)])


def _corner(index: int) -> tuple[int, int]:
    """The top left of a brick; every second course begins half a brick further."""
    course, place = divmod(index, PER_COURSE)
    return place * PITCH + course % 2 * PITCH // 2, course * COURSE


def _brick(grade: int | None) -> Markup:
    return element("rect", cls=UNGRADED if grade is None else CLASSES[grade], width=WIDE, height=HIGH)


def _mark(outcome: str) -> Markup:
    """A disc in the middle of the brick: full, half, crossed, or empty where nobody knows."""
    x, y = WIDE / 2, HIGH / 2
    ground = circle(x, y, RADIUS, "z-pui")
    if outcome == "gehaald":
        return ground + circle(x, y, INNER, "z-inkt")
    if outcome == "deels":
        half = f"M{x:g} {y - INNER:g}a{INNER} {INNER} 0 0 0 0 {2 * INNER}z"
        return ground + circle(x, y, INNER, "z-lijn") + element("path", cls="z-inkt", d=half)
    if outcome == "niet-gehaald":
        return ground + element(
            "path", cls="z-lijn", d=f"M{x - ARM:g} {y - ARM:g}l{2 * ARM} {2 * ARM}m0-{2 * ARM}l-{2 * ARM} {2 * ARM}"
        )
    return ground
