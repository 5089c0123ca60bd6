"""What every page shows: the name, the navigation and the footer. A page or channel that is not there is not linked."""

from __future__ import annotations

from collections.abc import Collection

from binnenstad_site.drawings.strips import footer_strip
from binnenstad_site.pages.contexts import Constants
from binnenstad_site.pages.desk import Desk
from binnenstad_site.pages.parts import Link

SIDE = (("Zoeken", "/zoeken/"), ("Agenda", "/agenda/"), ("Meedoen", "/meedoen/"))
FOOTER = (
    ("Meedoen", (("Halen en brengen", "/meedoen/"), ("Agenda", "/agenda/"), ("Verslagen", "/verslagen/"))),
    (
        "Bijblijven",
        (
            ("Wijzigingen", "/wijzigingen/"),
            ("Feed", "/feeds/alles.xml"),
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
            ("Bronnen en kaart", "/over/bronnen/"),
            ("Toegankelijkheid", "/toegankelijkheid/"),
            ("Privacy", "/over/privacy/"),
        ),
    ),
)
FEED = "/feeds/alles.xml"


def constants(desk: Desk, built: Collection[str], *, preview: bool) -> Constants:
    """The constants of a build; `built` are the addresses to link to."""
    settings = desk.site.settings

    def links(wanted: Collection[tuple[str, str]]) -> tuple[Link, ...]:
        return tuple(Link(text, desk.at(address)) for text, address in wanted if address in built)

    groups = ((title, links(found)) for title, found in FOOTER)
    return Constants(
        titel=settings.titel,
        omschrijving=settings.omschrijving,
        uitgever=settings.uitgever,
        licentie=settings.licentie,
        start=desk.at("/"),
        navigatie=links([(point.tekst, point.adres) for point in settings.navigatie]),
        nevennavigatie=links(SIDE),
        voet=tuple((title, found) for title, found in groups if found),
        zoeken=desk.at("/zoeken/"),
        vergelijk=desk.at("/praktijken/vergelijk/"),
        feed=desk.at(FEED),
        mail=f"mailto:{settings.kanalen.mail}" if settings.kanalen.mail else "",
        groep=settings.kanalen.groep or "",
        repository=settings.repository.url if settings.repository else "",
        voetstraat=footer_strip(),
        preview=preview,
    )
