"""The content models: one class per collection, each field with its Dutch label and explanation.

Glossary. A *trend* is one of six developments that change a town centre. A *praktijk* is what one town did, with a
passport of fields. A *kans* is an opportunity, one sentence an alderman can say. A *scenario* is one of four futures. A
*verslag* reports a meeting. A *gemeente* is a municipality, a *begrip* a term, a *publicatie* something published
elsewhere, a *pagina* a standing page.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from binnenstad_site.models.blocks import (
    Blok,
    Bron,
    Bronsleutels,
    Cijfer,
    GemeenteSlug,
    Ingetrokken,
    InScenarios,
    PraktijkSlug,
    Reeks,
    ScenarioOordeel,
    ScenarioSlug,
    TrendSlug,
    Wijziging,
    veld,
)
from binnenstad_site.models.texttypes import (
    Adres,
    Begin,
    Dag,
    Datum,
    Decimaal,
    Eind,
    Geheel,
    Jaar,
    JaarOfOnbekend,
    JaNee,
    Maand,
    OfOnbekend,
    Refers,
    Slug,
    Tekst,
    Uniek,
    Url,
)
from binnenstad_site.models.vocabulary import (
    Bewijs,
    Bijeenkomst,
    Dossier,
    Fase,
    Grootteklasse,
    Instrument,
    Kostenklasse,
    Land,
    Niveau,
    Provincie,
    Status,
)


class Item(Blok):
    """What every item has: a title."""

    titel: Tekst = veld("Titel", "De naam van het item.", min_length=2, max_length=120)

    @property
    def naam(self) -> str:
        """What lists and links call this item."""
        return self.titel


class MetBronnen(Item):
    """An item whose facts carry sources, with the date of the last check and its changes."""

    bronnen: tuple[Bron, ...] = veld("Bronnen", "De bronnen, elk met een sleutel.", min_length=1)
    gecontroleerd: Maand = veld("Gecontroleerd", "Wanneer de feiten voor het laatst zijn nagekeken: JJJJ-MM.")
    wijzigingen: tuple[Wijziging, ...] = veld("Wijzigingen", "Wat er veranderde, met de dag.", default=())
    ingetrokken: Ingetrokken | None = veld(
        "Ingetrokken", "Alleen als het item niet meer geldt: sinds wanneer en waarom.", default=None
    )
    aliases: Annotated[tuple[Adres, ...], Uniek] = veld(
        "Vroegere adressen", "Oude adressen van deze pagina, met een schuine streep voor en achter.", default=()
    )


class Gevolgen(Blok):
    """What a trend does to the street, the building, the rules and the money."""

    straat: Tekst = veld("Straat", "Wat verandert er op straat.", max_length=200)
    pand: Tekst = veld("Pand", "Wat verandert er in gebouwen.", max_length=200)
    regels: Tekst = veld("Regels", "Wat vraagt dit van regels en beleid.", max_length=200)
    geld: Tekst = veld("Geld", "Wat verandert er in kosten en opbrengsten.", max_length=200)


class Trend(MetBronnen):
    """One of six developments."""

    SECTIES: ClassVar[tuple[str, ...] | None] = (
        "In het kort",
        "Wat verandert er",
        "Wat weten we",
        "Wat weten we niet",
        "Wat betekent dit voor uw binnenstad",
        "Vragen om te stellen",
    )

    kort: Tekst = veld("Werkwoord", "Het werkwoord van de trend, zoals vervoeren.", max_length=30)
    thema: Tekst = veld("Thema", "Het woord in het overzicht van kansen, zoals mobiliteit.", max_length=30)
    in_een_zin: Tekst = veld("In één zin", "De trend in één zin.", min_length=30, max_length=160)
    volgorde: Geheel = veld("Volgorde", "Plaats in de rij van zes: 1 tot en met 6.", ge=1, le=6)
    dossier: Dossier = veld("Dossier", "volledig of beknopt; de pagina laat het zien.")
    gevolgen: Gevolgen = veld("Gevolgen", "Vier korte zinnen over straat, pand, regels en geld.")
    cijfers: tuple[Cijfer, ...] = veld("Cijfers", "Cijfers met jaar en bron.", default=())
    in_scenarios: InScenarios = veld("In de scenario's", "Per scenario één alinea.", default={}, validate_default=True)


class Kaartpunt(Blok):
    """A dot on the map."""

    plaats: Tekst = veld("Plaats", "Naam van de plaats.", max_length=60)
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
    eenheid: Tekst | None = veld("Eenheid", "Waarin de reeks telt.", default=None, max_length=60)


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


class Kans(MetBronnen):
    """An opportunity, for the overview by trend and phase."""

    titel: Tekst = veld("Titel", "Eén zin die een wethouder kan uitspreken.", min_length=10, max_length=160)
    trend: TrendSlug = veld("Trend", "De trend waar de kans bij hoort.")
    fase: Fase = veld("Fase", "Wanneer te beginnen.")
    wie: Tekst = veld("Wie", "Wie aan zet is.", max_length=200)
    eerste_stap: Tekst = veld("Eerste stap", "Waarmee te beginnen.", min_length=15, max_length=300)
    waarom: Tekst = veld("Waarom", "Waarom dit een kans is.", min_length=20, max_length=500)
    praktijken: Annotated[tuple[PraktijkSlug, ...], Uniek] = veld(
        "Praktijken", "Slugs van praktijken die dit al doen.", default=()
    )
    scenario_oordeel: ScenarioOordeel = veld(
        "Oordeel per scenario", "Voor elk van de vier scenario's een oordeel met reden."
    )


class Signaal(Blok):
    """A sign that a scenario comes closer, and what to measure."""

    signaal: Tekst = veld("Signaal", "Wat u zou zien gebeuren.", min_length=10, max_length=300)
    indicator: Tekst = veld("Indicator", "Wat u kunt meten.", min_length=10, max_length=300)


class Scenario(MetBronnen):
    """One of four futures."""

    SECTIES: ClassVar[tuple[str, ...] | None] = (
        "Een dag in deze binnenstad",
        "Wat is hier waar",
        "Wat vraagt dit van de gemeente",
    )

    in_een_zin: Tekst = veld("In één zin", "Dit scenario in één zin.", min_length=20, max_length=200)
    digitalisering: Niveau = veld("Digitalisering", "hoog of laag.")
    circulair: Niveau = veld("Circulaire economie", "hoog of laag.")
    signalen: tuple[Signaal, ...] = veld("Signalen", "Waaraan u merkt dat dit dichterbij komt.", min_length=1)
    winnaars: tuple[Tekst, ...] = veld("Winnaars", "Wie er beter van wordt.", min_length=1)
    verliezers: tuple[Tekst, ...] = veld("Verliezers", "Wie er slechter van wordt.", min_length=1)


class Verslag(MetBronnen):
    """A report of a meeting."""

    SECTIES: ClassVar[tuple[str, ...] | None] = (
        "In het kort",
        "Wat is besproken",
        "Wat nemen we mee",
        "Open vragen",
    )

    in_een_zin: Tekst = veld("In één zin", "De bijeenkomst in één zin.", min_length=40, max_length=200)
    datum: Datum = veld("Datum", "Dag van de bijeenkomst: JJJJ-MM-DD, JJJJ-MM, JJJJ of onbekend.")
    datum_toelichting: Tekst | None = veld(
        "Toelichting bij de datum", "Hoe de datum bekend is, als die is afgeleid.", default=None, max_length=400
    )
    plaats: Tekst = veld("Plaats", "Waar het was, of onbekend.", max_length=160)
    soort: Bijeenkomst = veld("Soort", "Wat voor bijeenkomst.")
    organisator: Tekst = veld("Organisator", "Wie het organiseerde, of onbekend.", max_length=200)
    deelnemers: tuple[Tekst, ...] = veld("Deelnemers", "Rollen, geen namen.", default=())
    trends: Annotated[tuple[TrendSlug, ...], Uniek] = veld("Trends", "Trends die aan bod kwamen.", default=())
    scenarios: Annotated[tuple[ScenarioSlug, ...], Uniek] = veld(
        "Scenario's", "Scenario's die aan bod kwamen.", default=()
    )
    praktijken: Annotated[tuple[PraktijkSlug, ...], Uniek] = veld(
        "Praktijken", "Praktijken die aan bod kwamen.", default=()
    )
    gemeenten: Annotated[tuple[GemeenteSlug, ...], Uniek] = veld(
        "Gemeenten", "Gemeenten waar het over ging.", default=()
    )


class Pagina(MetBronnen):
    """A standing page; at the address of a list it is that list's introduction."""

    SECTIES: ClassVar[tuple[str, ...] | None] = None

    in_een_zin: Tekst = veld("In één zin", "De pagina in één zin.", min_length=20, max_length=200)
    bronnen: tuple[Bron, ...] = veld("Bronnen", "De bronnen, elk met een sleutel.", default=())


