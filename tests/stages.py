"""Single stages for tests: one document of the small project, or the whole of it up to and including linking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from binnenstad_site.core.diagnostics import Diagnostic
from binnenstad_site.core.memo import Memo
from binnenstad_site.link.linker import link
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import Document, Library
from binnenstad_site.load.front_matter import parse_file
from binnenstad_site.load.loader import load
from binnenstad_site.models import fields_in_order
from binnenstad_site.models.rows import LAYOUTS, ROWS
from binnenstad_site.models.settings import Settings
from binnenstad_site.validate.validator import validate, validate_all
from tests.conftest import BASIS

LAYOUT = {layout.name: layout for layout in LAYOUTS}
PRAKTIJK = "content/praktijken/deventer-makers.md"
KANS = "content/kansen/lege-panden.yaml"
TREND = "content/trends/anders-werken.md"
PAGINA = "content/paginas/over/index.md"


def source(path: str) -> str:
    """The text of a file of the small project."""
    return (BASIS / path).read_text(encoding="utf-8")


def line_of(text: str, piece: str, after: int = 0) -> int:
    """The line on which a piece of a text begins, from 1; the first that stands behind a place."""
    return text.count("\n", 0, text.index(piece, after)) + 1


def documents(path: str, text: str | None = None) -> tuple[Document, ...]:
    """The documents of a file of the small project, or of another text at its place."""
    name = path.split("/")[1].removesuffix(".yaml")
    return parse_file((source(path) if text is None else text).encode(), path, LAYOUT[name]).documents


def document(path: str = PRAKTIJK, *, body: str | None = None, **changes: object) -> Document:
    """The document of a file with some fields replaced (their places stay), left out (None), or with another body."""
    doc = documents(path)[0]
    values = {**doc.fields, **changes}
    order = fields_in_order(ROWS[doc.collection].model)
    names = sorted(values, key=lambda name: order.index(name) if name in order else len(order))
    fields = {name: values[name] for name in names if values[name] is not None}
    return replace(doc, fields=fields, body=doc.body if body is None else body)


def changed(path: str, old: str, new: str) -> Document:
    """The document of a file in which a piece of text, which stands there once, is another."""
    text = source(path)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return documents(path, text.replace(old, new))[0]


def diagnostics_of(doc: Document) -> tuple[Diagnostic, ...]:
    """What validating a document says."""
    return validate(doc, ROWS[doc.collection]).diagnostics


def diagnostic_of(doc: Document) -> Diagnostic:
    """The one thing that validating a document says."""
    (diagnostic,) = diagnostics_of(doc)
    return diagnostic


@dataclass(frozen=True)
class LinkedProject:
    """A project after linking."""

    site: Site
    library: Library
    diagnostics: tuple[Diagnostic, ...]
    """Of linking alone."""

    def addresses(self, collection: str, slug: str) -> dict[str, str]:
        """Where the links of an item to files of the project lead, by how they are written."""
        (entry,) = [entry for entry in self.site.all_entries() if entry.ref == (collection, slug)]
        return {entry.body.links[key].href: address for key, address in self.site.links[entry.ref].items()}

    def codes(self) -> list[tuple[str, str, int]]:
        return [(d.code.value, d.location.path, d.location.line) for d in self.diagnostics]


def linked(project: Path, published: tuple[str, ...] = (), swapped: Document | None = None) -> LinkedProject:
    """Load, validate and link a project whose settings are right; `swapped` comes in the place of one document."""
    library = load(project, LAYOUTS).library
    documents = (swapped if swapped and swapped.path == read.path else read for read in library.documents)
    library = replace(library, documents=tuple(documents))
    entries = validate_all(library.documents, Memo()).entries
    settings = next(entry.item for entry in entries if isinstance(entry.item, Settings))
    result = link(entries, library, settings, published)
    return LinkedProject(result.site, library, tuple(sorted(result.diagnostics, key=Diagnostic.sort_key)))


def inside(diagnostic: Diagnostic, sources: Mapping[str, str]) -> bool:
    """Whether the place of a diagnostic exists: the line is in the file, and the columns are on the line."""
    place = diagnostic.location
    lines = sources[place.path].split("\n")
    if not 1 <= place.line <= len(lines):
        return False
    end = len(lines[place.line - 1]) + 1
    return 1 <= place.column <= end and (place.end_column is None or place.column < place.end_column <= end)
