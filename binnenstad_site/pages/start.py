"""The start page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import TypeVar

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import counted
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder, last_modified
from binnenstad_site.pages.contexts import StartPagina
from binnenstad_site.pages.gemeenten import event
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts import NIETS, MisserRegel, PaginaLink, WijzigingRegel
from binnenstad_site.pages.praktijken import period
from binnenstad_site.pages.scenarios import scenario_cards
from binnenstad_site.pages.trend_list import trend_cards
from binnenstad_site.validate.validator import Entry

QUESTION = "Welke toekomst kiest uw binnenstad?"
DOORS = (
    ("Ik wil weten wat eraan komt", "/trends/", "Zes trends: wat verandert er, wat weten we zeker en wat niet."),
    ("Ik zoek een aanpak", "/praktijken/", "Praktijken met een paspoort: kosten, bewijs, bronnen en wat er misging."),
    ("Ik moet een plan maken", "/kansen/", "Kansen per trend en per termijn: wie begint, en met welke eerste stap."),
)
SHOWN_CHANGES = 5
SHOWN_PRAKTIJKEN = 3
Item = TypeVar("Item")


def turn(items: Sequence[Item], day: int, count: int) -> tuple[Item, ...]:
    """`count` of the items, the next ones every day, and all of them in turn."""
    shown = min(count, len(items))
    return tuple(items[(day * shown + i) % len(items)] for i in range(shown))


def mixed(changes: Sequence[WijzigingRegel], count: int) -> tuple[WijzigingRegel, ...]:
    """The newest changes; those of one day take turns by kind, so that one kind does not fill the list.

    What changed about the site itself comes last.
    """
    found: list[WijzigingRegel] = []
    for _, day in groupby(changes, key=lambda change: change.dag):
        kinds = [list(kind) for _, kind in groupby(day, key=lambda change: change.soort)]
        kinds.sort(key=lambda kind: kind[0].soort == "pagina")
        found += [change for round_ in zip_longest(*kinds) for change in round_ if change]
    return tuple(found[:count])


def lead(praktijken: int, stopped: int) -> str:
    """What the site offers, in one breath."""
    learn = f"leer van {counted(praktijken, 'praktijk', 'praktijken')}{', ook als ze stopten' if stopped else ''}"
    return f"Zes trends veranderen het stadshart. Zie wat eraan komt, {learn}, en toets uw plan aan vier toekomsten."


def start_page(builder: PageBuilder, changes: tuple[WijzigingRegel, ...]) -> Page:
    """`/`: the question, the trends, the scenarios, what is new, and one stopped case."""
    site, settings, day = builder.site, builder.site.settings, builder.today.toordinal()
    praktijken = tuple(site.praktijken.values())
    stopped = [entry for entry in praktijken if entry.item.gestopt]
    teaching = [entry for entry in stopped if entry.item.wat_ging_mis and entry.item.lessen]
    told = next(iter(turn(teaching or stopped, day, 1)), None)
    featured = [site.praktijken[slug] for slug in settings.uitgelicht if slug in site.praktijken]
    gone = {builder.url_for(entry.address) for entry in site.withdrawn}
    today = builder.today.isoformat()
    coming = [entry for entry in site.agenda.values() if (entry.item.eind or entry.item.start) >= today]
    total = counted(len(praktijken), "praktijk", "praktijken")
    towns = len({slug for entry in praktijken for slug in entry.item.gemeenten})
    context = StartPagina(
        titel=settings.titel,
        omschrijving=settings.omschrijving,
        canoniek=builder.absolute("/"),
        sectie=builder.url_for("/"),
        kruimels=(),
        kop=QUESTION,
        lead=lead(len(praktijken), len(stopped)),
        knop=PaginaLink("Zoek een aanpak", builder.url_for("/praktijken/")),
        stand=f"{total}, {len(stopped)} ervan gestopt" if stopped else total,
        naar_lijst=PaginaLink("Naar de lijst", builder.url_for("/praktijken/")),
        deuren=tuple((PaginaLink(text, builder.url_for(address)), sentence) for text, address, sentence in DOORS),
        alle_wijzigingen=PaginaLink("Alle wijzigingen", builder.url_for("/wijzigingen/")),
        alle_scenarios=PaginaLink("Naar de scenario’s", builder.url_for("/scenarios/")),
        alle_gestopt=PaginaLink("Alle gestopte praktijken", builder.url_for("/praktijken/status/gestopt/")),
        trends=trend_cards(builder),
        raam=builder.street.window,
        luik=builder.street.shutter,
        scenarios=scenario_cards(builder),
        nieuw=tuple(
            replace(change, wat=change.over or change.wat)
            for change in mixed([change for change in changes if change.adres not in gone], SHOWN_CHANGES)
        ),
        uitgelicht=builder.cards_of(turn(featured, day, SHOWN_PRAKTIJKEN)),
        gestopt=builder.cards[told.slug] if told else None,
        gestopt_periode=period(told.item.periode) if told else "",
        gestopt_misser=_went_wrong(told) if told else None,
        gestopt_les=next((les.tekst for les in told.item.lessen), "") if told else "",
        agenda=event(coming[0]) if coming else None,
        punten=tuple(_coarse(dot) for dot in geo.dots(builder.places_of(praktijken))),
        geteld=total,
        aantal_gemeenten=counted(towns, "gemeente", "gemeenten"),
        aantal_buiten_nederland=sum(entry.item.land != "NL" for entry in praktijken),
    )
    newest = max((last_modified(entry.item) for entry in site.all_entries()), default="")
    return Page("/", context, Location("content/site.yaml"), (), newest)


def _coarse(dot: geo.KaartPunt) -> geo.KaartPunt:
    """A dot for a map that only shows how many there are: whole units, no link."""
    return replace(dot, x=round(dot.x), y=round(dot.y), adres="")


def _went_wrong(entry: Entry[Praktijk]) -> MisserRegel | None:
    """The first thing that went wrong; its sources stand on the page of the praktijk."""
    return next((MisserRegel(m.kop, m.tekst, NIETS) for m in entry.item.wat_ging_mis), None)
