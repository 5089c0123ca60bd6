"""The content model, and the one table of collections that every stage reads.

All that differs per collection stands in its row; no stage compares names of collections.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from binnenstad_site.core.typography import counted
from binnenstad_site.load.documents import Storage
from binnenstad_site.models import items, orders
from binnenstad_site.models.blocks import Blok
from binnenstad_site.models.vocabulary import FASE, SCENARIO_SLUGS, TREND_SLUGS


@dataclass(frozen=True, slots=True)
class Collection:
    """A row of the table: where a kind of item lies, what it must look like, and where a reader finds it."""

    name: str
    """Folder, or file without `.yaml`; also what references write before the slash."""
    enkelvoud: str
    model: type[Blok]
    storage: Storage
    address: str
    """Format over `slug` and `item`; the part after `#` is the anchor on a page that holds several items."""
    slug_from: str = ""
    """For a list: the field that gives the slug."""
    closed: tuple[str, ...] = ()
    """The only slugs there can be."""
    zonder_formulier: bool = False
    """Whether a list has no form: it is renewed as a whole, or so long that a browser is busy for half a minute."""
    reserved: frozenset[str] = frozenset()
    """Slugs that addresses of other pages already use."""
    also: tuple[str, ...] = ()
    """The other pages that come with an item, as formats like `address`."""
    order: Callable[[str, Any], Any] = orders.by_name
    """Sort key of an item in every list, from its slug and the item."""
    meervoud: str = ""
    """The plural where that is not `name`."""
    kop: str = ""
    """The title of its list, where that is not the plural with a capital."""
    zoeksoort: str = ""
    """What the search calls an item, where that is not `enkelvoud`."""

    vindbaar: bool = True
    """Whether its items are found one by one; else through the page that holds them all."""

    @property
    def title(self) -> str:
        return self.kop or (self.meervoud or self.name).capitalize()

    @property
    def search_kind(self) -> str:
        return self.zoeksoort or self.enkelvoud

    @property
    def list_address(self) -> str:
        """The page that lists the items; empty where an item has an address of its own choice."""
        return f"/{self.name}/" if self.address.startswith(f"/{self.name}/") else ""

    @property
    def roots(self) -> tuple[str, ...]:
        """How the addresses of its items begin: `/trends/`, `/kansen/`, `/praktijken/trend/`."""
        return tuple(re.split("[{#]", address)[0] for address in (self.address, *self.also))

    def noun(self, number: int) -> str:
        """The word for so many items."""
        return self.enkelvoud if number == 1 else self.meervoud or self.name

    def counted(self, number: int) -> str:
        """`1 praktijk`, `3 praktijken`."""
        return counted(number, self.enkelvoud, self.noun(0))

    @property
    def sections(self) -> tuple[str, ...] | None:
        """The level-2 headings of a body in order; None: free; empty: no body."""
        return self.model.SECTIES


FIRST_PUBLICATION = "de-nieuwe-binnenstad"
"""The publication that this site starts from stands first in the list."""
PRAKTIJK_RESERVED = frozenset(
    {
        "trend",
        "aanpak",
        "status",
        "provincie",
        "bewijs",
        "kosten",
        "grootteklasse",
        "instrument",
        "leegstand",
        "uitkomst",
        "vergelijk",
    }
)

COLLECTIONS = {
    row.name: row
    for row in (
        Collection(
            "trends",
            "trend",
            items.Trend,
            Storage.MARKDOWN,
            "/trends/{slug}/",
            closed=TREND_SLUGS,
            also=("/kansen/{slug}/", "/praktijken/trend/{slug}/"),
            order=lambda slug, item: (item.volgorde, slug),
        ),
        Collection(
            "praktijken",
            "praktijk",
            items.Praktijk,
            Storage.MARKDOWN,
            "/praktijken/{slug}/",
            reserved=PRAKTIJK_RESERVED,
        ),
        Collection(
            "kansen",
            "kans",
            items.Kans,
            Storage.YAML,
            "/kansen/{item.trend}/#kans-{slug}",
            order=lambda slug, item: (item.trend, list(FASE).index(item.fase), slug),
        ),
        Collection(
            "aanpakken",
            "aanpak",
            items.Aanpak,
            Storage.MARKDOWN,
            "/aanpakken/{slug}/",
            also=("/aanpakken/{slug}/nota/",),
            order=lambda slug, item: (item.volgorde, slug),
        ),
        Collection(
            "scenarios",
            "scenario",
            items.Scenario,
            Storage.MARKDOWN,
            "/scenarios/{slug}/",
            closed=SCENARIO_SLUGS,
            reserved=frozenset({"windtunnel"}),
            order=orders.as_in(SCENARIO_SLUGS),
            meervoud="scenario’s",
        ),
        Collection(
            "voorspellingen",
            "voorspelling",
            items.Voorspelling,
            Storage.LIST,
            "/voorspellingen/#{slug}",
            slug_from="id",
            order=orders.by_subject_and_year,
        ),
        Collection(
            "stellingen",
            "stelling",
            items.Stelling,
            Storage.LIST,
            "/aan-de-slag/trendscan/blad/#stelling-{slug}",
            slug_from="nummer",
            order=orders.by_number,
            kop="Trendscan",
            vindbaar=False,
        ),
        Collection(
            "werkplaats",
            "werkplaats",
            items.Werkplaats,
            Storage.FILE,
            "/aan-de-slag/workshop/",
            kop="Werkplaats",
            vindbaar=False,
        ),
        Collection(
            "verslagen", "verslag", items.Verslag, Storage.MARKDOWN, "/verslagen/{slug}/", order=orders.newest_first
        ),
        Collection(
            "bijeenkomsten",
            "bijeenkomst",
            items.Bijeenkomst,
            Storage.LIST,
            "/verslagen/#{slug}",
            slug_from="titel",
            order=orders.newest_first,
            kop="Andere bijeenkomsten",
        ),
        Collection(
            "gemeenten",
            "gemeente",
            items.Gemeente,
            Storage.LIST,
            "/gemeenten/{slug}/",
            slug_from="slug",
            zonder_formulier=True,
        ),
        Collection(
            "begrippen",
            "begrip",
            items.Begrip,
            Storage.LIST,
            "/begrippen/#{slug}",
            slug_from="term",
            zonder_formulier=True,
        ),
        Collection(
            "publicaties",
            "publicatie",
            items.Publicatie,
            Storage.YAML,
            "/publicaties/#{slug}",
            order=lambda slug, item: (slug != FIRST_PUBLICATION, orders.newest_first(slug, item)),
        ),
        Collection(
            "agenda",
            "agendapunt",
            items.Agendapunt,
            Storage.YAML,
            "/agenda/#{slug}",
            order=lambda slug, item: (item.start, slug),
            zoeksoort="agenda",
        ),
        Collection(
            "paginas", "pagina", items.Pagina, Storage.TREE, "/{slug}/", meervoud="pagina’s", kop="Over deze site"
        ),
    )
}
"""In the order in which lists of all kinds name them."""

OMLEIDINGEN = Collection("omleidingen", "omleiding", items.Omleiding, Storage.LIST, "")
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
