"""What the trendscan computes (`js/trendscan/`), run by Node as the browser runs it."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import icalendar
import pytest

MODULES = Path(__file__).parents[2] / "templates/assets/js/trendscan"
NAMES = {
    "answers": "emptyScan, fragmentOf, scanFrom",
    "outcome": "headline, scoresOf, written",
    "group": "groupFrom, isDivided, median",
    "actions": "proposed",
    "../reminders": "calendar",
}
HELPERS = """
const scanOf = (pairs, rest = {}) => ({ ...emptyScan(), pairs: new Map(pairs), ...rest });
const plain = (scan) => scan && { ...scan, pairs: [...scan.pairs], spread: [...scan.spread] };
const sentence = (name, ...values) => [name, ...values].join("|");
const trends = "ab".split("").map((word, i) => ({ word, title: `Trend ${word}`, numbers: [2 * i + 1, 2 * i + 2] }));
"""
SEED = 13
LONGEST_LINK = 300
SITE = "https://de-nieuwe-binnenstad.example/aan-de-slag/trendscan/"


def run(expression: str, value: object = None) -> Any:
    """What an expression over the names of the modules, with `value`, gives."""
    imports = "".join(
        f"import {{ {names} }} from {json.dumps((MODULES / f'{name}.js').as_uri())};\n" for name, names in NAMES.items()
    )
    script = f"{imports}{HELPERS}\nconst value = {json.dumps(value)};\nconsole.log(JSON.stringify({expression}));"
    done = subprocess.run(
        ["node", "--input-type=module"], input=script, capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


class TestLink:
    """A scan comes back from its link; anything else gives the name of a problem."""

    def test_a_full_scan_fits_a_short_link(self) -> None:
        action = {"kans": "0a1b", "day": "2026-12-14", "who": "team economie en ruimte"}
        pairs = [[number, [number % 5, None if number == 7 else 3]] for number in range(1, 19)]
        rest = {"size": 3, "start": 1, "actions": [action] * 3}
        fragment = run("fragmentOf(scanOf(value[0], value[1]))", [pairs, rest])
        assert len(SITE + fragment) <= LONGEST_LINK
        back = run("plain(scanFrom(`zie <${value}>, groet`).scan)", SITE + fragment)
        assert back == {"people": 0, "pairs": pairs, "spread": [], **rest}

    def test_so_does_that_of_a_group(self) -> None:
        action = {"kans": "0a1b", "day": "2027-01-04", "who": "team economie en ruimte"}
        pairs = [[number, [2.5, 4]] for number in range(1, 19)]
        spread = [[number, [0, 4, 3, 4]] for number in range(1, 19)]
        rest = {"size": 5, "start": 2, "actions": [action] * 3}
        make = "fragmentOf(scanOf(value[0], { ...value[2], people: 40, spread: new Map(value[1]) }))"
        fragment = run(make, [pairs, spread, rest])
        assert fragment.startswith("#g=")
        assert len(SITE + fragment) <= LONGEST_LINK
        assert run("plain(scanFrom(value).scan)", fragment) == {"people": 40, "pairs": pairs, "spread": spread, **rest}

    def test_nothing_filled_in_is_no_fragment(self) -> None:
        assert run("fragmentOf(emptyScan())") == ""
        assert run("scanFrom('').problem") == "leeg"

    @pytest.mark.parametrize("text", ["#s=", "#s=1.i~0~zz~00.abc", "#g=1.i", "#s=" + "9" * 100_000, "#s=<b>x</b>"])
    def test_a_link_that_is_not_whole(self, text: str) -> None:
        assert run("scanFrom(value)", text) == {"scan": None, "problem": "kapot"}

    def test_answers_out_of_range_and_days_that_are_none(self) -> None:
        """What a checksum holds need not make sense: nothing of it gets out of range."""
        state = (MODULES.parent / "state.js").as_uri()
        link = (
            f"(await import({json.dumps(state)})).packed('s', 1, "
            "`2~0~${(await import(" + json.dumps(state) + ")).packNumbers([8, 7, 9, 9], 10)}~97~<b>~99991399~x`)"
        )
        back = run(f"plain(scanFrom({link.replace('<b>', 'zzzz')}).scan)")
        assert back["pairs"] == [[1, [4, 3]]]
        assert (back["size"], back["start"]) == (0, 0)
        assert back["actions"][0]["day"] == ""

    def test_noise_never_throws(self) -> None:
        generator = random.Random(SEED)
        signs = "#sg=12.~-_azAZ09%<>&\"' \n\u202eé🙂"
        noise = ["".join(generator.choice(signs) for _ in range(generator.randrange(200))) for _ in range(3000)]
        state = (MODULES.parent / "state.js").as_uri()
        payloads = ["".join(generator.choice("~-_az09") for _ in range(generator.randrange(60))) for _ in range(3000)]
        sealed = (
            f"await import({json.dumps(state)}).then(({{ packed }}) => "
            "value[1].flatMap((text) => ['s', 'g'].map((key) => packed(key, 1, text))))"
        )
        problems = run(
            f"[...value[0], ...{sealed}].map((text) => [scanFrom(text).problem, groupFrom(text).notes.length])",
            [noise, payloads],
        )
        assert {problem for problem, _ in problems} <= {"", "leeg", "versie", "kapot"}


class TestOutcome:
    """Urgency is influence times (4 minus readiness); a tie is called a tie."""

    def test_the_order(self) -> None:
        pairs = [[1, [3, 1]], [2, [4, 1]], [3, [2, 2]], [4, [4, None]]]
        rows = run("scoresOf(trends, new Map(value)).map((row) => [row.word, row.urgency, row.place])", pairs)
        assert rows == [["a", 10.5, 1], ["b", 4, 2]]

    def test_in_words(self) -> None:
        one = [[1, [3, 1]], [2, [4, 1]], [3, [2, 2]]]
        assert run(
            "headline(scoresOf(trends, new Map(value)), (name, ...v) => name === 'invloed' ? '0, 1, 2, 3, 4' : "
            "name === 'voorbereid' ? 'a, b, c, d, e' : sentence(name, ...v))",
            one,
        ) == [
            "begin|trend a",
            "begin-reden|4|3,5|b|1,0",
        ]
        tie = [[1, [3, 1]], [3, [3, 1]]]
        assert run("headline(scoresOf(trends, new Map(value)), sentence)", tie) == [
            "gelijk|Trend a en trend b",
            "gelijk-reden|9,0",
        ]
        nothing = [[1, [0, 1]], [3, [4, 4]]]
        assert run("headline(scoresOf(trends, new Map(value)), sentence)", nothing) == ["geen", "geen-reden"]

    def test_what_is_close_is_said(self) -> None:
        close = [[1, [4, 2]], [2, [4, 2]], [3, [4, 2]], [4, [4, 2]], [1, [4, 2]]]
        other = [*close[:3], [4, [3, 2]]]
        assert "scheelt-weinig" not in run("headline(scoresOf(trends, new Map(value)), sentence)", other)[1]
        near = [[1, [3, 1]], [2, [3, 1]], [3, [3, 1]], [4, [4, 2]]]
        assert "scheelt-weinig" in run("headline(scoresOf(trends, new Map(value)), sentence)", near)[1]

    def test_three_kansen_fit_size_and_term(self) -> None:
        kans = {"titel": "", "adres": "", "stap": "", "wie": "", "aanpak": None}
        kansen = [
            {**kans, "code": "ver", "trend": "a", "fase": 2, "plaatsen": {"3": "Leiden"}},
            {**kans, "code": "leeg", "trend": "a", "fase": 0, "plaatsen": {}},
            {**kans, "code": "anders", "trend": "a", "fase": 0, "plaatsen": {"1": "Oldambt"}},
            {**kans, "code": "past", "trend": "a", "fase": 0, "plaatsen": {"3": "Delft"}},
            {**kans, "code": "b", "trend": "b", "fase": 0, "plaatsen": {"3": "Delft"}},
        ]
        codes = "proposed(value[0], value[1], value[2], value[3]).map(({ code }) => code)"
        assert run(codes, [kansen, [{"word": "a"}], 3, 0]) == ["past", "anders", "ver"]
        assert run(codes, [kansen, [{"word": "a"}], 3, 2])[0] == "ver"
        assert run(codes, [kansen, [{"word": "a"}, {"word": "b"}], 3, 0]) == ["past", "b", "anders"]
        assert run(codes, [kansen, [], 3, 0]) == []


class TestGroup:
    """Any text with links: each reader once, the middle and the spread."""

    LINKS = "value.map((pair) => `Hoi! https://x.example/${fragmentOf(scanOf([[1, pair]]))} groet`).join('\\n')"

    def test_a_group(self) -> None:
        group = run(f"groupFrom({self.LINKS})", [[0, 1], [4, 1], [3, 1]])
        assert group["notes"] == [["gevonden", 3]]
        scan = run(f"plain(groupFrom({self.LINKS}).scan)", [[0, 1], [4, 1], [3, 1]])
        assert scan["people"] == 3
        assert scan["pairs"] == [[1, [3, 1]]]
        assert scan["spread"] == [[1, [0, 4, 1, 1]]]
        assert run("[[0, 4, 1, 1], [1, 3, 0, 2]].map(isDivided)") == [True, False]
        assert run("[median([2]), median([1, 2]), median([4, 0, 3])]") == [2, 1.5, 3]

    def test_none_one_and_the_same_twice(self) -> None:
        assert run("groupFrom('geen link')") == {"scan": None, "notes": [["gevonden", 0], ["te-klein", 0]]}
        twice = run(f"groupFrom({self.LINKS})", [[0, 1], [0, 1]])
        assert twice == {"scan": None, "notes": [["gevonden", 1], ["dubbel", 1], ["te-klein", 1]]}
        broken = run(f"groupFrom({self.LINKS} + ' #s=1.kapot #g=1.x')", [[0, 1], [1, 1]])
        assert broken["notes"] == [["gevonden", 2], ["onleesbaar", 2]]

    def test_five_hundred_links(self) -> None:
        links = (
            "Array.from({ length: 500 }, (_, i) => "
            "fragmentOf(scanOf([0, 1, 2].map((k) => "
            "[k + 1, [Math.floor(i / 5 ** k) % 5, Math.floor(i / 125)]])))).join(' ')"
        )
        assert run(f"groupFrom({links})") == {"scan": None, "notes": [["gevonden", 500], ["te-groot", 40]]}


def test_the_reminders_are_a_valid_calendar() -> None:
    """Read by a library: a whole day each, with what to do, and a reminder; no line is longer than 75 bytes."""
    title = "Houd doorgaand verkeer; weg, uit het centrum \\ en meer €" + "é🙂" * 30
    reminders = [
        {
            "id": "0a1b0",
            "day": "2026-12-14",
            "title": title,
            "text": "Stap: tel\nWie: team, economie\nhttps://x.example/",
        },
        {"id": "0a1b1", "day": "2027-02-28", "title": "Kort", "text": "Nog iets"},
    ]
    text = run("calendar(value, new Date(Date.UTC(2026, 11, 2, 8)))", reminders)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    calendar: Any = icalendar.Calendar.from_ical(text)
    first, second = calendar.walk("VEVENT")
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert str(first["SUMMARY"]) == title
    assert str(first["DESCRIPTION"]) == reminders[0]["text"]
    assert first.decoded("DTSTART").isoformat() == "2026-12-14"
    assert second.decoded("DTSTART").isoformat() == "2027-02-28"
    assert first["UID"] != second["UID"]
    assert first.decoded("DTSTAMP").isoformat() == "2026-12-02T08:00:00+00:00"
    assert [str(alarm["ACTION"]) for alarm in first.walk("VALARM")] == ["DISPLAY"]
