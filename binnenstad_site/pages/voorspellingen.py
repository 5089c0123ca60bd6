"""The page of forecasts: drawn on one axis of years, counted by outcome, and in full by subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from binnenstad_site.drawings.forecasts import Forecast, YearAxis, axis_of, mark, row, years
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Voorspelling
from binnenstad_site.models.vocabulary import NIET_BESLIST, ONDERWERP, VOORSPELD, VOORSPELD_KORT
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, withdrawal
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe, SearchEntry, last_modified
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.parts.voorspelling_parts import (
    UitkomstTelling,
    VoorspellingDeel,
    VoorspellingGroep,
    VoorspellingRegel,
)
from binnenstad_site.pages.search_entries import facets, piece, search_entry
from binnenstad_site.validate.validator import Entry, Ref

TITLE = "Voorspeld, en uitgekomen?"
MOST_QUOTED = 2
"""So many stand on the page of a trend or scenario."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorspellingenPagina(Context, template="voorspellingen.html"):
    """All forecasts."""

    geteld: str
    """How many there are, in words."""
    jaren: Markup
    """The numbers above and below the rows of the drawing."""
    rijen: tuple[tuple[VoorspellingRegel, Markup], ...]
    """The drawing: each forecast with its row, what was said first on top."""
    uitkomsten: tuple[UitkomstTelling, ...]
    """The outcomes that there are."""
    groepen: tuple[VoorspellingGroep, ...]
    ingetrokken: tuple[tuple[str, str, str], ...] = ()
    """Withdrawn ones, whose anchors were published: id, title, reason."""


def voorspellingen_page(builder: PageBuilder) -> Page:
    """`/voorspellingen/`."""
    intro = introduction(builder, "voorspellingen", "Wat er over binnensteden is voorspeld, en wat ervan kwam.", TITLE)
    site = builder.site
    entries = tuple(site.voorspellingen.values())
    withdrawn = tuple(entry for entry in site.withdrawn if isinstance(entry.item, Voorspelling))
    recipe = Recipe(VoorspellingenPagina, _context, (intro, entries, withdrawn))
    return intro.page_made_of(recipe, last_modified(entries), map(partial(_search, builder), entries))


def _context(
    builder: PageBuilder,
    intro: Introduction,
    entries: tuple[Entry[Voorspelling], ...],
    withdrawn: tuple[Entry[Voorspelling], ...],
) -> VoorspellingenPagina:
    counts = Counter[str](entry.item.uitkomst for entry in entries)
    outcomes = [outcome for outcome in VOORSPELD if counts[outcome]]
    axis = axis_of((forecast_of(entry.item) for entry in entries), builder.today.year + builder.today.month / 12)
    by_subject = groupby(entries, key=lambda entry: entry.item.onderwerp)
    return VoorspellingenPagina(
        kader=intro.frame,
        geteld=COLLECTIONS["voorspellingen"].counted(len(entries)),
        jaren=years(axis),
        rijen=tuple(_rows(builder, entries, axis)),
        uitkomsten=tuple(UitkomstTelling(mark(o), VOORSPELD[o], VOORSPELD_KORT[o], counts[o]) for o in outcomes),
        groepen=tuple(_group(builder, subject, tuple(group), outcomes) for subject, group in by_subject),
        ingetrokken=tuple((entry.slug, entry.item.titel, withdrawal(entry.item)) for entry in withdrawn),
    )


def forecast_of(item: Voorspelling) -> Forecast:
    """What is drawn of a forecast."""
    said, target = (None if year == "onbekend" else int(year) for year in (item.jaar, item.doeljaar))
    return Forecast(said, target, item.uitkomst)


def _rows(
    builder: PageBuilder, entries: Iterable[Entry[Voorspelling]], axis: YearAxis
) -> Iterator[tuple[VoorspellingRegel, Markup]]:
    """By the year in which it was said, then by that for which it was said."""
    for entry in sorted(entries, key=lambda entry: (entry.item.jaar, entry.item.doeljaar, entry.slug)):
        yield line(builder, entry), row(forecast_of(entry.item), axis)


