"""Lists and the pages of gemeenten as Markdown: their text, and each item on them with a link to its own copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from binnenstad_site.core.outputs import Output
from binnenstad_site.exports.opendata.api import has_page
from binnenstad_site.exports.opendata.markdown import copy_path, escaped, facts_of, source_lines, sources_of, text_of
from binnenstad_site.models import COLLECTIONS, Collection
from binnenstad_site.models.items import Gemeente, Named, Trend
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.kansen import kansen_address
from binnenstad_site.validate.validator import Entry

LISTED = tuple(row for row in COLLECTIONS.values() if row.list_address)
"""Collections with a list."""
SENTENCES = ("in_een_zin", "uitleg", "eerste_stap", "uitspraak")
"""Fields that say of an item what it is; the first that is filled counts."""


def list_copies(builder: PageBuilder) -> Iterator[Output]:
    """The copy of each list, of the kansen of each trend, and of the page of each gemeente."""
    for row in LISTED:
        yield Output(copy_path(row.list_address), _list(builder, row).encode())
    for trend in builder.site.trends.values():
        yield Output(copy_path(kansen_address(trend)), _kansen(builder, trend).encode())
    for town in builder.towns.with_page.values():
        yield Output(copy_path(town.address), _town(builder, town).encode())


def list_copy_paths(builder: PageBuilder) -> Iterator[str]:
    """Their paths."""
    yield from (copy_path(row.list_address) for row in LISTED)
    yield from (copy_path(kansen_address(trend)) for trend in builder.site.trends.values())
    yield from (copy_path(town.address) for town in builder.towns.with_page.values())


def entries_on(builder: PageBuilder, row: Collection) -> Mapping[str, Entry[Named]]:
    """What a list names: of the gemeenten those with a page, of the begrippen those that are explained."""
    if row.name == "gemeenten":
        return builder.towns.with_page
    entries: Mapping[str, Entry[Named]] = getattr(builder.site, row.name)
    if row.name == "begrippen":
        return {slug: entry for slug, entry in builder.site.begrippen.items() if entry.item.uitleg}
    return entries


def _list(builder: PageBuilder, row: Collection) -> str:
    intro, entries = builder.site.paginas.get(row.name), entries_on(builder, row)
    parts = [
        f"# {escaped(intro.item.titel if intro else row.title)}",
        *((escaped(intro.item.in_een_zin), text_of(builder, intro)) if intro else ()),
        _address(builder, row.list_address),
        f"## {escaped(row.title)} ({len(entries)})",
        _rows(builder, entries.values()),
        *(("## Bronnen", sources_of(intro.item)) if intro and intro.item.bronnen else ()),
    ]
    return _page(builder, parts)


def _kansen(builder: PageBuilder, trend: Entry[Trend]) -> str:
    parts = [f"# Kansen bij {escaped(trend.item.titel)}", _address(builder, kansen_address(trend))]
    for entry in builder.site.kansen_of(trend.ref):
        parts += [f"## {escaped(entry.item.titel)}", facts_of(entry.item, cited=False)]
        parts += ["\n".join(f"- Bron: {line}" for line in source_lines(entry.item))]
    return _page(builder, parts)


def _town(builder: PageBuilder, entry: Entry[Gemeente]) -> str:
    site = builder.site
    meetings = (*site.verslagen_of(entry.ref), *site.bijeenkomsten_of(entry.ref))
    parts = [
        f"# {escaped(entry.item.naam)}",
        _address(builder, entry.address),
        "## Feiten",
        facts_of(entry.item),
    ]
    for title, entries in (("Praktijken", site.praktijken_of(entry.ref)), ("Bijeenkomsten", meetings)):
        parts += [f"## {title} ({len(entries)})", _rows(builder, entries)] if entries else []
    return _page(builder, parts)


def _rows(builder: PageBuilder, entries: Iterable[Entry[Named]]) -> str:
    return "\n".join(_row(builder, entry) for entry in entries)


def _row(builder: PageBuilder, entry: Entry[Named]) -> str:
    copied = has_page(entry) or entry.collection.name == "gemeenten"
    address = builder.addresses.absolute(f"/{copy_path(entry.address)}" if copied else entry.address)
    sentence = next((text for name in SENTENCES if (text := getattr(entry.item, name, ""))), "")
    return f"- [{escaped(entry.item.naam)}]({address}){f': {escaped(sentence)}' if sentence else ''}"


def _address(builder: PageBuilder, address: str) -> str:
    return f"Adres: <{builder.addresses.absolute(address)}>"


def _page(builder: PageBuilder, parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in (*parts, f"Licentie: {builder.site.settings.licentie}") if part) + "\n"
