"""A voorspelling: what somebody said would happen to town centres, and whether it did."""

from __future__ import annotations

from typing import Annotated

from binnenstad_site.models.blocks import Bronsleutels, ScenarioSlug, TrendSlug, veld
from binnenstad_site.models.items.shared import MetBronnen
from binnenstad_site.models.texttypes import JaarOfOnbekend, Naam, Slug, Tekst, Uniek
from binnenstad_site.models.vocabulary import Onderwerp, Voorspeld


class Voorspelling(MetBronnen):
    """A forecast or a goal that can be checked; the lesson is always our own."""

    titel: Tekst = veld("Titel", "De voorspelling in een paar woorden.", min_length=5, max_length=60)
    id: Slug = veld("Woord in het adres", "Kort woord waarmee links hierheen wijzen; verander het niet meer.")
    onderwerp: Onderwerp = veld("Onderwerp", "Waar het over gaat.")
    wie: Tekst = veld("Wie", "Wie het zei of beloofde.", min_length=2, max_length=120)
    jaar: JaarOfOnbekend = veld("Jaar", "Jaar van de uitspraak: JJJJ of onbekend.")
    uitspraak: Tekst = veld(
        "Uitspraak", "Wat er zou gebeuren, in eigen woorden en met de cijfers.", min_length=20, max_length=300
    )
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen van de uitspraak.", min_length=1)
    doeljaar: JaarOfOnbekend = veld("Doeljaar", "Jaar waarvoor het gold: JJJJ, of onbekend als er geen jaar bij stond.")
    uitkomst: Voorspeld = veld("Uitkomst", "Is het zo gegaan?")
    wat_gebeurde: Tekst | None = veld(
        "Wat gebeurde", "Wat er gebeurde, met jaar. Nodig zodra er een uitkomst is.", default=None, max_length=300
    )
    waarde: Naam | None = veld(
        "Waarde", "Wat er gemeten is, kort en met jaar, zoals 12 procent in 2022.", default=None, max_length=60
    )
    uitkomst_bron: Bronsleutels = veld("Bron van de uitkomst", "Sleutels van de bronnen van wat gebeurde.", default=())
    les: Tekst = veld(
        "Les",
        "Wat wij hieruit afleiden, in één zin: altijd onze eigen gevolgtrekking.",
        min_length=15,
        max_length=200,
    )
    trends: Annotated[tuple[TrendSlug, ...], Uniek] = veld(
        "Trends", "Eén tot drie trends, de belangrijkste eerst.", min_length=1, max_length=3
    )
    scenarios: Annotated[tuple[ScenarioSlug, ...], Uniek] = veld(
        "Scenario's", "Scenario's waarvoor dit telt.", default=()
    )
