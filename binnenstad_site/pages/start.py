"""The start page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest
from typing import TypeVar

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages import geo
from binnenstad_site.pages.agenda import AgendaRegel, coming_events
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.changes import changes_of_listed
from binnenstad_site.pages.frames import Context, page_frame
from binnenstad_site.pages.page import Page, Recipe, last_modified
from binnenstad_site.pages.parts.item_parts import MisserRegel, WijzigingRegel
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink
from binnenstad_site.pages.parts.list_items import PraktijkKaart, ScenarioKaart, Straat
from binnenstad_site.pages.scenario_links import ADDRESS as WINDTUNNEL_ADDRESS
from binnenstad_site.pages.scenario_links import TO_WINDTUNNEL
from binnenstad_site.pages.scenarios import scenario_cards
from binnenstad_site.pages.search_page import search_examples
from binnenstad_site.pages.standing import period
from binnenstad_site.pages.street import StreetNumbers
from binnenstad_site.pages.trend_list import street_part
from binnenstad_site.pages.trendscan import ADDRESS as SCAN
from binnenstad_site.validate.validator import Entry

QUESTION = "Welke toekomst kiest uw binnenstad?"
NEEDS = "Wat helpt tegen lege panden, wie betaalt dat en wat doet een zone met het verkeer?"
DOORS = (
    ("Ik wil weten wat eraan komt", "/trends/", "Zes trends: wat verandert er, wat weten we zeker en wat niet."),
    ("Ik zoek een aanpak", "/aanpakken/", "Wat alle praktijken samen laten zien: een oordeel, de kosten en de wet."),
    ("Ik moet een plan maken", "/kansen/", "Kansen per trend en per termijn: wie begint, en met welke eerste stap."),
)
MOST_CHANGES = 5
MOST_PRAKTIJKEN = 3
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class GestopteCasus:
    """A praktijk that stopped, and what can be learned from it."""

    kaart: PraktijkKaart
    periode: str
    misser: MisserRegel | None
    """The first thing that went wrong; its sources stand on the page of the praktijk."""
    les: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPagina(Context, template="start.html"):
    """The start page."""

    kop: str
    lead: str
    naar_lijst: PaginaLink
    scan: PaginaLink | None
    """The way to the trendscan, if there is one."""
    voorbeelden: tuple[PaginaLink, ...]
    """Questions for the search field."""
    deuren: tuple[tuple[PaginaLink, str], ...]
    """Ways in by task, each with a sentence."""
    alle_wijzigingen: PaginaLink
    alle_scenarios: PaginaLink
    windtunnel: PaginaLink
    alle_gestopt: PaginaLink
    straat: Straat
    scenarios: tuple[ScenarioKaart, ...]
    nieuw: tuple[WijzigingRegel, ...]
    uitgelicht: tuple[PraktijkKaart, ...]
    """Three of those that may stand here, others every day."""
    gestopt: GestopteCasus | None
    """Another every day."""
    agenda: tuple[AgendaRegel, ...]
    """The first event to come."""
    punten: tuple[geo.KaartPunt, ...]
    aantal_gemeenten: str
    buiten_nederland: str
    """How many praktijken are abroad; empty for none."""


def turn(items: Sequence[Item], day: int, count: int) -> tuple[Item, ...]:
    """`count` of the items: every day the next ones, so that all have their turn."""
    size = min(count, len(items))
    return tuple(items[(day * size + i) % len(items)] for i in range(size))


def mixed(changes: Sequence[WijzigingRegel], count: int) -> tuple[WijzigingRegel, ...]:
    """The newest changes; those of one day take turns by kind, so that one kind does not fill the list.

    What changed about the site itself comes last.
    """
    lines: list[WijzigingRegel] = []
    for _, day in groupby(changes, key=lambda change: change.dag):
        kinds = [list(kind) for _, kind in groupby(day, key=lambda change: change.soort)]
        kinds.sort(key=lambda kind: kind[0].soort == "pagina")
        lines += [change for round_ in zip_longest(*kinds) for change in round_ if change]
    return tuple(lines[:count])


def lead(praktijken: int, stopped: int) -> str:
    """What a town needs, and what the site offers for it."""
    learn = f"Leer van {COLLECTIONS['praktijken'].counted(praktijken)}{', ook als ze stopten' if stopped else ''}"
    return f"{NEEDS} {learn}, en toets uw plan aan vier toekomsten."


def start_page(builder: PageBuilder, changes: Sequence[WijzigingRegel]) -> Page:
    """`/`: the question, the trends, the scenarios, what is new, and one stopped case."""
    site, day = builder.site, builder.today.toordinal()
    praktijken = tuple(site.praktijken.values())
    stopped = [entry for entry in praktijken if entry.item.gestopt]
    teaching = [entry for entry in stopped if entry.item.wat_ging_mis and entry.item.lessen]
    case = next(iter(turn(teaching or stopped, day, 1)), None)
    featured = [slug for slug in site.settings.uitgelicht if slug in site.praktijken]
    counts = _Counts(
        praktijken=len(praktijken),
        stopped=len(stopped),
        gemeenten=len({slug for entry in praktijken for slug in entry.item.gemeenten}),
        abroad=sum(entry.item.land != "NL" for entry in praktijken),
        stellingen=len(site.stellingen),
    )
    today = _Today(
        site=site.settings.titel,
        sentence=site.settings.omschrijving,
        examples=search_examples(builder),
        changes=mixed(changes_of_listed(builder, changes), MOST_CHANGES),
        featured=builder.cards.praktijken_of(turn(featured, day, MOST_PRAKTIJKEN)),
        events=coming_events(builder, site.agenda.values())[:1],
    )
    dots = geo.dots(builder.cards.places_of(praktijken))
    recipe = Recipe(StartPagina, _context, (counts, builder.street.numbers, today, case, dots))
    return Page.made_of(builder, "/", recipe, Location("content/site.yaml"), (), last_modified(site.all_entries()))


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many there are."""

    praktijken: int
    stopped: int
    gemeenten: int
    abroad: int
    stellingen: int
    """Without any there is no trendscan."""


