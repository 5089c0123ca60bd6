"""The page that puts praktijken side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, page_frame
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel

COMPARE = "/praktijken/vergelijk/"
MOST_COMPARED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class VergelijkPagina(Context, template="vergelijk.html"):
    """Up to three praktijken side by side; the choice is in the fragment, so a script fills the table."""

    praktijken: tuple[PaginaLink, ...]
    voorbeelden: tuple[tuple[TrendLabel, PaginaLink, str], ...]
    """Kansen with more than one praktijk: the link puts those side by side, the text says where they are."""
    gegevens: str
    """Addresses of the parts of the data that the script reads."""


def compare_page(builder: PageBuilder, data: str) -> Page:
    """`/praktijken/vergelijk/`; `data` are the addresses of the passports."""
    sentence = "Zet twee of drie praktijken naast elkaar, veld voor veld."
    above = builder.addresses.list_link("praktijken")
    context = VergelijkPagina(
        kader=page_frame(builder, COMPARE, "Praktijken vergelijken", sentence, above),
        praktijken=tuple(map(builder.addresses.link_to, builder.site.praktijken.values())),
        voorbeelden=tuple(_examples(builder)),
        gegevens=data,
    )
    return Page.of(COMPARE, context, Location("content/praktijken"))


def _examples(builder: PageBuilder) -> Iterator[tuple[TrendLabel, PaginaLink, str]]:
    """Per trend the first kans with more than one praktijk to put side by side."""
    trends_done = set[str]()
    for entry in builder.site.kansen.values():
        cards = builder.cards.praktijken_of(entry.item.praktijken)[:MOST_COMPARED]
        if len(cards) > 1 and entry.item.trend not in trends_done:
            trends_done.add(entry.item.trend)
            choice = f"{COMPARE}#p={','.join(card.slug for card in cards)}"
            yield (
                builder.cards.trend(entry.item.trend),
                builder.addresses.link(entry.item.titel, choice),
                "; ".join(card.plaats for card in cards),
            )
