"""The Markdown copies of pages that are not about one item: lists, gemeenten, changes and figures.

Tools have none: a form or a calculation is no text. Paths and titles are known at once, the text when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate

from binnenstad_site.exports.opendata.markdown import (
    citations_as_notes,
    escaped,
    facts_of,
    note_numbers,
    source_lines,
    with_full_links,
)
from binnenstad_site.models import COLLECTIONS, Collection, vocabulary
from binnenstad_site.models.items import Gemeente, Kans, MetBronnen, Named, Praktijk, Trend
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.agenda import coming_events
from binnenstad_site.pages.changes import all_changes, by_day
from binnenstad_site.pages.evidence import strongest
from binnenstad_site.pages.facets import FacetValue, Members, definitions, members_of_values
from binnenstad_site.pages.frames import StoryItem
from binnenstad_site.pages.introduction import FIGURES, Introduction, introduction
from binnenstad_site.pages.kansen import kansen_address, kansen_title
from binnenstad_site.pages.own_figures import TITLE as FIGURES_TITLE
from binnenstad_site.pages.own_figures import figures
from binnenstad_site.pages.praktijken_lists import by_check, title_of_value
from binnenstad_site.pages.voorspellingen import TITLE as FORECASTS_TITLE
from binnenstad_site.validate.validator import Entry

ALONE = frozenset({"id", "term", "naam", "slug", "bijnamen", "lat", "lon"})
"""Fields that say nothing more below the name of their item, or are for the search and the map only."""

TITLES = {"voorspellingen": FORECASTS_TITLE}
"""Of lists that are not called as their collection."""


@dataclass(frozen=True, slots=True)
class ListCopy:
    """The copy of a page."""

    adres: str
    """Of the page, from the root of the site."""
    titel: str
    produce: Callable[[], str]


@dataclass(frozen=True, slots=True)
class _Group:
    """Items under a heading: as lines, or in full."""

    kop: str
    regels: tuple[str, ...] = ()
    items: tuple[Entry[Named], ...] = ()


def list_copies(builder: PageBuilder) -> Iterator[ListCopy]:
    """Lists of all and of some praktijken, the kansen of each trend, gemeenten, changes and figures."""
    site = builder.site
    for row in COLLECTIONS.values():
        if row.list_address:
            intro = introduction(builder, row.name, "", TITLES.get(row.name, ""))
            yield ListCopy(row.list_address, intro.titel, partial(_list, builder, row, intro))
    for trend in site.trends.values():
        address, title = kansen_address(trend), kansen_title(trend)
        kansen = _Group("", items=_kansen(builder, trend))
        yield ListCopy(address, title, partial(_text, builder, address, title, "", [kansen]))
    facets = definitions(site, builder.today)
    members = cache(lambda: members_of_values(by_check(tuple(site.praktijken.values())), facets))
    for value in (FacetValue.of(facet, value) for facet in facets if facet.title for value in facet.values):
        yield ListCopy(value.url, title_of_value(value), partial(_of_value, builder, value, members))
    for entry in builder.towns.with_page.values():
        yield ListCopy(entry.address, entry.item.naam, partial(_gemeente, builder, entry))
    for slug, title, produce in (("wijzigingen", "Wijzigingen", _changes), (FIGURES, FIGURES_TITLE, _figures)):
        intro = introduction(builder, slug, "", title)
        yield ListCopy(intro.url, intro.titel, partial(produce, builder, intro))


def _list(builder: PageBuilder, row: Collection, intro: Introduction) -> str:
    return _introduced(builder, intro, tuple(_groups(builder, row)))


def _of_value(builder: PageBuilder, value: FacetValue, members: Callable[[], Members]) -> str:
    """The praktijken with one value of a facet."""
    group = _Group("", _praktijken(builder, members().get((value.facet, value.value), ())))
    return _text(builder, value.url, title_of_value(value), "", [group])


def _groups(builder: PageBuilder, row: Collection) -> Iterator[_Group]:
    """What the list of a collection holds: lines where an item has a page, else the items themselves."""
    site = builder.site
    entries: tuple[Entry[Named], ...] = tuple(getattr(site, row.name).values())
    if row.name == "praktijken":
        yield _Group("", _praktijken(builder, by_check(tuple(site.praktijken.values()))))
    elif row.name == "kansen":
        for trend in site.trends.values():
            yield _Group(
                trend.item.titel, tuple(_line(builder, kans, "eerste_stap") for kans in _kansen(builder, trend))
            )
    elif row.name == "gemeenten":
        for province in vocabulary.PROVINCIE.values():
            towns = (entry for entry in builder.towns.with_page.values() if entry.item.provincie == province)
            yield _Group(province, tuple(_town(builder, entry) for entry in towns))
    elif row.name == "begrippen":
        yield _Group("", items=tuple(entry for entry in site.begrippen.values() if entry.item.uitleg))
    elif "#" in row.address:
        yield _Group("", items=entries)
    else:
        yield _Group("", tuple(_line(builder, entry) for entry in entries))
    if row.name == "verslagen":
        yield _Group(COLLECTIONS["bijeenkomsten"].title, items=tuple(site.bijeenkomsten.values()))


def _line(builder: PageBuilder, entry: Entry[Named], said: str = "in_een_zin", about: str = "") -> str:
    """A link to an item with what it is."""
    address = builder.addresses.absolute(entry.address)
    behind = f" ({about})" if about else ""
    return f"- [{escaped(entry.item.naam)}]({address}){behind}: {escaped(getattr(entry.item, said))}"


def _praktijken(builder: PageBuilder, entries: Iterable[Entry[Praktijk]]) -> tuple[str, ...]:
    """The praktijken with what their cards tell."""
    return tuple(
        _line(
            builder,
            entry,
            about=escaped(
                f"{card.plaats}; {card.status.tekst}; bewijs {card.bewijs.trede} van 4; {card.uitkomst}"
            ).removesuffix("; "),
        )
        for entry in entries
        for card in (builder.cards.praktijken[entry.slug],)
    )


def _kansen(builder: PageBuilder, trend: Entry[Trend]) -> tuple[Entry[Kans], ...]:
    """The kansen of a trend, the first phase first; not those that only link to it, as in `Site.kansen_of`."""
    return tuple(entry for entry in builder.site.kansen.values() if entry.item.trend == trend.slug)


def _town(builder: PageBuilder, entry: Entry[Gemeente]) -> str:
    numbers = (
        ("praktijken", builder.site.praktijken_of(entry.ref)),
        ("verslagen", builder.site.verslagen_of(entry.ref)),
    )
    counted = ", ".join(COLLECTIONS[name].counted(len(found)) for name, found in numbers if found)
    address = builder.addresses.absolute(entry.address)
    return f"- [{escaped(entry.item.naam)}]({address})" + (f": {counted}" if counted else "")


def _gemeente(builder: PageBuilder, entry: Entry[Gemeente]) -> str:
    """A gemeente with its figures, and all that the site has about it."""
    site, ref = builder.site, entry.ref
    events = (site.agenda[slug] for kind, slug in site.backlinks.get(ref, ()) if kind == "agenda")
    coming = (f"- {escaped(e.titel)}: {e.wanneer}, {escaped(e.plaats)}" for e in coming_events(builder, events))
    meetings = (*site.verslagen_of(ref), *site.bijeenkomsten_of(ref))
    alike = builder.towns.alike(entry.slug)
    groups = (
        _Group("Feiten", tuple(facts_of(entry.item, {}, ALONE))),
        _Group("Praktijken", _praktijken(builder, sorted(site.praktijken_of(ref), key=strongest))),
        _Group("Bijeenkomsten", (*coming, *(_line(builder, meeting) for meeting in meetings))),
        _Group(
            f"Plaatsen zoals {entry.item.naam}",
            tuple(f"- {escaped(town.naam)}: {escaped(town.reden)}" for town in alike),
        ),
    )
    return _text(builder, entry.address, entry.item.naam, "", groups)


def _changes(builder: PageBuilder, intro: Introduction) -> str:
    """Every major change by day, with the items that it is about."""
    days = by_day(all_changes(builder))
    return _introduced(
        builder,
        intro,
        [
            _Group(
                day.datum,
                tuple(
                    f"- {group.kop}: {escaped(group.wat)} {'; '.join(escaped(link.tekst) for link in group.links)}."
                    for group in (*day.groepen.eerst, *day.groepen.rest)
                ),
            )
            for day in days
        ],
    )


def _figures(builder: PageBuilder, intro: Introduction) -> str:
    """Each distribution as a table."""
    groups = (
        _Group(
            part.titel,
            (
                f"{part.zin}\n",
                f"| {part.wat} | aantal | procent |",
                "| --- | --- | --- |",
                *(f"| {escaped(row.naam)} | {row.aantal} | {row.deel} |" for row in part.rijen),
            ),
        )
        for part in figures(builder)
    )
    return _introduced(builder, intro, tuple(groups))


def _introduced(builder: PageBuilder, intro: Introduction, groups: Sequence[_Group]) -> str:
    return _text(builder, intro.url, intro.titel, intro.in_een_zin, groups, intro.entry)


def _text(
    builder: PageBuilder,
    address: str,
    title: str,
    sentence: str,
    groups: Sequence[_Group],
    opening: Entry[StoryItem] | None = None,
) -> str:
    """A copy: the opening text of its pagina, its groups, and the sources of all in one list."""
    shown = [entry for group in groups for entry in group.items]
    sourced = [(e.ref, e.item) for e in (opening, *shown) if e and isinstance(e.item, MetBronnen)]
    begins = accumulate((len(item.bronnen) for _, item in sourced), initial=1)
    firsts = {ref: first for (ref, _), first in zip(sourced, begins, strict=False)}
    parts = [f"# {escaped(title)}", escaped(sentence), f"Adres: <{builder.addresses.absolute(address)}>"]
    if opening:
        numbers = note_numbers(opening.item, firsts[opening.ref])
        parts.append(citations_as_notes(with_full_links(builder, opening), numbers).strip())
    for group in groups:
        if group.kop and (group.regels or group.items):
            parts.append(f"## {escaped(group.kop)}")
        parts.append("\n".join(group.regels))
        parts += (_in_full(entry, firsts, "###" if group.kop else "##") for entry in group.items)
    sources = [line for ref, item in sourced for line in source_lines(item, firsts[ref])]
    parts += [*(("## Bronnen", "\n".join(sources)) if sources else ()), f"Licentie: {builder.site.settings.licentie}"]
    return "\n\n".join(part for part in parts if part) + "\n"


def _in_full(entry: Entry[Named], firsts: Mapping[tuple[str, str], int], level: str) -> str:
    """An item that has no page of its own: its name, its sentence, and its facts."""
    item = entry.item
    numbers = note_numbers(item, firsts[entry.ref]) if isinstance(item, MetBronnen) else {}
    sentence = escaped(getattr(item, "in_een_zin", ""))
    facts = "\n".join(facts_of(item, numbers, ALONE))
    return "\n\n".join(part for part in (f"{level} {escaped(item.naam)}", sentence, facts) if part)
