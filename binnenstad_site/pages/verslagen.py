"""The reports of workshops and meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from binnenstad_site.core.dates import in_words
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Bijeenkomst, Verslag
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, ItemContext, item_frame, section_parts, withdrawal
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe, SearchEntry, item_page_made_of, last_modified, with_withdrawn
from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import PraktijkKaart, VerslagKaart
from binnenstad_site.pages.search_entries import body_pieces, facets, piece, search_entry
from binnenstad_site.pages.tools import workshop_link
from binnenstad_site.validate.validator import Entry

PEOPLE = re.compile(r"(\d+)\s(?:mensen|deelnemers|aanwezigen|personen|bezoekers|betrokkenen)\b")

LIST = r"(<ul>(?:(?!<ul>).)*?</ul>)"
KNOWN = re.compile(
    rf"<p><strong>(Wat bekend is)</strong></p>\s*{LIST}\s*"
    rf"<p><strong>(Wat niet (?:bekend|gevonden) is)</strong></p>\s*{LIST}",
    re.DOTALL,
)
"""What a report knows and what it does not, one after the other in the text."""
BESIDE = (
    r'<div class="weten"><section class="sectie"><h3>\1</h3>\2</section>'
    r'<div class="weten-niet"><section class="sectie"><h3>\3</h3>\4</section></div></div>'
)


@dataclass(frozen=True, slots=True)
class BronLink:
    """A source as a link; `taal` is that of the title when it is not Dutch, `adres` is empty for what is on paper."""

    titel: str
    taal: str
    uitgever: str
    adres: str


@dataclass(frozen=True, slots=True)
class BijeenkomstRegel:
    """A row in the table of meetings without a report; `id` is its anchor."""

    id: str
    kaart: VerslagKaart
    organisator: str
    bekend: str
    """What is known of it; of a withdrawn one why it is."""
    bronnen: tuple[BronLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerslagenPagina(Context, template="verslagen.html"):
    """The list of verslagen, and the table of the meetings that have none."""

    verslagen: tuple[VerslagKaart, ...]
    andere: str
    """The heading of the table."""
    werkplaats: PaginaLink | None
    """The way to hold a workshop oneself."""
    bijeenkomsten: tuple[BijeenkomstRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerslagPagina(ItemContext, template="verslag.html"):
    """A verslag."""

    datum: str
    wanneer: str
    """The date where no label says what it is: "datum onbekend"."""
    datum_toelichting: str
    plaats: str
    soort: str
    organisator: str
    deelnemers: tuple[str, ...]
    zaal: Markup
    """A room with one figure per participant; empty when their number is not known."""
    eerder: VerslagKaart | None
    later: VerslagKaart | None
    """The reports before and after it in time."""
    meedoen: PaginaLink | None
    """To the page that tells how to contribute."""
    secties: tuple[Sectie, ...]
    trends: tuple[TrendLabel, ...]
    scenarios: tuple[PaginaLink, ...]
    praktijken: tuple[PraktijkKaart, ...]
    gemeenten: tuple[PaginaLink, ...]


def verslag_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/verslagen/` and a page per verslag, the withdrawn too."""
    verslagen, bijeenkomsten = builder.site.verslagen, builder.site.bijeenkomsten
    intro = introduction(builder, "verslagen", "Verslagen van workshops en bijeenkomsten.")
    others = tuple(with_withdrawn(builder.site, bijeenkomsten, Bijeenkomst))
    recipe = Recipe(VerslagenPagina, _overview, (intro, tuple(verslagen.values()), others, workshop_link(builder)))
    found = (_search(builder, entry) for entry in bijeenkomsten.values())
    yield intro.page_made_of(recipe, last_modified((*verslagen.values(), *bijeenkomsten.values())), found)
    dated = {slug: builder.cards.verslag(e) for slug, e in verslagen.items() if e.item.datum != "onbekend"}
    for entry in with_withdrawn(builder.site, verslagen, Verslag):
        yield _page(builder, entry, *neighbours(entry.slug, dated))


def _overview(
    builder: PageBuilder,
    intro: Introduction,
    verslagen: Sequence[Entry[Verslag]],
    bijeenkomsten: Sequence[Entry[Bijeenkomst]],
    workshop: PaginaLink | None,
) -> VerslagenPagina:
    return VerslagenPagina(
        kader=intro.frame,
        verslagen=builder.cards.verslagen_of(verslagen),
        andere=COLLECTIONS["bijeenkomsten"].title,
        werkplaats=workshop,
        bijeenkomsten=tuple(_row(builder, entry) for entry in bijeenkomsten),
    )


