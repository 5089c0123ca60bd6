"""What can be typed behind `python build.py`, and what somebody reads who types something else."""

from __future__ import annotations

import re
from argparse import Namespace

import pytest

from binnenstad_site.cli.arguments import Usage, parse
from binnenstad_site.cli.commands import COMMANDS
from tests.repository.programs import ROOT

ALL = "check, serve, new, zoek, adressen, verplaats, trek-in, herstel, nabellen, zinnen of links."


def parsed(*words: str) -> Namespace:
    return parse(words)


class TestParser:
    """Subcommands and flags."""

    def test_without_a_command_it_builds(self) -> None:
        options = parsed()
        assert (options.command, options.out, options.format) == ("build", "_site", "text")
        assert (options.base_url, options.date) == ("", "")
        assert (options.preview, options.timings, options.no_share_images) == (False, False, False)

    @pytest.mark.parametrize(
        "words", [["check"], ["serve"], ["new", "praktijken", "Naam"], ["adressen"], ["zoek", "lege panden"]]
    )
    def test_commands(self, words: list[str]) -> None:
        assert parsed(*words).command == words[0]
        assert words[0] in COMMANDS

    def test_everything_a_build_can_be_text(self) -> None:
        options = parsed(
            *("--base-url", "https://x.nl/pad", "--date", "2026-11-24", "--out", "map", "--preview", "--publish"),
            *("--format", "json", "--no-share-images", "--timings"),
        )
        assert (options.base_url, options.date, options.out, options.format) == (
            "https://x.nl/pad",
            "2026-11-24",
            "map",
            "json",
        )
        assert (options.preview, options.publish, options.timings, options.no_share_images) == (True, True, True, True)

    def test_new_takes_what_and_how_it_is_called(self) -> None:
        options = parsed("new", "praktijken", "Een lange naam", "--date", "2026-11-24")
        assert (options.collectie, options.naam, options.date) == ("praktijken", "Een lange naam", "2026-11-24")

    def test_serve_takes_a_port(self) -> None:
        assert parsed("serve", "--port", "8000").port == 8000


class TestUsage:
    """Wrong usage is text in Dutch, with the nearest right word."""

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (
                ["chek"],
                f'"chek" ken ik niet. Bedoelde u "check"? Kies uit: {ALL}',
            ),
            (
                ["bouwen"],
                f'"bouwen" ken ik niet. Kies uit: {ALL}',
            ),
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
    def test_words(self, words: list[str], sentence: str) -> None:
        with pytest.raises(Usage) as wrong:
            parsed(*words)
        assert str(wrong.value) in (
            f"{sentence}\nZie: python build.py --help",
            f"{sentence}\nZie: python build.py {words[0]} --help",
        )

    @pytest.mark.parametrize(
        ("words", "where"), [(["new", "praktijken"], "new --help"), (["zoek"], "zoek --help"), (["chek"], "--help")]
    )
    def test_where_to_read_on(self, words: list[str], where: str) -> None:
        """The help of the command that was meant, when there is one."""
        with pytest.raises(Usage) as wrong:
            parsed(*words)
        assert str(wrong.value).endswith(f"\nZie: python build.py {where}")

    def test_a_question_needs_no_quotes(self) -> None:
        assert parsed("zoek", "lege", "panden").vraag == ["lege", "panden"]

    def test_words_may_stand_behind_an_option(self) -> None:
        options = parsed("new", "--date", "2026-11-24", "praktijken", "Naam")
        assert (options.collectie, options.naam) == ("praktijken", "Naam")


@pytest.mark.parametrize(
    "words",
    [["--help"], ["-h"], ["check", "--help"], ["new", "-h"], ["serve", "-h"], ["adressen", "-h"], ["zoek", "-h"]],
)
def test_help_is_dutch(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every word around the flags, and what each does."""
    with pytest.raises(SystemExit):
        parsed(*words)
    text = capsys.readouterr().out
    assert text.startswith("gebruik: python build.py")
    assert "keuzes:" in text
    assert "deze uitleg" in text
    assert not re.findall(r"\b(?:usage|options|positional|show this|optional)\b", text)


def test_help_names_every_command_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed("--help")
    text = capsys.readouterr().out
    for word in ("check", "serve", "new", "adressen", "zoek", "--base-url", "--date", "--out", "--preview", "--format"):
        assert word in text
    assert 'python build.py new praktijken "Naam"' in text


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "build"])
def test_the_readme_names_every_command_and_choice(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = re.findall(r"^\| .*`.*\|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    row = next(row for row in rows if re.match(rf"\| [^|]*`{command}[ `]", row))
    with pytest.raises(SystemExit):
        parsed(command, "--help")
    assert set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"} <= set(re.findall(r"--[a-z-]+", row))
