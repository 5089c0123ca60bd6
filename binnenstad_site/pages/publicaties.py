"""The page of publications."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from binnenstad_site.core.dates import day_in_words
from binnenstad_site.models import FIRST_PUBLICATION
from binnenstad_site.models.items import Publicatie
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe, SearchEntry
from binnenstad_site.pages.parts.labels import TrendLabel
from binnenstad_site.pages.search_entries import facets, piece, search_entry
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True)
class PublicatieRegel:
    """A publication in the list."""

    id: str
    titel: str
    taal: str
    """Of its title, when that is not Dutch; empty otherwise."""
    adres: str
    auteurs: str
    uitgever: str
    datum: str
    soort: str
    in_een_zin: str
    trends: tuple[TrendLabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicatiesPagina(Context, template="publicaties.html"):
    """All publications."""

    eerste: PublicatieRegel | None
    """The publication that this site starts from."""
    publicaties: tuple[PublicatieRegel, ...]


def publicaties_page(builder: PageBuilder) -> Page:
    """`/publicaties/`."""
    intro = introduction(builder, "publicaties", "Wat er over de toekomst van binnensteden te lezen is.")
    entries = tuple(builder.site.publicaties.values())
    recipe = Recipe(PublicatiesPagina, _context, (intro, entries))
    return intro.page_made_of(recipe, found_on_it=(_search(builder, entry) for entry in entries))


def _context(builder: PageBuilder, intro: Introduction, entries: Sequence[Entry[Publicatie]]) -> PublicatiesPagina:
    rows = {entry.slug: _row(builder, entry) for entry in entries}
    return PublicatiesPagina(
        kader=intro.frame,
        eerste=rows.pop(FIRST_PUBLICATION, None),
        publicaties=tuple(rows.values()),
    )


def _row(builder: PageBuilder, entry: Entry[Publicatie]) -> PublicatieRegel:
    item = entry.item
    return PublicatieRegel(
        id=entry.slug,
        titel=item.titel,
        taal=item.taal or "",
        adres=item.url or "",
        auteurs=", ".join(item.auteurs),
        uitgever=item.uitgever,
        datum=day_in_words(item.datum),
        soort=item.soort,
        in_een_zin=item.in_een_zin,
        trends=builder.cards.trends_of(item.trends),
    )


def _search(builder: PageBuilder, entry: Entry[Publicatie]) -> SearchEntry:
    item = entry.item
    pieces = piece(item.uitgever, *item.auteurs)
    return search_entry(builder, entry, item.in_een_zin, pieces, facets(builder, item.trends), item.uitgever)
