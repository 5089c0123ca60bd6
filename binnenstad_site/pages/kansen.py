"""The overview of opportunities, and the kansen of each trend in full."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from binnenstad_site.core.dates import in_words
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import counted
from binnenstad_site.drawings.doors import doors
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Kans, Trend
from binnenstad_site.pages.builder import PageBuilder, last_modified
from binnenstad_site.pages.contexts import KansenPagina, KansenTrendPagina
from binnenstad_site.pages.itemfields import changes, sources
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import (
    NIETS,
    KansBlok,
    KansDeel,
    KansFase,
    KansPraktijk,
    KansTrend,
    Keuze,
    Keuzegroep,
    OordeelRegel,
    PaginaLink,
    TrendKaart,
)
from binnenstad_site.pages.search_entries import marks, piece
from binnenstad_site.pages.static_pages import introduction
from binnenstad_site.pages.trend_list import trend_cards
from binnenstad_site.validate.validator import Entry

NARROW = {"deze-collegeperiode": "Deze periode"}
"""Heads of the table with doors, where the whole name does not fit."""


def kansen_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/kansen/`, and a page per trend."""
    site = builder.site
    intro = introduction(builder, "kansen", "Kansen", "Wat u kunt doen, per trend en per termijn.")
    rows = kansen_rows(builder)
    context = KansenPagina(
        **intro.fields,
        inleiding=intro.html,
        fasen=tuple(NARROW.get(fase, text) for fase, text in vocabulary.FASE.items()),
        rijen=rows,
        aantal=counted(len(site.kansen), "kans", "kansen"),
        keuzes=choices(rows),
        legenda=next((block.regel.oordelen for row in rows for block in row.blokken), ()),
        deur=doors(1, 0),
        deur_leeg=doors(0, 1),
    )
    yield intro.page("/kansen/", context, max((last_modified(e.item) for e in site.kansen.values()), default=""))
    for row, trend in zip(rows, site.trends.values(), strict=True):
        yield _of_trend(builder, trend, row.tekening)


def kansen_rows(builder: PageBuilder) -> tuple[KansTrend, ...]:
    """The kansen of each trend, by phase."""
    return tuple(_row(builder, card) for card in trend_cards(builder))


def _row(builder: PageBuilder, card: TrendKaart) -> KansTrend:
    """The kansen of one trend, a cell per phase."""
    found = builder.site.kansen_of(("trends", card.label.slug))
    cells = (
        _cell(fase, tuple(kans_block(builder, entry) for entry in found if entry.item.fase == fase))
        for fase in vocabulary.FASE
    )
    label = card.label
    return KansTrend(
        id=f"kans-{label.kort}",
        plek=f"#kans-{label.kort}",
        trend=card,
        adres=builder.url_for(f"/kansen/{label.slug}/"),
        naar_trend=PaginaLink(f"Naar {label.titel}", label.adres),
        tekening=card.blok,
        fasen=tuple(cells),
    )


def _cell(fase: str, blocks: tuple[KansBlok, ...]) -> KansFase:
    shown = sum(bool(block.praktijken) for block in blocks)
    unknown = len(blocks) - shown
    said = [f"{shown} met praktijk"] * bool(shown) + [f"{unknown} zonder praktijk"] * bool(unknown)
    drawn = doors(shown, unknown) if blocks else NIETS
    return KansFase(fase, vocabulary.FASE[fase], blocks, drawn, ", ".join(said) or "geen")


def kans_block(builder: PageBuilder, entry: Entry[Kans], most: int | None = None) -> KansBlok:
    """A kans with the praktijken that show it, at most so many."""
    shown = shown_by(builder, entry.item)
    more = len(shown[most:]) if most is not None else 0
    return KansBlok(builder.kans(entry), shown[:most], f"en nog {more}" if more else "")


def shown_by(builder: PageBuilder, item: Kans) -> tuple[KansPraktijk, ...]:
    """The praktijken that show a kans, each a window."""
    cards = builder.cards_of(
        builder.site.praktijken[slug] for slug in item.praktijken if slug in builder.site.praktijken
    )
    return tuple(
        KansPraktijk(card.titel, card.adres, card.plaats, "gestopt" if card.status.gestopt else "") for card in cards
    )


