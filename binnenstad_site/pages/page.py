"""A page before it is rendered: its address, its context, and its data for search and sitemap."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from typing import TypeVar

from pydantic import BaseModel

from binnenstad_site.core.dates import as_iso_day
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.memo import Key, digest
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.validate.validator import Entry

ItemT = TypeVar("ItemT", bound=MetBronnen)


@dataclass(frozen=True, slots=True)
class Stuk:
    """A section of a page, as the search shows it."""

    kop: str
    """Empty for what stands above the first heading."""
    anker: str
    """Without `#`; empty for the top of the page."""
    tekst: str
    """Plain text."""


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """Something that results can be filtered by."""

    facet: str
    """`soort`, `trend`, `aanpak`, `gemeente`, `provincie`, `status`, `bewijs` or `uitkomst`."""
    waarde: str
    """The word in the address, a slug."""
    tekst: str
    """What a reader chooses."""
    bij_treffer: str = ""
    """What stands with a result, where that says more: `liep in 2013`."""


@dataclass(frozen=True)
class SearchEntry:
    """What can be found of an item, derived from the item and not from its page."""

    titel: str
    adres: str
    """With the base path, and with an anchor where several items share a page."""
    soort: str
    """The kind in Dutch, such as `praktijk`."""
    in_een_zin: str
    stukken: tuple[Stuk, ...]
    """The body, section by section, and the fields that are read."""
    plaats: str = ""
    """Where it is, as shown under the title."""
    kenmerken: tuple[Kenmerk, ...] = ()
    ook: tuple[str, ...] = ()
    """Other words for a term: a question that is one of them is answered by its explanation."""
    anders: tuple[str, ...] = ()
    """How readers say what it is about: searched, never shown."""

    @cached_property
    def digest(self) -> bytes:
        """SHA-256 of everything in it, the same in every version of Python, for it decides addresses."""
        parts = [(part.kop, part.anker, part.tekst) for part in self.stukken]
        marks = [(mark.facet, mark.waarde, mark.tekst, mark.bij_treffer) for mark in self.kenmerken]
        shown = (self.titel, self.adres, self.soort, self.in_een_zin, self.plaats)
        return sha256(json.dumps((*shown, parts, marks, self.ook, self.anders)).encode()).digest()


@dataclass(frozen=True, slots=True)
class SharePicture:
    """The picture that is shown where a page is shared."""

    address: str
    """Absolute."""
    spoken: str
    """Its text alternative."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the context of a page is made: `make(builder, *parts)`.

    Besides its parts `make` may use what all pages share (`PageBuilder.key`), and nothing else of the site: who needs
    more gives it as a part. A test changes every field of the content to see whether one does not
    (`tests/pages/test_keys.py`).
    """

    kind: type[Context]
    make: Callable[..., Context]
    parts: tuple[object, ...]
    """Items, cards and plain values; an item stands for itself with its links resolved."""


@dataclass(frozen=True, eq=False)
class Page:
    """One HTML page to be. Its context is made when somebody asks for it: what the memo knows needs none."""

    url: str
    """From the root of the site, without the base path: `/trends/anders-werken/`, or `/404.html`."""
    kind: type[Context]
    produce: Callable[[], Context]
    origin: Location
    """Where an editor can change what the page shows."""
    search: tuple[SearchEntry, ...] = ()
    modified: str = ""
    """ISO day of the newest date in its content, for the sitemap; empty when it has none."""
    listed: bool = True
    """Whether it belongs in the sitemap."""
    picture: SharePicture | None = None
    decided_by: Key = b""
    """A digest of all that decides the context; empty: only the context itself tells."""

    @classmethod
    def of(
        cls,
        url: str,
        context: Context,
        origin: Location,
        search: tuple[SearchEntry, ...] = (),
        modified: str = "",
        *,
        listed: bool = True,
    ) -> Page:
        """A page with a finished context, which is its key: nothing can go wrong, and it takes time at every build."""
        return cls(url, type(context), lambda: context, origin, search, modified, listed)

    @classmethod
    def made_of(
        cls,
        builder: PageBuilder,
        url: str,
        recipe: Recipe,
        origin: Location,
        search: tuple[SearchEntry, ...] = (),
        modified: str = "",
        *,
        listed: bool = True,
    ) -> Page:
        """A page whose context is made when somebody asks for it; its key is that of the parts of the recipe."""
        produce = lru_cache(maxsize=1)(partial(recipe.make, builder, *recipe.parts))
        key = digest(recipe.kind.TEMPLATE, url, builder.key_of(recipe.parts))
        return cls(url, recipe.kind, produce, origin, search, modified, listed, decided_by=key)

    @cached_property
    def context(self) -> Context:
        """All that its template shows."""
        context = self.produce()
        if self.picture is None:
            return context
        return replace(context, deelplaatje=self.picture.address, deelwoorden=self.picture.spoken)

    @cached_property
    def key(self) -> Key:
        """A digest of what decides the page, its picture aside: pages with equal keys show the same."""
        return self.decided_by or digest(self.kind.TEMPLATE, self.produce())


def item_page_made_of(builder: PageBuilder, entry: Entry[MetBronnen], recipe: Recipe, search: SearchEntry) -> Page:
    """The page of one item, the first part of the recipe; a withdrawn one keeps its address, but nothing lists it."""
    return Page.made_of(builder, entry.address, recipe, *_about(entry, search), listed=_is_listed(entry))


def _is_listed(entry: Entry[MetBronnen]) -> bool:
    return entry.item.ingetrokken is None


def _about(entry: Entry[MetBronnen], search: SearchEntry) -> tuple[Location, tuple[SearchEntry, ...], str]:
    """Where the page comes from, what can be found of it, and its newest day."""
    return Location(entry.document.path), (search,) if _is_listed(entry) else (), last_modified([entry])


def with_withdrawn(site: Site, entries: Mapping[str, Entry[ItemT]], model: type[ItemT]) -> Iterator[Entry[ItemT]]:
    """The entries of a collection, then the withdrawn ones: those have a page too."""
    yield from entries.values()
    yield from (entry for entry in site.withdrawn if isinstance(entry.item, model))  # type: ignore[misc]


def last_modified(entries: Iterable[Entry[BaseModel]]) -> str:
    """The newest ISO day that items themselves name, for the sitemap; empty when they name none."""
    return max(map(_newest_day, entries), default="")


@lru_cache(maxsize=20_000)
def _newest_day(entry: Entry[BaseModel]) -> str:
    """The newest day that one item names: a praktijk stands in many lists."""
    if not isinstance(entry.item, MetBronnen):
        return ""
    return max(as_iso_day(entry.item.gecontroleerd), *(change.datum for change in entry.item.wijzigingen), "")
