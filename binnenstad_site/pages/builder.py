"""The input of every page module: the site, the build date, addresses, and values that all pages share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from binnenstad_site.core.memo import Kept, Key, Memo, digest
from binnenstad_site.link.site import Site
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import MetBronnen, Scenario, Trend
from binnenstad_site.pages.addresses import Addresses
from binnenstad_site.pages.cards import Cards
from binnenstad_site.pages.page_notes import PageNotes
from binnenstad_site.pages.street import Street, street_of
from binnenstad_site.pages.towns import Towns
from binnenstad_site.validate.validator import Entry

T = TypeVar("T")


@dataclass(frozen=True)
class PageBuilder:
    """A site on a date at an address."""

    site: Site
    today: date
    base_url: str
    """Where the site will live, without closing slash: `https://voorbeeld.nl/pad`."""
    memo: Memo = field(default_factory=Memo)
    forms: bool = False
    """Whether the program of the forms at `/admin/` is installed."""

    @cached_property
    def key(self) -> Key:
        """A digest of what every page and file may show: beside the rest all settings."""
        return digest(self._key_of_pages, repr(self.site.settings))  # `model_dump` would build what it writes with

    @cached_property
    def _key_of_pages(self) -> Key:
        """A digest of what every page may show: date, address, publisher, and the items that all refer to.

        A page that shows another setting in its context has it as a part; what stands around every page decides its
        HTML only (`pages/constants.py`).
        """
        site = self.site
        fields = [[self._key_of_fields(entry) for entry in rows.values()] for rows in (site.trends, site.scenarios)]
        entries = [[entry.key for entry in rows.values()] for rows in (site.gemeenten, site.begrippen)]
        where = (self.base_url, self.addresses.has_forms, repr(site.settings.repository))
        return digest(self.today, where, site.settings.uitgever, fields, entries)

    def _key_of_fields(self, entry: Entry[Trend] | Entry[Scenario]) -> Key:
        """A digest of an item without its text: a page that shows this has the item as a part."""
        return digest(entry.document.path, repr(entry.item))

    def key_of(self, parts: object) -> Key:
        """A digest of parts and of all that pages share; an item stands for itself, its links and its pictures."""
        return digest(self._key_of_pages, self._with_links(parts))

    def _with_links(self, part: object) -> object:
        if isinstance(part, Entry):
            return part, tuple(self.site.links[part.ref].items()), self.site.sizes_of(part)
        return tuple(map(self._with_links, part)) if isinstance(part, tuple) else part

    def part(self, name: str, decided_by: object, produce: Callable[[], T]) -> T:
        """A value that pages share: the one of the last build when it was made from an equal `decided_by`."""
        return self.memo.get(Kept.PART, digest(self._key_of_pages, name, decided_by), produce)

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(self.base_url, self.site.settings.repository, self.forms)

    @cached_property
    def cards(self) -> Cards:
        return Cards(self.site, self.addresses, self.today, self.part)

    @cached_property
    def towns(self) -> Towns:
        return Towns(self.site, self.addresses, self.memo)

    @cached_property
    def street(self) -> Street:
        return street_of(self.site)

    @cached_property
    def readers_words(self) -> Mapping[str, tuple[str, ...]]:
        """How readers say what a page is about, as `zoekwoorden.yaml` has it, by address."""
        words: dict[str, tuple[str, ...]] = {}
        for row in (entry.item for entry in self.site.zoekwoorden):
            for collection, _, slug in (value.partition("/") for value in row.paginas):
                found = getattr(self.site, collection, {}).get(slug) if collection in COLLECTIONS else None
                if found:
                    address = self.addresses.url_for(found.address)
                    words[address] = (*words.get(address, ()), *row.woorden)
        return words

    def notes(self, entry: Entry[MetBronnen], prefix: str = "") -> PageNotes:
        """A new register of what a page cites and explains of one item."""
        return PageNotes(entry, self.site, self.addresses, prefix)