@dataclass(frozen=True, slots=True)
class _Today:
    """What stands there now, by the day and by `site.yaml`."""

    site: str
    sentence: str
    examples: tuple[PaginaLink, ...]
    changes: tuple[WijzigingRegel, ...]
    featured: tuple[PraktijkKaart, ...]
    events: tuple[AgendaRegel, ...]


def _context(
    builder: PageBuilder,
    counts: _Counts,
    street: StreetNumbers,
    today: _Today,
    case: Entry[Praktijk] | None,
    dots: Sequence[geo.KaartPunt],
) -> StartPagina:
    addresses = builder.addresses
    return StartPagina(
        kader=page_frame(builder, "/", today.site, today.sentence),
        kop=QUESTION,
        lead=lead(counts.praktijken, counts.stopped),
        naar_lijst=addresses.link("Naar de lijst", "/praktijken/"),
        scan=addresses.link("Doe de trendscan (10 minuten)", SCAN) if counts.stellingen else None,
        voorbeelden=today.examples,
        deuren=tuple((addresses.link(text, address), sentence) for text, address, sentence in DOORS),
        alle_wijzigingen=addresses.link("Alle wijzigingen", "/wijzigingen/"),
        alle_scenarios=addresses.link("Naar de scenario’s", "/scenarios/"),
        windtunnel=addresses.link(TO_WINDTUNNEL, WINDTUNNEL_ADDRESS),
        alle_gestopt=addresses.link("Alle gestopte praktijken", "/praktijken/status/gestopt/"),
        straat=street_part(builder, street),
        scenarios=scenario_cards(builder),
        nieuw=tuple(_in_list(today.changes)),
        uitgelicht=today.featured,
        gestopt=_stopped_case(builder, case) if case else None,
        agenda=today.events,
        punten=tuple(map(_coarse, dots)),
        aantal_gemeenten=COLLECTIONS["gemeenten"].counted(counts.gemeenten),
        buiten_nederland=COLLECTIONS["praktijken"].counted(counts.abroad) if counts.abroad else "",
    )


def _in_list(changes: Sequence[WijzigingRegel]) -> Iterator[WijzigingRegel]:
    """What each is about, with the date of the first of a day only."""
    for _, day in groupby(changes, key=lambda change: change.datum):
        for place, change in enumerate(day):
            yield replace(change, wat=change.over or change.wat, datum="" if place else change.datum)


def _coarse(dot: geo.KaartPunt) -> geo.KaartPunt:
    """A dot for a map that only shows how many there are: whole units, no link."""
    return replace(dot, x=round(dot.x), y=round(dot.y), adres="")


def _stopped_case(builder: PageBuilder, entry: Entry[Praktijk]) -> GestopteCasus:
    item = entry.item
    return GestopteCasus(
        builder.cards.praktijk(entry),
        period(item, builder.today),
        next((MisserRegel(m.kop, m.tekst, NIETS) for m in item.wat_ging_mis), None),
        next((les.tekst for les in item.lessen), ""),
    )
