"""Items with a story: trend, kans, scenario, verslag and pagina."""

from __future__ import annotations

from typing import Annotated, ClassVar

from binnenstad_site.models.blocks import (
    AanpakSlug,
    Blok,
    Bron,
    Cijfer,
    GemeenteSlug,
    InScenarios,
    PraktijkSlug,
    ScenarioOordeel,
    ScenarioSlug,
    TrendSlug,
    veld,
)
from binnenstad_site.models.items.shared import MetBronnen
from binnenstad_site.models.texttypes import Datum, Geheel, Naam, Tekst, TekstMetBron, Uniek
from binnenstad_site.models.vocabulary import Dossier, Fase, Niveau, SoortBijeenkomst


class Gevolgen(Blok):
    """What a trend does to the street, the building, the rules and the money."""

    straat: TekstMetBron = veld("Straat", "Wat verandert er op straat; een cijfer met [@sleutel].", max_length=260)
    pand: TekstMetBron = veld("Pand", "Wat verandert er in gebouwen; een cijfer met [@sleutel].", max_length=260)
    regels: TekstMetBron = veld(
        "Regels", "Wat vraagt dit van regels en beleid; een cijfer of wet met [@sleutel].", max_length=260
    )
    geld: TekstMetBron = veld(
        "Geld", "Wat verandert er in kosten en opbrengsten; een cijfer met [@sleutel].", max_length=260
    )


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


class Kans(MetBronnen):
    """An opportunity, for the overview by trend and phase."""

    titel: Tekst = veld("Titel", "Eén zin die een wethouder kan uitspreken.", min_length=10, max_length=160)
    trend: TrendSlug = veld("Trend", "De trend waar de kans bij hoort.")
    fase: Fase = veld("Fase", "Wanneer te beginnen.")
    wie: Tekst = veld("Wie", "Wie aan zet is.", max_length=200)
    eerste_stap: Tekst = veld("Eerste stap", "Waarmee te beginnen.", min_length=15, max_length=300)
    waarom: TekstMetBron = veld(
        "Waarom", "Waarom dit een kans is; een cijfer met [@sleutel].", min_length=20, max_length=700
    )
    aanpak: AanpakSlug | None = veld("Aanpak", "Slug van de aanpak waar deze kans bij hoort.", default=None)
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
    plaats: Naam = veld("Plaats", "Waar het was, of onbekend.", max_length=160)
    soort: SoortBijeenkomst = veld("Soort", "Wat voor bijeenkomst.")
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


class Hulpmiddel(Blok):
    """What the list of tools says of one, beside its title."""

    volgorde: Geheel = veld("Volgorde", "Plaats in de lijst van Aan de slag, van 1 tot en met 20.", ge=1, le=20)
    vraag: Tekst = veld("Vraag", "De vraag van een lezer die het beantwoordt.", min_length=20, max_length=140)
    tijd: Tekst = veld("Tijd", "Hoeveel tijd het kost, alleen en met een groep.", min_length=5, max_length=80)
    wie: Tekst = veld("Wie", "Wie erbij hoort te zitten.", min_length=5, max_length=140)


class Pagina(MetBronnen):
    """A standing page; at the address of a list it is that list's introduction."""

    SECTIES: ClassVar[tuple[str, ...] | None] = None

    in_een_zin: Tekst = veld("In één zin", "De pagina in één zin.", min_length=20, max_length=200)
    hulpmiddel: Hulpmiddel | None = veld(
        "Hulpmiddel", "Alleen bij een pagina die in de lijst van Aan de slag hoort.", default=None
    )
    bronnen: tuple[Bron, ...] = veld("Bronnen", "De bronnen, elk met een sleutel.", default=())
