"""What is wrong is shown so that people can act on it and machines can trust it, whatever the content tries."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location, Severity
from binnenstad_site.report.frames import WIDTH, frame, safe
from binnenstad_site.report.render import (
    LARGEST_SUMMARY,
    LONGEST,
    NOT_ALL_AT_THE_LINES,
    as_github,
    as_json,
    as_summary,
    as_text,
    closing_line,
)

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/rapport.schema.json").read_text(encoding="utf-8"))
PATH = "content/praktijken/delft-markt.md"
SOURCES = {PATH: "---\ntitel: Delft\n\n\n\nstatus: lopt\n---\n"}
STATUS = Diagnostic(
    Code.ONBEKENDE_KEUZE,
    Location(PATH, 6, 9, 13),
    '"lopt" is geen geldige status',
    'Bedoelde u "loopt"? Kies uit: idee, proef of loopt.',
)
WARNING = Diagnostic(Code.HEKJE_IN_WAARDE, Location(PATH, 2, 8), "Alles vanaf het hekje vervalt")
TOKEN = "0123456789abcdef"


def many(count: int, code: Code = Code.TE_LANG, path: str = PATH) -> list[Diagnostic]:
    return [Diagnostic(code, Location(path, n + 1), f"nummer {n}") for n in range(count)]


def count_of_messages(text: str) -> int:
    """How many diagnostics a report shows."""
    return text.count("= uitleg:")


class TestText:
    def test_the_whole_picture(self) -> None:
        """As in the editors' guide, to the letter."""
        assert as_text([STATUS], SOURCES) == (
            'content/praktijken/delft-markt.md:6:9: fout[onbekende-keuze]: "lopt" is geen geldige status\n'
            "  |\n"
            "6 | status: lopt\n"
            "  |         ^^^^\n"
            '  = oplossing: Bedoelde u "loopt"? Kies uit: idee, proef of loopt.\n'
            "  = uitleg: docs/fouten.md#onbekende-keuze\n"
            "\n"
            "1 fout in 1 bestand. De site is niet vernieuwd."
        )

    def test_sorted_with_one_closing_line(self) -> None:
        """In the order of the file, whatever the order in which things were found."""
        text = as_text([STATUS, WARNING], SOURCES)

        assert text == as_text([WARNING, STATUS], SOURCES)
        assert text.index("2:8: waarschuwing[hekje-in-waarde]") < text.index("6:9: fout[")
        assert text.count("De site is niet vernieuwd.") == 1

    def test_without_a_line_to_show(self) -> None:
        """A message about a folder, a whole file, or a line that is not there, has no frame."""
        for place in (Location("content"), Location(PATH), Location(PATH, 99)):
            lines = as_text([Diagnostic(Code.ONBEKENDE_MAP, place, "Onbekend", "Haal weg.")], SOURCES).split("\n")

            assert lines[0].endswith("fout[onbekende-map]: Onbekend")
            assert lines[1].strip() == "= oplossing: Haal weg."
            assert lines[2].strip() == "= uitleg: docs/fouten.md#onbekende-map"

    def test_the_gutter_is_as_wide_as_the_number(self) -> None:
        text = as_text([Diagnostic(Code.TE_LANG, Location(PATH, 100, 1, 3), "x")], {PATH: "\n" * 99 + "abc"})

        assert "    |\n100 | abc\n    | ^^\n    = uitleg:" in text

    @pytest.mark.parametrize(
        ("errors", "warnings", "files", "line"),
        [
            (1, 0, 9, "1 fout in 1 bestand. De site is niet vernieuwd."),
            (3, 0, 9, "3 fouten in 1 bestand. De site is niet vernieuwd."),
            (1, 1, 9, "1 fout in 1 bestand, en 1 waarschuwing. De site is niet vernieuwd."),
            (2, 2, 9, "2 fouten in 1 bestand, en 2 waarschuwingen. De site is niet vernieuwd."),
            (0, 1, 9, "1 waarschuwing."),
            (0, 2, 9, "2 waarschuwingen."),
            (0, 0, 9, "Geen fouten gevonden in 9 bestanden."),
            (0, 0, 1, "Geen fouten gevonden in 1 bestand."),
            (0, 0, 0, "Geen fouten gevonden."),
        ],
    )
    def test_the_closing_line(self, errors: int, warnings: int, files: int, line: str) -> None:
        diagnostics = [*many(errors), *many(warnings, Code.VELDVOLGORDE)]

        assert closing_line(diagnostics, files) == line
        assert as_text(diagnostics, {}, files).split("\n")[-1] == line

    def test_files_with_errors_are_counted(self) -> None:
        diagnostics = [*many(2), *many(1, path="content/a.md"), *many(1, Code.VELDVOLGORDE, "content/b.md")]

        assert closing_line(diagnostics) == "3 fouten in 2 bestanden, en 1 waarschuwing. De site is niet vernieuwd."


