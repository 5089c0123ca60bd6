"""The statements of the trendscan."""

from __future__ import annotations

from binnenstad_site.models.blocks import Blok, TrendSlug, veld
from binnenstad_site.models.items.shared import MetBronnen
from binnenstad_site.models.texttypes import Geheel, Tekst, TekstMetBron


class Uitersten(Blok):
    """What the two ends of a scale look like in a town."""

    nul: Tekst = veld("Nul", "Wat u dan ziet of hoort: de onderkant.", min_length=8, max_length=110)
    vier: Tekst = veld("Vier", "Wat u dan ziet of hoort: de bovenkant.", min_length=8, max_length=110)


class Stelling(MetBronnen):
    """A statement that readers score twice, by its influence on their town and by how well they are prepared."""

    titel: Tekst = veld(
        "Stelling", "Eén zin waar twee collega's het over oneens kunnen zijn.", min_length=10, max_length=140
    )
    nummer: Geheel = veld(
        "Nummer",
        "Plaats in de links van lezers, 1 tot en met 99. Verander een nummer niet en geef het niet opnieuw uit.",
        ge=1,
        le=99,
    )
    trend: TrendSlug = veld("Trend", "De trend waar de stelling bij hoort; elke trend heeft er drie.")
    waarom: TekstMetBron = veld("Waarom", "Waarom dit telt; een cijfer met [@sleutel].", min_length=30, max_length=320)
    invloed: Uitersten = veld("Invloed", "Hoe groot de invloed op de binnenstad is, bij 0 en bij 4.")
    voorbereid: Uitersten = veld("Voorbereid", "Hoe goed de gemeente is voorbereid, bij 0 en bij 4.")
