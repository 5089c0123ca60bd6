"""Gemeenten as each other's examples: which have a page, what they did, and which are like which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from binnenstad_site.core.fragments import packed
from binnenstad_site.core.memo import Kept, Key, Keyed, Memo, digest
from binnenstad_site.core.urls import slugify
from binnenstad_site.link.site import Site
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Gemeente, Praktijk
from binnenstad_site.pages.addresses import Addresses
from binnenstad_site.pages.evidence import strongest
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.similarity import Neighbour, neighbours
from binnenstad_site.validate.validator import Entry

SHOWN = 3
"""Praktijken that are named with a gemeente; for the rest there is its page."""
STATE_KEY, STATE_VERSION = "g", 1
"""Of a chosen gemeente in a fragment, as `js/alike.js` reads it."""


@dataclass(frozen=True, slots=True)
class Gelijke:
    """A gemeente that is like another."""

    slug: str
    naam: str
    adres: str
    """Empty when it has no page."""
    reden: str
    praktijken: tuple[PaginaLink, ...]
    """The strongest evidence first."""
    meer: str
    """How many more it has, in words; empty for none."""


@dataclass(frozen=True)
class Towns(Keyed):
    """The gemeenten of a site."""

    site: Site
    addresses: Addresses
    memo: Memo

    @cached_property
    def with_page(self) -> Mapping[str, Entry[Gemeente]]:
        """Those with a praktijk, meeting or event, and those to which a published or withdrawn page leads."""
        published = {address.strip("/") for address in self.site.published}
        published |= {f"gemeenten/{slug}" for e in self.site.withdrawn for slug in getattr(e.item, "gemeenten", ())}
        return {
            slug: entry
            for slug, entry in self.site.gemeenten.items()
            if self.site.backlinks.get(entry.ref) or f"gemeenten/{slug}" in published
        }

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Neighbour, ...]]:
        """By slug the ten that are most like it, the nearest first."""
        key = digest("neighbours", self._figures)
        return self.memo.get(Kept.PAGE, key, lambda: neighbours(entry.item for entry in self.site.gemeenten.values()))

    @cached_property
    def _figures(self) -> list[Key]:
        return [entry.key for entry in self.site.gemeenten.values()]

    @cached_property
    def key(self) -> Key:
        """A digest of all that is told of gemeenten as each other's examples."""
        named = [
            (slug, [(entry.slug, entry.item.titel) for entry in entries])
            for slug, entries in self.praktijken.items()
            if entries
        ]
        return digest("towns", self.addresses.base, self._figures, list(self.with_page), named)

    @cached_property
    def praktijken(self) -> Mapping[str, tuple[Entry[Praktijk], ...]]:
        """By slug the praktijken of each gemeente, the strongest evidence first."""
        return {
            slug: tuple(sorted(self.site.praktijken_of(entry.ref), key=strongest))
            for slug, entry in self.site.gemeenten.items()
        }

    def counted(self, slug: str) -> str:
        """How many praktijken a gemeente has, in words; empty for none."""
        number = len(self.praktijken[slug])
        return COLLECTIONS["praktijken"].counted(number) if number else ""

    def alike(self, slug: str) -> tuple[Gelijke, ...]:
        """The gemeenten that are like this one: those with praktijken, then the others, each by name and unranked."""
        towns = [self._alike(neighbour) for neighbour in self.neighbours.get(slug, ())]
        return tuple(sorted(towns, key=lambda town: (not town.praktijken, slugify(town.naam))))

    def _alike(self, neighbour: Neighbour) -> Gelijke:
        slug = neighbour.slug
        entry, (named, more) = self.site.gemeenten[slug], self._named[slug]
        address = self.addresses.url_for(entry.address) if slug in self.with_page else ""
        return Gelijke(slug, entry.item.naam, address, neighbour.reden, named, more)

    @cached_property
    def _named(self) -> Mapping[str, tuple[tuple[PaginaLink, ...], str]]:
        """By slug the first praktijken, and how many more there are in words."""
        row = COLLECTIONS["praktijken"]
        return {
            slug: (
                tuple(map(self.addresses.link_to, entries[:SHOWN])),
                f"nog {row.counted(len(entries) - SHOWN)}" if len(entries) > SHOWN else "",
            )
            for slug, entries in self.praktijken.items()
        }


def province_slug(item: Gemeente) -> str:
    """The word in addresses for the province of a gemeente."""
    return next(slug for slug, name in vocabulary.PROVINCIE.items() if name == item.provincie)


def fragment(item: Gemeente) -> str:
    """What says in an address that this gemeente is chosen: `#g=1.utrecht~veenendaal.…`."""
    return packed(STATE_KEY, STATE_VERSION, f"{province_slug(item)}~{item.slug}")