class TestCaps:
    def test_twenty_for_a_file(self) -> None:
        """Errors go before warnings, and the rest is counted."""
        text = as_text([*many(18), *many(5, Code.VELDVOLGORDE)], {})

        assert count_of_messages(text) == 20
        assert text.count("fout[") == 18
        assert "En nog 3 waarschuwingen; die staan hier niet bij" in text
        assert text.endswith("18 fouten in 1 bestand, en 5 waarschuwingen. De site is niet vernieuwd.")

    def test_an_error_at_the_end_goes_before_a_warning_at_the_beginning(self) -> None:
        late = [Diagnostic(Code.TE_LANG, Location(PATH, 900 + n), "laat") for n in range(20)]

        text = as_text([*many(3, Code.VELDVOLGORDE), *late], {})

        assert text.count("fout[") == 20
        assert "waarschuwing[" not in text

    def test_two_hundred_in_all(self) -> None:
        diagnostics = [d for n in range(15) for d in many(20, path=f"content/{n:02}.md")]

        text = as_text(diagnostics, {})

        assert count_of_messages(text) == 200
        assert "En nog 100 fouten; die" in text

    def test_one_of_each_left(self) -> None:
        assert "En nog 1 fout en 1 waarschuwing; die" in as_text([*many(21), *many(1, Code.VELDVOLGORDE)], {})

    def test_the_same_for_annotations(self) -> None:
        assert as_github(many(30), {}, TOKEN).count("\n::error ") == 20

    def test_the_summary_has_all(self) -> None:
        """GitHub shows ten at the lines, so this is where the others are."""
        summary = as_summary(many(500), {})

        assert summary.count("- **Regel") == 500
        assert "hooguit tien fouten en tien waarschuwingen" in summary
        assert "En nog" not in summary

    def test_json_has_everything(self) -> None:
        assert len(json.loads(as_json(many(500), 1))["diagnostics"]) == 500


class TestFrames:
    @pytest.mark.parametrize(
        ("line", "column", "end", "text", "carets"),
        [
            ("status: lopt", 9, 13, "status: lopt", "        ^^^^"),
            ("status: lopt", 9, None, "status: lopt", "        ^"),
            ("status: lopt", 13, None, "status: lopt", "            ^"),
            ("status: lopt", 99, None, "status: lopt", "            ^"),
            ("status: lopt", 9, 99, "status: lopt", "        ^^^^"),
            ("status: lopt", 9, 3, "status: lopt", "        ^"),
            ("", 1, None, "", "^"),
            ("x   ", 3, None, "x", "  ^"),
            ("\tx: y", 2, 3, "    x: y", "    ^"),
            ("ab\tx", 3, 4, "ab  x", "  ^^"),
            ("日本: x", 1, 3, "日本: x", "^^^^"),
            ("日本: x", 5, 6, "日本: x", "      ^"),
            ("a\u0323\u0302: x", 6, 7, "a\u0323\u0302: x", "   ^"),
            ("é: x", 4, 5, "é: x", "   ^"),
            ("a\u200bb", 2, 3, "a\N{REPLACEMENT CHARACTER}b", " ^"),
            ("a\x1b[31mb", 2, 3, "a\N{REPLACEMENT CHARACTER}[31mb", " ^"),
            ("a\u00a0b", 2, 3, "a b", " ^"),
        ],
    )
    def test_the_mark_is_under_the_place(self, line: str, column: int, end: int | None, text: str, carets: str) -> None:
        """Also behind tabs, wide characters, accents that are characters of their own, and what nobody can see."""
        drawn = frame(line, column, end)

        assert (drawn.text, drawn.carets) == (text, carets)

    @pytest.mark.parametrize(("column", "before", "after"), [(1, False, True), (2000, True, True), (4000, True, False)])
    def test_a_long_line_is_cut_around_the_mark(self, column: int, before: bool, after: bool) -> None:
        line = "x" * 4000
        drawn = frame(line[: column - 1] + "!" + line[column:], column, column + 1)

        assert len(drawn.text) <= WIDTH + 2
        assert drawn.text[drawn.carets.index("^")] == "!"
        assert (drawn.text.startswith("…"), drawn.text.endswith("…")) == (before, after)

    def test_long_marks_end_with_the_line(self) -> None:
        drawn = frame("x" * 4000, 1, 3000)

        assert drawn.carets == "^" * WIDTH
        assert drawn.text == "x" * WIDTH + "…"

    @settings(max_examples=300, deadline=None)
    @given(st.text(), st.integers(1, 300), st.one_of(st.none(), st.integers(1, 300)))
    def test_any_line_can_be_drawn(self, line: str, column: int, end: int | None) -> None:
        drawn = frame(line, column, end)

        assert drawn.text.isprintable()
        assert drawn.carets.lstrip(" ").strip("^") == ""
        assert "^" in drawn.carets
        assert len(drawn.carets) <= WIDTH + 2


