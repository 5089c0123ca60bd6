"""The list of trends, with their counts."""

from __future__ import annotations

from dataclasses import dataclass

from binnenstad_site.drawings.street import block
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Trend
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.parts.list_items import Straat, TrendKaart
from binnenstad_site.pages.street import StreetNumbers, TrendNumbers
from binnenstad_site.pages.voorspellingen import link_to_page
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsPagina(Context, template="trends.html"):
    """The list of trends."""

    straat: Straat
    voorspellingen: PaginaLink


def trend_cards(builder: PageBuilder, street: StreetNumbers) -> tuple[TrendKaart, ...]:
    """The trends with their counts."""
    trends = builder.site.trends.values()
    return tuple(_card(builder, entry, numbers) for entry, numbers in zip(trends, street.trends, strict=True))


def _card(builder: PageBuilder, entry: Entry[Trend], numbers: TrendNumbers) -> TrendKaart:
    return TrendKaart(
        label=builder.cards.trend(entry.slug),
        in_een_zin=entry.item.in_een_zin,
        dossier=entry.item.dossier,
        praktijken=numbers.praktijken,
        gestopt=numbers.gestopt,
        kansen=numbers.kansen,
        thema=entry.item.thema,
        naar_praktijken=builder.addresses.url_for(f"/praktijken/trend/{entry.slug}/"),
        naar_kansen=builder.addresses.url_for(f"/kansen/{entry.slug}/"),
        geteld=COLLECTIONS["praktijken"].counted(numbers.praktijken),
        kansen_geteld=COLLECTIONS["kansen"].counted(numbers.kansen),
        blok=block(entry.item.kort, numbers.windows),
    )


def street_part(builder: PageBuilder, street: StreetNumbers) -> Straat:
    """The street of all trends, from edge to edge."""
    from binnenstad_site.drawings.beyond import street_beyond  # noqa: PLC0415 - most builds know the page

    cards = trend_cards(builder, street)
    return Straat(cards, street.window, street.shutter, street.per_window == 1, street_beyond())


def trends_page(builder: PageBuilder) -> Page:
    """`/trends/`."""
    intro = introduction(builder, "trends", "Zes ontwikkelingen die de binnenstad veranderen.")
    return intro.page_made_of(Recipe(TrendsPagina, _context, (intro, builder.street.numbers)))


def _context(builder: PageBuilder, intro: Introduction, street: StreetNumbers) -> TrendsPagina:
    return TrendsPagina(kader=intro.frame, straat=street_part(builder, street), voorspellingen=link_to_page(builder))
