"""The text of an aanpak with its lists and tables, in the order of its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from binnenstad_site.core.dates import in_words
from binnenstad_site.models.items import Aanpak, Praktijk
from binnenstad_site.models.items.aanpakken import Rij, Tabel, Voorwaarde
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.page_notes import PageNotes
from binnenstad_site.pages.parts.aanpak_parts import (
    Geval,
    GevalZin,
    OnderzoekRegel,
    StapRegel,
    TabelDeel,
    TabelRij,
    WetRegel,
)
from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.labels import NIETS
from binnenstad_site.validate.validator import Entry

UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class AanpakVerhaal:
    """All that cites a source, each list at its place in the text."""

    doorlooptijd: str
    doorlooptijd_noten: Markup
    kort: Sectie
    hoe: Sectie
    stappen: tuple[StapRegel, ...]
    weten: Sectie
    tabellen: tuple[TabelDeel, ...]
    onderzoek: tuple[OnderzoekRegel, ...]
    """Empty: none was found, which the page says."""
    mag: Sectie
    wet: tuple[WetRegel, ...]
    niet: Sectie
    voorwaarden: tuple[GevalZin, ...]
    wanneer_niet: tuple[GevalZin, ...]
    fouten: tuple[GevalZin, ...]


def named(builder: PageBuilder, item: Aanpak) -> Mapping[str, Geval]:
    """The praktijken that an aanpak names, by slug; without the withdrawn."""
    slugs = (
        *(row.praktijk for row in (*item.voorwaarden, *item.wanneer_niet)),
        *(error.praktijk for error in item.fouten),
        *(row.praktijk for table in item.tabellen for row in table.rijen),
    )
    entries = (builder.site.praktijken.get(slug or "") for slug in slugs)
    return {entry.slug: _case(builder, entry) for entry in entries if entry}


def _case(builder: PageBuilder, entry: Entry[Praktijk]) -> Geval:
    link = builder.addresses.link_to(entry)
    return Geval(builder.cards.place_name(entry.item), link.tekst, link.adres)


def story(item: Aanpak, notes: PageNotes, cases: Mapping[str, Geval]) -> AanpakVerhaal:
    """Rendered in the order of the page (as arguments are evaluated), so that sources lead back in that order."""
    return AanpakVerhaal(
        doorlooptijd=item.doorlooptijd.tekst,
        doorlooptijd_noten=notes.behind(item.doorlooptijd),
        kort=notes.section("In het kort"),
        hoe=notes.section("Hoe het werkt"),
        stappen=tuple(StapRegel(step.stap, step.wie) for step in item.stappen),
        weten=notes.section("Wat weten we"),
        tabellen=tuple(_table(table, notes, cases) for table in item.tabellen),
        onderzoek=tuple(
            OnderzoekRegel(
                study.titel,
                study.organisatie,
                "" if study.jaar == UNKNOWN else study.jaar,
                study.uitkomst,
                study.reikwijdte,
                study.url or "",
            )
            for study in item.onderzoek
        ),
        mag=notes.section("Wat mag volgens de wet"),
        wet=tuple(
            WetRegel(law.naam, law.artikel, law.wat_mag, law.let_op or "", law.url, in_words(law.gecontroleerd))
            for law in item.wet
        ),
        niet=notes.section("Wanneer niet"),
        voorwaarden=_sentences(item.voorwaarden, notes, cases),
        wanneer_niet=_sentences(item.wanneer_niet, notes, cases),
        fouten=tuple(GevalZin(error.fout, cases.get(error.praktijk or ""), NIETS) for error in item.fouten),
    )


def _sentences(rows: Iterable[Voorwaarde], notes: PageNotes, cases: Mapping[str, Geval]) -> tuple[GevalZin, ...]:
    return tuple(GevalZin(row.tekst, cases.get(row.praktijk or ""), notes.behind(row)) for row in rows)


def _table(table: Tabel, notes: PageNotes, cases: Mapping[str, Geval]) -> TabelDeel:
    return TabelDeel(
        table.titel,
        table.toelichting or "",
        table.kolommen,
        tuple(_row(row, table.kolommen, notes, cases) for row in table.rijen),
    )


def _row(row: Rij, columns: tuple[str, ...], notes: PageNotes, cases: Mapping[str, Geval]) -> TabelRij:
    """A row under the place of its praktijk, its own place, or a place that has no praktijk or a withdrawn one."""
    cells = tuple(zip(columns, row.waarden, strict=False))  # another number of them is an error of its own
    case = cases.get(row.praktijk or "")
    if case is None:
        case = Geval(row.plaats or row.praktijk or "")
    return TabelRij(replace(case, plaats=row.plaats or case.plaats), notes.behind(row), cells)
