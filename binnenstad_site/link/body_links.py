"""The links and images of items, in bodies and in a field: from relative file paths to addresses on the site."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import unquote

from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.suggestions import Suggestions, nearest
from binnenstad_site.link.references import CONTENT, ItemSlugs, ref_of_path
from binnenstad_site.link.site import copy_path
from binnenstad_site.load.documents import Library, Storage
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Foto
from binnenstad_site.validate.markdown import Link
from binnenstad_site.validate.markdown.escaping import is_outside
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


@dataclass(frozen=True)
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
    suggestions: Mapping[str, Suggestions] = field(default_factory=lambda: defaultdict(Suggestions))
    """For the messages about each file."""

    @cached_property
    def items(self) -> frozenset[Ref]:
        """The items that have a file."""
        return frozenset(self.paths.values())

    @cached_property
    def beside(self) -> Mapping[str, Sequence[str]]:
        """Folder -> names of the files beside the item in it."""
        folders: dict[str, list[str]] = {}
        for path in self.library.attachments:
            folders.setdefault(posixpath.dirname(path), []).append(posixpath.basename(path))
        return folders

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """The ways in which people name an item in a link -> its path, the first of those with the same name."""
        names: dict[str, str] = {}
        for path, ref in sorted(self.paths.items()):
            names.setdefault("/".join(ref), path)
            names.setdefault(ref[1], path)
        return names

    @cached_property
    def by_stem(self) -> Mapping[str, Sequence[str]]:
        """What people call a file -> the paths of the files that are called so."""
        stems: dict[str, list[str]] = {}
        for path in sorted(self.paths):
            stems.setdefault(_stem(path), []).append(path)
        return stems

    def resolve(self, entry: Entry[BaseModel], link: Link) -> ResolvedLink:
        """Where a link in the body of `entry` leads."""
        written, _, anchor = link.href.partition("#")
        if link.is_image and is_outside(link.href):
            hint = f"Bewaar de afbeelding {_named_in_folder(entry.document.path)}"
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
        path = self.library.misnamed.get(path, path)  # the name is told once, at the file
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
        return ResolvedLink(link.href, diagnostics=self.check_anchor(entry, entry, link, anchor))

    def to_file(self, entry: Entry[BaseModel], link: Link, path: str) -> ResolvedLink:
        """A link to a file beside an item: this item or another."""
        ref = owner_of(path)
        if (owner := self.entries.get(ref)) is not None:
            return ResolvedLink("/" + copy_path(owner, path), file=path)
        if not ref[1] or self.slugs.has(*ref):
            return replace(BROKEN, file=path)
        message = f'Het bestand "{link.href}" hoort bij geen item'
        hint = "Zet het in de map van een item."
        return replace(wrong(entry, link, Code.KAPOTTE_LINK, message, hint), file=path)

    def to_item(self, entry: Entry[BaseModel], link: Link, path: str, anchor: str) -> ResolvedLink:
        ref = self.paths.get(path)
        would_be = ref_of_path(path)
        if ref is None and (would_be in self.library.broken or would_be[0] in self.library.broken_lists):
            return BROKEN
        if ref is None and self.slugs.has(*would_be) and would_be not in self.items:
            return BROKEN  # a trend or scenario: that it is not there is reported once, for all that link to it
        if ref is None:
            written = link.href.partition("#")[0]
            hint = _outside(written) or self.hint(entry, path)
            return wrong(entry, link, Code.KAPOTTE_LINK, f'Het bestand "{written}" bestaat niet', hint)
        target = self.entries.get(ref)
        if target is None:
            return BROKEN
        if anchor and "#" not in target.address:
            problems = self.check_anchor(entry, target, link, anchor)
            return ResolvedLink(f"{target.address}#{anchor}", ref, diagnostics=problems)
        return ResolvedLink(target.address, ref)

    def no_image(self, entry: Entry[BaseModel], link: Link, written: str) -> ResolvedLink:
        message = f'De afbeelding "{written}" bestaat niet'
        return wrong(entry, link, Code.ONTBREKENDE_AFBEELDING, message, self.image_hint(entry, written))

    def image_hint(self, entry: Entry[BaseModel], written: str) -> str:
        """What to do about the name of an image that is not there."""
        here = entry.document.path
        folder = folder_of(here)
        names = [posixpath.relpath(f"{folder}/{name}", posixpath.dirname(here)) for name in self.beside.get(folder, ())]
        meant = self.suggestions[here].did_you_mean(written, names)
        return meant or f"Zet de afbeelding {_named_in_folder(here)}"

    def photo(self, entry: Entry[BaseModel], foto: Foto) -> ResolvedLink:
        """The picture that the fields of an item name: one of its own, so that its page can show it."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(entry.document.path), foto.bestand))
        path = self.library.misnamed.get(path, path)
        if path in self.library.sizes and owner_of(path) == entry.ref:
            return ResolvedLink("/" + copy_path(entry, path), file=path)
        if path in self.library.attachments and owner_of(path) == entry.ref and not path.endswith(".pdf"):
            return replace(BROKEN, file=path)  # that it cannot be shown is reported once, at the file
        place = entry.document.locate("foto", "bestand")
        message = f'De afbeelding "{foto.bestand}" bestaat niet'
        hint = self.image_hint(entry, foto.bestand)
        return ResolvedLink(diagnostics=(Diagnostic(Code.ONTBREKENDE_AFBEELDING, place, message, hint),))

    def in_list(self, entry: Entry[BaseModel], link: Link, collection: str, slug: str) -> ResolvedLink:
        """A link to one entry of a list file: `../begrippen.yaml#leegstand`."""
        if not self.slugs.has(collection, slug):
            slugs = self.slugs.by_collection[collection]
            hint = self.suggestions[entry.document.path].did_you_mean(slug, slugs, list_all=False)
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
        guess = self.suggestions[entry.document.path].nearest(_stem(path), self.by_stem)
        same = self.by_stem.get(guess, ()) if guess else ()
        if not same:
            return "Controleer de naam van het bestand."
        relative = posixpath.relpath(nearest(path, same) or same[0], posixpath.dirname(entry.document.path))
        return f'Bedoelde u "{relative}"?'

    def outside_hint(self, entry: Entry[BaseModel], written: str) -> str:
        guess = written.strip("/")
        path = self.by_name.get(guess, "")
        folder = posixpath.dirname(entry.document.path)
        example = posixpath.relpath(path or f"{CONTENT}trends/anders-werken.md", folder)
        return f"Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals {example}."

    def check_anchor(
        self, entry: Entry[BaseModel], target: Entry[BaseModel], link: Link, anchor: str
    ) -> tuple[Diagnostic, ...]:
        """What is said of a link in `entry` to a heading that `target` does not have."""
        has_sources = bool(getattr(target.item, "bronnen", ()))
        if anchor in target.body.anchors or (has_sources and anchor == "bronnen"):
            return ()
        ids = [heading.id for heading in target.body.headings] + ["bronnen"] * has_sources
        message = f'De kop "#{anchor}" staat niet in {target.document.path}'
        hint = self.suggestions[entry.document.path].did_you_mean(f"#{anchor}", [f"#{name}" for name in ids])
        return wrong(entry, link, Code.KAPOT_ANKER, message, hint or "Haal # en wat erachter staat weg.").diagnostics


