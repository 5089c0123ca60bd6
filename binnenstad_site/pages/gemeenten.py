"""The gemeenten that have something on this site, and the page of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from binnenstad_site import geo
from binnenstad_site.dates import in_words
from binnenstad_site.diagnostics import Location
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Agendapunt, Gemeente
from binnenstad_site.pages.contexts import GemeentenPagina, GemeentePagina
from binnenstad_site.pages.desk import Desk, last_modified
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import AgendaRegel, GemeenteRegel, Link, Provincie
from binnenstad_site.pages.standing import introduction
from binnenstad_site.validation import Entry

SHOWN_SIMILAR = 8


def with_page(desk: Desk) -> tuple[Entry[Gemeente], ...]:
    """The gemeenten with a praktijk, verslag or event, and those to which a published or withdrawn page leads."""
    kept = {address.strip("/") for address in desk.site.published}
    kept |= {f"gemeenten/{slug}" for gone in desk.site.withdrawn for slug in getattr(gone.item, "gemeenten", ())}
    return tuple(
        entry
        for slug, entry in desk.site.gemeenten.items()
        if desk.site.backlinks.get(entry.ref) or f"gemeenten/{slug}" in kept
    )


def gemeente_pages(desk: Desk) -> Iterator[Page]:
    """`/gemeenten/` and a page per gemeente with something on it."""
    shown = with_page(desk)
    intro = introduction(desk, "gemeenten", "Gemeenten", "Gemeenten waarover iets op deze site staat.")
    provinces = {name: slug for slug, name in vocabulary.PROVINCIE.items()}
    groups = []
    for name, slug in provinces.items():
        lines = tuple(_line(desk, entry) for entry in shown if entry.item.provincie == name)
        if lines:
            groups.append(Provincie(name, desk.at(f"/praktijken/provincie/{slug}/"), lines))
    context = GemeentenPagina(
        **intro.fields,
        inleiding=intro.html,
        provincies=tuple(groups),
        aantal=len(shown),
        punten=geo.dots(desk.places_of(desk.site.praktijken.values())),
    )
    yield intro.page("/gemeenten/", context)
    by_size: dict[str, list[Entry[Gemeente]]] = {}
    for entry in sorted(shown, key=lambda entry: entry.item.inwoners):
        if desk.site.praktijken_of(entry.ref):
            by_size.setdefault(entry.item.klasse, []).append(entry)
    for entry in shown:
        yield _gemeente(desk, entry, by_size)


def _line(desk: Desk, entry: Entry[Gemeente]) -> GemeenteRegel:
    praktijken, verslagen = desk.site.praktijken_of(entry.ref), desk.site.verslagen_of(entry.ref)
    return GemeenteRegel(entry.item.naam, desk.at(entry.address), len(praktijken), len(verslagen))


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


def _gemeente(desk: Desk, entry: Entry[Gemeente], by_size: Mapping[str, list[Entry[Gemeente]]]) -> Page:
    item, site = entry.item, desk.site
    praktijken, verslagen = site.praktijken_of(entry.ref), site.verslagen_of(entry.ref)
    events = [site.agenda[slug] for kind, slug in site.backlinks.get(entry.ref, ()) if kind == "agenda"]
    near = _nearest(entry, by_size.get(item.klasse, []))
    provincie = next(slug for slug, name in vocabulary.PROVINCIE.items() if name == item.provincie)
    context = GemeentePagina(
        titel=item.naam,
        omschrijving=f"De binnenstad van {item.naam}: praktijken, verslagen en wat u ervan kunt leren.",
        canoniek=desk.absolute(entry.address),
        sectie=desk.at("/gemeenten/"),
        kruimels=desk.crumbs(Link("Gemeenten", "/gemeenten/")),
        provincie=Link(item.provincie, desk.at(f"/praktijken/provincie/{provincie}/")),
        grootteklasse=vocabulary.GROOTTEKLASSE[item.klasse],
        inwoners=f"{item.inwoners:,}".replace(",", "."),
        inwoners_jaar=item.inwoners_jaar,
        vak=geo.square(item.lat, item.lon),
        punten=geo.dots([geo.Place(item.hoofdplaats, item.lat, item.lon)]),
        praktijken=desk.cards_of(praktijken),
        verslagen=tuple(desk.verslag(verslag) for verslag in verslagen),
        agenda=tuple(
            event(found) for found in events if (found.item.eind or found.item.start) >= desk.today.isoformat()
        ),
        vergelijkbaar=tuple(Link(other.item.naam, desk.at(other.address)) for other in near),
    )
    search = SearchEntry(
        titel=item.naam,
        adres=desk.at(entry.address),
        soort="gemeente",
        in_een_zin=context.omschrijving,
        tekst=" ".join((*item.ook, *(praktijk.item.titel for praktijk in praktijken))),
        plaats=item.naam,
        provincie=item.provincie,
    )
    newest = max((last_modified(found.item) for found in (*praktijken, *verslagen)), default="")
    origin = Location((praktijken or verslagen or (entry,))[0].document.path)
    return Page(entry.address, context, origin, (search,), newest)
