"""Where the values and names of a text of YAML stand, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Loc = tuple[str | int, ...]
"""Where a value is: names of fields and positions in lists, from 0."""


class SourceSpan(NamedTuple):
    """Where something stands; lines and columns from 0, `end` exclusive and on the same line."""

    line: int
    column: int
    end: int | None
    is_block: bool = False
    """A list or group over several lines: it has no end worth pointing at."""


@dataclass(slots=True)
class SourceSpans:
    """The places of all values and of the names of all fields."""

    values: dict[Loc, SourceSpan] = field(default_factory=dict)
    names: dict[Loc, SourceSpan] = field(default_factory=dict)
    firsts: dict[Loc, SourceSpan] = field(default_factory=dict)
    """Of each group: the place of the name of its first field."""
    last_line: int = 0
    """Nothing stands behind it."""
