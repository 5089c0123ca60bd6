"""What the wording of a refused value begins with, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.suggestions import Suggestions

LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class FieldError:
    """One refused value, with what its field is called and for."""

    kind: str
    label: str
    name: str
    explanation: str
    value: Any
    context: Mapping[str, Any]
    annotation: object = None
    """Of the field."""
    may_be_unknown: bool = False
    """Whether the word `onbekend` may stand there instead."""
    in_list: bool = False
    """Whether the value is an entry of a list."""
    suggestions: Suggestions = field(default_factory=Suggestions)
    """Of the file."""


class Wording(NamedTuple):
    """What the editor reads."""

    code: Code
    message: str
    hint: str


def quoted(value: object) -> str:
    """The value between quotes, shortened when long."""
    text = str(value)
    return f'"{text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"}"'
