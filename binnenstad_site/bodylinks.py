"""The links and images in the bodies of items: from relative file paths to addresses on the site."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from pydantic import BaseModel

from binnenstad_site.diagnostics import Code, Report
from binnenstad_site.documents import Library
from binnenstad_site.markdown import Link, is_reserved_id
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.references import CONTENT, Known, ref_of_path
from binnenstad_site.suggestions import did_you_mean, nearest
from binnenstad_site.validation import Entry, Ref

Resolved = tuple[str, Ref | None]
"""The address a link gets, and the item it leads to."""
WRONG: Resolved = ("", None)
BROKEN: Resolved = ("/", None)
"""A link to an item that has errors of its own: nothing is published anyway, so any address will do."""


@dataclass(frozen=True, slots=True)
class BodyLinks:
    """Resolves the links of bodies."""

    entries: Mapping[Ref, Entry[BaseModel]]
    known: Known
    library: Library
    paths: Mapping[str, Ref]
    with_page: frozenset[str]
    """Gemeenten that have a page."""
    report: Report

    def resolve(self, entry: Entry[BaseModel], link: Link) -> Resolved:
        """The address of a link, with the item it leads to; an empty address when it is wrong (and reported)."""
        written, _, anchor = link.href.partition("#")
        if not written:
            self.check_anchor(entry, entry, link, anchor)
            return link.href, None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(entry.document.path), unquote(written)))
        if written.startswith("/") or not path.startswith(CONTENT):
            return self.wrong(
                entry, link, Code.LINK_BUITEN_INHOUD, "Deze link wijst buiten de inhoud", self.outside_hint(written)
            )
        if path in self.library.attachments:
            return "/" + copy_path(entry, path), None
        if link.is_image:
            return self.no_image(entry, link, written)
        collection = path.removeprefix(CONTENT).removesuffix(".yaml")
        if collection in COLLECTIONS and path.endswith(".yaml"):
            return self.in_list(entry, link, collection, anchor)
        return self.to_item(entry, link, path, anchor)

    def to_item(self, entry: Entry[BaseModel], link: Link, path: str, anchor: str) -> Resolved:
        ref = self.paths.get(path)
        if ref is None and ref_of_path(path) in self.library.broken:
            return BROKEN
        if ref is None:
            message = f'Het bestand "{link.href.partition("#")[0]}" bestaat niet'
            return self.wrong(entry, link, Code.KAPOTTE_LINK, message, self.hint(entry, path))
        target = self.entries.get(ref)
        if target is None:
            return BROKEN
        if anchor and "#" not in target.address:
            self.check_anchor(entry, target, link, anchor)
            return f"{target.address}#{anchor}", ref
        return target.address, ref

    def no_image(self, entry: Entry[BaseModel], link: Link, written: str) -> Resolved:
        beside = posixpath.dirname(entry.document.path)
        names = [posixpath.basename(p) for p in self.library.attachments if posixpath.dirname(p) == beside]
        hint = did_you_mean(written, names) or "Zet de afbeelding in de map van dit item, naast index.md."
        message = f'De afbeelding "{written}" bestaat niet'
        return self.wrong(entry, link, Code.ONTBREKENDE_AFBEELDING, message, hint)

    def in_list(self, entry: Entry[BaseModel], link: Link, collection: str, slug: str) -> Resolved:
        """A link to one entry of a list file: `../begrippen.yaml#leegstand`."""
        if not self.known.has(collection, slug):
            hint = did_you_mean(slug, self.known.slugs[collection], list_all=False)
            message = f'"{slug}" staat niet in {collection}.yaml'
            return self.wrong(entry, link, Code.KAPOT_ANKER, message, hint or "Zet achter # het woord uit het adres.")
        if collection == "gemeenten" and slug not in self.with_page:
            message = f"De gemeente {slug} heeft nog geen pagina, want er staat niets over op deze site"
            return self.wrong(entry, link, Code.KAPOTTE_LINK, message, "Haal de link weg en houd de naam.")
        target = self.entries.get((collection, slug))
        return (target.address, target.ref) if target else BROKEN

    def check_anchor(self, entry: Entry[BaseModel], target: Entry[BaseModel], link: Link, anchor: str) -> None:
        ids = [heading.id for heading in target.body.headings]
        if anchor not in ids and not is_reserved_id(anchor):
            message = f'De kop "#{anchor}" staat niet in {target.document.path}'
            self.wrong(
                entry, link, Code.KAPOT_ANKER, message, did_you_mean(anchor, ids) or "Haal # en wat erachter staat weg."
            )

    def hint(self, entry: Entry[BaseModel], path: str) -> str:
        guess = nearest(path, self.paths) or nearest(
            posixpath.basename(path), [posixpath.basename(p) for p in self.paths]
        )
        full = next((p for p in sorted(self.paths) if p == guess or posixpath.basename(p) == guess), "")
        here = posixpath.dirname(entry.document.path)
        return f'Bedoelde u "{posixpath.relpath(full, here)}"?' if full else "Controleer de naam van het bestand."

    def outside_hint(self, written: str) -> str:
        guess = written.strip("/")
        path = next((p for p, ref in sorted(self.paths.items()) if f"{ref[0]}/{ref[1]}" == guess), "")
        return (
            f"Verwijs naar het bestand, vanaf dit bestand gezien, zoals ../{path.removeprefix(CONTENT)}."
            if path
            else "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../trends/anders-werken.md."
        )

    def wrong(self, entry: Entry[BaseModel], link: Link, code: Code, message: str, hint: str) -> Resolved:
        self.report.add(code, entry.document.in_body(link.line, link.column, link.end_column), message, hint)
        return WRONG


def copy_path(entry: Entry[BaseModel], path: str) -> str:
    """Where a file beside an item goes in the output: below the address of that item."""
    return entry.address.split("#")[0].strip("/") + "/" + posixpath.basename(path)
