"""Finding a gemeente by what a reader types, and reading one from a fragment, run by Node as the browser runs it."""

from __future__ import annotations

import json
import random
import subprocess
from typing import Any

import pytest

from binnenstad_site.core.fragments import packed
from tests.conftest import ROOT

SCRIPTS = ROOT / "templates/assets/js"
TOWNS = [
    ("'s-Hertogenbosch", "Den Bosch"),
    ("Bergen (L)", "Nieuw Bergen"),
    ("Bergen (NH)", "Bergen"),
    ("Bergen op Zoom",),
    ("Beek",),
    ("Laarbeek", "Beek en Donk"),
    ("Oldambt", "Winschoten"),
    ("Súdwest-Fryslân", "Sneek"),
    ("Utrecht",),
    ("Utrechtse Heuvelrug",),
]
SEED = 13


def run(module: str, expression: str, value: object) -> Any:
    """What an expression over `module` and `value` gives."""
    script = f"""
import * as module from {json.dumps((SCRIPTS / module).as_uri())};
const value = {json.dumps(value)};
console.log(JSON.stringify({expression}));
"""
    command = ["node", "--input-type=module"]
    done = subprocess.run(command, input=script, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def found(typed: str) -> list[str]:
    towns = [{"naam": names[0], "namen": names} for names in TOWNS]
    names: list[str] = run("plaatsen/names.js", "module.findTowns(value[0], value[1]).map(t => t.naam)", [towns, typed])
    return names


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("UTRECHT", ["Utrecht"]),
        ("s hertogenbosch", ["'s-Hertogenbosch"]),
        ("den bosch", ["'s-Hertogenbosch"]),
        ("winschoten", ["Oldambt"]),
        ("sudwest fryslan", ["Súdwest-Fryslân"]),
        ("beek", ["Beek"]),
        ("bergen", ["Bergen (NH)"]),
        ("berg", ["Bergen (L)", "Bergen (NH)", "Bergen op Zoom"]),
        ("zoom", ["Bergen op Zoom"]),
        ("Parijs", []),
        ("  ", []),
        ("<b>Utrecht</b>", []),
    ],
)
def test_what_is_typed(typed: str, names: list[str]) -> None:
    assert found(typed) == names


def read(fragments: list[str]) -> Any:
    return run("alike.js", "value.map(module.readFragment)", fragments)


def test_a_gemeente_in_a_fragment() -> None:
    fragment = packed("g", 1, "utrecht~veenendaal")
    assert read([fragment, "", "#lijst"]) == [
        {"gemeente": {"provincie": "utrecht", "slug": "veenendaal"}, "isBroken": False},
        {"gemeente": None, "isBroken": False},
        {"gemeente": None, "isBroken": False},
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        "#g=",
        "#g=1.utrecht~veenendaal.000",
        packed("g", 2, "utrecht~veenendaal"),
        packed("g", 1, "utrecht"),
        packed("g", 1, "UTRECHT~veenendaal"),
        packed("g", 1, "utrecht~" + "v" * 81),
        "#g=<img src=x onerror=alert(1)>",
        "#g=" + "1" * 100_000,
        "#g=%E2%80%AE%00",
    ],
)
def test_a_fragment_that_names_none_is_broken(fragment: str) -> None:
    assert read([fragment]) == [{"gemeente": None, "isBroken": True}]


def test_noise_never_throws() -> None:
    chance = random.Random(SEED)
    signs = "#g=1.~-abcz09%<>&\"'\\/\u202e\u0000é😀"
    noise = ["".join(chance.choices(signs, k=chance.randint(0, 40))) for _ in range(2000)]
    noise += ["#g=" + text for text in noise]
    assert {answer["gemeente"] is None for answer in read(noise)} == {True}


def test_a_gemeente_that_is_gone_is_none() -> None:
    """Also one that is named as something every object has."""
    places = {
        "gemeenten": {"a": ["A", [[0, 0]]]},
        "redenen": ["even groot"],
        "plaatsen": [["b", "B", 1, ["Titel"], ["titel", "nog-een"]]],
    }
    answers = run("alike.js", "value[1].map(slug => module.alike(value[0], slug))", [places, ["b", "constructor", "a"]])
    assert answers[:2] == [None, None]
    alike = {
        "slug": "b",
        "naam": "B",
        "heeftPagina": True,
        "reden": "even groot",
        "titels": ["Titel"],
        "praktijken": ["titel", "nog-een"],
    }
    assert answers[2] == {"naam": "A", "gelijken": [alike]}
