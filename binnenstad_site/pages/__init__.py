"""Stage four, derive: from the `Site` to every page that is to be, each with a complete, frozen context."""

from __future__ import annotations

from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.constants import constants
from binnenstad_site.pages.facets import praktijken_pages
from binnenstad_site.pages.finding import compare_page, not_found_page, search_page
from binnenstad_site.pages.gemeenten import gemeente_pages
from binnenstad_site.pages.kansen import kansen_pages
from binnenstad_site.pages.lists import all_changes, list_pages
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.praktijken import praktijk_pages
from binnenstad_site.pages.scenarios import scenario_pages
from binnenstad_site.pages.start import start_page
from binnenstad_site.pages.static_pages import standing_pages
from binnenstad_site.pages.trend import dossier_pages
from binnenstad_site.pages.trend_list import trends_page
from binnenstad_site.pages.verslagen import verslag_pages
from binnenstad_site.pages.vormgeving import design_page

__all__ = ["Page", "PageBuilder", "SearchEntry", "constants", "content_pages", "finding_pages"]


def content_pages(builder: PageBuilder) -> tuple[Page, ...]:
    """Every page that shows content."""
    changes = all_changes(builder)
    return (
        start_page(builder, changes),
        trends_page(builder),
        *dossier_pages(builder),
        *kansen_pages(builder),
        *praktijken_pages(builder),
        *praktijk_pages(builder),
        *scenario_pages(builder),
        *gemeente_pages(builder),
        *verslag_pages(builder),
        *list_pages(builder, changes),
        *standing_pages(builder),
        design_page(builder, changes),
    )


def finding_pages(builder: PageBuilder, pages: tuple[Page, ...], index: str, passports: str) -> tuple[Page, ...]:
    """The pages that lead to those; `index` and `passports` are the addresses of the data their scripts read."""
    found = [entry for page in pages for entry in page.search]
    ways = (search_page(builder, found, index), compare_page(builder, passports))
    return (*ways, not_found_page(builder, {page.url for page in (*pages, *ways) if page.listed}))
