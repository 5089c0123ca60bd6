"""The links and images in the bodies of items: from relative file paths to addresses on the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.suggestions import did_you_mean, nearest
from binnenstad_site.link.references import CONTENT, ItemSlugs, ref_of_path
from binnenstad_site.load.documents import Library, Storage
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.validate.markdown import Link
from binnenstad_site.validate.markdown.safehtml import is_outside
from binnenstad_site.validate.validator import Entry, Ref


@dataclass(frozen=True, slots=True)
class ResolvedLink:
    """Where a link leads."""

    address: str = ""
    """On the site, or a `#` with an anchor in the same text; empty when the link is wrong."""
    target: Ref | None = None
    """The item it leads to."""
    file: str = ""
    """The file beside an item that it names: its path in `content/`."""
    diagnostics: tuple[Diagnostic, ...] = ()


BROKEN = ResolvedLink("/")
"""The address for a link to an item with errors. It is never published, for the build fails."""


@dataclass(frozen=True, slots=True)
class LinkResolver:
    """Resolves the links of bodies."""

    entries: Mapping[Ref, Entry[BaseModel]]
    slugs: ItemSlugs
    library: Library
    paths: Mapping[str, Ref]
    with_page: frozenset[str]
    """Gemeenten that have a page."""
    complete: bool
    """Whether no item is broken; if one is, what it would have named is unknown."""

    def resolve(self, entry: Entry[BaseModel], link: Link) -> ResolvedLink:
        """Where a link in the body of `entry` leads."""
        written, _, anchor = link.href.partition("#")
        if link.is_image and is_outside(link.href):
            hint = "Bewaar de afbeelding in de map van dit item, naast index.md, en noem hier alleen haar naam."
            return wrong(entry, link, Code.LINK_BUITEN_INHOUD, "Deze afbeelding staat op een andere site", hint)
        if not written and not link.is_image:
            return self.within(entry, link, anchor)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(entry.document.path), unquote(written)))
        if written.startswith("/") or not path.startswith(CONTENT):
            hint = self.outside_hint(entry, written)
            message = "Hier staat een adres van de site, en geen bestand"
            if not written.startswith("/"):
                message = "Deze link wijst buiten de inhoud"
            return wrong(entry, link, Code.LINK_BUITEN_INHOUD, message, hint)
        return self.inside(entry, link, path)

    def inside(self, entry: Entry[BaseModel], link: Link, path: str) -> ResolvedLink:
        """A link to `path`, somewhere in `content/`."""
        written, _, anchor = link.href.partition("#")
        is_picture = not path.lower().endswith(".pdf")
        if path in self.library.attachments and (is_picture or not link.is_image):
            return self.to_file(entry, link, path)
        if link.is_image:
            return self.no_image(entry, link, written)
        name = path.removeprefix(CONTENT).removesuffix(".yaml")
        row = COLLECTIONS.get(name)
        if row is not None and row.storage is Storage.LIST and path == f"{CONTENT}{name}.yaml":
            return self.in_list(entry, link, name, anchor)
        return self.to_item(entry, link, path, anchor)

    def within(self, entry: Entry[BaseModel], link: Link, anchor: str) -> ResolvedLink:
        """A link to a place in the same text."""
        if not anchor:
            hint = "Zet tussen de haakjes een bestand, zoals ../trends/anders-werken.md, of haal de link weg."
            return wrong(entry, link, Code.KAPOTTE_LINK, "Deze link heeft geen adres", hint)
        return ResolvedLink(link.href, diagnostics=check_anchor(entry, entry, link, anchor))

    def to_file(self, entry: Entry[BaseModel], link: Link, path: str) -> ResolvedLink:
        """A link to a file beside an item: this item or another."""
        ref = owner_of(path)
        if (owner := self.entries.get(ref)) is not None:
            return ResolvedLink("/" + copy_path(owner, path), file=path)
        if not ref[1] or self.slugs.has(*ref):
            return replace(BROKEN, file=path)
        message = f'Het bestand "{link.href}" hoort bij geen item'
        hint = "Zet er een index.md naast, of zet het bij een item."
        return replace(wrong(entry, link, Code.KAPOTTE_LINK, message, hint), file=path)

    def to_item(self, entry: Entry[BaseModel], link: Link, path: str, anchor: str) -> ResolvedLink:
        ref = self.paths.get(path)
        would_be = ref_of_path(path)
        if ref is None and (would_be in self.library.broken or would_be[0] in self.library.broken_lists):
            return BROKEN
        if ref is None and self.slugs.has(*would_be) and would_be not in self.paths.values():
            return BROKEN  # a trend or scenario: that it is not there is reported once, for all that link to it
        if ref is None:
            written = link.href.partition("#")[0]
            hint = _outside(written) or self.hint(entry, path)
            return wrong(entry, link, Code.KAPOTTE_LINK, f'Het bestand "{written}" bestaat niet', hint)
        target = self.entries.get(ref)
        if target is None:
            return BROKEN
        if anchor and "#" not in target.address:
            problems = check_anchor(entry, target, link, anchor)
            return ResolvedLink(f"{target.address}#{anchor}", ref, diagnostics=problems)
        return ResolvedLink(target.address, ref)

    def no_image(self, entry: Entry[BaseModel], link: Link, written: str) -> ResolvedLink:
        beside = posixpath.dirname(entry.document.path)
        names = [posixpath.basename(p) for p in self.library.attachments if posixpath.dirname(p) == beside]
        hint = did_you_mean(written, names) or "Zet de afbeelding in de map van dit item, naast index.md."
        message = f'De afbeelding "{written}" bestaat niet'
        return wrong(entry, link, Code.ONTBREKENDE_AFBEELDING, message, hint)

    def in_list(self, entry: Entry[BaseModel], link: Link, collection: str, slug: str) -> ResolvedLink:
        """A link to one entry of a list file: `../begrippen.yaml#leegstand`."""
        if not self.slugs.has(collection, slug):
            hint = did_you_mean(slug, self.slugs.by_collection[collection], list_all=False)
            message = f'"{slug}" staat niet in {collection}.yaml'
            return wrong(entry, link, Code.KAPOT_ANKER, message, hint or "Zet achter # het woord uit het adres.")
        if collection == "gemeenten" and slug not in self.with_page and self.complete:
            message = f"De gemeente {slug} heeft nog geen pagina, want er staat niets over op deze site"
            return wrong(entry, link, Code.KAPOTTE_LINK, message, "Haal de link weg en houd de naam.")
        target = self.entries.get((collection, slug))
        if target is not None and collection == "begrippen" and not getattr(target.item, "uitleg", None):
            message = f'"{slug}" heeft geen uitleg en staat dus niet bij de begrippen'
            hint = "Geef het begrip een uitleg, of haal de link weg."
            return wrong(entry, link, Code.KAPOT_ANKER, message, hint)
        return ResolvedLink(target.address, target.ref) if target else BROKEN

    def hint(self, entry: Entry[BaseModel], path: str) -> str:
        guess = nearest(_stem(path), map(_stem, self.paths))
        same = sorted(p for p in self.paths if guess and _stem(p) == guess)
        if not same:
            return "Controleer de naam van het bestand."
        relative = posixpath.relpath(nearest(path, same) or same[0], posixpath.dirname(entry.document.path))
        return f'Bedoelde u "{relative}"?'

    def outside_hint(self, entry: Entry[BaseModel], written: str) -> str:
        guess = written.strip("/")
        path = next((p for p, ref in sorted(self.paths.items()) if guess in ("/".join(ref), ref[1])), "")
        folder = posixpath.dirname(entry.document.path)
        example = posixpath.relpath(path or f"{CONTENT}trends/anders-werken.md", folder)
        return f"Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals {example}."


def wrong(entry: Entry[BaseModel], link: Link, code: Code, message: str, hint: str) -> ResolvedLink:
    """A link without address, and what is wrong with it."""
    place = entry.document.in_body(link.line, link.column, link.end_column)
    return ResolvedLink(diagnostics=(Diagnostic(code, place, message, hint),))


def check_anchor(entry: Entry[BaseModel], target: Entry[BaseModel], link: Link, anchor: str) -> tuple[Diagnostic, ...]:
    """What is said of a link in `entry` to a heading that `target` does not have."""
    ids = [heading.id for heading in target.body.headings]
    if getattr(target.item, "bronnen", ()):
        ids.append("bronnen")
    if anchor in ids:
        return ()
    message = f'De kop "#{anchor}" staat niet in {target.document.path}'
    hint = did_you_mean(f"#{anchor}", [f"#{name}" for name in ids]) or "Haal # en wat erachter staat weg."
    return wrong(entry, link, Code.KAPOT_ANKER, message, hint).diagnostics


def _outside(written: str) -> str:
    """What to type for an address without its beginning, which reads as the name of a file; empty when it is none."""
    if re.match(r"www\.", written, re.IGNORECASE):
        return f"Is het een webadres, typ dan https://{written}"
    return f"Is het een mailadres, typ dan mailto:{written}" if "@" in written else ""


def _stem(path: str) -> str:
    """What people call a file: its name without ending, or that of its folder."""
    return posixpath.basename(posixpath.splitext(path)[0].removesuffix("/index"))


def owner_of(path: str) -> Ref:
    """The key of the item that a file lies beside; without slug when it lies beside none."""
    return ref_of_path(posixpath.dirname(path) + ".md")


def copy_path(entry: Entry[BaseModel], path: str) -> str:
    """Where a file beside an item goes in the output: below the address of that item."""
    return entry.address.split("#")[0].strip("/") + "/" + posixpath.basename(path)
