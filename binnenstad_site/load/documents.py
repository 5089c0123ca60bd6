"""Values before validation: documents with exact positions, and the library of all of them.

They are made by `front_matter`, of one file, and by `loader`, of all of `content/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from binnenstad_site.core.budgets import Budget
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.memo import Key
from binnenstad_site.core.urls import is_slug, slugify
from binnenstad_site.load.yamltext import MOST_NODES, Loc, SourcePositions

CONTENT = "content"
"""The folder of all content, relative to the project."""
NOWHERE = SourcePositions("")
"""For a document that was not read from a file: everything is at its beginning."""


class Size(NamedTuple):
    """Of a picture, in pixels."""

    width: int
    height: int


class Storage(Enum):
    """How a collection lies in `content/`."""

    MARKDOWN = "markdown"
    """A folder with one Markdown file per item, and its images in a folder of the same name. That folder may also hold
    the item itself, as `index.md`."""
    YAML = "yaml"
    """A folder with one YAML file per item."""
    LIST = "list"
    """One YAML file with a list."""
    TREE = "tree"
    """A folder of Markdown files in folders, which mirror the addresses."""
    FILE = "file"
    """One YAML file that is one item."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a collection lies and what its files may hold."""

    name: str
    """Folder, or file without `.yaml`."""
    storage: Storage
    slug_from: str = ""
    """For a list: the field that gives the slug; without it entries are numbered from 1."""
    entries: Budget | None = None
    """For a list: how many entries it may have."""

    @property
    def max_bytes(self) -> int:
        return (2048 if self.storage is Storage.LIST else 512) * 1024

    @property
    def max_nodes(self) -> int:
        """Fields and values in one file; the 342 gemeenten have some 11,000."""
        return 20_000 if self.storage is Storage.LIST else MOST_NODES

    @property
    def is_markdown(self) -> bool:
        return self.storage in {Storage.MARKDOWN, Storage.TREE}

    @property
    def is_folder(self) -> bool:
        return self.is_markdown or self.storage is Storage.YAML

    @property
    def extension(self) -> str:
        return ".md" if self.is_markdown else ".yaml"

    @property
    def path(self) -> str:
        """The folder or file, relative to the project."""
        return f"{CONTENT}/{self.name}" if self.is_folder else f"{CONTENT}/{self.name}.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One item as an editor wrote it: text values and where they stand. A list file gives a document per entry.

    Compared by identity; documents with the same `key` are equal in everything.
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
    positions: SourcePositions = NOWHERE
    """Where the fields stand."""
    entry: int | None = None
    """For an entry of a list: its position in the file, from 0."""
    reported: frozenset[Loc] = frozenset()
    """Fields about which loading already said what is wrong."""
    key: Key = b""
    """A digest of the file and of its place in it; empty for a document that was not read from a file."""

    @property
    def ref(self) -> tuple[str, str]:
        """(collection, slug): how items point to each other."""
        return (self.collection, self.slug)

    def already_reported(self, *loc: str | int) -> bool:
        """Whether something was said about a field, or about what it is part of, so that nothing more need be."""
        return any(loc[:length] in self.reported for length in range(len(loc) + 1)) if self.reported else False

    def locate(self, *loc: str | int, key: bool = False) -> Location:
        """The place of a field: of its value, or of its name when `key`; the deepest part of `loc` that exists."""
        base = () if self.entry is None else (self.entry,)
        place = self.positions.find(loc, base, key=key) or (self.positions.start(base) if base else None)
        if place is not None:
            return Location(self.path, *place)
        return Location(self.path, 1, 1, 4) if self.positions.first_line > 1 else Location(self.path)

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
    """Collections of which some slugs are not known, because their file or folder could not be read."""
    attachments: Mapping[str, Path]
    """Images and PDFs beside items: path relative to the project -> file."""
    sources: Mapping[str, str]
    """Path -> text as read, for the frames of messages."""
    files: int
    """How many files of text were read."""
    sizes: Mapping[str, Size] = field(default_factory=dict)
    """The attachments that are pictures: path -> size, as the site shows them."""
    misnamed: Mapping[str, str] = field(default_factory=dict)
    """Attachments with a name that cannot be in an address: the path they should have -> the path they have."""


def slug_of(path: str, layout: Layout) -> str:
    """The slug that a file has by its path; of a bad name, the slug of the name it should have."""
    if not layout.is_folder:
        return layout.name
    *folders, name = path[len(layout.path) + 1 :].split("/")
    stem = name.rpartition(".")[0] or name
    parts = folders if folders and stem == "index" else [*folders, stem]
    return "/".join(part if is_slug(part) else slugify(part) for part in parts)
