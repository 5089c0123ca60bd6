"""The pages of `content/paginas/` that are no introduction to a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from binnenstad_site.drawings.wall import wall
from binnenstad_site.models.items import Aanpak, Pagina
from binnenstad_site.pages.aanpak import ABOUT_VERDICT, verdict_label
from binnenstad_site.pages.aanpak_cases import cases_of
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.evidence import evidence_spread
from binnenstad_site.pages.frames import ItemContext, item_frame
from binnenstad_site.pages.introduction import LISTS
from binnenstad_site.pages.meedoen import PAGE
from binnenstad_site.pages.page import Page, Recipe, item_page_made_of, with_withdrawn
from binnenstad_site.pages.parts.aanpak_parts import OordeelLabel
from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.labels import NIETS, BewijsLabel, PaginaLink
from binnenstad_site.pages.search_entries import body_pieces, search_entry
from binnenstad_site.pages.verdict import METHOD, sum_of
from binnenstad_site.validate.validator import Entry

BELOW = {"over": (("De site in cijfers", "/over/cijfers/"), ("Vormgeving", "/over/vormgeving/"))}
"""Pages below a pagina that are no pagina themselves."""
ABOUT_EVIDENCE = "over/redactie"
"""The pagina that tells what the steps of evidence mean also shows how many praktijken stand on each."""


@dataclass(frozen=True, slots=True)
class OordeelRij:
    """What the rule counts of one aanpak."""

    aanpak: PaginaLink
    oordeel: OordeelLabel
    aantallen: tuple[tuple[str, int], ...]
    """Each number with the head of its column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandaardPagina(ItemContext, template="pagina.html"):
    """A page of text from `content/paginas/`."""

    secties: tuple[Sectie, ...]
    onderliggend: tuple[PaginaLink, ...]
    """The pages below this one."""
    treden: tuple[tuple[BewijsLabel, int], ...] = ()
    """On the page about the evidence: how many praktijken stand on each step."""
    muur: Markup = NIETS
    """The same as a wall, a brick for each."""
    methode: int = 0
    """On the page about verdicts: the number of the rule."""
    oordelen: tuple[OordeelRij, ...] = ()
    """There too: what the rule counts of every aanpak, and the verdict that follows."""


def static_pages(builder: PageBuilder) -> Iterator[Page]:
    """A page per pagina that is text only: it introduces no list, and asks nothing."""
    for entry in with_withdrawn(builder.site, builder.site.paginas, Pagina):
        if entry.slug not in LISTS and entry is not builder.site.paginas.get(PAGE):
            yield _static_page(builder, entry)


def _static_page(builder: PageBuilder, entry: Entry[Pagina]) -> Page:
    site = builder.site
    parent = site.paginas.get(entry.slug.rpartition("/")[0])
    below = tuple(other for slug, other in site.paginas.items() if slug.rpartition("/")[0] == entry.slug)
    spread = evidence_spread(site) if entry.slug == ABOUT_EVIDENCE else ()
    verdicts = tuple(map(partial(_verdict, builder), site.aanpakken.values())) if entry.slug == ABOUT_VERDICT else ()
    search = search_entry(builder, entry, entry.item.in_een_zin, body_pieces(entry.body))
    recipe = Recipe(StandaardPagina, _context, (entry, parent, below, spread, verdicts))
    return item_page_made_of(builder, entry, recipe, search)


def _context(
    builder: PageBuilder,
    entry: Entry[Pagina],
    parent: Entry[Pagina] | None,
    below: Sequence[Entry[Pagina]],
    spread: tuple[tuple[BewijsLabel, int], ...],
    verdicts: tuple[OordeelRij, ...],
) -> StandaardPagina:
    addresses, notes = builder.addresses, builder.notes(entry)
    secties = notes.sections(entry.body.sections)
    steps = (addresses.link_to(parent),) if parent else ()
    return StandaardPagina(
        kader=item_frame(builder, entry, notes.finish(), steps=steps),
        secties=secties,
        onderliggend=(
            *map(addresses.link_to, below),
            *(addresses.link(text, address) for text, address in BELOW.get(entry.slug, ())),
        ),
        treden=spread[::-1],
        muur=wall([number for _, number in spread]) if spread else NIETS,
        methode=METHOD if entry.slug == ABOUT_VERDICT else 0,
        oordelen=verdicts,
    )


def _verdict(builder: PageBuilder, entry: Entry[Aanpak]) -> OordeelRij:
    cases = cases_of(builder.site, entry)
    numbers = sum_of(cases.cases)
    return OordeelRij(
        builder.addresses.link_to(entry),
        verdict_label(cases.verdict),
        (
            ("tellen mee", numbers.counted),
            ("gehaald of deels", numbers.worked),
            ("daarvan onderbouwd", numbers.supported_worked),
            ("daarvan gemeten", numbers.measured_worked),
            ("niet gehaald", numbers.failed),
            ("daarvan gemeten", numbers.measured_failed),
        ),
    )
