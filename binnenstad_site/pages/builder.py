"""The input of every page module: the site, the build date, addresses, and values that all pages share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from binnenstad_site.link.site import Site
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages.addresses import Addresses
from binnenstad_site.pages.cards import Cards
from binnenstad_site.pages.derived_cache import DerivedCache
from binnenstad_site.pages.page_notes import PageNotes
from binnenstad_site.pages.street import Street, street_of
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True)
class PageBuilder:
    """A site on a date at an address."""

    site: Site
    today: date
    base_url: str
    """Where the site will live, without closing slash: `https://voorbeeld.nl/pad`."""
    cache: DerivedCache = field(default_factory=DerivedCache)
    """What an earlier build made, for `serve`."""

    def __post_init__(self) -> None:
        site = self.site
        shared = (site.trends, site.scenarios, site.gemeenten, site.begrippen)
        frame = (self.today, self.base_url, site.settings, site.terms, *(tuple(rows.values()) for rows in shared))
        self.cache.begin(frame)

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(self.base_url, self.site.settings.repository)

    @cached_property
    def cards(self) -> Cards:
        return Cards(self.site, self.addresses, self.cache)

    @cached_property
    def street(self) -> Street:
        return street_of(self.site)

    def notes(self, entry: Entry[MetBronnen], prefix: str = "") -> PageNotes:
        """A new register of what a page cites and explains of one item."""
        return PageNotes(entry, self.site, self.addresses, prefix)