def choices(rows: tuple[KansTrend, ...]) -> tuple[Keuzegroep, ...]:
    """What the overview can be narrowed by, each value with its number of kansen."""
    known = [bool(block.praktijken) for row in rows for block in row.blokken]
    themes = (Keuze(r.trend.label.kort, r.trend.thema.capitalize(), r.trend.kansen, r.trend.label.kort) for r in rows)
    phases = (
        Keuze(fase, text, sum(len(cell.kansen) for row in rows for cell in row.fasen if cell.waarde == fase))
        for fase, text in vocabulary.FASE.items()
    )
    shown = (Keuze("bekend", "bekend", sum(known)), Keuze("nog-niet", "nog niet", len(known) - sum(known)))
    return (
        Keuzegroep("thema", "Thema", tuple(themes)),
        Keuzegroep("fase", "Wanneer", tuple(phases)),
        Keuzegroep("praktijk", "Praktijk", shown),
    )


def _of_trend(builder: PageBuilder, trend: Entry[Trend], facades: Markup) -> Page:
    site = builder.site
    gone = [e for e in site.withdrawn if isinstance(e.item, Kans) and e.item.trend == trend.slug]
    found = site.kansen_of(trend.ref)
    fasen = []
    for fase, text in vocabulary.FASE.items():
        parts = tuple(kans_part(builder, entry) for entry in found if entry.item.fase == fase)
        if parts:
            fasen.append((text, parts))
    url = f"/kansen/{trend.slug}/"
    title = f"Kansen bij {trend.item.titel}"
    number = counted(len(found), "kans", "kansen") if found else "Nog geen kansen"
    context = KansenTrendPagina(
        titel=title,
        omschrijving=f"{number} voor uw binnenstad bij {trend.item.titel}, met de eerste stap.",
        canoniek=builder.absolute(url),
        sectie=builder.url_for("/kansen/"),
        kruimels=builder.crumbs(PaginaLink("Kansen", "/kansen/")),
        trend=builder.trend(trend.slug),
        tekening=facades,
        fasen=tuple(fasen),
        ingetrokken=tuple((f"kans-{e.slug}", e.item.titel, builder.withdrawal(e.item)) for e in gone),
        andere=tuple(
            PaginaLink(other.item.titel, builder.url_for(f"/kansen/{slug}/"))
            for slug, other in site.trends.items()
            if slug != trend.slug
        ),
    )
    origin = Location(found[0].document.path) if found else Location(trend.document.path)
    newest = max((last_modified(entry.item) for entry in found), default="")
    return Page(url, context, origin, tuple(_search(builder, entry) for entry in found), newest)


def judgements(builder: PageBuilder, item: Kans) -> tuple[OordeelRegel, ...]:
    """The judgement in each scenario with its reason, in the order of the row of glyphs."""
    return tuple(
        OordeelRegel(
            PaginaLink(entry.item.titel, builder.url_for(entry.address)),
            item.scenario_oordeel[entry.slug].oordeel,
            vocabulary.OORDEEL[item.scenario_oordeel[entry.slug].oordeel],
            item.scenario_oordeel[entry.slug].reden,
        )
        for entry in builder.scenarios
        if entry.slug in item.scenario_oordeel
    )


def kans_part(builder: PageBuilder, entry: Entry[Kans]) -> KansDeel:
    """One kans in full; its ids begin with its slug, for several stand on one page."""
    item = entry.item
    return KansDeel(
        id=f"kans-{entry.slug}",
        regel=builder.kans(entry),
        waarom=item.waarom,
        praktijken=shown_by(builder, item),
        oordelen=judgements(builder, item),
        bronnen=sources(item, builder.notes(entry, f"kans-{entry.slug}-")),
        gecontroleerd=in_words(item.gecontroleerd),
        controle_nodig=builder.checked(item),
        wijzigingen=changes(item.wijzigingen),
        bewerken=builder.edit(entry.document.path),
    )


def _search(builder: PageBuilder, entry: Entry[Kans]) -> SearchEntry:
    item = entry.item
    return SearchEntry(
        item.titel,
        builder.url_for(entry.address),
        "kans",
        item.eerste_stap,
        piece(item.waarom, item.wie, kop="Waarom"),
        kenmerken=marks(builder, "kans", trends=[item.trend]),
    )
