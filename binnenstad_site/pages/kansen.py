"""The overview of opportunities, and the kansen of each trend in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from binnenstad_site.core.citations import without_citations
from binnenstad_site.core.dates import in_words, needs_check
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.doors import door
from binnenstad_site.drawings.street import Windows, block
from binnenstad_site.drawings.svg import NO_DRAWING, Drawing
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Kans, Trend
from binnenstad_site.pages.aanpak import aanpak_line
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, changes, page_frame, with_copy, withdrawal
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.kans_evidence import KansBewijs, kans_evidence
from binnenstad_site.pages.page import Page, Recipe, SearchEntry, last_modified
from binnenstad_site.pages.parts.aanpak_parts import AanpakRegel
from binnenstad_site.pages.parts.folds import fold
from binnenstad_site.pages.parts.item_parts import KansDeel, OordeelRegel
from binnenstad_site.pages.parts.kans_parts import KansBlok, KansFase, KansPraktijk, KansTrend
from binnenstad_site.pages.parts.labels import Keuze, Keuzegroep, PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import OordeelVak, PraktijkKaart, TrendKaart
from binnenstad_site.pages.scenario_links import address_with
from binnenstad_site.pages.search_entries import facets, piece, search_entry
from binnenstad_site.pages.street import StreetNumbers
from binnenstad_site.pages.trend_list import trend_cards
from binnenstad_site.validate.validator import Entry

NARROW = {"deze-collegeperiode": "Deze periode"}
"""Heads of the table with doors, where the whole name does not fit."""
WINDOWS_UNFOLDED = 2
"""Praktijken of a kans on the page of its trend, on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deurtabel:
    """A table with a door for each kans, by trend and phase."""

    fasen: tuple[str, ...]
    """The heads of its narrow columns."""
    rijen: tuple[KansTrend, ...]
    aantal: str
    """How many kansen in words."""
    deur: Markup
    deur_leeg: Markup
    """A door of each kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KansenPagina(Context, template="kansen.html"):
    """All kansen: trends by fase."""

    tabel: Deurtabel
    keuzes: tuple[Keuzegroep, ...]
    legenda: tuple[OordeelVak, ...]
    """The judgements of any kans: they name the scenarios in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KansenTrendPagina(Context, template="kansen-trend.html"):
    """The kansen of one trend in full."""

    trend: TrendLabel
    fasen: tuple[tuple[str, tuple[KansDeel, ...]], ...]
    """Per fase that has any, its kansen in full."""
    tekening: Drawing = NO_DRAWING
    """The block of facades of the trend."""
    ingetrokken: tuple[tuple[str, str, str], ...] = ()
    """Withdrawn kansen, whose anchors were published: id, title, reason."""
    andere: tuple[PaginaLink, ...]


class Shown(NamedTuple):
    """A kans with what there is of its aanpak and of the praktijken that show it."""

    entry: Entry[Kans]
    aanpak: AanpakRegel | None
    praktijken: tuple[PraktijkKaart, ...]
    bewijs: KansBewijs


def shown(builder: PageBuilder, entries: Iterable[Entry[Kans]]) -> tuple[Shown, ...]:
    """Kansen, each with its aanpak and its praktijken."""
    return tuple(_shown(builder, entry) for entry in entries)


def _shown(builder: PageBuilder, entry: Entry[Kans]) -> Shown:
    item, praktijken = entry.item, builder.site.praktijken
    aanpak = builder.site.aanpakken.get(item.aanpak or "")
    items = [praktijken[slug].item for slug in item.praktijken if slug in praktijken]
    return Shown(
        entry=entry,
        aanpak=aanpak_line(builder, aanpak) if aanpak else None,
        praktijken=builder.cards.praktijken_of(item.praktijken),
        bewijs=kans_evidence(items),
    )


def shown_by_trend(builder: PageBuilder) -> tuple[tuple[Shown, ...], ...]:
    """The kansen of each trend."""
    return tuple(shown(builder, builder.site.kansen_of(trend.ref)) for trend in builder.site.trends.values())


