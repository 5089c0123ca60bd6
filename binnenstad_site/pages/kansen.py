"""The overview of opportunities, and the kansen of each trend in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.citations import without_citations
from binnenstad_site.core.dates import in_words, needs_check
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.doors import doors
from binnenstad_site.drawings.svg import NO_DRAWING, Drawing
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Kans, Trend
from binnenstad_site.pages.aanpak import aanpak_line
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, changes, page_frame, withdrawal
from binnenstad_site.pages.introduction import introduction
from binnenstad_site.pages.kans_evidence import KansBewijs, kans_evidence
from binnenstad_site.pages.page import Page, SearchEntry, last_modified
from binnenstad_site.pages.parts.item_parts import KansDeel, OordeelRegel
from binnenstad_site.pages.parts.kans_parts import KansBlok, KansFase, KansPraktijk, KansTrend
from binnenstad_site.pages.parts.labels import NIETS, Keuze, Keuzegroep, PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import OordeelVak, TrendKaart
from binnenstad_site.pages.search_entries import facets, piece, search_entry
from binnenstad_site.pages.trend_list import trend_cards
from binnenstad_site.validate.validator import Entry

NARROW = {"deze-collegeperiode": "Deze periode"}
"""Heads of the table with doors, where the whole name does not fit."""


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
    """One door of each kind, for the key."""


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


def kansen_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/kansen/`, and a page per trend."""
    intro = introduction(builder, "kansen", "Wat u kunt doen, per trend en per termijn.")
    table = door_table(builder)
    blocks = (block for row in table.rijen for block in row.blokken)
    context = KansenPagina(
        kader=intro.frame,
        tabel=table,
        keuzes=choices(table.rijen),
        legenda=next((block.regel.oordelen for block in blocks), ()),
    )
    yield intro.page(context, last_modified(builder.site.kansen.values()))
    for row, trend in zip(table.rijen, builder.site.trends.values(), strict=True):
        yield _of_trend(builder, trend, row.trend.blok)


def door_table(builder: PageBuilder) -> Deurtabel:
    """All kansen of the site, by trend and phase."""
    return Deurtabel(
        fasen=tuple(NARROW.get(fase, text) for fase, text in vocabulary.FASE.items()),
        rijen=tuple(_row(builder, card) for card in trend_cards(builder)),
        aantal=COLLECTIONS["kansen"].counted(len(builder.site.kansen)),
        deur=doors(1, 0),
        deur_leeg=doors(0, 1),
    )


def _row(builder: PageBuilder, card: TrendKaart) -> KansTrend:
    """The kansen of one trend, a cell per phase."""
    kansen = builder.site.kansen_of(("trends", card.label.slug))
    cells = (
        _cell(fase, tuple(kans_block(builder, entry) for entry in kansen if entry.item.fase == fase))
        for fase in vocabulary.FASE
    )
    return KansTrend(f"kans-{card.label.kort}", card, tuple(cells))


def _cell(fase: str, blocks: tuple[KansBlok, ...]) -> KansFase:
    having = sum(bool(block.praktijken) for block in blocks)
    lacking = len(blocks) - having
    counts = [f"{having} met praktijk"] * bool(having) + [f"{lacking} zonder praktijk"] * bool(lacking)
    drawing = doors(having, lacking) if blocks else NIETS
    return KansFase(fase, vocabulary.FASE[fase], blocks, drawing, ", ".join(counts) or "geen")


def kans_block(builder: PageBuilder, entry: Entry[Kans], most: int | None = None) -> KansBlok:
    """A kans with the praktijken that show it, at most so many."""
    praktijken = shown_by(builder, entry.item)
    more = len(praktijken[most:]) if most is not None else 0
    return KansBlok(
        builder.cards.kans(entry), praktijken[:most], _evidence(builder, entry.item), f"en nog {more}" if more else ""
    )