COMMANDS = re.compile(r"^\s*::|##\[", re.MULTILINE)
"""What a workflow runner obeys: at the beginning of a line, and in its old form anywhere."""
EVIL = [
    "::error file=x::y",
    "\n::add-mask::geheim",
    "\r::set-output name=x::y",
    "##[add-mask]geheim",
    "###[error]x",
    "\u2028::warning::x",
    "\x1b[31mrood\x1b[0m",
    "\x9b31m",
    "%0A::error::x",
    f"\n::{TOKEN}::\n::add-mask::x",
    "\u202eomgekeerd",
    "\ud800",
]


def evil(text: str) -> tuple[list[Diagnostic], Mapping[str, str]]:
    """A text in every place that content can reach."""
    path = f"content/{text}.md"
    diagnostics = [
        Diagnostic(Code.TE_LANG, Location(path, 1, 1, 5), text, text),
        Diagnostic(Code.VELDVOLGORDE, Location(path, 2), text),
    ]
    return diagnostics, {path: f"{text}\n{text}"}


class TestHostileContent:
    @pytest.mark.parametrize("text", EVIL)
    def test_text_gives_no_command(self, text: str) -> None:
        report = as_text(*evil(text))

        assert COMMANDS.search(report) is None
        assert report.replace("\n", "").isprintable()

    @pytest.mark.parametrize("text", EVIL)
    def test_annotations_give_only_their_own_commands(self, text: str) -> None:
        """Between the token the runner obeys nothing; behind it every line is one annotation of ours."""
        lines = as_github(*evil(text), TOKEN).split("\n")
        end = lines.index(f"::{TOKEN}::")

        assert lines[0] == f"::stop-commands::{TOKEN}"
        assert lines.count(f"::{TOKEN}::") == 1
        assert COMMANDS.search("\n".join(lines[1:end])) is None
        assert [line.partition(" ")[0] for line in lines[end + 1 :]] == ["::error", "::warning"]
        assert "\n".join(lines).replace("\n", "").isprintable()

    @pytest.mark.parametrize("text", EVIL)
    def test_json_is_one_value(self, text: str) -> None:
        """Nothing in it is a command, and the text comes back as it was."""
        report = as_json(evil(text)[0], 1)

        assert COMMANDS.search(report) is None
        assert report.isascii()
        assert json.loads(report)["diagnostics"][0]["message"] == text

    def test_markdown_stays_text(self) -> None:
        """A summary cannot be given links, images, HTML or headings from content."""
        bad = "<img src=x> [x](https://kwaad.nl) ![x](y) `code` | # kop *vet* @iemand https://kwaad.nl ~~~"
        diagnostics = [Diagnostic(Code.TE_LANG, Location(PATH, 1, 1, 2), bad, bad)]

        summary = as_summary(diagnostics, {PATH: "````\n"})

        assert r"\<img src\=x\> \[x\]\(https\:\/\/kwaad\.nl\)" in summary
        assert "\n  `````text\n  ````\n" in summary

    @settings(max_examples=200, deadline=None)
    @given(st.text())
    @example("##[x]")
    def test_safe_text_is_one_harmless_line(self, text: str) -> None:
        clean = safe(text)

        assert clean.isprintable()
        assert "##[" not in clean
        assert len(clean) == len(text)

    @settings(max_examples=100, deadline=None)
    @given(
        st.lists(
            st.tuples(st.text(max_size=20), st.text(max_size=20), st.integers(1, 4), st.integers(1, 30)), max_size=8
        )
    )
    def test_reports_are_sorted_and_stable(self, parts: list[tuple[str, str, int, int]]) -> None:
        """The order in which things were found changes nothing, in any format."""
        diagnostics = [
            Diagnostic(Code.TE_LANG, Location(f"content/{path}", *place), text) for path, text, *place in parts
        ]
        sources = {f"content/{path}": f"{text}\n{text}" for path, text, *_ in parts}
        back = diagnostics[::-1]

        assert as_text(diagnostics, sources) == as_text(back, sources)
        assert as_github(diagnostics, sources, TOKEN) == as_github(back, sources, TOKEN)
        assert as_summary(diagnostics, sources) == as_summary(back, sources)
        assert as_json(diagnostics, 1) == as_json(back, 1)
        assert COMMANDS.search(as_text(diagnostics, sources)) is None


