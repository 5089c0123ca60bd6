"""The list of praktijken, whole and for every value of each facet: the filters that work without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.memo import KeptKey
from binnenstad_site.core.typography import counted
from binnenstad_site.core.urls import slugify
from binnenstad_site.drawings.wall import wall
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Praktijk, Verslag
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.facets import (
    ABROAD,
    FacetCodes,
    FacetValue,
    definitions,
    facet_groups,
    members_of_values,
)
from binnenstad_site.pages.frames import Context, page_frame, with_copy
from binnenstad_site.pages.introduction import PLACES, Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe, last_modified
from binnenstad_site.pages.parts.folds import Gevouwen, fold
from binnenstad_site.pages.parts.labels import Keuzegroep, PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import PraktijkKaart, VerslagKaart
from binnenstad_site.validate.validator import Entry

CARDS_UNFOLDED = 24
"""Of one facet, on a phone; a script cuts the whole list shorter."""
EMPTY = "Nu geen praktijken. Kent u er een? Dan horen wij dat graag."
Entries = Sequence[Entry[Praktijk]]


@dataclass(frozen=True, slots=True)
class PraktijkRij:
    """A praktijk in the list; what the script filters by is empty where nothing is filtered."""

    kaart: PraktijkKaart
    kenmerken: str
    """Its facet values, two letters each."""
    punten: str
    """The numbers of its dots on the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkLijst:
    """Some of the praktijken, with their map and their evidence."""

    gevonden: str
    """How many in words: `33 praktijken`."""
    rijen: Gevouwen[PraktijkRij]
    punten: tuple[geo.KaartPunt, ...]
    andere_punten: tuple[geo.KaartPunt, ...]
    """Places with a praktijk that is not in this list."""
    register: tuple[tuple[int, geo.KaartPunt], ...]
    """The dots by name, each with its number on the map."""
    muur: Markup
    treden: tuple[tuple[int, str], ...]
    """How many praktijken per step of evidence, the highest first."""
    leeg: str
    """What to say when there is nothing; empty otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkenPagina(Context, template="praktijken.html"):
    """The list of praktijken, whole or for one value of a facet."""

    lead: str
    lijst: PraktijkLijst
    facetten: tuple[Keuzegroep, ...] = ()
    """The filters; empty on a facet page."""
    plaatsen: str = ""
    """Where a reader chooses a gemeente, to filter by places like it."""
    alle: PaginaLink | None = None
    """Back to the whole list, on a facet page."""
    keuze: str = ""
    """The value that a facet page shows."""
    trend: TrendLabel | None = None
    """The trend that colours the page of a trend."""
    verslagen: tuple[VerslagKaart, ...] = ()
    """On the page of a province."""


def by_check(entries: Entries) -> Entries:
    """The order of the list: the last checked first, then the strongest evidence, then by name."""
    named = sorted(entries, key=lambda entry: (-int(entry.item.bewijs), slugify(entry.item.titel)))
    return sorted(named, key=lambda entry: entry.item.gecontroleerd, reverse=True)


@dataclass(frozen=True)
class _ListedPraktijk(KeptKey):
    """What lists need to know of a praktijk."""

    kaart: PraktijkKaart
    places: tuple[geo.Place, ...]
    kenmerken: str
    """Its facet values, as the script filters by them."""


def praktijken_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/praktijken/` and a page for every allowed value of trend, bewijs, status and provincie, also an empty one."""
    entries = by_check(tuple(builder.site.praktijken.values()))
    facets = definitions(builder.site, builder.today)
    members = members_of_values(entries, facets)
    codes = FacetCodes(facets)
    sentence = "Wat gemeenten in hun binnenstad doen, met kosten, bewijs en wat er misging."
    intro = introduction(builder, "praktijken", sentence)
    items = {
        entry.slug: _ListedPraktijk(
            builder.cards.praktijken[entry.slug], tuple(builder.cards.places_of([entry])), codes.of(entry.item)
        )
        for entry in entries
    }
    everywhere = geo.Dots(geo.dots(builder.cards.places_of(entries)))
    groups = facet_groups(builder.addresses, facets, members)
    recipe = Recipe(PraktijkenPagina, _whole, (intro, tuple(items.values()), everywhere, groups))
    yield intro.page_made_of(recipe, last_modified(entries))
    for facet in facets:
        for value in facet.values if facet.title else ():
            chosen = members.get((facet.slug, value), ())
            of_value = tuple(items[entry.slug] for entry in chosen)
            verslagen = _verslagen(builder, facet.values[value]) if facet.slug == "provincie" else ()
            parts = (FacetValue.of(facet, value), intro.titel, of_value, everywhere, verslagen)
            recipe = Recipe(PraktijkenPagina, _of_value, parts)
            yield Page.made_of(builder, parts[0].url, recipe, intro.origin, (), last_modified(chosen))


