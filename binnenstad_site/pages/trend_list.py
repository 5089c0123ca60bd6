"""The list of trends, with their counts."""

from __future__ import annotations

from dataclasses import dataclass

from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Trend
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import introduction
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.parts.list_items import Straat, TrendKaart
from binnenstad_site.pages.voorspellingen import link_to_page
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsPagina(Context, template="trends.html"):
    """The list of trends."""

    straat: Straat
    voorspellingen: PaginaLink


def trend_cards(builder: PageBuilder) -> tuple[TrendKaart, ...]:
    """The six trends with their counts."""
    return tuple(_card(builder, entry) for entry in builder.site.trends.values())


def _card(builder: PageBuilder, entry: Entry[Trend]) -> TrendKaart:
    praktijken = builder.site.praktijken_of(entry.ref)
    return TrendKaart(
        label=builder.cards.trend(entry.slug),
        in_een_zin=entry.item.in_een_zin,
        dossier=entry.item.dossier,
        praktijken=len(praktijken),
        gestopt=sum(praktijk.item.gestopt for praktijk in praktijken),
        kansen=len(builder.site.kansen_of(entry.ref)),
        thema=entry.item.thema,
        naar_praktijken=builder.addresses.url_for(f"/praktijken/trend/{entry.slug}/"),
        naar_kansen=builder.addresses.url_for(f"/kansen/{entry.slug}/"),
        geteld=COLLECTIONS["praktijken"].counted(len(praktijken)),
        blok=builder.street.block(entry),
    )


def street_part(builder: PageBuilder) -> Straat:
    """The street of all trends."""
    return Straat(trend_cards(builder), builder.street.window, builder.street.shutter)


def trends_page(builder: PageBuilder) -> Page:
    """`/trends/`."""
    intro = introduction(builder, "trends", "Zes ontwikkelingen die de binnenstad veranderen.")
    context = TrendsPagina(
        kader=intro.frame,
        straat=street_part(builder),
        voorspellingen=link_to_page(builder),
    )
    return intro.page(context)
