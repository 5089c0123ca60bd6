"""Items that are entries in a list: events, publications, gemeenten, terms and redirects."""

from __future__ import annotations

from typing import Annotated

from binnenstad_site.models.blocks import TAAL_UITLEG, Blok, GemeenteSlug, Taal, TrendSlug, veld
from binnenstad_site.models.items.shared import Item
from binnenstad_site.models.texttypes import (
    Adres,
    Dag,
    Datum,
    Decimaal,
    Geheel,
    Jaar,
    Naam,
    NaamInLijst,
    Refers,
    Slug,
    Tekst,
    Uniek,
    Url,
)
from binnenstad_site.models.vocabulary import Grootteklasse, Provincie, SoortBijeenkomst, Streek


class Agendapunt(Item):
    """Something to go to."""

    start: Dag = veld("Start", "Eerste dag: JJJJ-MM-DD.")
    eind: Dag | None = veld("Eind", "Laatste dag: JJJJ-MM-DD. Laat weg bij één dag.", default=None)
    plaats: Naam = veld("Plaats", "Waar het is.", max_length=160)
    gemeenten: Annotated[tuple[GemeenteSlug, ...], Uniek] = veld("Gemeenten", "Gemeenten waar het is.", default=())
    soort: SoortBijeenkomst = veld("Soort", "Wat voor bijeenkomst.")
    voor_wie: Tekst = veld("Voor wie", "Voor wie het bedoeld is.", max_length=200)
    url: Url | None = veld("Webadres", "Waar meer staat.", default=None)


class Publicatie(Item):
    """Something published elsewhere."""

    taal: Taal | None = veld("Taal", TAAL_UITLEG, default=None)
    auteurs: tuple[NaamInLijst, ...] = veld("Auteurs", "Wie het schreven.", default=())
    uitgever: Naam = veld("Uitgever", "Wie het uitgaf.", max_length=120)
    datum: Datum = veld("Datum", "JJJJ, JJJJ-MM, JJJJ-MM-DD of onbekend.")
    url: Url | None = veld("Webadres", "Waar het te lezen is.", default=None)
    soort: Naam = veld("Soort", "Eén woord, zoals rapport.", max_length=40)
    in_een_zin: Tekst = veld("In één zin", "Wat staat erin.", min_length=20, max_length=300)
    trends: Annotated[tuple[TrendSlug, ...], Uniek] = veld("Trends", "Trends waar het over gaat.", default=())

    titel: Naam = veld("Titel", "Titel van de publicatie.", min_length=2, max_length=200)


class Kerncijfers(Blok):
    """What makes one municipality like another, of the same table and year as its inhabitants."""

    adressendichtheid: Geheel = veld("Adressendichtheid", "Omgevingsadressen per vierkante kilometer.", ge=0)
    aandeel_65plus: Decimaal = veld("Aandeel 65-plus", "Procent van de inwoners van 65 jaar of ouder.", ge=0, le=100)
    aandeel_stedelijke_buurten: Decimaal = veld(
        "Aandeel stedelijke buurten",
        "Procent van de inwoners in een buurt met minstens 1.000 adressen per vierkante kilometer.",
        ge=0,
        le=100,
    )
    woz_1000: Geheel = veld("WOZ-waarde", "Gemiddelde waarde van een woning, in duizend euro.", ge=0)


class Gemeente(Blok):
    """One of the 342 municipalities; editors never add one."""

    code: Naam = veld("Code", "Code van het CBS, zoals GM0150.", pattern=r"^GM\d{4}$")
    naam: Naam = veld("Naam", "Officiële naam.", max_length=60)
    ook: Annotated[tuple[NaamInLijst, ...], Uniek] = veld("Ook", "Andere namen.", default=())
    bijnamen: Annotated[tuple[NaamInLijst, ...], Uniek] = veld(
        "Bijnamen", "Hoe lezers de stad ook noemen, zoals Domstad of Haagse. Alleen voor het zoeken.", default=()
    )
    slug: Slug = veld("Slug", "Woord in het adres.")
    provincie: Provincie = veld("Provincie", "Naam van de provincie.")
    streek: Streek | None = veld(
        "Streek", "Streek waar een zoeker de gemeente onder kent: het COROP-gebied van het CBS.", default=None
    )
    klasse: Grootteklasse = veld("Grootteklasse", "Klasse naar inwoners.")
    hoofdplaats: Naam = veld("Hoofdplaats", "Grootste kern.", max_length=60)
    lat: Decimaal = veld("Breedtegraad", "Van de hoofdplaats.", ge=50, le=54)
    lon: Decimaal = veld("Lengtegraad", "Van de hoofdplaats.", ge=3, le=8)
    inwoners: Geheel = veld("Inwoners", "Aantal inwoners.", ge=0)
    inwoners_jaar: Jaar = veld("Jaar", "Jaar van dat aantal.")
    kerncijfers: Kerncijfers | None = veld(
        "Kerncijfers", "Waaraan de site ziet welke gemeenten op elkaar lijken. Weg zolang er geen zijn.", default=None
    )


class Begrip(Blok):
    """A term with what it means, or a word that only the search knows."""

    term: Naam = veld("Term", "Het woord.", max_length=80)
    ook: Annotated[tuple[NaamInLijst, ...], Uniek] = veld("Ook", "Woorden die hetzelfde betekenen.", default=())
    enger: Annotated[tuple[NaamInLijst, ...], Uniek] = veld(
        "Enger", "Smallere woorden die een zoeker ook wil.", default=()
    )
    verwant: Annotated[tuple[NaamInLijst, ...], Uniek] = veld(
        "Verwant", "Woorden die ermee te maken hebben.", default=()
    )
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
