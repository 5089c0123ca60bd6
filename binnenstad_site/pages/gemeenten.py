"""The gemeenten that have something on this site, and the page of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from binnenstad_site.core.dates import in_words
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Agendapunt, Gemeente, Praktijk
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder, last_modified
from binnenstad_site.pages.contexts import GemeentenPagina, GemeentePagina
from binnenstad_site.pages.gemeentetijd import timeline
from binnenstad_site.pages.geo import KaartPunt
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import AgendaRegel, GemeenteRegel, PaginaLink, PraktijkKaart, Provincie, TrendLabel
from binnenstad_site.pages.search_entries import marks, piece
from binnenstad_site.pages.static_pages import introduction
from binnenstad_site.validate.validator import Entry

SHOWN_SIMILAR = 8
ENOUGH = 3
"""With fewer praktijken of its own, a gemeente shows as many of gemeenten of its size."""
NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
ALL_TRENDS = 6
FEWEST_LETTERS, MOST_LETTERS = 6, 16
"""A shorter word is written as large as the first, a longer one as the second, and may be broken off."""
LETTER, BESIDE, OWN = 14, 18, 9.0
"""On the map, in units of its view box: the width of a letter, how far a name stands from its dot, and the radius of
its own dot among those of all other places."""


def with_page(builder: PageBuilder) -> tuple[Entry[Gemeente], ...]:
    """The gemeenten with a praktijk, verslag or event, and those to which a published or withdrawn page leads."""
    kept = {address.strip("/") for address in builder.site.published}
    kept |= {f"gemeenten/{slug}" for gone in builder.site.withdrawn for slug in getattr(gone.item, "gemeenten", ())}
    return tuple(
        entry
        for slug, entry in builder.site.gemeenten.items()
        if builder.site.backlinks.get(entry.ref) or f"gemeenten/{slug}" in kept
    )


def gemeente_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/gemeenten/` and a page per gemeente with something on it."""
    shown = with_page(builder)
    intro = introduction(builder, "gemeenten", "Gemeenten", "Gemeenten waarover iets op deze site staat.")
    provinces = {name: slug for slug, name in vocabulary.PROVINCIE.items()}
    groups = []
    slugs = {entry.slug for entry in shown}
    for name, slug in provinces.items():
        lines = tuple(_line(builder, entry) for entry in shown if entry.item.provincie == name)
        there = (entry for entry in builder.site.gemeenten.values() if entry.item.provincie == name)
        without = tuple(entry.item.naam for entry in there if entry.slug not in slugs)
        groups.append(Provincie(name, builder.url_for(f"/praktijken/provincie/{slug}/"), lines, without))
    everywhere = geo.dots(builder.places_of(builder.site.praktijken.values()))
    context = GemeentenPagina(
        **intro.fields,
        inleiding=intro.html,
        provincies=tuple(groups),
        aantal=len(shown),
        totaal=len(builder.site.gemeenten),
        punten=everywhere,
    )
    yield intro.page("/gemeenten/", context)
    by_size: dict[str, list[Entry[Gemeente]]] = {}
    for entry in sorted(shown, key=lambda entry: entry.item.inwoners):
        if builder.site.praktijken_of(entry.ref):
            by_size.setdefault(entry.item.klasse, []).append(entry)
    without_links = tuple(replace(dot, adres="") for dot in everywhere)
    for entry in shown:
        yield _gemeente(builder, entry, by_size, without_links)


def _line(builder: PageBuilder, entry: Entry[Gemeente]) -> GemeenteRegel:
    praktijken, verslagen = builder.site.praktijken_of(entry.ref), builder.site.verslagen_of(entry.ref)
    square = geo.square(entry.item.lat, entry.item.lon)
    one = "praktijk" if len(praktijken) == 1 else "praktijken"
    reports = f"{len(verslagen)} {'verslag' if len(verslagen) == 1 else 'verslagen'}" if verslagen else ""
    return GemeenteRegel(entry.item.naam, builder.url_for(entry.address), len(praktijken), one, reports, square)


def event(entry: Entry[Agendapunt], anchor: str = "") -> AgendaRegel:
    """An event in a list; only on the agenda itself is its anchor an id."""
    item = entry.item
    when = in_words(item.start) + (f" tot en met {in_words(item.eind)}" if item.eind else "")
    return AgendaRegel(anchor, item.titel, item.start, when, item.plaats, item.soort, item.voor_wie, item.url or "")


def _nearest(entry: Entry[Gemeente], alike: list[Entry[Gemeente]]) -> list[Entry[Gemeente]]:
    """The gemeenten nearest in size; `alike` are those of its class, by size."""
    inhabitants = entry.item.inwoners
    place = bisect_left(alike, inhabitants, key=lambda other: other.item.inwoners)
    around = alike[max(0, place - SHOWN_SIMILAR) : place + SHOWN_SIMILAR + 1]
    others = [other for other in around if other.slug != entry.slug]
    return sorted(others, key=lambda other: abs(other.item.inwoners - inhabitants))[:SHOWN_SIMILAR]


def in_count(number: int, one: str, more: str) -> str:
    """`zeven praktijken`, `één verslag`, `23 praktijken`."""
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} {one if number == 1 else more}"


def capital(text: str) -> str:
    """With a capital; "één" gives it to its first letter and loses the accent there."""
    return f"E{text[1:]}" if text.startswith("é") else f"{text[:1].upper()}{text[1:]}"


