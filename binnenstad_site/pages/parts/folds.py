"""Lists of which a phone shows the first, and the rest when asked for; wider screens and paper show all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from binnenstad_site.core.typography import counted

T = TypeVar("T")
FEWEST_FOLDED = 3
"""Fewer are not worth a button, which takes room as well."""


@dataclass(frozen=True, slots=True)
class Gevouwen(Generic[T]):
    """The two parts of a list. `kop` is the text of the button: `Toon nog 21 praktijken`."""

    eerst: tuple[T, ...] = ()
    rest: tuple[T, ...] = ()
    kop: str = ""

    def __bool__(self) -> bool:
        return bool(self.eerst)


def fold(items: Sequence[T], first: int, one: str, more: str) -> Gevouwen[T]:
    """The first so many, and the rest when that is worth a button."""
    rest = len(items) - first
    if rest < FEWEST_FOLDED:
        return Gevouwen(tuple(items))
    return Gevouwen(tuple(items[:first]), tuple(items[first:]), f"Toon nog {counted(rest, one, more)}")
