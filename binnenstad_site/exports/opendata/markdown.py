"""The page of an item as Markdown: its sentence, its facts by the labels of the model, its text, and its sources.

In: an item. Out: text. The text of an item is Markdown already; here its links get full addresses, and its citations
become footnotes with the numbers of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from binnenstad_site.core.citations import CITATION, keys_of
from binnenstad_site.core.dates import day_in_words, in_words
from binnenstad_site.exports.opendata.api import has_page
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.blocks import BRONVELDEN
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.frames import COPY, StoryItem, citation_line
from binnenstad_site.validate.validator import Entry

APART = frozenset(
    {
        *("titel", "in_een_zin", "bronnen", "wijzigingen", "ingetrokken", "aliases", "kaartpunten", "volgorde"),
        "aanspreekpunt",
    }
)
"""Fields that have a place of their own, say nothing to a reader, or are for the page only."""
_NO_FACTS = APART | BRONVELDEN
_SIGNS = re.compile(r"([\\`*_\[\]<>#|])")


def markdown_copy(builder: PageBuilder, entry: Entry[StoryItem]) -> str:
    """The page as Markdown."""
    item = entry.item
    numbers = note_numbers(item)
    facts = tuple(facts_of(item, numbers))
    parts = [
        f"# {escaped(item.titel)}",
        escaped(item.in_een_zin),
        f"Gecontroleerd: {in_words(item.gecontroleerd)}. Adres: <{builder.addresses.absolute(entry.address)}>",
        *(("## Feiten", "\n".join(facts)) if facts else ()),
        citations_as_notes(with_full_links(builder, entry), numbers).strip(),
        *(("## Bronnen", "\n".join(source_lines(item))) if item.bronnen else ()),
        f"Zo kunt u dit citeren: {escaped(citation_line(builder, entry))}",
        f"Licentie: {builder.site.settings.licentie}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Text in which no sign is Markdown."""
    return _SIGNS.sub(r"\\\1", text)


def _notes(keys: tuple[str, ...], numbers: Mapping[str, int]) -> str:
    return "".join(f"[^{numbers[key]}]" for key in keys if key in numbers)


def note_numbers(item: MetBronnen, first: int = 1) -> dict[str, int]:
    """The number of each source of an item, by its key."""
    return {source.sleutel: number for number, source in enumerate(item.bronnen, first)}


def citations_as_notes(text: str, numbers: Mapping[str, int]) -> str:
    """Citations as footnotes."""
    return CITATION.sub(lambda match: _notes(keys_of(match), numbers), text)


def with_full_links(builder: PageBuilder, entry: Entry[StoryItem]) -> str:
    """The body with full addresses for what leads to a file of this project."""
    text = entry.document.body
    for key, address in builder.site.links[entry.ref].items():
        href, full = entry.body.links[key].href, builder.addresses.absolute(address)
        text = text.replace(f"]({href})", f"]({full})").replace(f"]({href} ", f"]({full} ")
    return text


def facts_of(item: BaseModel, numbers: Mapping[str, int], without: frozenset[str] = frozenset()) -> Iterator[str]:
    """A line per field of an item that is filled, deeper blocks below it; `without` are fields of the item itself."""
    return _facts(item, numbers, 0, without)


def _facts(
    block: BaseModel, numbers: Mapping[str, int], depth: int, without: frozenset[str] = frozenset()
) -> Iterator[str]:
    fields = type(block).model_fields
    for name, value in block.__dict__.items():
        if name not in _NO_FACTS and name not in without and value not in (None, (), ""):
            yield from _lines(fields[name].title or name, value, numbers, depth)


def _lines(label: str, value: object, numbers: Mapping[str, int], depth: int) -> Iterator[str]:
    """A field with its label: a value on one line, a block or a list below it."""
    head = f"{'  ' * depth}- **{escaped(label)}**"
    if isinstance(value, str | int | float):  # most are, and to ask for a model takes long
        yield f"{head}: {_value(value, numbers)}"
    elif isinstance(value, BaseModel):
        yield f"{head}{_cited(value, numbers)}"
        yield from _facts(value, numbers, depth + 1)
    elif isinstance(value, Mapping):
        yield head
        for name, part in value.items():
            yield from _lines(name, part, numbers, depth + 1)
    elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        yield head
        for number, part in enumerate(value, 1):
            yield from _lines(str(number), part, numbers, depth + 1)
    elif isinstance(value, tuple):
        yield f"{head}: {'; '.join(escaped(str(part)) for part in value)}"


def _value(value: object, numbers: Mapping[str, int]) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if "[@" not in str(value):
        return escaped(str(value))
    pieces = CITATION.split(str(value))  # words and keys in turn
    keys = (tuple(part.strip().lstrip("@") for part in piece.split(";")) for piece in pieces[1::2])
    words = [escaped(piece) for piece in pieces[::2]]
    return words[0] + "".join(f"{_notes(cited, numbers)}{text}" for cited, text in zip(keys, words[1:], strict=True))


def _cited(block: BaseModel, numbers: Mapping[str, int]) -> str:
    """The notes of a block, behind its label."""
    return "".join(_notes(block.__dict__[name], numbers) for name in sorted(BRONVELDEN & block.__dict__.keys()))


def source_lines(item: MetBronnen, first: int = 1) -> Iterator[str]:
    """The sources of an item as footnotes, numbered from `first`."""
    for number, source in enumerate(item.bronnen, first):
        url = f" <{source.url}>" if source.url else ""
        when = f"{day_in_words(source.datum)}, geraadpleegd {in_words(source.geraadpleegd)}"
        yield f"[^{number}]: {escaped(source.titel)}, {escaped(source.uitgever)}, {when}.{url}"


def llms_text(builder: PageBuilder, lists: Iterable[tuple[str, str]]) -> str:
    """`llms.txt`: what there is on the site, each page with its Markdown copy (https://llmstxt.org).

    `lists` are the addresses and titles of the other pages that have one.
    """
    site, settings, absolute = builder.site, builder.site.settings, builder.addresses.absolute
    lines = [f"# {settings.titel}", "", f"> {settings.omschrijving}", ""]
    lines += [f"Licentie: {settings.licentie}. Alle gegevens: {absolute('/open-data/')}", ""]
    for name in ("aanpakken", "trends", "scenarios", "praktijken", "verslagen", "paginas"):
        entries = {slug: entry for slug, entry in getattr(site, name).items() if has_page(entry)}
        lines += [f"## {COLLECTIONS[name].title}", ""] if entries else []
        lines += [f"- [{e.item.titel}]({absolute(e.address)}{COPY}): {e.item.in_een_zin}" for e in entries.values()]
        lines += [""] if entries else []
    lines += ["## Lijsten en gemeenten", ""]
    lines += [f"- [{title}]({absolute(address)}{COPY})" for address, title in lists] + [""]
    rows = (
        ("API", "/api/v1/index.json", "elk item als JSON en JSON-LD, met schema"),
        ("Catalogus", "/open-data/catalogus.ttl", "DCAT-AP-NL"),
        ("Codeboek", "/open-data/codeboek.md", "wat elke kolom van de tabellen betekent"),
        ("Wijzigingen", "/feeds/alles.xml", "Atom"),
    )
    lines += ["## Optional", "", *(f"- [{name}]({absolute(address)}): {what}" for name, address, what in rows), ""]
    return "\n".join(lines)
