"""A bijeenkomst: a meeting of which too little is public for a report."""

from __future__ import annotations

from typing import Annotated

from binnenstad_site.models.blocks import GemeenteSlug, TrendSlug, veld
from binnenstad_site.models.items.shared import MetBronnen
from binnenstad_site.models.texttypes import Datum, Naam, Tekst, Uniek
from binnenstad_site.models.vocabulary import SoortBijeenkomst


class Bijeenkomst(MetBronnen):
    """A row in the table of other meetings; all its sources belong to its one sentence."""

    in_een_zin: Tekst = veld(
        "In één zin", "Wat er bekend is, in één of twee zinnen en zonder lessen.", min_length=40, max_length=300
    )
    datum: Datum = veld("Datum", "Dag van de bijeenkomst: JJJJ-MM-DD, JJJJ-MM, JJJJ of onbekend.")
    plaats: Naam = veld("Plaats", "Waar het was, of onbekend.", max_length=160)
    soort: SoortBijeenkomst = veld("Soort", "Wat voor bijeenkomst.")
    organisator: Tekst = veld("Organisator", "Wie het organiseerde, of onbekend.", max_length=200)
    trends: Annotated[tuple[TrendSlug, ...], Uniek] = veld("Trends", "Trends die aan bod kwamen.", default=())
    gemeenten: Annotated[tuple[GemeenteSlug, ...], Uniek] = veld(
        "Gemeenten", "Gemeenten waar het was of waar het over ging.", default=()
    )
