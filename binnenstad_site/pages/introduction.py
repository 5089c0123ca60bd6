"""The introduction of a list, from the pagina at its address: title, sentence, opening text and sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.memo import Key, Keyed
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Pagina
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, PageFrame, page_frame, with_copy
from binnenstad_site.pages.page import Kenmerk, Page, Recipe, SearchEntry, last_modified
from binnenstad_site.pages.page_notes import NOTHING_CITED, Cited
from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink
from binnenstad_site.pages.search_entries import KINDS, OVERVIEW, body_pieces
from binnenstad_site.validate.validator import Entry

TOOLS = "aan-de-slag"
"""The list of tools."""
SCAN, PLACES, WINDTUNNEL = f"{TOOLS}/trendscan", f"{TOOLS}/plaatsen", "scenarios/windtunnel"
NOTA = f"{TOOLS}/nota"
OPEN_DATA, FIGURES = "open-data", "over/cijfers"
OTHERS = frozenset({"wijzigingen", "zoeken", OPEN_DATA, FIGURES, TOOLS, SCAN, PLACES, WINDTUNNEL, NOTA})
LISTS = OTHERS | {row.name for row in COLLECTIONS.values() if row.list_address}
"""Paginas at these addresses introduce the list there."""
COPIED = frozenset({"wijzigingen", FIGURES} | {row.name for row in COLLECTIONS.values() if row.list_address})
"""The lists with a copy as Markdown; the others are tools."""
SETTINGS_FILE = "content/site.yaml"


@dataclass(frozen=True, eq=False)
class Introduction(Keyed):
    """The pagina of a list, or the defaults when there is none. What a page shows of it is made when somebody asks."""

    builder: PageBuilder
    url: str
    titel: str
    in_een_zin: str
    entry: Entry[Pagina] | None
    above: PaginaLink | None = None
    """The entry of the navigation that it is under; None for itself."""

    @cached_property
    def key(self) -> Key:
        """A digest of all that decides it."""
        return self.builder.key_of((self.url, self.titel, self.in_een_zin, self.entry, self.above))

    @property
    def path(self) -> str:
        return self.entry.document.path if self.entry else ""

    @property
    def origin(self) -> Location:
        return Location(self.path or SETTINGS_FILE)

    @cached_property
    def _text(self) -> tuple[tuple[Sectie, ...], Cited]:
        """The opening text, and what it cites."""
        if self.entry is None:
            return (), NOTHING_CITED
        notes = self.builder.notes(self.entry)
        return notes.sections(self.entry.body.sections), notes.finish()

    @property
    def secties(self) -> tuple[Sectie, ...]:
        return self._text[0]

    @cached_property
    def frame(self) -> PageFrame:
        secties, cited = self._text
        text = _together(secties)
        frame = page_frame(
            self.builder, self.url, self.titel, self.in_een_zin, self.above, path=self.path, inleiding=text, cited=cited
        )
        return with_copy(frame, self.builder.addresses.url_for(self.url)) if self.url.strip("/") in COPIED else frame

    def page(self, context: Context, modified: str = "", found_on_it: Iterable[SearchEntry] = ()) -> Page:
        """The list page itself, with what can be found of the items on it."""
        return Page.of(self.url, context, self.origin, *self._about(modified, found_on_it))

    def page_made_of(self, recipe: Recipe, modified: str = "", found_on_it: Iterable[SearchEntry] = ()) -> Page:
        """The same by a recipe, of which this introduction is the first part."""
        return Page.made_of(self.builder, self.url, recipe, self.origin, *self._about(modified, found_on_it))

    def _about(self, modified: str, found_on_it: Iterable[SearchEntry]) -> tuple[tuple[SearchEntry, ...], str]:
        """What can be found, and the newest day."""
        own = last_modified([self.entry] if self.entry else [])
        return (self.search, *found_on_it), max(modified, own)

    @property
    def search(self) -> SearchEntry:
        pieces = body_pieces(self.entry.body) if self.entry else ()
        facets = (Kenmerk("soort", OVERVIEW, KINDS[OVERVIEW]),)
        address = self.builder.addresses.url_for(self.url)
        anders = self.builder.readers_words.get(address, ())
        return SearchEntry(self.titel, address, OVERVIEW, self.in_een_zin, pieces, kenmerken=facets, anders=anders)


def introduction(
    builder: PageBuilder, slug: str, sentence: str, title: str = "", above: PaginaLink | None = None
) -> Introduction:
    """The list at `/slug/`; `sentence` and `title` (by default that of the collection) when no pagina gives them.

    `above` is the entry of the navigation that it is under, by default itself.
    """
    entry = builder.site.paginas.get(slug)
    if entry:
        title, sentence = entry.item.titel, entry.item.in_een_zin
    return Introduction(builder, f"/{slug}/", title or COLLECTIONS[slug].title, sentence, entry, above)


def _together(sections: Iterable[Sectie]) -> Markup:
    """All sections below each other."""
    heading = Markup('<h2 id="{}">{}</h2>\n')
    return Markup().join(
        part for s in sections for part in (heading.format(s.id, s.titel) if s.titel else NIETS, s.html)
    )
