"""The list of trends, and the dossier of each."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site import geo
from binnenstad_site.diagnostics import Location
from binnenstad_site.models.items import Trend
from binnenstad_site.pages.contexts import TrendPagina, TrendsPagina
from binnenstad_site.pages.desk import Desk, last_modified
from binnenstad_site.pages.itemfields import item_fields
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import Link, ScenarioAlinea, TrendKaart
from binnenstad_site.pages.standing import introduction
from binnenstad_site.pages.street import street_of
from binnenstad_site.typography import counted
from binnenstad_site.validation import Entry

SHOWN_KANSEN = 5
SHOWN_PRAKTIJKEN = 3


def trend_cards(desk: Desk) -> tuple[TrendKaart, ...]:
    """The six trends with their counts."""
    cards, street = [], street_of(desk.site)
    for slug, entry in desk.site.trends.items():
        found = desk.site.praktijken_of(entry.ref)
        cards.append(
            TrendKaart(
                label=desk.trend(slug),
                in_een_zin=entry.item.in_een_zin,
                dossier=entry.item.dossier,
                praktijken=len(found),
                gestopt=sum(praktijk.item.status == "gestopt" for praktijk in found),
                kansen=len(desk.site.kansen_of(entry.ref)),
                thema=entry.item.thema,
                naar_praktijken=desk.at(f"/praktijken/trend/{slug}/"),
                naar_kansen=desk.at(f"/kansen/{slug}/"),
                geteld=counted(len(found), "praktijk", "praktijken"),
                blok=street.block(entry),
            )
        )
    return tuple(cards)


def trend_pages(desk: Desk) -> Iterator[Page]:
    """`/trends/` and a page per trend."""
    intro = introduction(desk, "trends", "Trends", "Zes ontwikkelingen die de binnenstad veranderen.")
    street = street_of(desk.site)
    context = TrendsPagina(
        **intro.fields,
        inleiding=intro.html,
        trends=trend_cards(desk),
        raam=street.window,
        luik=street.shutter,
    )
    yield intro.page("/trends/", context)
    for entry in desk.site.trends.values():
        yield _trend(desk, entry)


def _trend(desk: Desk, entry: Entry[Trend]) -> Page:
    item, site = entry.item, desk.site
    notes = desk.notes(entry)
    secties = desk.sections(entry.body, notes)
    cijfers = tuple(desk.figure(c.tekst, c.eenheid, c.reeks, notes.cite(c.bron)) for c in item.cijfers)
    found = site.praktijken_of(entry.ref)
    strongest = sorted(found, key=lambda p: (-int(p.item.bewijs), p.item.trends[0] != entry.slug, p.slug))
    kansen = site.kansen_of(entry.ref)
    publicaties = [site.publicaties[slug] for kind, slug in site.backlinks.get(entry.ref, ()) if kind == "publicaties"]
    context = TrendPagina(
        trend=desk.trend(entry.slug),
        dossier=item.dossier,
        gevolgen=(
            ("Straat", item.gevolgen.straat),
            ("Pand", item.gevolgen.pand),
            ("Regels", item.gevolgen.regels),
            ("Geld", item.gevolgen.geld),
        ),
        secties=secties,
        cijfers=cijfers,
        kansen=tuple(desk.kans(kans) for kans in kansen[:SHOWN_KANSEN]),
        alle_kansen=Link(
            f"Alle {len(kansen)} kansen" if len(kansen) > 1 else "Meer over de kans", desk.at(f"/kansen/{entry.slug}/")
        ),
        praktijken=desk.cards_of(strongest[:SHOWN_PRAKTIJKEN]),
        alle_praktijken=Link(
            f"Alle {len(found)} praktijken" if len(found) > 1 else "Naar de lijst",
            desk.at(f"/praktijken/trend/{entry.slug}/"),
        ),
        verslagen=tuple(desk.verslag(verslag) for verslag in site.verslagen_of(entry.ref)),
        publicaties=tuple(Link(p.item.titel, desk.at(p.address)) for p in publicaties),
        scenarios=tuple(
            ScenarioAlinea(Link(site.scenarios[slug].item.titel, desk.at(site.scenarios[slug].address)), text)
            for slug, text in item.in_scenarios.items()
            if slug in site.scenarios
        ),
        punten=geo.dots(desk.places_of(found)),
        # last: by now the page has cited and explained all that it does
        **item_fields(desk, entry, notes, "/trends/", Link("Trends", "/trends/")),
    )
    text = " ".join(part.text for part in entry.body.sections)
    search = SearchEntry(
        item.titel, desk.at(entry.address), "trend", item.in_een_zin, text, trends=(desk.trend(entry.slug).titel,)
    )
    return Page(entry.address, context, Location(entry.document.path), (search,), last_modified(item))
