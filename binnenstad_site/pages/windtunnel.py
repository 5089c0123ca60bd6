"""The windtunnel: measures held in every scenario, with the judgements of the site as a start.

The page holds what needs no script: the kansen that hold everywhere, and a sheet to fill in on paper. The script reads
the rest from one file, which is asked for with the page, so that nothing a reader chooses is ever asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from binnenstad_site.models.items import Kans
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import WINDTUNNEL, introduction
from binnenstad_site.pages.page import Page, last_modified
from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.parts.list_items import KansRegel
from binnenstad_site.pages.scenario_links import address_with, code_of
from binnenstad_site.validate.validator import Entry

MOST = 6
"""So many measures are judged at once; the sheet on paper has as many rows."""


@dataclass(frozen=True, slots=True)
class WindtunnelKans:
    """A kans with what it counts and the address that puts it in the windtunnel."""

    regel: KansRegel
    telt: str
    toets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WindtunnelPagina(Context, template="windtunnel.html"):
    """Measures in every scenario; a script fills the table."""

    gegevens: str
    """Address of what the script knows of every kans."""
    scenarios: tuple[PaginaLink, ...]
    kansen: tuple[WindtunnelKans, ...]
    """Those that hold in every scenario, those that work as they are in most of them first."""
    secties: tuple[Sectie, ...]
    """How to use it and how it counts."""
    regels: tuple[int, ...]
    """The numbers of the empty rows of the sheet."""
    voorbeeld: str
    """The codes of the kansen to begin with, with commas."""


def windtunnel_page(builder: PageBuilder, data: str) -> Page:
    """`/scenarios/windtunnel/`; `data` is the address of what its script knows."""
    scenarios = builder.cards.scenarios
    above = builder.addresses.list_link("scenarios")
    sentence = "Houd elke maatregel in vier toekomsten. Wat overal overeind blijft, is robuust."
    intro = introduction(builder, WINDTUNNEL, sentence, "Windtunnel", above)
    kansen = robust(builder, builder.site.kansen.values())
    context = WindtunnelPagina(
        kader=intro.frame,
        gegevens=data,
        scenarios=tuple(map(builder.addresses.link_to, scenarios)),
        kansen=tuple(_row(builder, entry) for entry in kansen),
        secties=intro.secties,
        regels=tuple(range(1, MOST + 1)),
        voorbeeld=",".join(code_of(slug) for slug in _examples(builder)),
    )
    return intro.page(context, last_modified(builder.site.kansen.values()))


def _row(builder: PageBuilder, entry: Entry[Kans]) -> WindtunnelKans:
    line = builder.cards.kans(entry)
    return WindtunnelKans(line, f"{line.gewicht:g}".replace(".", ","), address_with(builder.addresses, entry.slug))


def robust(builder: PageBuilder, entries: Iterable[Entry[Kans]]) -> tuple[Entry[Kans], ...]:
    """Of all kansen those that hold in every scenario, by what they count, trend and title."""
    order = {slug: place for place, slug in enumerate(builder.site.trends)}
    pairs = [(builder.cards.kans(entry), entry) for entry in entries]
    pairs = [pair for pair in pairs if _holds_everywhere(pair[0], len(builder.cards.scenarios))]
    pairs.sort(key=lambda pair: (-pair[0].gewicht, order.get(pair[0].trend.slug, 0), pair[0].titel.casefold()))
    return tuple(entry for _, entry in pairs)


def _holds_everywhere(kans: KansRegel, scenarios: int) -> bool:
    return len(kans.oordelen) == scenarios and all(glyph.waarde != "werkt-niet" for glyph in kans.oordelen)


def _examples(builder: PageBuilder) -> Iterator[str]:
    """The slugs of a kans that holds best, one in the middle and one that holds least: three outcomes to look at."""
    by_weight = sorted(builder.site.kansen.values(), key=lambda entry: (builder.cards.kans(entry).gewicht, entry.slug))
    if by_weight:
        yield from dict.fromkeys(by_weight[place].slug for place in (-1, len(by_weight) // 2, 0))
