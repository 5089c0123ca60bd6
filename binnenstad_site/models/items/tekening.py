"""The measured drawing of a place: what sources say of how large it is or of how many there are."""

from __future__ import annotations

from typing import Literal

from binnenstad_site.models.blocks import Blok, Bronsleutels, veld
from binnenstad_site.models.texttypes import Getal, JaarOfOnbekend, Naam, Tekst


class Deel(Blok):
    """The part of a whole that is drawn within it."""

    naam: Tekst = veld("Naam", "Wat het deel is, na een getal te lezen: leeg, of in het kerngebied.", max_length=60)
    getal: Getal | None = veld("Getal", "Hoeveel het deel is, in dezelfde eenheid als het geheel.", default=None)
    procent: Getal | None = veld(
        "Procent", "In plaats van getal: het deel in procenten, als de bron alleen dat noemt.", default=None
    )


class GetekendeStand(Blok):
    """One thing as it was measured at one time."""

    naam: Tekst = veld("Naam", "Wat gemeten is, zoals winkelvloer van de binnenstad.", min_length=3, max_length=80)
    jaar: JaarOfOnbekend = veld("Jaar", "Jaar van de meting: JJJJ of onbekend.")
    getal: Getal = veld("Getal", "De maat zoals gepubliceerd, zoals 35.342.")
    deel: Deel | None = veld(
        "Deel", "Wat daarvan apart getekend wordt. Laat weg als de bron niets splitst.", default=None
    )
    bron: Bronsleutels = veld("Bron", "Sleutels van de bronnen die deze maten noemen.", min_length=1)


class Tekening(Blok):
    """Measures of a place, to be drawn at one scale."""

    soort: Literal["vlakken", "hokjes"] = veld(
        "Soort", "vlakken: oppervlakten als vierkanten op schaal. hokjes: wat geteld is, één hokje per stuk."
    )
    eenheid: Naam = veld(
        "Eenheid",
        "Waarin geteld wordt. Bij vierkante meter en hectare komt er een schaalbalk bij.",
        min_length=2,
        max_length=60,
    )
    tekst: Tekst = veld("Tekst", "Eén zin: wat laat de tekening zien.", min_length=20, max_length=300)
    niet_bekend: Tekst | None = veld(
        "Niet bekend", "Wat de bronnen over deze maten niet zeggen.", default=None, max_length=300
    )
    standen: tuple[GetekendeStand, ...] = veld(
        "Standen",
        "Wat getekend wordt, de oudste eerst; dezelfde naam maakt er voor en na van.",
        min_length=1,
        max_length=3,
    )
