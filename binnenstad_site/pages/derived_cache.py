"""Values that deriving keeps from one build to the next, by what they were made from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class DerivedCache:
    """Values by kind and name, valid for as long as what they were made from is the same.

    Entries are compared by identity and frozen values by content, so a look-up is cheap. What all values depend on
    (the date, the settings, the terms) is the `frame`: when it changes, everything is made anew.
    """

    def __init__(self) -> None:
        self._frame: object = None
        self._values: dict[tuple[str, str], tuple[object, Any]] = {}

    def begin(self, frame: object) -> None:
        """Start a build; `frame` is what everything depends on."""
        if frame != self._frame:
            self._values.clear()
            self._frame = frame

    def get(self, kind: str, name: str, key: object, produce: Callable[[], T]) -> T:
        """The value that was made from an equal `key`, or a new one."""
        cached = self._values.get((kind, name))
        if cached is None or cached[0] != key:
            cached = self._values[kind, name] = (key, produce())
        value: T = cached[1]
        return value