def wrong(entry: Entry[BaseModel], link: Link, code: Code, message: str, hint: str) -> ResolvedLink:
    """A link without address, and what is wrong with it."""
    place = entry.document.in_body(link.line, link.column, link.end_column)
    return ResolvedLink(diagnostics=(Diagnostic(code, place, message, hint),))


def _outside(written: str) -> str:
    """What to type for an address without its beginning, which reads as the name of a file; empty when it is none."""
    if re.match(r"www\.", written, re.IGNORECASE):
        return f"Is het een webadres, typ dan https://{written}"
    return f"Is het een mailadres, typ dan mailto:{written}" if "@" in written else ""


def _stem(path: str) -> str:
    """What people call a file: its name without ending, or that of its folder."""
    return posixpath.basename(folder_of(path))


def folder_of(path: str) -> str:
    """Where the files beside an item lie, by the path of the item."""
    return posixpath.splitext(path)[0].removesuffix("/index")


def _named_in_folder(path: str) -> str:
    """Where an item keeps a picture of its own, and how it names one."""
    folder = folder_of(path)
    example = posixpath.relpath(f"{folder}/plein.jpg", posixpath.dirname(path))
    return f"in {folder}/ en noem haar hier zo: {example}."


def owner_of(path: str) -> Ref:
    """The key of the item that a file lies beside; without slug when it lies beside none."""
    return ref_of_path(posixpath.dirname(path) + ".md")
