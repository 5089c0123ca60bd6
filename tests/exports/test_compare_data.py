"""The passports that the compare page puts side by side, and the page that reads them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.exports.compare_data import FIELDS, PARTS, part_of
from binnenstad_site.pipeline import Build
from tests.conftest import build, codes_and_places
from tests.visiting import PRAKTIJK, add_praktijk, addresses, attribute, content_of, lay_out, links, page

Change = Callable[..., None]


def passport(built: Build, slug: str) -> Any:
    """The passport of one praktijk, from the part that the script would ask for."""
    address = attribute(page(built, "/praktijken/vergelijk/"), ".vergelijk", "data-gegevens").split(" ")[part_of(slug)]
    return json.loads(content_of(built, address.removeprefix("/")))["praktijken"][slug]


def values(built: Build, slug: str) -> dict[str, Any]:
    return dict(zip(FIELDS, passport(built, slug)["waarden"], strict=True))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("comparing")))


def test_every_praktijk_is_in_one_part(project: Path) -> None:
    add_praktijk(project, "nog-een")
    built = build(project)
    parts = [output for output in built.outputs if output.path.startswith("zoek/vergelijk-")]
    held = [slug for part in parts for slug in json.loads(part.read())["praktijken"]]
    assert len(parts) == PARTS
    assert sorted(held) == ["deventer-makers", "leiden-proef", "nog-een"]
    assert passport(built, "nog-een")["titel"] == "Praktijk nog-een"


def test_a_line_or_more_for_every_field(built: Build) -> None:
    for slug in ("deventer-makers", "leiden-proef"):
        assert all(values(built, slug).values())


def test_the_values_in_words(built: Build) -> None:
    assert {key: passport(built, "leiden-proef")[key] for key in ("plaats", "vak", "trend")} == {
        "plaats": "Leiden",
        "vak": "B4",
        "trend": "werken",
    }
    assert values(built, "leiden-proef") == {
        "Bewijs": [["1 van 4: beschreven", "", "stenen-1"]],
        "Uitkomst": [["onbekend", "stil"]],
        "Status": [["loopt", "", "status-loopt"], ["stand uit 2024", "stil"]],
        "Periode": ["maart 2021 tot heden"],
        "Opgave": ["Lege panden maken de straat in Leiden onaantrekkelijk voor bezoekers."],
        "Doel": [["onbekend", "stil"]],
        "Begon met": [["onbekend", "stil"]],
        "Trends": [
            ["Anders werken", "trendlabel trend-werken", "trend-werken"],
            ["Anders consumeren", "trendlabel trend-consumeren", "trend-consumeren"],
        ],
        "Aanpak": ["Makers op proef in lege panden"],
        "Instrumenten": ["ruimte"],
        "Partijen": ["gemeente, opdrachtgever"],
        "Resultaat": ["Vijf panden kregen een maker."],
        "Wat ging mis": [["onbekend: niets gevonden in de bronnen", "stil"]],
        "Eerste stappen": ["Tel de lege panden.", "Bel de eigenaren.", "Zoek een maker."],
        "Kosten": [["onbekend", "stil"]],
        "Bedragen": [["onbekend", "stil"]],
        "Grootte": ["100.000 tot 250.000 inwoners"],
        "Bronnen": ["1 bron"],
        "Gecontroleerd": ["november 2026"],
    }
    filled = values(built, "deventer-makers")
    assert filled["Uitkomst"] == ["doel deels gehaald", ["Vijf van de negen panden kregen een maker.", "stil"]]
    assert filled["Begon met"] == [
        "Leegstand: 9 lege panden, 12\N{NO-BREAK SPACE}procent van de straat (2021)",
        "4 vaklieden zonder werkplaats",
    ]
    assert (
        filled["Bedragen"][0] == "€\N{NO-BREAK SPACE}12.000 (2021), gemeente Deventer: verf en elektra in vijf panden"
    )


def test_what_is_unknown_is_said_and_not_compared(project: Path, change: Change) -> None:
    change(PRAKTIJK, "resultaten:\n  - tekst: Vijf panden kregen een maker.\n    bron:\n      - krant-2024\n", "")
    change(PRAKTIJK, "gemeenten:\n  - leiden\n", "land: BE\n")
    built = build(project)
    assert [code for code, *_ in codes_and_places(built)] == ["aanbevolen-veld"]
    assert values(built, "leiden-proef")["Resultaat"] == [["onbekend", "stil"]]
    assert values(built, "leiden-proef")["Grootte"] == [["onbekend", "stil"]]


def test_a_measurement_says_before_and_after(project: Path, change: Change) -> None:
    measured = "maker.\n    maat: lege panden\n    voor: tien\n    na: vijf\n    bron:\n      - krant-2024\n"
    change(PRAKTIJK, "maker.\n    bron:\n      - krant-2024\n", measured)
    built = build(project)
    assert codes_and_places(built) == []
    assert values(built, "leiden-proef")["Resultaat"] == ["Lege panden", ["tien werd vijf", "vet"]]


def test_the_page_links_to_every_praktijk(built: Build) -> None:
    """That is what a reader without script uses, and where the script finds names and addresses."""
    tree = page(built, "/praktijken/vergelijk/")
    assert addresses(tree, "#praktijken a") == ["/praktijken/leiden-proef/", "/praktijken/deventer-makers/"]


def test_an_example_is_a_kans_with_more_praktijken(project: Path, change: Change) -> None:
    assert not page(build(project), "/praktijken/vergelijk/").css(".vergelijk-voorbeelden")
    change(
        "content/kansen/lege-panden.yaml",
        "praktijken:\n  - deventer-makers\n",
        "praktijken:\n  - deventer-makers\n  - leiden-proef\n",
    )
    tree = page(build(project), "/praktijken/vergelijk/")
    ((text, address),) = links(tree, ".vergelijk-voorbeelden a")
    assert address == "/praktijken/vergelijk/#p=deventer-makers,leiden-proef"
    assert text
