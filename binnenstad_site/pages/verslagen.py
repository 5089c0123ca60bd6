"""The reports of workshops and meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from binnenstad_site.dates import in_words
from binnenstad_site.diagnostics import Location
from binnenstad_site.drawings.room import room
from binnenstad_site.models.items import Verslag
from binnenstad_site.pages.contexts import VerslagenPagina, VerslagPagina
from binnenstad_site.pages.desk import Desk, last_modified
from binnenstad_site.pages.itemfields import item_fields
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import Link
from binnenstad_site.pages.standing import introduction
from binnenstad_site.validation import Entry

PEOPLE = re.compile(r"(\d+)\s(?:mensen|deelnemers|aanwezigen|personen|bezoekers|betrokkenen)\b")


def verslag_pages(desk: Desk) -> Iterator[Page]:
    """`/verslagen/` and a page per verslag, the withdrawn too."""
    site = desk.site
    intro = introduction(desk, "verslagen", "Verslagen", "Verslagen van workshops en bijeenkomsten.")
    cards = tuple(desk.verslag(entry) for entry in site.verslagen.values())
    newest = max((last_modified(entry.item) for entry in site.verslagen.values()), default="")
    yield intro.page("/verslagen/", VerslagenPagina(**intro.fields, inleiding=intro.html, verslagen=cards), newest)
    withdrawn = [entry for entry in site.withdrawn if entry.collection.name == "verslagen"]
    for entry in (*site.verslagen.values(), *withdrawn):
        yield _verslag(desk, entry)  # type: ignore[arg-type]


def participants(told: Iterable[str]) -> int:
    """How many people there were; 0 when the text gives no exact number of people ("ruim 60", "35 tot 40")."""
    exact = (PEOPLE.match(line) for line in told)
    return next((int(found[1]) for found in exact if found), 0)


def _verslag(desk: Desk, entry: Entry[Verslag]) -> Page:
    item, site = entry.item, desk.site
    notes = desk.notes(entry)
    secties = desk.sections(entry.body, notes)
    gemeenten = [site.gemeenten[slug] for slug in item.gemeenten if slug in site.gemeenten]
    scenarios = [site.scenarios[slug] for slug in item.scenarios if slug in site.scenarios]
    context = VerslagPagina(
        datum=in_words(item.datum),
        datum_toelichting=item.datum_toelichting or "",
        plaats=item.plaats,
        soort=item.soort,
        organisator=item.organisator,
        deelnemers=item.deelnemers,
        zaal=room(participants(item.deelnemers)),
        secties=secties,
        trends=tuple(desk.trend(slug) for slug in item.trends),
        scenarios=tuple(Link(found.item.titel, desk.at(found.address)) for found in scenarios),
        praktijken=desk.cards_of(site.praktijken[slug] for slug in item.praktijken if slug in site.praktijken),
        gemeenten=tuple(Link(found.item.naam, desk.at(found.address)) for found in gemeenten),
        # last: by now the page has cited and explained all that it does
        **item_fields(desk, entry, notes, "/verslagen/", Link("Verslagen", "/verslagen/")),
    )
    text = " ".join(part.text for part in entry.body.sections)
    search = SearchEntry(
        item.titel,
        desk.at(entry.address),
        "verslag",
        item.in_een_zin,
        text,
        item.plaats,
        trends=tuple(desk.trend(slug).titel for slug in item.trends),
    )
    findable = () if item.ingetrokken else (search,)
    listed = item.ingetrokken is None
    return Page(entry.address, context, Location(entry.document.path), findable, last_modified(item), listed)
