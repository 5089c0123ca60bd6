"""The text of a praktijk with its results and what went wrong, in the order of its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from binnenstad_site.core.dates import duration_in_words, in_words
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk, Resultaat
from binnenstad_site.pages.before_after import CAVEAT, pair_figure, pair_of, with_difference
from binnenstad_site.pages.figures import figure
from binnenstad_site.pages.measured_drawing import TekeningDeel, measured_drawing
from binnenstad_site.pages.page_notes import PageNotes
from binnenstad_site.pages.parts.figure_parts import CijferDeel
from binnenstad_site.pages.parts.item_parts import (
    FotoDeel,
    GestoptDeel,
    LesRegel,
    MisserRegel,
    ResultaatRegel,
    Sectie,
)
from binnenstad_site.pages.parts.labels import NIETS
from binnenstad_site.pages.praktijk_passport import cited_end


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkVerhaal:
    """All that cites a source below the passport."""

    gestopt: GestoptDeel | None
    """How it ended, when it did before its time; then what went wrong stands right after the summary."""
    kort: Sectie
    foto: FotoDeel | None
    op_schaal: TekeningDeel | None
    """The place as sources measured it; None where none did."""
    aanleiding: Sectie
    aanpak: Sectie
    resultaat: Sectie
    leren: Sectie
    reeksen: tuple[CijferDeel, ...]
    """Results measured over years, or before and after, as bars."""
    metingen: tuple[ResultaatRegel, ...]
    """Results with a value before or after that bars cannot show, with the reason."""
    voorbehoud: str
    """What a difference between before and after does not say; empty where nothing was measured."""
    bevindingen: tuple[ResultaatRegel, ...]
    """Results in words only."""
    wat_ging_mis: tuple[MisserRegel, ...]
    """Empty: nothing was found in the sources, which the page says."""
    lessen: tuple[LesRegel, ...]

    @property
    def resultaten(self) -> tuple[CijferDeel | ResultaatRegel, ...]:
        """All results, however they are shown."""
        return (*self.reeksen, *self.metingen, *self.bevindingen)


def story(item: Praktijk, notes: PageNotes, ended: GestoptDeel | None, foto: FotoDeel | None) -> PraktijkVerhaal:
    """Rendered in the order in which it is read, so that sources lead back in that order."""
    kort = notes.section("In het kort")
    op_schaal = measured_drawing(item.tekening, notes)
    wrong_first = _went_wrong(item, notes) if ended else ()
    aanleiding = notes.section("Aanleiding")
    aanpak = notes.section("Aanpak")
    reeksen, metingen = tuple(_figures(item, notes)), tuple(_rows(item, notes))
    resultaat = notes.section("Resultaat")
    in_words_only = [result for result in item.resultaten if not result.reeks and not measured(result)]
    bevindingen = tuple(_result(result, notes) for result in in_words_only)
    wrong = wrong_first if ended else _went_wrong(item, notes)
    lessen = tuple(LesRegel(les.tekst, les.afgeleid, notes.behind(les)) for les in item.lessen)
    return PraktijkVerhaal(
        gestopt=ended,
        kort=kort,
        foto=foto,
        op_schaal=op_schaal,
        aanleiding=aanleiding,
        aanpak=aanpak,
        resultaat=resultaat,
        leren=notes.section("Wat andere gemeenten hiervan kunnen leren"),
        reeksen=reeksen,
        metingen=metingen,
        voorbehoud=f"{CAVEAT} Bewijs: {item.bewijs} van 4, {vocabulary.BEWIJS[item.bewijs]}."
        if reeksen or metingen
        else "",
        bevindingen=bevindingen,
        wat_ging_mis=wrong,
        lessen=lessen,
    )


def stopped(item: Praktijk, notes: PageNotes) -> GestoptDeel | None:
    """When and how a praktijk stopped, after how long, and what it cost; None for one that did not stop."""
    if not item.gestopt:
        return None
    start, end = item.periode.start, item.periode.eind
    has_end = end not in ("onbekend", "heden")
    duration = duration_in_words(start, end) if has_end else ""
    costs = "" if item.kosten.klasse == "onbekend" else vocabulary.KOSTENKLASSE[item.kosten.klasse]
    facts = (("Begonnen", in_words(start)), ("Kosten", costs), ("Nieuwste bron", item.status_peildatum))
    told = cited_end(item, notes)
    return GestoptDeel(
        kop=f"Gestopt in {in_words(end)}" if has_end else "Gestopt, wanneer is onbekend",
        duur=f", na {duration}" if duration else "",
        toelichting=told.tekst if told else item.periode.toelichting or "",
        noten=told.noten if told else NIETS,
        feiten=tuple((name, value) for name, value in facts if value and value != "onbekend"),
    )


def measured(result: Resultaat) -> bool:
    """Whether a result has a value before or after, and no series that shows both."""
    return bool(result.voor or result.na) and not result.reeks


def _figures(item: Praktijk, notes: PageNotes) -> Iterator[CijferDeel]:
    """What was measured over years, or before and after, as bars."""
    for result in item.resultaten:
        if result.reeks:
            yield _series(result, notes)
        elif measured(result) and not isinstance(pair := pair_of(result), str):
            yield pair_figure(pair, _caption(result), notes.behind(result))


def _rows(item: Praktijk, notes: PageNotes) -> Iterator[ResultaatRegel]:
    """What was measured where bars would not be fair."""
    for result in item.resultaten:
        if measured(result) and isinstance(reason := pair_of(result), str):
            yield _result(result, notes, reason)


def _caveat(item: Praktijk) -> str:
    return f"{CAVEAT} Bewijs: {item.bewijs} van 4, {vocabulary.BEWIJS[item.bewijs]}."


def _series(result: Resultaat, notes: PageNotes) -> CijferDeel:
    """A result of several years as bars."""
    from_before = (result.voor or "").startswith(result.reeks[0].waarde)
    unit = result.eenheid or ""
    deel = figure(_caption(result), unit, result.reeks, notes.behind(result), voor=from_before)
    return with_difference(deel, result.reeks, unit)


def _caption(result: Resultaat) -> str:
    """What was measured, and what the editor says of it."""
    return f"{_measure(result)}. {result.tekst}" if result.maat else result.tekst


def _result(result: Resultaat, notes: PageNotes, geen_staven: str = "") -> ResultaatRegel:
    noten = notes.behind(result)
    return ResultaatRegel(result.tekst, noten, _measure(result), result.voor or "", result.na or "", geen_staven)


def _measure(result: Resultaat) -> str:
    """What was measured, as the head of a row or the beginning of a caption."""
    measure = result.maat or ""
    return measure[:1].upper() + measure[1:]


def _went_wrong(item: Praktijk, notes: PageNotes) -> tuple[MisserRegel, ...]:
    return tuple(MisserRegel(m.kop, m.tekst, notes.behind(m)) for m in item.wat_ging_mis)
