"""Building blocks that several collections share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel, ConfigDict, Field

from binnenstad_site.core.budgets import MOST_IN_LIST
from binnenstad_site.models.texttypes import Dag, Datum, Getal, Jaar, Maand, Naam, Refers, Slug, Tekst, Uniek, Url, Vast
from binnenstad_site.models.vocabulary import SoortBron


def veld(titel: str, uitleg: str, **options: Any) -> Any:
    """A field with its Dutch label and one line of explanation; without `default` it is required."""
    return Field(title=titel, description=uitleg, **options)


class Blok(BaseModel):
    """A group of fields inside an item."""

    SECTIES: ClassVar[tuple[str, ...] | None] = ()
    """The level-2 headings of the body of an item, in order; None: free; empty: it has no body."""
    AFGELEID: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """Names of what is derived, and therefore no field -> why, and what to do instead."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Give every list that has no bound of its own the one of all lists, before the checks are made of it."""
        for field in cls.model_fields.values():
            if get_origin(field.annotation) is tuple and not any(isinstance(mark, MaxLen) for mark in field.metadata):
                field.metadata.insert(0, MaxLen(MOST_IN_LIST))


TrendSlug = Annotated[str, Refers("trends")]
ScenarioSlug = Annotated[str, Refers("scenarios")]
PraktijkSlug = Annotated[str, Refers("praktijken")]
AanpakSlug = Annotated[str, Refers("aanpakken")]
GemeenteSlug = Annotated[str, Refers("gemeenten")]
Bronsleutels = Annotated[tuple[Slug, ...], Uniek]
BRONVELDEN = frozenset({"bron", "uitkomst_bron"})
"""The names of the fields that hold `Bronsleutels`."""


Taal = Literal["en", "de", "fr", "fy"]
TAAL_UITLEG = "Alleen als de titel niet Nederlands is: Engels, Duits, Frans of Fries."


class Bron(Blok):
    """A source that an item cites by its key."""

    sleutel: Slug = veld("Sleutel", "Kort woord waarmee de tekst naar deze bron verwijst, zoals ad-2017.")
    titel: Naam = veld("Titel", "Titel van het stuk, zoals het er staat.", min_length=3, max_length=300)
    taal: Taal | None = veld("Taal", TAAL_UITLEG, default=None)
    uitgever: Naam = veld("Uitgever", "Wie het stuk publiceerde.", min_length=2, max_length=120)
    soort: SoortBron | None = veld("Soort", "Wat voor bron dit is, naar wie het stuk publiceerde.", default=None)
    url: Url | None = veld("Webadres", "Volledig adres met https. Laat weg bij drukwerk.", default=None)
    datum: Datum = veld("Datum", "Datum van het stuk: JJJJ, JJJJ-MM, JJJJ-MM-DD of onbekend.")
    geraadpleegd: Maand = veld("Geraadpleegd", "Wanneer u de bron las: JJJJ-MM of JJJJ-MM-DD.")


class Wijziging(Blok):
    """A change to an item; only a `groot` one is shown."""

    datum: Dag = veld("Datum", "Dag van de wijziging: JJJJ-MM-DD.")
    soort: Literal["groot", "klein"] = veld("Soort", "groot: lezers zien het. klein: spelling of een kapotte link.")
    wat: Tekst | None = veld("Wat", "Eén zin: wat is er nieuw of anders.", min_length=3, max_length=300, default=None)


class Ingetrokken(Blok):
    """Why an item no longer counts; its page stays, with this reason."""

    datum: Maand | None = veld("Datum", "Sinds wanneer: JJJJ-MM of JJJJ-MM-DD.", default=None)
    reden: Tekst = veld("Reden", "Eén zin: waarom is dit ingetrokken.", min_length=10, max_length=400)


class Punt(Blok):
    """One value of a series."""

    jaar: Jaar = veld("Jaar", "Jaar van de waarde: JJJJ.")
    waarde: Getal = veld("Waarde", "Het getal zoals gepubliceerd, zoals 210.000 of 23,7.")


Reeks = tuple[Punt, ...]


class Cijfer(Blok):
    """A figure with what it says: one value is shown large, more as a series."""

    tekst: Tekst = veld("Tekst", "Eén zin: wat zegt dit cijfer.", min_length=10, max_length=300)
    eenheid: Naam = veld("Eenheid", "Waarin geteld wordt, zoals laadpunten of procent.", min_length=1, max_length=60)
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die dit cijfer noemen.", min_length=1)
    reeks: Reeks = veld("Reeks", "Jaren met hun waarde; één is genoeg.", min_length=1)
    vragen: Annotated[tuple[Naam, ...], Uniek] = veld(
        "Vragen",
        "Vragen waarop dit cijfer het antwoord is, zoals: hoeveel winkels staan leeg. De zoekpagina toont het dan.",
        default=(),
    )


class Oordeel(Blok):
    """How an opportunity holds up in one scenario."""

    oordeel: Literal["werkt", "werkt-met-aanpassing", "werkt-niet"] = veld(
        "Oordeel", "Houdt deze kans stand in dit scenario?"
    )
    reden: Tekst = veld(
        "Reden", "Eén zin die alleen voor deze kans en dit scenario geldt.", min_length=15, max_length=300
    )


ScenarioOordeel = Annotated[Mapping[ScenarioSlug, Oordeel], Vast]
InScenarios = Annotated[Mapping[ScenarioSlug, Tekst], Vast]
