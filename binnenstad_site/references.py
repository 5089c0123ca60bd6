"""Which of the references in the fields of items exist, and what is said of the others."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from binnenstad_site.diagnostics import Code, Report
from binnenstad_site.documents import Document, Library
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.pointers import Reference
from binnenstad_site.suggestions import did_you_mean
from binnenstad_site.validation import Ref

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


def known_items(documents: Iterable[Document], library: Library) -> Known:
    """All slugs, of valid, invalid and unreadable items alike."""
    slugs: dict[str, set[str]] = {name: set() for name in COLLECTIONS}
    for document in documents:
        slugs.setdefault(document.collection, set()).add(document.slug)
    for collection, slug in library.broken:
        slugs.setdefault(collection, set()).add(slug)
    return Known({name: frozenset(found) for name, found in slugs.items()}, library.broken_lists)


def check_references(found: Iterable[Reference], document: Document, known: Known, report: Report) -> Iterator[Ref]:
    """The items that references lead to; what does not exist is reported at its line in `document`."""
    for loc, collection, slug in found:
        if collection not in COLLECTIONS:
            written = f"{collection}/{slug}" if slug else collection
            meant = [f"{name}/{collection}" for name in COLLECTIONS if not slug and known.has(name, collection)]
            report.add(
                Code.ONBEKENDE_VERWIJZING,
                document.locate(*loc),
                f'"{written}" begint niet met een collectie die bestaat',
                f'Bedoelde u "{meant[0]}"?' if meant else did_you_mean(collection, COLLECTIONS),
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
