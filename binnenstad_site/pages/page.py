"""A page before it is rendered: its address, its context, and its data for search and sitemap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from pydantic import BaseModel

from binnenstad_site.core.dates import as_iso_day
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.memo import Key, digest
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages.frames import Context, ItemContext
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class SharePicture:
    """The picture that is shown where a page is shared."""

    address: str
    """Absolute."""
    spoken: str
    """Its text alternative."""


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
    known_key: Key = b""
    """The key, when an equal page had it."""

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
        """A page with a finished context."""
        return cls(url, type(context), lambda: context, origin, search, modified, listed)

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
        return self.known_key or digest(self.kind.TEMPLATE, self.decided_by or self.produce())

    def with_key_of(self, last: Page | None) -> Page:
        """The page, with the key of an equal one of the last build: comparing takes less than making a digest."""
        if last is None or self.decided_by or self.kind is not last.kind or self.produce() != last.produce():
            return self
        return replace(self, known_key=last.key)


def item_page(entry: Entry[MetBronnen], context: ItemContext, search: SearchEntry) -> Page:
    """The page of one item; a withdrawn one keeps its address, but nothing lists or finds it."""
    return item_page_later(entry, type(context), lambda: context, search, b"")


def item_page_later(
    entry: Entry[MetBronnen], kind: type[ItemContext], produce: Callable[[], Context], search: SearchEntry, key: Key
) -> Page:
    """The page of one item whose context is made once, when it is needed; `key` is a digest of all that decides it."""
    listed = entry.item.ingetrokken is None
    found = (search,) if listed else ()
    origin, modified = Location(entry.document.path), last_modified([entry])
    return Page(entry.address, kind, lru_cache(maxsize=1)(produce), origin, found, modified, listed, decided_by=key)


def with_withdrawn(site: Site, entries: Mapping[str, Entry[ItemT]], model: type[ItemT]) -> Iterator[Entry[ItemT]]:
    """The entries of a collection, then the withdrawn ones: those have a page too."""
    yield from entries.values()
    yield from (entry for entry in site.withdrawn if isinstance(entry.item, model))  # type: ignore[misc]


def last_modified(entries: Iterable[Entry[BaseModel]]) -> str:
    """The newest ISO day that items themselves name, for the sitemap; empty when they name none."""
    days = (
        day
        for entry in entries
        if isinstance(entry.item, MetBronnen)
        for day in (as_iso_day(entry.item.gecontroleerd), *(change.datum for change in entry.item.wijzigingen))
    )
    return max(days, default="")
