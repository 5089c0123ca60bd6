"""The standing pages of `content/paginas/`, and the introductions they give to lists at the same address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.wall import wall
from binnenstad_site.models.items import Pagina
from binnenstad_site.pages.builder import PageBuilder, evidence_spread, last_modified
from binnenstad_site.pages.contexts import Context, StandaardPagina
from binnenstad_site.pages.itemfields import item_fields, sources
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import NIETS, NO_SOURCES, PaginaLink, Sectie
from binnenstad_site.pages.search_entries import marks, pieces
from binnenstad_site.validate.markdown import Notes
from binnenstad_site.validate.validator import Entry

LISTS = frozenset(
    {
        "trends",
        "praktijken",
        "kansen",
        "scenarios",
        "gemeenten",
        "verslagen",
        "begrippen",
        "publicaties",
        "agenda",
        "wijzigingen",
        "zoeken",
    }
)
"""Paginas at these addresses introduce the list there."""
BELOW = {"over": (("Vormgeving", "/over/vormgeving/"),)}
"""Pages below a pagina that are no pagina themselves."""
ABOUT_EVIDENCE = "over/redactie"
"""The pagina that tells what the steps of evidence mean also shows how many praktijken stand on each."""
NAVIGATION_FILE = "content/site.yaml"


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a list page takes from its pagina, or from the defaults when there is none."""

    fields: dict[str, Any]
    html: Markup
    secties: tuple[Sectie, ...]
    """The same by section, for a page that sets them apart."""
    entry: Entry[Pagina] | None
    search: SearchEntry

    def page(self, url: str, context: Context, modified: str = "") -> Page:
        """The list page itself."""
        origin = Location(self.entry.document.path) if self.entry else Location(NAVIGATION_FILE)
        own = last_modified(self.entry.item) if self.entry else ""
        return Page(url, context, origin, (self.search,), max(modified, own))


def introduction(builder: PageBuilder, slug: str, title: str, sentence: str) -> Introduction:
    """Title, sentence and opening text of the list at `/slug/`."""
    entry = builder.site.paginas.get(slug)
    notes = builder.notes(entry) if entry else Notes()
    parts = builder.sections(entry.body, notes) if entry else ()
    titel, zin = (entry.item.titel, entry.item.in_een_zin) if entry else (title, sentence)
    text = pieces(entry.body) if entry else ()
    fields = {
        "titel": titel,
        "omschrijving": zin,
        "canoniek": builder.absolute(f"/{slug}/"),
        "sectie": builder.url_for(f"/{slug}/"),
        "kruimels": builder.crumbs(),
        "bewerken": builder.edit(entry.document.path) if entry else "",
        "begrippen": builder.explained(notes),
        "bronnen": sources(entry.item, notes) if entry else NO_SOURCES,
    }
    search = SearchEntry(
        titel, builder.url_for(f"/{slug}/"), "overzicht", zin, text, kenmerken=marks(builder, "overzicht")
    )
    return Introduction(fields, _together(parts), parts, entry, search)


def _together(sections: Iterable[Sectie]) -> Markup:
    parts = []
    for part in sections:
        if part.titel:
            parts.append(Markup('<h2 id="{}">{}</h2>\n').format(part.id, part.titel))
        parts.append(part.html)
    return Markup().join(parts)


def standing_pages(builder: PageBuilder) -> Iterator[Page]:
    """A page per pagina that does not introduce a list."""
    withdrawn = [entry for entry in builder.site.withdrawn if entry.collection.name == "paginas"]
    for entry in (*builder.site.paginas.values(), *withdrawn):
        if entry.slug not in LISTS:
            yield _standing(builder, entry)  # type: ignore[arg-type]


def _standing(builder: PageBuilder, entry: Entry[Pagina]) -> Page:
    item = entry.item
    notes = builder.notes(entry)
    secties = builder.sections(entry.body, notes)
    above = entry.slug.rpartition("/")[0]
    parent = builder.site.paginas.get(above) if above else None
    steps = [PaginaLink(parent.item.titel, parent.address)] if parent else []
    below = [other for slug, other in builder.site.paginas.items() if slug.rpartition("/")[0] == entry.slug]
    spread = evidence_spread(builder) if entry.slug == ABOUT_EVIDENCE else ()
    context = StandaardPagina(
        secties=secties,
        onderliggend=tuple(PaginaLink(other.item.titel, builder.url_for(other.address)) for other in below)
        + tuple(PaginaLink(text, builder.url_for(address)) for text, address in BELOW.get(entry.slug, ())),
        treden=spread[::-1],
        muur=wall([number for _, number in spread]) if spread else NIETS,
        # last: by now the page has cited and explained all that it does
        **item_fields(builder, entry, notes, entry.address, *steps),
    )
    address = builder.url_for(entry.address)
    text = pieces(entry.body)
    search = SearchEntry(item.titel, address, "pagina", item.in_een_zin, text, kenmerken=marks(builder, "pagina"))
    findable = () if item.ingetrokken else (search,)
    return Page(
        entry.address, context, Location(entry.document.path), findable, last_modified(item), not item.ingetrokken
    )