def participants(deelnemers: Iterable[str]) -> int:
    """How many people there were; 0 when the text gives no exact number of people ("ruim 60", "35 tot 40")."""
    exact = (PEOPLE.match(line) for line in deelnemers)
    return next((int(match[1]) for match in exact if match), 0)


def neighbours(slug: str, dated: Mapping[str, VerslagKaart]) -> tuple[VerslagKaart | None, VerslagKaart | None]:
    """The report before and the one after it in time; `dated` has the newest first."""
    order = list(dated)
    if slug not in dated:
        return None, None
    place = order.index(slug)
    earlier = dated[order[place + 1]] if place + 1 < len(order) else None
    return earlier, dated[order[place - 1]] if place else None


def beside(part: Sectie) -> Sectie:
    """What is known next to what is not, where a report says both; the text of a section is ours and safe."""
    return replace(part, html=Markup(KNOWN.sub(BESIDE, str(part.html))))  # noqa: S704 - only moves what is there


def participate_link(builder: PageBuilder) -> PaginaLink | None:
    """To the page that tells how to contribute, when there is one."""
    return builder.addresses.link("Meedoen", "/meedoen/") if "meedoen" in builder.site.paginas else None


def _row(builder: PageBuilder, entry: Entry[Bijeenkomst]) -> BijeenkomstRegel:
    item = entry.item
    return BijeenkomstRegel(
        id=entry.slug,
        kaart=builder.cards.verslag(entry),
        organisator="" if item.organisator == "onbekend" else item.organisator,
        bekend=withdrawal(item) or item.in_een_zin,
        bronnen=tuple(BronLink(bron.titel, bron.taal or "", bron.uitgever, bron.url or "") for bron in item.bronnen),
    )


def _search(builder: PageBuilder, entry: Entry[Bijeenkomst]) -> SearchEntry:
    item = entry.item
    named = facets(builder, item.trends, item.gemeenten, builder.site.provincies_of(item))
    return search_entry(builder, entry, item.in_een_zin, piece(item.organisator), named, item.plaats)


def _page(
    builder: PageBuilder, entry: Entry[Verslag], earlier: VerslagKaart | None, later: VerslagKaart | None
) -> Page:
    item = entry.item
    parts = (entry, earlier, later, builder.cards.praktijken_of(item.praktijken), participate_link(builder))
    named = facets(builder, item.trends, item.gemeenten, builder.site.provincies_of(item))
    search = search_entry(builder, entry, item.in_een_zin, body_pieces(entry.body), named, item.plaats)
    return item_page_made_of(builder, entry, Recipe(VerslagPagina, _context, parts), search)


def _context(
    builder: PageBuilder,
    entry: Entry[Verslag],
    earlier: VerslagKaart | None,
    later: VerslagKaart | None,
    praktijken: tuple[PraktijkKaart, ...],
    participate: PaginaLink | None,
) -> VerslagPagina:
    from binnenstad_site.drawings.room import room  # noqa: PLC0415 - most builds know the page

    item, site, addresses = entry.item, builder.site, builder.addresses
    notes = builder.notes(entry)
    secties = notes.sections(entry.body.sections)
    kader = item_frame(
        builder, entry, notes.finish(), section_parts(secties), [("praktijken", "Praktijken", praktijken)]
    )
    return VerslagPagina(
        kader=kader,
        datum=in_words(item.datum),
        wanneer=builder.cards.verslag(entry).datum,
        datum_toelichting=item.datum_toelichting or "",
        plaats=item.plaats,
        soort=item.soort,
        organisator=item.organisator,
        deelnemers=item.deelnemers,
        zaal=room(participants(item.deelnemers)),
        secties=tuple(map(beside, secties)),
        eerder=earlier,
        later=later,
        meedoen=participate,
        trends=builder.cards.trends_of(item.trends),
        scenarios=tuple(addresses.link_to(site.scenarios[slug]) for slug in item.scenarios if slug in site.scenarios),
        praktijken=praktijken,
        gemeenten=tuple(map(addresses.link_to, site.gemeenten_of(item))),
    )
