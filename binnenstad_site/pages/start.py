"""The start page."""

from __future__ import annotations

from binnenstad_site import geo
from binnenstad_site.diagnostics import Location
from binnenstad_site.pages.contexts import StartPagina
from binnenstad_site.pages.desk import Desk, last_modified
from binnenstad_site.pages.gemeenten import event
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts import Link, WijzigingRegel
from binnenstad_site.pages.scenarios import scenario_cards
from binnenstad_site.pages.trends import trend_cards

QUESTION = "Welke toekomst kiest uw binnenstad?"
DOORS = (
    ("Ik wil weten wat eraan komt", "/trends/", "Zes trends: wat verandert er, wat weten we zeker en wat niet."),
    ("Ik zoek een aanpak", "/praktijken/", "Praktijken met een paspoort: kosten, bewijs, bronnen en wat er misging."),
    ("Ik moet een plan maken", "/kansen/", "Kansen per trend en per termijn: wie begint, en met welke eerste stap."),
)
SHOWN_CHANGES = 5


def start_page(desk: Desk, changes: tuple[WijzigingRegel, ...]) -> Page:
    """`/`: the question, the trends, the scenarios, what is new, and one stopped case."""
    site, settings = desk.site, desk.site.settings
    praktijken = tuple(site.praktijken.values())
    stopped = [entry for entry in praktijken if entry.item.status == "gestopt"]
    told = max(stopped, key=lambda entry: (len(entry.item.wat_ging_mis), entry.slug), default=None)
    gone = {desk.at(entry.address) for entry in site.withdrawn}
    today = desk.today.isoformat()
    coming = [entry for entry in site.agenda.values() if (entry.item.eind or entry.item.start) >= today]
    context = StartPagina(
        titel=settings.titel,
        omschrijving=settings.omschrijving,
        canoniek=desk.absolute("/"),
        sectie=desk.at("/"),
        kruimels=(),
        kop=QUESTION,
        knop=Link("Zoek een aanpak", desk.at("/praktijken/")),
        deuren=tuple((Link(text, desk.at(address)), sentence) for text, address, sentence in DOORS),
        alle_wijzigingen=Link("Alle wijzigingen", desk.at("/wijzigingen/")),
        alle_scenarios=Link("Naar de scenario’s", desk.at("/scenarios/")),
        alle_gestopt=Link("Alle gestopte praktijken", desk.at("/praktijken/status/gestopt/")),
        trends=trend_cards(desk),
        scenarios=scenario_cards(desk),
        nieuw=tuple(change for change in changes if change.adres not in gone)[:SHOWN_CHANGES],
        uitgelicht=desk.cards_of(site.praktijken[slug] for slug in settings.uitgelicht if slug in site.praktijken),
        gestopt=desk.cards[told.slug] if told else None,
        gestopt_les=next((les.tekst for les in told.item.lessen), "") if told else "",
        agenda=event(coming[0]) if coming else None,
        punten=geo.dots(desk.places_of(praktijken)),
        aantal=len(praktijken),
        aantal_gestopt=len(stopped),
        aantal_gemeenten=len({slug for entry in praktijken for slug in entry.item.gemeenten}),
        aantal_buiten_nederland=sum(entry.item.land != "NL" for entry in praktijken),
    )
    newest = max((last_modified(entry.item) for entry in site.all_entries()), default="")
    return Page("/", context, Location("content/site.yaml"), (), newest)
