"""The dossier of each trend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import counted
from binnenstad_site.drawings.country import small_map
from binnenstad_site.drawings.sections import trend_section
from binnenstad_site.drawings.silhouettes import skyline
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk, Publicatie, Trend
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder, last_modified
from binnenstad_site.pages.contexts import TrendPagina
from binnenstad_site.pages.itemfields import contents, item_fields
from binnenstad_site.pages.kansen import kans_block
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import NIETS, CijferDeel, PaginaLink, ScenarioAlinea, Sectie
from binnenstad_site.pages.search_entries import marks, pieces
from binnenstad_site.validate.markdown import Notes, Section
from binnenstad_site.validate.validator import Entry

SHOWN_KANSEN = 5
SHOWN_PRAKTIJKEN = 3
SHOWN_MORE = 2
"""Verslagen, and publications, below the sources."""
SHOWN_BY = 1
"""Praktijken that are named with a kans; a link leads to the others."""
KNOWN, UNKNOWN = "Wat weten we", "Wat weten we niet"
"""The two sections that stand side by side."""
NO_SECTION = Sectie("", "", NIETS)
DOSSIER = {"volledig": "Volledig dossier", "beknopt": "Beknopt dossier"}


def dossier_pages(builder: PageBuilder) -> Iterator[Page]:
    """A page per trend."""
    for entry in builder.site.trends.values():
        yield _dossier(builder, entry)


def _dossier(builder: PageBuilder, entry: Entry[Trend]) -> Page:
    item, site = entry.item, builder.site
    found = site.praktijken_of(entry.ref)
    strongest = sorted(found, key=lambda p: _telling(p, entry.slug))
    kansen = sorted(site.kansen_of(entry.ref), key=lambda kans: list(vocabulary.FASE).index(kans.item.fase))
    blocks = tuple(kans_block(builder, kans, SHOWN_BY) for kans in kansen[:SHOWN_KANSEN])
    books = [site.publicaties[slug] for kind, slug in site.backlinks.get(entry.ref, ()) if kind == "publicaties"]
    reports = site.verslagen_of(entry.ref)
    notes = builder.notes(entry)
    gevolgen = item.gevolgen
    context = TrendPagina(
        trend=builder.trend(entry.slug),
        dossier=DOSSIER[item.dossier],
        tekening=trend_section(item.kort),
        gevolgen=tuple((name.capitalize(), getattr(gevolgen, name)) for name in ("pand", "straat", "regels", "geld")),
        **_story(builder, entry, notes),
        kansen=blocks,
        legenda=next((block.regel.oordelen for block in blocks), ()),
        alle_kansen=PaginaLink(
            f"Alle {len(kansen)} kansen" if len(kansen) > 1 else "Meer over de kans",
            builder.url_for(f"/kansen/{entry.slug}/"),
        ),
        praktijken=builder.cards_of(strongest[:SHOWN_PRAKTIJKEN]),
        alle_praktijken=PaginaLink(
            f"Alle {len(found)} praktijken" if len(found) > 1 else "Naar de lijst",
            builder.url_for(f"/praktijken/trend/{entry.slug}/"),
        ),
        sprongen=tuple(
            PaginaLink(counted(number, one, more), f"#{more}")
            for number, one, more in ((len(kansen), "kans", "kansen"), (len(found), "praktijk", "praktijken"))
            if number
        ),
        verder=(
            *_links(builder, "Publicatie", _closest(books)),
            *_links(
                builder, "Verslag", sorted(reports, key=lambda report: report.item.datum, reverse=True)[:SHOWN_MORE]
            ),
        ),
        scenarios=_scenarios(builder, item),
        kaart=_map(builder, found),
        kaartzin=_on_the_map(found),
        # last: by now the page has cited and explained all that it does
        **item_fields(builder, entry, notes, "/trends/", PaginaLink("Trends", "/trends/")),
    )
    context = replace(context, onderdelen=_contents(context))
    search = SearchEntry(
        item.titel,
        builder.url_for(entry.address),
        "trend",
        item.in_een_zin,
        pieces(entry.body),
        kenmerken=marks(builder, "trend", trends=[entry.slug]),
    )
    return Page(entry.address, context, Location(entry.document.path), (search,), last_modified(item))


def _telling(praktijk: Entry[Praktijk], trend: str) -> tuple[int, bool, str]:
    """How well a praktijk shows a trend: by evidence, where being about this trend first counts for one step."""
    aside = praktijk.item.trends[0] != trend
    return int(aside) - int(praktijk.item.bewijs), aside, praktijk.slug


def _links(builder: PageBuilder, kind: str, found: Sequence[Entry[Any]]) -> tuple[tuple[str, PaginaLink], ...]:
    return tuple((kind, PaginaLink(each.item.titel, builder.url_for(each.address))) for each in found)


def _closest(books: Sequence[Entry[Publicatie]]) -> list[Entry[Publicatie]]:
    """First the publication about most trends, rather a book than an article; then those about this and few others."""
    widest = sorted(books, key=lambda book: (len(book.item.trends), book.item.soort.lower() == "publicatie"))[-1:]
    others = sorted((book for book in books if book not in widest), key=lambda book: len(book.item.trends))
    return [*widest, *others[: SHOWN_MORE - 1]]


def _story(builder: PageBuilder, entry: Entry[Trend], notes: Notes) -> dict[str, Any]:
    """The text and its figures in the order of the page, so that sources lead back in that order.

    Series stand after the summary, single numbers below what is not known.
    """
    titles = [part.heading.text if part.heading else "" for part in entry.body.sections]
    middle = titles.index(KNOWN) if KNOWN in titles else len(titles)
    parts = entry.body.sections

    def sections(chosen: Sequence[Section]) -> tuple[Sectie, ...]:
        return builder.sections(replace(entry.body, sections=tuple(chosen)), notes)

    def figures(*, single: bool) -> tuple[CijferDeel, ...]:
        chosen = (c for c in entry.item.cijfers if (len(c.reeks) == 1) == single)
        return tuple(builder.figure(c.tekst, c.eenheid, c.reeks, notes.cite(c.bron)) for c in chosen)

    summary = sections(parts[:1])
    series = figures(single=False)
    begin = sections(parts[1:middle])
    known, unknown = (
        next(iter(sections([part for part, title in zip(parts, titles, strict=True) if title == name])), NO_SECTION)
        for name in (KNOWN, UNKNOWN)
    )
    return {
        "kort": summary,
        "reeksen": series,
        "begin": begin,
        "weten": known,
        "niet_weten": unknown,
        "getallen": figures(single=True),
        "slot": sections(
            [p for p, t in zip(parts[middle:], titles[middle:], strict=True) if t not in (KNOWN, UNKNOWN)]
        ),
    }


def _scenarios(builder: PageBuilder, item: Trend) -> tuple[ScenarioAlinea, ...]:
    """What the trend does in each scenario, in the order in which all pages show them."""
    told = item.in_scenarios
    found = ((entry, told[entry.slug]) for entry in builder.scenarios if entry.slug in told)
    return tuple(
        ScenarioAlinea(PaginaLink(s.item.titel, builder.url_for(s.address)), text, skyline(s.slug)) for s, text in found
    )


def _map(builder: PageBuilder, found: Sequence[Entry[Praktijk]]) -> Markup:
    """The country in small with a dot in each place; nothing when none is in it."""
    dots = geo.dots(builder.places_of(found))
    label = f"Kaart van Nederland met een stip in {counted(len(dots), 'plaats', 'plaatsen')} met een praktijk"
    return small_map(((dot.x, dot.y, dot.straal) for dot in dots), label) if dots else NIETS


def _on_the_map(found: Sequence[Entry[Praktijk]]) -> str:
    """What the map shows, and what it cannot show."""
    abroad = sum(praktijk.item.land != "NL" for praktijk in found)
    said = f"{counted(len(found), 'praktijk', 'praktijken')} bij deze trend."
    return f"{said} Buiten Nederland: {abroad}, alleen in de lijst." if abroad else said


def _contents(context: TrendPagina) -> tuple[PaginaLink, ...]:
    """The parts of the page in the order in which it shows them."""
    return contents(
        *((part.id, part.titel, part.html) for part in (*context.kort, *context.begin)),
        (context.weten.id, "Wat weten we, en wat niet", context.weten.html),
        *((part.id, part.titel, part.html) for part in context.slot),
        ("kansen", "Kansen", context.kansen),
        ("praktijken", "Praktijken", context.praktijken),
        ("per-scenario", "In vier scenario’s", context.scenarios),
        ("bronnen", "Bronnen", context.bronnen),
        ("wijzigingen", "Wijzigingen", context.wijzigingen),
    )
