"""A praktijk and the groups of fields in its passport."""

from __future__ import annotations

from typing import Annotated, ClassVar

from binnenstad_site.models.blocks import Blok, Bronsleutels, GemeenteSlug, PraktijkSlug, Reeks, TrendSlug, veld
from binnenstad_site.models.items.shared import MetBronnen
from binnenstad_site.models.texttypes import (
    Begin,
    Decimaal,
    Eind,
    JaarOfOnbekend,
    JaNee,
    Naam,
    OfOnbekend,
    Tekst,
    Uniek,
)
from binnenstad_site.models.vocabulary import GESTOPT, Bewijs, Grootteklasse, Instrument, Kostenklasse, Land, Status


class Kaartpunt(Blok):
    """A dot on the map."""

    plaats: Naam = veld("Plaats", "Naam van de plaats.", max_length=60)
    lat: Decimaal = veld("Breedtegraad", "Breedtegraad met een punt, zoals 52.255.", ge=-90, le=90)
    lon: Decimaal = veld("Lengtegraad", "Lengtegraad met een punt, zoals 6.163.", ge=-180, le=180)


class Periode(Blok):
    """From when until when a praktijk ran."""

    start: Begin = veld("Start", "Begin: JJJJ, JJJJ-MM of onbekend.")
    eind: Eind = veld("Eind", "Eind: JJJJ, JJJJ-MM, heden of onbekend.")
    toelichting: Tekst | None = veld("Toelichting", "Eén zin over de periode.", default=None, max_length=400)


class Kosten(Blok):
    """What it cost, as a class with the source that says so."""

    klasse: Kostenklasse = veld("Klasse", "Kostenklasse in euro, of onbekend.")
    toelichting: Tekst | None = veld("Toelichting", "Eén zin over het bedrag.", default=None, max_length=500)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen; nodig als de klasse bekend is.", default=())


class Resultaat(Blok):
    """One result, with the source that carries it."""

    tekst: Tekst = veld("Tekst", "Eén zin: wat kwam ervan.", min_length=10, max_length=500)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit zeggen.", min_length=1)
    maat: Tekst | None = veld("Maat", "Wat gemeten is.", default=None, max_length=120)
    voor: Tekst | None = veld("Voor", "De stand voor de aanpak, zoals gepubliceerd.", default=None, max_length=120)
    na: Tekst | None = veld("Na", "De stand na de aanpak, zoals gepubliceerd.", default=None, max_length=120)
    reeks: Reeks = veld("Reeks", "Jaren met hun waarde.", default=())
    eenheid: Naam | None = veld("Eenheid", "Waarin de reeks telt.", default=None, max_length=60)


class Misser(Blok):
    """Something that went wrong."""

    kop: Tekst = veld("Kop", "Enkele woorden.", min_length=3, max_length=80)
    tekst: Tekst = veld("Tekst", "Wat ging er mis.", min_length=10, max_length=600)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit zeggen.", min_length=1)


class Les(Blok):
    """A lesson: from a source, or our own conclusion."""

    tekst: Tekst = veld("Tekst", "De les in één zin.", min_length=10, max_length=400)
    afgeleid: JaNee = veld("Afgeleid", "ja: eigen conclusie van de redactie. nee: staat in een bron.")


class Praktijk(MetBronnen):
    """What one town did: the passport."""

    SECTIES: ClassVar[tuple[str, ...] | None] = (
        "In het kort",
        "Aanleiding",
        "Aanpak",
        "Resultaat",
        "Wat andere gemeenten hiervan kunnen leren",
    )

    titel: Tekst = veld("Titel", "De naam van de praktijk.", min_length=2, max_length=90)
    in_een_zin: Tekst = veld(
        "In één zin", "Wat is dit, voor wie er nog nooit van hoorde.", min_length=40, max_length=200
    )
    gemeenten: Annotated[tuple[GemeenteSlug, ...], Uniek] = veld(
        "Gemeenten", "Slugs van gemeenten, zoals deventer. Leeg alleen buiten Nederland.", default=()
    )
    land: Land = veld("Land", "Landcode. Laat weg voor Nederland.", default="NL")
    plek: Tekst = veld("Plek", "Waar in de stad.", max_length=200)
    kaartpunten: tuple[Kaartpunt, ...] = veld(
        "Kaartpunten", "Punten op de kaart. Laat weg voor de hoofdplaats van de gemeente.", default=()
    )
    trends: Annotated[tuple[TrendSlug, ...], Uniek] = veld(
        "Trends", "Eén tot vier trends, de belangrijkste eerst.", min_length=1, max_length=4
    )
    opgave: Tekst = veld("Opgave", "Het probleem in één zin.", min_length=20, max_length=300)
    instrumenten: Annotated[tuple[Instrument, ...], Uniek] = veld(
        "Instrumenten", "Waarmee is gewerkt.", min_length=1, max_length=6
    )
    status: Status = veld("Status", "Hoe staat het ervoor, volgens de nieuwste bron.")
    status_peildatum: JaarOfOnbekend = veld("Peildatum van de status", "Jaar van die bron, of onbekend.")
    periode: Periode = veld("Periode", "Van wanneer tot wanneer.")
    partijen: tuple[Tekst, ...] = veld("Partijen", "Wie deden mee, met hun rol.", min_length=1)
    kosten: Kosten = veld("Kosten", "Kostenklasse met bron, of onbekend.")
    past_bij: Annotated[tuple[Grootteklasse, ...], Uniek] = veld(
        "Past bij", "Grootteklassen waarvoor dit past; alleen met een reden.", default=()
    )
    past_bij_reden: Tekst | None = veld(
        "Reden daarvan", "Waarom het bij die grootte past.", default=None, max_length=400
    )
    bewijs: Bewijs = veld("Bewijs", "Trede van de bewijsladder: 0 tot en met 4.")
    bewijs_reden: Tekst = veld("Reden van het bewijs", "Waarom deze trede.", min_length=20, max_length=600)
    resultaten: tuple[Resultaat, ...] = veld("Resultaten", "Wat kwam ervan, elk met bron.", default=())
    wat_ging_mis: Annotated[tuple[Misser, ...], OfOnbekend] = veld(
        "Wat ging mis", "Wat een bron daarover zegt, of het woord onbekend."
    )
    lessen: tuple[Les, ...] = veld("Lessen", "Wat is ervan geleerd.", default=())
    eerste_stappen: tuple[Tekst, ...] = veld(
        "Eerste stappen", "Drie eerste stappen voor een gemeente die dit wil.", min_length=3, max_length=3
    )
    verwant: Annotated[tuple[PraktijkSlug, ...], Uniek] = veld(
        "Verwant", "Slugs van praktijken die u erbij wilt tonen.", default=()
    )

    @property
    def gestopt(self) -> bool:
        """Whether it ended and is not `afgerond`."""
        return self.status == GESTOPT
