"""The list of praktijken, whole and for every value of each facet: the filters that work without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from binnenstad_site.core.typography import counted
from binnenstad_site.core.urls import slugify
from binnenstad_site.drawings.wall import wall
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder, last_modified
from binnenstad_site.pages.contexts import PraktijkenPagina
from binnenstad_site.pages.facetkinds import ABROAD, FacetDefinition, groups, kinds, marks
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts import PaginaLink, PraktijkRij, TrendLabel
from binnenstad_site.pages.static_pages import Introduction, introduction
from binnenstad_site.validate.validator import Entry

EMPTY = "Nu geen praktijken. Kent u er een? Dan horen wij dat graag."
Found = Sequence[Entry[Praktijk]]


def by_check(entries: Found) -> Found:
    """The order of the list: the last checked first, then the strongest evidence, then by name."""
    named = sorted(entries, key=lambda entry: (-int(entry.item.bewijs), slugify(entry.item.titel)))
    return sorted(named, key=lambda entry: entry.item.gecontroleerd, reverse=True)


@dataclass(frozen=True)
class _Lists:
    """What the pages of all values share."""

    builder: PageBuilder
    intro: Introduction
    kinds: tuple[FacetDefinition, ...]
    dots: tuple[geo.KaartPunt, ...]
    """Every place with a praktijk."""

    def fields(self, shown: Found, *, filters: bool) -> dict[str, Any]:
        """What a list of these praktijken shows; with `filters` also what the script filters by."""
        dots = self.dots if filters else geo.dots(self.builder.places_of(shown))
        here = {(dot.x, dot.y) for dot in dots}
        place = {(dot.x, dot.y): str(number) for number, dot in enumerate(dots)}
        steps = Counter[str](entry.item.bewijs for entry in shown)
        return {
            "gevonden": counted(len(shown), "praktijk", "praktijken"),
            "rijen": tuple(self._row(entry, place if filters else None) for entry in shown),
            "punten": dots,
            "andere_punten": tuple(dot for dot in self.dots if (dot.x, dot.y) not in here),
            "register": tuple(sorted(enumerate(dots), key=lambda pair: slugify(pair[1].plaats))),
            "muur": wall([steps[step] for step in vocabulary.BEWIJS]),
            "treden": tuple((steps[s], word) for s, word in reversed(vocabulary.BEWIJS.items()) if steps[s]),
            "leeg": "" if shown else EMPTY,
        }

    def _row(self, entry: Entry[Praktijk], place: dict[tuple[float, float], str] | None) -> PraktijkRij:
        card = self.builder.cards[entry.slug]
        if place is None:
            return PraktijkRij(card, "", "")
        at = (geo.project(each.lat, each.lon) for each in self.builder.places_of([entry]))
        dots = " ".join(dict.fromkeys(place[point] for point in at if point in place))
        return PraktijkRij(card, marks(entry.item, self.kinds), dots)


def praktijken_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/praktijken/` and a page for every allowed value of trend, bewijs, status and provincie, also an empty one."""
    entries = by_check(tuple(builder.site.praktijken.values()))
    found = kinds(builder)
    members: dict[tuple[str, str], list[Entry[Praktijk]]] = {}
    for entry in entries:
        for kind in found:
            for value in kind.of(entry.item):
                members.setdefault((kind.slug, value), []).append(entry)
    counts = Counter({key: len(having) for key, having in members.items()})
    sentence = "Wat gemeenten in hun binnenstad doen, met kosten, bewijs en wat er misging."
    intro = introduction(builder, "praktijken", "Praktijken", sentence)
    lists = _Lists(builder, intro, found, geo.dots(builder.places_of(entries)))
    newest = max((last_modified(entry.item) for entry in entries), default="")
    whole = PraktijkenPagina(
        **intro.fields,
        **lists.fields(entries, filters=True),
        inleiding=intro.html,
        lead=str(intro.fields["omschrijving"]),
        facetten=groups(builder, found, counts),
        alle=None,
        keuze="",
        trend=None,
    )
    yield intro.page("/praktijken/", whole, newest)
    for kind in found:
        for value in kind.values if kind.title else ():
            yield _facet_page(lists, kind, value, members.get((kind.slug, value), []))


def _facet_page(lists: _Lists, kind: FacetDefinition, value: str, chosen: list[Entry[Praktijk]]) -> Page:
    builder, text = lists.builder, kind.values[value]
    url = f"/praktijken/{kind.slug}/{value}/"
    title = "Praktijken buiten Nederland" if value == ABROAD else kind.title.format(tekst=text)
    told = f"{counted(len(chosen), 'voorbeeld', 'voorbeelden')}, met kosten, bewijs en wat er misging."
    trend: TrendLabel | None = builder.trend(value) if kind.slug == "trend" else None
    verslagen = []
    if kind.slug == "provincie":
        verslagen = [
            builder.verslag(entry)
            for entry in builder.site.verslagen.values()
            if text in builder.site.provincies_van(entry.item)
        ]
    context = PraktijkenPagina(
        titel=title,
        omschrijving=f"{title}: {told if chosen else 'nog geen voorbeelden.'}",
        canoniek=builder.absolute(url),
        sectie=builder.url_for("/praktijken/"),
        kruimels=builder.crumbs(PaginaLink(str(lists.intro.fields["titel"]), "/praktijken/")),
        **lists.fields(chosen, filters=False),
        lead=told[0].upper() + told[1:] if chosen else "",
        facetten=(),
        alle=PaginaLink("Alle praktijken", builder.url_for("/praktijken/")),
        keuze=text,
        trend=trend,
        verslagen=tuple(verslagen),
    )
    newest = max((last_modified(entry.item) for entry in chosen), default="")
    return Page(url, context, lists.intro.page(url, context).origin, (), newest)
