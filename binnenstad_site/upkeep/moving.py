"""Gives an item another name: its file, its old address as an alias, and every reference and link to it.

In: the content, the item and its new name. Out: a `Change`.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.urls import is_slug, slugify
from binnenstad_site.link.body_links import folder_of, owner_of
from binnenstad_site.load.documents import CONTENT
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.pointers import references
from binnenstad_site.upkeep.edits import Edit, applied, with_field, without_entry
from binnenstad_site.upkeep.survey import CannotChange, Change, Inventory, find_item, text_of
from binnenstad_site.validate.markdown import LinkKind
from binnenstad_site.validate.validator import Entry


def moved(content: Inventory, old: str, new: str) -> Change:
    """What changes when an item gets a new name. Raises `CannotChange`."""
    item = find_item(content, old)
    slug = _new_slug(item, new)
    if (
        any(entry.ref == (item.ref[0], slug) for entry in content.entries)
        or (item.ref[0], slug) in content.library.broken
    ):
        raise CannotChange(f'"{slug}" bestaat al in {CONTENT}/{item.ref[0]}/. Kies een andere naam.')
    old_path = item.document.path
    new_path = _renamed(old_path, item.slug, slug)
    moves = _moves(content, item, old_path, new_path)
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    edits[old_path] += _in_photo(item, moves)
    for entry in content.entries:
        edits[entry.document.path] += _in_fields(entry, item, slug)
        edits[entry.document.path] += _in_body(entry, moves)
    texts = {path: applied(text_of(content, path), changes) for path, changes in edits.items() if changes}
    own = texts.get(old_path, text_of(content, old_path))
    address = _address(item, slug)
    if "#" not in item.address and "aliases" in type(item.item).model_fields:
        own = _with_alias(own, item, address)
        for path in (f"{CONTENT}/omleidingen.yaml", f"{CONTENT}/site.yaml"):
            if path in content.library.sources:
                before = texts.get(path, text_of(content, path))
                after = re.sub(rf"(?<=: ){re.escape(item.address)}(?=\s*$)", address, before, flags=re.MULTILINE)
                texts |= {path: after} if after != text_of(content, path) else {}
    texts |= {old_path: own} if own != text_of(content, old_path) else {}
    return Change(texts, moves)


def _moves(content: Inventory, item: Entry[Any], old_path: str, new_path: str) -> tuple[tuple[str, str], ...]:
    """The file and the folder of its pictures; only that folder when the file is in it."""
    folders = (folder_of(old_path), folder_of(new_path))
    if posixpath.basename(old_path) == "index.md":
        return (folders,)
    beside = any(owner_of(path) == item.ref for path in content.library.attachments)
    return ((old_path, new_path), folders) if beside else ((old_path, new_path),)


def _in_photo(item: Entry[Any], moves: Sequence[tuple[str, str]]) -> Iterator[Edit]:
    """The path of its photo, where that begins with the folder that moves."""
    foto = getattr(item.item, "foto", None)
    old, new = (posixpath.basename(path) for path in moves[-1])
    if foto is not None and foto.bestand.startswith(f"{old}/"):
        yield Edit(item.document.locate("foto", "bestand"), foto.bestand, f"{new}{foto.bestand.removeprefix(old)}")


def _new_slug(item: Entry[Any], new: str) -> str:
    name = new.strip().removeprefix(f"{CONTENT}/").strip("/").removesuffix(".md").removesuffix(".yaml")
    collection, _, slug = name.rpartition("/")
    folder = item.slug.rpartition("/")[0]
    if collection not in ("", item.ref[0], f"{item.ref[0]}/{folder}".rstrip("/")):
        raise CannotChange(
            f"Een {item.collection.enkelvoud} blijft in {CONTENT}/{item.ref[0]}/; alleen de naam kan anders."
        )
    if not is_slug(slug):
        raise CannotChange(f'"{slug}" kan geen naam zijn. Bedoelde u {slugify(slug)}?')
    return f"{folder}/{slug}" if folder else slug


def _renamed(path: str, old: str, new: str) -> str:
    """The path of a file, or of the file in its folder, under another slug."""
    folder, _, rest = path.rpartition(old)
    return f"{folder}{new}{rest}"


def _address(item: Entry[Any], slug: str) -> str:
    return item.collection.address.format(slug=slug, item=item.item)


def _in_fields(entry: Entry[Any], item: Entry[Any], slug: str) -> Iterator[Edit]:
    for loc, collection, name in references(entry.item):
        if (collection, name) == item.ref and COLLECTIONS.get(collection):
            yield Edit(entry.document.locate(*loc), name, slug)


def _in_body(entry: Entry[Any], moves: Sequence[tuple[str, str]]) -> Iterator[Edit]:
    """The links of a text to what moves, or to what lies in a folder that moves."""
    here = entry.document.path
    start = posixpath.dirname(_moved(here, moves))
    for link in entry.body.links:
        written = link.href.partition("#")[0]
        if link.kind is not LinkKind.INSIDE or not written:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(written)))
        becomes = _moved(target, moves)
        if becomes != target and (relative := posixpath.relpath(becomes, start)) != written:
            yield Edit(Location(here, entry.document.in_body(link.line).line, link.column), written, relative)


def _moved(path: str, moves: Sequence[tuple[str, str]]) -> str:
    """Where a path is after the moves."""
    for old, new in moves:
        if path == old or path.startswith(f"{old}/"):
            return new + path.removeprefix(old)
    return path


def _with_alias(text: str, item: Entry[Any], address: str) -> str:
    """The old address among the former ones; the new one is none any more."""
    for index, alias in enumerate(item.item.aliases):
        if alias == address:
            text = without_entry(text, item.document.locate("aliases", index), alias)
    return with_field(text, "aliases", [f"  - {item.address}"], ())
