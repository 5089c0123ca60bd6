"""The parts that pages are made of: frozen values that hold all that a template prints, with final addresses.

Names are Dutch where a visitor sees what they hold. An address (`adres`) carries the base path already; `noten` are
the small source numbers as safe HTML; a date is in words.
"""

from binnenstad_site.pages.parts.cards import (
    AgendaRegel,
    BegripRegel,
    GemeenteRegel,
    KansRegel,
    Lettergroep,
    OordeelVak,
    PraktijkKaart,
    Provincie,
    PublicatieRegel,
    ScenarioAlinea,
    ScenarioKaart,
    TrendKaart,
    VerslagKaart,
    Verwant,
)
from binnenstad_site.pages.parts.labels import NIETS, BewijsLabel, Facet, Facetgroep, Link, StatusLabel, TrendLabel
from binnenstad_site.pages.parts.pieces import (
    BegripUitleg,
    BronRegel,
    CijferDeel,
    GestoptDeel,
    KansDeel,
    LesRegel,
    MisserRegel,
    OordeelRegel,
    ResultaatRegel,
    Sectie,
    Waarde,
    WijzigingRegel,
)

__all__ = [
    "NIETS",
    "AgendaRegel",
    "BegripRegel",
    "BegripUitleg",
    "BewijsLabel",
    "BronRegel",
    "CijferDeel",
    "Facet",
    "Facetgroep",
    "GemeenteRegel",
    "GestoptDeel",
    "KansDeel",
    "KansRegel",
    "LesRegel",
    "Lettergroep",
    "Link",
    "MisserRegel",
    "OordeelRegel",
    "OordeelVak",
    "PraktijkKaart",
    "Provincie",
    "PublicatieRegel",
    "ResultaatRegel",
    "ScenarioAlinea",
    "ScenarioKaart",
    "Sectie",
    "StatusLabel",
    "TrendKaart",
    "TrendLabel",
    "VerslagKaart",
    "Verwant",
    "Waarde",
    "WijzigingRegel",
]
