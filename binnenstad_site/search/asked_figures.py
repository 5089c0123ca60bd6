"""The figures that answer questions: `/zoeken/cijfers.json`, for the search page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.core.typography import dotted
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.blocks import Cijfer
from binnenstad_site.models.items import Trend
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.facets import definitions, members_of_values
from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.search.figures import DENYING, FRAME, asked_figure
from binnenstad_site.validate.validator import Entry

CALLED = {
    "praktijken": ("praktijken", "projecten", "initiatieven"),
    **{name: (name,) for name in ("kansen", "aanpakken", "trends", "scenarios")},
}
"""What a reader calls what is counted on the site itself."""
STATUS_CALLED = {
    "gestopt": ("gestopt", "stopgezet"),
    "loopt": ("loopt", "lopen"),
    "afgerond": ("afgerond",),
    "opgeschaald": ("opgeschaald",),
}
"""Statuses of which a reader may ask how many: no word that means something else as well."""
COUNTED_HERE = "geteld op deze site"


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """A figure with the questions that ask for it."""

    vragen: tuple[str, ...]
    tekst: str
    eenheid: str
    reeks: tuple[tuple[str, str], ...]
    """Years with their values, the newest last; the year is empty where it is of today."""
    adres: str
    """Where it stands on the site."""
    bij: str
    """What that page is called."""
    bron: str


def search_figures(builder: PageBuilder, entries: Iterable[SearchEntry]) -> Output:
    """`/zoeken/cijfers.json`: figures by what a question that asks for them says; `entries` is all that can be found.

    What two figures answer is left out: no figure is better than the wrong one.
    """
    figures = (*_of_trends(builder), *_of_the_site(builder), *_of_towns(builder, entries))
    keys = [tuple(dict.fromkeys(asked_figure(question) for question in figure.vragen)) for figure in figures]
    times = Counter(key for row in keys for key in row)
    rows = [
        ("|".join(own), f.tekst, f.eenheid, f.reeks, f.adres, f.bij, f.bron)
        for f, row in zip(figures, keys, strict=True)
        if (own := [key for key in row if key and times[key] == 1])
    ]
    said = {"om": " ".join(sorted(FRAME)), "niet": " ".join(sorted(DENYING)), "rijen": rows}
    return Output("zoeken/cijfers.json", json_bytes(said))


def _of_trends(builder: PageBuilder) -> Iterator[AskedFigure]:
    for entry in builder.site.trends.values():
        address = f"{builder.addresses.url_for(entry.address)}#cijfers"
        for figure in entry.item.cijfers:
            series = tuple((point.jaar, point.waarde) for point in figure.reeks)
            publishers = _publishers(entry, figure)
            yield AskedFigure(
                figure.vragen, figure.tekst, figure.eenheid, series, address, entry.item.titel, publishers
            )


def _publishers(entry: Entry[Trend], figure: Cijfer) -> str:
    """Who published the sources of a figure, each once."""
    return ", ".join(dict.fromkeys(source.uitgever for source in entry.item.bronnen if source.sleutel in figure.bron))


def _of_the_site(builder: PageBuilder) -> Iterator[AskedFigure]:
    """How many items there are, and how many praktijken with a status or in a provincie."""
    site = builder.site
    for name, called in CALLED.items():
        title = COLLECTIONS[name].title
        questions = tuple(f"hoeveel {word}" for word in called)
        yield _count(builder, questions, f"{title} op deze site", len(getattr(site, name)), f"/{name}/")
    members = members_of_values(site.praktijken.values(), definitions(site, builder.today))
    towns = {entry.item.naam for entry in site.gemeenten.values()}
    provinces = {
        slug: ((f"provincie {name}",) if name in towns else (name,)) for slug, name in vocabulary.PROVINCIE.items()
    }
    for facet, called_by_value in (("status", STATUS_CALLED), ("provincie", provinces)):
        for value, called in called_by_value.items():
            questions = tuple(f"hoeveel {item} {word}" for item in CALLED["praktijken"] for word in called)
            text = (
                f"Praktijken met status: {value}"
                if facet == "status"
                else f"Praktijken in de provincie {vocabulary.PROVINCIE[value]}"
            )
            yield _count(
                builder, questions, text, len(members.get((facet, value), ())), f"/praktijken/{facet}/{value}/"
            )


def _count(builder: PageBuilder, questions: tuple[str, ...], text: str, number: int, address: str) -> AskedFigure:
    series = (("", str(number)),)
    return AskedFigure(questions, f"{text}.", "", series, builder.addresses.url_for(address), text, COUNTED_HERE)


def _of_towns(builder: PageBuilder, entries: Iterable[SearchEntry]) -> Iterator[AskedFigure]:
    """The inhabitants of every gemeente that has a page."""
    addresses = {entry.titel: entry.adres for entry in entries if entry.soort == "gemeente"}
    for town in (entry.item for entry in builder.site.gemeenten.values()):
        if town.naam in addresses and town.inwoners:
            names: Sequence[str] = (town.naam, *town.ook)
            yield AskedFigure(
                tuple(f"hoeveel inwoners {name}" for name in names),
                f"Inwoners van de gemeente {town.naam} op 1 januari {town.inwoners_jaar}.",
                "inwoners",
                ((town.inwoners_jaar, dotted(town.inwoners)),),
                addresses[town.naam],
                town.naam,
                "CBS, Kerncijfers wijken en buurten, bewerkt",
            )
