"""The list of trends, with their counts."""

from __future__ import annotations

from binnenstad_site.core.typography import counted
from binnenstad_site.pages.contexts import TrendsPagina
from binnenstad_site.pages.desk import Desk
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts import TrendKaart
from binnenstad_site.pages.static_pages import introduction


def trend_cards(desk: Desk) -> tuple[TrendKaart, ...]:
    """The six trends with their counts."""
    cards: list[TrendKaart] = []
    for slug, entry in desk.site.trends.items():
        found = desk.site.praktijken_of(entry.ref)
        cards.append(
            TrendKaart(
                label=desk.trend(slug),
                in_een_zin=entry.item.in_een_zin,
                dossier=entry.item.dossier,
                praktijken=len(found),
                gestopt=sum(praktijk.item.status == "gestopt" for praktijk in found),
                kansen=len(desk.site.kansen_of(entry.ref)),
                thema=entry.item.thema,
                naar_praktijken=desk.at(f"/praktijken/trend/{slug}/"),
                naar_kansen=desk.at(f"/kansen/{slug}/"),
                geteld=counted(len(found), "praktijk", "praktijken"),
                blok=desk.street.block(entry),
            )
        )
    return tuple(cards)


def trends_page(desk: Desk) -> Page:
    """`/trends/`."""
    intro = introduction(desk, "trends", "Trends", "Zes ontwikkelingen die de binnenstad veranderen.")
    context = TrendsPagina(
        **intro.fields,
        inleiding=intro.html,
        trends=trend_cards(desk),
        raam=desk.street.window,
        luik=desk.street.shutter,
    )
    return intro.page("/trends/", context)
