"""The tables of the open data: for each the meaning of every column, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.models.vocabulary import SOORT_BRON

Kind = Literal["string", "integer", "number"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it means, and what its cells hold."""

    naam: str
    uitleg: str
    soort: Kind = "string"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a file without its ending, and what is in it."""

    naam: str
    titel: str
    uitleg: str
    """What one row is, as a sentence."""
    kolommen: tuple[Column, ...]
    sleutel: tuple[str, ...] = ()
    """The columns that tell rows apart."""


_ID = Column("id", "Woord in het adres; verandert nooit.")
_TITEL = Column("titel", "Titel op de site.")
_ZIN = Column("in_een_zin", "Wat het is, in één zin.")
_ADRES = Column("adres", "De pagina, met anker als meer items één pagina delen.")
_TRENDS = Column("trends", "Woorden van de trends, de belangrijkste eerst.")
_GECONTROLEERD = Column("gecontroleerd", "Wanneer de feiten zijn nagekeken: JJJJ-MM of JJJJ-MM-DD.")
_PRAKTIJK = Column("praktijk", "Verwijst naar id in praktijken.")
_NUMMER = Column("nummer", "Plaats in de rij van deze praktijk, vanaf 1.", "integer")
_BRONNEN = Column("bronnen", "Sleutels van de bronnen; met het item samen te vinden in bronnen.")
_SOORT_BRON = Column("soort", f"Wat voor bron: {enumerate_words(list(SOORT_BRON), 'of')}; leeg: niet ingevuld.")
_ITEM = Column("item", "Collectie en woord in het adres, zoals praktijken/voorbeeld.")

PRAKTIJKEN = Table(
    "praktijken",
    "Praktijken",
    "Eén rij is één praktijk: wat één gemeente deed.",
    (
        _ID,
        _TITEL,
        _ZIN,
        _ADRES,
        Column("land", "Landcode van twee letters."),
        Column("gemeenten", "Namen van de gemeenten; leeg buiten Nederland."),
        Column("gemeente_codes", "Codes van het CBS, in dezelfde volgorde."),
        Column("provincies", "Namen van de provincies."),
        Column("plek", "Waar in de stad."),
        Column("lat", "Breedtegraad van het eerste punt op de kaart (WGS 84).", "number"),
        Column("lon", "Lengtegraad van dat punt.", "number"),
        _TRENDS,
        Column("aanpakken", "Verwijst naar id in aanpakken, de belangrijkste eerst."),
        Column("instrumenten", "Waarmee is gewerkt."),
        Column("opgave", "Het probleem in één zin."),
        Column("doel", "Wat het plan wilde bereiken; leeg als geen bron dat zegt."),
        Column("status", "Stand volgens de nieuwste bron, op de peildatum."),
        Column("status_peildatum", "Jaar van die bron, of onbekend."),
        Column("start", "Begin: JJJJ, JJJJ-MM of onbekend."),
        Column("eind", "Eind: JJJJ, JJJJ-MM, heden of onbekend."),
        Column("kostenklasse", "Klasse in euro, of onbekend."),
        Column("bewijs", "Trede van de bewijsladder: 0 (aangekondigd) tot en met 4 (vergeleken).", "integer"),
        Column("bewijs_reden", "Waarom deze trede."),
        Column(
            "uitkomst", "Is het eigen doel gehaald: gehaald, deels, niet-gehaald of onbekend; leeg: niet beoordeeld."
        ),
        Column("uitkomst_reden", "Waarom deze uitkomst."),
        Column("missers", "Hoeveel dingen er volgens de bronnen misgingen.", "integer"),
        Column("bronnen", "Hoeveel bronnen deze praktijk heeft.", "integer"),
        _GECONTROLEERD,
        Column("alleen_nieuwsbronnen", "ja of nee: zijn alle bronnen van soort krant of omroep."),
    ),
    ("id",),
)
UITKOMSTEN = Table(
    "uitkomsten",
    "Uitkomsten",
    "Eén rij is één resultaat of één beginstand van een praktijk.",
    (
        _PRAKTIJK,
        _NUMMER,
        Column("soort", "begin: zo stond het ervoor. resultaat: dit kwam ervan."),
        Column("tekst", "Wat de bron zegt, in onze woorden."),
        Column("maat", "Wat er gemeten of geteld is."),
        Column("voor", "De stand ervoor, zoals gepubliceerd."),
        Column("na", "De stand erna, zoals gepubliceerd."),
        Column("jaar", "Jaar van een beginstand, of onbekend."),
        Column("eenheid", "Waarin geteld wordt."),
        Column("reeks", "Jaren met hun waarde zoals gepubliceerd: 2019=12|2020=15."),
        _BRONNEN,
    ),
    ("praktijk", "soort", "nummer"),
)
BEDRAGEN = Table(
    "bedragen",
    "Bedragen",
    "Eén rij is één bedrag van een praktijk, met jaar en betaler.",
    (
        _PRAKTIJK,
        _NUMMER,
        Column("bedrag", "Het bedrag zoals gepubliceerd."),
        Column("euro_van", "Het bedrag in hele euro's; leeg als het geen euro is.", "integer"),
        Column("euro_tot", "Alleen bij een bedrag van … tot …: het hoogste.", "integer"),
        Column("jaar", "Jaar waarvoor het gold.", "integer"),
        Column("wie", "Wie het betaalde of zou betalen."),
        Column("waarvoor", "Waar het geld voor was."),
        _BRONNEN,
    ),
    ("praktijk", "nummer"),
)
BRONNEN = Table(
    "bronnen",
    "Bronnen",
    "Eén rij is één bron van één item; een stuk dat twee items noemen, staat er twee keer.",
    (
        _ITEM,
        Column("sleutel", "Woord waarmee het item deze bron noemt."),
        Column("nummer", "Nummer van de noot op de pagina.", "integer"),
        Column("titel", "Titel van het stuk, zoals het er staat."),
        Column("taal", "Taal van de titel: en, de, fr of fy; leeg is Nederlands."),
        Column("uitgever", "Wie het stuk publiceerde."),
        Column("url", "Webadres; leeg bij drukwerk."),
        Column("datum", "Datum van het stuk: JJJJ, JJJJ-MM, JJJJ-MM-DD of onbekend."),
        Column("geraadpleegd", "Wanneer wij de bron lazen."),
        _SOORT_BRON,
    ),
    ("item", "sleutel"),
)
CLAIMS = Table(
    "claims",
    "Zinnen met een bron",
    "Eén rij is één zin op de site met één bron die haar draagt.",
    (
        Column("claim", "Kenmerk van de zin, uit haar woorden: blijft gelijk als de zin verhuist."),
        _ITEM,
        Column("adres", "De pagina, met het kenmerk als anker: dat leidt naar de zin zelf."),
        Column("plek", "Het veld, of de kop waar de zin onder staat."),
        Column("zin", "De zin."),
        Column("bron", "Sleutel van de bron; met item samen te vinden in bronnen."),
        Column("bron_url", "Webadres van de bron; leeg bij drukwerk."),
        _SOORT_BRON,
    ),
)
GEMEENTEN = Table(
    "gemeenten",
    "Gemeenten",
    "Eén rij is één Nederlandse gemeente, met wat de site erover heeft.",
    (
        Column("code", "Code van het CBS."),
        Column("id", "Woord in het adres."),
        Column("naam", "Officiële naam."),
        Column("provincie", "Naam van de provincie."),
        Column("streek", "COROP-gebied, waar de site dat gebruikt."),
        Column("grootteklasse", "Klasse naar inwoners."),
        Column("inwoners", "Aantal inwoners.", "integer"),
        Column("inwoners_jaar", "Jaar van dat aantal.", "integer"),
        Column("lat", "Breedtegraad van de hoofdplaats (WGS 84).", "number"),
        Column("lon", "Lengtegraad daarvan.", "number"),
        Column("adressendichtheid", "Omgevingsadressen per vierkante kilometer.", "integer"),
        Column("aandeel_65plus", "Procent inwoners van 65 jaar of ouder.", "number"),
        Column("woz_1000", "Gemiddelde waarde van een woning, in duizend euro.", "integer"),
        Column("praktijken", "Hoeveel praktijken deze gemeente noemen.", "integer"),
    ),
    ("code",),
)
KANSEN = Table(
    "kansen",
    "Kansen",
    "Eén rij is één kans: wat een gemeente binnen een trend kan doen.",
    (
        _ID,
        _TITEL,
        _ADRES,
        Column("trend", "De trend waar de kans bij hoort."),
        Column("fase", "Wanneer te beginnen: nu, deze-collegeperiode of later."),
        Column("wie", "Wie aan zet is."),
        Column("eerste_stap", "Waarmee te beginnen."),
        Column("waarom", "Waarom dit een kans is."),
        Column("aanpak", "Verwijst naar id in aanpakken; leeg: geen."),
        Column("praktijken", "Verwijst naar id in praktijken."),
        Column("binnenstad_united", "Houdt de kans stand in dit scenario: werkt, werkt-met-aanpassing of werkt-niet."),
        Column("binnenstad_als_game", "Hetzelfde voor dit scenario."),
        Column("exclusieve_binnenstad", "Hetzelfde voor dit scenario."),
        Column("autarkische_binnenstad", "Hetzelfde voor dit scenario."),
        _GECONTROLEERD,
    ),
    ("id",),
)
AANPAKKEN = Table(
    "aanpakken",
    "Aanpakken",
    "Eén rij is één aanpak, met het oordeel dat uit de praktijken volgt.",
    (
        _ID,
        _TITEL,
        _ZIN,
        _ADRES,
        _TRENDS,
        Column("opgave", "Het probleem waarvoor dit bedoeld is."),
        Column("doorlooptijd", "Hoe lang het duurt."),
        Column("oordeel", "aanraden, kansrijk, afwachten of afraden, volgens de regel van de methode."),
        Column("methode", "Nummer van die regel; zie /over/oordeel/.", "integer"),
        Column("praktijken", "Hoeveel praktijken deze aanpak gebruiken.", "integer"),
        Column("tellen_mee", "Hoeveel daarvan een bekende uitkomst hebben die meetelt.", "integer"),
        Column("gehaald_of_deels", "Hoeveel daarvan hun doel haalden, geheel of deels.", "integer"),
        Column("niet_gehaald", "Hoeveel niet.", "integer"),
        _GECONTROLEERD,
    ),
    ("id",),
)
TABLES = (PRAKTIJKEN, UITKOMSTEN, BEDRAGEN, BRONNEN, CLAIMS, GEMEENTEN, KANSEN, AANPAKKEN)

ONE_BY_ONE = ("trends", "praktijken", "kansen", "aanpakken", "scenarios", "voorspellingen", "verslagen", "paginas")
"""Collections with a JSON file for each item; their list names the items in short. Of the others the list holds all."""
IN_FULL = ("bijeenkomsten", "gemeenten", "begrippen", "publicaties", "agenda", "stellingen")
