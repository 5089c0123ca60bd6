"""An aanpak: one way of working that several praktijken use, with what they say of it together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from binnenstad_site.models.blocks import Blok, Bronsleutels, PraktijkSlug, TrendSlug, veld
from binnenstad_site.models.items.shared import MetBronnen
from binnenstad_site.models.texttypes import (
    Geheel,
    JaarOfOnbekend,
    Maand,
    Naam,
    NaamInLijst,
    OfOnbekend,
    Tekst,
    Uniek,
    Url,
)

TeltAndersSoort = Literal["instelling", "ander-bewijs", "andere-uitkomst", "mislukt"]


class Stap(Blok):
    """One step, and who takes it."""

    stap: Tekst = veld("Stap", "Wat er gebeurt, in één zin.", min_length=15, max_length=250)
    wie: Tekst = veld("Wie", "Wie dit doet.", min_length=2, max_length=120)


class Wetsregel(Blok):
    """What a law or rule allows, and what to mind."""

    naam: Naam = veld("Naam", "Naam van de wet, regeling of uitspraak.", min_length=3, max_length=200)
    artikel: Naam = veld("Artikel", "Welk artikel, of het nummer van de uitspraak.", max_length=120)
    wat_mag: Tekst = veld("Wat mag", "Wat een gemeente ermee mag of moet.", min_length=15, max_length=400)
    let_op: Tekst | None = veld("Let op", "Waar het aan gebonden is.", default=None, max_length=500)
    url: Url = veld("Webadres", "Waar de tekst staat.")
    gecontroleerd: Maand = veld("Gecontroleerd", "Wanneer u de tekst las: JJJJ-MM of JJJJ-MM-DD.")


class Doorlooptijd(Blok):
    """How long it takes."""

    tekst: Tekst = veld("Tekst", "Hoe lang het duurt, met voorbeelden.", min_length=10, max_length=500)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit zeggen.", default=())


class Onderzoek(Blok):
    """A study of this way of working."""

    titel: Naam = veld("Titel", "Titel van het onderzoek, zoals het er staat.", min_length=3, max_length=300)
    organisatie: Naam = veld("Organisatie", "Wie het onderzoek deed.", min_length=2, max_length=160)
    jaar: JaarOfOnbekend = veld("Jaar", "Jaar van het onderzoek: JJJJ of onbekend.")
    uitkomst: Tekst = veld("Uitkomst", "Wat eruit kwam, in één of twee zinnen.", min_length=15, max_length=500)
    reikwijdte: Tekst = veld("Reikwijdte", "Hoeveel plaatsen, welke jaren.", max_length=200)
    url: Url | None = veld("Webadres", "Waar het te lezen is.", default=None)


class Voorwaarde(Blok):
    """What has to hold for it to work, or when it does not work."""

    tekst: Tekst = veld("Tekst", "Eén zin.", min_length=15, max_length=350)
    praktijk: PraktijkSlug | None = veld("Praktijk", "Slug van de praktijk die dit laat zien.", default=None)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen, als het niet uit een praktijk komt.", default=())


class Fout(Blok):
    """A mistake that was made, and where."""

    fout: Tekst = veld("Fout", "Wat er misging, in één zin.", min_length=15, max_length=250)
    praktijk: PraktijkSlug = veld("Praktijk", "Slug van de praktijk waar het gebeurde.")


class Rij(Blok):
    """A row of a table across cases."""

    praktijk: PraktijkSlug | None = veld("Praktijk", "Slug van de praktijk waar deze rij over gaat.", default=None)
    plaats: Naam | None = veld("Plaats", "Naam van de plaats, als het geen praktijk is.", default=None, max_length=80)
    waarden: tuple[Tekst, ...] = veld("Waarden", "Per kolom één waarde, of het woord onbekend.", min_length=2)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen van deze rij.", min_length=1)


class Tabel(Blok):
    """A table across cases; its first column is the praktijk or place of the row."""

    titel: Tekst = veld("Titel", "Wat de tabel vergelijkt.", min_length=5, max_length=120)
    toelichting: Tekst | None = veld("Toelichting", "Hoe de tabel te lezen is.", default=None, max_length=400)
    kolommen: tuple[NaamInLijst, ...] = veld(
        "Kolommen", "Namen van de kolommen na de plaats, twee tot zes.", min_length=2, max_length=6
    )
    rijen: tuple[Rij, ...] = veld("Rijen", "Eén rij per praktijk of plaats.", min_length=2)


class TeltAnders(Blok):
    """A praktijk whose outcome or grade says nothing, or not everything, of this aanpak."""

    praktijk: PraktijkSlug = veld("Praktijk", "Slug van een praktijk die deze aanpak gebruikt.")
    soort: TeltAndersSoort = veld(
        "Soort",
        "instelling: alleen is gebleken dat het er kwam. ander-bewijs: de uitkomst telt, maar het bewijs gaat over een "
        "andere maatregel. andere-uitkomst: de uitkomst gaat over iets anders. mislukt: die gaat over meer, maar deze "
        "aanpak mislukte daar; dat telt.",
    )
    reden: Tekst = veld("Reden", "Eén zin: waarom.", min_length=15, max_length=300)


FROM_CASES = "het oordeel volgt uit de praktijken"
INSTEAD = (
    "Haal dit veld weg. De site telt de uitkomsten van de praktijken die deze aanpak noemen, met de regel van "
    "/over/oordeel/. Telt een praktijk hier niet of anders mee, schrijf dat dan bij telt_anders."
)


class Aanpak(MetBronnen):
    """What all praktijken say together of one way of working; the verdict is derived, never typed."""

    AFGELEID: ClassVar[Mapping[str, tuple[str, str]]] = {
        **dict.fromkeys(("oordeel", "uitkomst", "uitkomsten", "telling", "bewijs"), (FROM_CASES, INSTEAD)),
        "praktijken": (
            "een praktijk noemt zelf haar aanpak",
            "Haal dit veld weg, en schrijf in elke praktijk die zo werkt bij aanpakken de naam van dit bestand.",
        ),
    }

    SECTIES: ClassVar[tuple[str, ...] | None] = (
        "In het kort",
        "Hoe het werkt",
        "Wat weten we",
        "Wat mag volgens de wet",
        "Wanneer niet",
    )

    titel: Tekst = veld("Titel", "De naam van de aanpak.", min_length=2, max_length=80)
    in_een_zin: Tekst = veld(
        "In één zin", "Wat is dit, voor wie er nog nooit van hoorde.", min_length=40, max_length=200
    )
    opgave: Tekst = veld("Opgave", "Het probleem waarvoor dit bedoeld is.", min_length=20, max_length=300)
    trends: Annotated[tuple[TrendSlug, ...], Uniek] = veld(
        "Trends", "Eén tot vier trends, de belangrijkste eerst.", min_length=1, max_length=4
    )
    volgorde: Geheel = veld("Volgorde", "Plaats in de lijst: een geheel getal.", ge=1, le=99)
    wie_betaalt: tuple[Tekst, ...] = veld("Wie betaalt", "Wie wat betaalt.", min_length=1)
    doorlooptijd: Doorlooptijd = veld("Doorlooptijd", "Hoe lang het duurt, van besluit tot resultaat.")
    stappen: tuple[Stap, ...] = veld("Stappen", "Vijf tot acht stappen, elk met wie.", min_length=5, max_length=8)
    wet: tuple[Wetsregel, ...] = veld("Wet", "Wetten, regels en uitspraken die ertoe doen.", default=())
    onderzoek: Annotated[tuple[Onderzoek, ...], OfOnbekend] = veld(
        "Onderzoek", "Onderzoek naar deze aanpak, of het woord onbekend als er niets is gevonden."
    )
    voorwaarden: tuple[Voorwaarde, ...] = veld("Voorwaarden", "Wat er moet kloppen.", min_length=3)
    wanneer_niet: tuple[Voorwaarde, ...] = veld("Wanneer niet", "Wanneer u dit niet moet doen.", min_length=2)
    fouten: tuple[Fout, ...] = veld("Fouten", "Fouten die gemaakt zijn, elk met de praktijk.", default=())
    tabellen: tuple[Tabel, ...] = veld("Tabellen", "Vergelijkingen tussen praktijken en plaatsen.", default=())
    open_vragen: tuple[Tekst, ...] = veld("Open vragen", "Wat niemand nog weet.", default=())
    telt_anders: tuple[TeltAnders, ...] = veld(
        "Telt anders", "Praktijken waarvan de uitkomst of het bewijs hier niet telt.", default=()
    )
