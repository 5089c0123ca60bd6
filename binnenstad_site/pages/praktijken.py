"""The page of a praktijk: its passport, its story, what to learn, and what it belongs with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup

from binnenstad_site.core import dates
from binnenstad_site.core.dates import in_words
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import counted
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Periode, Praktijk, Resultaat
from binnenstad_site.pages import geo
from binnenstad_site.pages.builder import PageBuilder, evidence, ladder, last_modified, status_label
from binnenstad_site.pages.contexts import PraktijkPagina
from binnenstad_site.pages.itemfields import contents, item_fields, minutes
from binnenstad_site.pages.page import Page, SearchEntry, Stuk
from binnenstad_site.pages.parts import (
    CijferDeel,
    GestoptDeel,
    LesRegel,
    MisserRegel,
    PaginaLink,
    ResultaatRegel,
    Verwant,
)
from binnenstad_site.pages.related import Related
from binnenstad_site.pages.search_entries import piece, pieces, praktijk_marks
from binnenstad_site.validate.markdown import Notes
from binnenstad_site.validate.validator import Entry


def praktijk_pages(builder: PageBuilder) -> Iterator[Page]:
    """A page per praktijk, the withdrawn too."""
    related = Related(builder.site, builder.kept)
    withdrawn = [entry for entry in builder.site.withdrawn if entry.collection.name == "praktijken"]
    for entry in (*builder.site.praktijken.values(), *withdrawn):
        yield _kept(builder, entry, related)  # type: ignore[arg-type]


def _kept(builder: PageBuilder, entry: Entry[Praktijk], related: Related) -> Page:
    """The page, made anew when anything it shows is not the same as in the last build."""
    site = builder.site
    verwant = related.of(entry)
    drawn = builder.street.ringed(entry, site.trends.get(entry.item.trends[0]))
    key = (entry, site.links[entry.ref], site.kansen_of(entry.ref), site.verslagen_of(entry.ref), verwant, drawn)
    return builder.kept.get("praktijk", entry.slug, key, lambda: _praktijk(builder, entry, verwant, drawn))


def period(periode: Periode) -> str:
    """`oktober 2016 tot heden`, `2019 tot en met 2021`, `onbekend`."""
    start, end = in_words(periode.start), in_words(periode.eind)
    if periode.start == periode.eind:
        return start
    if periode.eind == "onbekend":
        return f"vanaf {start}, einde onbekend"
    if periode.start == "onbekend":
        return f"begin onbekend, {'loopt nog' if periode.eind == 'heden' else f'tot en met {end}'}"
    return f"{start} tot {'heden' if periode.eind == 'heden' else f'en met {end}'}"


def measured(result: Resultaat) -> bool:
    """Whether a result has a value before or after, and no series that shows both."""
    return bool(result.voor or result.na) and not result.reeks


def _series(builder: PageBuilder, result: Resultaat, notes: Notes) -> CijferDeel:
    """A result as bars; what was measured goes before what came of it."""
    measure = f"{_measure(result)}. " if result.maat else ""
    figure = builder.figure(measure + result.tekst, result.eenheid or "", result.reeks, notes.cite(result.bron))
    return replace(figure, voor=(result.voor or "").startswith(result.reeks[0].waarde))


def _measure(result: Resultaat) -> str:
    """What was measured, as the head of a row or the beginning of a caption."""
    measure = result.maat or ""
    return measure[:1].upper() + measure[1:]


def _result(result: Resultaat, notes: Notes) -> ResultaatRegel:
    noten = notes.cite(result.bron)
    return ResultaatRegel(result.tekst, noten, _measure(result), result.voor or "", result.na or "")


def stopped(item: Praktijk) -> GestoptDeel | None:
    """When a praktijk stopped, after how long, and what it cost; None for one that did not stop."""
    if not item.gestopt:
        return None
    start, end = item.periode.start, item.periode.eind
    known = end not in ("onbekend", "heden")
    lasted = dates.lasted(start, end) if known else ""
    costs = "" if item.kosten.klasse == "onbekend" else vocabulary.KOSTENKLASSE[item.kosten.klasse]
    facts = (("Begonnen", in_words(start)), ("Kosten", costs), ("Nieuwste bron", item.status_peildatum))
    return GestoptDeel(
        kop=f"Gestopt in {in_words(end)}" if known else "Gestopt, wanneer is onbekend",
        duur=f", na {lasted}" if lasted else "",
        toelichting=item.periode.toelichting or "",
        feiten=tuple((name, value) for name, value in facts if value and value != "onbekend"),
    )


def as_of(item: Praktijk) -> str:
    """From when the status is, as the sources tell."""
    year = item.status_peildatum
    return "stand volgens bron, jaar onbekend" if year == "onbekend" else f"stand volgens bron uit {year}"


def _region(builder: PageBuilder, item: Praktijk) -> str:
    provinces = builder.site.provincies_van(item)
    square = builder.map_square(item)
    region = ", ".join(provinces) if provinces else vocabulary.LAND[item.land]
    return f"{region}, vak {square}" if square else region


def _place_alone(builder: PageBuilder, item: Praktijk) -> str:
    """The place where its country and its gemeenten are told beside it."""
    if not item.gemeenten and item.kaartpunten:
        return item.kaartpunten[0].plaats
    return counted(many, "gemeente", "gemeenten") if (many := len(item.gemeenten)) > 2 else builder.place_name(item)


def _story(builder: PageBuilder, entry: Entry[Praktijk], notes: Notes) -> dict[str, Any]:
    """What the page tells, made in the order in which it is read, so that sources lead back in that order."""
    item, tell = entry.item, partial(builder.part, entry.body, notes=notes)
    gone = stopped(item)
    story: dict[str, Any] = {"gestopt": gone, "kort": tell("In het kort")}
    if gone:
        story["wat_ging_mis"] = _went_wrong(item, notes)
    story["aanleiding"], story["aanpak"] = tell("Aanleiding"), tell("Aanpak")
    story["reeksen"] = tuple(_series(builder, result, notes) for result in item.resultaten if result.reeks)
    story["metingen"] = tuple(_result(result, notes) for result in item.resultaten if measured(result))
    story["resultaat"] = tell("Resultaat")
    rest = [result for result in item.resultaten if not result.reeks and not measured(result)]
    story["bevindingen"] = tuple(_result(result, notes) for result in rest)
    if not gone:
        story["wat_ging_mis"] = _went_wrong(item, notes)
    story["leren"] = tell("Wat andere gemeenten hiervan kunnen leren")
    return story


def _went_wrong(item: Praktijk, notes: Notes) -> tuple[MisserRegel, ...]:
    return tuple(MisserRegel(m.kop, m.tekst, notes.cite(m.bron)) for m in item.wat_ging_mis)


def _contents(context: PraktijkPagina) -> tuple[PaginaLink, ...]:
    """The parts of the page in the order in which it shows them."""
    mis = ("wat-ging-mis", "Wat ging mis", True)
    body = [(part.id, part.titel, part.html) for part in (context.aanleiding, context.aanpak, context.resultaat)]
    return contents(
        (context.kort.id, context.kort.titel, context.kort.html),
        *([mis, *body] if context.gestopt else [*body, mis]),
        ("lessen", "Lessen", context.lessen),
        (context.leren.id, "Wat anderen kunnen leren", context.leren.html),
        ("eerste-stappen", "Eerste stappen", context.eerste_stappen),
        ("kansen", "Kansen", context.kansen),
        ("verslagen", "Verslagen", context.verslagen),
        ("bronnen", "Bronnen", context.bronnen),
        ("wijzigingen", "Wijzigingen", context.wijzigingen),
        ("verwant", "Verwant", context.verwant),
    )


def _praktijk(
    builder: PageBuilder, entry: Entry[Praktijk], verwant: Sequence[tuple[Entry[Praktijk], str]], drawn: Markup
) -> Page:
    item, site = entry.item, builder.site
    notes = builder.notes(entry)
    kosten_noten = notes.cite(item.kosten.bron)  # first: the passport stands before the story
    story = _story(builder, entry, notes)
    gemeente = site.gemeente_van(item)
    gemeenten = [site.gemeenten[slug] for slug in item.gemeenten if slug in site.gemeenten]
    towns = tuple(PaginaLink(found.item.naam, found.address) for found in gemeenten)
    town = towns if len(towns) == 1 else ()
    context = PraktijkPagina(
        slug=entry.slug,
        tekening=drawn,
        trends=tuple(builder.trend(slug) for slug in item.trends),
        plaats=builder.place_name(item),
        paspoort_plaats=_place_alone(builder, item),
        gemeente=builder.url_for(town[0].adres) if town else "",
        gemeenten=() if town else tuple(PaginaLink(link.tekst, builder.url_for(link.adres)) for link in towns),
        regio=_region(builder, item),
        grootteklasse=vocabulary.GROOTTEKLASSE[gemeente.klasse] if gemeente and len(gemeenten) == 1 else "",
        plek=item.plek,
        opgave=item.opgave,
        instrumenten=tuple(vocabulary.INSTRUMENT[tool] for tool in item.instrumenten),
        status=status_label(item),
        stand=as_of(item),
        periode=period(item.periode),
        periode_toelichting="" if story["gestopt"] else item.periode.toelichting or "",
        partijen=item.partijen,
        kosten=vocabulary.KOSTENKLASSE[item.kosten.klasse],
        kosten_toelichting=item.kosten.toelichting or "",
        kosten_noten=kosten_noten,
        past_bij=tuple(vocabulary.GROOTTEKLASSE[size] for size in item.past_bij),
        past_bij_reden=item.past_bij_reden or "",
        bewijs=evidence(item.bewijs),
        bewijs_reden=item.bewijs_reden,
        ladder=ladder(item.bewijs),
        punten=geo.dots(builder.places(item)),
        lessen=tuple(LesRegel(les.tekst, les.afgeleid) for les in item.lessen),
        eerste_stappen=item.eerste_stappen,
        kansen=tuple(builder.kans(kans) for kans in site.kansen_of(entry.ref)),
        verslagen=tuple(builder.verslag(verslag) for verslag in site.verslagen_of(entry.ref)),
        verwant=tuple(Verwant(builder.cards[other.slug], reason) for other, reason in verwant),
        **story,
        # last: by now the page has cited and explained all that it does
        **item_fields(builder, entry, notes, "/praktijken/", PaginaLink("Praktijken", "/praktijken/"), *town),
    )
    context = replace(
        context,
        onderdelen=_contents(context),
        leestijd=minutes(sum(len(part.tekst.split()) for part in _pieces(entry))),
    )
    findable = () if item.ingetrokken else (_search(builder, entry),)
    listed = item.ingetrokken is None
    return Page(entry.address, context, Location(entry.document.path), findable, last_modified(item), listed)


def _pieces(entry: Entry[Praktijk]) -> tuple[Stuk, ...]:
    """All that the page tells, in the pieces that a search result can lead to."""
    item = entry.item
    return (
        *pieces(entry.body),
        *piece(*(result.tekst for result in item.resultaten), kop="Resultaten", anker="resultaten"),
        *piece(*(f"{m.kop}. {m.tekst}" for m in item.wat_ging_mis), kop="Wat ging mis", anker="wat-ging-mis"),
        *piece(*(les.tekst for les in item.lessen), kop="Lessen", anker="lessen"),
        *piece(*item.eerste_stappen, kop="Eerste stappen", anker="eerste-stappen"),
        *piece(item.opgave, item.plek, *item.partijen, kop="Paspoort", anker="paspoort"),
    )


def _search(builder: PageBuilder, entry: Entry[Praktijk]) -> SearchEntry:
    item = entry.item
    return SearchEntry(
        titel=item.titel,
        adres=builder.url_for(entry.address),
        soort="praktijk",
        in_een_zin=item.in_een_zin,
        stukken=_pieces(entry),
        plaats=builder.place_name(item),
        kenmerken=tuple(praktijk_marks(builder, item)),
    )
