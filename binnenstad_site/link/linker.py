"""Stage link: every reference, body link, image and term resolved, and the `Site` built.

In: valid entries and the library. Out: the `Site` and the diagnostics. A link to an item whose file is broken is not
reported: that is the same mistake, reported once at that file.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code, Diagnostic, HasDiagnostics
from binnenstad_site.core.suggestions import Suggestions
from binnenstad_site.link.body_links import LinkResolver, ResolvedLink, owner_of
from binnenstad_site.link.references import CheckedReferences, check_references, item_slugs
from binnenstad_site.link.site import Site, copy_path
from binnenstad_site.load.documents import Library
from binnenstad_site.models import COLLECTIONS, Collection
from binnenstad_site.models.items import MetBronnen, Praktijk
from binnenstad_site.models.searchwords import ZOEKWOORDEN
from binnenstad_site.models.settings import Settings
from binnenstad_site.validate.markdown import LinkKey, LinkKind, Terms
from binnenstad_site.validate.validator import Entry, Ref


def _ordered(row: Collection, entries: Iterable[Entry[Any]]) -> dict[str, Entry[Any]]:
    return {e.slug: e for e in sorted(entries, key=lambda e: row.order(e.slug, e.item))}


@dataclass(frozen=True, slots=True)
class Linked:
    """The site, and what is wrong with what its items point to."""

    site: Site
    diagnostics: tuple[Diagnostic, ...]


def link(entries: Iterable[Entry[Any]], library: Library, settings: Settings, published: Sequence[str] = ()) -> Linked:
    """Resolve everything and build the `Site` of the valid `entries`; `published` are the addresses that ever were."""
    entries = list(entries)
    zoekwoorden = tuple(entry for entry in entries if entry.collection.name == ZOEKWOORDEN.name)
    entries = [entry for entry in entries if entry.collection.name in COLLECTIONS]
    documents = [document for document in library.documents if document.collection in COLLECTIONS]
    slugs = item_slugs(documents, library)
    valid: dict[Ref, Entry[BaseModel]] = {entry.ref: entry for entry in entries}
    broken = frozenset({document.ref for document in documents} - valid.keys()) | library.broken
    suggestions: defaultdict[str, Suggestions] = defaultdict(Suggestions)
    references = {
        entry.ref: check_references(entry.references, entry.document, slugs, suggestions[entry.document.path])
        for entry in entries
    }
    resolver = LinkResolver(
        entries=valid,
        slugs=slugs,
        library=library,
        paths={document.path: document.ref for document in documents},
        with_page=_with_page(references.values(), published),
        complete=not broken and not library.broken_lists,
        suggestions=suggestions,
    )
    links = {entry.ref: _resolve_links(entry, resolver) for entry in entries}
    resolved = [link for by_key in links.values() for link in by_key.values()]
    illustrated = [(e, e.item.foto) for e in entries if isinstance(e.item, Praktijk) and e.item.foto is not None]
    photos = [resolver.photo(entry, photo) for entry, photo in illustrated]
    owned = tuple(_owned(library, valid))
    withdrawn = tuple(e for e in entries if isinstance(e.item, MetBronnen) and e.item.ingetrokken is not None)
    away = {entry.ref for entry in withdrawn}
    ordered = {
        name: _ordered(row, [e for e in entries if e.document.collection == name and e.ref not in away])
        for name, row in COLLECTIONS.items()
    }
    site = Site(
        settings=settings,
        **ordered,
        withdrawn=withdrawn,
        broken=broken,
        backlinks=_backlinks(references, links, away),
        links={ref: {key: link.address for key, link in by_key.items()} for ref, by_key in links.items()},
        copies={copy_path(owner, path): file for path, file, owner in owned},
        sizes={copy_path(owner, path): library.sizes[path] for path, _, owner in owned if path in library.sizes},
        terms=_terms(ordered["begrippen"]),
        zoekwoorden=zoekwoorden,
        published=tuple(published),
    )
    results: tuple[HasDiagnostics, ...] = (*references.values(), *photos, *resolved)
    unused = _unused_files(owned, (*photos, *resolved)) if resolver.complete else ()
    return Linked(site, (*chain.from_iterable(result.diagnostics for result in results), *unused))


def _resolve_links(entry: Entry[BaseModel], resolver: LinkResolver) -> dict[LinkKey, ResolvedLink]:
    inside = (link for link in entry.body.links if link.kind is LinkKind.INSIDE)
    return {link.key: resolver.resolve(entry, link) for link in inside}


def _with_page(references: Iterable[CheckedReferences], published: Sequence[str]) -> frozenset[str]:
    """Gemeenten with a page: something is or was about them, or their page was published before."""
    targets = chain.from_iterable(checked.targets for checked in references)
    named = frozenset(slug for collection, slug in targets if collection == "gemeenten")
    parts = [address.strip("/").split("/") for address in published]
    return named | {part[1] for part in parts if len(part) == 2 and part[0] == "gemeenten"}


def _backlinks(
    references: Mapping[Ref, CheckedReferences], links: Mapping[Ref, Mapping[LinkKey, ResolvedLink]], away: set[Ref]
) -> dict[Ref, tuple[Ref, ...]]:
    """Item -> the items that point to it in fields or body, without itself in its body and without those `away`."""
    pairs = [(ref, target) for ref, checked in references.items() for target in checked.targets]
    for ref, by_key in links.items():
        pairs += [(ref, link.target) for link in by_key.values() if link.target and link.target != ref]
    sources: dict[Ref, set[Ref]] = {}
    for ref, target in pairs:
        sources.setdefault(target, set()).add(ref)
    return {target: tuple(sorted(refs - away)) for target, refs in sorted(sources.items())}


def _owned(library: Library, valid: Mapping[Ref, Entry[BaseModel]]) -> Iterator[tuple[str, Path, Entry[BaseModel]]]:
    """Path, file and item of every well-named file beside a valid item."""
    misnamed = frozenset(library.misnamed.values())
    for path, file in library.attachments.items():
        if path not in misnamed and (owner := valid.get(owner_of(path))) is not None:
            yield path, file, owner


def _unused_files(
    owned: Iterable[tuple[str, Path, Entry[BaseModel]]], links: Sequence[ResolvedLink]
) -> Iterator[Diagnostic]:
    """A file beside an item is named by an item; nothing is said where a picture is named that is not there."""
    used = {link.file for link in links}
    problems = chain.from_iterable(link.diagnostics for link in links)
    mistyped = {problem.location.path for problem in problems if problem.code is Code.ONTBREKENDE_AFBEELDING}
    for path, _, owner in owned:
        if path not in used and owner.document.path not in mistyped:
            message = f'Het bestand "{posixpath.basename(path)}" staat in de map, maar de tekst noemt het niet'
            hint = "Haal het bestand weg, of zet het in de tekst."
            yield Diagnostic(Code.ONGEBRUIKT_BESTAND, owner.document.in_body(1), message, hint)


def _terms(begrippen: Mapping[str, Entry[Any]]) -> Terms:
    """Every way of writing a term that has an explanation."""
    ways: dict[str, str] = {}
    for entry in begrippen.values():
        if entry.item.uitleg:
            for way in (entry.item.term, *entry.item.ook):
                ways.setdefault(way, entry.slug)
    return Terms.of(ways)
