"""The measured drawing of a place: areas as squares at one scale, or counted things as boxes.

Only a number is drawn, never a shape: a square has the area of the thing, and a box counts for one. Sizes are pixels
where letters are 16 high; the width of a drawing is in em, so all drawings beside each other keep one scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import floor, log10, sqrt
from typing import NamedTuple

from markupsafe import Markup

from binnenstad_site.drawings.shapes import Outline, Shapes, box, join, path, shape
from binnenstad_site.drawings.svg import element, number, paint

LETTER = 16
LARGEST = 148
"""The side of the largest square: two fit beside each other on a phone."""
HATCH = 5
"""From one line of the hatching to the next, along a side."""
BOX_WIDE, BOX_HIGH = 10.0, 12.0
GAP = 4.4
ROW = 10
"""Boxes in a row, so that they can be counted by tens; a drawing that stands alone has twice as many."""
MOST_BOXES = 200
EDGE = 1
"""Room for the line around a shape."""


class Measure(NamedTuple):
    """What was measured at one time."""

    whole: float
    part: float = 0
    """What is drawn within the whole."""
    before: float = 0
    """The measure of the same thing at the time before it; 0 when there is none."""


def squares(measures: Sequence[Measure], labels: Sequence[str]) -> tuple[Markup, ...]:
    """A square for each measure with the part in its lower left corner, and the outline of the time before."""
    ratio = pixels_per_root(measures)
    return tuple(_square(measure, ratio, label) for measure, label in zip(measures, labels, strict=True))


def pixels_per_root(measures: Sequence[Measure]) -> float:
    """How long a side of 1 is: the scale that all squares share."""
    return LARGEST / sqrt(max(max(measure.whole, measure.before) for measure in measures) or 1)


def _square(measure: Measure, ratio: float, label: str) -> Markup:
    whole, part, before = (sqrt(value) * ratio for value in measure)
    ground = max(whole, before)

    def standing(side: float) -> Outline:
        """A square on the ground, from the left."""
        return box(0, ground - side, side, side)

    shapes = (
        shape("z-gevel", standing(whole))
        + (shape("maat-arcering", *hatching(part, ground)) + shape("maat-deel", standing(part)) if part else ())
        + (shape("maat-eerder", standing(before)) if before and before != whole else ())
    )
    return _svg(ground, ground, shapes, label)


def hatching(side: float, ground: float) -> Iterator[Outline]:
    """Slanting lines within a square on the ground."""
    steps = floor(side / HATCH)
    for offset in range(-steps * HATCH, (steps + 1) * HATCH, HATCH):
        length = side - abs(offset)
        if length > 1:
            yield path("M", max(0, offset), ground - max(0, -offset), "l", length, -length)


def ruler(measures: Sequence[Measure], square_metres: float, spoken: str) -> tuple[int, Markup]:
    """The scale: a round number of metres, and a bar of that length in two halves. `square_metres` are in one unit."""
    per_metre = pixels_per_root(measures) / sqrt(square_metres)
    metres = round_length(LARGEST / per_metre)
    long = metres * per_metre
    halves = shape("z-inkt", box(0, 0, long / 2, 5)) + shape("z-lijn", box(0, 0, long, 5))
    return metres, _svg(long, 5, halves, spoken.format(metres))


def round_length(longest: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 … that is at most two thirds of a length, and at least 1."""
    room = max(1.0, longest * 2 / 3)
    power = 10 ** floor(log10(room))
    return int(next(step * power for step in (5, 2, 1) if step * power <= room))


def boxes(measures: Sequence[Measure], labels: Sequence[str]) -> tuple[Markup, ...]:
    """Boxes in rows from the ground up: first the part, then the rest, then those of the time before that are gone."""
    row = ROW if len(measures) > 1 else 2 * ROW
    highest = -(-max(round(max(measure.whole, measure.before)) for measure in measures) // row)
    pitch = BOX_WIDE + GAP, BOX_HIGH + GAP
    high = highest * pitch[1] - GAP
    return tuple(
        _svg(row * pitch[0] - GAP, high, _counted(measure, row, high), label)
        for measure, label in zip(measures, labels, strict=True)
    )


def _counted(measure: Measure, row: int, high: float) -> Shapes:
    whole, part, before = map(round, measure)
    places = _places(row, high)

    def next_boxes(count: int) -> Outline:
        return join(box(x, y, BOX_WIDE, BOX_HIGH) for x, y in islice(places, count))

    return (
        shape("z-t", next_boxes(part))
        + shape("z-lijn", next_boxes(whole - part))
        + shape("maat-eerder", next_boxes(max(0, before - whole)))
    )


def _places(row: int, high: float) -> Iterator[tuple[float, float]]:
    """The upper left corner of each box: from left to right, and up."""
    for index in range(MOST_BOXES + ROW):
        up, right = divmod(index, row)
        yield right * (BOX_WIDE + GAP), high - BOX_HIGH - up * (BOX_HIGH + GAP)


def _svg(wide: float, high: float, shapes: Shapes, label: str) -> Markup:
    """A drawing of its own width in letters, with what it shows in words."""
    around = (-EDGE, -EDGE, wide + 2 * EDGE, high + 2 * EDGE)
    return element(
        "svg",
        [paint(shapes)],
        width=f"{around[2] / LETTER:.3g}em",
        viewBox=" ".join(map(number, around)),
        role="img",
        aria_label=label,
    )
