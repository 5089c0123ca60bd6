"""What the windows of the street answer, a file per trend: which praktijk each is, for the script of the street."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.drawings.blocks import TREND_HOUSES
from binnenstad_site.drawings.shapes import Point
from binnenstad_site.drawings.street import Windows, houses
from binnenstad_site.pages import PageBuilder

NAME = "ramen.json"


def street_files(builder: PageBuilder) -> Iterator[Output]:
    """`/trends/anders-werken/ramen.json` and the others; none when a window stands for more than one praktijk."""
    for slug, praktijken in builder.street.behind.items():
        if praktijken and builder.site.trends[slug].item.kort in TREND_HOUSES:
            yield Output(f"trends/{slug}/{NAME}", json_bytes(_windows(builder, slug, praktijken)))


def _windows(builder: PageBuilder, slug: str, praktijken: tuple[str, ...]) -> dict[str, object]:
    """`ramen` (lit) and `luiken` (shut): upper left corner in the drawing, title, place, status, address."""
    windows = builder.street.windows[slug]
    drawn = partial(_corners, builder.site.trends[slug].item.kort, windows)
    corners = builder.memo.get(Kept.TEMPLATE, digest("corners", drawn.args), drawn)
    cards = (builder.cards.praktijken[praktijk] for praktijk in praktijken)
    rows = [
        (*corner, card.titel, card.plaats, card.status.tekst, card.adres)
        for corner, card in zip(corners, cards, strict=True)
    ]
    lit, shut = windows.split(rows)
    return {"ramen": lit, "luiken": shut}


def _corners(kort: str, windows: Windows) -> tuple[Point, ...]:
    return houses(kort, windows).corners
