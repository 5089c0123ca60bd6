"""What every page of one item has: its numbered sources, its changes, how to cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from binnenstad_site.core.dates import in_words
from binnenstad_site.models.blocks import Bron, Wijziging
from binnenstad_site.models.items import MetBronnen, Pagina, Praktijk, Scenario, Trend, Verslag
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.parts import BronLijst, BronRegel, PaginaLink, WijzigingRegel
from binnenstad_site.validate.markdown import Notes
from binnenstad_site.validate.validator import Entry

Told = Trend | Praktijk | Scenario | Verslag | Pagina
"""Items with a page of their own that tells their story."""
WORDS_PER_MINUTE = 200
"""Reading speed that the pages state; careful readers of policy read slower than the 238 of Brysbaert (2019)."""
FEWEST_PARTS = 3
"""A page with fewer parts is read without contents."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def item_fields(
    builder: PageBuilder, entry: Entry[Told], notes: Notes, section: str, *between: PaginaLink
) -> dict[str, Any]:
    """The fields of `ItemContext`. `notes` must be complete: sources lead back to every place that cites them.

    `section` is the address of the navigation entry, `between` the steps from the start page down.
    """
    item = entry.item
    return {
        "titel": item.titel,
        "omschrijving": item.in_een_zin,
        "canoniek": builder.absolute(entry.address),
        "sectie": builder.url_for(section),
        "kruimels": builder.crumbs(*between),
        "bewerken": builder.edit(entry.document.path),
        "in_een_zin": item.in_een_zin,
        "bronnen": sources(item, notes),
        "wijzigingen": changes(item.wijzigingen),
        "gecontroleerd": in_words(item.gecontroleerd),
        "controle_nodig": builder.checked(item),
        "leestijd": minutes(entry.body.word_count),
        "citeren": cite_line(builder, entry),
        "ingetrokken": builder.withdrawal(item),
        "begrippen": builder.explained(notes),
    }


def minutes(words: int) -> int:
    """How long a text takes to read, at least one minute."""
    return max(1, round(words / WORDS_PER_MINUTE))


def contents(*parts: tuple[str, str, object]) -> tuple[PaginaLink, ...]:
    """The contents of a page from the id, the title and the content of its parts; what is not there is left out."""
    found = tuple(PaginaLink(title, f"#{anchor}") for anchor, title, content in parts if anchor and content)
    return found if len(found) >= FEWEST_PARTS else ()


def cite_line(builder: PageBuilder, entry: Entry[Told]) -> str:
    """How to cite a page, on one line: title, publisher, the date of the last check, address."""
    publisher, checked = builder.site.settings.uitgever, in_words(entry.item.gecontroleerd)
    return f"“{entry.item.titel}”, {publisher}, laatst gecontroleerd {checked}. {builder.absolute(entry.address)}"


def sources(item: MetBronnen, notes: Notes) -> BronLijst:
    """The numbered list of sources, each with links back to where the page cites it.

    When they were read is said once for all; only a source that was read at another time says so itself.
    """
    dates = Counter(source.geraadpleegd for source in item.bronnen)
    usual = max(dates, key=lambda day: (dates[day], day), default="")
    rows = tuple(_source(number, source, notes, usual) for number, source in enumerate(item.bronnen, start=1))
    when = f"{'op' if len(usual) == len('2026-11-24') else 'in'} {in_words(usual)}"
    others = "" if len(dates) < 2 else ", tenzij er iets anders bij staat"
    return BronLijst(rows, f"Geraadpleegd {when}{others}." if rows else "")


def _source(number: int, source: Bron, notes: Notes, usual: str) -> BronRegel:
    places = notes.cited.get(source.sleutel, [])
    back = tuple(PaginaLink(_letter(index), f"#{place}") for index, place in enumerate(places))
    return BronRegel(
        id=f"{notes.prefix}bron-{number}",
        nummer=number,
        titel=source.titel,
        taal=source.taal or "",
        uitgever=source.uitgever,
        adres=source.url or "",
        datum="datum onbekend" if source.datum == "onbekend" else in_words(source.datum),
        geraadpleegd="" if source.geraadpleegd == usual else in_words(source.geraadpleegd),
        terug=back,
    )


def _letter(index: int) -> str:
    """a, b, … z, aa, ab, …"""
    head = _letter(index // 26 - 1) if index >= 26 else ""
    return head + LETTERS[index % 26]


def changes(found: Iterable[Wijziging]) -> tuple[WijzigingRegel, ...]:
    """The major changes, the newest first; a minor one is silent."""
    major = [change for change in found if change.soort == "groot"]
    return tuple(
        WijzigingRegel(change.datum, in_words(change.datum), change.wat or "")
        for change in sorted(major, key=lambda change: change.datum, reverse=True)
    )
