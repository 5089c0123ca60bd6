"""The report on spelling: which words are looked at, which are known, and what is shown. The dictionary is made up."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.conftest import BASIS
from tests.stages import document
from tools import spelling
from tools.prose import documents, pieces
from tools.spelling import counted, main, names_of_towns, report, unknown, words

DUTCH = frozenset({"de", "binnenstad", "van", "voor", "rapport", "foto's"})


@pytest.fixture
def dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(text_words: Iterable[str]) -> set[str]:
        return {word for word in text_words if word not in DUTCH}

    monkeypatch.setattr(spelling, "refused", refused)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De binnenstad, van 2019!", ["De", "binnenstad", "van"]),
        ("foto’s van ’t Zand en zo'n CO2-meter", ["foto's", "van", "'t", "Zand", "en", "zo'n", "CO", "meter"]),
        ("Stockton-on-Tees - een stad", ["Stockton-on-Tees", "een", "stad"]),
        ("zie https://x.nl/een/pad of mail naar@x.nl of www.x.nl of x.nl", ["zie", "of", "mail", "of", "of"]),
        ("Eén café, één ‘plek’", ["Eén", "café", "één", "plek"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert list(words(text)) == expected


@pytest.mark.parametrize(
    "word",
    ["binnenstad", "Binnenstad", "binnenstad-rapport", "BIZ-rapport", "BIZ", "Gaiyo", "Gaiyo's", "Gaiyos", "Foto's"],
)
def test_known(dictionary: None, word: str) -> None:
    assert unknown([word], {"BIZ", "Gaiyo"}) == set()


@pytest.mark.parametrize("word", ["binnensted", "Binnensted", "binnensted-rapport", "gaiyo", "biz-rapport"])
def test_unknown(dictionary: None, word: str) -> None:
    assert unknown([word, "de"], {"BIZ", "Gaiyo"}) == {word}


def test_what_is_read_of_an_item() -> None:
    """Text fields and the body with its headings; no slugs, sources, links or citations."""
    counts = counted([document()])
    assert counts["makers"] == (2, "content/praktijken/deventer-makers.md:3")
    assert {"Resultaat", "Tel", "opdrachtgever"} <= counts.keys()
    assert not {"loopt", "Krant", "krant", "trends", "ruimte"} & counts.keys()


def test_titles_of_other_people_are_left_as_they_are() -> None:
    locs = [piece.loc for piece in pieces(document("content/publicaties/de-nieuwe-binnenstad.yaml"))]
    assert locs == [("in_een_zin",)]


def test_the_most_frequent_word_comes_last() -> None:
    counts = {"eens": (1, "a:1"), "vaak": (9, "b:2"), "goed": (5, "c:3")}
    assert report(counts, {"vaak", "eens"}).split("\n") == [
        "    1  eens  (a:1)",
        "    9  vaak  (b:2)",
        "2 onbekende woorden, samen 10 keer; 3 woorden bekeken.",
    ]


def test_towns(tmp_path: Path) -> None:
    assert {"Deventer", "Leiden", "Overijssel"} <= names_of_towns(documents(BASIS))


def test_the_words_go_to_the_program_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One a line, each once; what comes back is what is wrong."""
    program = tmp_path / "hunspell"
    program.write_text("#!/bin/sh\ngrep é\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert spelling.refused(["café", "bar", "café"]) == {"café"}


def test_a_missing_program_names_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert main() == 2
    assert "hunspell hunspell-nl" in capsys.readouterr().err
