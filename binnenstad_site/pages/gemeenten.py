"""The gemeenten that have something on this site, and the page of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import NUMBERS, capital, in_count
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Gemeente, Praktijk
from binnenstad_site.pages import geo
from binnenstad_site.pages.agenda import AgendaRegel, coming_events
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, page_frame
from binnenstad_site.pages.gemeente_timeline import Tijdlijn, timeline
from binnenstad_site.pages.geo import KaartPunt
from binnenstad_site.pages.introduction import introduction
from binnenstad_site.pages.page import Page, last_modified
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import GemeenteRegel, PraktijkKaart, Provincie, VerslagKaart
from binnenstad_site.pages.search_entries import facets, piece, search_entry
from binnenstad_site.pages.verslagen import participate_link
from binnenstad_site.validate.validator import Entry

MOST_SIMILAR = 8
ENOUGH = 3
"""With fewer praktijken of its own, a gemeente shows as many of gemeenten of its size."""
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
    everywhere = geo.dots(builder.cards.places_of(builder.site.praktijken.values()))
    context = GemeentenPagina(
        kader=intro.frame,
        provincies=tuple(_province(builder, slug, name, entries) for slug, name in vocabulary.PROVINCIE.items()),
        aantal=len(entries),
        totaal=len(builder.site.gemeenten),
        punten=everywhere,
    )
    yield intro.page(context)
    by_size: dict[str, list[Entry[Gemeente]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.item.inwoners):
        if builder.site.praktijken_of(entry.ref):
            by_size.setdefault(entry.item.klasse, []).append(entry)
    without_links = tuple(replace(dot, adres="") for dot in everywhere)
    for entry in entries:
        yield _gemeente(builder, entry, by_size, without_links)


def _province(builder: PageBuilder, slug: str, name: str, entries: Sequence[Entry[Gemeente]]) -> Provincie:
    """Its gemeenten with a page, and the names of the others."""
    lines = tuple(_line(builder, entry) for entry in entries if entry.item.provincie == name)
    slugs = {entry.slug for entry in entries}
    gemeenten = builder.site.gemeenten.values()
    without = tuple(e.item.naam for e in gemeenten if e.item.provincie == name and e.slug not in slugs)
    return Provincie(name, builder.addresses.url_for(f"/praktijken/provincie/{slug}/"), lines, without)


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


def _gemeente(
    builder: PageBuilder,
    entry: Entry[Gemeente],
    by_size: Mapping[str, list[Entry[Gemeente]]],
    elsewhere: Sequence[KaartPunt],
) -> Page:
    item, site, cards = entry.item, builder.site, builder.cards
    praktijken, verslagen = site.praktijken_of(entry.ref), site.verslagen_of(entry.ref)
    events = [site.agenda[slug] for kind, slug in site.backlinks.get(entry.ref, ()) if kind == "agenda"]
    near = _nearest(entry, by_size.get(item.klasse, []))
    items = [praktijk.item for praktijk in praktijken]
    per_trend = _per_trend(builder, items)
    dots = geo.dots([geo.Place(item.hoofdplaats, item.lat, item.lon)])
    taken = {(dot.x, dot.y) for dot in dots}
    provincie = next(slug for slug, name in vocabulary.PROVINCIE.items() if name == item.provincie)
    sentence = f"De binnenstad van {item.naam}: praktijken, verslagen en wat u ervan kunt leren."
    strongest = sorted(praktijken, key=_strongest)
    context = GemeentePagina(
        kader=page_frame(builder, entry.address, item.naam, sentence, builder.addresses.list_link("gemeenten")),
        provincie=builder.addresses.link(item.provincie, f"/praktijken/provincie/{provincie}/"),
        code=item.code,
        letters=letters(item.naam),
        samenvatting=summary(items, [label.titel for label, _ in per_trend], len(verslagen)),
        feiten=_facts(item, items),
        vak=geo.square(item.lat, item.lon),
        punten=tuple(map(name_on_map, dots)),
        rest=tuple(dot for dot in elsewhere if (dot.x, dot.y) not in taken),
        praktijken=tuple(_at_home(card, item.naam) for card in cards.praktijken_of(p.slug for p in strongest)),
        tijdlijn=builder.part("timeline", [p.key for p in praktijken], lambda: timeline(builder, praktijken)),
        per_trend=per_trend,
        meedoen=participate_link(builder),
        verslagen=cards.verslagen_of(verslagen),
        agenda=coming_events(builder, events),
        vergelijkbaar=tuple(_line(builder, other) for other in near),
        elders=cards.praktijken_of(praktijk.slug for praktijk in _elsewhere(builder, praktijken, near)),
    )
    pieces = piece(*item.ook, *(praktijk.titel for praktijk in items))
    named = facets(builder, gemeenten=[entry.slug], provincies=[item.provincie])
    search = search_entry(builder, entry, sentence, pieces, named, item.provincie)
    origin = Location((praktijken or verslagen or (entry,))[0].document.path)
    return Page.of(entry.address, context, origin, (search,), last_modified((*praktijken, *verslagen)))
