"""The four scenarios, and the overview that sets them on the two developments behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.drawings.axes import position
from binnenstad_site.models.items import Kans, Scenario, Verslag
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.days import Dag, day_of
from binnenstad_site.pages.frames import Context, ItemContext, item_frame, section_parts
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.kansen import judgements
from binnenstad_site.pages.page import Page, Recipe, item_page_made_of, last_modified
from binnenstad_site.pages.parts.item_parts import OordeelRegel, Sectie
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import KansRegel, ScenarioKaart, TrendAlinea, VerslagKaart
from binnenstad_site.pages.parts.voorspelling_parts import VoorspellingRegel
from binnenstad_site.pages.scenario_links import ADDRESS, TO_WINDTUNNEL, trend_anchor
from binnenstad_site.pages.search_entries import body_pieces, piece, search_entry
from binnenstad_site.pages.tools import workshop_link
from binnenstad_site.pages.voorspellingen import TITLE, Quoted, link_to_page
from binnenstad_site.pages.windtunnel import robust
from binnenstad_site.validate.validator import Entry

MOST_KANSEN = 6
"""So many kansen stand out on a page about scenarios; the others are in the list of all."""
HOLDS = ("werkt", "werkt-met-aanpassing", "werkt-niet")


@dataclass(frozen=True, slots=True)
class TrendKeuze:
    """A trend of which the overview shows what it does in each scenario, at an anchor of its own."""

    id: str
    trend: TrendLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosPagina(Context, template="scenarios.html"):
    """The four scenarios and the two developments behind them."""

    scenarios: tuple[ScenarioKaart, ...]
    """As the quadrant is read: top left, top right, bottom left, bottom right."""
    trends: tuple[TrendKeuze, ...]
    """The trends to choose from: those of which every scenario tells what they do."""
    ontwikkelingen: tuple[Sectie, ...]
    """The two developments behind the axes: the first two sections of the introduction."""
    vervolg: tuple[Sectie, ...]
    """The rest of the introduction."""
    robuust: tuple[KansRegel, ...]
    """The first of the kansen that hold in every scenario."""
    aantal_robuust: int
    windtunnel: PaginaLink
    """Where all of those are, and where a reader judges measures."""
    aantal_kansen: int
    alle_kansen: str
    signalen: tuple[tuple[PaginaLink, str, str], ...]
    """Per scenario its first signal with what to measure."""
    voorspellingen: PaginaLink
    werkplaats: PaginaLink | None
    """The way to hold a workshop with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPagina(ItemContext, template="scenario.html"):
    """A scenario."""

    slug: str
    plaats: str
    """On the two axes, in words."""
    positie: Markup
    doorsnede: Markup
    """The street of this scenario; empty for one without a drawing."""
    dag: Dag
    secties: tuple[Sectie, ...]
    """What comes after the day."""
    signalen: tuple[tuple[str, str], ...]
    winnaars: tuple[str, ...]
    verliezers: tuple[str, ...]
    trends: tuple[TrendAlinea, ...]
    kansen: tuple[tuple[KansRegel, OordeelRegel], ...]
    """The kansen that hold here more than elsewhere, with the judgement."""
    breken: tuple[tuple[PaginaLink, str], ...]
    """Those that do not work here, with the reason."""
    windtunnel: PaginaLink
    aantal_kansen: int
    werken: int
    """How many of them work here as they are."""
    met_aanpassing: int
    """How many hold with a change."""
    voorspeld: tuple[VoorspellingRegel, ...]
    alle_voorspellingen: PaginaLink
    verslagen: tuple[VerslagKaart, ...]
    andere: tuple[ScenarioKaart, ...]


def scenario_cards(builder: PageBuilder) -> tuple[ScenarioKaart, ...]:
    """The scenarios with their place on the axes, in the order in which the quadrant is read."""
    return tuple(_card(builder, entry) for entry in builder.cards.scenarios)


def _card(builder: PageBuilder, entry: Entry[Scenario]) -> ScenarioKaart:
    from binnenstad_site.drawings.scenarios import section  # noqa: PLC0415 - most builds know the page

    item = entry.item
    return ScenarioKaart(
        slug=entry.slug,
        titel=item.titel,
        adres=builder.addresses.url_for(entry.address),
        in_een_zin=item.in_een_zin,
        digitalisering=item.digitalisering,
        circulair=item.circulair,
        plaats=place_in_words(item),
        positie=_position(item),
        tekening=section(entry.slug),
        trends=_trends(builder, entry.slug),
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
        TrendAlinea(builder.cards.trend(trend.slug), trend.item.in_scenarios[slug])
        for trend in builder.site.trends.values()
        if slug in trend.item.in_scenarios
    )


