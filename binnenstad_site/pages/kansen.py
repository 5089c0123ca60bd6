"""The overview of opportunities, and the kansen of each trend in full."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.dates import in_words
from binnenstad_site.diagnostics import Location
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Kans, Trend
from binnenstad_site.pages.contexts import KansenPagina, KansenTrendPagina
from binnenstad_site.pages.desk import Desk, last_modified
from binnenstad_site.pages.itemfields import changes, sources
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import KansDeel, Link, OordeelRegel
from binnenstad_site.pages.standing import introduction
from binnenstad_site.pages.trends import trend_cards
from binnenstad_site.typography import counted
from binnenstad_site.validation import Entry


def kansen_pages(desk: Desk) -> Iterator[Page]:
    """`/kansen/`, and a page per trend."""
    site = desk.site
    intro = introduction(desk, "kansen", "Kansen", "Wat u kunt doen, per trend en per termijn.")
    rows = []
    for card in trend_cards(desk):
        found = site.kansen_of(("trends", card.label.slug))
        cells = tuple(tuple(desk.kans(entry) for entry in found if entry.item.fase == fase) for fase in vocabulary.FASE)
        rows.append((card, cells))
    context = KansenPagina(
        **intro.fields,
        inleiding=intro.html,
        fasen=tuple(vocabulary.FASE.values()),
        rijen=tuple(rows),
        aantal=len(site.kansen),
    )
    yield intro.page("/kansen/", context, max((last_modified(e.item) for e in site.kansen.values()), default=""))
    for trend in site.trends.values():
        yield _of_trend(desk, trend)


def _of_trend(desk: Desk, trend: Entry[Trend]) -> Page:
    site = desk.site
    gone = [e for e in site.withdrawn if isinstance(e.item, Kans) and e.item.trend == trend.slug]
    found = site.kansen_of(trend.ref)
    fasen = []
    for fase, text in vocabulary.FASE.items():
        parts = tuple(kans_part(desk, entry) for entry in found if entry.item.fase == fase)
        if parts:
            fasen.append((text, parts))
    url = f"/kansen/{trend.slug}/"
    title = f"Kansen bij {trend.item.titel}"
    number = counted(len(found), "kans", "kansen") if found else "Nog geen kansen"
    context = KansenTrendPagina(
        titel=title,
        omschrijving=f"{number} voor uw binnenstad bij {trend.item.titel}, met de eerste stap.",
        canoniek=desk.absolute(url),
        sectie=desk.at("/kansen/"),
        kruimels=desk.crumbs(Link("Kansen", "/kansen/")),
        trend=desk.trend(trend.slug),
        fasen=tuple(fasen),
        ingetrokken=tuple((f"kans-{e.slug}", e.item.titel, desk.withdrawal(e.item)) for e in gone),
        andere=tuple(
            Link(other.item.titel, desk.at(f"/kansen/{slug}/"))
            for slug, other in site.trends.items()
            if slug != trend.slug
        ),
    )
    origin = Location(found[0].document.path) if found else Location(trend.document.path)
    newest = max((last_modified(entry.item) for entry in found), default="")
    return Page(url, context, origin, tuple(_search(desk, entry) for entry in found), newest)


def judgements(desk: Desk, item: Kans) -> tuple[OordeelRegel, ...]:
    """The judgement in each scenario with its reason, in the order of the row of glyphs."""
    return tuple(
        OordeelRegel(
            Link(entry.item.titel, desk.at(entry.address)),
            item.scenario_oordeel[entry.slug].oordeel,
            vocabulary.OORDEEL[item.scenario_oordeel[entry.slug].oordeel],
            item.scenario_oordeel[entry.slug].reden,
        )
        for entry in desk.scenarios
        if entry.slug in item.scenario_oordeel
    )


def kans_part(desk: Desk, entry: Entry[Kans]) -> KansDeel:
    """One kans in full; its ids begin with its slug, for several stand on one page."""
    item = entry.item
    named = (desk.site.praktijken[slug] for slug in item.praktijken if slug in desk.site.praktijken)
    return KansDeel(
        id=f"kans-{entry.slug}",
        regel=desk.kans(entry),
        waarom=item.waarom,
        praktijken=desk.cards_of(named),
        oordelen=judgements(desk, item),
        bronnen=sources(item, desk.notes(entry, f"kans-{entry.slug}-")),
        gecontroleerd=in_words(item.gecontroleerd),
        controle_nodig=desk.checked(item),
        wijzigingen=changes(item.wijzigingen),
        bewerken=desk.edit(entry.document.path),
    )


def _search(desk: Desk, entry: Entry[Kans]) -> SearchEntry:
    item = entry.item
    text = f"{item.waarom} {item.eerste_stap} {item.wie}"
    trend = desk.trend(item.trend).titel
    return SearchEntry(item.titel, desk.at(entry.address), "kans", item.waarom, text, trends=(trend,))
