"""One frozen context per page kind: everything its template shows. A template sees `site` and `page` only.

Equal contexts give equal pages, so a context is the key under which a finished page is kept.
"""

from binnenstad_site.pages.contexts.design import VormgevingPagina
from binnenstad_site.pages.contexts.finding import NietGevonden, VergelijkPagina, ZoekenPagina
from binnenstad_site.pages.contexts.frame import Constants, Context, ItemContext
from binnenstad_site.pages.contexts.items import (
    GemeentePagina,
    PraktijkPagina,
    ScenarioPagina,
    StandaardPagina,
    TrendPagina,
    VerslagPagina,
)
from binnenstad_site.pages.contexts.lists import (
    AgendaPagina,
    BegrippenPagina,
    GemeentenPagina,
    KansenPagina,
    KansenTrendPagina,
    PraktijkenPagina,
    PublicatiesPagina,
    ScenariosPagina,
    StartPagina,
    TrendsPagina,
    VerslagenPagina,
    WijzigingenPagina,
)

__all__ = [
    "AgendaPagina",
    "BegrippenPagina",
    "Constants",
    "Context",
    "GemeentePagina",
    "GemeentenPagina",
    "ItemContext",
    "KansenPagina",
    "KansenTrendPagina",
    "NietGevonden",
    "PraktijkPagina",
    "PraktijkenPagina",
    "PublicatiesPagina",
    "ScenarioPagina",
    "ScenariosPagina",
    "StandaardPagina",
    "StartPagina",
    "TrendPagina",
    "TrendsPagina",
    "VergelijkPagina",
    "VerslagPagina",
    "VerslagenPagina",
    "VormgevingPagina",
    "WijzigingenPagina",
    "ZoekenPagina",
]
