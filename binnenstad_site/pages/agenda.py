"""The agenda: what is to come at the build date, and what was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from binnenstad_site.core.dates import in_words
from binnenstad_site.models.items import Agendapunt, Verslag
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.open_data import CALENDAR
from binnenstad_site.pages.page import Page, Recipe, SearchEntry
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.parts.list_items import VerslagKaart
from binnenstad_site.pages.search_entries import facets, piece, search_entry
from binnenstad_site.validate.validator import Entry

LAST_REPORTS = 3
"""So many stand below the agenda."""


@dataclass(frozen=True, slots=True)
class AgendaRegel:
    """Something to go to; `id` is empty outside the agenda, `dag` is the ISO date of the first day."""

    id: str
    titel: str
    dag: str
    wanneer: str
    plaats: str
    soort: str
    voor_wie: str
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPagina(Context, template="agenda.html"):
    """What is to come, and what was."""

    verslagen: tuple[VerslagKaart, ...]
    """The last meetings with a report; those without a date stand aside."""
    alle_verslagen: PaginaLink
    kalender: str
    """Address of the calendar with all events."""
    bestanden: tuple[PaginaLink, ...]
    """A calendar file for each that is to come."""
    komend: tuple[AgendaRegel, ...]
    geweest: tuple[AgendaRegel, ...]


def coming_events(builder: PageBuilder, entries: Iterable[Entry[Agendapunt]]) -> tuple[AgendaRegel, ...]:
    """The events of a list that are not over at the build date."""
    return tuple(_event(entry) for entry in entries if not _is_over(builder, entry))


def _is_over(builder: PageBuilder, entry: Entry[Agendapunt]) -> bool:
    return (entry.item.eind or entry.item.start) < builder.today.isoformat()


def _event(entry: Entry[Agendapunt], anchor: str = "") -> AgendaRegel:
    """An event in a list; only on the agenda itself is its anchor an id."""
    item = entry.item
    days = in_words(item.start) + (f" tot en met {in_words(item.eind)}" if item.eind else "")
    return AgendaRegel(anchor, item.titel, item.start, days, item.plaats, item.soort, item.voor_wie, item.url or "")


def agenda_page(builder: PageBuilder) -> Page:
    """`/agenda/`."""
    intro = introduction(builder, "agenda", "Bijeenkomsten over de toekomst van de binnenstad.")
    entries = tuple(builder.site.agenda.values())
    dated = (entry for entry in builder.site.verslagen.values() if entry.item.datum != "onbekend")
    recipe = Recipe(AgendaPagina, _context, (intro, entries, tuple(islice(dated, LAST_REPORTS))))
    return intro.page_made_of(recipe, found_on_it=(_search(builder, entry) for entry in entries))


def _context(
    builder: PageBuilder,
    intro: Introduction,
    entries: Sequence[Entry[Agendapunt]],
    reports: Sequence[Entry[Verslag]],
) -> AgendaPagina:
    return AgendaPagina(
        kader=intro.frame,
        verslagen=builder.cards.verslagen_of(reports),
        alle_verslagen=builder.addresses.link("Alle verslagen", "/verslagen/"),
        kalender=builder.addresses.url_for(CALENDAR),
        bestanden=tuple(
            builder.addresses.link(e.item.titel, f"/agenda/{e.slug}.ics") for e in entries if not _is_over(builder, e)
        ),
        komend=tuple(_event(e, e.slug) for e in entries if not _is_over(builder, e)),
        geweest=tuple(_event(e, e.slug) for e in reversed(entries) if _is_over(builder, e)),
    )


def _search(builder: PageBuilder, entry: Entry[Agendapunt]) -> SearchEntry:
    item = entry.item
    sentence, pieces = f"{item.soort}, {item.plaats}", piece(item.voor_wie)
    return search_entry(builder, entry, sentence, pieces, facets(builder, gemeenten=item.gemeenten), item.plaats)
