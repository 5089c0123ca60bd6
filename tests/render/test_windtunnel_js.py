"""The measures of the windtunnel (`js/windtunnel/measures.js`), run by Node as the browser runs it."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

JS = Path(__file__).parents[2] / "templates/assets/js"
SEED = 7
LONG_CODE = "publieke-huurder-in-7056"


def run(expression: str, value: object = None) -> Any:
    """What an expression over the names of the module, with `value`, gives; kansen `a`, `b` … `f` are known."""
    script = f"""
import {{ packed }} from {json.dumps((JS / "state.js").as_uri())};
import * as measures from {json.dumps((JS / "windtunnel/measures.js").as_uri())};
const {{ toFragment, fromFragment, ofKans, ofReader, outcomeOf, worstOf, addedCode, isSame }} = measures;
const isKnown = (code) => /^[a-f]$/.test(code) || code === {json.dumps(LONG_CODE)};
const value = {json.dumps(value)};
console.log(JSON.stringify({expression}));
"""
    done = subprocess.run(
        ["node", "--input-type=module"], input=script, capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


def measure(
    code: str = "", text: str = "", shown: bool = True, verdicts: tuple[int, ...] = (0, 0, 0, 0)
) -> dict[str, object]:
    return {"code": code, "text": text, "shown": shown, "verdicts": list(verdicts)}


def random_choice(generator: random.Random) -> list[dict[str, object]]:
    names = generator.sample("abcdef", generator.randrange(1, 7))
    return [
        measure(
            *(("", f"Plan {name} “é” 🙂") if generator.random() < 0.3 else (name, "")),
            shown=generator.random() < 0.5,
            verdicts=tuple(generator.randrange(4) for _ in range(4)),
        )
        for name in names
    ]


def test_every_choice_comes_back() -> None:
    generator = random.Random(SEED)
    choices = [random_choice(generator) for _ in range(200)]
    back = run("value.map((choice) => fromFragment(toFragment(choice), isKnown))", choices)
    assert back == [{"measures": choice, "gone": [], "problem": ""} for choice in choices]


def test_six_kansen_with_the_longest_codes_leave_room_for_the_address() -> None:
    choice = [measure("a" * 24, verdicts=(3, 3, 3, 3))] * 6
    assert len(run("toFragment(value)", choice)) <= 180


def test_no_measures_leave_the_address_alone() -> None:
    assert run("toFragment([])") == ""


def test_a_kans_that_is_gone_is_named_and_the_rest_kept() -> None:
    choice = [measure("a", verdicts=(1, 2, 3, 0)), measure("weg-ermee"), measure(text="Eigen plan")]
    back = run("fromFragment(toFragment(value), isKnown)", choice)
    assert back == {"measures": [choice[0], choice[2]], "gone": ["weg-ermee"], "problem": ""}


@pytest.mark.parametrize(
    ("fragment", "problem"),
    [
        ("''", "leeg"),
        ("'#kop'", "leeg"),
        ("'#w=1.abc~a.000'", "kapot"),
        ("'#w=' + 'x'.repeat(100000)", "kapot"),
        ("'#w=<img src=x onerror=alert(1)>'", "kapot"),
        ("packed('w', 2, '1~a')", "versie"),
        ("packed('w', 1, '')", "kapot"),
        ("packed('w', 1, 'zzzzzzzz~a')", "kapot"),
        ("packed('w', 1, '1')", "kapot"),
        ("packed('w', 1, 'e8~a~b~c~d~e~f~a')", "kapot"),
        ("toFragment([ofKans('a')]).slice(0, -1)", "kapot"),
    ],
)
def test_any_other_fragment_gives_no_measures(fragment: str, problem: str) -> None:
    assert run(f"fromFragment({fragment}, isKnown)") == {"measures": [], "gone": [], "problem": problem}


def test_what_is_no_code_is_not_repeated() -> None:
    """A name that no page of ours makes: too long, or the text of a reader that cannot be read."""
    strange = ["x" * 200, "E", "E_w", "Weg", "_"]
    for name in strange:
        back = run(
            "fromFragment(packed('w', 1, toFragment([ofKans('a')]).split('.')[1].replace('~a', `~${value}`)), isKnown)",
            name,
        )
        assert back == {"measures": [], "gone": ["onleesbaar"], "problem": ""}, name


def test_the_same_measure_twice_is_one() -> None:
    choice = [measure("a"), measure("a"), measure(text="Bus"), measure(text="bus")]
    assert run("fromFragment(toFragment(value), isKnown).measures.length", choice) == 2


def test_an_own_text_is_cleaned_and_cut() -> None:
    assert run("ofReader(value).text", "  <b>bus</b>\u202e\n op\t zondag ") == "<b>bus</b> op zondag"
    assert len(run("ofReader(value).text", "x" * 500)) == 60


def test_noise_never_throws() -> None:
    generator = random.Random(SEED)
    signs = "#w=1.~-_aEzZ09%<>&\"' \n\u202eé🙂"
    noise = ["".join(generator.choice(signs) for _ in range(generator.randrange(120))) for _ in range(2000)]
    payloads = ["".join(generator.choice("aEz09~-_") for _ in range(generator.randrange(60))) for _ in range(2000)]
    rows = run("value[0].map((text) => fromFragment(text, isKnown))", [noise])
    rows += run("value[0].map((text) => fromFragment(packed('w', 1, text), isKnown))", [payloads])
    assert len(rows) == 4000
    for row in rows:
        assert len(row["measures"]) <= 6
        assert all(set(one["verdicts"]) <= {0, 1, 2, 3} and len(one["verdicts"]) == 4 for one in row["measures"])


@pytest.mark.parametrize(
    ("verdicts", "name", "points", "worst"),
    [
        ((1, 1, 1, 1), "robuust", 4, -1),
        ((1, 1, 2, 2), "robuust", 3, 2),
        ((1, 1, 2, 3), "optie", 2.5, 3),
        ((2, 2, 2, 2), "optie", 2, 0),
        ((1, 2, 3, 3), "gok", 1.5, 2),
        ((3, 3, 3, 3), "gok", 0, 0),
        ((1, 1, 1, 0), "", 3, -1),
    ],
)
def test_what_verdicts_come_to(verdicts: tuple[int, ...], name: str, points: float, worst: int) -> None:
    outcome = run("[outcomeOf(value), worstOf(value)]", list(verdicts))
    assert outcome == [{"name": name, "points": points, "missing": verdicts.count(0)}, worst]


def test_a_link_elsewhere_adds_a_kans() -> None:
    texts = ["#kans=lege-panden", "#kans=", "#kans=<b>", "#kans=a&x", "#w=1", f"#kans={'a' * 25}"]
    assert run("value.map(addedCode)", texts) == ["lege-panden", "", "", "", "", ""]
