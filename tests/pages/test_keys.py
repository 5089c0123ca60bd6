"""The key of a page decides all that it shows: whatever changes in the content, pages with equal keys are equal.

Every field of an item of each collection is changed, one at a time, and the item is taken away and withdrawn. A page
that shows something of it has another key then, or is caught here. Whoever adds a collection or a page need do nothing:
what is in `tests/basis/` is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from binnenstad_site.core.memo import Key, Memo, digest
from binnenstad_site.link.linker import link
from binnenstad_site.load.loader import load
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.blocks import Ingetrokken
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.models.pointers import references
from binnenstad_site.models.rows import LAYOUTS
from binnenstad_site.models.settings import Settings
from binnenstad_site.pages import Page, PageBuilder, content_pages, pages_over_all_pages
from binnenstad_site.validate.validator import Entry, validate_all
from tests.conftest import BASIS, TODAY

ADDRESS = "https://voorbeeld.example"
LIBRARY = load(BASIS, LAYOUTS).library
NUMBERS = count(1)
Entries = tuple[Entry[Any], ...]


def other(entry: Entry[Any], item: BaseModel, slug: str = "") -> Entry[Any]:
    """An item as if another file said so."""
    key = next(NUMBERS).to_bytes(16, "big")
    document = replace(entry.document, key=key, slug=slug or entry.document.slug)
    return replace(entry, item=item, document=document, references=tuple(references(item)))


@cache
def basis() -> Entries:
    """The small project, with some more praktijken, so that lists have rows and places."""
    entries: list[Entry[Any]] = list(validate_all(LIBRARY.documents, Memo()).entries)
    praktijken = [entry for entry in entries if entry.collection.name == "praktijken"]
    gemeenten = [entry.slug for entry in entries if entry.collection.name == "gemeenten"]
    for number, gemeente in enumerate(gemeenten[:4]):
        model = praktijken[number % len(praktijken)]
        item = model.item.model_copy(update={"titel": f"Nog een {number}", "gemeenten": (gemeente,)})
        entries.append(other(model, item, f"nog-een-{number}"))
    return tuple(entries)


def pages_of(entries: Entries) -> dict[str, Page]:
    """Every page of a site of these items, by address."""
    settings = next(entry.item for entry in entries if isinstance(entry.item, Settings))
    builder = PageBuilder(link(entries, LIBRARY, settings).site, TODAY, ADDRESS)
    pages = content_pages(builder)
    return {page.url: page for page in (*pages, *pages_over_all_pages(builder, pages, "/zoek/kern.json", "/zoek/0"))}


@cache
def shown_at_first() -> Mapping[str, tuple[bytes, bytes]]:
    """Key and digest of the context of every page."""
    return {url: (page.key, digest(page.context)) for url, page in pages_of(basis()).items()}


def stale(entries: Entries) -> list[str]:
    """Pages that show something else now, under the key that they had."""
    first = shown_at_first()
    unchanged = ((url, page) for url, page in pages_of(entries).items() if url in first and page.key == first[url][0])
    return [url for url, page in unchanged if digest(page.context) != first[url][1]]


def choices(annotation: object) -> Iterator[object]:
    """The values that an annotation allows, where it names them."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from choices(part)