def _verslagen(builder: PageBuilder, province: str) -> tuple[Entry[Verslag], ...]:
    """The verslagen of a province."""
    verslagen = builder.site.verslagen.values()
    return tuple(verslag for verslag in verslagen if province in builder.site.provincies_of(verslag.item))


def _whole(
    builder: PageBuilder,
    intro: Introduction,
    items: Sequence[_ListedPraktijk],
    everywhere: geo.Dots,
    groups: tuple[Keuzegroep, ...],
) -> PraktijkenPagina:
    dots = everywhere.dots
    numbers = geo.numbered(dots)
    rows = tuple(PraktijkRij(item.kaart, item.kenmerken, geo.numbers_of(item.places, numbers)) for item in items)
    return PraktijkenPagina(
        kader=intro.frame,
        lead=intro.frame.omschrijving,
        lijst=_list(rows, dots, everywhere, unfolded=len(rows)),
        facetten=groups,
        plaatsen=builder.addresses.url_for(f"/{PLACES}/"),
    )


def _list(
    rows: tuple[PraktijkRij, ...], dots: tuple[geo.KaartPunt, ...], everywhere: geo.Dots, unfolded: int = CARDS_UNFOLDED
) -> PraktijkLijst:
    """The list of these praktijken, with their dots; a phone shows the first `unfolded`."""
    own = {(dot.x, dot.y) for dot in dots}
    steps = Counter(row.kaart.bewijs.trede for row in rows)
    return PraktijkLijst(
        gevonden=COLLECTIONS["praktijken"].counted(len(rows)),
        rijen=fold(rows, unfolded, "praktijk", "praktijken"),
        punten=dots,
        andere_punten=tuple(dot for dot in everywhere.dots if (dot.x, dot.y) not in own),
        register=geo.by_name(dots),
        muur=wall([steps[int(step)] for step in vocabulary.BEWIJS]),
        treden=tuple((steps[int(s)], word) for s, word in reversed(vocabulary.BEWIJS.items()) if steps[int(s)]),
        leeg="" if rows else EMPTY,
    )


def title_of_value(chosen: FacetValue) -> str:
    """The title of the page of one value."""
    return "Praktijken buiten Nederland" if chosen.value == ABROAD else chosen.title


def _of_value(
    builder: PageBuilder,
    chosen: FacetValue,
    list_title: str,
    items: Sequence[_ListedPraktijk],
    everywhere: geo.Dots,
    verslagen: Sequence[Entry[Verslag]],
) -> PraktijkenPagina:
    title = title_of_value(chosen)
    total = f"{counted(len(items), 'voorbeeld', 'voorbeelden')}, met kosten, bewijs en wat er misging."
    dots = geo.dots(place for item in items for place in item.places)
    numbers = geo.numbered(dots)
    rows = tuple(PraktijkRij(item.kaart, "", geo.numbers_of(item.places, numbers)) for item in items)
    return PraktijkenPagina(
        kader=with_copy(
            page_frame(
                builder,
                chosen.url,
                title,
                f"{title}: {total if items else 'nog geen voorbeelden.'}",
                builder.addresses.link(list_title, "/praktijken/"),
            ),
            builder.addresses.url_for(chosen.url),
        ),
        lead=total[0].upper() + total[1:] if items else "",
        lijst=_list(rows, dots, everywhere),
        alle=builder.addresses.link("Alle praktijken", "/praktijken/"),
        keuze=chosen.text,
        trend=builder.cards.trend(chosen.value) if chosen.facet == "trend" else None,
        verslagen=builder.cards.verslagen_of(verslagen),
    )
