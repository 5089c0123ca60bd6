"""The page of each trend: its dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.typography import counted
from binnenstad_site.drawings.country import small_map
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Item, Praktijk, Publicatie, Trend, Verslag
from binnenstad_site.pages import geo
from binnenstad_site.pages.aanpakken_list import lines_of_trend
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.figures import figure
from binnenstad_site.pages.frames import ItemContext, item_frame, section_parts
from binnenstad_site.pages.kansen import Shown, kans_block, shown
from binnenstad_site.pages.page import Page, Recipe, item_page_made_of
from binnenstad_site.pages.page_notes import PageNotes
from binnenstad_site.pages.parts.aanpak_parts import AanpakRegel
from binnenstad_site.pages.parts.figure_parts import CijferDeel
from binnenstad_site.pages.parts.folds import Gevouwen, fold
from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.kans_parts import KansBlok
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import OordeelVak, PraktijkKaart, ScenarioAlinea
from binnenstad_site.pages.parts.voorspelling_parts import VoorspellingRegel
from binnenstad_site.pages.scenario_links import trend_anchor
from binnenstad_site.pages.search_entries import body_pieces, facets, search_entry
from binnenstad_site.pages.trendscan import ADDRESS as SCAN
from binnenstad_site.pages.voorspellingen import TITLE, Quoted
from binnenstad_site.validate.validator import Entry

AANPAKKEN_UNFOLDED = 3
"""On a phone."""
MOST_KANSEN = 5
MOST_PRAKTIJKEN = 3
MOST_TO_READ = 2
"""Verslagen, and publications, below the sources."""
MOST_PER_KANS = 1
"""Praktijken that are named with a kans; a link leads to the others."""
KNOWN, UNKNOWN = "Wat weten we", "Wat weten we niet"
"""The two sections that stand side by side."""
DOSSIER = {"volledig": "Volledig dossier", "beknopt": "Beknopt dossier"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendVerhaal:
    """The text of a trend and its figures, in the order of the page."""

    kort: tuple[Sectie, ...]
    reeksen: tuple[CijferDeel, ...]
    begin: tuple[Sectie, ...]
    weten: Sectie
    niet_weten: Sectie
    getallen: tuple[CijferDeel, ...]
    slot: tuple[Sectie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPagina(ItemContext, template="trend.html"):
    """A trend: the dossier."""

    trend: TrendLabel
    dossier: str
    tekening: Markup
    """The street in section; empty for a trend without a drawing."""
    gevolgen: tuple[tuple[str, Markup], ...]
    """Pand, Straat, Regels, Geld, each with its sentence: the numbers 1 to 4 in the drawing."""
    verhaal: TrendVerhaal
    kansen: tuple[KansBlok, ...]
    legenda: tuple[OordeelVak, ...]
    """In which order the scenarios stand in each row of glyphs."""
    alle_kansen: PaginaLink
    aanpakken: Gevouwen[AanpakRegel]
    """Those that name this trend, each with its verdict."""
    praktijken: tuple[PraktijkKaart, ...]
    alle_praktijken: PaginaLink
    sprongen: tuple[PaginaLink, ...]
    """From the title to what one can do: the page is long. Then the trendscan, if there is one."""
    verder: tuple[tuple[str, PaginaLink], ...]
    """What to read after this, each with what it is: publications and reports."""
    scenarios: tuple[ScenarioAlinea, ...]
    verkennen: PaginaLink
    """This trend beside the others on the page of the scenarios."""
    voorspeld: tuple[VoorspellingRegel, ...]
    alle_voorspellingen: PaginaLink
    kaart: Markup
    """A small map; empty when no praktijk is in the country."""
    kaartzin: str
    """How many praktijken the map shows, and how many it cannot show."""


def trend_pages(builder: PageBuilder) -> Iterator[Page]:
    """A page per trend."""
    for entry in builder.site.trends.values():
        yield _trend_page(builder, entry)


def _trend_page(builder: PageBuilder, entry: Entry[Trend]) -> Page:
    site, item = builder.site, entry.item
    praktijken = site.praktijken_of(entry.ref)
    strongest = sorted(praktijken, key=lambda praktijk: _rank(praktijk, entry.slug))[:MOST_PRAKTIJKEN]
    kansen = sorted(site.kansen_of(entry.ref), key=lambda kans: list(vocabulary.FASE).index(kans.item.fase))
    books = tuple(site.publicaties[slug] for kind, slug in site.backlinks.get(entry.ref, ()) if kind == "publicaties")
    of_it = _OfTrend(
        praktijken=builder.cards.praktijken_of(praktijk.slug for praktijk in strongest),
        places=tuple(builder.cards.places_of(praktijken)),
        count=len(praktijken),
        abroad=sum(praktijk.item.land != "NL" for praktijk in praktijken),
        kansen=len(kansen),
        aanpakken=lines_of_trend(builder, entry.slug),
        forecasts=Quoted.of(builder, entry.ref),
        has_scan=bool(site.stellingen),
    )
    parts = (entry, of_it, shown(builder, kansen[:MOST_KANSEN]), books, site.verslagen_of(entry.ref))
    search = search_entry(builder, entry, item.in_een_zin, body_pieces(entry.body), facets(builder, [entry.slug]))
    return item_page_made_of(builder, entry, Recipe(TrendPagina, _context, parts), search)


@dataclass(frozen=True, slots=True)
class _OfTrend:
    """What the page shows of the praktijken, kansen, aanpakken and forecasts of a trend."""

    praktijken: tuple[PraktijkKaart, ...]
    """Those that show it best."""
    places: tuple[geo.Place, ...]
    """Of all."""
    count: int
    abroad: int
    kansen: int
    aanpakken: tuple[AanpakRegel, ...]
    forecasts: Quoted
    has_scan: bool
    """Whether there is a trendscan to lead to."""


def _context(
    builder: PageBuilder,
    entry: Entry[Trend],
    of_it: _OfTrend,
    shown_kansen: Sequence[Shown],
    books: Sequence[Entry[Publicatie]],
    verslagen: Sequence[Entry[Verslag]],
) -> TrendPagina:
    from binnenstad_site.drawings.sections import trend_section  # noqa: PLC0415 - most builds know the page

    item, addresses = entry.item, builder.addresses
    kansen = tuple(kans_block(builder, kans, MOST_PER_KANS) for kans in shown_kansen)
    reports = sorted(verslagen, key=lambda report: report.item.datum, reverse=True)
    scenarios = _scenarios(builder, item)
    anchor = f"#{trend_anchor(item.kort)}" if len(scenarios) == len(builder.cards.scenarios) else ""
    counts = (("kansen", of_it.kansen), ("praktijken", of_it.count))
    notes = builder.notes(entry)
    gevolgen = tuple(
        (name.capitalize(), notes.text(item.gevolgen, name)) for name in ("pand", "straat", "regels", "geld")
    )
    verhaal = _story(entry, notes)
    parts = (
        *section_parts((*verhaal.kort, *verhaal.begin)),
        (verhaal.weten.id, "Wat weten we, en wat niet", verhaal.weten.html),
        *section_parts(verhaal.slot),
        ("kansen", "Kansen", kansen),
        ("aanpakken", "Aanpakken", of_it.aanpakken),
        ("praktijken", "Praktijken", of_it.praktijken),
        ("per-scenario", "In vier scenario’s", scenarios),
        ("voorspeld", TITLE, of_it.forecasts.lines),
    )
    return TrendPagina(
        kader=item_frame(builder, entry, notes.finish(), parts),
        trend=builder.cards.trend(entry.slug),
        dossier=DOSSIER[item.dossier],
        tekening=trend_section(item.kort),
        gevolgen=gevolgen,
        verhaal=verhaal,
        kansen=kansen,
        legenda=next((block.regel.oordelen for block in kansen), ()),
        alle_kansen=addresses.link(
            f"Alle {of_it.kansen} kansen" if of_it.kansen > 1 else "Meer over de kans", f"/kansen/{entry.slug}/"
        ),
        aanpakken=fold(of_it.aanpakken, AANPAKKEN_UNFOLDED, "aanpak", "aanpakken"),
        praktijken=of_it.praktijken,
        alle_praktijken=addresses.link(
            f"Alle {of_it.count} praktijken" if of_it.count > 1 else "Naar de lijst",
            f"/praktijken/trend/{entry.slug}/",
        ),
        sprongen=(
            *(PaginaLink(COLLECTIONS[name].counted(number), f"#{name}") for name, number in counts if number),
            *((addresses.link("Komt deze trend bij u eerst?", SCAN),) if of_it.has_scan else ()),
        ),
        verder=(
            *_to_read(builder, "Publicatie", _closest(books)),
            *_to_read(builder, "Verslag", reports[:MOST_TO_READ]),
        ),
        scenarios=scenarios,
        verkennen=addresses.link("Bekijk elke trend in vier scenario’s", f"/scenarios/{anchor}"),
        voorspeld=of_it.forecasts.lines,
        alle_voorspellingen=of_it.forecasts.all,
        kaart=_map(of_it.places),
        kaartzin=_map_caption(of_it),
    )


def _rank(praktijk: Entry[Praktijk], trend: str) -> tuple[int, bool, str]:
    """How well a praktijk shows a trend: by evidence, where being about this trend first counts for one step."""
    aside = praktijk.item.trends[0] != trend
    return int(aside) - int(praktijk.item.bewijs), aside, praktijk.slug


def _to_read(builder: PageBuilder, kind: str, entries: Iterable[Entry[Item]]) -> Iterator[tuple[str, PaginaLink]]:
    return ((kind, builder.addresses.link_to(entry)) for entry in entries)


def _closest(books: Sequence[Entry[Publicatie]]) -> list[Entry[Publicatie]]:
    """First the publication about most trends, rather a book than an article; then those about this and few others."""
    widest = sorted(books, key=lambda book: (len(book.item.trends), book.item.soort.lower() == "publicatie"))[-1:]
    others = sorted((book for book in books if book not in widest), key=lambda book: len(book.item.trends))
    return [*widest, *others[: MOST_TO_READ - 1]]


def _story(entry: Entry[Trend], notes: PageNotes) -> TrendVerhaal:
    """Rendered in the order of the page (as arguments are evaluated), so that sources lead back in that order.

    Series stand after the summary, single numbers below what is not known.
    """
    parts = entry.body.sections
    titles = [part.heading.text if part.heading else "" for part in parts]
    middle = titles.index(KNOWN) if KNOWN in titles else len(titles)
    last = [p for p, title in zip(parts[middle:], titles[middle:], strict=True) if title not in (KNOWN, UNKNOWN)]

    def figures(*, single: bool) -> tuple[CijferDeel, ...]:
        chosen = (c for c in entry.item.cijfers if (len(c.reeks) == 1) == single)
        return tuple(figure(c.tekst, c.eenheid, c.reeks, notes.behind(c)) for c in chosen)

    return TrendVerhaal(
        kort=notes.sections(parts[:1]),
        reeksen=figures(single=False),
        begin=notes.sections(parts[1:middle]),
        weten=notes.section(KNOWN),
        niet_weten=notes.section(UNKNOWN),
        getallen=figures(single=True),
        slot=notes.sections(last),
    )


def _scenarios(builder: PageBuilder, item: Trend) -> tuple[ScenarioAlinea, ...]:
    """What the trend does in each scenario, in the order in which all pages show them."""
    from binnenstad_site.drawings.silhouettes import skyline  # noqa: PLC0415 - most builds know the page

    return tuple(
        ScenarioAlinea(builder.addresses.link_to(entry), item.in_scenarios[entry.slug], skyline(entry.slug))
        for entry in builder.cards.scenarios
        if entry.slug in item.in_scenarios
    )


def _map(places: Iterable[geo.Place]) -> Markup:
    """The country in small with a dot in each place; nothing when none is in it."""
    dots = geo.dots(places)
    label = f"Kaart van Nederland met een stip in {counted(len(dots), 'plaats', 'plaatsen')} met een praktijk"
    return small_map(((dot.x, dot.y, dot.straal) for dot in dots), label) if dots else NIETS


def _map_caption(of_it: _OfTrend) -> str:
    """What the map shows, and what it cannot show."""
    total = f"{COLLECTIONS['praktijken'].counted(of_it.count)} bij deze trend."
    return f"{total} Buiten Nederland: {of_it.abroad}, alleen in de lijst." if of_it.abroad else total