def summary(praktijken: Sequence[Praktijk], trends: Sequence[str], reports: int) -> str:
    """What there is about a gemeente; `trends` are the titles of the trends that its praktijken have."""
    told = []
    if praktijken:
        about = trends[0].lower() if len(trends) == 1 else f"{NUMBERS[len(trends)]} trends"
        joined = f"over {about}" if len(trends) == 1 else f"in {'alle ' if len(trends) == ALL_TRENDS else ''}{about}"
        told.append(f"{in_count(len(praktijken), 'praktijk', 'praktijken')} {joined}")
        if stopped := sum(item.gestopt for item in praktijken):
            told.append(in_count(stopped, "is gestopt", "zijn gestopt"))
    if reports:
        told.append(in_count(reports, "verslag van een bijeenkomst", "verslagen van bijeenkomsten"))
    return " ".join(f"{capital(part)}." for part in told)


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
    found = {praktijk.slug: praktijk for other in near for praktijk in builder.site.praktijken_of(other.ref)}
    return sorted((found[slug] for slug in found.keys() - at_home), key=_strongest)[:ENOUGH]


def _at_home(card: PraktijkKaart, name: str) -> PraktijkKaart:
    """The card on the page of its own gemeente, which need not be told where it is."""
    return replace(card, plaats="", vak="") if card.plaats == name else card


def _facts(item: Gemeente, praktijken: Sequence[Praktijk]) -> tuple[tuple[str, str], ...]:
    starts = [praktijk.periode.start[:4] for praktijk in praktijken if praktijk.periode.start != "onbekend"]
    first = (("Eerste praktijk", min(starts)),) if starts else ()
    inhabitants = (f"Inwoners ({item.inwoners_jaar})", f"{item.inwoners:,}".replace(",", "."))
    return (inhabitants, ("Grootteklasse", vocabulary.GROOTTEKLASSE[item.klasse]), *first)


def _per_trend(builder: PageBuilder, praktijken: Sequence[Praktijk]) -> tuple[tuple[TrendLabel, int], ...]:
    counts = Counter(slug for praktijk in praktijken for slug in praktijk.trends)
    return tuple((label, counts[slug]) for slug, label in builder.trends.items() if counts[slug])


def _gemeente(
    builder: PageBuilder,
    entry: Entry[Gemeente],
    by_size: Mapping[str, list[Entry[Gemeente]]],
    elsewhere: Sequence[KaartPunt],
) -> Page:
    item, site = entry.item, builder.site
    praktijken, verslagen = site.praktijken_of(entry.ref), site.verslagen_of(entry.ref)
    events = [site.agenda[slug] for kind, slug in site.backlinks.get(entry.ref, ()) if kind == "agenda"]
    near = _nearest(entry, by_size.get(item.klasse, []))
    items = [praktijk.item for praktijk in praktijken]
    per_trend = _per_trend(builder, items)
    dots = geo.dots([geo.Place(item.hoofdplaats, item.lat, item.lon)])
    taken = {(dot.x, dot.y) for dot in dots}
    provincie = next(slug for slug, name in vocabulary.PROVINCIE.items() if name == item.provincie)
    context = GemeentePagina(
        titel=item.naam,
        omschrijving=f"De binnenstad van {item.naam}: praktijken, verslagen en wat u ervan kunt leren.",
        canoniek=builder.absolute(entry.address),
        sectie=builder.url_for("/gemeenten/"),
        kruimels=builder.crumbs(PaginaLink("Gemeenten", "/gemeenten/")),
        provincie=PaginaLink(item.provincie, builder.url_for(f"/praktijken/provincie/{provincie}/")),
        code=item.code,
        letters=letters(item.naam),
        samenvatting=summary(items, [label.titel for label, _ in per_trend], len(verslagen)),
        feiten=_facts(item, items),
        vak=geo.square(item.lat, item.lon),
        punten=tuple(name_on_map(dot) for dot in dots),
        rest=tuple(dot for dot in elsewhere if (dot.x, dot.y) not in taken),
        praktijken=tuple(_at_home(card, item.naam) for card in builder.cards_of(sorted(praktijken, key=_strongest))),
        **builder.kept.get("timeline", entry.slug, praktijken, lambda: timeline(builder, praktijken, builder.today)),
        per_trend=per_trend,
        meedoen=PaginaLink("Meedoen", builder.url_for("/meedoen/")) if "meedoen" in site.paginas else None,
        verslagen=tuple(builder.verslag(verslag) for verslag in verslagen),
        agenda=tuple(
            event(found) for found in events if (found.item.eind or found.item.start) >= builder.today.isoformat()
        ),
        vergelijkbaar=tuple(_line(builder, other) for other in near),
        elders=builder.cards_of(_elsewhere(builder, praktijken, near)),
    )
    search = SearchEntry(
        titel=item.naam,
        adres=builder.url_for(entry.address),
        soort="gemeente",
        in_een_zin=context.omschrijving,
        stukken=piece(*item.ook, *(praktijk.item.titel for praktijk in praktijken)),
        plaats=item.provincie,
        kenmerken=marks(builder, "gemeente", gemeenten=[entry.slug], provincies=[item.provincie]),
    )
    newest = max((last_modified(found.item) for found in (*praktijken, *verslagen)), default="")
    origin = Location((praktijken or verslagen or (entry,))[0].document.path)
    return Page(entry.address, context, origin, (search,), newest)
