"""The references in the fields of an item, found by reading its model.

A new reference field needs no code: `Refers(…)` in its annotation is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from binnenstad_site.models.texttypes import Refers

Loc = tuple[str | int, ...]
Reference = tuple[Loc, str, str]
"""Where it stands in the item, the collection it goes to, and the slug."""


@cache
def references_in(annotation: Any) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Paths to the references inside a type: `("gemeenten", "*")` leads to each value of a list, `"@"` to the keys."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        hints = get_type_hints(annotation, include_extras=True)
        return tuple(
            ((name, *path), collection)
            for name in annotation.model_fields
            for path, collection in references_in(hints[name])
        )
    if get_origin(annotation) is Annotated:
        inner, *extras = get_args(annotation)
        references = tuple(((), extra.collection) for extra in extras if isinstance(extra, Refers))
        return references or references_in(inner)
    parts = get_args(annotation)
    if get_origin(annotation) is tuple:
        return tuple((("*", *path), collection) for path, collection in references_in(parts[0]))
    if isinstance(origin := get_origin(annotation), type) and issubclass(origin, Mapping):
        keys = tuple((("@", *path), collection) for path, collection in references_in(parts[0]))
        return keys + tuple((("*", *path), collection) for path, collection in references_in(parts[1]))
    return tuple(path for part in parts if not isinstance(part, str) for path in references_in(part))


def _values(value: object, path: tuple[str, ...], loc: Loc) -> Iterator[tuple[Loc, str]]:
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
