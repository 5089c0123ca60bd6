"""The four scenarios, and the overview that sets them on the two developments behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import first_sentence
from binnenstad_site.drawings.axes import position
from binnenstad_site.drawings.scenarios import section
from binnenstad_site.drawings.scenes import scene
from binnenstad_site.models.items import Scenario
from binnenstad_site.pages.builder import PageBuilder, last_modified
from binnenstad_site.pages.contexts import ScenarioPagina, ScenariosPagina
from binnenstad_site.pages.days import day_of
from binnenstad_site.pages.itemfields import contents, item_fields
from binnenstad_site.pages.kansen import judgements
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import KansRegel, OordeelRegel, PaginaLink, ScenarioKaart, TrendAlinea
from binnenstad_site.pages.search_entries import marks, piece, pieces
from binnenstad_site.pages.static_pages import introduction
from binnenstad_site.validate.validator import Entry

MOSTLY_HERE = 6
"""So many kansen stand out on the page of a scenario; the others are in the list of all."""
HOLDS = ("werkt", "werkt-met-aanpassing", "werkt-niet")


def scenario_cards(builder: PageBuilder) -> tuple[ScenarioKaart, ...]:
    """The scenarios with their place on the axes, in the order in which the quadrant is read."""
    return tuple(_card(builder, entry) for entry in builder.scenarios)


def _card(builder: PageBuilder, entry: Entry[Scenario]) -> ScenarioKaart:
    item = entry.item
    return ScenarioKaart(
        slug=entry.slug,
        titel=item.titel,
        adres=builder.url_for(entry.address),
        in_een_zin=item.in_een_zin,
        digitalisering=item.digitalisering,
        circulair=item.circulair,
        plaats=place_in_words(item),
        positie=_position(item),
        tekening=section(entry.slug),
        trends=tuple(TrendAlinea(told.trend, first_sentence(told.tekst)) for told in _trends(builder, entry.slug)),
    )


def _position(item: Scenario) -> Markup:
    return position(much_data=item.digitalisering == "hoog", circular=item.circulair == "hoog")


def place_in_words(item: Scenario) -> str:
    """Where a scenario stands, as the ends of the axes are named."""
    much = "Veel" if item.digitalisering == "hoog" else "Weinig"
    far = "ver doorgevoerd" if item.circulair == "hoog" else "beperkt"
    return f"{much} digitalisering, circulaire economie {far}"


def _trends(builder: PageBuilder, slug: str) -> tuple[TrendAlinea, ...]:
    """What each trend does in a scenario."""
    return tuple(
        TrendAlinea(builder.trend(trend.slug), trend.item.in_scenarios[slug])
        for trend in builder.site.trends.values()
        if slug in trend.item.in_scenarios
    )


def scenario_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/scenarios/` and a page per scenario."""
    yield _overview(builder)
    for entry in builder.site.scenarios.values():
        yield _scenario(builder, entry)


def _overview(builder: PageBuilder) -> Page:
    intro = introduction(builder, "scenarios", "Scenario’s", "Vier mogelijke toekomsten van de binnenstad.")
    cards = scenario_cards(builder)
    everywhere = [{told.trend for told in card.trends} for card in cards]
    kansen = [builder.kans(entry) for entry in builder.site.kansen.values()]
    order = {trend: place for place, trend in enumerate(builder.trends.values())}
    robust = [kans for kans in kansen if kans.oordelen and kans.houdt_stand == len(kans.oordelen) == len(cards)]
    context = ScenariosPagina(
        **intro.fields,
        scenarios=cards,
        trends=tuple(trend for trend in order if all(trend in told for told in everywhere)) if cards else (),
        ontwikkelingen=intro.secties[:2],
        vervolg=intro.secties[2:],
        robuust=tuple(
            sorted(robust, key=lambda kans: (-_as_it_is(kans), order.get(kans.trend, 0), kans.titel.casefold()))
        ),
        aantal_kansen=len(kansen),
        alle_kansen=builder.url_for("/kansen/"),
        signalen=tuple(_first_signal(builder, entry) for entry in builder.scenarios),
    )
    newest = max((last_modified(entry.item) for entry in builder.scenarios), default="")
    return intro.page("/scenarios/", context, newest)


