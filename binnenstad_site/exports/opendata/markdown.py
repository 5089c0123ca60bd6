"""The page of an item as Markdown: its sentence, its facts by the labels of the model, its text, and its sources.

In: an item. Out: text. The text of an item is Markdown already; here its links get full addresses, and its citations
become footnotes with the numbers of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from binnenstad_site.core.citations import CITATION, keys_of
from binnenstad_site.core.dates import day_in_words, in_words
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.blocks import BRONVELDEN
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.frames import StoryItem, citation_line
from binnenstad_site.validate.validator import Entry

APART = frozenset(
    {
        *("titel", "in_een_zin", "bronnen", "wijzigingen", "ingetrokken", "aliases", "kaartpunten", "volgorde"),
        "aanspreekpunt",
    }
)
"""Fields that have a place of their own, say nothing to a reader, or are for the page only."""
_SIGNS = re.compile(r"([\\`*_\[\]<>#|])")


def markdown_copy(builder: PageBuilder, entry: Entry[StoryItem]) -> str:
    """The page as Markdown."""
    item = entry.item
    numbers = {source.sleutel: number for number, source in enumerate(item.bronnen, 1)}
    facts = tuple(_facts(item, numbers, 0))
    parts = [
        f"# {_plain(item.titel)}",
        _plain(item.in_een_zin),
        f"Gecontroleerd: {in_words(item.gecontroleerd)}. Adres: <{builder.addresses.absolute(entry.address)}>",
        *(("## Feiten", "\n".join(facts)) if facts else ()),
        _noted(_linked(builder, entry), numbers).strip(),
        *(("## Bronnen", "\n".join(_sources(item))) if item.bronnen else ()),
        f"Zo kunt u dit citeren: {_plain(citation_line(builder, entry))}",
        f"Licentie: {builder.site.settings.licentie}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain(text: str) -> str:
    """Text in which no sign is Markdown."""
    return _SIGNS.sub(r"\\\1", text)


def _notes(keys: tuple[str, ...], numbers: Mapping[str, int]) -> str:
    return "".join(f"[^{numbers[key]}]" for key in keys if key in numbers)


def _noted(text: str, numbers: Mapping[str, int]) -> str:
    """Citations as footnotes."""
    return CITATION.sub(lambda match: _notes(keys_of(match), numbers), text)


def _linked(builder: PageBuilder, entry: Entry[StoryItem]) -> str:
    """The body with full addresses for what leads to a file of this project."""
    text = entry.document.body
    for key, address in builder.site.links[entry.ref].items():
        href, full = entry.body.links[key].href, builder.addresses.absolute(address)
        text = text.replace(f"]({href})", f"]({full})").replace(f"]({href} ", f"]({full} ")
    return text


def _facts(block: BaseModel, numbers: Mapping[str, int], depth: int) -> Iterator[str]:
    """A line per field that is filled, deeper blocks below it."""
    fields = type(block).model_fields
    for name, value in block.__dict__.items():
        if name not in APART | BRONVELDEN and value not in (None, (), ""):
            yield from _lines(fields[name].title or name, value, numbers, depth)


def _lines(label: str, value: object, numbers: Mapping[str, int], depth: int) -> Iterator[str]:
    """A field with its label: a value on one line, a block or a list below it."""
    head = f"{'  ' * depth}- **{_plain(label)}**"
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
        yield f"{head}: {'; '.join(_plain(str(part)) for part in value)}"


def _value(value: object, numbers: Mapping[str, int]) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if "[@" not in str(value):
        return _plain(str(value))
    pieces = CITATION.split(str(value))  # words and keys in turn
    keys = (tuple(part.strip().lstrip("@") for part in piece.split(";")) for piece in pieces[1::2])
    words = [_plain(piece) for piece in pieces[::2]]
    return words[0] + "".join(f"{_notes(cited, numbers)}{text}" for cited, text in zip(keys, words[1:], strict=True))


def _cited(block: BaseModel, numbers: Mapping[str, int]) -> str:
    """The notes of a block, behind its label."""
    return "".join(_notes(block.__dict__[name], numbers) for name in sorted(BRONVELDEN & block.__dict__.keys()))


def _sources(item: MetBronnen) -> Iterator[str]:
    for number, source in enumerate(item.bronnen, 1):
        url = f" <{source.url}>" if source.url else ""
        when = f"{day_in_words(source.datum)}, geraadpleegd {in_words(source.geraadpleegd)}"
        yield f"[^{number}]: {_plain(source.titel)}, {_plain(source.uitgever)}, {when}.{url}"


def llms_text(builder: PageBuilder) -> str:
    """`llms.txt`: what there is on the site, each item with its Markdown copy (https://llmstxt.org)."""
    site, settings, absolute = builder.site, builder.site.settings, builder.addresses.absolute
    lines = [f"# {settings.titel}", "", f"> {settings.omschrijving}", ""]
    lines += [f"Licentie: {settings.licentie}. Alle gegevens: {absolute('/open-data/')}", ""]
    for name in ("aanpakken", "trends", "scenarios", "praktijken", "verslagen"):
        entries: Mapping[str, Entry[StoryItem]] = getattr(site, name)
        lines += [f"## {COLLECTIONS[name].title}", ""] if entries else []
        lines += [f"- [{e.item.titel}]({absolute(e.address)}index.md): {e.item.in_een_zin}" for e in entries.values()]
        lines += [""] if entries else []
    rows = (
        ("API", "/api/v1/index.json", "elk item als JSON en JSON-LD, met schema"),
        ("Catalogus", "/open-data/catalogus.ttl", "DCAT-AP-NL"),
        ("Codeboek", "/open-data/codeboek.md", "wat elke kolom van de tabellen betekent"),
        ("Wijzigingen", "/feeds/alles.xml", "Atom"),
    )
    lines += ["## Optional", "", *(f"- [{name}]({absolute(address)}): {what}" for name, address, what in rows), ""]
    return "\n".join(lines)
