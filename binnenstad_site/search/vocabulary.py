"""The vocabulary of the search: groups of synonyms, and the names of places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from binnenstad_site.core.urls import slugify
from binnenstad_site.link.site import Site
from binnenstad_site.models.vocabulary import PROVINCIE, Streek
from binnenstad_site.search.reading import Reading, readings
from binnenstad_site.search.synonyms import Woordgroep

ALSO = {
    "drenthe": ("Drents", "Drentse"),
    "flevoland": ("Flevolands", "Flevolandse"),
    "fryslan": ("Fries", "Friese", "Friesland"),
    "gelderland": ("Gelders", "Gelderse"),
    "groningen": ("Gronings", "Groningse", "Groninger"),
    "limburg": ("Limburgs", "Limburgse"),
    "noord-brabant": ("Brabant", "Brabants", "Brabantse"),
    "overijssel": ("Overijssels", "Overijsselse"),
    "utrecht": ("Utrechts", "Utrechtse"),
    "zeeland": ("Zeeuws", "Zeeuwse"),
    "achterhoek": ("Achterhoeks", "Achterhoekse"),
    "groot-rijnmond": ("Rijnmond",),
    "het-gooi-en-vechtstreek": ("Het Gooi", "Gooi", "Gooi en Vechtstreek"),
    "midden-noord-brabant": ("Midden-Brabant",),
    "noordoost-noord-brabant": ("Noordoost-Brabant",),
    "twente": ("Twents", "Twentse"),
    "veluwe": ("Veluws", "Veluwse"),
    "west-noord-brabant": ("West-Brabant",),
    "zeeuwsch-vlaanderen": ("Zeeuws-Vlaanderen",),
    "zuidoost-noord-brabant": ("Zuidoost-Brabant",),
}
"""What else readers call a provincie or streek, by its slug."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one site."""

    groups: tuple[Woordgroep, ...]
    """The rows of `begrippen.yaml`, in their order."""
    places: tuple[tuple[str, str], ...]
    """Every name of a gemeente, provincie or streek, with its slug."""
    readings: tuple[Reading, ...] = ()
    """Wordings that mean a kenmerk."""


def region_names() -> Iterator[tuple[str, str]]:
    """Every name of a provincie or streek, with its slug."""
    names = PROVINCIE | {slugify(name): name for name in get_args(Streek)}
    for slug, name in names.items():
        yield from ((spelling, slug) for spelling in (name, *ALSO.get(slug, ())))


def vocabulary(site: Site) -> Vocabulary:
    """From the rows of `begrippen.yaml` and the municipalities."""
    rows = (entry.item for entry in site.begrippen.values())
    gemeenten = [entry.item for entry in site.gemeenten.values()]
    towns = [(name, town.slug) for town in gemeenten for name in (town.naam, *town.ook, *town.bijnamen)]
    groups = tuple(Woordgroep((row.term, *row.ook), row.enger, row.verwant, row.uitleg is not None) for row in rows)
    return Vocabulary(groups, (*towns, *region_names()), readings(site))
