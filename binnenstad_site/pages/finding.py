"""The pages that lead to other pages: search, compare, and the one at an address that does not exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlencode

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.street import per_window, windows
from binnenstad_site.drawings.strips import lost_street
from binnenstad_site.models import vocabulary
from binnenstad_site.pages.contexts import NietGevonden, VergelijkPagina, ZoekenPagina
from binnenstad_site.pages.desk import Desk, evidence
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import Link, StatusLabel, TrendLabel
from binnenstad_site.pages.search_entries import FILTERS, KINDS
from binnenstad_site.pages.static_pages import introduction

COMPARE = "/praktijken/vergelijk/"
MOST_COMPARED = 3


def search_page(desk: Desk, entries: Iterable[SearchEntry], data: str) -> Page:
    """`/zoeken/`: the form, and everything that can be found as a register; `data` is the address of the index."""
    by_kind: dict[str, list[Link]] = {}
    for entry in entries:
        by_kind.setdefault(entry.soort, []).append(Link(entry.titel, entry.adres))
    register = tuple((words, tuple(by_kind[kind])) for kind, words in KINDS.items() if kind in by_kind)
    intro = introduction(desk, "zoeken", "Zoeken", "Zoek in trends, praktijken, kansen, begrippen en verslagen.")
    context = ZoekenPagina(
        **intro.fields,
        inleiding=intro.html,
        gegevens=data,
        voorbeelden=tuple(
            Link(words, f"{desk.at('/zoeken/')}?{urlencode({'q': words})}")
            for words in desk.site.settings.zoekvoorbeelden
        ),
        soorten=tuple((kind, words) for kind, words in KINDS.items() if kind in by_kind),
        filters=tuple((facet, words) for facet, words in FILTERS if facet != "soort"),
        trends=tuple(desk.trends.values()),
        bewijzen=tuple(map(evidence, vocabulary.BEWIJS)),
        statussen=tuple(StatusLabel(value, words, "") for value, words in vocabulary.STATUS.items()),
        register=register,
    )
    return Page("/zoeken/", context, intro.page("/zoeken/", context).origin)


def compare_page(desk: Desk, data: str) -> Page:
    """`/praktijken/vergelijk/`: up to three praktijken side by side; `data` are the addresses of the passports."""
    url = COMPARE
    context = VergelijkPagina(
        titel="Praktijken vergelijken",
        omschrijving="Zet twee of drie praktijken naast elkaar, veld voor veld.",
        canoniek=desk.absolute(url),
        sectie=desk.at("/praktijken/"),
        kruimels=desk.crumbs(Link("Praktijken", "/praktijken/")),
        praktijken=tuple(Link(entry.item.titel, desk.at(entry.address)) for entry in desk.site.praktijken.values()),
        voorbeelden=tuple(_examples(desk)),
        gegevens=data,
    )
    return Page(url, context, Location("content/praktijken"))


def _examples(desk: Desk) -> Iterator[tuple[TrendLabel, Link, str]]:
    """Per trend the first kans with more than one praktijk to put side by side."""
    told = set[str]()
    for entry in desk.site.kansen.values():
        cards = [desk.cards[slug] for slug in entry.item.praktijken if slug in desk.cards][:MOST_COMPARED]
        if len(cards) > 1 and entry.item.trend not in told:
            told.add(entry.item.trend)
            choice = f"{desk.at(COMPARE)}#p={','.join(card.slug for card in cards)}"
            yield desk.trend(entry.item.trend), Link(entry.item.titel, choice), "; ".join(card.plaats for card in cards)


def not_found_page(desk: Desk, built: Collection[str]) -> Page:
    """`/404.html`, which a host shows at every address that does not exist; `built` are those that do."""
    site = desk.site
    count = len(site.praktijken)
    stopped = sum(entry.item.status == "gestopt" for entry in site.praktijken.values())
    towns = len({slug for entry in site.praktijken.values() for slug in entry.item.gemeenten})
    said = {
        "/trends/": "Wat eraan komt",
        "/kansen/": "Wat u kunt doen",
        "/praktijken/": f"{count} keer geprobeerd",
        "/scenarios/": "Vier toekomsten",
        "/gemeenten/": f"{towns} met een praktijk",
    }
    ways = [
        (Link(point.tekst, desk.at(point.adres)), said.get(point.adres, ""))
        for point in site.settings.navigatie
        if point.adres in built
    ]
    context = NietGevonden(
        titel="Hier staat niets",
        omschrijving="Deze pagina is er niet, of niet meer. Misschien staat wat u zoekt een paar huizen verder.",
        tekening=lost_street(windows(count, stopped, per_window([count]))),
        canoniek=desk.absolute("/404.html"),
        sectie="",
        kruimels=desk.crumbs(),
        wegen=tuple(ways),
    )
    return Page("/404.html", context, Location("content/site.yaml"), listed=False)
