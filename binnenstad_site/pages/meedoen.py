"""`/meedoen/`: how to bring a praktijk or a correction without an account.

The page stores and sends nothing: it makes a mail, a file or a text, which the reader sends. A channel that is not
configured is not offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from binnenstad_site.core.contacts import MAIL, PHONE
from binnenstad_site.models.items import Pagina
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.contribution_questions import (
    ABOUT_A_PAGE,
    CALL,
    CALL_BACK,
    KINDS,
    Choice,
    Vragengroep,
    new_praktijk,
)
from binnenstad_site.pages.frames import ItemContext, item_frame
from binnenstad_site.pages.page import Page, Recipe, item_page_made_of
from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.search_entries import body_pieces, search_entry
from binnenstad_site.validate.validator import Entry

PAGE = "meedoen"
ADDRESS = f"/{PAGE}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeedoenPagina(ItemContext, template="meedoen.html"):
    """The text of the pagina, the form, and the same questions on paper."""

    secties: tuple[Sectie, ...]
    soorten: tuple[Choice, ...]
    """What a reader can bring: the word in the address (`?wat=`), and the words of the choice."""
    groepen: tuple[Vragengroep, ...]
    """What is asked about a new praktijk."""
    melding: Vragengroep
    """What is asked about anything else."""
    gemeenten: tuple[Choice, ...]
    """Slug and name."""
    mail: str
    """The address of the editors; empty when there is none."""
    mail_de_vragen: str
    """A link that opens a mail to the editors with the questions in it; empty without their address."""
    neerzetten: str
    """Where somebody with an account puts the file on the Git host; empty when there is no such place."""
    contact: str
    """What a telephone number or a mail address looks like, as a regular expression: a file for a page holds none."""
    daarna: str
    """What a reader does with the file."""
    site: str
    """The address of the site, without closing slash: of pages that the form is about."""


def meedoen_pages(builder: PageBuilder) -> Iterator[Page]:
    """The page, where there is such a pagina."""
    entry = builder.site.paginas.get(PAGE)
    if entry is not None:
        mail = builder.site.settings.kanalen.mail or ""
        search = search_entry(builder, entry, entry.item.in_een_zin, body_pieces(entry.body))
        yield item_page_made_of(builder, entry, Recipe(MeedoenPagina, _context, (entry, mail)), search)


def _context(builder: PageBuilder, entry: Entry[Pagina], mail: str) -> MeedoenPagina:
    site, settings = builder.site, builder.site.settings
    notes = builder.notes(entry)
    secties = notes.sections(entry.body.sections)
    groups = new_praktijk(tuple((slug, row.item.titel) for slug, row in site.trends.items()))
    github = settings.repository.github if settings.repository else ""
    return MeedoenPagina(
        kader=item_frame(builder, entry, notes.finish()),
        secties=secties,
        soorten=(*KINDS, CALL) if mail else KINDS,
        groepen=groups,
        melding=replace(ABOUT_A_PAGE, vragen=(*ABOUT_A_PAGE.vragen, CALL_BACK)) if mail else ABOUT_A_PAGE,
        gemeenten=tuple((slug, row.item.naam) for slug, row in site.gemeenten.items()),
        mail=mail,
        mail_de_vragen=_mail_with(mail, groups) if mail else "",
        neerzetten=f"https://github.com/{github}/upload/{settings.repository.tak}/content/praktijken"
        if settings.repository and github
        else "",
        contact=f"{PHONE}|{MAIL}",
        daarna=_afterwards(mail, has_host=bool(github)),
        site=builder.base_url,
    )


def _afterwards(mail: str, *, has_host: bool) -> str:
    if mail:
        return f"Stuur het als bijlage naar {mail}."
    if has_host:
        return "Stel het voor op GitHub; de link staat hieronder."
    return "Bewaar het: insturen kan nog niet."


def _mail_with(mail: str, groups: tuple[Vragengroep, ...]) -> str:
    """A mail with the questions, short enough for every mail program (some 2,000 characters of address)."""
    lines = [
        line for group in groups for line in ("", group.kop, *(f"- {question.tekst}" for question in group.vragen))
    ]
    return (
        f"mailto:{mail}?subject={quote('Een praktijk voor de site')}&body={quote(chr(10).join(lines).strip(), safe='')}"
    )
