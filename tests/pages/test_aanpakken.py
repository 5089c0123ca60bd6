"""The page of an aanpak, the list of all, and where other pages lead to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.models.items import Bedrag
from binnenstad_site.pages.aanpak_cases import euro, span_in_words
from binnenstad_site.pipeline import Build
from tests.conftest import build
from tests.visiting import PRAKTIJK, addresses, first, lay_out, links, page, texts, words

Change = Callable[..., None]
URL = "/aanpakken/makers-op-proef/"
AANPAK = "content/aanpakken/makers-op-proef.md"
DEVENTER = "content/praktijken/deventer-makers.md"
RULE = "content/paginas/over/oordeel.md"
SET_APART = "  - praktijk: leiden-proef\n    soort: instelling\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("aanpak")))


def amount(euro_van: int | None, euro_tot: int | None = None, jaar: str = "2020") -> Bedrag:
    return Bedrag.model_construct(bedrag="", euro_van=euro_van, euro_tot=euro_tot, jaar=jaar, wie="", waarvoor="")


def test_the_first_screen(built: Build) -> None:
    """The verdict in a word, the sum behind it, a brick for each case, and what it costs, takes and may."""
    tree = page(built, URL)
    assert words(first(tree, "#oordeel h2")) == "Oordeel: afwachten"
    assert words(first(tree, "#oordeel .aantal")) == "Werkte deels in 1 van 1, waarvan 0 gemeten."
    assert len(tree.css(".gevallenmuur rect")) == 1
    assert texts(tree, ".kern dd") == [
        "van € 4.000 tot € 12.000 (2021 tot 2022) Alle bedragen",
        "Van het eerste gesprek tot een open deur duurt het zes weken. bron 2",
        "Leegstandwet Wat mag",
    ]


def test_a_case_set_apart_is_shown_with_the_reason(built: Build) -> None:
    tree = page(built, URL)
    assert texts(tree, "#apart li") == ["Een proef in de hoofdstraat , Leiden. Bekend is alleen dat de proef begon."]
    assert not tree.css("#zonder-trede")
    assert len(tree.css("#praktijken .kaartje")) == 2, "all that use it"


def test_evidence_about_something_else_is_not_counted(project: Path, change: Change) -> None:
    """Its outcome counts, in a column of its own."""
    change(AANPAK, SET_APART, SET_APART.replace("instelling", "ander-bewijs"))
    change(
        PRAKTIJK,
        "resultaten:",
        "uitkomst: gehaald\nuitkomst_reden: Er kwam een maker.\nuitkomst_bron:\n  - krant-2024\nresultaten:",
    )
    tree = page(build(project), URL)
    assert words(first(tree, "#oordeel .aantal")) == "Werkte geheel of deels in 2 van 2, waarvan 0 gemeten."
    assert texts(tree, ".telling thead th")[-2:] == ["Bewijs zonder trede", "samen"]
    assert texts(tree, ".telling tbody tr")[0] == "doel gehaald 0 0 0 0 0 1 1"
    assert texts(tree, "#zonder-trede li")
    assert not tree.css("#apart")


def test_a_failure_is_never_hidden(project: Path, change: Change) -> None:
    """Where the praktijk is about more but this failed, it counts as a failure, whatever its own outcome."""
    change(AANPAK, SET_APART, SET_APART.replace("instelling", "mislukt"))
    tree = page(build(project), URL)
    assert words(first(tree, "#oordeel .aantal")) == "Werkte deels in 1 van 2, waarvan 0 gemeten."
    assert texts(tree, "#mislukt li") == ["Een proef in de hoofdstraat , Leiden. Bekend is alleen dat de proef begon."]
    assert not tree.css("#apart, #zonder-trede")


def test_a_withdrawn_praktijk_never_counts(project: Path, change: Change) -> None:
    change(
        DEVENTER, "    wat: Eerste versie.\n", "    wat: Eerste versie.\ningetrokken:\n  reden: De bron klopte niet.\n"
    )
    change("content/site.yaml", "uitgelicht:\n  - deventer-makers\n", "")
    tree = page(build(project), URL)
    assert words(first(tree, "#oordeel .aantal")) == "Nog van geen praktijk is de uitkomst bekend."
    assert not tree.css(".gevallenmuur, .telling")
    assert "/praktijken/deventer-makers/" not in addresses(tree, "main a")


def test_only_amounts_of_those_that_name_it_first(project: Path, change: Change) -> None:
    other = (project / AANPAK).read_text(encoding="utf-8").replace("titel: Makers op proef", "titel: Iets anders")
    (project / "content/aanpakken/anders.md").write_text(other, encoding="utf-8")
    change(DEVENTER, "aanpakken:\n", "aanpakken:\n  - anders\n")
    tree = page(build(project), URL)
    assert not tree.css("#bedragen")
    assert texts(tree, ".kern dd")[0] == "onbekend"


def test_amounts_stand_under_their_praktijk(built: Build) -> None:
    tree = page(built, URL)
    assert links(tree, "#bedragen th a") == [("Makers in lege panden", "/praktijken/deventer-makers/#paspoort")]
    assert texts(tree, "#bedragen td") == [
        *("€ 12.000", "2021", "gemeente Deventer", "verf en elektra in vijf panden"),
        *("€ 4.000 tot € 6.000", "2022", "de winkeliers", "een folder langs de deuren"),
    ]


@pytest.mark.parametrize(
    ("amounts", "span"),
    [
        ([], ""),
        ([amount(None)], ""),
        ([amount(500), amount(None)], "€ 500 (2020)"),
        ([amount(500, 700)], "van € 500 tot € 700 (2020)"),
        ([amount(2_000_000), amount(4_000, jaar="2013")], "van € 4.000 tot € 2 miljoen (2013 tot 2020)"),
    ],
)
def test_the_span_of_amounts(amounts: list[Bedrag], span: str) -> None:
    assert span_in_words(amounts) == span


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "€ 0"), (12_500, "€ 12.500"), (1_000_000, "€ 1 miljoen"), (1_250_000, "€ 1,2 miljoen")],
)
def test_euros_in_words(number: int, expected: str) -> None:
    assert euro(number) == expected


def test_tables_across_cases(built: Build) -> None:
    """The first column is the praktijk, as a link, or the place."""
    tree = page(built, URL)
    table = next(table for table in tree.css("table.stapel") if "per stad" in words(table))
    assert [words(cell) for cell in table.css("tbody th")] == ["Deventer : Makers in lege panden", "Zwolle"]
    assert [words(cell) for cell in table.css("td")] == ["vijf", "2021 bron 1", "drie", "onbekend bron 2"]


def test_towns_stand_by_size(built: Build) -> None:
    assert links(page(built, URL), "#paspoort a[href*=gemeenten]") == [
        ("Deventer", "/gemeenten/deventer/"),
        ("Leiden", "/gemeenten/leiden/"),
    ]


def test_without_research_the_page_says_so(project: Path, change: Change) -> None:
    text = (project / AANPAK).read_text(encoding="utf-8")
    start, end = text.index("onderzoek:\n"), text.index("voorwaarden:\n")
    (project / AANPAK).write_text(f"{text[:start]}onderzoek: onbekend\n{text[end:]}", encoding="utf-8")
    assert texts(page(build(project), URL), "#onderzoeken p") == ["Onderzoek naar deze aanpak is niet gevonden."]


def test_sources_lead_back_in_the_order_of_the_page(built: Build) -> None:
    tree = page(built, URL)
    notes = [node.attributes["id"] for node in tree.css("sup.noot a")]
    for number in (1, 2):
        own = [name for name in notes if (name or "").startswith(f"noot-{number}-")]
        assert own == [f"noot-{number}-{place}" for place in range(1, len(own) + 1)]


def test_the_list_stands_by_verdict(built: Build) -> None:
    tree = page(built, "/aanpakken/")
    assert texts(tree, ".vlak-sectie h2") == ["afwachten"]
    assert links(tree, ".vlak-sectie h3 a") == [("Makers op proef in lege panden", URL)]
    assert words(first(tree, ".vlak-sectie .kaartje-stand")) == (
        "afwachten werkte deels in 1 van 1, waarvan 0 gemeten 2 praktijken"
    )


def test_the_rule_is_told_with_the_numbers_of_today(project: Path) -> None:
    """Only on its own page, which then every aanpak leads to."""
    (project / RULE).write_text(
        "---\ntitel: Oordeel\nin_een_zin: Zo komt een oordeel over een aanpak tot stand.\n"
        "gecontroleerd: 2026-11\n---\n\nDe regel.\n",
        encoding="utf-8",
    )
    result = build(project)
    tree = page(result, "/over/oordeel/")
    assert "methode 1" in words(first(tree, ".verdeling"))
    assert texts(tree, ".verdeling tbody tr") == ["Makers op proef in lege panden afwachten 1 1 0 0 0 0"]
    assert not page(result, "/over/redactie/").css(".telling")
    for url in (URL, "/aanpakken/"):
        assert "/over/oordeel/" in addresses(page(result, url), "main a")


def test_other_pages_lead_to_it(built: Build) -> None:
    for url, place in (
        ("/praktijken/deventer-makers/", "#paspoort a"),
        ("/trends/anders-werken/", "#aanpakken a"),
        ("/trends/anders-investeren/", "#aanpakken a"),
        ("/kansen/anders-werken/", ".kansdeel dd a"),
    ):
        assert ("Makers op proef in lege panden", URL) in links(page(built, url), place), url
    assert not page(built, "/trends/anders-vervoeren/").css("#aanpakken")
    assert "/aanpakken/" in addresses(page(built, "/"), ".deuren a")
    assert links(page(built, URL), "#kansen h3 a")[0][1] == "/kansen/anders-werken/#kans-lege-panden"


def test_an_aanpak_is_found_and_its_praktijken_with_it(built: Build) -> None:
    (own,) = (entry for entry in built.entries if entry.soort == "aanpak")
    assert own.adres == URL
    assert "Geef de sleutel" in " ".join(piece.tekst for piece in own.stukken)
    marked = {
        entry.adres
        for entry in built.entries
        if any((mark.facet, mark.waarde) == ("aanpak", "makers-op-proef") for mark in entry.kenmerken)
    }
    assert marked == {URL, "/praktijken/deventer-makers/", "/praktijken/leiden-proef/"}


def test_a_withdrawn_aanpak_says_why(project: Path, change: Change) -> None:
    change(
        AANPAK, "    wat: Eerste versie.\n", "    wat: Eerste versie.\ningetrokken:\n  reden: De bron klopte niet.\n"
    )
    result = build(project)
    assert "De bron klopte niet." in words(first(page(result, URL), ".ingetrokken"))
    assert texts(page(result, "/aanpakken/"), ".leeg") == ["Er staat nog geen aanpak."]
    assert URL not in addresses(page(result, "/praktijken/deventer-makers/"), "main a")
