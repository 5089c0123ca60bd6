"""What can be typed behind `python build.py`, and what somebody reads who types something else."""

from __future__ import annotations

import re
from argparse import Namespace

import pytest

from binnenstad_site.cli.arguments import Usage, in_dutch, parser

COMMANDS = {
    name: (lambda _parsed, answer=answer: answer)
    for answer, name in enumerate(["build", "check", "serve", "new", "adressen", "zoek"])
}


def parse(*words: str) -> Namespace:
    return parser(COMMANDS).parse_args(words)


class TestParser:
    """Subcommands and flags."""

    def test_without_a_command_it_builds(self) -> None:
        found = parse()
        assert found.run(found) == 0
        assert (found.out, found.format, found.base_url, found.date) == ("_site", "text", "", "")
        assert (found.preview, found.timings, found.no_share_images) == (False, False, False)

    @pytest.mark.parametrize(
        ("words", "answer"),
        [
            (["check"], 1),
            (["serve"], 2),
            (["new", "praktijken", "Naam"], 3),
            (["adressen"], 4),
            (["zoek", "lege panden"], 5),
        ],
    )
    def test_commands(self, words: list[str], answer: int) -> None:
        found = parse(*words)
        assert found.run(found) == answer

    def test_everything_a_build_can_be_told(self) -> None:
        found = parse(
            *("--base-url", "https://x.nl/pad", "--date", "2026-11-24", "--out", "map", "--preview"),
            *("--format", "json", "--no-share-images", "--timings"),
        )
        assert (found.base_url, found.date, found.out, found.format) == (
            "https://x.nl/pad",
            "2026-11-24",
            "map",
            "json",
        )
        assert (found.preview, found.timings, found.no_share_images) == (True, True, True)

    def test_new_takes_what_and_how_it_is_called(self) -> None:
        found = parse("new", "praktijken", "Een lange naam", "--date", "2026-11-24")
        assert (found.collectie, found.naam, found.date) == ("praktijken", "Een lange naam", "2026-11-24")

    def test_serve_takes_a_port(self) -> None:
        assert parse("serve", "--port", "8000").port == 8000


class TestUsage:
    """Wrong usage is told in Dutch, with the nearest right word."""

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["chek"], '"chek" ken ik niet. Bedoelde u "check"? Kies uit: check, serve, new, zoek of adressen.'),
            (["bouwen"], '"bouwen" ken ik niet. Kies uit: check, serve, new, zoek of adressen.'),
            (["--snel"], '"--snel" ken ik niet.'),
            (["check", "--out", "x"], '"--out x" ken ik niet.'),
            (["check", "--format", "xml"], '"xml" ken ik niet. Kies uit: text, github of json.'),
            (["--date"], "Achter --date hoort een waarde."),
            (["serve", "--port", "http"], 'Achter --port hoort een getal, en "http" is er geen.'),
            (["new", "praktijken"], "Er ontbreekt: naam."),
            (["new"], "Er ontbreekt: collectie, naam."),
            (["--pre", "--p=x"], "Deze opdracht klopt niet."),
        ],
    )
    def test_words(self, words: list[str], told: str) -> None:
        with pytest.raises(Usage) as wrong:
            parse(*words)
        assert str(wrong.value) in (
            f"{told}\nZie: python build.py --help",
            f"{told}\nZie: python build.py {words[0]} --help",
        )

    @pytest.mark.parametrize(
        ("words", "where"), [(["new", "praktijken"], "new --help"), (["zoek"], "zoek --help"), (["chek"], "--help")]
    )
    def test_where_to_read_on(self, words: list[str], where: str) -> None:
        """The help of the command that was meant, when there is one."""
        with pytest.raises(Usage) as wrong:
            parse(*words)
        assert str(wrong.value).endswith(f"\nZie: python build.py {where}")

    def test_a_question_needs_no_quotes(self) -> None:
        assert parse("zoek", "lege", "panden").vraag == ["lege", "panden"]

    def test_what_nobody_foresaw(self) -> None:
        """A sentence of a later Python is not shown in English."""
        assert in_dutch("something new went wrong") == "Deze opdracht klopt niet."


@pytest.mark.parametrize(
    "words",
    [["--help"], ["-h"], ["check", "--help"], ["new", "-h"], ["serve", "-h"], ["adressen", "-h"], ["zoek", "-h"]],
)
def test_help_is_dutch(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every word around the flags, and what each does."""
    with pytest.raises(SystemExit):
        parse(*words)
    told = capsys.readouterr().out
    assert told.startswith("gebruik: python build.py")
    assert "keuzes:" in told
    assert "deze uitleg" in told
    assert not re.findall(r"\b(?:usage|options|positional|show this|optional)\b", told)


def test_help_names_every_command_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse("--help")
    told = capsys.readouterr().out
    for word in ("check", "serve", "new", "adressen", "zoek", "--base-url", "--date", "--out", "--preview", "--format"):
        assert word in told
    assert 'python build.py new praktijken "Naam"' in told
