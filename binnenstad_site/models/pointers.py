"""The references in the fields of an item, found by reading its model.

A new reference field needs no code: `Refers(…)` in its annotation is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from binnenstad_site.models.annotations import Path, marks_in
from binnenstad_site.models.texttypes import Refers

Loc = tuple[str | int, ...]
Reference = tuple[Loc, str, str]
"""Where it stands in the item, the collection it goes to, and the slug."""


@cache
def references_in(annotation: Any) -> tuple[tuple[Path, str], ...]:
    """Paths to the references inside a type, each with the collection that it goes to."""
    return tuple((path, mark.collection) for path, mark in marks_in(annotation, Refers))


def _values(value: object, path: Path, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if not path:
        if isinstance(value, str):
            yield loc, value
        return
    head, rest = path[0], path[1:]
    if head == "*" and isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _values(inner, rest, (*loc, index))
    elif head in ("*", "@") and isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _values(key if head == "@" else inner, rest, (*loc, key))
    elif isinstance(value, BaseModel):
        yield from _values(getattr(value, head), rest, (*loc, head))


def references(item: BaseModel) -> Iterator[Reference]:
    """Every reference in an item: where it stands, the collection it goes to and the slug."""
    for path, collection in references_in(type(item)):
        for loc, written in _values(item, path, ()):
            if collection == "*":
                to, _, slug = written.partition("/")
                yield loc, to, slug
            else:
                yield loc, collection, written
