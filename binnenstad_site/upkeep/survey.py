"""The content as it stands, for a change of many files at once: read, validated and linked, with nothing made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from binnenstad_site.core.memo import Memo
from binnenstad_site.core.suggestions import nearest
from binnenstad_site.link.linker import link
from binnenstad_site.link.settings import find_settings
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import Library, Storage
from binnenstad_site.load.loader import load
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.rows import LAYOUTS
from binnenstad_site.validate.validator import Entry, validate_all


class CannotChange(Exception):  # noqa: N818 - a way of asking, not a failure
    """What was asked of the content cannot be done. The text is Dutch and for the editor."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything in `content/`."""

    library: Library
    entries: tuple[Entry[Any], ...]
    """Those without mistakes, the settings among them."""
    site: Site | None
    """None when the settings are wrong."""

    @property
    def has_mistakes(self) -> bool:
        """Whether a file could not be read as it should: what it names is then not known."""
        return len(self.entries) < len(self.library.documents) or bool(self.library.broken or self.library.broken_lists)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written: new texts by path, and at last the files and folders that move, from and to."""

    texts: Mapping[str, str]
    moves: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    """What the editor has to look at, in Dutch."""


def survey(root: Path) -> Inventory:
    """Read the content of a project."""
    library = load(root, LAYOUTS).library
    entries = validate_all(library.documents, Memo()).entries
    settings = find_settings(entries, library).settings
    site = link(entries, library, settings).site if settings is not None else None
    return Inventory(library, entries, site)


def find_item(content: Inventory, name: str) -> Entry[Any]:
    """The item that an editor means: by its slug, `praktijken/slug`, its file or its address. Raises `CannotChange`."""
    wanted = name.strip().removeprefix("content/").strip("/")
    wanted = wanted.removesuffix(".md").removesuffix(".yaml").removesuffix("/index")
    files = [entry for entry in content.entries if is_file_of_its_own(entry)]
    same = [entry for entry in files if wanted in (entry.slug, "/".join(entry.ref), entry.address.strip("/"))]
    if len(same) == 1:
        return same[0]
    if same:
        names = ", ".join("/".join(entry.ref) for entry in same)
        raise CannotChange(f'"{name}" is meer dan één item. Schrijf de map erbij: {names}.')
    if any(wanted in (slug, f"{collection}/{slug}") for collection, slug in content.library.broken):
        raise CannotChange(f'In "{name}" staan fouten. Verbeter die eerst: python build.py check')
    guess = nearest(wanted.rpartition("/")[2], [entry.slug for entry in files])
    hint = f' Bedoelde u "{guess}"?' if guess else ""
    raise CannotChange(f'"{name}" bestaat niet, of er staan fouten in.{hint}')


def is_file_of_its_own(entry: Entry[Any]) -> bool:
    """Whether an item can be moved or withdrawn: it has a file, and its collection is no fixed list."""
    row = COLLECTIONS.get(entry.document.collection)
    return row is not None and row.storage is not Storage.LIST and not row.closed and entry.document.entry is None


def text_of(content: Inventory, path: str) -> str:
    """The text of a file as it was read."""
    return content.library.sources[path]
