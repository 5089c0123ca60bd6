"""YAML is read as text, with exact places, and every mistake in writing it has a message that says what to type."""

import textwrap
import time
from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from binnenstad_site.core.characters import without_invisible
from binnenstad_site.core.diagnostics import Code, Severity
from binnenstad_site.load.yamltext import MOST_RESTARTS, ParsedYaml, SourcePositions, parse_yaml, values

PATH = "content/praktijken/x.md"


@pytest.fixture(params=["c", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers of PyYAML: the C one that nearly everybody has, and the one it falls back to."""
    name: str = request.param
    monkeypatch.setattr(values, "_Loader", yaml.CBaseLoader if name == "c" else yaml.BaseLoader)
    return name


def places(parsed: ParsedYaml) -> list[tuple[str, int, int, int | None]]:
    return [(d.code.value, d.location.line, d.location.column, d.location.end_column) for d in parsed.diagnostics]


def wrong(text: str) -> tuple[str, str, str]:
    """Code, place and hint of the only mistake in a text."""
    parsed = parse_yaml(text, PATH)
    assert len(parsed.diagnostics) == 1, parsed.diagnostics
    diagnostic = parsed.diagnostics[0]
    return (
        diagnostic.code.value,
        f"{diagnostic.location.line}:{diagnostic.location.column}-{diagnostic.location.end_column}",
        diagnostic.hint,
    )


class TestValues:
    """What stands there is what comes out: text, tuples and dictionaries."""

    def test_nothing_is_constructed(self, parser: str) -> None:
        """The values that YAML 1.1 turns into something else stay as typed."""
        typed = ["no", "ja", "0123", "12:30", "1.10", "08", "1e3", "2024-13-01", "120.000", "0x10", "=", "<<", "1_000"]
        text = "\n".join(f"v{n}: {value}" for n, value in enumerate(typed))

        parsed = parse_yaml(text, PATH)

        assert parsed.value == {f"v{n}": value for n, value in enumerate(typed)}
        assert parsed.diagnostics == ()
        assert parsed.understood

    def test_lists_groups_and_texts(self, parser: str) -> None:
        text = textwrap.dedent("""\
            # een opmerking
            titel: Een titel
            in_een_zin: "Dit is: een zin"
            lang: >
              Eerste regel
              tweede regel
            letterlijk: |
              a: b
                 # geen opmerking
            woorden: [een, 'twee', "drie"]
            groep: {a: 1, b: [x]}
            lijst:
              - een
              -
                naam: twee
              - - genest
            leeg: []
            niets: {}
            """)

        assert parse_yaml(text, PATH).value == {
            "titel": "Een titel",
            "in_een_zin": "Dit is: een zin",
            "lang": "Eerste regel tweede regel\n",
            "letterlijk": "a: b\n   # geen opmerking\n",
            "woorden": ("een", "twee", "drie"),
            "groep": {"a": "1", "b": ("x",)},
            "lijst": ("een", {"naam": "twee"}, ("genest",)),
            "leeg": (),
            "niets": {},
        }

    @pytest.mark.parametrize("text", ["", "\n\n", "# alleen een opmerking\n"])
    def test_nothing_is_none(self, text: str) -> None:
        assert parse_yaml(text, PATH) == ParsedYaml(None, understood=True, reported=frozenset(), diagnostics=())

    def test_a_tab_behind_a_name_is_fine(self, parser: str) -> None:
        assert parse_yaml("titel:\tDelft", PATH).value == {"titel": "Delft"}

    def test_escaped_text_is_composed(self) -> None:
        """A letter and its accent written as codes become one character, as in the rest of the file."""
        assert parse_yaml(r'a: "e\u0301n"', PATH).value == {"a": "\u00e9n"}


TRAPS = [
    # text, code, place, how the hint ends
    ("titel: Delft: markt", "dubbele-punt", "1:13-14", 'titel: "Delft: markt"'),
    ("titel: Delft:\nb: 1", "dubbele-punt", "1:13-14", 'titel: "Delft:"'),
    ("titel: :", "dubbele-punt", "1:8-9", 'titel: ":"'),
    ("a:\n  - Delft: x: y", "dubbele-punt", "2:13-14", '- Delft: "x: y"'),
    ('titel: zeg "ja": nu', "dubbele-punt", "1:16-17", "titel: 'zeg \"ja\": nu'"),
    ("titel: “Delft: markt”", "dubbele-punt", "1:14-15", 'titel: "Delft: markt"'),
    ("zin: Dit is een zin\n  die doorgaat: met punt\nb: 1", "dubbele-punt", "2:15-16", "vervang de dubbele punt."),
    ("titel: Plein #3", "hekje-in-waarde", "1:14-16", 'titel: "Plein #3"'),
    ("zin: Een zin\n  die doorgaat #3", "hekje-in-waarde", "2:16-18", "zet dan de hele waarde tussen aanhalingstekens"),
    ("zin: Plein\n  deel #3\n  meer\nb: 1", "yaml-fout", "2:8-10", "Zet de hele waarde tussen aanhalingstekens."),
    ("a:\n\t- x\nb: 1", "tab-als-inspringing", "2:1-2", "twee voor elke stap naar rechts."),
    ("a:\n  b: 1\n\tc: 2", "tab-als-inspringing", "3:1-2", "twee voor elke stap naar rechts."),
    ("a:\n  - x\n  \t- y", "tab-als-inspringing", "3:3-4", "twee voor elke stap naar rechts."),
    ("\ta: 1", "tab-als-inspringing", "1:1-2", "twee voor elke stap naar rechts."),
    ('titel: "Delft\nstatus: loopt', "aanhalingsteken-open", "1:8-9", 'titel: "Delft"'),
    ('titel: "Delft\nstatus: loopt\nplek: "Markt"', "aanhalingsteken-open", "1:8-9", 'titel: "Delft"'),
    ('titel: "Delft\nplek: Markt"', "aanhalingsteken-open", "1:8-9", 'titel: "Delft"'),
    ("titel: 't Zand\nb: 1", "aanhalingsteken-open", "1:8-9", 'titel: "\'t Zand"'),
    ("titel: 's-Hertogenbosch\nzin: it's", "aanhalingsteken-open", "1:8-9", 'titel: "\'s-Hertogenbosch"'),
    ("titel: 'Delft\nb: 1", "aanhalingsteken-open", "1:8-9", 'titel: "Delft"'),
    ('titel: "', "aanhalingsteken-open", "1:8-9", 'titel: ""'),
    ('titel: "Delft" en meer\nb: 1', "yaml-fout", "1:14-15", "titel: '\"Delft\" en meer'"),
    ('titel: "Het "nieuwe" plein"', "yaml-fout", "1:13-14", "titel: 'Het \"nieuwe\" plein'"),
    ('titel: "C:\\data"', "yaml-fout", "1:11-12", "of gebruik enkele aanhalingstekens."),
    ("titel: *Nieuw* plein", "bijzonder-teken", "1:8-9", 'titel: "*Nieuw* plein"'),
    ("titel: *nieuw plein", "bijzonder-teken", "1:8-9", 'titel: "*nieuw plein"'),
    ("titel: & winkels", "bijzonder-teken", "1:8-9", 'titel: "& winkels"'),
    ("titel: @plein", "bijzonder-teken", "1:8-9", 'titel: "@plein"'),
    ("titel: `plein`", "bijzonder-teken", "1:8-9", 'titel: "`plein`"'),
    ("titel: %x", "bijzonder-teken", "1:8-9", 'titel: "%x"'),
    ("titel: ! let op", "bijzonder-teken", "1:8-9", 'titel: "! let op"'),
    ("titel: > 50 procent", "bijzonder-teken", "1:8-9", 'titel: "> 50 procent"'),
    ("titel: | x", "bijzonder-teken", "1:8-9", 'titel: "| x"'),
    ("titel: - Delft", "bijzonder-teken", "1:8-9", 'titel: "- Delft"'),
    ("titel: ? x", "bijzonder-teken", "1:8-9", 'titel: "? x"'),
    ("titel: ]x", "bijzonder-teken", "1:8-9", 'titel: "]x"'),
    ("titel: , x", "bijzonder-teken", "1:8-9", 'titel: ", x"'),
    ("titel: [nieuw] plein", "bijzonder-teken", "1:8-9", 'titel: "[nieuw] plein"'),
    ("titel: {{7*7}}", "bijzonder-teken", "1:8-9", 'titel: "{{7*7}}"'),
    ("titel: {nieuw}", "bijzonder-teken", "1:8-9", 'titel: "{nieuw}"'),
    ("titel: {nieuw\nb: 1", "bijzonder-teken", "1:8-9", 'titel: "{nieuw"'),
    ("trends: [a, @b]", "bijzonder-teken", "1:13-14", '"@b"'),
    ("@a: 1\nb: 2", "bijzonder-teken", "1:1-2", "met alles wat erbij hoort."),
    ("%a: 1\nb: 2", "bijzonder-teken", "1:1-2", "met alles wat erbij hoort."),
    ("? [a]\n: b", "bijzonder-teken", "1:3-4", "met alles wat erbij hoort."),
    ("titel: *nieuw", "yaml-verwijzing", "1:8-14", 'titel: "*nieuw"'),
    ("titel: &Co winkels", "yaml-verwijzing", "1:8-11", 'titel: "&Co winkels"'),
    ("trends: [*a, b]", "yaml-verwijzing", "1:10-12", '"*a"'),
    ("a: &x\n  b: 1", "yaml-verwijzing", "1:4-6", 'a: "&x"'),
    ("titel: !let op", "yaml-label", "1:8-12", 'titel: "!let op"'),
    ("titel: !!python/object:os.system x", "yaml-label", "1:8-33", 'titel: "!!python/object:os.system x"'),
    ("titel: !x!y z", "yaml-label", "1:8-12", 'titel: "!x!y z"'),
    ("titel: !<x", "yaml-label", "1:8-11", 'titel: "!<x"'),
    ("a: !!set\n  b: 1", "yaml-label", "1:4-9", 'a: "!!set"'),
    ("a: 1\nstatus: x\na: 2", "dubbel-veld", "3:1-2", "Laat er één staan."),
    ("titel:\nb: 1", "lege-waarde", "1:1-6", "of typ onbekend als dat hier mag."),
    ("titel: ~", "lege-waarde", "1:8-9", 'typ dan "~".'),
    ("titel: null", "lege-waarde", "1:8-12", 'typ dan "null".'),
    ("titel: #3", "lege-waarde", "1:1-6", 'titel: "#3"'),
    ("a:\n  - x\n  -\n", "lege-waarde", "3:3-4", "of typ onbekend als dat hier mag."),
    ("a: {b: , c: 1}", "lege-waarde", "1:5-6", "of typ onbekend als dat hier mag."),
    ("titel: “Delft”", "krullend-aanhalingsteken", "1:8-15", 'titel: "Delft"'),
    ("titel: ‘Delft’", "krullend-aanhalingsteken", "1:8-15", 'titel: "Delft"'),
    ('titel: "a\\u200bb"', "onzichtbaar-teken", "1:10-16", "Haal deze code uit de tekst."),
    ('titel: "x\\a"', "onzichtbaar-teken", "1:10-12", "Haal deze code uit de tekst."),
    ('titel: "\\\\u200b is \\x07"', "onzichtbaar-teken", "1:20-24", "Haal deze code uit de tekst."),
    ('titel: "een\n  twee \\P"', "onzichtbaar-teken", "2:8-10", "Haal deze code uit de tekst."),
    ("titel:\u00a0Delft", "onzichtbaar-teken", "1:7-8", "typ een gewone."),
    ("a:\n\u00a0 - x", "onzichtbaar-teken", "2:1-3", "typ een gewone."),
    ("titel:Delft\nstatus: x", "yaml-fout", "1:6-7", "Typ: titel: Delft"),
    ("a: 1\ntitel:Delft\nstatus: x", "yaml-fout", "2:6-7", "Typ: titel: Delft"),
    ("a: 1\nzomaar tekst\nb: 2", "yaml-fout", "2:1-13", "een regel met alleen --- boven."),
    ("a: 1\n  b: 2\nc: 3", "yaml-fout", "2:3-4", "als de andere velden van deze groep."),
    ("a:\n    b: 2\n  c: 3\nd: 1", "yaml-fout", "3:3-7", "met spaties."),
    ("  a: 1\nb: 2", "yaml-fout", "2:1-5", "met spaties."),
    ("a: |\n    tekst\n  minder\nb: 1", "yaml-fout", "3:3-9", "met spaties."),
    ("a: x\n- y\nb: 1", "yaml-fout", "2:1-4", "onder een veld zonder waarde erachter."),
    ("trends: [nieuw\nb: 1", "yaml-fout", "1:9-10", "Zet ] aan het eind, of zet gewone tekst tussen aanhalingstekens."),
    ("trends: [nieuw", "yaml-fout", "1:9-10", "Zet ] aan het eind, of zet gewone tekst tussen aanhalingstekens."),
    ("a: {b: 1", "yaml-fout", "1:4-5", "Zet } aan het eind, of zet gewone tekst tussen aanhalingstekens."),
    ("a: [a, , b]", "yaml-fout", "1:8-9", "of zet er een waarde voor."),
    (": 1", "yaml-fout", "1:1-4", "Typ de naam van het veld voor de dubbele punt."),
    ('"": 1', "yaml-fout", "1:1-6", "Typ de naam van het veld voor de dubbele punt."),
    ("bronnen\n  - sleutel: a\n    titel: b", "yaml-fout", "1:1-8", "typ dan: bronnen:"),
    ("a: 1\nbronnen\n  - sleutel: a\n    titel: b", "yaml-fout", "2:1-8", "typ dan: bronnen:"),
    ("bronnen:\n  -sleutel: a\n   titel: b", "yaml-fout", "2:3-4", "Typ: - sleutel: a"),
    ("bronnen:\n  -sleutel: a\n    titel: b\n  -sleutel: c\n    titel: b", "yaml-fout", "2:3-4", "Typ: - sleutel: a"),
    ("trends:\n  -anders-werken\n  -anders-wonen\nb: 1", "yaml-fout", "2:3-4", "Typ: - anders-werken"),
    ("periode: start: 2020\n  eind: heden", "dubbele-punt", "1:15-16", 'periode: "start: 2020"'),
    ("periode: 2020\n  eind: heden\n  begin: 2", "yaml-fout", "2:3-7", "de andere velden van deze groep."),
    ("zomaar tekst\na: 1", "yaml-fout", "1:1-13", "een regel met alleen --- boven."),
    ('titel: "Delft" en @meer', "yaml-fout", "1:14-15", "titel: '\"Delft\" en @meer'"),
    ('trends: ["a", @b]', "bijzonder-teken", "1:15-16", '"@b"'),
    ('"titel": @b', "bijzonder-teken", "1:10-11", '"titel": "@b"'),
    ("a" * 1100 + ": 1", "yaml-fout", "1:1101-1104", "met bijzondere tekens tussen aanhalingstekens."),
    ("a: 1\n---\nb: 2", "yaml-fout", "2:1-4", "Haal de regel weg."),
    ("a: 1\n...\nb: 2", "yaml-fout", "2:1-4", "Haal de regel weg."),
]


FINE = r"""
titel: nieuw]
titel: C# en F#
hoogte: -5
naam: -x
zin: een|  -twee drie
titel: a:b
url: https://voorbeeld.nl:80/x
titel: “a” en “b”
titel: "“Delft”"
a: [x]  # opmerking bij een lijst
a: "x"  # opmerking
tijd: 12:30
titel: '~'
titel: ""
a: 'it''s'
a: "\u00e9 \n \t"
zin: "over twee|  regels"
zin: over twee|  regels
"""


class TestTraps:
    """One mistake is one message, at the place where the editor made it, with what to type."""

    @pytest.mark.parametrize(("text", "code", "place", "hint"), TRAPS, ids=[f"{t[1]}:{t[0][:30]!r}" for t in TRAPS])
    def test_trap(self, text: str, code: str, place: str, hint: str, parser: str) -> None:
        found_code, found_place, found_hint = wrong(text)

        assert (found_code, found_place) == (code, place)
        assert found_hint.endswith(hint)

    @pytest.mark.parametrize("text", [trap[0] for trap in TRAPS if "titel: " in trap[0] and "\n" not in trap[0]])
    def test_the_line_in_the_hint_is_right(self, text: str) -> None:
        """Whoever types what the hint says has one mistake fewer, and none more."""
        _, _, hint = wrong(text)
        typed = "titel: " + hint.split("titel: ")[-1]
        if "titel: " not in hint:
            return  # this hint says what to do in words

        parsed = parse_yaml(typed, PATH)

        assert parsed.diagnostics == ()
        assert isinstance(parsed.value, dict)
        assert isinstance(parsed.value["titel"], str)

    def test_two_invisible_characters_in_a_code(self, parser: str) -> None:
        """Half a pair is no character; the two parsers disagree on what it is, so only the place counts."""
        diagnostics = parse_yaml('titel: "x\\ud800y"', PATH).diagnostics

        assert [(d.location.line, d.location.column, d.severity) for d in diagnostics] == [(1, 10, Severity.ERROR)]

    def test_messages_are_ours(self, parser: str) -> None:
        """No sentence of the parser reaches an editor."""
        theirs = ("expected", "found", "mapping", "scanning", "token", "block", "not allowed")
        for text, *_ in TRAPS:
            words = " ".join(d.message + d.hint for d in parse_yaml(text, PATH).diagnostics).lower()
            assert not any(word in words for word in theirs), text

    def test_a_long_line_is_shortened_in_the_hint(self) -> None:
        _, _, hint = wrong("titel: Delft: " + "x" * 4000)

        assert len(hint) < 200
        assert 'titel: "Delft: xxx' in hint

    def test_lines_are_those_of_the_file(self) -> None:
        """The fields of a Markdown file begin on its second line, also in what a message says."""
        diagnostic = parse_yaml("a: 1\na: 2", PATH, first_line=2).diagnostics[0]

        assert diagnostic.location.line == 3
        assert diagnostic.message == 'Het veld "a" staat er twee keer in: eerder op regel 2'

    @pytest.mark.parametrize("text", FINE.strip().split("\n"))
    def test_what_is_fine_is_not_reported(self, text: str, parser: str) -> None:
        assert parse_yaml(text.replace("|", "\n"), PATH).diagnostics == ()


class TestGoingOn:
    """One run tells as much as can be known."""

    def test_all_mistakes_in_one_run(self, parser: str) -> None:
        text = textwrap.dedent("""\
            titel: Delft: markt
            plek: @plein
            status:
            status: loopt
            zin: 't Zand
            nummer: Plein #3
            trends: [a, b
            eind: goed
            """)

        parsed = parse_yaml(text, PATH)

        assert places(parsed) == [
            ("dubbele-punt", 1, 13, 14),
            ("bijzonder-teken", 2, 7, 8),
            ("lege-waarde", 3, 1, 7),
            ("dubbel-veld", 4, 1, 7),
            ("aanhalingsteken-open", 5, 6, 7),
            ("hekje-in-waarde", 6, 15, 17),
            ("yaml-fout", 7, 9, 10),
        ]

    def test_the_rest_can_still_be_checked(self, parser: str) -> None:
        """After mistakes inside values the other fields mean what they say; the wrong ones are marked."""
        parsed = parse_yaml("titel: Delft: markt\nplek: Markt\nstatus:\nlijst:\n  - a\n  - @b\n", PATH)

        assert parsed.understood
        assert isinstance(parsed.value, dict)
        assert parsed.value["plek"] == "Markt"
        assert parsed.reported == {("titel",), ("status",), ("lijst", 1)}

    def test_a_list_on_one_line_is_marked_as_a_whole(self) -> None:
        assert parse_yaml("trends: [a, @b]", PATH).reported == {("trends",), ("trends", 0), ("trends", 1)}

    @pytest.mark.parametrize(
        "text", ["a:\n\t- x", "a: 1\n  b: 2", "a: 1\nzomaar\nb: 2", "a: [a, , b]", "a: 1\n---\nb: 2"]
    )
    def test_a_wrong_shape_is_not_understood(self, text: str, parser: str) -> None:
        """When it is not clear which field belongs where, nothing is said about the fields."""
        parsed = parse_yaml(text, PATH)

        assert not parsed.understood
        assert parsed.value is None

    def test_a_consequence_is_not_reported(self, parser: str) -> None:
        """Behind a repaired mistake a vague complaint may be its consequence."""
        parsed = parse_yaml("zomaar tekst\na:\n    b: 1\n  c: 2", PATH)

        assert [d.code for d in parsed.diagnostics] == [Code.YAML_FOUT]

    def test_the_first_of_two_fields_counts(self, parser: str) -> None:
        parsed = parse_yaml("a: een\na: {b: , b: 2}\nc: [x]", PATH)

        assert parsed.value == {"a": "een", "c": ("x",)}
        assert [d.code for d in parsed.diagnostics] == [Code.DUBBEL_VELD, Code.LEGE_WAARDE, Code.DUBBEL_VELD]
        assert parsed.reported == frozenset()

    def test_many_tabs_are_one_mistake(self, parser: str) -> None:
        diagnostics = parse_yaml("a:\n\t- x\n\t- y\nb:\n\t- z\n", PATH).diagnostics

        assert [d.message for d in diagnostics] == ["Deze regel springt in met een tab, net als nog 2"]

    def test_restarts_are_limited(self) -> None:
        text = "\n".join(f"v{n}: a: b" for n in range(100))

        assert len(parse_yaml(text, PATH).diagnostics) == MOST_RESTARTS

    def test_invisible_characters_are_passed_over(self, parser: str) -> None:
        """They are reported for the whole file; the value is read as if they were not there."""
        parsed = parse_yaml("sta\u200btus: lo\u202eopt\nleeg: \u200b\n\u2028b: 1", PATH)

        assert parsed.value == {"status": "loopt", "leeg": "", "b": "1"}
        assert parsed.reported == {("leeg",)}
        assert parsed.diagnostics == ()

    def test_a_hint_is_without_them(self) -> None:
        """What is to be typed can be seen, all of it."""
        assert wrong("ti\u200btel: Delft: \u200bmarkt")[2].endswith('titel: "Delft: markt"')

    def test_many_hard_spaces_are_limited(self) -> None:
        assert len(parse_yaml("\u00a0- x\n" * 1000, PATH).diagnostics) == 50


class TestLimits:
    """No text makes parsed slow or deep."""

    def test_depth(self, parser: str) -> None:
        deepest = "[" * 20 + "x" + "]" * 20

        assert parse_yaml(f"- {deepest[1:-1]}", PATH).diagnostics == ()
        assert places(parse_yaml(f"- {deepest}", PATH)) == [("te-diep-genest", 1, 22, 23)]

    def test_nodes(self, parser: str) -> None:
        text = "\n".join(f"- {n}" for n in range(9))

        assert parse_yaml(text, PATH, most_nodes=10).diagnostics == ()
        parsed = parse_yaml(text, PATH, most_nodes=9)
        assert places(parsed) == [("te-veel-velden", 9, 3, 4)]
        assert "meer dan 9 velden" in parsed.diagnostics[0].message
        assert not parsed.understood

    @pytest.mark.parametrize(
        "text",
        [
            "a: " + "[" * 200_000,
            "a:\n" + "[\n" * 200_000,
            "- " * 200_000,
            "{" * 200_000,
            "? " * 200_000,
            "a: &a [x,x,x]\n" + "\n".join(f"b{n}: &b{n} [*a,*a,*a,*a]" for n in range(50)),
            "a: [" + "x," * 250_000,
            "a: " * 150_000,
            '"' * 500_000,
            "!" * 500_000,
            "&a " * 150_000,
            'a: "' + "\\x" * 250_000,
            'a: "' + "x: \n" * 100_000,
            "a: b: c\n" * 60_000,
            "\t- x\n" * 100_000,
            "\u00a0\n" * 150_000,
            "a: b #\n" * 70_000,
            "a:b\n" * 120_000,
            " " * 500_000 + "x",
        ],
        ids=lambda text: repr(text[:12]),
    )
    def test_bombs_are_refused_quickly(self, text: str) -> None:
        """Each takes a few hundredths of a second; the guard is for one that hangs."""
        started = time.monotonic()

        parse_yaml(text, PATH)

        assert time.monotonic() - started < 5


FIELDS = textwrap.dedent("""\
    titel: Een titel
    periode:
      start: 2020
      eind: heden
    trends: [een, twee]
    bronnen:
      - sleutel: a
        titel: "Bron a"
      - sleutel: b
    zin: Over
      twee regels
    blok: |
      tekst
    groep: {x: 1}
    leeg: []
    """)


class TestMarks:
    """Every value and every name is found back, on the right line and columns."""

    @pytest.mark.parametrize(
        ("loc", "key", "place"),
        [
            (("titel",), False, (2, 8, 17)),
            (("titel",), True, (2, 1, 6)),
            (("periode",), False, (3, 1, 8)),
            (("periode", "start"), False, (4, 10, 14)),
            (("periode", "start"), True, (4, 3, 8)),
            (("periode", "bestaat niet"), False, (3, 1, 8)),
            (("trends",), False, (6, 9, 20)),
            (("trends", 1), False, (6, 15, 19)),
            (("trends", 7), False, (6, 1, 7)),
            (("bronnen", 0, "titel"), False, (9, 12, 20)),
            (("bronnen", 1, "titel"), False, (10, 5, None)),
            (("bronnen", 1), False, (10, 5, None)),
            (("zin",), False, (11, 6, 10)),
            (("blok",), False, (13, 7, 8)),
            (("groep", "x"), False, (15, 12, 13)),
            (("leeg",), False, (16, 7, 9)),
            # pydantic puts in names of its own: the tag of a union, the kind of a list, the key of a mapping
            (("titel", "str"), False, (2, 1, 6)),
            (("bronnen", "list[Bron]", 0, "bron", "sleutel"), False, (8, 14, 15)),
            (("groep", "x", "[key]"), False, (15, 9, 10)),
        ],
    )
    def test_places(self, loc: tuple[Any, ...], key: bool, place: tuple[int, int, int | None], parser: str) -> None:
        assert SourcePositions(FIELDS, 2).find(loc, key=key) == place

    def test_nothing_of_it_exists(self) -> None:
        assert SourcePositions(FIELDS, 2).find(("bestaat niet", "x")) is None
        assert SourcePositions(FIELDS, 2).find(()) is None
        assert SourcePositions("").find(("titel",)) is None

    def test_entries_of_a_list(self) -> None:
        """An entry begins at the name of its first field; a list on one line at its bracket."""
        positions = SourcePositions("- a: 1\n  b: 2\n- c: 3\n- tekst\n- [x, y]\n")

        assert [positions.start((n,)) for n in range(5)] == [(1, 3, 4), (3, 3, 4), (4, 3, 8), (5, 3, 9), None]
        assert positions.find(("b",), (0,)) == (2, 6, 7)
        assert positions.find(("b",), (1,)) is None

    def test_the_first_of_two_fields_is_meant(self) -> None:
        assert SourcePositions("a: 1\na: {b: 2}").find(("a", "b")) == (1, 1, 2)

    def test_places_after_a_mistake(self) -> None:
        """Going on behind a mistake moves nothing."""
        assert SourcePositions("a: b: c\ntitel: @x\nplek: Markt").find(("plek",)) == (3, 7, 12)

    def test_columns_count_characters(self) -> None:
        assert SourcePositions("{é: 1, 👩: €, x: 2}").find(("x",), key=True) == (1, 14, 15)


LOCS = st.lists(st.one_of(st.text(max_size=3), st.integers(0, 3)), max_size=4)
PIECES = [
    *"ab#'\"[]{},&*!|>%@`\t~?é\\“”\n\u00a0\u200b",
    "b:",
    ": ",
    "- ",
    "\n  ",
    " #",
    "---",
    "...",
    "null",
    "x: y",
    "'t ",
]
YAMLISH = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def inside(text: str, line: int, column: int, end: int | None) -> bool:
    """Whether a place lies in a text: the end of a line is still on it."""
    lines = text.split("\n")
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 and (end is None or end > column)


class TestProperties:
    @settings(max_examples=400, deadline=None)
    @given(st.one_of(YAMLISH, st.text()))
    @example("\ud800")
    @example("? ")
    @example("{: x}")
    @example("- \n -\t\n")
    def test_any_text_reads_or_reports(self, text: str) -> None:
        """Reading never raises, and every place lies in the text."""
        parsed = parse_yaml(text, PATH)

        assert parsed.understood or parsed.diagnostics
        for diagnostic in parsed.diagnostics:
            assert inside(text, diagnostic.location.line, diagnostic.location.column, None), diagnostic
            assert diagnostic.message
            assert diagnostic.hint

    @settings(max_examples=300, deadline=None)
    @given(YAMLISH, LOCS)
    def test_places_lie_in_the_text(self, text: str, loc: Sequence[str | int]) -> None:
        place = SourcePositions(text).find(tuple(loc))

        assert place is None or inside(text, *place)

    @settings(max_examples=200, deadline=None)
    @given(YAMLISH)
    @example("?\tnull")
    @example("\nb:\xa0[")
    def test_reading_twice_is_the_same(self, text: str) -> None:
        first = parse_yaml(text, PATH)

        assert parse_yaml(text, PATH) == first
        ordered = [(d.location.line, d.location.column) for d in first.diagnostics]
        assert ordered == sorted(ordered)

    @settings(max_examples=200, deadline=None)
    @given(
        st.dictionaries(
            st.text("abcdef_", min_size=1),
            st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])).map(without_invisible),
            min_size=1,
        )
    )
    def test_text_between_quotes_comes_back(self, fields: dict[str, str]) -> None:
        """What the hints advise always works: a text between single quotes is that text, but for invisible letters."""
        text = "\n".join(f"{name}: '{value.replace(chr(39), chr(39) * 2)}'" for name, value in fields.items())

        assert parse_yaml(text, PATH).value == fields
