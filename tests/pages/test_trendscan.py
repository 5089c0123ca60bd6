"""The trendscan, its sheet of paper, and the list of tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import segno

from binnenstad_site.drawings.qr import qr_code
from binnenstad_site.exports.scan_data import kans_code
from tests.conftest import build, codes_and_places
from tests.visiting import KANS, addresses, attribute, content_of, first, page, texts, words

SCAN, SHEET, TOOLS = "/aan-de-slag/trendscan/", "/aan-de-slag/trendscan/blad/", "/aan-de-slag/"
FILE = "content/stellingen.yaml"


def test_the_statements(project: Path) -> None:
    """Trend by trend, each with two scales of five and what their ends look like; one is shown."""
    built = build(project)
    tree = page(built, SCAN)
    assert codes_and_places(built) == []
    assert len(tree.css(".stelling")) == 18
    assert len(tree.css(".stelling[hidden]")) == 17
    assert len(tree.css('.stelling input[type="radio"]')) == 180
    second = tree.css(".stelling")[1]
    assert second.attributes["data-trend"] == tree.css(".stelling")[0].attributes["data-trend"]
    assert words(second).startswith("Stelling 2 van 18")
    assert "Bij stelling 2 praat iedereen erover." in words(second)
    assert addresses(tree, ".stelling a")[1] == f"{SHEET}#stelling-2"


def test_the_page_says_where_the_answers_are(project: Path) -> None:
    assert "Ze worden niet verstuurd en niet bewaard." in words(first(page(build(project), SCAN), "#uitleg"))


def test_the_kansen_are_a_file_of_their_own(project: Path) -> None:
    built = build(project)
    address = attribute(page(built, SCAN), ".scan", "data-gegevens")
    names, row = json.loads(content_of(built, address.removeprefix("/")))
    kans = dict(zip(names, row, strict=True))
    assert kans["code"] == kans_code("lege-panden")
    assert kans["trend"] == "werken"
    assert kans["stap"] == "Maak een lijst van lege panden."
    assert kans["aanpak"][1] == "/aanpakken/makers-op-proef/"
    assert set(kans["plaatsen"].values()) <= {"Deventer"}
    path = project / KANS
    path.write_text(path.read_text(encoding="utf-8").replace("Maak een lijst", "Maak snel een lijst"), encoding="utf-8")
    assert attribute(page(build(project), SCAN), ".scan", "data-gegevens") != address


def test_the_sheet(project: Path) -> None:
    """Every statement with its reason and source, a table for the sums, and the address of the scan as a QR code."""
    tree = page(build(project), SHEET)
    assert len(tree.css(".scan-blad > li")) == 18
    own = words(first(tree, "#stelling-4"))
    assert "Een telling in Leiden, stelling 4, laat zien dat dit verschil maakt. Bron: De telling" in own
    assert texts(tree, "table tbody td")[0] == "1, 2, 3"
    assert f"https://binnenstad.example{SCAN}" in words(first(tree, ".scan-qr"))
    assert attribute(tree, ".scan-qr svg", "role") == "img"


def test_the_code_holds_the_address() -> None:
    """As many dark runs as the matrix of the library has, within its quiet edge."""
    address = "https://binnenstad.example/aan-de-slag/trendscan/"
    matrix = [bytes(row) for row in segno.make(address, error="m", micro=False).matrix]
    runs = sum(row.count(1) and len([run for run in row.split(b"\x00") if run]) for row in matrix)
    drawn = str(qr_code(address, "Code"))
    side = 4 * (len(matrix) + 8)
    assert f'viewBox="0 0 {side} {side}"' in drawn
    assert drawn.rpartition('class="z-inkt"')[2].count("z") == runs


def test_a_withdrawn_statement_keeps_its_place(project: Path) -> None:
    """It is asked no more, and a new one with a new number comes for it."""
    path = project / FILE
    items = path.read_text(encoding="utf-8").split("- titel")
    gone = items[1] + "  ingetrokken:\n    reden: De vraag was niet te beantwoorden.\n"
    new = (
        items[1]
        .replace("nummer: 1\n", "nummer: 19\n")
        .replace("panden", "pandjes")
        .replace("stelling 1", "stelling 19")
    )
    path.write_text("- titel".join(["", gone, *items[2:], new]), encoding="utf-8")
    built = build(project)
    numbers = [node.attributes["data-nummer"] for node in page(built, SCAN).css(".stelling")]
    assert numbers[:3] == ["2", "3", "19"]
    assert "Deze stelling telt niet meer mee." in words(first(page(built, SHEET), "#stelling-1"))


def test_the_tools(project: Path) -> None:
    """Every pagina that calls itself a tool, in its own order, with its question, time and people."""
    own = (project / "content/paginas/aan-de-slag/trendscan.md").read_text("utf-8")
    for place, title in ((3, "Derde"), (2, "Tweede")):
        other = own.replace("volgorde: 1", f"volgorde: {place}").replace("titel: Trendscan", f"titel: {title}")
        (project / f"content/paginas/over/{title.lower()}.md").write_text(other, encoding="utf-8")
    tree = page(build(project), TOOLS)
    assert texts(tree, "tbody th") == ["Trendscan", "Tweede", "Derde", "Een proefmiddag"]
    assert addresses(tree, "tbody a") == [SCAN, "/over/tweede/", "/over/derde/", "/aan-de-slag/workshop/"]
    asked = ["Met welke trend begint u, en wat doet u eerst?", "10 minuten alleen", "Wethouder of programmamanager"]
    assert texts(tree, "tbody tr:first-child td") == asked


def test_where_the_need_arises(project: Path) -> None:
    built = build(project)
    assert SCAN in addresses(page(built, "/"), ".opening a")
    assert SCAN in addresses(page(built, "/trends/anders-werken/"), ".titelblok a")


@pytest.mark.parametrize("url", ["/", "/trends/anders-werken/"])
def test_without_statements_there_is_no_scan(project: Path, url: str) -> None:
    (project / FILE).unlink()
    built = build(project)
    assert SCAN not in built.addresses
    assert SCAN not in addresses(page(built, TOOLS))
    assert SCAN not in addresses(page(built, url))
