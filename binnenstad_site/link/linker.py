"""Stage three, link: every reference, body link, image and term resolved, and the `Site` built.

In: valid entries and the library. Out: the `Site`. A link to an item whose file is broken is not reported: that is the
same mistake, told once at that file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code, Report
from binnenstad_site.link.body_links import BodyLinks, copy_path, owner_of
from binnenstad_site.link.references import check_references, known_items
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import Document, Library
from binnenstad_site.models import COLLECTIONS, Collection
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.models.settings import Settings
from binnenstad_site.validate.markdown import LinkKey, LinkKind, Terms
from binnenstad_site.validate.validator import Entry, Ref


def _ordered(row: Collection, entries: Iterable[Entry[Any]]) -> dict[str, Entry[Any]]:
    return {e.slug: e for e in sorted(entries, key=lambda e: row.order(e.slug, e.item))}


def link(
    entries: Sequence[Entry[Any]],
    documents: Sequence[Document],
    library: Library,
    settings: Settings,
    published: Sequence[str],
    report: Report,
) -> Site:
    """Resolve everything and build the `Site`; `documents` are all that were read, also the invalid ones."""
    known = known_items(documents, library)
    valid: dict[Ref, Entry[BaseModel]] = {entry.ref: entry for entry in entries}
    pointing: dict[Ref, set[Ref]] = {}
    for entry in entries:
        for ref in check_references(entry.references, entry.document, known, report):
            pointing.setdefault(ref, set()).add(entry.ref)
    withdrawn = tuple(e for e in entries if isinstance(e.item, MetBronnen) and e.item.ingetrokken is not None)
    away = {entry.ref for entry in withdrawn}
    paths = {document.path: (document.collection, document.slug) for document in documents}
    broken = frozenset({(document.collection, document.slug) for document in documents} - valid.keys()) | library.broken
    complete = not broken and not library.broken_lists
    resolver = BodyLinks(valid, known, library, paths, _with_page(pointing, published), complete, report)
    links = {entry.ref: _resolve_body(entry, resolver, pointing) for entry in entries}
    ordered = {
        name: _ordered(row, [e for e in entries if e.document.collection == name and e.ref not in away])
        for name, row in COLLECTIONS.items()
    }
    return Site(
        settings=settings,
        **ordered,
        withdrawn=withdrawn,
        broken=broken,
        backlinks={ref: tuple(sorted(sources - away)) for ref, sources in sorted(pointing.items())},
        links=links,
        copies=_copies(valid, library, resolver, report),
        terms=_terms(ordered["begrippen"]),
        published=tuple(published),
    )


def _with_page(pointing: Mapping[Ref, set[Ref]], published: Sequence[str]) -> frozenset[str]:
    """Gemeenten with a page: something is or was about them, or their page was published before."""
    named = {slug for collection, slug in pointing if collection == "gemeenten"}
    parts = [address.strip("/").split("/") for address in published]
    return frozenset(named | {part[1] for part in parts if len(part) == 2 and part[0] == "gemeenten"})


def _resolve_body(entry: Entry[BaseModel], resolver: BodyLinks, pointing: dict[Ref, set[Ref]]) -> dict[LinkKey, str]:
    """The addresses of the links inside the project; what they lead to is added to `pointing`."""
    addresses: dict[LinkKey, str] = {}
    for written in entry.body.links:
        if written.kind is LinkKind.INSIDE:
            addresses[written.key], ref = resolver.resolve(entry, written)
            if ref is not None and ref != entry.ref:
                pointing.setdefault(ref, set()).add(entry.ref)
    return addresses


def _copies(
    valid: Mapping[Ref, Entry[BaseModel]], library: Library, resolver: BodyLinks, report: Report
) -> dict[str, Path]:
    """The files beside items, by where they go; one that no text names is reported."""
    copies: dict[str, Path] = {}
    for path, source in library.attachments.items():
        owner = valid.get(owner_of(path))
        if owner is None:
            continue
        copies[copy_path(owner, path)] = source
        if path not in resolver.used and resolver.complete:
            report.add(
                Code.ONGEBRUIKT_BESTAND,
                owner.document.in_body(1),
                f'Het bestand "{posixpath.basename(path)}" staat in de map, maar de tekst noemt het niet',
                "Haal het bestand weg, of zet het in de tekst.",
            )
    return copies


def _terms(begrippen: Mapping[str, Entry[Any]]) -> Terms:
    """Every way of writing a term that has an explanation."""
    ways: dict[str, str] = {}
    for entry in begrippen.values():
        if entry.item.uitleg:
            for way in (entry.item.term, *entry.item.ook):
                ways.setdefault(way, entry.slug)
    return Terms.of(ways)