class Agendapunt(Item):
    """Something to go to."""

    start: Dag = veld("Start", "Eerste dag: JJJJ-MM-DD.")
    eind: Dag | None = veld("Eind", "Laatste dag: JJJJ-MM-DD. Laat weg bij één dag.", default=None)
    plaats: Tekst = veld("Plaats", "Waar het is.", max_length=160)
    gemeenten: Annotated[tuple[GemeenteSlug, ...], Uniek] = veld("Gemeenten", "Gemeenten waar het is.", default=())
    soort: Bijeenkomst = veld("Soort", "Wat voor bijeenkomst.")
    voor_wie: Tekst = veld("Voor wie", "Voor wie het bedoeld is.", max_length=200)
    url: Url | None = veld("Webadres", "Waar meer staat.", default=None)


class Publicatie(Item):
    """Something published elsewhere."""

    auteurs: tuple[Tekst, ...] = veld("Auteurs", "Wie het schreven.", default=())
    uitgever: Tekst = veld("Uitgever", "Wie het uitgaf.", max_length=120)
    datum: Datum = veld("Datum", "JJJJ, JJJJ-MM, JJJJ-MM-DD of onbekend.")
    url: Url | None = veld("Webadres", "Waar het te lezen is.", default=None)
    soort: Tekst = veld("Soort", "Eén woord, zoals rapport.", max_length=40)
    in_een_zin: Tekst = veld("In één zin", "Wat staat erin.", min_length=20, max_length=300)
    trends: Annotated[tuple[TrendSlug, ...], Uniek] = veld("Trends", "Trends waar het over gaat.", default=())

    titel: Tekst = veld("Titel", "Titel van de publicatie.", min_length=2, max_length=200)


