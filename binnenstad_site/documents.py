"""Stage one, load: from a folder of files to documents that are read but not yet believed.

In: the `content/` folder and the layouts of its collections. Out: a `Library` of documents with exact positions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from binnenstad_site.diagnostics import Location


class Shape(Enum):
    """How a collection lies in `content/`."""

    MARKDOWN = "markdown"
    """A folder with one Markdown file per item, or a folder per item with `index.md` and its images."""
    YAML = "yaml"
    """A folder with one YAML file per item."""
    LIST = "list"
    """One YAML file with a list."""
    TREE = "tree"
    """A folder of Markdown files in folders, which mirror the addresses."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One item as an editor wrote it: text values and where they stand. A list file gives a document per entry.

    Compared and hashed by identity: the same file read again with the same content is the same object, so a document is a
    cache key.
    """

    path: str
    """Posix, relative to the project: `content/praktijken/x.md`."""
    collection: str
    slug: str
    fields: Mapping[str, object]
    """Field name to `str`, `tuple` of values or mapping of values; never anything YAML constructed."""
    body: str
    """Markdown below the fields, line ends as `\\n`; empty for YAML."""
    body_line: int
    """Line of the file on which the body begins, from 1."""

    def locate(self, *loc: str | int, key: bool = False) -> Location:
        """The place of a field: of its value, or of its name when `key`; the deepest part of `loc` that exists."""
        raise NotImplementedError

    def in_body(self, line: int, column: int = 1, end_column: int | None = None) -> Location:
        """The place of a line of the body (from 1) in the file."""
        return Location(self.path, self.body_line + line - 1, column, end_column)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read."""

    documents: tuple[Document, ...]
    """In order of collection, then path (list entries in the order of the file)."""
    broken: frozenset[tuple[str, str]]
    """(collection, slug) of items whose file exists but could not be read: links to them are not wrong."""
    broken_lists: frozenset[str]
    """Collections whose list file could not be read: nothing can be said about their slugs."""
    attachments: Mapping[str, Path]
    """Images and PDFs beside items: path relative to the project -> file."""
    sources: Mapping[str, str]
    """Path -> text as read, for the frames of messages."""
    files: int
    """How many files were read."""