def variants(value: object, annotation: object) -> Iterator[Any]:
    """Other values of the same kind, one for each thing that can be changed."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            for changed in variants(getattr(value, name), field.annotation):
                yield value.model_copy(update={name: changed})
    elif isinstance(value, Mapping):
        for name, held in value.items():
            yield from ({**value, name: changed} for changed in variants(held, annotation))
    elif isinstance(value, tuple) and value:
        yield value[:-1]
        yield from ((changed, *value[1:]) for changed in variants(value[0], annotation))
    elif isinstance(value, str):
        named = [choice for choice in choices(annotation) if choice != value]
        if named:
            yield named[0]
        elif value[:4].isdigit():
            yield f"{int(value[:4]) - 1}{value[4:]}"
        elif value:
            yield f"{value} anders"
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value + 1


def changes(entry: Entry[Any]) -> Iterator[Entry[Any] | None]:
    """The item with one thing changed, withdrawn, and gone."""
    yield from (other(entry, item) for item in variants(entry.item, None))
    sections = entry.body.sections
    if sections:
        text = replace(sections[0], text=f"{sections[0].text} anders")
        others = sections[1:-1]  # and the last is gone
        yield replace(other(entry, entry.item), body=replace(entry.body, sections=(text, *others)))
    if isinstance(entry.item, MetBronnen):
        yield other(entry, entry.item.model_copy(update={"ingetrokken": Ingetrokken(reden="Dit staat er dubbel.")}))
    yield None


def examples() -> list[Entry[Any]]:
    """The fullest item of each collection, a pagina that introduces a list, and the settings."""
    by_collection: dict[str, list[Entry[Any]]] = {}
    for entry in basis():
        if entry.collection.name in COLLECTIONS:
            by_collection.setdefault(entry.collection.name, []).append(entry)
    fullest = [
        max(entries, key=lambda entry: len(list(variants(entry.item, None)))) for entries in by_collection.values()
    ]
    others = (entry for entry in basis() if entry.ref == ("paginas", "praktijken") or isinstance(entry.item, Settings))
    return [*fullest, *others]


def _things(entry: Entry[Any]) -> int:
    """How many things can be changed."""
    return sum(1 for _ in variants(entry.item, None))


@pytest.mark.parametrize("entry", examples(), ids=lambda entry: "/".join(entry.ref))
def test_equal_keys_show_the_same(entry: Entry[Any]) -> None:
    tried = 0
    for changed in changes(entry):
        entries = (changed if one is entry else one for one in basis())
        try:
            wrong = stale(tuple(one for one in entries if one is not None))
        except (KeyError, ValueError, StopIteration, IndexError, TypeError):
            continue  # a value that the model would have refused
        tried += 1
        assert wrong == [], changed and changed.item
    assert tried > 2


def test_a_page_that_leaves_something_out_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_little(builder: PageBuilder, _parts: object) -> Key:
        return builder.key

    monkeypatch.setattr(PageBuilder, "key_of", too_little)
    monkeypatch.setattr("tests.pages.test_keys.shown_at_first", cache(shown_at_first.__wrapped__))
    entry = next(entry for entry in basis() if entry.ref == ("praktijken", "deventer-makers"))
    changed = other(entry, entry.item.model_copy(update={"titel": "Anders"}))
    wrong = stale(tuple(changed if one is entry else one for one in basis()))
    assert {"/praktijken/deventer-makers/", "/praktijken/", "/gemeenten/deventer/"} <= set(wrong)


def test_the_text_of_a_praktijk_changes_few_pages() -> None:
    """Its own page, that of its gemeente and the nota of its aanpak; no list, and not the start page."""
    entry = next(entry for entry in basis() if entry.ref == ("praktijken", "deventer-makers"))
    assert made_anew(entry, other(entry, entry.item.model_copy(update={"bewijs_reden": "Anders."}))) == [
        "/aanpakken/makers-op-proef/nota/",
        "/gemeenten/deventer/",
        "/praktijken/deventer-makers/",
    ]


def test_the_choice_for_the_start_page_changes_that_page_only() -> None:
    entry = next(entry for entry in basis() if isinstance(entry.item, Settings))
    assert made_anew(entry, other(entry, entry.item.model_copy(update={"uitgelicht": ("leiden-proef",)}))) == ["/"]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        (("trends", "anders-werken"), ["/kansen/anders-werken/", "/trends/anders-werken/"]),
        (("scenarios", "binnenstad-united"), ["/scenarios/binnenstad-united/"]),
    ],
)
def test_the_text_of_what_all_pages_name_changes_few_pages(ref: tuple[str, str], expected: list[str]) -> None:
    entry = next(entry for entry in basis() if entry.ref == ref)
    changed = replace(other(entry, entry.item), body=replace(entry.body, sections=entry.body.sections[:-1]))
    assert made_anew(entry, changed) == expected


def made_anew(entry: Entry[Any], changed: Entry[Any]) -> list[str]:
    """The pages that have another key when an item is changed."""
    pages = pages_of(tuple(changed if one is entry else one for one in basis()))
    first = shown_at_first()
    return sorted(url for url, page in pages.items() if page.key != first[url][0])
