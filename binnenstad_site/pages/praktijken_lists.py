"""The list of praktijken, whole and for every value of each facet: the filters that work without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.typography import counted
from binnenstad_site.core.urls import slugify
from binnenstad_site.drawings.wall import wall
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.facets import (
    ABROAD,
    FacetDefinition,
    definitions,
    facet_codes,
    facet_groups,
    members_of_values,
)
from binnenstad_site.pages.frames import Context, page_frame
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.page import Page, last_modified
from binnenstad_site.pages.parts.labels import Keuzegroep, PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import PraktijkKaart, VerslagKaart
from binnenstad_site.pages.places import PLACES
from binnenstad_site.validate.validator import Entry

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
    rijen: tuple[PraktijkRij, ...]
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
class _Lists:
    """What the pages of all values share."""

    builder: PageBuilder
    intro: Introduction
    facets: tuple[FacetDefinition, ...]
    dots: tuple[geo.KaartPunt, ...]
    """Every place with a praktijk."""

    def of(self, entries: Entries, *, filters: bool) -> PraktijkLijst:
        """The list of these praktijken; with `filters` also what the script filters by."""
        dots = self.dots if filters else geo.dots(self.builder.cards.places_of(entries))
        numbers = {(dot.x, dot.y): str(number) for number, dot in enumerate(dots)}
        steps = Counter[str](entry.item.bewijs for entry in entries)
        return PraktijkLijst(
            gevonden=COLLECTIONS["praktijken"].counted(len(entries)),
            rijen=tuple(self._row(entry, numbers if filters else None) for entry in entries),
            punten=dots,
            andere_punten=tuple(dot for dot in self.dots if (dot.x, dot.y) not in numbers),
            register=tuple(sorted(enumerate(dots), key=lambda pair: slugify(pair[1].plaats))),
            muur=wall([steps[step] for step in vocabulary.BEWIJS]),
            treden=tuple((steps[s], word) for s, word in reversed(vocabulary.BEWIJS.items()) if steps[s]),
            leeg="" if entries else EMPTY,
        )

    def _row(self, entry: Entry[Praktijk], numbers: dict[tuple[float, float], str] | None) -> PraktijkRij:
        card = self.builder.cards.praktijken[entry.slug]
        if numbers is None:
            return PraktijkRij(card, "", "")
        points = (geo.project(place.lat, place.lon) for place in self.builder.cards.places_of([entry]))
        dots = " ".join(dict.fromkeys(numbers[point] for point in points if point in numbers))
        return PraktijkRij(card, facet_codes(entry.item, self.facets), dots)


def praktijken_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/praktijken/` and a page for every allowed value of trend, bewijs, status and provincie, also an empty one."""
    entries = by_check(tuple(builder.site.praktijken.values()))
    facets = definitions(builder.site, builder.today)
    members = members_of_values(entries, facets)
    sentence = "Wat gemeenten in hun binnenstad doen, met kosten, bewijs en wat er misging."
    intro = introduction(builder, "praktijken", sentence)
    lists = _Lists(builder, intro, facets, geo.dots(builder.cards.places_of(entries)))
    context = PraktijkenPagina(
        kader=intro.frame,
        lead=intro.frame.omschrijving,
        lijst=lists.of(entries, filters=True),
        facetten=facet_groups(builder.addresses, facets, members),
        plaatsen=builder.addresses.url_for(f"/{PLACES}/"),
    )
    yield intro.page(context, last_modified(entries))
    for facet in facets:
        for value in facet.values if facet.title else ():
            yield _facet_page(lists, facet, value, members.get((facet.slug, value), ()))


def _facet_page(lists: _Lists, facet: FacetDefinition, value: str, entries: Entries) -> Page:
    builder, text = lists.builder, facet.values[value]
    url = f"/praktijken/{facet.slug}/{value}/"
    title = "Praktijken buiten Nederland" if value == ABROAD else facet.title.format(tekst=text)
    total = f"{counted(len(entries), 'voorbeeld', 'voorbeelden')}, met kosten, bewijs en wat er misging."
    verslagen = builder.site.verslagen.values() if facet.slug == "provincie" else ()
    context = PraktijkenPagina(
        kader=page_frame(
            builder,
            url,
            title,
            f"{title}: {total if entries else 'nog geen voorbeelden.'}",
            builder.addresses.link(lists.intro.frame.titel, "/praktijken/"),
        ),
        lead=total[0].upper() + total[1:] if entries else "",
        lijst=lists.of(entries, filters=False),
        alle=builder.addresses.link("Alle praktijken", "/praktijken/"),
        keuze=text,
        trend=builder.cards.trend(value) if facet.slug == "trend" else None,
        verslagen=builder.cards.verslagen_of(v for v in verslagen if text in builder.site.provincies_of(v.item)),
    )
    return Page.of(url, context, lists.intro.origin, (), last_modified(entries))
