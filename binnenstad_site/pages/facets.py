"""The list of praktijken, whole and for every value of each facet: the filters that work without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from binnenstad_site import geo
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages.contexts import PraktijkenPagina
from binnenstad_site.pages.desk import Desk, last_modified
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts import Facet, Facetgroep, Link
from binnenstad_site.pages.standing import Introduction, introduction
from binnenstad_site.typography import counted
from binnenstad_site.validation import Entry

ABROAD = vocabulary.BUITEN_NEDERLAND
EMPTY = "Nu geen praktijken. Kent u er een? Dan horen wij dat graag."


@dataclass(frozen=True, slots=True)
class _Kind:
    """A facet: its word in the address, its name, its values with their words, and the values of one praktijk."""

    slug: str
    naam: str
    values: Mapping[str, str]
    of: Callable[[Praktijk], tuple[str, ...]]
    title: str
    """Title of the page of one value, as a format over `tekst`."""


def _kinds(desk: Desk) -> tuple[_Kind, ...]:
    slugs = {name: slug for slug, name in vocabulary.PROVINCIE.items()}

    def provinces(item: Praktijk) -> tuple[str, ...]:
        found = tuple(slugs[name] for name in desk.site.provincies_van(item))
        return found or ((ABROAD,) if item.land != "NL" else ())

    return (
        _Kind(
            "trend",
            "Trend",
            {slug: entry.item.titel for slug, entry in desk.site.trends.items()},
            lambda item: item.trends,
            "Praktijken bij {tekst}",
        ),
        _Kind("status", "Status", vocabulary.STATUS, lambda item: (item.status,), "Praktijken met status: {tekst}"),
        _Kind(
            "bewijs",
            "Bewijs",
            {step: f"{step} {word}" for step, word in vocabulary.BEWIJS.items()},
            lambda item: (item.bewijs,),
            "Praktijken met bewijs: {tekst}",
        ),
        _Kind(
            "provincie",
            "Provincie",
            {**vocabulary.PROVINCIE, ABROAD: "Buiten Nederland"},
            provinces,
            "Praktijken in {tekst}",
        ),
    )


def praktijken_pages(desk: Desk) -> Iterator[Page]:
    """`/praktijken/` and a page for every allowed value of trend, status, bewijs and provincie, also an empty one."""
    entries = tuple(desk.site.praktijken.values())
    kinds = _kinds(desk)
    members: dict[tuple[str, str], list[Entry[Praktijk]]] = {}
    for entry in entries:
        for kind in kinds:
            for value in kind.of(entry.item):
                members.setdefault((kind.slug, value), []).append(entry)
    counts = Counter({key: len(found) for key, found in members.items()})
    sentence = "Wat gemeenten in hun binnenstad doen, met kosten, bewijs en wat er misging."
    intro = introduction(desk, "praktijken", "Praktijken", sentence)
    newest = max((last_modified(entry.item) for entry in entries), default="")
    whole = PraktijkenPagina(
        **intro.fields,
        inleiding=intro.html,
        facetten=_groups(desk, kinds, counts, ("", "")),
        kaarten=desk.cards_of(entries),
        punten=geo.dots(desk.places_of(entries)),
        leeg="" if entries else EMPTY,
        alle=None,
    )
    yield intro.page("/praktijken/", whole, newest)
    for kind in kinds:
        for value, text in kind.values.items():
            chosen = members.get((kind.slug, value), [])
            yield _facet_page(
                desk, intro, kind, (value, text), chosen, _groups(desk, kinds, counts, (kind.slug, value))
            )


def _groups(
    desk: Desk, kinds: tuple[_Kind, ...], counts: Mapping[tuple[str, str], int], current: tuple[str, str]
) -> tuple[Facetgroep, ...]:
    return tuple(
        Facetgroep(
            kind.naam,
            tuple(
                Facet(text, desk.at(f"/praktijken/{kind.slug}/{value}/"), counts[kind.slug, value], current == key)
                for value, text in kind.values.items()
                for key in ((kind.slug, value),)
            ),
        )
        for kind in kinds
    )


def _facet_page(
    desk: Desk,
    intro: Introduction,
    kind: _Kind,
    value: tuple[str, str],
    chosen: list[Entry[Praktijk]],
    groups: tuple[Facetgroep, ...],
) -> Page:
    url = f"/praktijken/{kind.slug}/{value[0]}/"
    title = "Praktijken buiten Nederland" if value[0] == ABROAD else kind.title.format(tekst=value[1])
    told = f"{counted(len(chosen), 'voorbeeld', 'voorbeelden')}, met kosten, bewijs en wat er misging."
    verslagen = []
    if kind.slug == "provincie":
        verslagen = [
            desk.verslag(entry)
            for entry in desk.site.verslagen.values()
            if value[1] in desk.site.provincies_van(entry.item)
        ]
    context = PraktijkenPagina(
        titel=title,
        omschrijving=f"{title}: {told if chosen else 'nog geen voorbeelden.'}",
        canoniek=desk.absolute(url),
        sectie=desk.at("/praktijken/"),
        kruimels=desk.crumbs(Link(str(intro.fields["titel"]), "/praktijken/")),
        facetten=groups,
        kaarten=desk.cards_of(chosen),
        punten=geo.dots(desk.places_of(chosen)),
        leeg="" if chosen else EMPTY,
        alle=Link("Alle praktijken", desk.at("/praktijken/")),
        verslagen=tuple(verslagen),
    )
    newest = max((last_modified(entry.item) for entry in chosen), default="")
    return Page(url, context, intro.page(url, context).origin, (), newest)
