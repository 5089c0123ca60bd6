"""Everything a reader reads of the content: the text fields and the bodies, without sources, links, slugs and codes.

For the report on spelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from binnenstad_site.checks.prose import prose_fields
from binnenstad_site.core.typography import curl
from binnenstad_site.load.documents import Document
from binnenstad_site.load.loader import load
from binnenstad_site.models.rows import LAYOUTS
from binnenstad_site.validate.markdown import parse


@dataclass(frozen=True, slots=True)
class Piece:
    """One text: of a field, or of a section of the body."""

    document: Document
    loc: tuple[str | int, ...]
    """Where the field is; empty for the body."""
    text: str

    @property
    def place(self) -> str:
        """Path and line; of the body the line on which it begins."""
        line = self.document.locate(*self.loc).line if self.loc else self.document.body_line
        return f"{self.document.path}:{line}"

    @property
    def item(self) -> tuple[str, str]:
        """The item it is of."""
        return self.document.collection, self.document.slug


def documents(project: Path) -> tuple[Document, ...]:
    """All items of a project as written."""
    return load(project, LAYOUTS).library.documents


def pieces(document: Document) -> Iterator[Piece]:
    """The texts of one item, with the quotation marks that a reader sees."""
    for loc, text in prose_fields(document):
        yield Piece(document, loc, curl(text))
    for section in parse(document.body).sections if document.body.strip() else ():
        if section.heading is not None:
            yield Piece(document, (), section.heading.text)
        yield Piece(document, (), section.text)
