"""The line of content that a message is about, with marks under the columns.

In: a line of content and columns in characters. Out: two lines of text of a width that fits a screen, without anything
that a terminal or a workflow runner would obey.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

WIDTH = 100
"""Of a drawn line, in columns of the screen."""
LEAD = 40
"""Columns kept before the mark when a line is cut."""
LONGEST = 4_000
"""Characters of a line that are looked at, around the mark."""
TAB = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """A line and the marks under it."""

    text: str
    carets: str


def safe(text: str) -> str:
    """The text on one line, without control characters and without what a workflow runner takes for a command."""
    if not text.isprintable():
        text = "".join(_shown(char) for char in text)
    return text.replace("##[", "#♯[")


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"


def _width(char: str) -> int:
    """How many columns of the screen a character takes."""
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _cells(line: str) -> tuple[list[str], list[int]]:
    """What to draw for each character, and the column of the screen on which each begins (and the last ends)."""
    if line.isascii() and line.isprintable():
        return list(line), list(range(len(line) + 1))
    cells: list[str] = []
    widths: list[int] = []
    column = 0
    for char in line:
        cell = " " * (TAB - column % TAB) if char == "\t" else _shown(char)
        cells.append(cell)
        widths.append(len(cell) if char == "\t" else _width(cell))
        column += widths[-1]
    return cells, list(accumulate(widths, initial=0))


def frame(line: str, column: int, end_column: int | None) -> Frame:
    """Draw `line` with marks under the columns from `column` to `end_column` (exclusive), counted from 1."""
    if len(line) > LONGEST:
        cut = max(column - 1 - LONGEST // 2, 0)
        line, column, end_column = line[cut : cut + LONGEST], column - cut, end_column and end_column - cut
    cells, columns = _cells(line)
    length = len(cells)
    start = min(column - 1, length)
    stop = min(max((end_column or column + 1) - 1, start), length)
    first, last = 0, length
    if columns[length] > WIDTH:
        first = bisect_left(columns, columns[start] - LEAD)
        last = max(bisect_right(columns, columns[first] + WIDTH) - 1, first)
    before, after = "…" if first > 0 else "", "…" if last < length else ""
    text = "".join((before, *cells[first:last], after)).rstrip()
    indent = len(before) + columns[start] - columns[first]
    carets = max(columns[min(stop, last)] - columns[start], 1)
    return Frame(text.replace("##[", "#♯["), " " * indent + "^" * carets)
