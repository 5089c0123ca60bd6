"""The introduction of a list, from the pagina at its address: title, sentence, opening text and sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, PageFrame, page_frame
from binnenstad_site.pages.page import Kenmerk, Page, SearchEntry, last_modified
from binnenstad_site.pages.page_notes import NOTHING_CITED
from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink
from binnenstad_site.pages.search_entries import KINDS, OVERVIEW, body_pieces

WINDTUNNEL = "scenarios/windtunnel"
TOOLS = ("aan-de-slag", "aan-de-slag/trendscan", "aan-de-slag/plaatsen", WINDTUNNEL)
OTHERS = frozenset({"wijzigingen", "zoeken", *TOOLS})
LISTS = OTHERS | {row.name for row in COLLECTIONS.values() if row.list_address}
"""Paginas at these addresses introduce the list there."""
SETTINGS_FILE = "content/site.yaml"


@dataclass(frozen=True, slots=True)
class Introduction:
    """The pagina of a list, or the defaults when there is none."""

    url: str
    frame: PageFrame
    secties: tuple[Sectie, ...]
    origin: Location
    modified: str
    search: SearchEntry

    def page(self, context: Context, modified: str = "", found_on_it: Iterable[SearchEntry] = ()) -> Page:
        """The list page itself, with what can be found of the items on it."""
        return Page.of(self.url, context, self.origin, (self.search, *found_on_it), max(modified, self.modified))


def introduction(
    builder: PageBuilder, slug: str, sentence: str, title: str = "", above: PaginaLink | None = None
) -> Introduction:
    """The list at `/slug/`; `sentence` and `title` (by default that of the collection) when no pagina gives them.

    `above` is the entry of the navigation that it is under, by default itself.
    """
    url, path, cited = f"/{slug}/", "", NOTHING_CITED
    entry = builder.site.paginas.get(slug)
    secties: tuple[Sectie, ...] = ()
    if entry:
        notes = builder.notes(entry)
        secties = notes.sections(entry.body.sections)
        title, sentence, path, cited = entry.item.titel, entry.item.in_een_zin, entry.document.path, notes.finish()
    title = title or COLLECTIONS[slug].title
    frame = page_frame(builder, url, title, sentence, above, path=path, inleiding=_together(secties), cited=cited)
    pieces = body_pieces(entry.body) if entry else ()
    facets = (Kenmerk("soort", OVERVIEW, KINDS[OVERVIEW]),)
    search = SearchEntry(title, builder.addresses.url_for(url), OVERVIEW, sentence, pieces, kenmerken=facets)
    return Introduction(
        url, frame, secties, Location(path or SETTINGS_FILE), last_modified([entry] if entry else []), search
    )


def _together(sections: Iterable[Sectie]) -> Markup:
    """All sections below each other."""
    heading = Markup('<h2 id="{}">{}</h2>\n')
    return Markup().join(
        part for s in sections for part in (heading.format(s.id, s.titel) if s.titel else NIETS, s.html)
    )
