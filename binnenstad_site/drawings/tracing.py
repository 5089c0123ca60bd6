"""Path data that can be put anywhere: written once with absolute numbers around 0,0, placed with relative ones.

The same figure at two places differs in two numbers only, so a page full of figures compresses to almost nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from binnenstad_site.drawings.shapes import number

STEP = re.compile(r"([MLHVQCAZ])([^MLHVQCAZ]*)")
NUMBER = re.compile(r"-?\d*\.?\d+")
GAP = 0.4
"""Between the ends of the arc of a circle: too little to see, enough to last where a figure is drawn at half size."""


def disc(x: float, y: float, radius: float) -> str:
    """A circle as path data, clockwise like all filled parts: one arc that all but meets its beginning, then closed."""
    r, left = number(radius), number(x - radius)
    return f"M{left} {number(y)}A{r} {r} 0 1 1 {left} {number(y + GAP)}Z"


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as path data."""
    return f"M{number(x)} {number(y)}H{number(x + width)}V{number(y + height)}H{number(x)}Z"


def placed(data: str, x: float, y: float, scale: float = 1, *, flip: bool = False) -> str:
    """Absolute path data (M L H V Q C A Z) around 0,0 as relative path data around a point, mirrored when asked."""
    (left, top), rest = _relative(data, scale, flip=flip)
    return f"M{_joined((x + left, y + top))}{rest}"


def _joined(values: tuple[float, ...]) -> str:
    words = [_short(value) for value in values]
    return words[0] + "".join(word if word.startswith("-") else f" {word}" for word in words[1:])


def _short(value: float) -> str:
    """A number without the zero before its point: `.5`, `-.5`."""
    return re.sub(r"^(-?)0\.", r"\1.", number(round(value, 1) + 0.0))


@lru_cache(maxsize=512)
def _relative(data: str, scale: float, *, flip: bool) -> tuple[tuple[float, float], str]:
    """The start, and every step after it, each relative to where the one before it ended."""
    across = -scale if flip else scale
    found: list[str] = []
    begin: tuple[float, float] | None = None
    at = start = (0.0, 0.0)
    for letter, rest in STEP.findall(data):
        values = [float(value) for value in NUMBER.findall(rest)]
        if letter == "Z":
            found.append("z")
            at = start
            continue
        points = _points(letter, values, across, scale, at)
        if letter == "M":
            if begin is None:
                begin = points[0]
            else:
                found.append(f"m{_joined(_from(at, points[0]))}")
            start = points[0]
        elif letter == "A":
            sweep = values[4] if not flip else 1 - values[4]
            radii = (round(values[0] * scale, 1), round(values[1] * scale, 1), 0.0, values[3], sweep)
            found.append(f"a{_joined((*radii, *_from(at, points[-1])))}")
        elif letter in "HV":
            found.append(f"{letter.lower()}{_short(_from(at, points[-1])[letter == 'V'])}")
        else:
            bases = [at, *points[:-1]] if letter == "L" else [at] * len(points)
            moved = [part for base, point in zip(bases, points, strict=True) for part in _from(base, point)]
            found.append(f"{letter.lower()}{_joined(tuple(moved))}")
        at = points[-1]
    return begin or at, "".join(found)


def _points(
    letter: str, values: list[float], across: float, down: float, at: tuple[float, float]
) -> list[tuple[float, float]]:
    """The points that a step names, scaled and with one decimal."""
    if letter == "H":
        return [(round(values[0] * across, 1), at[1])]
    if letter == "V":
        return [(at[0], round(values[0] * down, 1))]
    pairs = values[5:] if letter == "A" else values
    return [(round(pairs[i] * across, 1), round(pairs[i + 1] * down, 1)) for i in range(0, len(pairs), 2)]


def _from(at: tuple[float, float], point: tuple[float, float]) -> tuple[float, float]:
    return (round(point[0] - at[0], 1), round(point[1] - at[1], 1))