def scenario_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/scenarios/` and a page per scenario."""
    intro = introduction(builder, "scenarios", "Vier mogelijke toekomsten van de binnenstad.")
    kansen = tuple(builder.site.kansen.values())
    recipe = Recipe(ScenariosPagina, _overview, (intro, kansen, workshop_link(builder)))
    yield intro.page_made_of(recipe, last_modified(builder.cards.scenarios))
    for entry in builder.site.scenarios.values():
        item, forecasts = entry.item, Quoted.of(builder, entry.ref)
        parts = (entry, kansen, builder.site.verslagen_of(entry.ref), forecasts)
        signs = piece(*(sign.signaal for sign in item.signalen), kop="Signalen", anker="signalen")
        search = search_entry(builder, entry, item.in_een_zin, (*body_pieces(entry.body), *signs))
        yield item_page_made_of(builder, entry, Recipe(ScenarioPagina, _context, parts), search)


def _overview(
    builder: PageBuilder, intro: Introduction, entries: Sequence[Entry[Kans]], workshop: PaginaLink | None
) -> ScenariosPagina:
    cards = scenario_cards(builder)
    holding = robust(builder, entries)
    return ScenariosPagina(
        kader=intro.frame,
        scenarios=cards,
        trends=tuple(
            TrendKeuze(trend_anchor(trend.kort), trend)
            for trend in builder.cards.trends.values()
            if _everywhere(trend, cards)
        ),
        ontwikkelingen=intro.secties[:2],
        vervolg=intro.secties[2:],
        robuust=tuple(map(builder.cards.kans, holding[:MOST_KANSEN])),
        aantal_robuust=len(holding),
        windtunnel=builder.addresses.link(TO_WINDTUNNEL, ADDRESS),
        aantal_kansen=len(entries),
        alle_kansen=builder.addresses.url_for("/kansen/"),
        signalen=tuple(_first_signal(builder, entry) for entry in builder.cards.scenarios),
        voorspellingen=link_to_page(builder),
        werkplaats=workshop,
    )


def _everywhere(trend: TrendLabel, cards: tuple[ScenarioKaart, ...]) -> bool:
    """Whether there are scenarios, and each tells what a trend does in it."""
    return bool(cards) and all(trend in {row.trend for row in card.trends} for card in cards)


def _first_signal(builder: PageBuilder, entry: Entry[Scenario]) -> tuple[PaginaLink, str, str]:
    first = entry.item.signalen[0]
    link = builder.addresses.link(entry.item.titel, f"{entry.address}#signalen")
    return link, first.signaal, first.indicator


def _judged(
    builder: PageBuilder, entry: Entry[Scenario], kansen: Iterable[Entry[Kans]]
) -> list[tuple[KansRegel, OordeelRegel]]:
    """Every kans that was judged here: what works first, then what holds in the fewest other scenarios."""
    address = builder.addresses.url_for(entry.address)
    pairs = [
        (builder.cards.kans(kans), judgement)
        for kans in kansen
        for judgement in judgements(builder, kans.item)
        if judgement.scenario.adres == address
    ]
    return sorted(pairs, key=lambda pair: (HOLDS.index(pair[1].waarde), pair[0].gewicht, pair[0].titel.casefold()))


def _context(
    builder: PageBuilder,
    entry: Entry[Scenario],
    kansen: Sequence[Entry[Kans]],
    reports: Sequence[Entry[Verslag]],
    forecasts: Quoted,
) -> ScenarioPagina:
    from binnenstad_site.drawings.scenes import scene  # noqa: PLC0415 - most builds know the page

    item = entry.item
    notes = builder.notes(entry)
    dag, secties = day_of(notes.sections(entry.body.sections))
    trends = _trends(builder, entry.slug)
    judged = _judged(builder, entry, kansen)
    holding = [pair for pair in judged if pair[1].waarde != "werkt-niet"]
    verslagen = builder.cards.verslagen_of(reports)
    others = tuple(card for card in scenario_cards(builder) if card.slug != entry.slug)
    parts = (
        (dag.sectie.id, dag.sectie.titel, dag.sectie.html or dag.uren),
        *section_parts(secties),
        ("zes-trends", "Zes trends in dit scenario", trends),
        ("signalen", "Signalen om te volgen", item.signalen),
        ("kansen", "Kansen die vooral hier werken", holding),
        ("voorspeld", TITLE, forecasts.lines),
        ("verslagen", "Verslagen", verslagen),
        ("andere-scenarios", "De andere scenario’s", others),
    )
    return ScenarioPagina(
        kader=item_frame(builder, entry, notes.finish(), parts),
        slug=entry.slug,
        plaats=place_in_words(item),
        positie=_position(item),
        doorsnede=scene(entry.slug, item.titel),
        dag=dag,
        secties=secties,
        signalen=tuple((sign.signaal, sign.indicator) for sign in item.signalen),
        winnaars=item.winnaars,
        verliezers=item.verliezers,
        trends=trends,
        kansen=tuple(holding[:MOST_KANSEN]),
        breken=tuple((PaginaLink(k.titel, k.adres), own.reden) for k, own in judged if own.waarde == "werkt-niet"),
        windtunnel=builder.addresses.link(TO_WINDTUNNEL, ADDRESS),
        aantal_kansen=len(judged),
        werken=sum(own.waarde == "werkt" for _, own in judged),
        met_aanpassing=sum(own.waarde == "werkt-met-aanpassing" for _, own in judged),
        voorspeld=forecasts.lines,
        alle_voorspellingen=forecasts.all,
        verslagen=verslagen,
        andere=others,
    )
