"""The wordings in which readers name a kenmerk: `content/zoekwoorden.yaml`, read and checked like a collection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from binnenstad_site.load.documents import Storage
from binnenstad_site.models import COLLECTIONS, Collection
from binnenstad_site.models.blocks import Blok, veld
from binnenstad_site.models.texttypes import JaNee, Naam, NaamInLijst, Refers, Uniek
from binnenstad_site.models.vocabulary import (
    BEWIJS,
    GROOTTEKLASSE,
    INSTRUMENT,
    KOSTENKLASSE,
    LAND,
    LEEGSTANDKLASSE,
    STATUS_OP_SITE,
    UITKOMST,
)

NUMBER = "{getal}"
"""Stands for a number in a wording."""
Leeskenmerk = Literal[
    "soort",
    "aanpak",
    "trend",
    "status",
    "bewijs",
    "uitkomst",
    "kosten",
    "bedrag",
    "grootteklasse",
    "leegstand",
    "instrument",
    "jaar",
    "begin",
    "land",
    "pagina",
]
PAGINA = "pagina"
"""No kenmerk: the words are how readers say what a page is about."""
VALUES: Mapping[str, Mapping[str, str]] = {
    "soort": {row.search_kind: row.title for row in COLLECTIONS.values() if row.vindbaar},
    "status": STATUS_OP_SITE,
    "bewijs": BEWIJS,
    "uitkomst": UITKOMST,
    "kosten": KOSTENKLASSE,
    "bedrag": {"bekend": "bedrag bekend"},
    "grootteklasse": GROOTTEKLASSE,
    "leegstand": LEEGSTANDKLASSE,
    "instrument": INSTRUMENT,
    "land": LAND,
}
"""Per kenmerk the values there can be, with their words; those of aanpakken and trends are items of the site."""
NUMBERED = frozenset({"kosten", "grootteklasse", "leegstand", "jaar", "begin"})
"""Kenmerken whose values a number can be compared with."""


class Zoekwoord(Blok):
    """Wordings of readers that mean values of one kenmerk, or how they say what a page is about."""

    naam: Naam = veld("Naam", "Hoe de zoekpagina het noemt, zoals gestopt of kleine stad.", max_length=40)
    kenmerk: Leeskenmerk = veld(
        "Kenmerk", "Waar de woorden over gaan; pagina als het andere woorden voor een pagina zijn."
    )
    waarden: Annotated[tuple[NaamInLijst, ...], Uniek] = veld(
        "Waarden", "De keuzes bij dit kenmerk die bedoeld zijn. Laat weg bij een getal of een pagina.", default=()
    )
    paginas: Annotated[tuple[Annotated[str, Refers("*")], ...], Uniek] = veld(
        "Pagina's", "Bij kenmerk pagina: waar lezers dit over zeggen, als collectie/slug.", default=()
    )
    getal: Literal["gelijk", "vanaf", "tot", "tussen"] | None = veld(
        "Getal", "Wat het getal in de woorden betekent. De woorden hebben dan {getal}.", default=None
    )
    zacht: JaNee = veld(
        "Zacht",
        "ja: wat het niet heeft, blijft in de lijst staan. nee: dat komt bij de mindere treffers.",
        default=False,
    )
    woorden: Annotated[tuple[NaamInLijst, ...], Uniek] = veld("Woorden", "Zoals lezers het typen.", min_length=1)


ZOEKWOORDEN = Collection("zoekwoorden", "zoekwoord", Zoekwoord, Storage.LIST, "", slug_from="naam")
