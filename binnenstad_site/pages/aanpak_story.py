"""The text of an aanpak with its lists and tables, in the order of its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.core.dates import in_words
from binnenstad_site.models.items import Aanpak
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


def story(builder: PageBuilder, item: Aanpak, notes: PageNotes) -> AanpakVerhaal:
    """Rendered in the order of the page (as arguments are evaluated), so that sources lead back in that order."""
    return AanpakVerhaal(
        doorlooptijd=item.doorlooptijd.tekst,
        doorlooptijd_noten=notes.cite(item.doorlooptijd.bron),
        kort=notes.section("In het kort"),
        hoe=notes.section("Hoe het werkt"),
        stappen=tuple(StapRegel(step.stap, step.wie) for step in item.stappen),
        weten=notes.section("Wat weten we"),
        tabellen=tuple(_table(builder, table, notes) for table in item.tabellen),
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
        voorwaarden=_sentences(builder, item.voorwaarden, notes),
        wanneer_niet=_sentences(builder, item.wanneer_niet, notes),
        fouten=tuple(GevalZin(error.fout, _case(builder, error.praktijk), NIETS) for error in item.fouten),
    )


def _case(builder: PageBuilder, slug: str | None, place: str | None = None) -> Geval | None:
    """The praktijk that an aanpak names, under its own place or the one given; none for a withdrawn one."""
    entry = builder.site.praktijken.get(slug or "")
    if entry is None:
        return None
    link = builder.addresses.link_to(entry)
    return Geval(place or builder.cards.place_name(entry.item), link.tekst, link.adres)


def _sentences(builder: PageBuilder, rows: Iterable[Voorwaarde], notes: PageNotes) -> tuple[GevalZin, ...]:
    return tuple(GevalZin(row.tekst, _case(builder, row.praktijk), notes.cite(row.bron)) for row in rows)


def _table(builder: PageBuilder, table: Tabel, notes: PageNotes) -> TabelDeel:
    return TabelDeel(
        table.titel,
        table.toelichting or "",
        table.kolommen,
        tuple(_row(builder, row, table.kolommen, notes) for row in table.rijen),
    )


def _row(builder: PageBuilder, row: Rij, columns: tuple[str, ...], notes: PageNotes) -> TabelRij:
    """A row under the place of its praktijk, or a place that has none, or one that was withdrawn."""
    cells = tuple(zip(columns, row.waarden, strict=False))  # another number of them is an error of its own
    case = _case(builder, row.praktijk, row.plaats) or Geval(row.plaats or row.praktijk or "")
    return TabelRij(case, notes.cite(row.bron), cells)
