"""What every page shows: the name, the navigation and the footer. A page or channel that is not there is not linked."""

from __future__ import annotations

from collections.abc import Collection

from binnenstad_site.drawings.strips import footer_strip
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.contexts import Constants
from binnenstad_site.pages.parts import PaginaLink

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


def constants(builder: PageBuilder, built: Collection[str], *, preview: bool) -> Constants:
    """The constants of a build; `built` are the addresses to link to."""
    settings = builder.site.settings

    def links(wanted: Collection[tuple[str, str]]) -> tuple[PaginaLink, ...]:
        return tuple(PaginaLink(text, builder.url_for(address)) for text, address in wanted if address in built)

    groups = ((title, links(found)) for title, found in FOOTER)
    return Constants(
        titel=settings.titel,
        omschrijving=settings.omschrijving,
        uitgever=settings.uitgever,
        licentie=settings.licentie,
        start=builder.url_for("/"),
        navigatie=links([(point.tekst, point.adres) for point in settings.navigatie]),
        nevennavigatie=links(SIDE),
        voet=tuple((title, found) for title, found in groups if found),
        zoeken=builder.url_for("/zoeken/"),
        vergelijk=builder.url_for("/praktijken/vergelijk/"),
        feed=builder.url_for(FEED),
        mail=f"mailto:{settings.kanalen.mail}" if settings.kanalen.mail else "",
        groep=settings.kanalen.groep or "",
        repository=settings.repository.url if settings.repository else "",
        voetstraat=footer_strip(),
        preview=preview,
    )
