"""What an editor reads when asking why a page ranks where it does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.explain_search import NoNode, explain
from binnenstad_site.cli.main import main
from binnenstad_site.pipeline import Build
from tests.conftest import build
from tests.visiting import lay_out

DAY = ["--date", "2026-11-24"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("asking")))


def test_each_hit_is_taken_apart_by_word_alternative_and_field(built: Build) -> None:
    lines = list(explain(built, "lege panden deventer"))
    assert re.fullmatch(r"\d+ treffers?( en \d+ minder goede)?\. Zo is de vraag gelezen:", lines[0])
    assert [line.strip() for line in lines[1:3]] == ["lege panden", "deventer (plaats)"]
    assert lines[3].startswith(" 1. ")
    assert any("/praktijken/deventer-makers/" in line for line in lines)
    below = [line.strip() for line in lines[1:] if not line[:2].strip()]
    assert any("lege panden: als leg pand, gewicht 1,00, in " in line and "tekst" in line for line in below)
    assert any(line.endswith("deventer: als plaats, gewicht 1,00") for line in below)


def test_a_synonym_is_shown_as_the_editor_wrote_it(built: Build) -> None:
    assert any('leegstand: via "lege panden", gewicht 0,80' in line for line in explain(built, "leegstand"))


def test_the_contributions_to_a_hit_explain_its_score(built: Build) -> None:
    """One word: the score is what that word gave."""
    _, _, hit, contribution = list(explain(built, "makers"))[:4]
    assert hit.split()[1] == contribution.split()[0]


def test_what_a_question_was_read_as_and_where_the_list_ends(built: Build) -> None:
    lines = list(explain(built, "makers zonder subsidie, status loopt"))
    assert any(line.strip() == "subsidie (gelezen als zonder subsidie)" for line in lines)
    assert any("(gelezen als status: loopt)" in line for line in lines)
    assert any("loopt: als kenmerk, gewicht " in line for line in lines)
    good, lesser = map(int, re.findall(r"\d+", lines[0]))
    places = [line.split(".")[0].strip() for line in lines if re.match(r"[ \d]\d\. ", line)]
    assert lesser
    end = lines.index("Hier eindigt de lijst. Achter een knop staan:")
    assert lines[end + 1].startswith(f"{good + 1:2}. ")
    assert places == [str(place) for place in range(1, len(places) + 1)]


def test_nothing_found(built: Build) -> None:
    count, word, advice = explain(built, "xqzwv")
    assert (count, word) == ("0 treffers. Zo is de vraag gelezen:", "    xqzwv")
    assert advice.startswith("Niets gevonden.")
    assert "content/begrippen.yaml" in advice


def test_what_a_hit_lacks_is_named(built: Build) -> None:
    """An editor sees why the shares do not add up to the score."""
    lines = list(explain(built, "makers amsterdam"))
    assert "            minder, want hier ontbreekt: amsterdam" in lines


def test_words_that_say_too_little_are_named(built: Build) -> None:
    assert "    niet meegeteld, want te gewoon: de, in" in list(explain(built, "de makers in"))


def test_a_misspelt_word_is_shown_with_what_it_was_taken_for(built: Build) -> None:
    (line,) = (line for line in explain(built, "leegstnad") if "leegstnad (" in line)
    assert "staat in geen tekst; opgevat als leegstand" in line


def test_the_command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    monkeypatch.setattr("binnenstad_site.cli.commands.PROJECT", project)
    assert main(["zoek", "makers", *DAY]) == ExitStatus.GOOD
    assert "/praktijken/deventer-makers/" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[""], ["  ", " "]])
def test_an_empty_question_is_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["zoek", *words]) == ExitStatus.USAGE
    assert capsys.readouterr().err == 'Typ een vraag, zoals: python build.py zoek "lege panden"\n'


def test_without_node_the_command_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path, built: Build
) -> None:
    monkeypatch.setattr("binnenstad_site.cli.explain_search.shutil.which", lambda _name: None)
    with pytest.raises(NoNode):
        list(explain(built, "makers"))
    monkeypatch.setattr("binnenstad_site.cli.commands.PROJECT", project)
    assert main(["zoek", "makers", *DAY]) == ExitStatus.USAGE
    assert capsys.readouterr().err == "Hiervoor is Node nodig. Installeer het pakket nodejs.\n"


def test_without_settings_there_is_nothing_to_search(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "content" / "site.yaml").unlink()
    monkeypatch.setattr("binnenstad_site.cli.commands.PROJECT", project)
    assert main(["zoek", "makers", *DAY]) == ExitStatus.USAGE
    assert "python build.py check" in capsys.readouterr().out
