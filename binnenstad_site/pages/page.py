"""A page that is to be made: its address, its context, and what the search and the sitemap may know of it."""

from __future__ import annotations

from dataclasses import dataclass

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.pages.contexts import Context


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
    """`soort`, `trend`, `gemeente`, `provincie`, `status` or `bewijs`."""
    waarde: str
    """The word in the address, a slug."""
    tekst: str
    """What a reader sees."""


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
class Page:
    """One HTML page to be."""

    url: str
    """From the root of the site, without the base path: `/trends/anders-werken/`, or `/404.html`."""
    context: Context
    origin: Location
    """Where an editor can change what the page shows."""
    search: tuple[SearchEntry, ...] = ()
    modified: str = ""
    """ISO day of the newest date in its content, for the sitemap; empty when it has none."""
    listed: bool = True
    """Whether it belongs in the sitemap."""
