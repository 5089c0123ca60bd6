"""`/aan-de-slag/plaatsen/`: which gemeenten are like which, chosen by a script or read per province."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Gemeente
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, PageFrame, page_frame
from binnenstad_site.pages.introduction import PLACES, Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.tools import tools_link
from binnenstad_site.pages.towns import Gelijke, Towns
from binnenstad_site.validate.validator import Entry

METHOD = "over/plaatsen"
"""The pagina that tells how gemeenten are compared."""


@dataclass(frozen=True, slots=True)
class Ingang:
    """A gemeente in the register: its name, where its like are told, and the other names that it is found by."""

    naam: str
    adres: str
    ook: str
    """Joined by `|`; empty for none."""


@dataclass(frozen=True, slots=True)
class ProvincieIngang:
    """A province in the register."""

    slug: str
    naam: str
    adres: str
    gemeenten: tuple[Ingang, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaatsenPagina(Context, template="plaatsen.html"):
    """The tool: a script makes the choice, without it the register leads to the page of a province."""

    provincies: tuple[ProvincieIngang, ...]
    praktijken: str
    gemeenten: str
    """Addresses of the two lists."""


@dataclass(frozen=True, slots=True)
class Plaats:
    """A gemeente with those that are like it."""

    id: str
    """Its slug, to which the register leads."""
    naam: str
    adres: str
    """Empty when it has no page."""
    gelijken: tuple[tuple[Gelijke, str], ...]
    """Each with the number of its praktijken in words; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaatsenProvinciePagina(Context, template="plaatsen-provincie.html"):
    """All gemeenten of a province, each with those that are like it, as text."""

    plaatsen: tuple[Plaats, ...]
    methode: PaginaLink | None


def places_pages(builder: PageBuilder) -> Iterator[Page]:
    """The tool, and a page per province that serves without script."""
    sentence = "Welke gemeenten lijken op de uwe, en wat deden zij in hun binnenstad?"
    intro = introduction(builder, PLACES, sentence, "Plaatsen zoals de uwe", tools_link(builder))
    provinces = tuple(_entrance(builder, slug, name) for slug, name in vocabulary.PROVINCIE.items())
    context = PlaatsenPagina(
        kader=intro.frame,
        provincies=provinces,
        praktijken=builder.addresses.list_link("praktijken").adres,
        gemeenten=builder.addresses.list_link("gemeenten").adres,
    )
    yield intro.page(context)
    for slug, name in vocabulary.PROVINCIE.items():
        yield _province_page(builder, intro, slug, name)


def place_links(builder: PageBuilder) -> tuple[PaginaLink, ...]:
    """To the tool, and to how it compares."""
    method = _pagina_link(builder, METHOD)
    return (builder.addresses.link("Kies een andere gemeente", f"/{PLACES}/"), *((method,) if method else ()))


def province_address(slug: str) -> str:
    """Of the page that tells of a province which gemeenten are like its own."""
    return f"/{PLACES}/{slug}/"


def in_province(builder: PageBuilder, name: str) -> Iterator[Entry[Gemeente]]:
    """The gemeenten of a province, in the order of the list."""
    return (entry for entry in builder.site.gemeenten.values() if entry.item.provincie == name)


def _entrance(builder: PageBuilder, slug: str, name: str) -> ProvincieIngang:
    address = builder.addresses.url_for(province_address(slug))
    towns = tuple(
        Ingang(entry.item.naam, f"{address}#{entry.slug}", "|".join(_other_names(entry.item)))
        for entry in in_province(builder, name)
    )
    return ProvincieIngang(slug, name, address, towns)


def _other_names(item: Gemeente) -> Iterator[str]:
    """Also the main town, by which a gemeente such as Oldambt is better known."""
    yield from item.ook
    if item.hoofdplaats != item.naam and item.hoofdplaats not in item.ook:
        yield item.hoofdplaats


def _province_page(builder: PageBuilder, intro: Introduction, slug: str, name: str) -> Page:
    url, title = province_address(slug), f"Plaatsen zoals die in {name}"
    sentence = f"Per gemeente in {name} tien andere die erop lijken, met de reden."
    tools = tools_link(builder)
    frame = page_frame(builder, url, title, sentence, tools)
    frame = replace(frame, kruimels=builder.addresses.crumbs(tools, builder.addresses.link(intro.titel, intro.url)))
    method = _pagina_link(builder, METHOD)

    recipe = Recipe(PlaatsenProvinciePagina, _of_province, (frame, name, builder.towns, method))
    return Page.made_of(builder, url, recipe, intro.origin)


def _of_province(
    builder: PageBuilder, frame: PageFrame, name: str, towns: Towns, method: PaginaLink | None
) -> PlaatsenProvinciePagina:
    places = tuple(_place(builder, towns, entry) for entry in in_province(builder, name))
    return PlaatsenProvinciePagina(kader=frame, plaatsen=places, methode=method)


def _place(builder: PageBuilder, towns: Towns, entry: Entry[Gemeente]) -> Plaats:
    address = builder.addresses.url_for(entry.address) if entry.slug in towns.with_page else ""
    alike = tuple((town, towns.counted(town.slug)) for town in towns.alike(entry.slug))
    return Plaats(entry.slug, entry.item.naam, address, alike)


def _pagina_link(builder: PageBuilder, slug: str) -> PaginaLink | None:
    """A link to a pagina, if there is one."""
    entry = builder.site.paginas.get(slug)
    return builder.addresses.link_to(entry) if entry else None