class TestGithub:
    def annotations(self, *diagnostics: Diagnostic) -> list[str]:
        return as_github(diagnostics, SOURCES, TOKEN).split(f"::{TOKEN}::\n")[1].split("\n")

    def test_an_annotation(self) -> None:
        [line] = self.annotations(STATUS)

        assert line == (
            "::error file=content/praktijken/delft-markt.md,line=6,col=9,endColumn=13,title=onbekende-keuze::"
            '"lopt" is geen geldige status%0ABedoelde u "loopt"? Kies uit: idee, proef of loopt.'
        )

    def test_errors_first(self) -> None:
        """About ten are shown: the worst must be among them."""
        assert [line[:9] for line in self.annotations(WARNING, STATUS)] == ["::error f", "::warning"]

    def test_without_an_end_or_a_hint(self) -> None:
        [line] = self.annotations(WARNING)

        assert line == (
            "::warning file=content/praktijken/delft-markt.md,line=2,col=8,title=hekje-in-waarde::"
            "Alles vanaf het hekje vervalt"
        )

    def test_escapes(self) -> None:
        """In properties the separators are escaped too; in the message percent signs."""
        diagnostics = Diagnostic(Code.TE_LANG, Location("content/a:b,c%.md", 1), "100%: a, b")

        assert self.annotations(diagnostics) == [
            "::error file=content/a%3Ab%2Cc%25.md,line=1,col=1,title=te-lang::100%25: a, b"
        ]

    def test_the_text_is_in_between(self) -> None:
        text = as_github([STATUS], SOURCES, TOKEN)

        assert text.startswith(f"::stop-commands::{TOKEN}\n{as_text([STATUS], SOURCES)}\n::{TOKEN}::\n")

    def test_nothing_wrong(self) -> None:
        assert as_github([], {}, TOKEN) == f"::stop-commands::{TOKEN}\nGeen fouten gevonden.\n::{TOKEN}::"


