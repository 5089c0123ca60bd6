"""The references in the fields of items, found by reading the models, and which of them exist.

A new reference field needs no code here: `Refers(…)` in its annotation is enough.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from binnenstad_site.diagnostics import Code, Report
from binnenstad_site.documents import Document, Library
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.texttypes import Refers
from binnenstad_site.suggestions import did_you_mean
from binnenstad_site.validation import Ref

Loc = tuple[str | int, ...]
CONTENT = "content/"


@dataclass(frozen=True, slots=True)
class Known:
    """Which items there are, whether or not they are valid."""

    slugs: Mapping[str, frozenset[str]]
    """Collection -> slugs."""
    uncertain: frozenset[str]
    """Collections whose list could not be read: any slug may exist."""

    def has(self, collection: str, slug: str) -> bool:
        return collection in self.uncertain or slug in self.slugs.get(collection, frozenset())


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
        own = tuple(((), extra.collection) for extra in extras if isinstance(extra, Refers))
        return own or references_in(inner)
    parts = get_args(annotation)
    if get_origin(annotation) is tuple:
        return tuple((("*", *path), collection) for path, collection in references_in(parts[0]))
    if isinstance(origin := get_origin(annotation), type) and issubclass(origin, Mapping):
        keys = tuple((("@", *path), collection) for path, collection in references_in(parts[0]))
        return keys + tuple((("*", *path), collection) for path, collection in references_in(parts[1]))
    return tuple(found for part in parts if not isinstance(part, str) for found in references_in(part))


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


def references(item: BaseModel) -> Iterator[tuple[Loc, str, str]]:
    """Every reference in an item: where it stands, the collection it goes to and the slug."""
    for path, collection in references_in(type(item)):
        for loc, written in _values(item, path, ()):
            if collection == "*":
                to, _, slug = written.partition("/")
                yield loc, to, slug
            else:
                yield loc, collection, written


def known_items(documents: Iterable[Document], library: Library) -> Known:
    """All slugs, of valid, invalid and unreadable items alike."""
    slugs: dict[str, set[str]] = {name: set() for name in COLLECTIONS}
    for document in documents:
        slugs.setdefault(document.collection, set()).add(document.slug)
    for collection, slug in library.broken:
        slugs.setdefault(collection, set()).add(slug)
    return Known({name: frozenset(found) for name, found in slugs.items()}, library.broken_lists)


def check_references(item: BaseModel, document: Document, known: Known, report: Report) -> Iterator[Ref]:
    """The items that `item` points to in its fields; what does not exist is reported at its line."""
    for loc, collection, slug in references(item):
        if collection not in COLLECTIONS:
            report.add(
                Code.ONBEKENDE_VERWIJZING,
                document.locate(*loc),
                f'"{collection}/{slug}" wijst naar een collectie die niet bestaat',
                did_you_mean(collection, COLLECTIONS),
            )
        elif known.has(collection, slug):
            yield collection, slug
        else:
            report.add(
                Code.ONBEKENDE_VERWIJZING,
                document.locate(*loc),
                f'"{slug}" staat niet in {CONTENT}{collection}',
                did_you_mean(slug, known.slugs[collection])
                or f"Schrijf de bestandsnaam zonder uitgang van een bestand in {CONTENT}{collection}.",
            )


def ref_of_path(path: str) -> Ref:
    """The key that a file in `content/` would have: `content/paginas/over/index.md` is `("paginas", "over")`."""
    inside = path.removeprefix(CONTENT)
    stem = posixpath.splitext(inside)[0].removesuffix("/index")
    collection, _, slug = stem.partition("/")
    return collection, slug
