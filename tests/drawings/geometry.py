"""What tests ask of drawings: the parts of shapes, how large they are, which have a certain size; names that touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from selectolax.lexbor import LexborNode

from binnenstad_site.drawings.shapes import Outline, Shapes, path

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom."""
WINDOW = (6.4, 8.6)
"""In the street of windows."""
LETTER = 8.1
"""How wide a letter of a name is at most, on average."""


def parts(outline: Outline) -> Iterator[Outline]:
    """The parts of an outline; each begins with a move."""
    starts = [i for i, step in enumerate(outline) if step.letter == "M"]
    for start, end in pairwise([*starts, len(outline)]):
        yield outline[start:end]


def bounds(outline: Outline) -> Bounds:
    """The box around all points of an outline, control points included; a disc counts as the circle that it is."""
    points = [point for step in outline for point in step.points]
    for step in outline:
        if step.arc[2:] == (1, 1):
            (x, y), (wide, high) = step.points[-1], step.arc[:2]
            points = [*points, (x, y - high), (x + 2 * wide, y + high)]
    xs, ys = [x / 10 for x, _ in points], [y / 10 for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def by_class(shapes: Shapes) -> dict[str, Outline]:
    """Everything in each class."""
    outlines: dict[str, Outline] = {}
    for shape in shapes:
        outlines[shape.cls] = outlines.get(shape.cls, ()) + shape.outline
    return outlines


def boxes(outline: Outline, size: tuple[float, float]) -> list[Bounds]:
    """The closed parts of exactly this width and height."""
    around = (bounds(part) for part in parts(outline) if part[-1].letter == "Z")
    return [box for box in around if (round(box[2] - box[0], 1), round(box[3] - box[1], 1)) == size]


def windows_in(drawing: LexborNode, cls: str = "z-t") -> int:
    """How many windows of the street a drawing on a page has in a class."""
    return sum(len(boxes(path(node.attributes["d"] or ""), WINDOW)) for node in drawing.css(f"path.{cls}"))


def touching(names: Iterable[tuple[float, str]], gap: float = 12) -> list[tuple[str, str]]:
    """Names that would come closer to each other, or to an edge, than `gap`."""
    spans = [(x - len(name) * LETTER / 2, x + len(name) * LETTER / 2, name) for x, name in names]
    ends = [(float("-inf"), 0.0, "de linkerrand"), *spans, (1200.0, float("inf"), "de rechterrand")]
    return [(left[2], right[2]) for left, right in pairwise(ends) if right[0] - left[1] < gap]
