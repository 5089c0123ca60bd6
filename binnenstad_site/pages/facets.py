"""The facets of the list of praktijken: their values in words, which of them a praktijk has, and how many have each.

Trend, bewijs, status and provincie have a page per value; the others filter with a script only.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase, digits

from binnenstad_site.core.typography import breakable
from binnenstad_site.link.site import Site
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk
from binnenstad_site.models.texttypes import number_of
from binnenstad_site.pages.addresses import Addresses
from binnenstad_site.pages.parts.labels import Keuze, Keuzegroep
from binnenstad_site.pages.standing import status_label
from binnenstad_site.validate.validator import Entry

ABROAD = vocabulary.BUITEN_NEDERLAND
CODES = digits + ascii_lowercase
OUTCOMES = {value: text.split(" ", 1)[1] for value, text in vocabulary.UITKOMST.items()}
"""Without the word that the name of the facet says."""
VACANCY_STEPS = (10, 15, 25)
"""Percentages at which the next of `LEEGSTANDKLASSE` begins."""
Members = Mapping[tuple[str, str], Sequence[Entry[Praktijk]]]
"""(Facet, value) -> the praktijken that have it."""


@dataclass(frozen=True, slots=True)
class FacetDefinition:
    """A facet: its word in the address, its name, its values with their words, and the values of one praktijk."""

    slug: str
    naam: str
    values: Mapping[str, str]
    of: Callable[[Praktijk], Iterable[str]]
    title: str = ""
    """Title of the page of one value, as a format over `tekst`; empty for a facet without pages."""


def definitions(site: Site, today: date) -> tuple[FacetDefinition, ...]:
    """Every facet, in the order of the filters; `today` decides which status can still be told as one of today."""
    slugs = {name: slug for slug, name in vocabulary.PROVINCIE.items()}

    def provinces(item: Praktijk) -> tuple[str, ...]:
        own = tuple(slugs[name] for name in site.provincies_of(item))
        return own or ((ABROAD,) if item.land != "NL" else ())

    def sizes(item: Praktijk) -> Iterable[str]:
        return dict.fromkeys(entry.item.klasse for entry in site.gemeenten_of(item))

    trends = {slug: entry.item.titel for slug, entry in site.trends.items()}
    aanpakken = {slug: entry.item.titel for slug, entry in site.aanpakken.items()}
    steps = {step: f"{step} {word}" for step, word in reversed(vocabulary.BEWIJS.items())}
    towns = {size: text.removesuffix(" inwoners") for size, text in vocabulary.GROOTTEKLASSE.items()}
    places = {**vocabulary.PROVINCIE, ABROAD: "Buiten Nederland"}
    return (
        FacetDefinition("trend", "Trend", trends, lambda item: item.trends, "Praktijken bij {tekst}"),
        FacetDefinition("bewijs", "Bewijs", steps, lambda item: (item.bewijs,), "Praktijken met bewijs: {tekst}"),
        FacetDefinition(
            "status",
            "Status",
            vocabulary.STATUS_OP_SITE,
            lambda item: (status_label(item, today).waarde,),
            "Praktijken met status: {tekst}",
        ),
        FacetDefinition("uitkomst", "Uitkomst", OUTCOMES, lambda item: (item.uitkomst or "onbekend",)),
        FacetDefinition("aanpak", "Aanpak", aanpakken, lambda item: item.aanpakken),
        FacetDefinition("leegstand", "Begon met leegstand", vocabulary.LEEGSTANDKLASSE, vacancy),
        FacetDefinition("kosten", "Kosten", vocabulary.KOSTENKLASSE, lambda item: (item.kosten.klasse,)),
        FacetDefinition("grootteklasse", "Inwoners", towns, sizes),
        FacetDefinition("provincie", "Provincie", places, provinces, "Praktijken in {tekst}"),
        FacetDefinition("instrument", "Instrument", vocabulary.INSTRUMENT, lambda item: item.instrumenten),
    )


def vacancy(item: Praktijk) -> Iterator[str]:
    """How much stood empty before, where that is known in percent."""
    for before in item.uitgangssituatie:
        if before.maat == "leegstand" and before.eenheid == "procent" and before.getal:
            yield list(vocabulary.LEEGSTANDKLASSE)[bisect(VACANCY_STEPS, number_of(before.getal))]


def members_of_values(entries: Iterable[Entry[Praktijk]], facets: Sequence[FacetDefinition]) -> Members:
    """The praktijken with each value, by (facet, value), in the order of `entries`."""
    members: dict[tuple[str, str], list[Entry[Praktijk]]] = {}
    for entry in entries:
        for facet in facets:
            for value in facet.of(entry.item):
                members.setdefault((facet.slug, value), []).append(entry)
    return members


def facet_groups(addresses: Addresses, facets: Iterable[FacetDefinition], members: Members) -> tuple[Keuzegroep, ...]:
    """The filters, each value with the number of its praktijken; a value that has a page links to it."""

    def option(facet: FacetDefinition, value: str, text: str) -> Keuze:
        address = addresses.url_for(f"/praktijken/{facet.slug}/{value}/") if facet.title else ""
        return Keuze(value, breakable(text), len(members.get((facet.slug, value), ())), address)

    return tuple(
        Keuzegroep(f.slug, f.naam, tuple(option(f, value, text) for value, text in f.values.items()), bool(f.title))
        for f in facets
    )


class FacetCodes:
    """What the script filters by: two letters for each value, the place of its facet and its own place in that."""

    def __init__(self, facets: Sequence[FacetDefinition]) -> None:
        self._codes = [
            (facet.of, {value: ascii_lowercase[place] + CODES[number] for number, value in enumerate(facet.values)})
            for place, facet in enumerate(facets)
        ]

    def of(self, item: Praktijk) -> str:
        """The codes of a praktijk."""
        return "".join(code for of, codes in self._codes for value in of(item) if (code := codes.get(value)))


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet that has a page."""

    facet: str
    """The word of the facet in the address."""
    value: str
    text: str
    title: str

    @classmethod
    def of(cls, facet: FacetDefinition, value: str) -> FacetValue:
        text = facet.values[value]
        return cls(facet.slug, value, text, facet.title.format(tekst=text))

    @property
    def url(self) -> str:
        return f"/praktijken/{self.facet}/{self.value}/"
