"""What a drawing is made of, as values: an outline is geometry, a shape is an outline with the class that colours it.

Functions take pixels at a page 1200 wide, x to the right and y down. `Shapes` is a plain tuple in the order of
painting, so `+` puts one thing on top of another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import NamedTuple, TypeVar

T = TypeVar("T")
Point = tuple[float, float]
Tenths = tuple[tuple[int, int], ...]
TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7, "Z": 0}
"""How many numbers a step of each kind takes."""
GAP = 0.4
"""Gap between the ends of the arc of a disc, which cannot be empty: invisible, and not rounded away at half size."""
ORDER = (
    *("z-aarde", "z-kamer", "z-gevel", "z-pui", "z-papier", "z-donker", "z-arcering", "z-water"),
    *("z-loof", "z-inkt", "z-t", "z-rand", "z-dun", "z-lijn", "z-t-lijn", "z-stippel"),
)
"""The classes of a merged drawing, from back to front."""


class Step(NamedTuple):
    """One step of an outline, in absolute coordinates: tenths of a pixel, so that a move is exact."""

    letter: str
    """`M`, `L`, `Q`, `C`, `A` or `Z`, as in SVG."""
    points: Tenths = ()
    """Control points if any, then the end."""
    arc: tuple[int, ...] = ()
    """Of `A`: two radii, and the flags for the large arc and for clockwise."""


Outline = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline of one or more parts in one colour."""

    cls: str
    outline: Outline


Shapes = tuple[Shape, ...]


# -- making --------------------------------------------------------------------------------------------------------


def path(*words: str | float) -> Outline:
    """An outline from SVG path data, given as text, as numbers or as both: `path("M", x, y, "h4v-3z")`."""
    steps: list[Step] = []
    start = end = (0, 0)
    for letter, numbers in _commands(words):
        if letter in "Zz":
            steps.append(Step("Z"))
            end = start
            continue
        length = LENGTHS[letter.upper()]
        for first in range(0, len(numbers), length):
            step = _step(letter, numbers[first : first + length], end)
            end = step.points[-1]
            if step.letter == "M":
                start = end
                if steps and steps[-1].letter == "M":
                    steps.pop()
            steps.append(step)
    return tuple(steps)


def _commands(words: Iterable[str | float]) -> Iterator[tuple[str, list[int]]]:
    """Each letter with the numbers that follow it, in tenths."""
    letter, numbers = "", list[int]()
    for token in chain.from_iterable(TOKEN.findall(word) if isinstance(word, str) else (word,) for word in words):
        if isinstance(token, str) and token.isalpha():
            if letter:
                yield letter, numbers
            letter, numbers = token, []
        else:
            numbers.append(_tenths(float(token)))
    if letter:
        yield letter, numbers


def _tenths(pixels: float) -> int:
    return round(round(pixels, 1) * 10)


def _step(letter: str, numbers: list[int], end: tuple[int, int]) -> Step:
    """From a step as written to one in absolute coordinates; `end` is the end of the step before it."""
    x, y = end if letter.islower() else (0, 0)
    match letter.upper():
        case "H":
            return Step("L", ((x + numbers[0], end[1]),))
        case "V":
            return Step("L", ((end[0], y + numbers[0]),))
        case "A":
            wide, high, _, large, clockwise, right, down = numbers
            return Step("A", ((x + right, y + down),), (wide, high, large // 10, clockwise // 10))
        case capital:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            return Step(capital, tuple((x + right, y + down) for right, down in pairs))


def join(groups: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    """Outlines as one outline, or shapes on top of each other."""
    return tuple(chain.from_iterable(groups))


def box(x: float, y: float, width: float, height: float) -> Outline:
    """A rectangle from its upper left corner."""
    return path("M", x, y, "h", width, "v", height, "h", -width, "z")


def disc(x: float, y: float, radius: float) -> Outline:
    """A circle around a point: one arc that all but meets its beginning, then closed."""
    return path("M", x - radius, y, "a", radius, radius, "0 1 1 0", GAP, "z")


def grid(x: float, y: float, columns: int, rows: int, cell: Point) -> Outline:
    """The lines of a grid of cells, its edge included, from its upper left corner."""
    (width, height), right, down = cell, columns * cell[0], rows * cell[1]
    upright = (path("M", x + i * width, y, "v", down) for i in range(columns + 1))
    level = (path("M", x, y + i * height, "h", right) for i in range(rows + 1))
    return join((*upright, *level))


def panes(x: float, y: float, columns: int, rows: int, size: Point, pitch: Point) -> Outline:
    """Rectangles in rows, from the upper left corner of the first; `pitch` is from one to the next."""
    return join(
        box(x + column * pitch[0], y + row * pitch[1], *size) for row in range(rows) for column in range(columns)
    )


def shape(cls: str, *outlines: str | Outline) -> Shapes:
    """One shape from outlines or path data; nothing when there is nothing to draw."""
    outline = join(path(part) if isinstance(part, str) else part for part in outlines)
    return (Shape(cls, outline),) if outline else ()


# -- placing -------------------------------------------------------------------------------------------------------


def translate(shapes: Shapes, x: float, y: float) -> Shapes:
    """Shapes moved to the right by `x` and down by `y`."""
    right, down = _tenths(x), _tenths(y)
    return _transform(shapes, lambda points: tuple([(x + right, y + down) for x, y in points]))


def scale(shapes: Shapes, factor: float) -> Shapes:
    """Shapes enlarged from their origin."""
    return _transform(shapes, lambda points: tuple([(round(x * factor), round(y * factor)) for x, y in points]), factor)


def mirror(shapes: Shapes) -> Shapes:
    """Shapes turned to look to the other side."""
    return _transform(shapes, lambda points: tuple([(-x, y) for x, y in points]), -1)


def _transform(shapes: Shapes, moved: Callable[[Tenths], Tenths], factor: float = 1) -> Shapes:
    """Every point moved; the radii of arcs by a factor, which mirrors when it is negative."""

    def resized(arc: tuple[int, ...]) -> tuple[int, ...]:
        if not arc or factor == 1:
            return arc
        wide, high, large, clockwise = arc
        return round(wide * abs(factor)), round(high * abs(factor)), large, clockwise if factor > 0 else 1 - clockwise

    return tuple(
        Shape(shape.cls, tuple([Step(letter, moved(points), resized(arc)) for letter, points, arc in shape.outline]))
        for shape in shapes
    )


def place(ground: float, *things: tuple[Shapes, *tuple[float, ...]]) -> Shapes:
    """Things that stand at y `ground`, each given as its shapes and every x where it stands."""
    return fuse(join(translate(thing, x, ground) for thing, *places in things for x in places))


def fuse(shapes: Shapes) -> Shapes:
    """Join neighbouring shapes of the same class; the order stays."""
    runs = groupby(shapes, key=lambda shape: shape.cls)
    return tuple(Shape(cls, join(shape.outline for shape in run)) for cls, run in runs)


def merge(*groups: Shapes) -> Shapes:
    """One shape for each class, from back to front; a class that is not in `ORDER` is a `ValueError`."""
    outlines: dict[str, list[Step]] = {}
    for part in chain(*groups):
        outlines.setdefault(part.cls, []).extend(part.outline)
    return tuple(Shape(cls, tuple(outlines[cls])) for cls in sorted(outlines, key=ORDER.index))
