"""Small changes of a text at known places, and of the fields above it, by which nothing else in the file moves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from binnenstad_site.core.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Edit:
    """On one line: what stands from one column to another becomes something else."""

    place: Location
    old: str
    new: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits, each of which finds its `old` text at or behind its place on that line."""
    lines = text.split("\n")
    by_line: defaultdict[int, set[tuple[int, str, str]]] = defaultdict(set)
    for edit in edits:
        by_line[edit.place.line].add((edit.place.column, edit.old, edit.new))
    for number, changes in by_line.items():
        line = lines[number - 1]
        for column, old, new in sorted(changes, reverse=True):
            at = line.find(old, column - 1)
            if at >= 0:
                line = f"{line[:at]}{new}{line[at + len(old) :]}"
        lines[number - 1] = line
    return "\n".join(lines)


def without_entry(text: str, place: Location, value: str) -> str:
    """The text without one value of a list: its line, or in `[a, b]` the value with its comma."""
    lines = text.split("\n")
    line = lines[place.line - 1]
    if re.fullmatch(rf"\s*-\s+[\"']?{re.escape(value)}[\"']?\s*", line):
        del lines[place.line - 1]
        above = lines[place.line - 2]
        below = lines[place.line - 1] if place.line - 1 < len(lines) else ""
        if re.fullmatch(r"\s*\w+:\s*", above) and not below.lstrip().startswith("- "):
            del lines[place.line - 2]  # nothing is left of the list
    else:
        value = re.escape(value)
        shorter = re.sub(
            rf"(?<=[\[ ,]){value}\s*,\s*|\s*,\s*{value}(?=\s*[\],])|(?<=\[){value}(?=\])", "", line, count=1
        )
        if re.fullmatch(r"\s*\w+:\s*\[\s*\]\s*", shorter):
            del lines[place.line - 1]
        else:
            lines[place.line - 1] = shorter
    return "\n".join(lines)


def without_row(text: str, place: Location) -> str:
    """The text of a list without the whole entry in which a place is; comments at the margin stay."""
    lines = text.split("\n")
    start = place.line - 1
    while not lines[start].startswith("- "):
        start -= 1
    end = start + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    return "\n".join(lines[:start] + lines[end:])


def with_field(text: str, name: str, rows: Iterable[str], before: Iterable[str]) -> str:
    """The text with rows in a field, which is made when it is not there: above one of `before`, or as the last."""
    lines = text.split("\n")
    end = lines.index("---", 1) if lines[0].strip() == "---" else len(lines) - (lines[-1] == "")
    head = lines[:end]
    if f"{name}:" in head:
        at = head.index(f"{name}:") + 1
        return "\n".join([*lines[:at], *rows, *lines[at:]])
    below = [number for number, line in enumerate(head) if line.partition(":")[0] in before]
    at = min(below, default=end)
    return "\n".join([*lines[:at], f"{name}:", *rows, *lines[at:]])
