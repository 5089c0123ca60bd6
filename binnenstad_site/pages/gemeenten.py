"""The gemeenten that have something on this site, and the page of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Agendapunt, Gemeente, Praktijk, Verslag
from binnenstad_site.pages import geo
from binnenstad_site.pages.agenda import AgendaRegel, coming_events
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, page_frame
from binnenstad_site.pages.gemeente_timeline import Tijdlijn, timeline
from binnenstad_site.pages.geo import KaartPunt
from binnenstad_site.pages.introduction import Introduction, introduction
from binnenstad_site.pages.page import Page, Recipe, last_modified
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import GemeenteRegel, PraktijkKaart, Provincie, VerslagKaart
from binnenstad_site.pages.search_entries import facets, piece, search_entry
from binnenstad_site.pages.verslagen import participate_link
from binnenstad_site.validate.validator import Entry

MOST_SIMILAR = 8
ENOUGH = 3
"""With fewer praktijken of its own, a gemeente shows as many of gemeenten of its size."""
NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
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
    rest: tuple[KaartPunt, ...]
    """The other places with a praktijk."""
    praktijken: tuple[PraktijkKaart, ...]
    verslagen: tuple[VerslagKaart, ...]
    agenda: tuple[AgendaRegel, ...]
    tijdlijn: Tijdlijn
    per_trend: tuple[tuple[TrendLabel, int], ...]
    """The trends that its praktijken have, with how many."""
    vergelijkbaar: tuple[GemeenteRegel, ...]
    """Gemeenten of the same size class that have a praktijk."""
    elders: tuple[PraktijkKaart, ...]
    """Praktijken of those, for a gemeente that has few of its own."""
    meedoen: PaginaLink | None
    """To the page that tells how to contribute."""


def with_page(builder: PageBuilder) -> tuple[Entry[Gemeente], ...]:
    """The gemeenten with a praktijk, verslag or event, and those to which a published or withdrawn page leads."""
    published = {address.strip("/") for address in builder.site.published}
    published |= {f"gemeenten/{slug}" for e in builder.site.withdrawn for slug in getattr(e.item, "gemeenten", ())}
    return tuple(
        entry
        for slug, entry in builder.site.gemeenten.items()
        if builder.site.backlinks.get(entry.ref) or f"gemeenten/{slug}" in published
    )


def gemeente_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/gemeenten/` and a page per gemeente with something on it."""
    entries = with_page(builder)
    intro = introduction(builder, "gemeenten", "Gemeenten waarover iets op deze site staat.")
    lines = {entry.slug: _line(builder, entry) for entry in entries}
    everywhere = geo.Dots(geo.dots(builder.cards.places_of(builder.site.praktijken.values())))
    yield intro.page_made_of(Recipe(GemeentenPagina, _overview, (intro, tuple(lines.items()), everywhere)))
    by_size: dict[str, list[Entry[Gemeente]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.item.inwoners):
        if builder.site.praktijken_of(entry.ref):
            by_size.setdefault(entry.item.klasse, []).append(entry)
    for entry in entries:
        near = _nearest(entry, by_size.get(entry.item.klasse, []))
        yield _page(builder, entry, near, tuple(lines[other.slug] for other in near), everywhere)


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


def _nearest(entry: Entry[Gemeente], alike: list[Entry[Gemeente]]) -> list[Entry[Gemeente]]:
    """The gemeenten nearest in size; `alike` are those of its class, by size."""
    inhabitants = entry.item.inwoners
    place = bisect_left(alike, inhabitants, key=lambda other: other.item.inwoners)
    around = alike[max(0, place - MOST_SIMILAR) : place + MOST_SIMILAR + 1]
    others = [other for other in around if other.slug != entry.slug]
    return sorted(others, key=lambda other: abs(other.item.inwoners - inhabitants))[:MOST_SIMILAR]


def in_count(number: int, one: str, more: str) -> str:
    """`zeven praktijken`, `één verslag`, `23 praktijken`."""
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} {one if number == 1 else more}"


def capital(text: str) -> str:
    """With a capital; "één" gives it to its first letter and loses the accent there."""
    return f"E{text[1:]}" if text.startswith("é") else f"{text[:1].upper()}{text[1:]}"


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


