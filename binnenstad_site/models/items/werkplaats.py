"""The workshop that a town holds by itself: its script, roles and lists of what is needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from binnenstad_site.models.blocks import Blok, ScenarioSlug, TrendSlug, veld
from binnenstad_site.models.items.shared import MetBronnen
from binnenstad_site.models.items.stories import Hulpmiddel
from binnenstad_site.models.texttypes import Geheel, Tekst, TekstMetBron, Vast


class Rol(Blok):
    """Who must be there."""

    naam: Tekst = veld("Naam", "Hoe de rol heet, zoals begeleider.", min_length=3, max_length=60)
    aantal: Tekst = veld("Aantal", "Hoeveel: 1, of 1 per groep.", max_length=40)
    wie: Tekst = veld("Wie", "Wie dit kan zijn.", min_length=8, max_length=200)
    doet: Tekst = veld("Doet", "Wat deze rol doet.", min_length=8, max_length=300)


class Voorbereiding(Blok):
    """What to do before the day."""

    wanneer: Tekst = veld("Wanneer", "Hoe lang vooraf.", min_length=3, max_length=40)
    wat: Tekst = veld("Wat", "Wat er dan gebeurt.", min_length=10, max_length=400)


class Printwerk(Blok):
    """What to print."""

    wat: Tekst = veld("Wat", "Welk deel van de set.", min_length=3, max_length=80)
    hoe: Tekst = veld("Hoe", "Papier, dubbelzijdig of niet, snijden.", min_length=8, max_length=250)
    aantal: Tekst = veld("Aantal", "Hoe vaak.", max_length=160)


class Draaiboekstap(Blok):
    """A step of a part of the script: what the facilitator says and does."""

    minuten: Geheel = veld("Minuten", "Hoe lang deze stap duurt.", ge=1, le=60)
    doe: Tekst | None = veld("Doe", "Wat de begeleider doet.", min_length=8, max_length=500, default=None)
    zeg: Tekst | None = veld("Zeg", "Wat de begeleider zegt, woordelijk.", min_length=8, max_length=400, default=None)


class Programmablok(Blok):
    """A part of the script."""

    titel: Tekst = veld("Titel", "Hoe dit deel heet.", min_length=3, max_length=60)
    minuten: Geheel = veld("Minuten", "Hoe lang dit deel duurt; de stappen samen duren even lang.", ge=3, le=90)
    doel: Tekst = veld("Doel", "Wat er aan het eind ligt.", min_length=15, max_length=200)
    materiaal: tuple[Annotated[Tekst, Field(min_length=3, max_length=120)], ...] = veld(
        "Materiaal", "Wat er op tafel ligt.", default=(), max_length=6
    )
    stappen: tuple[Draaiboekstap, ...] = veld("Stappen", "Wat de begeleider zegt en doet.", min_length=1, max_length=8)
    klaar: Tekst = veld("Klaar", "Hoe u ziet dat dit deel klaar is.", min_length=10, max_length=200)
    inkorten: Tekst | None = veld(
        "Inkorten", "Wat u overslaat als de tijd op is.", min_length=10, max_length=250, default=None
    )
    waarom: TekstMetBron | None = veld(
        "Waarom", "Waarom het zo gaat; een feit met [@sleutel].", min_length=20, max_length=500, default=None
    )


class AlsHetAndersLoopt(Blok):
    """What to do when the day does not go as written."""

    titel: Tekst = veld("Titel", "Wat er gebeurt, zoals: niemand zegt iets.", min_length=3, max_length=80)
    merkt: Tekst = veld("Merkt", "Waaraan u het merkt.", min_length=10, max_length=200)
    doe: tuple[Annotated[Tekst, Field(min_length=10, max_length=300)], ...] = veld(
        "Doe", "Wat u dan doet, op volgorde.", min_length=1, max_length=5
    )
    zeg: Tekst | None = veld("Zeg", "Een zin die helpt, woordelijk.", min_length=8, max_length=300, default=None)
    waarom: TekstMetBron | None = veld(
        "Waarom", "Waarom dit helpt; een feit met [@sleutel].", min_length=20, max_length=400, default=None
    )


class Online(Blok):
    """The same from behind screens."""

    inleiding: TekstMetBron = veld(
        "Inleiding", "Wat er online anders is; een feit met [@sleutel].", min_length=30, max_length=500
    )
    stappen: tuple[Annotated[Tekst, Field(min_length=10, max_length=400)], ...] = veld(
        "Stappen", "Wat u anders doet dan in de zaal.", min_length=3, max_length=14
    )


class Regelnamen(Blok):
    """The words before the writing lines of one task on the scenario sheets."""

    opdracht: Geheel = veld("Opdracht", "Bij de hoeveelste opdracht.", ge=1, le=6)
    namen: tuple[Annotated[Tekst, Field(min_length=3, max_length=60)], ...] = veld(
        "Namen", "Eén woord per schrijflijn.", min_length=2, max_length=6
    )


class Taakkaart(Blok):
    """What one person in a group does, on half a sheet."""

    naam: Tekst = veld("Naam", "Voor wie het is, zoals groepsleider.", min_length=3, max_length=40)
    regels: tuple[Annotated[Tekst, Field(min_length=10, max_length=200)], ...] = veld(
        "Regels", "Wat deze persoon doet, op volgorde.", min_length=2, max_length=8
    )


class Voorbeeldtekst(Blok):
    """A text to send or to fill in, such as an invitation."""

    titel: Tekst = veld("Titel", "Wat het is.", min_length=3, max_length=60)
    regels: tuple[Annotated[Tekst, Field(min_length=3, max_length=400)], ...] = veld(
        "Regels", "De tekst, alinea voor alinea.", min_length=1, max_length=8
    )


class Oogstvak(Blok):
    """One of the three groups in which measures end."""

    naam: Tekst = veld("Naam", "Het woord boven het vak.", min_length=3, max_length=40)
    uitleg: Tekst = veld("Uitleg", "Wat er in dit vak komt.", min_length=15, max_length=260)
    per_plan: Tekst = veld("Per plan", "Wat u bij elk plan in dit vak opschrijft.", min_length=10, max_length=120)


class Verslagveld(Blok):
    """What to fill in at one field of a report."""

    naam: Literal[
        "titel",
        "in_een_zin",
        "datum",
        "plaats",
        "soort",
        "organisator",
        "deelnemers",
        "trends",
        "scenarios",
        "gemeenten",
        "bronnen",
        "gecontroleerd",
    ] = veld("Naam", "Welk veld van een verslag.")
    wat: Tekst = veld("Wat", "Wat u daar invult.", min_length=10, max_length=200)


class Verslagwijzer(Blok):
    """What to write in the report, section by section."""

    uitleg: Tekst = veld("Uitleg", "Hoe u het verslag voor de deelnemers maakt.", min_length=20, max_length=500)
    insturen: Tekst | None = veld(
        "Insturen", "Hoe u het sjabloon invult en instuurt.", min_length=20, max_length=500, default=None
    )
    kort: Tekst = veld("In het kort", "Wat daar hoort te staan.", min_length=20, max_length=300)
    besproken: Tekst = veld("Wat is besproken", "Wat daar hoort te staan.", min_length=20, max_length=300)
    mee: Tekst = veld("Wat nemen we mee", "Wat daar hoort te staan.", min_length=20, max_length=300)
    open: Tekst = veld("Open vragen", "Wat daar hoort te staan.", min_length=20, max_length=300)
    velden: tuple[Verslagveld, ...] = veld(
        "Velden", "Wat er in de velden boven het verslag komt.", min_length=3, max_length=14
    )


class Werkplaats(MetBronnen):
    """The workshop: all that its page and its printed set say, besides the cards."""

    in_een_zin: Tekst = veld("In één zin", "De werkplaats in één zin.", min_length=20, max_length=200)
    hulpmiddel: Hulpmiddel = veld("Hulpmiddel", "Wat de lijst van Aan de slag erover zegt.")
    kort: TekstMetBron = veld(
        "Kort", "Wat het is, voor wie, en wat u aan het eind hebt.", min_length=80, max_length=900
    )
    grenzen: TekstMetBron = veld("Grenzen", "Wat het niet is.", min_length=40, max_length=700)
    vraag: Tekst = veld("Vraag", "De centrale vraag, om over te nemen op het bord.", min_length=10, max_length=160)
    minst: Geheel = veld("Minst", "Met hoeveel mensen het nog kan.", ge=4, le=20)
    meest: Geheel = veld("Meest", "Met hoeveel mensen het nog kan.", ge=8, le=60)
    groepen: TekstMetBron = veld("Groepen", "Hoe u de zaal verdeelt.", min_length=20, max_length=400)
    rollen: tuple[Rol, ...] = veld("Rollen", "Wie er nodig is.", min_length=3, max_length=8)
    voorbereiding: tuple[Voorbereiding, ...] = veld(
        "Voorbereiding", "Wat er vooraf gebeurt, op volgorde.", min_length=3, max_length=14
    )
    printen: tuple[Printwerk, ...] = veld("Printen", "Wat u print.", min_length=2, max_length=10)
    meenemen: tuple[Annotated[Tekst, Field(min_length=3, max_length=120)], ...] = veld(
        "Meenemen", "Wat niet uit de printer komt.", min_length=2, max_length=12
    )
    blokken: tuple[Programmablok, ...] = veld(
        "Blokken", "Het draaiboek; samen 150 minuten.", min_length=3, max_length=10
    )
    anders: tuple[AlsHetAndersLoopt, ...] = veld("Anders", "Als het anders loopt.", min_length=2, max_length=16)
    online: Online = veld("Online", "De variant op een scherm.")
    kaartvragen: Annotated[Mapping[TrendSlug, Annotated[Tekst, Field(min_length=15, max_length=140)]], Vast] = veld(
        "Vragen op de trendkaarten", "Per trend één vraag."
    )
    scenariovragen: Annotated[Mapping[ScenarioSlug, Annotated[Tekst, Field(min_length=15, max_length=160)]], Vast] = (
        veld("Vragen op de scenariobladen", "Per scenario één vraag.")
    )
    kansvraag: Tekst = veld("Vraag op de kanskaarten", "Eén vraag, op elke kanskaart.", min_length=15, max_length=140)
    scenarioblad: tuple[Annotated[Tekst, Field(min_length=10, max_length=200)], ...] = veld(
        "Scenarioblad", "De opdrachten op elk scenarioblad; er komen schrijflijnen onder.", min_length=3, max_length=6
    )
    regelnamen: tuple[Regelnamen, ...] = veld(
        "Regelnamen", "De woorden voor schrijflijnen op het scenarioblad.", default=(), max_length=6
    )
    taakkaarten: tuple[Taakkaart, ...] = veld(
        "Taakkaarten", "Wat iemand in een groep in de hand heeft.", default=(), max_length=4
    )
    voorbeelden: tuple[Voorbeeldtekst, ...] = veld("Voorbeelden", "Teksten om over te nemen.", default=(), max_length=6)
    toets: Tekst = veld("Toets", "Hoe u het blad invult waarop u plannen toetst.", min_length=20, max_length=500)
    oogst: tuple[Oogstvak, ...] = veld("Oogst", "De drie vakken van het oogstblad.", min_length=3, max_length=3)
    verslag: Verslagwijzer = veld("Verslag", "Wat er in het verslag komt.")
    daarna: tuple[Annotated[Tekst, Field(min_length=10, max_length=300)], ...] = veld(
        "Daarna", "Wat u in de week erna doet.", min_length=2, max_length=6
    )
