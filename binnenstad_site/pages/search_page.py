"""The search page, which is also a register of everything that can be found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from binnenstad_site.drawings.wall import wall
from binnenstad_site.models import vocabulary
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.evidence import evidence, evidence_spread
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import introduction
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts.labels import BewijsLabel, PaginaLink, StatusLabel, TrendLabel
from binnenstad_site.pages.search_entries import FILTERS, KINDS


@dataclass(frozen=True, slots=True)
class GevondenBeeld:
    """Map and wall of all praktijken, which a script narrows to those that are found."""

    praktijken: str
    """Per entry of the search, with commas between: step of evidence and numbers of dots; empty for no praktijk."""
    punten: tuple[geo.KaartPunt, ...]
    register: tuple[tuple[int, geo.KaartPunt], ...]
    """The dots by name, each with its number on the map."""
    muur: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoekenPagina(Context, template="zoeken.html"):
    """The search page."""

    gegevens: str
    """Address of the core of the search index, beside which the script finds the rest."""
    voorbeelden: tuple[PaginaLink, ...]
    soorten: tuple[tuple[str, str], ...]
    """The kinds of entries there are: the word in the address, and the words on the chip."""
    filters: tuple[tuple[str, str], ...]
    """What else results can be narrowed by: the word in the address, and the label."""
    trends: tuple[TrendLabel, ...]
    bewijzen: tuple[BewijsLabel, ...]
    statussen: tuple[StatusLabel, ...]
    """All labels that a result may have; the words of a status come with the result."""
    beeld: GevondenBeeld
    register: tuple[tuple[str, tuple[PaginaLink, ...]], ...]
    """Everything that can be found, by kind: what a reader without script uses."""


def search_examples(builder: PageBuilder) -> tuple[PaginaLink, ...]:
    """Questions that show what may be asked, each as an address of the search page."""
    return tuple(
        builder.addresses.link(words, f"/zoeken/?{urlencode({'q': words})}")
        for words in builder.site.settings.zoekvoorbeelden
    )


def search_page(builder: PageBuilder, entries: Iterable[SearchEntry], data: str) -> Page:
    """`/zoeken/`; `entries` is all that can be found, in the order of the index, and `data` the address of that."""
    entries = tuple(entries)
    by_kind: dict[str, list[PaginaLink]] = {}
    for entry in entries:
        by_kind.setdefault(entry.soort, []).append(PaginaLink(entry.titel, entry.adres))
    kinds = [(kind, words) for kind, words in KINDS.items() if kind in by_kind]
    intro = introduction(
        builder, "zoeken", "Zoek in trends, praktijken, kansen, begrippen en verslagen.", title="Zoeken"
    )
    context = ZoekenPagina(
        kader=intro.frame,
        gegevens=data,
        voorbeelden=search_examples(builder),
        soorten=tuple(kinds),
        filters=tuple((facet, words) for facet, words in FILTERS if facet != "soort"),
        trends=tuple(builder.cards.trends.values()),
        bewijzen=tuple(map(evidence, vocabulary.BEWIJS)),
        statussen=tuple(StatusLabel(value, "", "") for value in vocabulary.STATUS_OP_SITE),
        beeld=_picture(builder, entries),
        register=tuple((words, tuple(by_kind[kind])) for kind, words in kinds),
    )
    return Page.of("/zoeken/", context, intro.origin)


def _picture(builder: PageBuilder, entries: Iterable[SearchEntry]) -> GevondenBeeld:
    praktijken = {builder.addresses.url_for(entry.address): entry for entry in builder.site.praktijken.values()}
    dots = geo.dots(builder.cards.places_of(praktijken.values()))
    numbers = geo.numbered(dots)
    of_address = {
        address: f"{entry.item.bewijs} {geo.numbers_of(builder.cards.places_of([entry]), numbers)}".strip()
        for address, entry in praktijken.items()
    }
    return GevondenBeeld(
        praktijken=",".join(of_address.get(entry.adres, "") for entry in entries),
        punten=dots,
        register=geo.by_name(dots),
        muur=wall([number for _, number in evidence_spread(builder.site)]),
    )
