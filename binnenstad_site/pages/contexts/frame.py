"""What every page has, and what every page of one item has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from binnenstad_site.pages.parts import (
    NO_SOURCES,
    BegripUitleg,
    BronLijst,
    PaginaLink,
    WijzigingRegel,
)


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
    """Zoeken, Agenda, Meedoen: those that exist."""
    voet: tuple[tuple[str, tuple[PaginaLink, ...]], ...]
    """Groups of links in the footer, each with its heading."""
    zoeken: str
    vergelijk: str
    """Address of the page that puts praktijken side by side; a choice goes behind it as `#p=slug,slug`."""
    feed: str
    mail: str
    """Address of the editors' mailbox, or empty: then no page offers it."""
    groep: str
    repository: str
    voetstraat: Markup
    """The small life on the ground line of the footer."""
    preview: bool
    """A preview build says so on each page and asks search engines to stay away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every page has."""

    TEMPLATE: ClassVar[str] = ""

    titel: str
    """The `h1`, and with the name of the site the `<title>`."""
    omschrijving: str
    """For search engines and link previews: one sentence."""
    canoniek: str
    """Absolute address."""
    sectie: str
    """Address of the navigation entry that this page belongs to; empty for none."""
    kruimels: tuple[PaginaLink, ...]
    """From the start page down to the page above this one; empty on the start page."""
    bewerken: str = ""
    """Address on the Git host where this page's file can be edited; empty when there is none."""
    begrippen: tuple[BegripUitleg, ...] = ()
    """The terms that this page explains on demand."""
    bronnen: BronLijst = NO_SOURCES
    """The numbered sources of its text."""
    deelsoort: str = "website"
    """The kind of page, in the words of Open Graph."""
    deelplaatje: str = ""
    """Absolute address of the picture that is shown where the page is shared; empty for none."""
    deelwoorden: str = ""
    """That picture in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemContext(Context):
    """A page of one item with sources and changes."""

    deelsoort: str = "article"
    in_een_zin: str
    wijzigingen: tuple[WijzigingRegel, ...]
    gecontroleerd: str
    controle_nodig: bool
    leestijd: int
    """Minutes, at least 1."""
    onderdelen: tuple[PaginaLink, ...] = ()
    """The parts of the page in the order in which they are read, each with its anchor; empty for a short page."""
    citeren: str
    """How to cite this page, one line."""
    ingetrokken: str = ""
    """The reason, when the item no longer counts; then the page says so at the top."""
