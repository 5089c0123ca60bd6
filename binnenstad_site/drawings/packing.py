"""Path data written so that it compresses: each part begins from where the one before it stood.

In a row of windows or lockers every part is then the same words again, which gzip reduces to almost nothing.
"""

from __future__ import annotations

import re

from binnenstad_site.drawings.shapes import number

STEP = re.compile(r"([MmLlHhVvQqCcAaZz])([^MmLlHhVvQqCcAaZz]*)")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
WIDTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7}
"""How many numbers a step of each kind takes."""
MOVE = re.compile(r"[Mm]-?[\d.]+(?: |(?=-))-?[\d.]+")
Point = tuple[float, float]


def packed(data: str) -> str:
    """The same drawing, with relative beginnings after the first."""
    written: list[str] = []
    at: Point = (0, 0)
    start: Point = (0, 0)
    for letter, rest in STEP.findall(data):
        numbers = [float(found) for found in NUMBER.findall(rest)]
        text = letter + rest.strip()
        if letter in "Zz":
            at = start
        elif letter == "M" and written and len(numbers) == 2:
            text, at = _moved(at, (numbers[0], numbers[1])), (numbers[0], numbers[1])
        else:
            at = _after(letter, numbers, at)
        if letter in "Mm":
            start = at
            if letter == "m" and not any(numbers):
                continue
            if len(numbers) == 2 and written and MOVE.fullmatch(written[-1]):
                text = _further(written.pop(), text)
        written.append(text)
    return "".join(written)


def _further(first: str, second: str) -> str:
    """Two moves without anything between them as one."""
    (x, y), (across, down) = (map(float, NUMBER.findall(move)) for move in (first, second))
    return first[0] + _moved((0, 0), (x + across, y + down))[1:]


def _moved(at: Point, to: Point) -> str:
    across, down = number(to[0] - at[0]), number(to[1] - at[1])
    return f"m{across}{'' if down.startswith('-') else ' '}{down}"


def _after(letter: str, numbers: list[float], at: Point) -> Point:
    """Where a step, or a series of them, ends."""
    wide, relative = WIDTHS[letter.upper()], letter.islower()
    x, y = at
    for i in range(0, len(numbers), wide):
        step = numbers[i : i + wide]
        if letter in "Hh":
            x = x + step[0] if relative else step[0]
        elif letter in "Vv":
            y = y + step[0] if relative else step[0]
        else:
            x, y = (x + step[-2], y + step[-1]) if relative else (step[-2], step[-1])
    return round(x, 2), round(y, 2)
