"""Stage derive: from the `Site` to every `Page`, each with a complete, frozen context."""

from __future__ import annotations

from binnenstad_site.pages.aanpak import aanpak_pages
from binnenstad_site.pages.aanpakken_list import aanpakken_page
from binnenstad_site.pages.agenda import agenda_page
from binnenstad_site.pages.begrippen import begrippen_page
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.changes import all_changes, changes_page
from binnenstad_site.pages.compare_page import COMPARE, compare_page
from binnenstad_site.pages.constants import constants
from binnenstad_site.pages.gemeenten import gemeente_pages
from binnenstad_site.pages.kansen import kansen_pages
from binnenstad_site.pages.meedoen import meedoen_pages
from binnenstad_site.pages.not_found import not_found_page
from binnenstad_site.pages.nota import nota_pages
from binnenstad_site.pages.open_data import open_data_page, with_sizes
from binnenstad_site.pages.own_figures import own_figures_page
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.places import places_pages
from binnenstad_site.pages.praktijken import praktijk_pages
from binnenstad_site.pages.praktijken_lists import praktijken_pages
from binnenstad_site.pages.publicaties import publicaties_page
from binnenstad_site.pages.scenarios import scenario_pages
from binnenstad_site.pages.search_page import search_page
from binnenstad_site.pages.start import start_page
from binnenstad_site.pages.static_pages import static_pages
from binnenstad_site.pages.tools import tools_page
from binnenstad_site.pages.trend import trend_pages
from binnenstad_site.pages.trend_list import trends_page
from binnenstad_site.pages.trendscan import trendscan_pages
from binnenstad_site.pages.verslagen import verslag_pages
from binnenstad_site.pages.voorspellingen import voorspellingen_page
from binnenstad_site.pages.vormgeving import design_page
from binnenstad_site.pages.windtunnel import windtunnel_page
from binnenstad_site.pages.workshop import workshop_pages

ENTRANCES = ("/zoeken/", COMPARE)
"""Addresses of what `pages_over_all_pages` gives, the 404 page aside."""

__all__ = [
    "ENTRANCES",
    "Page",
    "PageBuilder",
    "SearchEntry",
    "constants",
    "content_pages",
    "pages_over_all_pages",
    "with_sizes",
]


def content_pages(builder: PageBuilder, scan: str = "", choices: str = "", verdicts: str = "") -> tuple[Page, ...]:
    """Every page that shows content; the addresses are of what the scripts of two tools know."""
    changes = all_changes(builder)
    return (
        start_page(builder, changes),
        trends_page(builder),
        *trend_pages(builder),
        *kansen_pages(builder),
        aanpakken_page(builder),
        *aanpak_pages(builder),
        *praktijken_pages(builder),
        *praktijk_pages(builder),
        *scenario_pages(builder),
        *gemeente_pages(builder),
        *verslag_pages(builder),
        voorspellingen_page(builder),
        begrippen_page(builder),
        publicaties_page(builder),
        agenda_page(builder),
        changes_page(builder, changes),
        tools_page(builder),
        *trendscan_pages(builder, scan),
        *places_pages(builder),
        windtunnel_page(builder, choices, verdicts),
        *nota_pages(builder),
        *workshop_pages(builder),
        open_data_page(builder),
        own_figures_page(builder),
        *meedoen_pages(builder),
        *static_pages(builder),
        design_page(builder, changes),
    )


def pages_over_all_pages(builder: PageBuilder, pages: tuple[Page, ...], index: str, passports: str) -> tuple[Page, ...]:
    """Search, compare and 404, made from all other pages; `index` and `passports` are addresses of their data."""
    entries = [entry for page in pages for entry in page.search]
    entrances = (search_page(builder, entries, index), compare_page(builder, passports))
    return (*entrances, not_found_page(builder, {page.url for page in (*pages, *entrances) if page.listed}))
