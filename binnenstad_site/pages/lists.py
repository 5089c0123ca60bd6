"""The pages that are one list: terms, publications, the agenda and the changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from string import ascii_uppercase

from binnenstad_site.core.dates import in_words
from binnenstad_site.core.typography import counted
from binnenstad_site.core.urls import slugify
from binnenstad_site.drawings.terms import terms_street
from binnenstad_site.link.linker import FIRST_PUBLICATION
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Begrip, Kans, MetBronnen, Publicatie
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.contexts import AgendaPagina, BegrippenPagina, PublicatiesPagina, WijzigingenPagina
from binnenstad_site.pages.gemeenten import event
from binnenstad_site.pages.itemfields import Told
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import (
    BegripRegel,
    Lettergroep,
    PaginaLink,
    PublicatieRegel,
    WijzigingDag,
    WijzigingGroep,
    WijzigingRegel,
)
from binnenstad_site.pages.search_entries import marks, piece
from binnenstad_site.pages.static_pages import introduction
from binnenstad_site.validate.validator import Entry

MORE = {row.enkelvoud: row.name for row in COLLECTIONS.values()} | {"scenario": "scenario’s", "pagina": "pagina’s"}
"""The plural of each kind of item."""
LAST_REPORTS = 3
"""So many stand below the agenda."""
AT_A_GLANCE = 8
"""So many changed items are named at once; more would bury the other changes of that day."""


def begrippen_page(builder: PageBuilder) -> Page:
    """`/begrippen/`: the terms that have an explanation, by letter."""
    intro = introduction(builder, "begrippen", "Begrippen", "Woorden uit het vak, in gewone taal uitgelegd.")
    shown = [entry for entry in builder.site.begrippen.values() if entry.item.uitleg]
    places = {entry.item.term: f"#{entry.slug}" for entry in shown}
    groups = tuple(
        Lettergroep(letter, tuple(_begrip(builder, entry, places) for entry in found))
        for letter, found in groupby(
            sorted(shown, key=lambda entry: entry.slug), key=lambda entry: entry.slug[0].upper()
        )
    )
    context = BegrippenPagina(
        **intro.fields,
        inleiding=intro.html,
        tekening=terms_street({entry.slug: entry.item.term[:1].upper() + entry.item.term[1:] for entry in shown}),
        alfabet=alphabet([group.letter for group in groups]),
        groepen=groups,
    )
    page = intro.page("/begrippen/", context)
    found = tuple(_begrip_search(builder, entry) for entry in shown)
    return Page(page.url, page.context, page.origin, (*page.search, *found), page.modified)


def alphabet(used: Sequence[str]) -> tuple[PaginaLink, ...]:
    """The index: A to Z, and what else terms begin with; only what is `used` has an address."""
    letters = sorted({*used, *ascii_uppercase})
    return tuple(PaginaLink(letter, f"#letter-{letter}" if letter in used else "") for letter in letters)


def _begrip(builder: PageBuilder, entry: Entry[Begrip], places: Mapping[str, str]) -> BegripRegel:
    """One term; `places` has the anchor of every term on the page. A related word without one is for the search."""
    item = entry.item
    targets = (builder.site.entry((c, s)) for c, _, s in (ref.partition("/") for ref in item.zie))
    zie = tuple(
        PaginaLink(str(getattr(target.item, "naam", target.slug)), builder.url_for(target.address))
        for target in targets
        if target
    )
    related = tuple(PaginaLink(word, places[word]) for word in item.verwant if word in places)
    return BegripRegel(entry.slug, item.term, item.uitleg or "", ", ".join(item.ook), (*zie, *related))


def _begrip_search(builder: PageBuilder, entry: Entry[Begrip]) -> SearchEntry:
    item = entry.item
    words = piece(*item.ook)  # narrower and related words lead elsewhere: the search knows them as synonyms
    address = builder.url_for(entry.address)
    return SearchEntry(item.term, address, "begrip", item.uitleg or "", words, kenmerken=marks(builder, "begrip"))


def publicaties_page(builder: PageBuilder) -> Page:
    """`/publicaties/`."""
    intro = introduction(builder, "publicaties", "Publicaties", "Wat er over de toekomst van binnensteden te lezen is.")
    entries = tuple(builder.site.publicaties.values())
    lines = tuple(_publicatie(builder, entry) for entry in entries)
    first = next((line for line in lines if line.id == FIRST_PUBLICATION), None)
    others = tuple(line for line in lines if line is not first)
    context = PublicatiesPagina(**intro.fields, inleiding=intro.html, eerste=first, publicaties=others)
    page = intro.page("/publicaties/", context)
    found = tuple(
        SearchEntry(
            e.item.titel,
            builder.url_for(e.address),
            "publicatie",
            e.item.in_een_zin,
            piece(e.item.uitgever, *e.item.auteurs),
            e.item.uitgever,
            marks(builder, "publicatie", trends=e.item.trends),
        )
        for e in entries
    )
    return Page(page.url, page.context, page.origin, (*page.search, *found), page.modified)


def _publicatie(builder: PageBuilder, entry: Entry[Publicatie]) -> PublicatieRegel:
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
        trends=tuple(builder.trend(slug) for slug in item.trends),
    )


def agenda_page(builder: PageBuilder) -> Page:
    """`/agenda/`: what is to come at the build date, and what was."""
    intro = introduction(builder, "agenda", "Agenda", "Bijeenkomsten over de toekomst van de binnenstad.")
    today = builder.today.isoformat()
    entries = tuple(builder.site.agenda.values())
    coming = tuple(event(e, e.slug) for e in entries if (e.item.eind or e.item.start) >= today)
    past = tuple(event(e, e.slug) for e in reversed(entries) if (e.item.eind or e.item.start) < today)
    told = (entry for entry in builder.site.verslagen.values() if entry.item.datum != "onbekend")
    context = AgendaPagina(
        **intro.fields,
        inleiding=intro.html,
        verslagen=tuple(builder.verslag(entry) for entry in islice(told, LAST_REPORTS)),
        alle_verslagen=PaginaLink("Alle verslagen", builder.url_for("/verslagen/")),
        komend=coming,
        geweest=past,
    )
    page = intro.page("/agenda/", context)
    found = tuple(
        SearchEntry(
            e.item.titel,
            builder.url_for(e.address),
            "agenda",
            f"{e.item.soort}, {e.item.plaats}",
            piece(e.item.voor_wie),
            e.item.plaats,
            marks(builder, "agenda", gemeenten=e.item.gemeenten),
        )
        for e in entries
    )
    return Page(page.url, page.context, page.origin, (*page.search, *found), page.modified)


def all_changes(builder: PageBuilder) -> tuple[WijzigingRegel, ...]:
    """Every major change of every item, the newest first."""
    found = [
        WijzigingRegel(
            change.datum,
            in_words(change.datum),
            change.wat or "",
            entry.item.titel,
            builder.url_for(entry.address),
            entry.collection.enkelvoud,
            _about(builder, entry.item) if change is min(entry.item.wijzigingen, key=lambda other: other.datum) else "",
        )
        for entry in builder.site.all_entries()
        if isinstance(entry.item, MetBronnen)
        for change in entry.item.wijzigingen
        if change.soort == "groot"
    ]
    found.sort(key=lambda line: (line.soort, slugify(line.titel)))
    return tuple(sorted(found, key=lambda line: line.dag, reverse=True))


def _about(builder: PageBuilder, item: MetBronnen) -> str:
    """An item in one line; of a kans the title says what, so here is where it belongs."""
    if isinstance(item, Kans):
        return f"{builder.trend(item.trend).titel}, {vocabulary.FASE[item.fase].lower()}."
    return item.in_een_zin if isinstance(item, Told) else ""


def by_day(changes: tuple[WijzigingRegel, ...]) -> tuple[WijzigingDag, ...]:
    """Per day the kinds of items, those that say the same together."""
    days = []
    for (day, datum), found in groupby(changes, key=lambda line: (line.dag, line.datum)):
        alike: dict[tuple[str, str], list[PaginaLink]] = {}
        for line in found:
            alike.setdefault((line.soort, line.wat), []).append(PaginaLink(line.titel, line.adres))
        groups = (
            WijzigingGroep(counted(len(links), kind, MORE[kind]), told, tuple(links), len(links) > AT_A_GLANCE)
            for (kind, told), links in alike.items()
        )
        days.append(WijzigingDag(day, datum, tuple(groups)))
    return tuple(days)


def wijzigingen_page(builder: PageBuilder, changes: tuple[WijzigingRegel, ...]) -> Page:
    """`/wijzigingen/`."""
    intro = introduction(builder, "wijzigingen", "Wijzigingen", "Wat er nieuw of anders is op deze site.")
    context = WijzigingenPagina(**intro.fields, inleiding=intro.html, dagen=by_day(changes))
    return intro.page("/wijzigingen/", context, changes[0].dag if changes else "")


def list_pages(builder: PageBuilder, changes: tuple[WijzigingRegel, ...]) -> Iterator[Page]:
    """The four lists."""
    yield begrippen_page(builder)
    yield publicaties_page(builder)
    yield agenda_page(builder)
    yield wijzigingen_page(builder, changes)
