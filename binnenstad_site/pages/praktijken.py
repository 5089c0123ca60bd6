"""The page of a praktijk: its passport, its story, what to learn, and what it belongs with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from binnenstad_site import geo
from binnenstad_site.dates import in_words
from binnenstad_site.diagnostics import Location
from binnenstad_site.markdown import Notes
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Periode, Praktijk, Resultaat
from binnenstad_site.pages.contexts import PraktijkPagina
from binnenstad_site.pages.desk import LADDER, Desk, evidence, last_modified, section, status_label
from binnenstad_site.pages.itemfields import item_fields
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import NIETS, LesRegel, Link, MisserRegel, ResultaatRegel, Verwant
from binnenstad_site.pages.related import Related
from binnenstad_site.validation import Entry


def praktijk_pages(desk: Desk) -> Iterator[Page]:
    """A page per praktijk, the withdrawn too."""
    related = Related(desk.site, desk.kept)
    withdrawn = [entry for entry in desk.site.withdrawn if entry.collection.name == "praktijken"]
    for entry in (*desk.site.praktijken.values(), *withdrawn):
        yield _kept(desk, entry, related)  # type: ignore[arg-type]


def _kept(desk: Desk, entry: Entry[Praktijk], related: Related) -> Page:
    """The page, made anew when anything it shows is not the same as in the last build."""
    site = desk.site
    verwant = related.of(entry)
    key = (entry, site.links.get(entry.ref), site.kansen_of(entry.ref), site.verslagen_of(entry.ref), verwant)
    return desk.kept.get("praktijk", entry.slug, key, lambda: _praktijk(desk, entry, verwant))


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


def _result(desk: Desk, result: Resultaat, notes: Notes) -> ResultaatRegel:
    noten = notes.cite(result.bron)
    series = desk.figure(result.maat or result.tekst, result.eenheid or "", result.reeks, NIETS)
    return ResultaatRegel(
        tekst=result.tekst,
        noten=noten,
        maat=result.maat or "",
        voor=result.voor or "",
        na=result.na or "",
        reeks=series if result.reeks else None,
    )


def _region(desk: Desk, item: Praktijk) -> str:
    provinces = desk.site.provincies_van(item)
    square = desk.map_square(item)
    region = ", ".join(provinces) if provinces else vocabulary.LAND[item.land]
    return f"{region}, vak {square}" if square else region


def _praktijk(desk: Desk, entry: Entry[Praktijk], verwant: Sequence[tuple[Entry[Praktijk], str]]) -> Page:
    item, site = entry.item, desk.site
    notes = desk.notes(entry)
    kosten_noten = notes.cite(item.kosten.bron)
    parts = desk.sections(entry.body, notes)
    gemeente = site.gemeente_van(item)
    gemeenten = [site.gemeenten[slug] for slug in item.gemeenten if slug in site.gemeenten]
    context = PraktijkPagina(
        slug=entry.slug,
        trends=tuple(desk.trend(slug) for slug in item.trends),
        plaats=desk.place_name(item),
        gemeenten=tuple(Link(g.item.naam, desk.at(g.address)) for g in gemeenten),
        regio=_region(desk, item),
        grootteklasse=vocabulary.GROOTTEKLASSE[gemeente.klasse] if gemeente and len(gemeenten) == 1 else "",
        plek=item.plek,
        opgave=item.opgave,
        instrumenten=tuple(vocabulary.INSTRUMENT[tool] for tool in item.instrumenten),
        status=status_label(item),
        periode=period(item.periode),
        periode_toelichting=item.periode.toelichting or "",
        partijen=item.partijen,
        kosten=vocabulary.KOSTENKLASSE[item.kosten.klasse],
        kosten_toelichting=item.kosten.toelichting or "",
        kosten_noten=kosten_noten,
        past_bij=tuple(vocabulary.GROOTTEKLASSE[size] for size in item.past_bij),
        past_bij_reden=item.past_bij_reden or "",
        bewijs=evidence(item.bewijs),
        bewijs_reden=item.bewijs_reden,
        ladder=LADDER,
        punten=geo.dots(desk.places(item)),
        kort=section(parts, "In het kort"),
        aanleiding=section(parts, "Aanleiding"),
        aanpak=section(parts, "Aanpak"),
        resultaat=section(parts, "Resultaat"),
        leren=section(parts, "Wat andere gemeenten hiervan kunnen leren"),
        resultaten=tuple(_result(desk, result, notes) for result in item.resultaten),
        wat_ging_mis=tuple(MisserRegel(m.kop, m.tekst, notes.cite(m.bron)) for m in item.wat_ging_mis),
        lessen=tuple(LesRegel(les.tekst, les.afgeleid) for les in item.lessen),
        eerste_stappen=item.eerste_stappen,
        kansen=tuple(desk.kans(kans) for kans in site.kansen_of(entry.ref)),
        verslagen=tuple(desk.verslag(verslag) for verslag in site.verslagen_of(entry.ref)),
        verwant=tuple(Verwant(desk.cards[other.slug], reason) for other, reason in verwant),
        # last: by now the page has cited and explained all that it does
        **item_fields(desk, entry, notes, "/praktijken/", Link("Praktijken", "/praktijken/")),
    )
    findable = () if item.ingetrokken else (_search(desk, entry),)
    listed = item.ingetrokken is None
    return Page(entry.address, context, Location(entry.document.path), findable, last_modified(item), listed)


def _search(desk: Desk, entry: Entry[Praktijk]) -> SearchEntry:
    item = entry.item
    fields = (item.opgave, item.plek, *item.partijen, *(result.tekst for result in item.resultaten))
    more = (*(f"{m.kop}. {m.tekst}" for m in item.wat_ging_mis), *(les.tekst for les in item.lessen))
    text = " ".join((*(part.text for part in entry.body.sections), *fields, *more))
    return SearchEntry(
        titel=item.titel,
        adres=desk.at(entry.address),
        soort="praktijk",
        in_een_zin=item.in_een_zin,
        tekst=text,
        plaats=desk.place_name(item),
        provincie=", ".join(desk.site.provincies_van(item)),
        trends=tuple(desk.trend(slug).titel for slug in item.trends),
    )