def _as_it_is(kans: KansRegel) -> int:
    """In how many scenarios a kans works without a change."""
    return sum(judged.waarde == "werkt" for judged in kans.oordelen)


def _first_signal(builder: PageBuilder, entry: Entry[Scenario]) -> tuple[PaginaLink, str, str]:
    first = entry.item.signalen[0]
    return PaginaLink(entry.item.titel, f"{builder.url_for(entry.address)}#signalen"), first.signaal, first.indicator


def _judged(builder: PageBuilder, entry: Entry[Scenario]) -> list[tuple[KansRegel, OordeelRegel]]:
    """Every kansen that was judged here: what works first, then what holds in the fewest other scenarios."""
    address = builder.url_for(entry.address)
    found = []
    for kans in builder.site.kansen.values():
        own = [judged for judged in judgements(builder, kans.item) if judged.scenario.adres == address]
        found += [(builder.kans(kans), judged) for judged in own]
    found.sort(key=lambda pair: (HOLDS.index(pair[1].waarde), pair[0].houdt_stand, pair[0].titel.casefold()))
    return found


def _contents(context: ScenarioPagina) -> tuple[PaginaLink, ...]:
    return contents(
        (context.dag.sectie.id, context.dag.sectie.titel, context.dag.sectie.html or context.dag.uren),
        *((part.id, part.titel, part.html) for part in context.secties),
        ("zes-trends", "Zes trends in dit scenario", context.trends),
        ("signalen", "Signalen om te volgen", context.signalen),
        ("kansen", "Kansen die vooral hier werken", context.kansen),
        ("verslagen", "Verslagen", context.verslagen),
        ("andere-scenarios", "De andere scenario’s", context.andere),
        ("bronnen", "Bronnen", context.bronnen),
        ("wijzigingen", "Wijzigingen", context.wijzigingen),
    )


def _scenario(builder: PageBuilder, entry: Entry[Scenario]) -> Page:
    item, site = entry.item, builder.site
    notes = builder.notes(entry)
    dag, secties = day_of(builder.sections(entry.body, notes))
    judged = _judged(builder, entry)
    holding = [pair for pair in judged if pair[1].waarde != "werkt-niet"]
    context = ScenarioPagina(
        slug=entry.slug,
        plaats=place_in_words(item),
        positie=_position(item),
        doorsnede=scene(entry.slug, item.titel),
        dag=dag,
        secties=secties,
        signalen=tuple((sign.signaal, sign.indicator) for sign in item.signalen),
        winnaars=item.winnaars,
        verliezers=item.verliezers,
        trends=_trends(builder, entry.slug),
        kansen=tuple(holding[:MOSTLY_HERE]),
        breken=tuple((PaginaLink(k.titel, k.adres), own.reden) for k, own in judged if own.waarde == "werkt-niet"),
        aantal_kansen=len(judged),
        houdt_stand=len(holding),
        verslagen=tuple(builder.verslag(verslag) for verslag in site.verslagen_of(entry.ref)),
        andere=tuple(card for card in scenario_cards(builder) if card.slug != entry.slug),
        # last: by now the page has cited and explained all that it does
        **item_fields(builder, entry, notes, "/scenarios/", PaginaLink("Scenario’s", "/scenarios/")),
    )
    context = replace(context, onderdelen=_contents(context))
    signs = piece(*(sign.signaal for sign in item.signalen), kop="Signalen", anker="signalen")
    found = (*pieces(entry.body), *signs)
    search = SearchEntry(
        item.titel,
        builder.url_for(entry.address),
        "scenario",
        item.in_een_zin,
        found,
        kenmerken=marks(builder, "scenario"),
    )
    return Page(entry.address, context, Location(entry.document.path), (search,), last_modified(item))
