"""The report for editors: what it counts, what it finds too little of, and that it never fails."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.cli.explain_search import NoNode
from binnenstad_site.models.blocks import Bron
from binnenstad_site.pages import geo
from tests.conftest import ROOT, TODAY, build
from tests.stages import PRAKTIJK, TREND
from tools import redactie
from tools.redactie import (
    aanpakken,
    counts,
    due,
    fields_filled,
    is_recent,
    lengths,
    names_on_dots,
    report,
    shortfalls,
    site_of,
    word_list,
)

Change = Callable[..., None]


def test_the_whole_report(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every part has its heading, and one without lines says so."""
    monkeypatch.setattr(redactie, "read_questions", list)
    monkeypatch.setattr(redactie, "answered", lambda build, site: iter(()))
    shutil.copytree(ROOT / "docs", project / "docs")
    text = report(project, TODAY)
    headings = [line for line in text.splitlines() if not line.startswith("  ") and line]
    assert headings[:3] == ["Aantallen", "Uitkomst, doel en geld", "Lengte van de praktijken"]
    assert "  praktijken: 2\n" in text
    assert text.endswith("Zoekvragen (tests/zoek/vragen.yaml)\n  niets")


def test_counts(project: Path) -> None:
    lines = list(counts(site_of(project)))
    assert "praktijken per land: NL 2" in lines
    assert next(line for line in lines if line.startswith("praktijken per status")).startswith(
        "praktijken per status: idee 0, proef 0, loopt 2"
    )


def test_the_fields_that_tell_how_it_came_out(project: Path, change: Change) -> None:
    """How far editors are with them; a lesson from a source should name it."""
    change(PRAKTIJK, "    afgeleid: ja\n", "    afgeleid: nee\n  - tekst: Spreek de eigenaar.\n    afgeleid: ja\n")
    lines = list(fields_filled(site_of(project)))
    assert lines[0] == "praktijken per uitkomst: gehaald 0, deels 1, niet-gehaald 0, onbekend 0, niet ingevuld 1"
    assert "praktijken met bedragen: 1 van 2" in lines
    assert lines[-2:] == [
        "lessen uit een bron (afgeleid: nee) zonder die bron: 1",
        "de eerste daarvan: deventer-makers",
    ]


def test_what_falls_short(project: Path) -> None:
    lines = list(shortfalls(site_of(project)))
    assert "startpagina: 1 uitgelichte praktijken, gewenst 10" in lines
    assert "trend anders-vervoeren: 0 kansen, gewenst 8" in lines
    assert any(line.startswith("scenario binnenstad-united: ") for line in lines)


def test_aanpakken_with_their_verdict_and_what_they_lack(project: Path) -> None:
    words = site_of(project).aanpakken["makers-op-proef"].body.word_count
    assert list(aanpakken(site_of(project))) == [
        "makers-op-proef: afwachten, werkte deels in 1 van 1, waarvan 0 gemeten; apart gehouden: 1",
        f"makers-op-proef: {words} woorden, gewenst 700 tot 1100",
        "makers-op-proef: 1 wetten en regels, gewenst 3",
        "makers-op-proef: 1 onderzoeken, gewenst 2",
        "makers-op-proef: 2 praktijken, gewenst 5",
    ]


def test_what_is_due(project: Path, change: Change) -> None:
    """From half a year before the label, the oldest first; what is withdrawn need not be checked."""
    assert list(due(site_of(project), TODAY)) == []
    change(PRAKTIJK, "gecontroleerd: 2026-11", "gecontroleerd: 2025-04")
    change(TREND, "gecontroleerd: 2026-11", "gecontroleerd: 2025-03")
    assert list(due(site_of(project), TODAY)) == [
        f"{TREND}: nagekeken in maart 2025",
        f"{PRAKTIJK}: nagekeken in april 2025",
    ]
    assert list(due(site_of(project), date(2026, 9, 1))) == []


def test_lengths(project: Path) -> None:
    spread, shortest = lengths(site_of(project))
    assert spread.startswith("woorden per praktijk: ")
    assert "deventer-makers" in shortest


def test_a_name_on_the_map_that_lies_over_a_dot(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is placed by hand, so a praktijk in a new place may ask for it to move."""
    assert list(names_on_dots(site_of(project), TODAY)) == []
    x, y = geo.project(52.255, 6.16389)
    monkeypatch.setitem(geo.NAMES, "Zutphen", geo.Naam(x + 5, y + 5, "middle"))
    names = list(names_on_dots(site_of(project), TODAY))
    assert names == ["de naam Zutphen op de kaart ligt over de stip van Deventer"]


def test_the_word_list(project: Path) -> None:
    (project / "docs").mkdir()
    (project / "docs/woordenlijst.txt").write_text("# eigen\nhub\nhub\nDeventer\n", encoding="utf-8")
    assert list(word_list(project)) == [
        "hub staat er 2 keer in",
        "Deventer is een plaatsnaam en hoort er niet in",
    ]


def test_without_node_the_questions_are_passed_over(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_node(*_: object) -> None:
        raise NoNode

    monkeypatch.setattr(redactie, "ask", no_node)
    monkeypatch.setattr(redactie, "outcomes", no_node)
    assert list(redactie.answered(build(project), site_of(project))) == [
        "overgeslagen: node ontbreekt. Debian: apt-get install nodejs"
    ]


def test_recent_counts_in_months() -> None:
    """A year alone is taken at its oldest, so that nothing passes for newer than it may be."""

    def source(day: str) -> Bron:
        return Bron(sleutel="a", titel="Een stuk", uitgever="De Krant", url=None, datum=day, geraadpleegd="2026-11")

    checked = "2026-11"
    assert is_recent(source("2022-12"), checked)
    assert not is_recent(source("2022-11-30"), checked)
    assert is_recent(source("2023"), checked)
    assert not is_recent(source("2022"), checked)
