"""The list of trends, with their counts."""

from __future__ import annotations

from binnenstad_site.core.typography import counted
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.contexts import TrendsPagina
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts import TrendKaart
from binnenstad_site.pages.static_pages import introduction


def trend_cards(builder: PageBuilder) -> tuple[TrendKaart, ...]:
    """The six trends with their counts."""
    cards: list[TrendKaart] = []
    for slug, entry in builder.site.trends.items():
        found = builder.site.praktijken_of(entry.ref)
        cards.append(
            TrendKaart(
                label=builder.trend(slug),
                in_een_zin=entry.item.in_een_zin,
                dossier=entry.item.dossier,
                praktijken=len(found),
                gestopt=sum(praktijk.item.gestopt for praktijk in found),
                kansen=len(builder.site.kansen_of(entry.ref)),
                thema=entry.item.thema,
                naar_praktijken=builder.url_for(f"/praktijken/trend/{slug}/"),
                naar_kansen=builder.url_for(f"/kansen/{slug}/"),
                geteld=counted(len(found), "praktijk", "praktijken"),
                blok=builder.street.block(entry),
            )
        )
    return tuple(cards)


def trends_page(builder: PageBuilder) -> Page:
    """`/trends/`."""
    intro = introduction(builder, "trends", "Trends", "Zes ontwikkelingen die de binnenstad veranderen.")
    context = TrendsPagina(
        **intro.fields,
        inleiding=intro.html,
        trends=trend_cards(builder),
        raam=builder.street.window,
        luik=builder.street.shutter,
    )
    return intro.page("/trends/", context)
