"""The gemeenten that have something on this site, and the page of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import NUMBERS, capital, in_count
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Agendapunt, Bijeenkomst, Gemeente, Praktijk, Verslag
from binnenstad_site.pages import geo
from binnenstad_site.pages.agenda import AgendaRegel, coming_events
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.evidence import strongest
from binnenstad_site.pages.frames import Context, page_frame, with_copy
from binnenstad_site.pages.gemeente_timeline import Tijdlijn, timeline
from binnenstad_site.pages.geo import KaartPunt
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.open_data import Volgen, feeds_of
from binnenstad_site.pages.page import Page, Recipe, last_modified
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import GemeenteRegel, PraktijkKaart, Provincie, VerslagKaart
from binnenstad_site.pages.places import place_links
from binnenstad_site.pages.search_entries import facets, piece, search_entry
from binnenstad_site.pages.towns import Gelijke, Towns, fragment, province_slug
from binnenstad_site.pages.verslagen import participate_link
from binnenstad_site.validate.validator import Entry

FROM_ELSEWHERE = 3
"""So many praktijken of gemeenten like it shows a gemeente that has none."""
ALL_TRENDS = 6
FEWEST_LETTERS, MOST_LETTERS = 6, 16
"""A shorter word is written as large as the first, a longer one as the second, and may be broken off."""
LETTER, BESIDE, OWN = 14, 18, 9.0
"""On the map, in units of its view box: the width of a letter, how far a name stands from its dot, and the radius of
its own dot among those of all other places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeentenPagina(Context, template="gemeenten.html"):
    """The gemeenten that have something on this site."""

    provincies: tuple[Provincie, ...]
    aantal: int
    totaal: int
    """All gemeenten of the country."""
    punten: tuple[KaartPunt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeentePagina(Context, template="gemeente.html"):
    """A gemeente with all that is about it."""

    provincie: PaginaLink
    code: str
    """Of the CBS, such as `GM0546`."""
    letters: int
    """How many letters its longest word has, so that the style sheet can write the name as large as it fits."""
    samenvatting: str
    """What there is about it, in one or two sentences."""
    feiten: tuple[tuple[str, str], ...]
    vak: str
    punten: tuple[KaartPunt, ...]
    stippen: str
    """The places with a praktijk, as `geo.specks` gives them."""
    praktijken: tuple[PraktijkKaart, ...]
    bijeenkomsten: tuple[VerslagKaart, ...]
    """Those with a report, then those without."""
    agenda: tuple[AgendaRegel, ...]
    tijdlijn: Tijdlijn
    per_trend: tuple[tuple[TrendLabel, int], ...]
    """The trends that its praktijken have, with how many."""
    gelijken: tuple[Gelijke, ...]
    """The gemeenten that are like it and have praktijken."""
    gelijken_zonder: tuple[Gelijke, ...]
    """Those without."""
    filter: str
    """Address of the list of praktijken, narrowed by a script to those of gemeenten like it."""
    meer_plaatsen: tuple[PaginaLink, ...]
    """To the tool, and to how it compares."""
    elders: tuple[PraktijkKaart, ...]
    """Praktijken of gemeenten like it, for one that has none of its own."""
    volgen: Volgen
    meedoen: PaginaLink | None
    """To the page that tells how to contribute."""


def gemeente_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/gemeenten/` and a page per gemeente with something on it."""
    entries = tuple(builder.towns.with_page.values())
    intro = introduction(builder, "gemeenten", "Gemeenten waarover iets op deze site staat.")
    lines = {entry.slug: _line(builder, entry) for entry in entries}
    everywhere = geo.Dots(geo.dots(builder.cards.places_of(builder.site.praktijken.values())))
    yield intro.page_made_of(Recipe(GemeentenPagina, _overview, (intro, tuple(lines.items()), everywhere)))
    specks = geo.specks(everywhere.dots)
    for entry in entries:
        yield _page(builder, entry, specks)


def _overview(
    builder: PageBuilder, intro: Introduction, lines: tuple[tuple[str, GemeenteRegel], ...], everywhere: geo.Dots
) -> GemeentenPagina:
    by_slug = dict(lines)
    return GemeentenPagina(
        kader=intro.frame,
        provincies=tuple(_province(builder, slug, name, by_slug) for slug, name in vocabulary.PROVINCIE.items()),
        aantal=len(lines),
        totaal=len(builder.site.gemeenten),
        punten=everywhere.dots,
    )


def _province(builder: PageBuilder, slug: str, name: str, lines: Mapping[str, GemeenteRegel]) -> Provincie:
    """Its gemeenten with a page, and the names of the others."""
    gemeenten = [entry for entry in builder.site.gemeenten.values() if entry.item.provincie == name]
    return Provincie(
        name,
        builder.addresses.url_for(f"/praktijken/provincie/{slug}/"),
        tuple(lines[entry.slug] for entry in gemeenten if entry.slug in lines),
        tuple(entry.item.naam for entry in gemeenten if entry.slug not in lines),
    )


def _line(builder: PageBuilder, entry: Entry[Gemeente]) -> GemeenteRegel:
    praktijken, verslagen = len(builder.site.praktijken_of(entry.ref)), len(builder.site.verslagen_of(entry.ref))
    return GemeenteRegel(
        naam=entry.item.naam,
        adres=builder.addresses.url_for(entry.address),
        praktijken=praktijken,
        praktijken_heten=COLLECTIONS["praktijken"].noun(praktijken),
        verslagen=COLLECTIONS["verslagen"].counted(verslagen) if verslagen else "",
        vak=geo.square(entry.item.lat, entry.item.lon),
    )


def summary(praktijken: Sequence[Praktijk], trends: Sequence[str], reports: int) -> str:
    """What there is about a gemeente; `trends` are the titles of the trends that its praktijken have."""
    sentences = []
    if praktijken:
        about = trends[0].lower() if len(trends) == 1 else f"{NUMBERS[len(trends)]} trends"
        joined = f"over {about}" if len(trends) == 1 else f"in {'alle ' if len(trends) == ALL_TRENDS else ''}{about}"
        sentences.append(f"{in_count(len(praktijken), 'praktijk', 'praktijken')} {joined}")
        if stopped := sum(item.gestopt for item in praktijken):
            sentences.append(in_count(stopped, "is gestopt", "zijn gestopt"))
    if reports:
        sentences.append(in_count(reports, "verslag van een bijeenkomst", "verslagen van bijeenkomsten"))
    return " ".join(f"{capital(part)}." for part in sentences)


def letters(name: str) -> int:
    """How many letters the longest word of a name has: an even number from 6 to 16, each with its rule in the style."""
    longest = max(len(word) for word in re.split(r"[ -]", name))
    return max(FEWEST_LETTERS, min(longest + longest % 2, MOST_LETTERS))


def name_on_map(place: KaartPunt) -> KaartPunt:
    """The dot with its name beside it, on the side where the drawing has room."""
    side, shift = ("end", -BESIDE) if place.x > LETTER * len(place.plaats) + BESIDE else ("start", BESIDE)
    name = geo.Naam(round(place.x + shift), round(place.y + 8), side)
    return replace(place, naam=name, straal=OWN)


def _elsewhere(towns: Towns, alike: Iterable[Gelijke]) -> list[Entry[Praktijk]]:
    """What gemeenten like one without praktijken did, the strongest evidence first."""
    others = {praktijk.slug: praktijk for town in alike for praktijk in towns.praktijken[town.slug]}
    return sorted(others.values(), key=strongest)[:FROM_ELSEWHERE]


def _at_home(card: PraktijkKaart, name: str) -> PraktijkKaart:
    """The card of a praktijk on the page of its own gemeente: without its place."""
    return replace(card, plaats="", vak="") if card.plaats == name else card


def _facts(item: Gemeente, praktijken: Sequence[Praktijk]) -> tuple[tuple[str, str], ...]:
    starts = [praktijk.periode.start[:4] for praktijk in praktijken if praktijk.periode.start != "onbekend"]
    first = (("Eerste praktijk", min(starts)),) if starts else ()
    inhabitants = (f"Inwoners ({item.inwoners_jaar})", f"{item.inwoners:,}".replace(",", "."))
    return (inhabitants, ("Grootteklasse", vocabulary.GROOTTEKLASSE[item.klasse]), *first)


def _per_trend(builder: PageBuilder, praktijken: Sequence[Praktijk]) -> tuple[tuple[TrendLabel, int], ...]:
    counts = Counter(slug for praktijk in praktijken for slug in praktijk.trends)
    return tuple((label, counts[slug]) for slug, label in builder.cards.trends.items() if counts[slug])


def _page(builder: PageBuilder, entry: Entry[Gemeente], everywhere: str) -> Page:
    item, site = entry.item, builder.site
    praktijken, verslagen = site.praktijken_of(entry.ref), site.verslagen_of(entry.ref)
    meetings = (*verslagen, *site.bijeenkomsten_of(entry.ref))
    events = tuple(site.agenda[slug] for kind, slug in site.backlinks.get(entry.ref, ()) if kind == "agenda")
    parts = (entry, praktijken, meetings, events, _around(builder, entry, everywhere))
    pieces = piece(*item.ook, *(praktijk.item.titel for praktijk in praktijken))
    named = facets(builder, gemeenten=[entry.slug], provincies=[item.provincie])
    search = search_entry(builder, entry, _sentence(item), pieces, named, item.provincie)
    origin = Location((praktijken or verslagen or (entry,))[0].document.path)
    modified = last_modified((*praktijken, *verslagen))
    return Page.made_of(builder, entry.address, Recipe(GemeentePagina, _context, parts), origin, (search,), modified)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the page shows of other places, and of other pages."""

    alike: tuple[Gelijke, ...]
    elsewhere: tuple[PraktijkKaart, ...]
    everywhere: str
    """The dots of all praktijken, as `geo.specks` gives them."""
    more: tuple[PaginaLink, ...]
    participate: PaginaLink | None


def _around(builder: PageBuilder, entry: Entry[Gemeente], everywhere: str) -> _Around:
    towns, alike = builder.towns, builder.towns.alike(entry.slug)
    others = [] if towns.praktijken[entry.slug] else _elsewhere(towns, alike)
    return _Around(
        alike=alike,
        elsewhere=builder.cards.praktijken_of(praktijk.slug for praktijk in others),
        everywhere=everywhere,
        more=place_links(builder),
        participate=participate_link(builder),
    )


def _sentence(item: Gemeente) -> str:
    return f"De binnenstad van {item.naam}: praktijken, verslagen en wat u ervan kunt leren."


def _context(
    builder: PageBuilder,
    entry: Entry[Gemeente],
    praktijken: Sequence[Entry[Praktijk]],
    meetings: Sequence[Entry[Verslag | Bijeenkomst]],
    events: Sequence[Entry[Agendapunt]],
    around: _Around,
) -> GemeentePagina:
    item, cards = entry.item, builder.cards
    items = [praktijk.item for praktijk in praktijken]
    per_trend = _per_trend(builder, items)
    dots = geo.dots([geo.Place(item.hoofdplaats, item.lat, item.lon)])
    reports = sum(isinstance(meeting.item, Verslag) for meeting in meetings)
    above = builder.addresses.list_link("gemeenten")
    frame = page_frame(builder, entry.address, item.naam, _sentence(item), above)
    return GemeentePagina(
        kader=with_copy(frame, builder.addresses.url_for(entry.address)),
        provincie=builder.addresses.link(item.provincie, f"/praktijken/provincie/{province_slug(item)}/"),
        code=item.code,
        letters=letters(item.naam),
        samenvatting=summary(items, [label.titel for label, _ in per_trend], reports),
        feiten=_facts(item, items),
        vak=geo.square(item.lat, item.lon),
        punten=tuple(map(name_on_map, dots)),
        stippen=around.everywhere,
        praktijken=tuple(_at_home(cards.praktijk(p), item.naam) for p in sorted(praktijken, key=strongest)),
        tijdlijn=timeline(builder, praktijken),
        per_trend=per_trend,
        volgen=feeds_of(builder, entry),
        meedoen=around.participate,
        bijeenkomsten=cards.verslagen_of(meetings),
        agenda=coming_events(builder, events),
        gelijken=tuple(town for town in around.alike if town.praktijken),
        gelijken_zonder=tuple(town for town in around.alike if not town.praktijken),
        filter=builder.addresses.url_for(f"/praktijken/{fragment(item)}"),
        meer_plaatsen=around.more,
        elders=around.elsewhere,
    )
