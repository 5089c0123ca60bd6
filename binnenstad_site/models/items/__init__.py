"""The content models: one class per collection, each field with its Dutch label and explanation.

Glossary. A *trend* is one of six developments that change a town centre. A *praktijk* is what one town did, with a
passport of fields. A *kans* is an opportunity, one sentence an alderman can say. A *scenario* is one of four futures. A
*verslag* reports a meeting. A *gemeente* is a municipality, a *begrip* a term, a *publicatie* something published
elsewhere, a *pagina* a standing page.
"""

from binnenstad_site.models.items.lists import Agendapunt, Begrip, Gemeente, Kerncijfers, Omleiding, Publicatie
from binnenstad_site.models.items.praktijken import Kaartpunt, Kosten, Les, Misser, Periode, Praktijk, Resultaat
from binnenstad_site.models.items.shared import Item, MetBronnen
from binnenstad_site.models.items.stories import Gevolgen, Kans, Pagina, Scenario, Signaal, Trend, Verslag

Named = Item | Gemeente | Begrip
"""Items that have a `naam`."""

__all__ = [
    "Agendapunt",
    "Begrip",
    "Gemeente",
    "Gevolgen",
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
    "Trend",
    "Verslag",
]
