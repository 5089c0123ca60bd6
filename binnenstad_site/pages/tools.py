"""`/aan-de-slag/`: the tools, in the order in which a town uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import introduction
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.trendscan import ADDRESS

TOOLS = (
    (
        "Trendscan",
        ADDRESS,
        "Welke trend vraagt bij ons als eerste om werk, en wat doen wij maandag?",
        "10 minuten alleen, 45 minuten met een groep",
        "Wethouder of programmamanager; met een groep ook economie, ruimte, verkeer en een ondernemer",
    ),
    (
        "Plaatsen zoals de uwe",
        "/aan-de-slag/plaatsen/",
        "Welke gemeenten lijken op de uwe, en wat deden zij in hun binnenstad?",
        "5 minuten alleen",
        "Beleidsadviseur of programmamanager",
    ),
    (
        "Windtunnel",
        "/scenarios/windtunnel/",
        "Houdt ons plan stand in vier toekomsten?",
        "20 minuten alleen, 60 minuten met een groep",
        "Wethouder of programmamanager, met wie het plan uitvoert",
    ),
)
"""Name, address, the question it answers, time, and who should be there. Only what is built is listed."""


@dataclass(frozen=True, slots=True)
class Hulpmiddel:
    """A tool in the list."""

    link: PaginaLink
    vraag: str
    tijd: str
    wie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AanDeSlagPagina(Context, template="aan-de-slag.html"):
    """The tools."""

    hulpmiddelen: tuple[Hulpmiddel, ...]


def tools_pages(builder: PageBuilder, pages: Iterable[Page]) -> Iterator[Page]:
    """`/aan-de-slag/`, with the tools whose page is among `pages`; nothing when there are none."""
    built = {page.url for page in pages}
    rows = tuple(
        Hulpmiddel(builder.addresses.link(name, address), question, time, people)
        for name, address, question, time, people in TOOLS
        if address in built
    )
    if rows:
        intro = introduction(builder, "aan-de-slag", "Van lezen naar doen, met uw eigen binnenstad.", "Aan de slag")
        yield intro.page(AanDeSlagPagina(kader=intro.frame, hulpmiddelen=rows))
