"""A praktijk and the groups of fields in its passport."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from binnenstad_site.models.blocks import (
    AanpakSlug,
    Blok,
    Bronsleutels,
    GemeenteSlug,
    PraktijkSlug,
    Reeks,
    TrendSlug,
    veld,
)
from binnenstad_site.models.items.shared import MetBronnen
from binnenstad_site.models.items.tekening import Tekening
from binnenstad_site.models.texttypes import (
    Begin,
    Bestand,
    Dag,
    Decimaal,
    Eind,
    Euro,
    Getal,
    Jaar,
    JaarOfOnbekend,
    JaNee,
    Mailadres,
    Naam,
    OfOnbekend,
    Tekst,
    Uniek,
)
from binnenstad_site.models.vocabulary import (
    GESTOPT,
    Bewijs,
    Grootteklasse,
    Instrument,
    Kostenklasse,
    Land,
    Maat,
    Status,
    Uitkomst,
)

SWAPPED = "verwisseld"
"""What an error names a longitude that stands where the latitude belongs."""


class Kaartpunt(Blok):
    """A dot on the map."""

    plaats: Naam = veld("Plaats", "Naam van de plaats.", max_length=60)
    lat: Decimaal = veld("Breedtegraad", "Breedtegraad met een punt, zoals 52.255.", ge=-90, le=90)
    lon: Decimaal = veld("Lengtegraad", "Lengtegraad met een punt, zoals 6.163.", ge=-180, le=180)

    @model_validator(mode="after")
    def _not_swapped(self) -> Self:
        """In Europe a latitude is 43 to 60, and a longitude -11 to 17; the other way round lies off Africa."""
        if -11 <= self.lat <= 17 and 43 <= self.lon <= 60:
            raise PydanticCustomError("ongeldig-getal", "lat for lon", {SWAPPED: self.lat})
        return self


class Doel(Blok):
    """What was to be reached, as the plan says."""

    tekst: Tekst = veld("Tekst", "Eén zin: wat moest er anders zijn, en wanneer.", min_length=10, max_length=300)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit doel noemen.", min_length=1)


class Beginstand(Blok):
    """How one thing stood before a praktijk began."""

    maat: Maat = veld("Maat", "Wat er geteld of gemeten is. Past niets, kies dan anders.")
    waarde: Tekst = veld(
        "Waarde", "De stand zoals gepubliceerd, met de eenheid in woorden, zoals 91 lege panden.", max_length=120
    )
    getal: Getal | None = veld("Getal", "Alleen het getal daaruit, zoals 91 of 10,5.", default=None)
    eenheid: Naam | None = veld(
        "Eenheid", "Waarin het getal telt, zoals panden of procent.", default=None, max_length=60
    )
    jaar: JaarOfOnbekend = veld("Jaar", "Jaar van de stand: JJJJ of onbekend.")
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die deze stand noemen.", min_length=1)


class Periode(Blok):
    """From when until when a praktijk ran."""

    start: Begin = veld("Start", "Begin: JJJJ, JJJJ-MM of onbekend.")
    eind: Eind = veld("Eind", "Eind: JJJJ, JJJJ-MM, heden of onbekend.")
    toelichting: Tekst | None = veld("Toelichting", "Eén zin over de periode.", default=None, max_length=400)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die de periode noemen.", default=())


class Bedrag(Blok):
    """One amount: of which year, paid by whom, for what."""

    bedrag: Tekst = veld("Bedrag", "Het bedrag zoals gepubliceerd, zoals € 150.000.", max_length=120)
    euro_van: Euro | None = veld(
        "Euro van", "Het bedrag in hele euro's, alleen cijfers. Laat weg als het geen euro is.", default=None
    )
    euro_tot: Euro | None = veld(
        "Euro tot", "Alleen bij een bedrag van … tot …: het hoogste, in hele euro's.", default=None
    )
    jaar: Jaar = veld("Jaar", "Jaar waarvoor het bedrag gold: JJJJ. Een bedrag zonder jaar zegt niets.")
    wie: Tekst = veld("Wie betaalt", "Wie het betaalde of zou betalen.", min_length=2, max_length=200)
    waarvoor: Tekst = veld("Waarvoor", "Waar het geld voor was.", min_length=3, max_length=200)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit bedrag noemen.", min_length=1)


class Kosten(Blok):
    """What it cost, as a class and in amounts, with the sources that say so."""

    klasse: Kostenklasse = veld("Klasse", "Kostenklasse in euro, of onbekend.")
    toelichting: Tekst | None = veld("Toelichting", "Eén zin over het bedrag.", default=None, max_length=500)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen; nodig als de klasse bekend is.", default=())
    bedragen: tuple[Bedrag, ...] = veld("Bedragen", "Elk bedrag met jaar en betaler.", default=())


class Resultaat(Blok):
    """One result, with the source that carries it."""

    tekst: Tekst = veld("Tekst", "Eén zin: wat kwam ervan.", min_length=10, max_length=500)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit zeggen.", min_length=1)
    maat: Tekst | None = veld("Maat", "Wat gemeten is.", default=None, max_length=120)
    voor: Tekst | None = veld(
        "Voor", "De stand voor de aanpak, zoals gepubliceerd, met het jaar: 91 (2014).", default=None, max_length=120
    )
    na: Tekst | None = veld(
        "Na", "De stand na de aanpak, in dezelfde eenheid: 47 (2018).", default=None, max_length=120
    )
    reeks: Reeks = veld("Reeks", "Jaren met hun waarde.", default=())
    eenheid: Naam | None = veld("Eenheid", "Waarin de reeks telt.", default=None, max_length=60)


class Misser(Blok):
    """Something that went wrong."""

    kop: Tekst = veld("Kop", "Enkele woorden.", min_length=3, max_length=80)
    tekst: Tekst = veld("Tekst", "Wat ging er mis.", min_length=10, max_length=600)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit zeggen.", min_length=1)


class Einde(Blok):
    """How it ended."""

    tekst: Tekst = veld("Tekst", "Eén zin: hoe en wanneer het eindigde.", min_length=10, max_length=300)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit zeggen.", min_length=1)


class Les(Blok):
    """A lesson: from a source, or our own conclusion."""

    tekst: Tekst = veld("Tekst", "De les in één zin.", min_length=10, max_length=400)
    afgeleid: JaNee = veld("Afgeleid", "ja: eigen conclusie van de redactie. nee: staat in een bron.")
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit zeggen; hoort bij nee.", default=())


class Foto(Blok):
    """A photo of the place, with what is to be seen on it and who made it."""

    bestand: Bestand = veld(
        "Bestand", "Een jpg, png, webp of avif in de map van deze praktijk, zoals delft-markt/kramen.jpg."
    )
    beschrijving: Tekst = veld(
        "Beschrijving", "Wat er te zien is, voor wie de foto niet ziet.", min_length=10, max_length=250
    )
    maker: Naam = veld("Maker", "Wie de foto maakte, met de licentie als die er is.", min_length=2, max_length=120)
    jaar: JaarOfOnbekend = veld("Jaar", "Jaar waarin de foto is gemaakt: JJJJ of onbekend.")


class Aanspreekpunt(Blok):
    """Whom a reader can ask about a praktijk: an office, for as long as it agreed to."""

    rol: Tekst = veld("Rol", "Functie en organisatie, nooit een naam.", min_length=3, max_length=100)
    mail: Mailadres = veld("Mail", "Algemeen mailadres, zoals centrum@deventer.nl; nooit van een persoon.")
    toestemming: Dag = veld("Toestemming", "Dag waarop zij hiermee instemden: JJJJ-MM-DD.")
    tot: Dag = veld("Tot en met", "Laatste dag waarop dit op de site staat: JJJJ-MM-DD.")

    def shown_on(self, day: date) -> bool:
        """Whether the site shows it on a day."""
        return self.toestemming <= day.isoformat() <= self.tot


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
    doel: Doel | None = veld(
        "Doel", "Wat moest worden bereikt, volgens het plan. Geen doel gevonden? Laat het weg.", default=None
    )
    uitgangssituatie: tuple[Beginstand, ...] = veld(
        "Uitgangssituatie", "Hoe het ervoor stond voordat dit begon.", default=()
    )
    instrumenten: Annotated[tuple[Instrument, ...], Uniek] = veld(
        "Instrumenten", "Waarmee is gewerkt.", min_length=1, max_length=6
    )
    aanpakken: Annotated[tuple[AanpakSlug, ...], Uniek] = veld(
        "Aanpakken", "Slugs van de aanpakken die hier zijn gebruikt, de belangrijkste eerst.", default=()
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
    uitkomst: Uitkomst | None = veld("Uitkomst", "Is het eigen doel gehaald, volgens de bronnen?", default=None)
    uitkomst_reden: Tekst | None = veld(
        "Reden van de uitkomst", "Eén zin: waarom deze uitkomst.", default=None, min_length=15, max_length=300
    )
    uitkomst_bron: Bronsleutels = veld(
        "Bron van de uitkomst", "Sleutels van de bronnen; nodig als de uitkomst bekend is.", default=()
    )
    resultaten: tuple[Resultaat, ...] = veld("Resultaten", "Wat kwam ervan, elk met bron.", default=())
    tekening: Tekening | None = veld(
        "Tekening",
        "Maten van de plek uit bronnen, die de site op schaal tekent. Noemt geen bron ze, laat het weg.",
        default=None,
    )
    foto: Foto | None = veld("Foto", "Een foto van de plek, die u mag gebruiken.", default=None)
    wat_ging_mis: Annotated[tuple[Misser, ...], OfOnbekend] = veld(
        "Wat ging mis", "Wat een bron daarover zegt, of het woord onbekend."
    )
    einde: Einde | None = veld("Einde", "Hoe het eindigde. Alleen als het gestopt of afgerond is.", default=None)
    lessen: tuple[Les, ...] = veld("Lessen", "Wat is ervan geleerd.", default=())
    eerste_stappen: tuple[Tekst, ...] = veld(
        "Eerste stappen", "Drie eerste stappen voor een gemeente die dit wil.", min_length=3, max_length=3
    )
    aanspreekpunt: Aanspreekpunt | None = veld(
        "Aanspreekpunt", "Bij wie lezers terechtkunnen, als die daarmee instemt. Anders: laat het weg.", default=None
    )
    verwant: Annotated[tuple[PraktijkSlug, ...], Uniek] = veld(
        "Verwant", "Slugs van praktijken die u erbij wilt tonen.", default=()
    )

    @property
    def laatst_gezien(self) -> str:
        """The newest date of a source, as written there; empty when none has a date."""
        return max((source.datum for source in self.bronnen if source.datum != "onbekend"), default="")

    @property
    def gestopt(self) -> bool:
        """Whether it ended and is not `afgerond`."""
        return self.status == GESTOPT
