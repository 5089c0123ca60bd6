"""What the search knows beside the pages: which words belong together, and the names of places."""

from __future__ import annotations

from dataclasses import dataclass

from binnenstad_site.models.vocabulary import PROVINCIE
from binnenstad_site.search.rings import Woordgroep
from binnenstad_site.site import Site


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one site."""

    groups: tuple[Woordgroep, ...]
    """The rows of `begrippen.yaml`, in their order."""
    places: tuple[tuple[str, str], ...]
    """Every name of a gemeente or provincie, with its slug."""


def vocabulary(site: Site) -> Vocabulary:
    """From the rows of `begrippen.yaml` and the municipalities."""
    rows = (entry.item for entry in site.begrippen.values())
    gemeenten = [entry.item for entry in site.gemeenten.values()]
    towns = [(name, town.slug) for town in gemeenten for name in (town.naam, *town.ook)]
    provinces = [(name, slug) for slug, name in PROVINCIE.items()]
    groups = tuple(Woordgroep((row.term, *row.ook), row.enger, row.verwant, row.uitleg is not None) for row in rows)
    return Vocabulary(groups, (*towns, *provinces))
