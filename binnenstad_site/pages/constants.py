"""What every page shows: the name, the navigation and the footer. A page or channel that is not there is not linked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.drawings.strips import footer_strip
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.compare_page import COMPARE
from binnenstad_site.pages.introduction import NOTA
from binnenstad_site.pages.meedoen import ADDRESS, PAGE
from binnenstad_site.pages.parts.labels import PaginaLink

SIDE = (("Zoeken", "/zoeken/"), ("Gemeenten", "/gemeenten/"), ("Agenda", "/agenda/"), ("Meedoen", "/meedoen/"))
FOOTER = (
    ("Meedoen", (("Halen en brengen", "/meedoen/"), ("Agenda", "/agenda/"), ("Verslagen", "/verslagen/"))),
    (
        "Bijblijven",
        (
            ("Wijzigingen", "/wijzigingen/"),
            ("Feeds en open data", "/open-data/"),
            ("Voorspeld, en uitgekomen?", "/voorspellingen/"),
            ("Publicaties", "/publicaties/"),
            ("Begrippen", "/begrippen/"),
        ),
    ),
    (
        "Over",
        (
            ("Over deze site", "/over/"),
            ("Community of Practice", "/over/community/"),
            ("Redactie en bewijs", "/over/redactie/"),
            ("Oordeel over een aanpak", "/over/oordeel/"),
            ("Bronnen en kaart", "/over/bronnen/"),
            ("Toegankelijkheid", "/toegankelijkheid/"),
            ("Privacy", "/over/privacy/"),
        ),
    ),
)
FEED = "/feeds/alles.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constants:
    """What every page shows: the name `site` in templates."""

    titel: str
    omschrijving: str
    uitgever: str
    licentie: str
    start: str
    """Address of the start page."""
    navigatie: tuple[PaginaLink, ...]
    nevennavigatie: tuple[PaginaLink, ...]
    """Zoeken, Gemeenten, Agenda, Meedoen: those that exist."""
    voet: tuple[tuple[str, tuple[PaginaLink, ...]], ...]
    """Groups of links in the footer, each with its heading."""
    zoeken: str
    vergelijk: str
    """Address of the page that puts praktijken side by side; a choice goes behind it as `#p=slug,slug`."""
    nota: str
    """Address of the page that makes a nota of praktijken; a choice goes behind it as for `vergelijk`."""
    meedoen: str
    """Address of the page that makes a mail or a file of what a reader brings; empty where there is none."""
    bereikbaar: bool
    """Whether there is a mailbox, or a host where files can be changed: else nobody is asked to tell anything."""
    feed: str
    mail: str
    """Address of the editors' mailbox, or empty: then no page offers it."""
    groep: str
    repository: str
    voetstraat: Markup
    """The small life on the ground line of the footer."""
    beleid: Markup
    """What a browser may load and run, for a host that sends no headers; empty: only the headers say it."""
    preview: bool
    """A preview build says so on each page and asks search engines to stay away."""


def constants(builder: PageBuilder, built: Collection[str], policy: Markup, *, preview: bool) -> Constants:
    """The constants of a build; `built` are the addresses to link to, `policy` is what a page may load and run."""
    settings, addresses = builder.site.settings, builder.addresses

    def links(pages: Collection[tuple[str, str]]) -> tuple[PaginaLink, ...]:
        return tuple(addresses.link(text, address) for text, address in pages if address in built)

    groups = ((title, links(pages)) for title, pages in FOOTER)
    return Constants(
        titel=settings.titel,
        omschrijving=settings.omschrijving,
        uitgever=settings.uitgever,
        licentie=settings.licentie,
        start=addresses.url_for("/"),
        navigatie=links([(point.tekst, point.adres) for point in settings.navigatie]),
        nevennavigatie=links(SIDE),
        voet=tuple((title, group) for title, group in groups if group),
        zoeken=addresses.url_for("/zoeken/"),
        vergelijk=addresses.url_for(COMPARE),
        nota=addresses.url_for(f"/{NOTA}/"),
        meedoen=addresses.url_for(ADDRESS) if builder.site.paginas.get(PAGE) else "",
        bereikbaar=bool(settings.kanalen.mail or settings.repository),
        feed=addresses.url_for(FEED),
        mail=f"mailto:{settings.kanalen.mail}" if settings.kanalen.mail else "",
        groep=settings.kanalen.groep or "",
        repository=settings.repository.url if settings.repository else "",
        voetstraat=footer_strip(),
        beleid=policy,
        preview=preview,
    )