def _group(
    builder: PageBuilder, subject: str, entries: tuple[Entry[Voorspelling], ...], outcomes: Iterable[str]
) -> VoorspellingGroep:
    counts = Counter[str](entry.item.uitkomst for entry in entries)
    return VoorspellingGroep(
        naam=ONDERWERP[subject],
        adres=f"#{entries[0].slug}",
        delen=tuple(_part(builder, entry) for entry in entries),
        aantallen=tuple(counts[outcome] for outcome in outcomes),
    )


def line(builder: PageBuilder, entry: Entry[Voorspelling]) -> VoorspellingRegel:
    """A forecast in a list."""
    item = entry.item
    return VoorspellingRegel(
        titel=item.titel,
        adres=builder.addresses.url_for(entry.address),
        wie=item.wie,
        wanneer=when(item),
        uitkomst=VOORSPELD[item.uitkomst],
        waarde=item.waarde or "",
        teken=mark(item.uitkomst),
    )


def when(item: Voorspelling) -> str:
    """When it was said and for when, in words."""
    said = "jaar onbekend" if item.jaar == "onbekend" else f"in {item.jaar}"
    return f"{said}, {'zonder doeljaar' if item.doeljaar == 'onbekend' else f'voor {item.doeljaar}'}"


def _part(builder: PageBuilder, entry: Entry[Voorspelling]) -> VoorspellingDeel:
    """One forecast in full; its ids begin with its slug, for all stand on one page."""
    item = entry.item
    notes = builder.notes(entry, f"{entry.slug}-")
    happened, said = notes.behind(item, "uitkomst_bron"), notes.behind(item)
    scenarios = (builder.site.scenarios.get(slug) for slug in item.scenarios)
    return VoorspellingDeel(
        id=entry.slug,
        regel=line(builder, entry),
        uitspraak=item.uitspraak,
        uitspraak_noten=said,
        gebeurde=item.wat_gebeurde or "",
        gebeurde_noten=happened,
        les=item.les,
        trends=builder.cards.trends_of(item.trends),
        scenarios=tuple(builder.addresses.link_to(scenario) for scenario in scenarios if scenario),
        bronnen=notes.finish().bronnen,
    )


def _search(builder: PageBuilder, entry: Entry[Voorspelling]) -> SearchEntry:
    item = entry.item
    pieces = piece(item.wie, item.wat_gebeurde or "", item.les)
    return search_entry(builder, entry, item.uitspraak, pieces, facets(builder, item.trends), VOORSPELD[item.uitkomst])


@dataclass(frozen=True, slots=True)
class Quoted:
    """What another page shows of the forecasts."""

    lines: tuple[VoorspellingRegel, ...]
    all: PaginaLink

    @classmethod
    def of(cls, builder: PageBuilder, ref: Ref) -> Quoted:
        """For the page of a trend or scenario."""
        return cls(_quoted(builder, ref), _link_to_all(builder))


def _quoted(builder: PageBuilder, ref: Ref) -> tuple[VoorspellingRegel, ...]:
    """What the page of a trend or scenario quotes: what is settled and mostly about it, and rather not one outcome.

    The newest first; the second is one that came out otherwise, where there is one.
    """
    about = sorted(builder.site.voorspellingen_of(ref), key=lambda entry: _closeness(entry.item, ref))
    others = [entry for entry in about[1:] if entry.item.uitkomst != about[0].item.uitkomst] or about[1:]
    return tuple(line(builder, entry) for entry in (*about[:1], *others[: MOST_QUOTED - 1]))


def _closeness(item: Voorspelling, ref: Ref) -> tuple[bool, bool, int]:
    """What is settled comes first, then what names the trend or scenario first, then the newest."""
    year = 0 if item.jaar == "onbekend" else int(item.jaar)
    return item.uitkomst in NIET_BESLIST, ref[1] not in (*item.trends[:1], *item.scenarios[:1]), -year


def link_to_page(builder: PageBuilder) -> PaginaLink:
    """The way to the page from a list."""
    return builder.addresses.link(TITLE, COLLECTIONS["voorspellingen"].list_address)


def _link_to_all(builder: PageBuilder) -> PaginaLink:
    """The way to the page from what is quoted of it."""
    number = len(builder.site.voorspellingen)
    text = f"Alle {number} voorspellingen" if number > 1 else "Meer over de voorspelling"
    return builder.addresses.link(text, COLLECTIONS["voorspellingen"].list_address)
