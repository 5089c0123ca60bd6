"""The facets of the list of praktijken: their values in words, and which of them a praktijk has.

Trend, bewijs, status and provincie have a page per value; the others filter with a script only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from string import ascii_lowercase, digits

from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.parts import Facet, Facetgroep

ABROAD = vocabulary.BUITEN_NEDERLAND
MARKS = digits + ascii_lowercase


@dataclass(frozen=True, slots=True)
class FacetDefinition:
    """A facet: its word in the address, its name, its values with their words, and the values of one praktijk."""

    slug: str
    naam: str
    values: Mapping[str, str]
    of: Callable[[Praktijk], Iterable[str]]
    title: str = ""
    """Title of the page of one value, as a format over `tekst`; empty for a facet without pages."""


def kinds(builder: PageBuilder) -> tuple[FacetDefinition, ...]:
    """Every facet, in the order of the filters."""
    slugs = {name: slug for slug, name in vocabulary.PROVINCIE.items()}

    def provinces(item: Praktijk) -> tuple[str, ...]:
        found = tuple(slugs[name] for name in builder.site.provincies_van(item))
        return found or ((ABROAD,) if item.land != "NL" else ())

    def sizes(item: Praktijk) -> Iterable[str]:
        found = (builder.site.gemeenten.get(slug) for slug in item.gemeenten)
        return dict.fromkeys(entry.item.klasse for entry in found if entry)

    trends = {slug: entry.item.titel for slug, entry in builder.site.trends.items()}
    steps = {step: f"{step} {word}" for step, word in reversed(vocabulary.BEWIJS.items())}
    towns = {size: text.removesuffix(" inwoners") for size, text in vocabulary.GROOTTEKLASSE.items()}
    places = {**vocabulary.PROVINCIE, ABROAD: "Buiten Nederland"}
    return (
        FacetDefinition("trend", "Trend", trends, lambda item: item.trends, "Praktijken bij {tekst}"),
        FacetDefinition("bewijs", "Bewijs", steps, lambda item: (item.bewijs,), "Praktijken met bewijs: {tekst}"),
        FacetDefinition(
            "status", "Status", vocabulary.STATUS, lambda item: (item.status,), "Praktijken met status: {tekst}"
        ),
        FacetDefinition("kosten", "Kosten", vocabulary.KOSTENKLASSE, lambda item: (item.kosten.klasse,)),
        FacetDefinition("grootteklasse", "Inwoners", towns, sizes),
        FacetDefinition("provincie", "Provincie", places, provinces, "Praktijken in {tekst}"),
        FacetDefinition("instrument", "Instrument", vocabulary.INSTRUMENT, lambda item: item.instrumenten),
    )


def groups(
    builder: PageBuilder, found: Iterable[FacetDefinition], counts: Mapping[tuple[str, str], int]
) -> tuple[Facetgroep, ...]:
    """The filters with their counts; a value that has a page links to it."""

    def facet(kind: FacetDefinition, value: str, text: str) -> Facet:
        address = builder.url_for(f"/praktijken/{kind.slug}/{value}/") if kind.title else ""
        return Facet(text, address, value, counts[kind.slug, value])

    return tuple(
        Facetgroep(kind.slug, kind.naam, bool(kind.title), tuple(facet(kind, *each) for each in kind.values.items()))
        for kind in found
    )


def marks(item: Praktijk, found: Iterable[FacetDefinition]) -> str:
    """What the script filters by: two letters for each value, the place of its facet and its own place in that."""
    having = ((place, list(kind.values), kind.of(item)) for place, kind in enumerate(found))
    return "".join(
        ascii_lowercase[place] + MARKS[known.index(value)]
        for place, known, values in having
        for value in values
        if value in known
    )
