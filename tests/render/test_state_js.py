"""The state of a tool in the fragment of its address (`js/state.js`), run by Node as the browser runs it."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

MODULE = Path(__file__).parents[2] / "templates/assets/js/state.js"
SEED = 13


def run(expression: str, value: object = None) -> Any:
    """What an expression over the names of the module, with `value`, gives."""
    script = f"""
import * as state from {json.dumps(MODULE.as_uri())};
const {{ packed, unpacked, packNumbers, unpackNumbers, packText, unpackText, cleaned }} = state;
const value = {json.dumps(value)};
console.log(JSON.stringify({expression}));
"""
    done = subprocess.run(
        ["node", "--input-type=module"], input=script, capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


def test_a_state_comes_back_from_any_text_around_it() -> None:
    fragment = run('packed("s", 1, "1a2b")')
    assert fragment.startswith("#s=1.1a2b.")
    around = [f"https://site.example/scan/{fragment}", f"Hier: <https://x.example/{fragment}>, groet", f"({fragment})"]
    assert run('value.map((text) => unpacked(text, "s", 1))', around) == [{"payload": "1a2b", "problem": ""}] * 3


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("", "leeg"),
        ("https://site.example/#kop", "leeg"),
        ("#s=", "kapot"),
        ("#s=1.1a2", "kapot"),
        ("#s=1.1a2b.000", "kapot"),
        ("#s=<script>alert(1)</script>", "kapot"),
        ("#s=" + "9" * 100_000, "kapot"),
        ("#s=%00%ff", "kapot"),
    ],
)
def test_any_other_text_says_what_is_wrong(change: str, problem: str) -> None:
    assert run('unpacked(value, "s", 1)', change) == {"payload": "", "problem": problem}


def test_another_version_is_no_broken_link() -> None:
    assert run('unpacked(packed("s", 2, "1a2b"), "s", 1).problem') == "versie"


def test_a_link_cut_anywhere_is_refused() -> None:
    fragment = run('packed("s", 1, "1a2bzz09")')
    cut = [fragment[:length] for length in range(3, len(fragment))]
    assert {row["problem"] for row in run('value.map((text) => unpacked(text, "s", 1))', cut)} == {"kapot"}


def test_numbers_come_back_and_nothing_else_does() -> None:
    generator = random.Random(SEED)
    lists = [[generator.randrange(6) for _ in range(36)] for _ in range(200)] + [[0] * 36, [5] * 36]
    assert run("value.map((row) => unpackNumbers(packNumbers(row, 6), 6, 36))", lists) == lists
    assert max(len(text) for text in run("value.map((row) => packNumbers(row, 6))", lists)) <= 19
    strange = ["", "0", "1", "zz", "-1", "1.5", "ÿ", "z" * 5000, "1" * 74]
    assert run("value.map((text) => unpackNumbers(text, 6, 36))", strange) == [None] * len(strange)


def test_a_text_comes_back_as_one_line_that_shows_all_there_is() -> None:
    texts = ["Nachtbus op zaterdag", "€ 5 & <b>vet</b> 🙂", "é" * 500, ""]
    assert run("value.map((text) => unpackText(packText(text), 80))", texts) == [text[:80] for text in texts]
    hidden = "bus\u202etxet\u2066 \u200b\x07op\n\n zo\u3164\u2800\u034f\ufe0fndag"
    assert run("unpackText(packText(value), 80)", hidden) == "bustxet op zondag"
    assert run("unpackText(packText(value), 80)", "x" + "\u0330\u200b" * 70) == "x" + "\u0330" * 8
    assert run("value.map((text) => unpackText(text, 80))", ["*", "_w", "gICA", "a"]) == [""] * 4


def test_noise_never_throws() -> None:
    generator = random.Random(SEED)
    signs = "#s=12.~-_azAZ09%<>&\"' \n\u202eé🙂"
    noise = ["".join(generator.choice(signs) for _ in range(generator.randrange(200))) for _ in range(3000)]
    rows = run(
        'value.map((text) => [unpacked(text, "s", 1), unpackNumbers(text, 6, 36), unpackText(text, 9), '
        "cleaned(text, 9)])",
        noise,
    )
    assert len(rows) == len(noise)
    assert {row[0]["problem"] for row in rows} <= {"leeg", "versie", "kapot"}
