"""The changes of all items, and the page that lists them by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from binnenstad_site.core.dates import in_words
from binnenstad_site.core.urls import slugify
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Kans, MetBronnen, Voorspelling
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, StoryItem
from binnenstad_site.pages.introduction import introduction
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts.folds import Gevouwen, fold
from binnenstad_site.pages.parts.item_parts import WijzigingRegel
from binnenstad_site.pages.parts.labels import PaginaLink

ROW_OF_KIND = {row.enkelvoud: row for row in COLLECTIONS.values()}
AT_A_GLANCE = 8
"""So many changed items are named at once; more would bury the other changes of that day."""

GROUPS_UNFOLDED = 12
"""Of one day; on a day on which editors went through all items, the others are shown when asked for, and printed."""


@dataclass(frozen=True, slots=True)
class WijzigingGroep:
    """Items of one kind that say the same of what changed: `kop` is "48 kansen"."""

    kop: str
    wat: str
    links: tuple[PaginaLink, ...]
    lang: bool
    """So many that they are shown when asked for."""


@dataclass(frozen=True, slots=True)
class WijzigingDag:
    """All that changed on one day; `dag` is the ISO date for `<time>`."""

    dag: str
    datum: str
    groepen: Gevouwen[WijzigingGroep]


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigingenPagina(Context, template="wijzigingen.html"):
    """All major changes."""

    dagen: tuple[WijzigingDag, ...]


def all_changes(builder: PageBuilder) -> tuple[WijzigingRegel, ...]:
    """Every major change of every item, the newest first."""
    lines = [
        WijzigingRegel(
            change.datum,
            in_words(change.datum),
            change.wat or "",
            entry.item.titel,
            builder.addresses.url_for(entry.address),
            entry.collection.enkelvoud,
            _about(builder, entry.item) if change is min(entry.item.wijzigingen, key=lambda other: other.datum) else "",
        )
        for entry in builder.site.all_entries()
        if isinstance(entry.item, MetBronnen)
        for change in entry.item.wijzigingen
        if change.soort == "groot"
    ]
    lines.sort(key=lambda line: (line.soort, slugify(line.titel)))
    return tuple(sorted(lines, key=lambda line: line.dag, reverse=True))


def changes_of_listed(builder: PageBuilder, changes: Sequence[WijzigingRegel]) -> tuple[WijzigingRegel, ...]:
    """Without those of withdrawn items."""
    withdrawn = {builder.addresses.url_for(entry.address) for entry in builder.site.withdrawn}
    return tuple(change for change in changes if change.adres not in withdrawn)


def _about(builder: PageBuilder, item: MetBronnen) -> str:
    """An item in one line; of a kans the title says what, so here is where it belongs."""
    if isinstance(item, Kans):
        return f"{builder.cards.trend(item.trend).titel}, {vocabulary.FASE[item.fase].lower()}."
    if isinstance(item, Voorspelling):
        return item.uitspraak
    return item.in_een_zin if isinstance(item, StoryItem) else ""


def by_day(changes: Sequence[WijzigingRegel]) -> tuple[WijzigingDag, ...]:
    """Per day the kinds of items, those that say the same together."""
    days = []
    for (day, datum), lines in groupby(changes, key=lambda line: (line.dag, line.datum)):
        alike: dict[tuple[str, str], list[PaginaLink]] = {}
        for line in lines:
            alike.setdefault((line.soort, line.wat), []).append(PaginaLink(line.titel, line.adres))
        groups = (
            WijzigingGroep(ROW_OF_KIND[kind].counted(len(links)), wat, tuple(links), len(links) > AT_A_GLANCE)
            for (kind, wat), links in alike.items()
        )
        days.append(WijzigingDag(day, datum, fold(tuple(groups), GROUPS_UNFOLDED, "wijziging", "wijzigingen")))
    return tuple(days)


def changes_page(builder: PageBuilder, changes: Sequence[WijzigingRegel]) -> Page:
    """`/wijzigingen/`."""
    intro = introduction(builder, "wijzigingen", "Wat er nieuw of anders is op deze site.", "Wijzigingen")
    context = WijzigingenPagina(kader=intro.frame, dagen=by_day(changes))
    return intro.page(context, changes[0].dag if changes else "")
