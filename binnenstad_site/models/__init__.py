"""The content model, and the one table of collections that every stage reads.

A new collection is a model, a row here, templates and fixtures.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from binnenstad_site.load.documents import Shape
from binnenstad_site.models import items
from binnenstad_site.models.blocks import Blok
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS, TREND_SLUGS


@dataclass(frozen=True, slots=True)
class Collection:
    """A row of the table: where a kind of item lies, what it must look like, and where a reader finds it."""

    name: str
    """Folder, or file without `.yaml`; also what references write before the slash."""
    enkelvoud: str
    model: type[Blok]
    shape: Shape
    address: str
    """Format over `slug` and `item`; the part after `#` is the anchor on a page that holds several items."""
    slug_from: str = ""
    """For a list: the field that gives the slug."""
    closed: tuple[str, ...] = ()
    """The only slugs there can be."""
    reserved: frozenset[str] = frozenset()
    """Slugs that addresses of other pages already use."""

    @property
    def sections(self) -> tuple[str, ...] | None:
        """The level-2 headings of a body in order; None: free; empty: no body."""
        return self.model.SECTIES


PRAKTIJK_RESERVED = frozenset(
    {"trend", "status", "provincie", "bewijs", "kosten", "grootteklasse", "instrument", "vergelijk"}
)

COLLECTIONS = {
    row.name: row
    for row in (
        Collection("trends", "trend", items.Trend, Shape.MARKDOWN, "/trends/{slug}/", closed=TREND_SLUGS),
        Collection(
            "praktijken", "praktijk", items.Praktijk, Shape.MARKDOWN, "/praktijken/{slug}/", reserved=PRAKTIJK_RESERVED
        ),
        Collection("kansen", "kans", items.Kans, Shape.YAML, "/kansen/{item.trend}/#kans-{slug}"),
        Collection(
            "scenarios",
            "scenario",
            items.Scenario,
            Shape.MARKDOWN,
            "/scenarios/{slug}/",
            closed=SCENARIO_SLUGS,
            reserved=frozenset({"windtunnel"}),
        ),
        Collection("verslagen", "verslag", items.Verslag, Shape.MARKDOWN, "/verslagen/{slug}/"),
        Collection("gemeenten", "gemeente", items.Gemeente, Shape.LIST, "/gemeenten/{slug}/", slug_from="slug"),
        Collection("begrippen", "begrip", items.Begrip, Shape.LIST, "/begrippen/#{slug}", slug_from="term"),
        Collection("agenda", "agendapunt", items.Agendapunt, Shape.YAML, "/agenda/#{slug}"),
        Collection("publicaties", "publicatie", items.Publicatie, Shape.YAML, "/publicaties/#{slug}"),
        Collection("paginas", "pagina", items.Pagina, Shape.TREE, "/{slug}/"),
    )
}

OMLEIDINGEN = Collection("omleidingen", "omleiding", items.Omleiding, Shape.LIST, "")
"""Not a collection that readers see, but read and checked like one."""


@cache
def fields_in_order(model: type[BaseModel]) -> tuple[str, ...]:
    """Field names as skeletons and files order them: title first, the item's own fields, then what all items share."""
    own: dict[str, Any] = model.model_fields
    shared = (
        [name for name in items.MetBronnen.model_fields if name != "titel"]
        if issubclass(model, items.MetBronnen)
        else []
    )
    first = ["titel"] if "titel" in own else []
    middle = [name for name in own if name not in shared and name != "titel"]
    return (*first, *middle, *shared)
