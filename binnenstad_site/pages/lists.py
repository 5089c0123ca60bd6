"""The pages that are one list: terms, publications, the agenda and the changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from binnenstad_site.dates import in_words
from binnenstad_site.models.items import Begrip, MetBronnen, Publicatie
from binnenstad_site.pages.contexts import AgendaPagina, BegrippenPagina, PublicatiesPagina, WijzigingenPagina
from binnenstad_site.pages.desk import Desk
from binnenstad_site.pages.gemeenten import event
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import BegripRegel, Lettergroep, Link, PublicatieRegel, WijzigingRegel
from binnenstad_site.pages.standing import introduction
from binnenstad_site.urls import slugify
from binnenstad_site.validation import Entry


def begrippen_page(desk: Desk) -> Page:
    """`/begrippen/`: the terms that have an explanation, by letter."""
    intro = introduction(desk, "begrippen", "Begrippen", "Woorden uit het vak, in gewone taal uitgelegd.")
    shown = [entry for entry in desk.site.begrippen.values() if entry.item.uitleg]
    groups = tuple(
        Lettergroep(letter, tuple(_begrip(desk, entry) for entry in found))
        for letter, found in groupby(
            sorted(shown, key=lambda entry: entry.slug), key=lambda entry: entry.slug[0].upper()
        )
    )
    page = intro.page("/begrippen/", BegrippenPagina(**intro.fields, inleiding=intro.html, groepen=groups))
    found = tuple(_begrip_search(desk, entry) for entry in shown)
    return Page(page.url, page.context, page.origin, (*page.search, *found), page.modified)


def _begrip(desk: Desk, entry: Entry[Begrip]) -> BegripRegel:
    item = entry.item
    targets = (desk.site.entry((c, s)) for c, _, s in (ref.partition("/") for ref in item.zie))
    zie = tuple(
        Link(str(getattr(target.item, "naam", target.slug)), desk.at(target.address)) for target in targets if target
    )
    return BegripRegel(entry.slug, item.term, item.uitleg or "", ", ".join(item.ook), ", ".join(item.verwant), zie)


def _begrip_search(desk: Desk, entry: Entry[Begrip]) -> SearchEntry:
    item = entry.item
    words = " ".join((*item.ook, *item.enger, *item.verwant))
    return SearchEntry(item.term, desk.at(entry.address), "begrip", item.uitleg or "", words)


def publicaties_page(desk: Desk) -> Page:
    """`/publicaties/`."""
    intro = introduction(desk, "publicaties", "Publicaties", "Wat er over de toekomst van binnensteden te lezen is.")
    entries = tuple(desk.site.publicaties.values())
    lines = tuple(_publicatie(desk, entry) for entry in entries)
    page = intro.page("/publicaties/", PublicatiesPagina(**intro.fields, inleiding=intro.html, publicaties=lines))
    found = tuple(
        SearchEntry(
            e.item.titel,
            desk.at(e.address),
            "publicatie",
            e.item.in_een_zin,
            " ".join((e.item.uitgever, *e.item.auteurs)),
        )
        for e in entries
    )
    return Page(page.url, page.context, page.origin, (*page.search, *found), page.modified)


def _publicatie(desk: Desk, entry: Entry[Publicatie]) -> PublicatieRegel:
    item = entry.item
    return PublicatieRegel(
        id=entry.slug,
        titel=item.titel,
        adres=item.url or "",
        auteurs=", ".join(item.auteurs),
        uitgever=item.uitgever,
        datum="datum onbekend" if item.datum == "onbekend" else in_words(item.datum),
        soort=item.soort,
        in_een_zin=item.in_een_zin,
        trends=tuple(desk.trend(slug) for slug in item.trends),
    )


def agenda_page(desk: Desk) -> Page:
    """`/agenda/`: what is to come at the build date, and what was."""
    intro = introduction(desk, "agenda", "Agenda", "Bijeenkomsten over de toekomst van de binnenstad.")
    today = desk.today.isoformat()
    entries = tuple(desk.site.agenda.values())
    coming = tuple(event(e, e.slug) for e in entries if (e.item.eind or e.item.start) >= today)
    past = tuple(event(e, e.slug) for e in reversed(entries) if (e.item.eind or e.item.start) < today)
    context = AgendaPagina(**intro.fields, inleiding=intro.html, komend=coming, geweest=past)
    page = intro.page("/agenda/", context)
    found = tuple(
        SearchEntry(e.item.titel, desk.at(e.address), "agenda", f"{e.item.soort}, {e.item.plaats}", e.item.voor_wie)
        for e in entries
    )
    return Page(page.url, page.context, page.origin, (*page.search, *found), page.modified)


def all_changes(desk: Desk) -> tuple[WijzigingRegel, ...]:
    """Every major change of every item, the newest first."""
    found = [
        WijzigingRegel(
            change.datum,
            in_words(change.datum),
            change.wat or "",
            entry.item.titel,
            desk.at(entry.address),
            entry.collection.enkelvoud,
        )
        for entry in desk.site.all_entries()
        if isinstance(entry.item, MetBronnen)
        for change in entry.item.wijzigingen
        if change.soort == "groot"
    ]
    found.sort(key=lambda line: (line.soort, slugify(line.titel)))
    return tuple(sorted(found, key=lambda line: line.dag, reverse=True))


def wijzigingen_page(desk: Desk, changes: tuple[WijzigingRegel, ...]) -> Page:
    """`/wijzigingen/`."""
    intro = introduction(desk, "wijzigingen", "Wijzigingen", "Wat er nieuw of anders is op deze site.")
    context = WijzigingenPagina(**intro.fields, inleiding=intro.html, wijzigingen=changes)
    return intro.page("/wijzigingen/", context, changes[0].dag if changes else "")


def list_pages(desk: Desk) -> Iterator[Page]:
    """The four lists."""
    yield begrippen_page(desk)
    yield publicaties_page(desk)
    yield agenda_page(desk)
    yield wijzigingen_page(desk, all_changes(desk))
