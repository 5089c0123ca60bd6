"""The trendscan: which trend comes first for a town, and what to do on Monday; and the same on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from binnenstad_site.core.citations import without_citations
from binnenstad_site.core.dates import day_in_words
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.qr import qr_code
from binnenstad_site.drawings.scan import scan_scale, scan_street
from binnenstad_site.drawings.svg import Drawing
from binnenstad_site.models import vocabulary
from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items import Stelling, Uitersten
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, page_frame, withdrawal
from binnenstad_site.pages.introduction import SCAN, Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe, last_modified
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel
from binnenstad_site.pages.parts.scan_parts import Schaal, Stand, StellingDeel
from binnenstad_site.pages.tools import tools_link
from binnenstad_site.validate.validator import Entry

ADDRESS = f"/{SCAN}/"
SHEET = f"{ADDRESS}blad/"
"""The same on paper, and why each statement counts."""
QUESTIONS = (
    ("i", "Invloed", "Hoe groot is de invloed op onze binnenstad?", vocabulary.INVLOED),
    ("v", "Voorbereid", "Hoe goed zijn wij voorbereid?", vocabulary.VOORBEREID),
)
Statements = tuple[Entry[Stelling], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendscanPagina(Context, template="trendscan.html"):
    """The statements to answer, and what the script makes the outcome of."""

    trends: tuple[TrendLabel, ...]
    stellingen: tuple[StellingDeel, ...]
    klassen: tuple[str, ...]
    """The size classes of a municipality, in words."""
    termijnen: tuple[str, ...]
    """When to begin, in words."""
    straat: Drawing
    schaal: Drawing
    """The house of each trend, and the scale of its row: the script completes them."""
    gegevens: str
    """Address of the kansen that the script chooses from."""
    blad: PaginaLink


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendscanBlad(Context, template="trendscan-blad.html"):
    """The statements to print, each with its reason and sources."""

    trends: tuple[tuple[TrendLabel, tuple[int, ...]], ...]
    """Each trend with the places of its statements, for the table of sums."""
    stellingen: tuple[StellingDeel, ...]
    qr: Markup
    """The address of the scan without answers, for who holds the sheet."""
    scan: str
    """The same address in words."""
    ingetrokken: tuple[tuple[str, str, str], ...]
    """Withdrawn statements, whose anchors were published: id, statement, reason."""


def trendscan_pages(builder: PageBuilder, data: str) -> Iterator[Page]:
    """The scan and its sheet, when there are statements; `data` is the address of the kansen."""
    entries = _in_order_of_trends(builder)
    if not entries:
        return
    intro = introduction(
        builder, SCAN, "Welke trend vraagt bij u als eerste om werk?", "Trendscan", tools_link(builder)
    )
    yield intro.page_made_of(Recipe(TrendscanPagina, _scan, (intro, entries, data)), last_modified(entries))
    withdrawn = tuple(entry for entry in builder.site.withdrawn if isinstance(entry.item, Stelling))
    sheet = Recipe(TrendscanBlad, _sheet, (intro.titel, entries, withdrawn))
    yield Page.made_of(builder, SHEET, sheet, Location(entries[0].document.path), (), last_modified(entries))


def _scan(builder: PageBuilder, intro: Introduction, entries: Statements, data: str) -> TrendscanPagina:
    return TrendscanPagina(
        kader=intro.frame,
        trends=tuple(builder.cards.trends.values()),
        stellingen=_statements(builder, entries),
        klassen=tuple(vocabulary.GROOTTEKLASSE.values()),
        termijnen=tuple(vocabulary.FASE.values()),
        straat=scan_street(label.kort for label in builder.cards.trends.values()),
        schaal=scan_scale(),
        gegevens=data,
        blad=builder.addresses.link("Trendscan op papier", SHEET),
    )


def _sheet(builder: PageBuilder, scan_title: str, entries: Statements, withdrawn: Statements) -> TrendscanBlad:
    addresses, tools, statements = builder.addresses, tools_link(builder), _statements(builder, entries)
    title, sentence = "Trendscan op papier", "Alle stellingen om te printen, met de reden en de bron van elk."
    frame = page_frame(builder, SHEET, title, sentence, tools)
    return TrendscanBlad(
        kader=replace(frame, kruimels=addresses.crumbs(tools, addresses.link(scan_title, ADDRESS))),
        trends=tuple(
            (label, tuple(statement.plaats for statement in statements if statement.trend == label))
            for label in builder.cards.trends.values()
        ),
        stellingen=statements,
        qr=qr_code(addresses.absolute(ADDRESS), "QR-code met het adres van de scan"),
        scan=addresses.absolute(ADDRESS),
        ingetrokken=tuple((f"stelling-{entry.slug}", entry.item.titel, withdrawal(entry.item)) for entry in withdrawn),
    )


def _in_order_of_trends(builder: PageBuilder) -> Statements:
    """The statements as they are asked: trend by trend, then by number."""
    statements = builder.site.stellingen.values()
    return tuple(entry for trend in builder.site.trends for entry in statements if entry.item.trend == trend)


def statement_parts(builder: PageBuilder) -> tuple[StellingDeel, ...]:
    """The statements as they are asked; none when there is no scan."""
    return _statements(builder, _in_order_of_trends(builder))


def _statements(builder: PageBuilder, entries: Statements) -> tuple[StellingDeel, ...]:
    return tuple(_statement(builder, entry, place) for place, entry in enumerate(entries, start=1))


def _statement(builder: PageBuilder, entry: Entry[Stelling], place: int) -> StellingDeel:
    item = entry.item
    ends = (item.invloed, item.voorbereid)
    return StellingDeel(
        id=f"stelling-{entry.slug}",
        nummer=item.nummer,
        later=place > 1,
        plaats=place,
        tekst=item.titel,
        trend=builder.cards.trend(item.trend),
        waarom=without_citations(item.waarom),
        adres=builder.addresses.url_for(entry.address),
        bronnen=tuple(map(_source, item.bronnen)),
        schalen=tuple(_scale(*question, end) for question, end in zip(QUESTIONS, ends, strict=True)),
    )


def _scale(name: str, short: str, question: str, words: tuple[str, ...], ends: Uitersten) -> Schaal:
    steps = tuple(Stand(value, word) for value, word in enumerate(words))
    return Schaal(name, short, question, steps, ends.nul, ends.vier)


def _source(source: Bron) -> tuple[PaginaLink, str]:
    day = day_in_words(source.datum)
    return PaginaLink(source.titel, source.url or ""), f"{source.uitgever}, {day}"