def _evidence(builder: PageBuilder, item: Kans) -> KansBewijs:
    praktijken = builder.site.praktijken
    return kans_evidence([praktijken[slug].item for slug in item.praktijken if slug in praktijken])


def shown_by(builder: PageBuilder, item: Kans) -> tuple[KansPraktijk, ...]:
    """The praktijken that show a kans, each a window."""
    return tuple(
        KansPraktijk(
            card.titel,
            card.adres,
            card.plaats,
            "gestopt" if card.status.gestopt else "",
            card.bewijs.tekst,
            card.uitkomst,
        )
        for card in builder.cards.praktijken_of(item.praktijken)
    )


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


def _of_trend(builder: PageBuilder, trend: Entry[Trend], facades: Drawing) -> Page:
    site = builder.site
    withdrawn = [(e, e.item) for e in site.withdrawn if isinstance(e.item, Kans) and e.item.trend == trend.slug]
    kansen = site.kansen_of(trend.ref)
    by_phase = (
        (text, tuple(kans_part(builder, entry) for entry in kansen if entry.item.fase == fase))
        for fase, text in vocabulary.FASE.items()
    )
    url = f"/kansen/{trend.slug}/"
    number = COLLECTIONS["kansen"].counted(len(kansen)) if kansen else "Nog geen kansen"
    context = KansenTrendPagina(
        kader=page_frame(
            builder,
            url,
            f"Kansen bij {trend.item.titel}",
            f"{number} voor uw binnenstad bij {trend.item.titel}, met de eerste stap.",
            builder.addresses.list_link("kansen"),
        ),
        trend=builder.cards.trend(trend.slug),
        tekening=facades,
        fasen=tuple((text, parts) for text, parts in by_phase if parts),
        ingetrokken=tuple((f"kans-{e.slug}", item.titel, withdrawal(item)) for e, item in withdrawn),
        andere=tuple(
            builder.addresses.link(other.item.titel, f"/kansen/{slug}/")
            for slug, other in site.trends.items()
            if slug != trend.slug
        ),
    )
    origin = Location((kansen[0] if kansen else trend).document.path)
    return Page.of(url, context, origin, tuple(_search(builder, entry) for entry in kansen), last_modified(kansen))


def judgements(builder: PageBuilder, item: Kans) -> tuple[OordeelRegel, ...]:
    """The judgement in each scenario with its reason, in the order of the row of glyphs."""
    pairs = ((entry, item.scenario_oordeel.get(entry.slug)) for entry in builder.cards.scenarios)
    return tuple(
        OordeelRegel(builder.addresses.link_to(entry), own.oordeel, vocabulary.OORDEEL[own.oordeel], own.reden)
        for entry, own in pairs
        if own is not None
    )


def kans_part(builder: PageBuilder, entry: Entry[Kans]) -> KansDeel:
    """One kans in full; its ids begin with its slug, for several stand on one page."""
    item, notes = entry.item, builder.notes(entry, f"kans-{entry.slug}-")
    aanpak = builder.site.aanpakken.get(item.aanpak or "")
    return KansDeel(
        id=f"kans-{entry.slug}",
        regel=builder.cards.kans(entry),
        waarom=notes.text(item.waarom),
        aanpak=aanpak_line(builder, aanpak) if aanpak else None,
        praktijken=shown_by(builder, item),
        bewijs=_evidence(builder, item),
        oordelen=judgements(builder, item),
        bronnen=notes.finish().bronnen,
        gecontroleerd=in_words(item.gecontroleerd),
        controle_nodig=needs_check(item.gecontroleerd, builder.today),
        wijzigingen=changes(item.wijzigingen),
        bewerken=builder.addresses.edit(entry.document.path),
    )


def _search(builder: PageBuilder, entry: Entry[Kans]) -> SearchEntry:
    item = entry.item
    pieces = piece(without_citations(item.waarom), item.wie, kop="Waarom")
    return search_entry(builder, entry, item.eerste_stap, pieces, facets(builder, [item.trend]))
