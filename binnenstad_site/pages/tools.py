"""`/aan-de-slag/`: the tools, in the order in which a town uses them."""

from __future__ import annotations

from dataclasses import dataclass

from binnenstad_site.models.items import Hulpmiddel
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import SCAN, TOOLS, introduction
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts.labels import PaginaLink

TITLE = "Aan de slag"


@dataclass(frozen=True, slots=True)
class HulpmiddelRegel:
    """A tool in the list: its pagina says what it is for."""

    link: PaginaLink
    vraag: str
    tijd: str
    wie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AanDeSlagPagina(Context, template="aan-de-slag.html"):
    """The tools."""

    hulpmiddelen: tuple[HulpmiddelRegel, ...]


def tools_page(builder: PageBuilder) -> Page:
    """`/aan-de-slag/`, with every pagina that says it is a tool.

    The trendscan has no page without statements.
    """
    tools = [
        (entry.item.hulpmiddel, builder.addresses.link_to(entry))
        for entry in builder.site.paginas.values()
        if entry.item.hulpmiddel and (entry.slug != SCAN or builder.site.stellingen)
    ]
    tools.sort(key=lambda tool: (tool[0].volgorde, tool[1].tekst))
    intro = introduction(builder, TOOLS, "Van lezen naar doen, met uw eigen binnenstad.", TITLE)
    return intro.page(AanDeSlagPagina(kader=intro.frame, hulpmiddelen=tuple(_row(link, tool) for tool, link in tools)))


def tools_link(builder: PageBuilder) -> PaginaLink:
    """To the list, for above a tool."""
    return builder.addresses.link(TITLE, f"/{TOOLS}/")


def _row(link: PaginaLink, tool: Hulpmiddel) -> HulpmiddelRegel:
    return HulpmiddelRegel(link, tool.vraag, tool.tijd, tool.wie)
