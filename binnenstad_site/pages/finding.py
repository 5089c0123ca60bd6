"""The pages that lead to other pages: search, compare, and the one at an address that does not exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlencode

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.street import per_window, windows
from binnenstad_site.drawings.strips import lost_street
from binnenstad_site.models import vocabulary
from binnenstad_site.pages.builder import PageBuilder, evidence
from binnenstad_site.pages.contexts import NietGevonden, VergelijkPagina, ZoekenPagina
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import PaginaLink, StatusLabel, TrendLabel
from binnenstad_site.pages.search_entries import FILTERS, KINDS
from binnenstad_site.pages.static_pages import introduction

COMPARE = "/praktijken/vergelijk/"
MOST_COMPARED = 3


def search_page(builder: PageBuilder, entries: Iterable[SearchEntry], data: str) -> Page:
    """`/zoeken/`: the form, and everything that can be found as a register; `data` is the address of the index."""
    by_kind: dict[str, list[PaginaLink]] = {}
    for entry in entries:
        by_kind.setdefault(entry.soort, []).append(PaginaLink(entry.titel, entry.adres))
    register = tuple((words, tuple(by_kind[kind])) for kind, words in KINDS.items() if kind in by_kind)
    intro = introduction(builder, "zoeken", "Zoeken", "Zoek in trends, praktijken, kansen, begrippen en verslagen.")
    context = ZoekenPagina(
        **intro.fields,
        inleiding=intro.html,
        gegevens=data,
        voorbeelden=tuple(
            PaginaLink(words, f"{builder.url_for('/zoeken/')}?{urlencode({'q': words})}")
            for words in builder.site.settings.zoekvoorbeelden
        ),
        soorten=tuple((kind, words) for kind, words in KINDS.items() if kind in by_kind),
        filters=tuple((facet, words) for facet, words in FILTERS if facet != "soort"),
        trends=tuple(builder.trends.values()),
        bewijzen=tuple(map(evidence, vocabulary.BEWIJS)),
        statussen=tuple(StatusLabel(value, words, "") for value, words in vocabulary.STATUS.items()),
        register=register,
    )
    return Page("/zoeken/", context, intro.page("/zoeken/", context).origin)


def compare_page(builder: PageBuilder, data: str) -> Page:
    """`/praktijken/vergelijk/`: up to three praktijken side by side; `data` are the addresses of the passports."""
    url = COMPARE
    context = VergelijkPagina(
        titel="Praktijken vergelijken",
        omschrijving="Zet twee of drie praktijken naast elkaar, veld voor veld.",
        canoniek=builder.absolute(url),
        sectie=builder.url_for("/praktijken/"),
        kruimels=builder.crumbs(PaginaLink("Praktijken", "/praktijken/")),
        praktijken=tuple(
            PaginaLink(entry.item.titel, builder.url_for(entry.address)) for entry in builder.site.praktijken.values()
        ),
        voorbeelden=tuple(_examples(builder)),
        gegevens=data,
    )
    return Page(url, context, Location("content/praktijken"))


def _examples(builder: PageBuilder) -> Iterator[tuple[TrendLabel, PaginaLink, str]]:
    """Per trend the first kans with more than one praktijk to put side by side."""
    told = set[str]()
    for entry in builder.site.kansen.values():
        cards = [builder.cards[slug] for slug in entry.item.praktijken if slug in builder.cards][:MOST_COMPARED]
        if len(cards) > 1 and entry.item.trend not in told:
            told.add(entry.item.trend)
            choice = f"{builder.url_for(COMPARE)}#p={','.join(card.slug for card in cards)}"
            yield (
                builder.trend(entry.item.trend),
                PaginaLink(entry.item.titel, choice),
                "; ".join(card.plaats for card in cards),
            )


def not_found_page(builder: PageBuilder, built: Collection[str]) -> Page:
    """`/404.html`, which a host shows at every address that does not exist; `built` are those that do."""
    site = builder.site
    count = len(site.praktijken)
    stopped = sum(entry.item.gestopt for entry in site.praktijken.values())
    towns = len({slug for entry in site.praktijken.values() for slug in entry.item.gemeenten})
    said = {
        "/trends/": "Wat eraan komt",
        "/kansen/": "Wat u kunt doen",
        "/praktijken/": f"{count} keer geprobeerd",
        "/scenarios/": "Vier toekomsten",
        "/gemeenten/": f"{towns} met een praktijk",
    }
    ways = [
        (PaginaLink(point.tekst, builder.url_for(point.adres)), said.get(point.adres, ""))
        for point in site.settings.navigatie
        if point.adres in built
    ]
    context = NietGevonden(
        titel="Hier staat niets",
        omschrijving="Deze pagina is er niet, of niet meer. Misschien staat wat u zoekt een paar huizen verder.",
        tekening=lost_street(windows(count, stopped, per_window([count]))),
        canoniek=builder.absolute("/404.html"),
        sectie="",
        kruimels=builder.crumbs(),
        wegen=tuple(ways),
    )
    return Page("/404.html", context, Location("content/site.yaml"), listed=False)