class TestSummary:
    def test_the_whole_picture(self) -> None:
        assert as_summary([STATUS, WARNING], SOURCES) == (
            "## Controle van de inhoud\n\n"
            "1 fout in 1 bestand, en 1 waarschuwing. De site is niet vernieuwd.\n\n"
            f"{NOT_ALL_AT_THE_LINES}\n\n"
            "### content\\/praktijken\\/delft\\-markt\\.md\n\n"
            "- **Regel 2**, waarschuwing hekje-in-waarde: Alles vanaf het hekje vervalt\n\n"
            "  ```text\n  titel: Delft\n         ^\n  ```\n\n"
            '- **Regel 6**, fout onbekende-keuze: \\"lopt\\" is geen geldige status\n\n'
            "  ```text\n  status: lopt\n          ^^^^\n  ```\n\n"
            '  Oplossing: Bedoelde u \\"loopt\\"\\? Kies uit\\: idee\\, proef of loopt\\.\n\n'
            "Uitleg van elke melding: docs/fouten.md\n"
        )

    def test_a_heading_for_each_file(self) -> None:
        diagnostics = [*many(2), *many(1, path="content/a.md")]

        assert re.findall("^### .*", as_summary(diagnostics, {}), re.MULTILINE) == [
            r"### content\/a\.md",
            r"### content\/praktijken\/delft\-markt\.md",
        ]

    def test_nothing_wrong(self) -> None:
        assert as_summary([], {}) == "## Controle van de inhoud\n\nGeen fouten gevonden.\n"

    def test_it_stays_below_what_the_runner_takes(self) -> None:
        """Also with the longest messages of the widest characters, twice over."""
        wide = "𝔸" * 2000
        diagnostics = [
            Diagnostic(Code.TE_LANG, Location(f"content/{n:03}.md", line), wide, wide)
            for n in range(200)
            for line in (1, 2)
        ]
        diagnostics += many(1, Code.VELDVOLGORDE, "content/zz.md")

        summary = as_summary(diagnostics, {})
        size = len(summary.encode())

        assert LARGEST_SUMMARY / 2 < size < 1024 * 1024
        assert re.search(r"En nog \d+ fouten en 1 waarschuwing; die", summary)


class TestLengths:
    def test_long_messages_are_cut(self) -> None:
        diagnostics = [Diagnostic(Code.TE_LANG, Location(PATH, 1), "m" * 5000, "h" * 5000)]

        for report in (as_text(diagnostics, {}), as_github(diagnostics, {}, TOKEN), as_summary(diagnostics, {})):
            assert "m" * (LONGEST - 1) + "…" in report
            assert "h" * LONGEST not in report
        assert json.loads(as_json(diagnostics, 1))["diagnostics"][0]["message"] == "m" * 5000


class TestJson:
    def test_the_shape_is_pinned(self) -> None:
        """Programs rely on these names, in this order."""
        assert as_json([STATUS, WARNING], 7) == json.dumps(
            {
                "version": 1,
                "summary": {"errors": 1, "warnings": 1, "files": 7},
                "diagnostics": [
                    {
                        "code": "hekje-in-waarde",
                        "severity": "warning",
                        "path": PATH,
                        "line": 2,
                        "column": 8,
                        "end_column": None,
                        "message": "Alles vanaf het hekje vervalt",
                        "hint": "",
                    },
                    {
                        "code": "onbekende-keuze",
                        "severity": "error",
                        "path": PATH,
                        "line": 6,
                        "column": 9,
                        "end_column": 13,
                        "message": '"lopt" is geen geldige status',
                        "hint": 'Bedoelde u "loopt"? Kies uit: idee, proef of loopt.',
                    },
                ],
            },
            indent=2,
        )

    @pytest.mark.parametrize("diagnostics", [[], [STATUS], [WARNING, *many(300)]])
    def test_it_is_what_the_schema_says(self, diagnostics: list[Diagnostic]) -> None:
        jsonschema.validate(json.loads(as_json(diagnostics, 3)), SCHEMA)

    def test_every_code_fits_the_schema(self) -> None:
        diagnostics = [Diagnostic(code, Location("content"), "x") for code in Code]
        report = json.loads(as_json(diagnostics, 0))

        jsonschema.validate(report, SCHEMA)
        assert {(d["code"], d["severity"]) for d in report["diagnostics"]} == {
            (code.value, Diagnostic(code, Location("x"), "x").severity.value) for code in Code
        }

    @pytest.mark.parametrize(
        "change",
        [
            {"version": 2},
            {"extra": 1},
            {"summary": {"errors": -1, "warnings": 0, "files": 0}},
            {"summary": {"errors": 0, "warnings": 0}},
            {"diagnostics": [{"code": "x"}]},
            {"diagnostics": {}},
        ],
    )
    def test_the_schema_refuses_another_shape(self, change: dict[str, Any]) -> None:
        report = json.loads(as_json([STATUS], 3)) | change

        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(report, SCHEMA)

    def test_the_schema_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_severity_has_a_word() -> None:
    """Both kinds read as Dutch in all formats for people."""
    for severity, word in ((Severity.ERROR, "fout"), (Severity.WARNING, "waarschuwing")):
        diagnostic = next(d for d in (STATUS, WARNING) if d.severity is severity)

        assert f": {word}[{diagnostic.code}]: " in as_text([diagnostic], {})