def _strongest(entry: Entry[Praktijk]) -> tuple[int, str]:
    return -int(entry.item.bewijs), entry.item.titel


def _elsewhere(
    builder: PageBuilder, own: Sequence[Entry[Praktijk]], near: Sequence[Entry[Gemeente]]
) -> list[Entry[Praktijk]]:
    """What gemeenten of the same size did, the strongest evidence first; nothing where there is enough at home."""
    if len(own) >= ENOUGH:
        return []
    at_home = {praktijk.slug for praktijk in own}
    others = {praktijk.slug: praktijk for other in near for praktijk in builder.site.praktijken_of(other.ref)}
    return sorted((others[slug] for slug in others.keys() - at_home), key=_strongest)[:ENOUGH]


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


def _page(
    builder: PageBuilder,
    entry: Entry[Gemeente],
    near: Sequence[Entry[Gemeente]],
    comparable: tuple[GemeenteRegel, ...],
    everywhere: geo.Dots,
) -> Page:
    item, site = entry.item, builder.site
    praktijken, verslagen = site.praktijken_of(entry.ref), site.verslagen_of(entry.ref)
    events = tuple(site.agenda[slug] for kind, slug in site.backlinks.get(entry.ref, ()) if kind == "agenda")
    others = builder.cards.praktijken_of(praktijk.slug for praktijk in _elsewhere(builder, praktijken, near))
    around = _Around(comparable, others, everywhere, participate_link(builder))
    parts = (entry, praktijken, verslagen, events, around)
    pieces = piece(*item.ook, *(praktijk.item.titel for praktijk in praktijken))
    named = facets(builder, gemeenten=[entry.slug], provincies=[item.provincie])
    search = search_entry(builder, entry, _sentence(item), pieces, named, item.provincie)
    origin = Location((praktijken or verslagen or (entry,))[0].document.path)
    modified = last_modified((*praktijken, *verslagen))
    return Page.made_of(builder, entry.address, Recipe(GemeentePagina, _context, parts), origin, (search,), modified)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the page shows of other places."""

    comparable: tuple[GemeenteRegel, ...]
    elsewhere: tuple[PraktijkKaart, ...]
    everywhere: geo.Dots
    participate: PaginaLink | None


def _sentence(item: Gemeente) -> str:
    return f"De binnenstad van {item.naam}: praktijken, verslagen en wat u ervan kunt leren."


def _context(
    builder: PageBuilder,
    entry: Entry[Gemeente],
    praktijken: Sequence[Entry[Praktijk]],
    verslagen: Sequence[Entry[Verslag]],
    events: Sequence[Entry[Agendapunt]],
    around: _Around,
) -> GemeentePagina:
    item, cards = entry.item, builder.cards
    items = [praktijk.item for praktijk in praktijken]
    per_trend = _per_trend(builder, items)
    dots = geo.dots([geo.Place(item.hoofdplaats, item.lat, item.lon)])
    taken = {(dot.x, dot.y) for dot in dots}
    provincie = next(slug for slug, name in vocabulary.PROVINCIE.items() if name == item.provincie)
    above = builder.addresses.list_link("gemeenten")
    return GemeentePagina(
        kader=page_frame(builder, entry.address, item.naam, _sentence(item), above),
        provincie=builder.addresses.link(item.provincie, f"/praktijken/provincie/{provincie}/"),
        code=item.code,
        letters=letters(item.naam),
        samenvatting=summary(items, [label.titel for label, _ in per_trend], len(verslagen)),
        feiten=_facts(item, items),
        vak=geo.square(item.lat, item.lon),
        punten=tuple(map(name_on_map, dots)),
        rest=tuple(replace(dot, adres="") for dot in around.everywhere.dots if (dot.x, dot.y) not in taken),
        praktijken=tuple(_at_home(cards.praktijk(p), item.naam) for p in sorted(praktijken, key=_strongest)),
        tijdlijn=timeline(builder, praktijken),
        per_trend=per_trend,
        meedoen=around.participate,
        verslagen=cards.verslagen_of(verslagen),
        agenda=coming_events(builder, events),
        vergelijkbaar=around.comparable,
        elders=around.elsewhere,
    )
