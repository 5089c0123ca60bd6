"""What a page is in the words of schema.org, as JSON-LD in the files of the API.

A file of the API is JSON-LD as well: its context knows `schema:` only, so a reader of JSON-LD sees the graph, and
passes over the fields of the item.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from binnenstad_site.core.dates import as_iso_day
from binnenstad_site.exports.opendata.release import release_of
from binnenstad_site.models import Collection
from binnenstad_site.models.items import Agendapunt, Begrip, Gemeente, MetBronnen, Praktijk, Publicatie, Verslag
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.page import last_modified
from binnenstad_site.validate.validator import Entry

CONTEXT: Mapping[str, str] = {"schema": "https://schema.org/"}
Node = dict[str, Any]
KINDS: Mapping[str, str] = {
    "praktijken": "Article",
    "aanpakken": "Article",
    "trends": "Article",
    "kansen": "CreativeWork",
    "scenarios": "CreativeWork",
    "voorspellingen": "Claim",
    "verslagen": "Report",
    "paginas": "WebPage",
    "gemeenten": "AdministrativeArea",
    "begrippen": "DefinedTerm",
    "publicaties": "CreativeWork",
    "agenda": "Event",
    "bijeenkomsten": "Event",
    "stellingen": "CreativeWork",
}
"""Collection -> what its items are. There is no type for a case: a praktijk is an article about one."""


def linked(nodes: Iterable[Node]) -> dict[str, object]:
    """The head of a file that is JSON-LD: the context and the graph."""
    return {"@context": CONTEXT, "@graph": [_prefixed(node) for node in nodes]}


def _prefixed(value: Any) -> Any:
    """Names of schema.org with their prefix, and nothing that is empty."""
    if isinstance(value, list):
        return [_prefixed(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        name if name.startswith("@") else f"schema:{name}": f"schema:{part}" if name == "@type" else _prefixed(part)
        for name, part in value.items()
        if part not in ("", None, [])
    }


def item_nodes(builder: PageBuilder, entry: Entry[BaseModel]) -> list[Node]:
    """An item and the way to its page."""
    return [item_node(builder, entry), _crumbs(builder, entry)]


def item_node(builder: PageBuilder, entry: Entry[BaseModel]) -> Node:
    """What an item is."""
    item, absolute = entry.item, builder.addresses.absolute
    address = absolute(entry.address)
    node: Node = {"@id": address, "@type": KINDS[entry.ref[0]], "url": address, "name": getattr(item, "naam", "")}
    if isinstance(item, MetBronnen):
        release = release_of(builder)
        node |= {
            "headline": item.titel,
            "description": getattr(item, "in_een_zin", ""),
            "inLanguage": "nl",
            "dateModified": last_modified([entry]),
            "license": release.licentie_url or release.licentie,
            "publisher": {"@type": "Organization", "name": release.uitgever},
            "citation": [_cited(source.titel, source.uitgever, source.url, source.datum) for source in item.bronnen],
        }
    if isinstance(item, Praktijk):
        node |= {
            "creativeWorkStatus": item.status,
            "spatialCoverage": [_area(gemeente.item) for gemeente in builder.site.gemeenten_of(item)],
            "about": [{"@id": absolute(f"/trends/{slug}/")} for slug in item.trends],
        }
    return node | _own(item)


def _own(item: BaseModel) -> Node:
    """What one kind of item has besides."""
    if isinstance(item, Agendapunt):
        place = {"@type": "Place", "name": item.plaats}
        return {"startDate": item.start, "endDate": item.eind or item.start, "location": place}
    if isinstance(item, Verslag):
        return {"datePublished": as_iso_day(item.datum) and item.datum}
    if isinstance(item, Begrip):
        return {"description": item.uitleg, "alternateName": list(item.ook)}
    if isinstance(item, Publicatie):
        return {"description": item.in_een_zin, "sameAs": item.url, "publisher": item.uitgever}
    return _area(item) if isinstance(item, Gemeente) else {}


def _area(item: Gemeente) -> Node:
    province = {"@type": "AdministrativeArea", "name": item.provincie}
    return {"@type": "AdministrativeArea", "name": item.naam, "identifier": item.code, "containedInPlace": province}


def _cited(title: str, publisher: str, url: str | None, day: str) -> Node:
    published = day if as_iso_day(day) else ""
    return {"@type": "CreativeWork", "name": title, "publisher": publisher, "url": url, "datePublished": published}


def _crumbs(builder: PageBuilder, entry: Entry[BaseModel]) -> Node:
    steps = [("Start", "/")]
    if entry.collection.list_address:
        steps.append((entry.collection.title, entry.collection.list_address))
    steps.append((str(getattr(entry.item, "naam", "")), entry.address))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": builder.addresses.absolute(address)}
            for number, (name, address) in enumerate(steps, 1)
        ],
    }


def list_nodes(builder: PageBuilder, row: Collection, entries: Sequence[Entry[BaseModel]]) -> list[Node]:
    """A list of items: a set of terms for the begrippen, what each event is for the agenda, else the names alone."""
    if row.name in {"agenda", "begrippen"}:
        return [item_node(builder, entry) for entry in entries]
    address = builder.addresses.absolute(row.list_address or "/")
    items = [
        {"@type": "ListItem", "position": number, "url": builder.addresses.absolute(entry.address)}
        for number, entry in enumerate(entries, 1)
    ]
    return [
        {
            "@id": address,
            "@type": "CollectionPage",
            "name": row.title,
            "inLanguage": "nl",
            "mainEntity": {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items},
        }
    ]