def kansen_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/kansen/`, and a page per trend."""
    intro = introduction(builder, "kansen", "Wat u kunt doen, per trend en per termijn.")
    street, by_trend = builder.street.numbers, shown_by_trend(builder)
    recipe = Recipe(KansenPagina, _overview, (intro, street, by_trend))
    yield intro.page_made_of(recipe, last_modified(builder.site.kansen.values()))
    for trend, numbers, kansen in zip(builder.site.trends.values(), street.trends, by_trend, strict=True):
        yield _page(builder, trend, numbers.windows, kansen)


def _overview(
    builder: PageBuilder, intro: Introduction, street: StreetNumbers, by_trend: Sequence[Sequence[Shown]]
) -> KansenPagina:
    table = door_table(builder, street, by_trend)
    blocks = (block for row in table.rijen for block in row.blokken)
    return KansenPagina(
        kader=intro.frame,
        tabel=table,
        keuzes=choices(table.rijen),
        legenda=next((block.regel.oordelen for block in blocks), ()),
    )


def door_table(builder: PageBuilder, street: StreetNumbers, by_trend: Sequence[Sequence[Shown]]) -> Deurtabel:
    """All kansen of the site, by trend and phase."""
    cards = trend_cards(builder, street)
    return Deurtabel(
        fasen=tuple(NARROW.get(fase, text) for fase, text in vocabulary.FASE.items()),
        rijen=tuple(_row(builder, card, kansen) for card, kansen in zip(cards, by_trend, strict=True)),
        aantal=COLLECTIONS["kansen"].counted(len({kans.entry.slug for kansen in by_trend for kans in kansen})),
        deur=door(has_praktijk=True),
        deur_leeg=door(has_praktijk=False),
    )


def _row(builder: PageBuilder, card: TrendKaart, kansen: Sequence[Shown]) -> KansTrend:
    """The kansen of one trend, a cell per phase."""
    cells = (
        _cell(fase, tuple(kans_block(builder, kans) for kans in kansen if kans.entry.item.fase == fase))
        for fase in vocabulary.FASE
    )
    return KansTrend(f"kans-{card.label.kort}", card, tuple(cells))


def _cell(fase: str, blocks: tuple[KansBlok, ...]) -> KansFase:
    having = sum(bool(block.praktijken) for block in blocks)
    lacking = len(blocks) - having
    counts = [f"{having} met praktijk"] * bool(having) + [f"{lacking} zonder praktijk"] * bool(lacking)
    return KansFase(fase, vocabulary.FASE[fase], blocks, ", ".join(counts) or "geen")


def kans_block(builder: PageBuilder, kans: Shown, most: int | None = None) -> KansBlok:
    """A kans with the praktijken that show it, at most so many."""
    praktijken = tuple(map(_window, kans.praktijken))
    more = len(praktijken[most:]) if most is not None else 0
    return KansBlok(builder.cards.kans(kans.entry), praktijken[:most], kans.bewijs, f"en nog {more}" if more else "")


def _window(card: PraktijkKaart) -> KansPraktijk:
    """A praktijk that shows a kans."""
    stopped = "gestopt" if card.status.gestopt else ""
    return KansPraktijk(card.titel, card.adres, card.plaats, stopped, card.bewijs.tekst, card.uitkomst)


def choices(rows: tuple[KansTrend, ...]) -> tuple[Keuzegroep, ...]:
    """What the overview can be narrowed by, each value with its number of kansen."""
    with_praktijk = [bool(block.praktijken) for row in rows for block in row.blokken]
    themes = (
        Keuze(r.trend.label.kort, r.trend.thema.capitalize(), r.trend.kansen, kort=r.trend.label.kort) for r in rows
    )
    phases = (
        Keuze(fase, text, sum(len(cell.kansen) for row in rows for cell in row.fasen if cell.waarde == fase))
        for fase, text in vocabulary.FASE.items()
    )
    having = sum(with_praktijk)
    return (
        Keuzegroep("thema", "Thema", tuple(themes)),
        Keuzegroep("fase", "Wanneer", tuple(phases)),
        Keuzegroep(
            "praktijk",
            "Praktijk",
            (Keuze("bekend", "bekend", having), Keuze("nog-niet", "nog niet", len(with_praktijk) - having)),
        ),
    )


def _page(builder: PageBuilder, trend: Entry[Trend], windows: Windows, kansen: tuple[Shown, ...]) -> Page:
    site, entries = builder.site, [kans.entry for kans in kansen]
    withdrawn = tuple(e for e in site.withdrawn if isinstance(e.item, Kans) and e.item.trend == trend.slug)
    recipe = Recipe(KansenTrendPagina, _context, (trend, windows, kansen, withdrawn))
    origin = Location((entries[0] if entries else trend).document.path)
    search = tuple(_search(builder, entry) for entry in entries)
    return Page.made_of(builder, kansen_address(trend), recipe, origin, search, last_modified(entries))


def kansen_address(trend: Entry[Trend]) -> str:
    """The page with the kansen of a trend."""
    return f"/kansen/{trend.slug}/"


def kansen_title(trend: Entry[Trend]) -> str:
    """The title of that page."""
    return f"Kansen bij {trend.item.titel}"


def _context(
    builder: PageBuilder,
    trend: Entry[Trend],
    windows: Windows,
    kansen: Sequence[Shown],
    withdrawn: Sequence[Entry[Kans]],
) -> KansenTrendPagina:
    by_phase = (
        (text, tuple(kans_part(builder, kans) for kans in kansen if kans.entry.item.fase == fase))
        for fase, text in vocabulary.FASE.items()
    )
    number = COLLECTIONS["kansen"].counted(len(kansen)) if kansen else "Nog geen kansen"
    return KansenTrendPagina(
        kader=with_copy(
            page_frame(
                builder,
                kansen_address(trend),
                kansen_title(trend),
                f"{number} voor uw binnenstad bij {trend.item.titel}, met de eerste stap.",
                builder.addresses.list_link("kansen"),
            ),
            builder.addresses.url_for(kansen_address(trend)),
        ),
        trend=builder.cards.trend(trend.slug),
        tekening=block(trend.item.kort, windows),
        fasen=tuple((text, parts) for text, parts in by_phase if parts),
        ingetrokken=tuple((f"kans-{e.slug}", e.item.titel, withdrawal(e.item)) for e in withdrawn),
        andere=tuple(
            builder.addresses.link(other.item.titel, kansen_address(other))
            for other in builder.site.trends.values()
            if other.slug != trend.slug
        ),
    )


def judgements(builder: PageBuilder, item: Kans) -> tuple[OordeelRegel, ...]:
    """The judgement in each scenario with its reason, in the order of the row of glyphs."""
    pairs = ((entry, item.scenario_oordeel.get(entry.slug)) for entry in builder.cards.scenarios)
    return tuple(
        OordeelRegel(builder.addresses.link_to(entry), own.oordeel, vocabulary.OORDEEL[own.oordeel], own.reden)
        for entry, own in pairs
        if own is not None
    )


def kans_part(builder: PageBuilder, kans: Shown) -> KansDeel:
    """One kans in full; its ids begin with its slug, for several stand on one page."""
    item, notes = kans.entry.item, builder.notes(kans.entry, f"kans-{kans.entry.slug}-")
    return KansDeel(
        id=f"kans-{kans.entry.slug}",
        regel=builder.cards.kans(kans.entry),
        waarom=notes.text(item, "waarom"),
        aanpak=kans.aanpak,
        praktijken=fold(tuple(map(_window, kans.praktijken)), WINDOWS_UNFOLDED, "praktijk", "praktijken"),
        bewijs=kans.bewijs,
        oordelen=judgements(builder, item),
        toets=address_with(builder.addresses, kans.entry.slug),
        bronnen=notes.finish().bronnen,
        gecontroleerd=in_words(item.gecontroleerd),
        controle_nodig=needs_check(item.gecontroleerd, builder.today),
        wijzigingen=changes(item.wijzigingen),
        bewerken=builder.addresses.edit(kans.entry.document.path),
        verbeteren=builder.addresses.form(kans.entry.document.path),
    )


def _search(builder: PageBuilder, entry: Entry[Kans]) -> SearchEntry:
    item = entry.item
    pieces = piece(without_citations(item.waarom), item.wie, kop="Waarom")
    return search_entry(builder, entry, item.eerste_stap, pieces, facets(builder, [item.trend]))
