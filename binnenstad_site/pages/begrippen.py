"""The page of terms: those that have an explanation, by letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from string import ascii_uppercase

from markupsafe import Markup

from binnenstad_site.core.typography import breakable
from binnenstad_site.models.items import Begrip
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink
from binnenstad_site.pages.search_entries import piece, search_entry
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True)
class BegripRegel:
    """A term on the page of terms."""

    id: str
    term: str
    kop: str
    """The same, where a long word may break on a phone."""
    uitleg: str
    ook: str
    zie: tuple[PaginaLink, ...]
    """Links to pages about it, and the related terms on this page."""


@dataclass(frozen=True, slots=True)
class Lettergroep:
    """Terms that begin with the same letter."""

    letter: str
    begrippen: tuple[BegripRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BegrippenPagina(Context, template="begrippen.html"):
    """All terms with their explanation."""

    alfabet: tuple[PaginaLink, ...]
    """The letters for the index; one without terms has no address."""
    groepen: tuple[Lettergroep, ...]
    tekening: Markup = NIETS
    """A street with some of the terms at their place."""


def begrippen_page(builder: PageBuilder) -> Page:
    """`/begrippen/`."""
    intro = introduction(builder, "begrippen", "Woorden uit het vak, in gewone taal uitgelegd.")
    explained = tuple(entry for entry in builder.site.begrippen.values() if entry.item.uitleg)
    see = tuple(_see(builder, entry.item) for entry in explained)
    # narrower and related words lead elsewhere: the search knows them as synonyms
    entries = (
        replace(search_entry(builder, e, e.item.uitleg or "", piece(*e.item.ook)), ook=e.item.ook) for e in explained
    )
    return intro.page_made_of(Recipe(BegrippenPagina, _context, (intro, explained, see)), found_on_it=entries)


def _see(builder: PageBuilder, item: Begrip) -> tuple[PaginaLink, ...]:
    """Links to pages about a term."""
    targets = (builder.site.entry((c, s)) for c, _, s in (ref.partition("/") for ref in item.zie))
    return tuple(
        builder.addresses.link(str(getattr(target.item, "naam", target.slug)), target.address)
        for target in targets
        if target
    )


def _context(
    _builder: PageBuilder,
    intro: Introduction,
    explained: Sequence[Entry[Begrip]],
    see: Sequence[tuple[PaginaLink, ...]],
) -> BegrippenPagina:
    from binnenstad_site.drawings.terms import terms_street  # noqa: PLC0415 - most builds know the page

    anchors = {entry.item.term: f"#{entry.slug}" for entry in explained}
    links = {entry.slug: links for entry, links in zip(explained, see, strict=True)}
    by_letter = groupby(sorted(explained, key=lambda entry: entry.slug), key=lambda entry: entry.slug[0].upper())
    groups = tuple(
        Lettergroep(letter, tuple(_row(entry, links[entry.slug], anchors) for entry in entries))
        for letter, entries in by_letter
    )
    return BegrippenPagina(
        kader=intro.frame,
        tekening=terms_street({e.slug: e.item.term[:1].upper() + e.item.term[1:] for e in explained}),
        alfabet=alphabet([group.letter for group in groups]),
        groepen=groups,
    )


def alphabet(used: Sequence[str]) -> tuple[PaginaLink, ...]:
    """The index: A to Z, and what else terms begin with; only what is `used` has an address."""
    letters = sorted({*used, *ascii_uppercase})
    return tuple(PaginaLink(letter, f"#letter-{letter}" if letter in used else "") for letter in letters)


def _row(entry: Entry[Begrip], zie: tuple[PaginaLink, ...], anchors: Mapping[str, str]) -> BegripRegel:
    """One term; `anchors` has that of every term on the page. A related word without one is for the search."""
    item = entry.item
    related = tuple(PaginaLink(word, anchors[word]) for word in item.verwant if word in anchors)
    return BegripRegel(
        entry.slug, item.term, breakable(item.term), item.uitleg or "", ", ".join(item.ook), (*zie, *related)
    )
