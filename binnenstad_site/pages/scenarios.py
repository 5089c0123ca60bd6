"""The four scenarios, and the overview that opens with the two developments behind them."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.diagnostics import Location
from binnenstad_site.drawings.scenarios import section
from binnenstad_site.models.items import Kans, Scenario
from binnenstad_site.pages.contexts import ScenarioPagina, ScenariosPagina
from binnenstad_site.pages.desk import Desk, last_modified
from binnenstad_site.pages.itemfields import item_fields
from binnenstad_site.pages.kansen import judgements
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import KansRegel, Link, OordeelRegel, ScenarioAlinea, ScenarioKaart
from binnenstad_site.pages.standing import introduction
from binnenstad_site.validation import Entry


def scenario_cards(desk: Desk) -> tuple[ScenarioKaart, ...]:
    """The scenarios with their place on the axes, in the order in which the quadrant is read."""
    return tuple(
        ScenarioKaart(
            entry.slug,
            entry.item.titel,
            desk.at(entry.address),
            entry.item.in_een_zin,
            entry.item.digitalisering,
            entry.item.circulair,
            section(entry.slug),
        )
        for entry in desk.scenarios
    )


def scenario_pages(desk: Desk) -> Iterator[Page]:
    """`/scenarios/` and a page per scenario."""
    intro = introduction(desk, "scenarios", "Scenario’s", "Vier mogelijke toekomsten van de binnenstad.")
    context = ScenariosPagina(**intro.fields, inleiding=intro.html, scenarios=scenario_cards(desk))
    yield intro.page("/scenarios/", context)
    for entry in desk.site.scenarios.values():
        yield _scenario(desk, entry)


def _works_here(desk: Desk, slug: str) -> tuple[tuple[KansRegel, OordeelRegel], ...]:
    """The kansen that hold in this scenario, those that need no change first."""
    found = []
    for kans in desk.site.kansen.values():
        judged = kans.item.scenario_oordeel.get(slug)
        if judged is not None and judged.oordeel != "werkt-niet":
            found.append((judged.oordeel, kans))
    found.sort(key=lambda pair: (pair[0] != "werkt", pair[1].item.titel.casefold()))
    return tuple((desk.kans(kans), _judged(desk, kans.item, slug)) for _, kans in found)


def _judged(desk: Desk, item: Kans, slug: str) -> OordeelRegel:
    address = desk.at(desk.site.scenarios[slug].address)
    return next(judged for judged in judgements(desk, item) if judged.scenario.adres == address)


def _scenario(desk: Desk, entry: Entry[Scenario]) -> Page:
    item, site = entry.item, desk.site
    notes = desk.notes(entry)
    secties = desk.sections(entry.body, notes)
    context = ScenarioPagina(
        slug=entry.slug,
        digitalisering=item.digitalisering,
        circulair=item.circulair,
        secties=secties,
        signalen=tuple((sign.signaal, sign.indicator) for sign in item.signalen),
        winnaars=item.winnaars,
        verliezers=item.verliezers,
        trends=tuple(
            ScenarioAlinea(Link(trend.item.titel, desk.at(trend.address)), trend.item.in_scenarios[entry.slug])
            for trend in site.trends.values()
            if entry.slug in trend.item.in_scenarios
        ),
        kansen=_works_here(desk, entry.slug),
        verslagen=tuple(desk.verslag(verslag) for verslag in site.verslagen_of(entry.ref)),
        andere=tuple(card for card in scenario_cards(desk) if card.slug != entry.slug),
        # last: by now the page has cited and explained all that it does
        **item_fields(desk, entry, notes, "/scenarios/", Link("Scenario’s", "/scenarios/")),
    )
    text = " ".join((*(part.text for part in entry.body.sections), *(sign.signaal for sign in item.signalen)))
    search = SearchEntry(item.titel, desk.at(entry.address), "scenario", item.in_een_zin, text)
    return Page(entry.address, context, Location(entry.document.path), (search,), last_modified(item))
