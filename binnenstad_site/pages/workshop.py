"""`/aan-de-slag/workshop/`: the workshop that a town holds by itself, with its script and what to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.models.items import Werkplaats
from binnenstad_site.models.items.werkplaats import AlsHetAndersLoopt, Programmablok
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, page_frame, withdrawal
from binnenstad_site.pages.introduction import WINDTUNNEL
from binnenstad_site.pages.page import Kenmerk, Page, SearchEntry, last_modified, with_withdrawn
from binnenstad_site.pages.page_notes import PageNotes
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel
from binnenstad_site.pages.parts.workshop_parts import AndersDeel, BlokDeel, StapDeel, WerkplaatsTekst
from binnenstad_site.pages.search_entries import KINDS, OVERVIEW, piece
from binnenstad_site.pages.tools import WORKSHOP, tools_link
from binnenstad_site.pages.trendscan import SHEET
from binnenstad_site.pages.workshop_cards import PER_TREND, chosen_kansen
from binnenstad_site.validate.validator import Entry

PDF = f"{WORKSHOP}werkplaats-in-een-doos.pdf"
ZIP = f"{WORKSHOP}werkplaats-in-een-doos.zip"
REPORT = f"{WORKSHOP}verslag.md"
"""The files that the page offers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkplaatsPagina(Context, template="workshop.html"):
    """The workshop: what it is, its script, and its files."""

    tekst: WerkplaatsTekst
    pdf: str
    zip: str
    sjabloon: str
    """Addresses of the files; empty when the workshop was withdrawn."""
    kaarten: tuple[tuple[TrendLabel, tuple[PaginaLink, ...]], ...]
    """The kansen that became a card, by trend."""
    per_trend: int
    scenarios: tuple[PaginaLink, ...]
    blad: PaginaLink | None
    """The sheet of the trendscan, when there is a scan."""
    windtunnel: PaginaLink
    ingetrokken: str
    """The reason, when it no longer counts."""


def workshop_pages(builder: PageBuilder) -> Iterator[Page]:
    """The page, when there is a workshop; a withdrawn one keeps it."""
    for entry in with_withdrawn(builder.site, builder.site.werkplaats, Werkplaats):
        yield _page(builder, entry)


def _page(builder: PageBuilder, entry: Entry[Werkplaats]) -> Page:
    item, addresses, site = entry.item, builder.addresses, builder.site
    withdrawn = withdrawal(item)
    notes = builder.notes(entry)
    text = workshop_text(item, notes)
    above = tools_link(builder)
    path = entry.document.path
    context = WerkplaatsPagina(
        kader=page_frame(builder, WORKSHOP, item.titel, item.in_een_zin, above, path=path, cited=notes.finish()),
        tekst=text,
        pdf="" if withdrawn else addresses.url_for(PDF),
        zip="" if withdrawn else addresses.url_for(ZIP),
        sjabloon="" if withdrawn else addresses.url_for(REPORT),
        kaarten=tuple(
            (builder.cards.trend(slug), tuple(map(addresses.link_to, chosen_kansen(builder, trend))))
            for slug, trend in site.trends.items()
        ),
        per_trend=PER_TREND,
        scenarios=tuple(map(addresses.link_to, builder.cards.scenarios)),
        blad=addresses.link("Trendscan op papier", SHEET) if site.stellingen else None,
        windtunnel=addresses.link("De windtunnel op een scherm", f"/{WINDTUNNEL}/"),
        ingetrokken=withdrawn,
    )
    script = (words for block in item.blokken for words in (block.titel, block.doel))
    pieces = (*piece(item.in_een_zin, *script, kop="Draaiboek", anker="doos-draaiboek"),)
    kind = (Kenmerk("soort", OVERVIEW, KINDS[OVERVIEW]),)
    url = addresses.url_for(WORKSHOP)
    anders = builder.readers_words.get(url, ())
    search = SearchEntry(item.titel, url, OVERVIEW, item.in_een_zin, pieces, kenmerken=kind, anders=anders)
    return Page.of(
        WORKSHOP, context, Location(path), () if withdrawn else (search,), last_modified([entry]), listed=not withdrawn
    )


def workshop_text(item: Werkplaats, notes: PageNotes) -> WerkplaatsTekst:
    """The words of the workshop in the order in which they are read, with the numbers of its sources."""
    return WerkplaatsTekst(
        kort=notes.text(item, "kort"),
        grenzen=notes.text(item, "grenzen"),
        vraag=item.vraag,
        duur=sum(block.minuten for block in item.blokken),
        mensen=f"{item.minst} tot {item.meest}",
        groepen=notes.text(item, "groepen"),
        rollen=tuple((rol.naam, rol.aantal, rol.wie, rol.doet) for rol in item.rollen),
        printen=tuple((part.wat, part.hoe, part.aantal) for part in item.printen),
        meenemen=item.meenemen,
        voorbereiding=tuple((step.wanneer, step.wat) for step in item.voorbereiding),
        blokken=tuple(_blocks(item.blokken, notes)),
        anders=tuple(_otherwise(case, notes) for case in item.anders),
        online=notes.text(item.online, "inleiding"),
        online_stappen=item.online.stappen,
        daarna=item.daarna,
        voorbeelden=tuple((example.titel, example.regels) for example in item.voorbeelden),
        verslag=tuple(filter(None, (item.verslag.uitleg, item.verslag.insturen))),
    )


def _blocks(blocks: Iterable[Programmablok], notes: PageNotes) -> Iterator[BlokDeel]:
    blocks = tuple(blocks)
    ends = accumulate(block.minuten for block in blocks)
    for number, (block, end) in enumerate(zip(blocks, ends, strict=True), start=1):
        yield BlokDeel(
            id=f"doos-deel-{number}",
            nummer=number,
            titel=block.titel,
            minuten=block.minuten,
            begin=end - block.minuten,
            eind=end,
            doel=block.doel,
            materiaal=block.materiaal,
            stappen=tuple(_steps(block, end - block.minuten)),
            klaar=block.klaar,
            inkorten=block.inkorten or "",
            waarom=notes.text(block, "waarom"),
        )


def _steps(block: Programmablok, begin: int) -> Iterator[StapDeel]:
    for step in block.stappen:
        yield StapDeel(begin, step.minuten, step.doe or "", step.zeg or "")
        begin += step.minuten


def _otherwise(case: AlsHetAndersLoopt, notes: PageNotes) -> AndersDeel:
    return AndersDeel(case.titel, case.merkt, case.doe, case.zeg or "", notes.text(case, "waarom"))
