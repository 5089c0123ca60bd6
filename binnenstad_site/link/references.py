"""Which of the references in the fields of items exist, and what is said of the others."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.suggestions import Suggestions, enumerate_words
from binnenstad_site.load.documents import Document, Library, Storage
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.pointers import Reference
from binnenstad_site.validate.validator import Ref

CONTENT = "content/"


@dataclass(frozen=True, slots=True)
class ItemSlugs:
    """Which items there are, whether or not they are valid."""

    by_collection: Mapping[str, frozenset[str]]
    uncertain: frozenset[str]
    """Collections whose list could not be read: any slug may exist."""

    def has(self, collection: str, slug: str) -> bool:
        return collection in self.uncertain or slug in self.by_collection.get(collection, frozenset())


@dataclass(frozen=True, slots=True)
class CheckedReferences:
    """The items that references lead to, and what is wrong with the other references."""

    targets: tuple[Ref, ...]
    diagnostics: tuple[Diagnostic, ...]


def item_slugs(documents: Iterable[Document], library: Library) -> ItemSlugs:
    """All slugs, of valid, invalid and unreadable items alike."""
    slugs: dict[str, set[str]] = {name: set() for name in COLLECTIONS}
    for document in documents:
        slugs.setdefault(document.collection, set()).add(document.slug)
    for collection, slug in library.broken:
        slugs.setdefault(collection, set()).add(slug)
    for row in COLLECTIONS.values():
        slugs[row.name].update(row.closed)  # that one of these is not there is reported once, for all that name it
    return ItemSlugs({name: frozenset(names) for name, names in slugs.items()}, library.broken_lists)


def check_references(
    references: Iterable[Reference], document: Document, slugs: ItemSlugs, suggestions: Suggestions | None = None
) -> CheckedReferences:
    """Check each reference in `document`; what does not exist is reported at its line.

    The documents of one file share their `suggestions`.
    """
    suggestions = suggestions or Suggestions()
    targets: list[Ref] = []
    diagnostics: list[Diagnostic] = []
    for loc, collection, slug in references:
        if collection in COLLECTIONS and slugs.has(collection, slug):
            targets.append((collection, slug))
        else:
            explain = _no_item if collection in COLLECTIONS else _no_collection
            message, hint = explain(collection, slug, slugs, suggestions)
            diagnostics.append(Diagnostic(Code.ONBEKENDE_VERWIJZING, document.locate(*loc), message, hint))
    return CheckedReferences(tuple(targets), tuple(diagnostics))


def _no_collection(collection: str, slug: str, slugs: ItemSlugs, suggestions: Suggestions) -> tuple[str, str]:
    """Message and hint about a reference whose first part is no collection; without slug it has one part only."""
    if not slug:
        meant = next((f"{name}/{collection}" for name in COLLECTIONS if slugs.has(name, collection)), "")
        hint = f'Bedoelde u "{meant}"?' if meant else "Schrijf map/bestand, zoals trends/anders-werken."
        return f'Voor "{collection}" ontbreekt de naam van de map', hint
    guess = suggestions.nearest(collection, COLLECTIONS)
    hint = f'Bedoelde u "{guess}/{slug}"?' if guess else f"Kies uit: {enumerate_words(COLLECTIONS)}."
    return f'"{collection}/{slug}" begint niet met een map die bestaat', hint


@lru_cache(maxsize=64)
def _in_order(slugs: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(slugs))


def _no_item(collection: str, slug: str, slugs: ItemSlugs, suggestions: Suggestions) -> tuple[str, str]:
    """Message and hint about a reference to an item that is not there."""
    row = COLLECTIONS[collection]
    is_list = row.storage is Storage.LIST
    place = f"{CONTENT}{collection}" + (".yaml" if is_list else "")
    hint = suggestions.did_you_mean(slug, _in_order(slugs.by_collection[collection]))
    if " - " in slug:  # dashes that stand too far to the right are read as text
        hint = "Zet de streepjes van de lijst recht onder elkaar, elk op een eigen regel."
    elif not hint and is_list:
        hint = f"Schrijf wat in {place} achter {row.slug_from}: staat, in kleine letters met koppeltekens."
    return f'"{slug}" staat niet in {place}', hint or f"Schrijf de naam van een bestand in {place}, zonder uitgang."


def ref_of_path(path: str) -> Ref:
    """The key that a file in `content/` would have: `content/paginas/over/index.md` is `("paginas", "over")`."""
    inside = path.removeprefix(CONTENT)
    stem = posixpath.splitext(inside)[0].removesuffix("/index")
    collection, _, slug = stem.partition("/")
    return collection, slug
