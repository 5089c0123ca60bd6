"""Which questions get a figure: those that an editor wrote in any order, and no other."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, datetime
from typing import Any

import pytest

from binnenstad_site.search.figures import DENYING, FRAME, asked_figure
from binnenstad_site.search.stopwords import STOPWORDS
from tests.conftest import ROOT, build

NODE = shutil.which("node") or "node"
SCRIPTS = ROOT / "templates" / "assets" / "js"


def shown(table: Any, *questions: str) -> list[Any]:
    """Of each question the value and the year that the page shows, or None."""
    said = {"tabel": table, "stopwoorden": sorted(STOPWORDS), "vragen": questions}
    command = [NODE, str(ROOT / "tests" / "zoek" / "figures.mjs"), str(SCRIPTS)]
    done = subprocess.run(command, input=json.dumps(said), capture_output=True, text=True, check=True)
    answers: list[Any] = json.loads(done.stdout)
    return answers


TABLE = {
    "om": " ".join(FRAME),
    "niet": " ".join(DENYING),
    "rijen": [
        [
            asked_figure("hoeveel winkels staan leeg"),
            "Leeg.",
            "procent",
            [["2024", "6,2"], ["2026", "7,0"]],
            "",
            "",
            "",
        ],
        [asked_figure("hoeveel gemeenten hebben een zone"), "Zones.", "gemeenten", [["2025", "18"]], "", "", ""],
    ],
}


def test_the_same_words_in_any_order_and_form() -> None:
    assert asked_figure("Hoeveel winkels staan er leeg?") == asked_figure("lege winkel") == "leg winkel"
    assert asked_figure("hoeveel wonen alleen") != asked_figure("hoeveel wonen")
    questions = ("Hoeveel winkels staan er leeg?", "hoeveel procent lege winkels in 2024", "hoeveel zones per gemeente")
    assert shown(TABLE, *questions) == [["7,0", "2026"], ["6,2", "2024"], None]
    assert shown(TABLE, "welk aantal gemeenten heeft een zone") == [["18", "2025"]]


@pytest.mark.parametrize(
    "question",
    [
        "hoeveel winkels staan leeg in Schiedam",
        "hoeveel winkels staan niet leeg",
        "hoeveel winkels staan leeg in 2031",
        "hoeveel winkels staan leeg sinds 2024",
        "hoeveel winkels stonden leeg tussen 2024 en 2026",
        "hoeveel gemeenten hebben geen zone",
        "hoeveel procent van de gemeenten heeft een zone",
        "hoeveel gemeenten hebben een milieuzone",
        "hoeveel",
        "",
        "constructor",
    ],
)
def test_no_figure_is_better_than_the_wrong_one(question: str) -> None:
    assert shown(TABLE, question) == [None]


@pytest.mark.content
def test_figures_of_the_real_content() -> None:
    """Every question that an editor wrote gets a figure, and what looks like one does not."""
    real = build(ROOT, datetime.now(UTC).date())
    (table,) = (json.loads(output.read()) for output in real.outputs if output.path == "zoeken/cijfers.json")
    written = [row[0].split("|") for row in table["rijen"]]
    assert len({key for row in written for key in row}) == sum(map(len, written))
    asked = {
        "hoeveel gemeenten hebben een zone": ["18", "2025"],
        "Hoeveel leegstand is er?": ["7,0", "2026"],
        "Hoeveel inwoners heeft Deventer?": ["103.405", "2024"],
        "hoeveel leegstand in Deventer": None,
        "hoeveel mensen wonen er in Nederland": None,
        "hoeveel praktijken zijn failliet": None,
        "hoeveel praktijken in Utrecht": None,
        "hoeveel gemeenten zijn er": None,
        "hoeveel parkeerplaatsen": None,
    }
    assert dict(zip(asked, shown(table, *asked), strict=True)) == asked
    (stopped,) = shown(table, "Hoeveel praktijken zijn er gestopt?")
    assert int(stopped[0]) > 0
