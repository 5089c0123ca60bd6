"""The content models: one class per collection, each field with its Dutch label and explanation.

Glossary. A *trend* is one of six developments that change a town centre. A *praktijk* is what one town did, with a
passport of fields. A *kans* is an opportunity, one sentence an alderman can say. An *aanpak* is a way of working that
praktijken share. A *scenario* is one of four futures. A *verslag* reports a meeting, a *bijeenkomst* is one without a
report. The *werkplaats* is the workshop that a town holds itself. A *voorspelling* is what somebody said would happen.
A *gemeente* is a municipality, a *begrip* a term, a *publicatie* something published elsewhere, a *pagina* a standing
page.
"""

from binnenstad_site.models.items.aanpakken import Aanpak
from binnenstad_site.models.items.bijeenkomsten import Bijeenkomst
from binnenstad_site.models.items.lists import Agendapunt, Begrip, Gemeente, Kerncijfers, Omleiding, Publicatie
from binnenstad_site.models.items.praktijken import (
    Bedrag,
    Foto,
    Kaartpunt,
    Kosten,
    Les,
    Misser,
    Periode,
    Praktijk,
    Resultaat,
)
from binnenstad_site.models.items.shared import Item, MetBronnen
from binnenstad_site.models.items.stellingen import Stelling, Uitersten
from binnenstad_site.models.items.stories import Gevolgen, Hulpmiddel, Kans, Pagina, Scenario, Signaal, Trend, Verslag
from binnenstad_site.models.items.voorspellingen import Voorspelling
from binnenstad_site.models.items.werkplaats import Werkplaats

Named = Item | Gemeente | Begrip
"""Items that have a `naam`."""

__all__ = [
    "Aanpak",
    "Agendapunt",
    "Bedrag",
    "Begrip",
    "Bijeenkomst",
    "Foto",
    "Gemeente",
    "Gevolgen",
    "Hulpmiddel",
    "Item",
    "Kaartpunt",
    "Kans",
    "Kerncijfers",
    "Kosten",
    "Les",
    "MetBronnen",
    "Misser",
    "Named",
    "Omleiding",
    "Pagina",
    "Periode",
    "Praktijk",
    "Publicatie",
    "Resultaat",
    "Scenario",
    "Signaal",
    "Stelling",
    "Trend",
    "Uitersten",
    "Verslag",
    "Voorspelling",
    "Werkplaats",
]