class Gemeente(Blok):
    """One of the 342 municipalities; editors never add one."""

    code: Tekst = veld("Code", "Code van het CBS, zoals GM0150.", pattern=r"^GM\d{4}$")
    naam: Tekst = veld("Naam", "Officiële naam.", max_length=60)
    ook: Annotated[tuple[Tekst, ...], Uniek] = veld("Ook", "Andere namen.", default=())
    slug: Slug = veld("Slug", "Woord in het adres.")
    provincie: Provincie = veld("Provincie", "Naam van de provincie.")
    klasse: Grootteklasse = veld("Grootteklasse", "Klasse naar inwoners.")
    hoofdplaats: Tekst = veld("Hoofdplaats", "Grootste kern.", max_length=60)
    lat: Decimaal = veld("Breedtegraad", "Van de hoofdplaats.", ge=50, le=54)
    lon: Decimaal = veld("Lengtegraad", "Van de hoofdplaats.", ge=3, le=8)
    inwoners: Geheel = veld("Inwoners", "Aantal inwoners.", ge=0)
    inwoners_jaar: Jaar = veld("Jaar", "Jaar van dat aantal.")


class Begrip(Blok):
    """A term with what it means, or a word that only the search knows."""

    term: Tekst = veld("Term", "Het woord.", max_length=80)
    ook: Annotated[tuple[Tekst, ...], Uniek] = veld("Ook", "Woorden die hetzelfde betekenen.", default=())
    enger: Annotated[tuple[Tekst, ...], Uniek] = veld("Enger", "Smallere woorden die een zoeker ook wil.", default=())
    verwant: Annotated[tuple[Tekst, ...], Uniek] = veld("Verwant", "Woorden die ermee te maken hebben.", default=())
    uitleg: Tekst | None = veld("Uitleg", "Wat het is, in gewone taal.", default=None, min_length=20, max_length=300)
    zie: Annotated[tuple[Annotated[str, Refers("*")], ...], Uniek] = veld(
        "Zie", "Waar het over gaat, als collectie/slug.", default=()
    )

    @property
    def naam(self) -> str:
        return self.term


class Omleiding(Blok):
    """An address that moved."""

    van: Adres = veld("Van", "Het oude adres, zoals /oud/.")
    naar: Adres = veld("Naar", "Het nieuwe adres, zoals /nieuw/.")
