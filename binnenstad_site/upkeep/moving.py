"""Gives an item another name: its file, its old address as an alias, and every reference and link to it.

In: the content, the item and its new name. Out: a `Change`.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.urls import is_slug, slugify
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
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    for entry in content.entries:
        edits[entry.document.path] += _in_fields(entry, item, slug)
        edits[entry.document.path] += _in_body(entry, old_path, new_path)
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
    move = (old_path, new_path)
    if posixpath.basename(old_path) == "index.md":  # its pictures go along
        move = (posixpath.dirname(old_path), posixpath.dirname(new_path))
    return Change(texts, move)


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


def _in_body(entry: Entry[Any], old_path: str, new_path: str) -> Iterator[Edit]:
    """The links of a text to the file that moves, or to what lies beside it in its folder."""
    here = entry.document.path
    folders = (posixpath.dirname(old_path), posixpath.dirname(new_path))
    for link in entry.body.links:
        written = link.href.partition("#")[0]
        if link.kind is not LinkKind.INSIDE or not written:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(written)))
        goes_along = posixpath.basename(old_path) == "index.md" and target.startswith(f"{folders[0]}/")
        if target != old_path and not goes_along:
            continue
        becomes = new_path if target == old_path else f"{folders[1]}/{target[len(folders[0]) + 1 :]}"
        start = folders[1] if here == old_path else posixpath.dirname(here)
        if (relative := posixpath.relpath(becomes, start)) != written:
            yield Edit(Location(here, entry.document.in_body(link.line).line, link.column), written, relative)


def _with_alias(text: str, item: Entry[Any], address: str) -> str:
    """The old address among the former ones; the new one is none any more."""
    for index, alias in enumerate(item.item.aliases):
        if alias == address:
            text = without_entry(text, item.document.locate("aliases", index), alias)
    return with_field(text, "aliases", [f"  - {item.address}"], ())
