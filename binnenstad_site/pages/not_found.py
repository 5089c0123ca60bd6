"""The page at an address that does not exist."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.street import per_window, window_counts
from binnenstad_site.drawings.strips import lost_street
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, page_frame
from binnenstad_site.pages.page import Page, Recipe
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink

URL = "/404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGevonden(Context, template="niet-gevonden.html"):
    """The way back from an address that does not exist."""

    tekening: Markup = NIETS
    """A street with one house missing."""
    wegen: tuple[tuple[PaginaLink, str], ...]
    """The sections, each with a few words."""


def not_found_page(builder: PageBuilder, built: Collection[str]) -> Page:
    """`/404.html`, which a host shows at every address that does not exist; `built` are those that do."""
    praktijken = [entry.item for entry in builder.site.praktijken.values()]
    count = len(praktijken)
    stopped = sum(item.gestopt for item in praktijken)
    towns = len({slug for item in praktijken for slug in item.gemeenten})
    ways = tuple(
        builder.addresses.link(point.tekst, point.adres)
        for point in builder.site.settings.navigatie
        if point.adres in built
    )
    recipe = Recipe(NietGevonden, _context, (count, stopped, towns, ways))
    return Page.made_of(builder, URL, recipe, Location("content/site.yaml"), listed=False)


def _context(builder: PageBuilder, count: int, stopped: int, towns: int, ways: tuple[PaginaLink, ...]) -> NietGevonden:
    link_to = builder.addresses.url_for
    words = {
        "/trends/": "Wat eraan komt",
        "/kansen/": "Wat u kunt doen",
        "/aanpakken/": "Met een oordeel",
        "/praktijken/": f"{count} keer geprobeerd",
        "/scenarios/": "Vier toekomsten",
        "/aan-de-slag/": "Om zelf te doen",
        "/gemeenten/": f"{towns} met een praktijk",
    }
    sentence = "Deze pagina is er niet, of niet meer. Misschien staat wat u zoekt een paar huizen verder."
    by_address = {link_to(address): text for address, text in words.items()}
    return NietGevonden(
        kader=page_frame(builder, URL, "Hier staat niets", sentence),
        tekening=lost_street(window_counts(count, stopped, per_window([count]))),
        wegen=tuple((way, by_address.get(way.adres, "")) for way in ways),
    )
