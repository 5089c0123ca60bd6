"""The page of a praktijk: its passport, its story, what to learn, and what it belongs with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from binnenstad_site.core.dates import in_words
from binnenstad_site.drawings.svg import NO_DRAWING, Drawing
from binnenstad_site.link.site import copy_path
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Kans, Praktijk, Verslag
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.evidence import evidence_of, ladder
from binnenstad_site.pages.frames import ItemContext, Part, item_frame, section_parts
from binnenstad_site.pages.page import Page, Recipe, SearchEntry, Stuk, item_page_made_of, with_withdrawn
from binnenstad_site.pages.parts.item_parts import FotoDeel
from binnenstad_site.pages.parts.labels import BewijsLabel, PaginaLink, StatusLabel, Trede, TrendLabel
from binnenstad_site.pages.parts.list_items import KansRegel, VerslagKaart, Verwant
from binnenstad_site.pages.praktijk_passport import GeciteerdPaspoort, cited_passport, outcome, passport_words
from binnenstad_site.pages.praktijk_story import PraktijkVerhaal, stopped, story
from binnenstad_site.pages.related import Related
from binnenstad_site.pages.search_entries import body_pieces, piece, praktijk_facets, search_entry
from binnenstad_site.pages.standing import as_of, period, status_label
from binnenstad_site.pages.street import RingedWindow
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True)
class AanspreekpuntLabel:
    """Whom a reader can ask: an office, its address as text and as a link, and since and until when it agrees."""

    rol: str
    mail: str
    adres: str
    instemming: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkPagina(ItemContext, template="praktijk.html"):
    """A praktijk: the passport and its story."""

    slug: str
    tekening: Drawing = NO_DRAWING
    """The block of its first trend with the window of this praktijk lit; a praktijk that no list has, has none."""
    trends: tuple[TrendLabel, ...]
    plaats: str
    """For the line above the title: "Den Haag" or "Gent (België)"."""
    paspoort_plaats: str
    """For the passport, where country and gemeenten follow: "Gent", "6 gemeenten"."""
    gemeente: str
    """Address of the page of its only gemeente; empty for more of them, or abroad."""
    gemeenten: tuple[PaginaLink, ...]
    """Its gemeenten when there are more."""
    regio: str
    """Province or country, with the map square when there is one."""
    grootteklasse: str
    plek: str
    opgave: str
    instrumenten: tuple[str, ...]
    aanpakken: tuple[PaginaLink, ...]
    """The main one first."""
    uitkomst: str
    """Whether the goal was reached; empty where that is not known."""
    status: StatusLabel
    stand: str
    """From when the status is: `stand volgens bron uit 2020`."""
    periode: str
    periode_toelichting: str
    partijen: tuple[str, ...]
    kosten: str
    kosten_toelichting: str
    past_bij: tuple[str, ...]
    past_bij_reden: str
    bewijs: BewijsLabel
    bewijs_reden: str
    ladder: tuple[Trede, ...]
    punten: tuple[geo.KaartPunt, ...]
    paspoort: GeciteerdPaspoort
    verhaal: PraktijkVerhaal
    eerste_stappen: tuple[str, ...]
    kansen: tuple[KansRegel, ...]
    verslagen: tuple[VerslagKaart, ...]
    verwant: tuple[Verwant, ...]
    aanspreekpunt: AanspreekpuntLabel | None
    """Whom to ask, while they agree to it."""


def praktijk_pages(builder: PageBuilder) -> Iterator[Page]:
    """A page per praktijk, the withdrawn too."""
    related = Related(builder.site)
    for entry in with_withdrawn(builder.site, builder.site.praktijken, Praktijk):
        yield _page(builder, entry, related.of(entry))


def _page(builder: PageBuilder, entry: Entry[Praktijk], related: Sequence[tuple[Entry[Praktijk], str]]) -> Page:
    item, cards = entry.item, builder.cards
    aanpakken = builder.site.aanpakken_of(item)
    words = builder.readers_words.get(builder.addresses.url_for(entry.address))
    search = builder.part("search", (entry, aanpakken, words), lambda: _search(builder, entry))
    verwant = tuple(Verwant(cards.praktijken[other.slug], reason) for other, reason in related)
    window = builder.street.window_of(entry, builder.site.trends.get(item.trends[0]))
    others = _Others(tuple(map(builder.addresses.link_to, aanpakken)), verwant)
    parts = (entry, builder.site.kansen_of(entry.ref), builder.site.verslagen_of(entry.ref), others, window)
    return item_page_made_of(builder, entry, Recipe(PraktijkPagina, _context, parts), search)


def _search(builder: PageBuilder, entry: Entry[Praktijk]) -> SearchEntry:
    facets, place = praktijk_facets(builder, entry.item), builder.cards.place_name(entry.item)
    return search_entry(builder, entry, entry.item.in_een_zin, _pieces(entry), facets, place)


@dataclass(frozen=True, slots=True)
class _Others:
    """What the page shows of items that do not name it."""

    aanpakken: tuple[PaginaLink, ...]
    verwant: tuple[Verwant, ...]


def _region(builder: PageBuilder, item: Praktijk) -> str:
    provinces = builder.site.provincies_of(item)
    square = builder.cards.map_square(item)
    region = ", ".join(provinces) if provinces else vocabulary.LAND[item.land]
    return f"{region}, vak {square}" if square else region


def _place_alone(builder: PageBuilder, item: Praktijk) -> str:
    """The place, for use beside the country and the gemeenten."""
    if not item.gemeenten and item.kaartpunten:
        return item.kaartpunten[0].plaats
    count = len(item.gemeenten)
    return COLLECTIONS["gemeenten"].counted(count) if count > 2 else builder.cards.place_name(item)


def _parts(verhaal: PraktijkVerhaal) -> tuple[Part, ...]:
    """The text in the order in which the page shows it, up to the lessons."""
    wrong = ("wat-ging-mis", "Wat ging mis", True)
    body = section_parts((verhaal.aanleiding, verhaal.aanpak, verhaal.resultaat))
    return (*section_parts([verhaal.kort]), *((wrong, *body) if verhaal.gestopt else (*body, wrong)))


def _context(
    builder: PageBuilder,
    entry: Entry[Praktijk],
    kansen_of_it: Sequence[Entry[Kans]],
    verslagen_of_it: Sequence[Entry[Verslag]],
    others: _Others,
    window: RingedWindow | None,
) -> PraktijkPagina:
    item, site, cards = entry.item, builder.site, builder.cards
    notes = builder.notes(entry)
    ended = stopped(item, notes)  # in the order of the page: its top, the passport, the story
    paspoort = cited_passport(item, notes)
    verhaal = story(item, notes, ended, _photo(builder, entry))
    gemeenten = tuple(map(builder.addresses.link_to, site.gemeenten_of(item)))
    only = gemeenten if len(gemeenten) == 1 else ()
    kansen = tuple(map(cards.kans, kansen_of_it))
    verslagen = cards.verslagen_of(verslagen_of_it)
    parts = (
        *_parts(verhaal),
        ("lessen", "Lessen", verhaal.lessen),
        (verhaal.leren.id, "Wat anderen kunnen leren", verhaal.leren.html),
        ("eerste-stappen", "Eerste stappen", item.eerste_stappen),
        ("kansen", "Kansen", kansen),
        ("verslagen", "Verslagen", verslagen),
    )
    words = sum(len(part.tekst.split()) for part in _pieces(entry))
    return PraktijkPagina(
        kader=item_frame(
            builder, entry, notes.finish(), parts, [("verwant", "Verwant", others.verwant)], steps=only, words=words
        ),
        slug=entry.slug,
        tekening=window.drawing() if window else NO_DRAWING,
        trends=cards.trends_of(item.trends),
        plaats=cards.place_name(item),
        paspoort_plaats=_place_alone(builder, item),
        gemeente=only[0].adres if only else "",
        gemeenten=() if only else gemeenten,
        regio=_region(builder, item),
        grootteklasse=vocabulary.GROOTTEKLASSE[site.gemeenten_of(item)[0].item.klasse] if only else "",
        plek=item.plek,
        opgave=item.opgave,
        aanpakken=others.aanpakken,
        instrumenten=tuple(vocabulary.INSTRUMENT[tool] for tool in item.instrumenten),
        uitkomst=outcome(item),
        status=status_label(item, builder.today),
        stand=as_of(item, builder.today),
        periode=period(item, builder.today),
        periode_toelichting="" if ended and not item.einde else item.periode.toelichting or "",
        partijen=item.partijen,
        kosten=vocabulary.KOSTENKLASSE[item.kosten.klasse],
        kosten_toelichting=item.kosten.toelichting or "",
        past_bij=tuple(vocabulary.GROOTTEKLASSE[size] for size in item.past_bij),
        past_bij_reden=item.past_bij_reden or "",
        bewijs=evidence_of(item),
        bewijs_reden=item.bewijs_reden,
        ladder=ladder(item.bewijs),
        punten=geo.dots(cards.places(item)),
        paspoort=paspoort,
        verhaal=verhaal,
        eerste_stappen=item.eerste_stappen,
        kansen=kansen,
        verslagen=verslagen,
        verwant=others.verwant,
        aanspreekpunt=_contact(builder, item),
    )


def _photo(builder: PageBuilder, entry: Entry[Praktijk]) -> FotoDeel | None:
    """The photo that a praktijk has, if any."""
    if (foto := entry.item.foto) is None:
        return None
    path = copy_path(entry, foto.bestand)
    if (size := builder.site.sizes.get(path)) is None:
        return None  # which was reported; nothing of this build is published
    made = foto.maker if foto.jaar == "onbekend" else f"{foto.maker}, {foto.jaar}"
    return FotoDeel(builder.addresses.url_for(f"/{path}"), *size, foto.beschrijving, f"Foto: {made}.")


def _contact(builder: PageBuilder, item: Praktijk) -> AanspreekpuntLabel | None:
    contact = item.aanspreekpunt
    if contact is None or not contact.shown_on(builder.today):
        return None
    subject = quote(f"Vraag over {item.titel}")
    agreed = f"Stemde hiermee in op {in_words(contact.toestemming)}, tot en met {in_words(contact.tot)}."
    return AanspreekpuntLabel(contact.rol, contact.mail, f"mailto:{contact.mail}?subject={subject}", agreed)


def _pieces(entry: Entry[Praktijk]) -> tuple[Stuk, ...]:
    """The whole text of the page, in the pieces that a search result can link to."""
    item = entry.item
    return (
        *body_pieces(entry.body),
        *piece(*(result.tekst for result in item.resultaten), kop="Resultaten", anker="resultaten"),
        *piece(*(f"{m.kop}. {m.tekst}" for m in item.wat_ging_mis), kop="Wat ging mis", anker="wat-ging-mis"),
        *piece(*(les.tekst for les in item.lessen), kop="Lessen", anker="lessen"),
        *piece(*item.eerste_stappen, kop="Eerste stappen", anker="eerste-stappen"),
        *piece(*passport_words(item), kop="Paspoort", anker="paspoort"),
    )
