"""The browser and the build read Dutch the same way, word for word."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binnenstad_site.pipeline import Build
from binnenstad_site.search.compounds import IN_WORD_LIST, SHORT, split
from binnenstad_site.search.language import fold, stem, tokens
from tests.conftest import ROOT, build

NODE = shutil.which("node") or "node"
SCRIPTS = ROOT / "templates" / "assets" / "js"


def in_script(**values: Any) -> Any:
    """What the scripts answer."""
    question = {"teksten": [], "samenstellingen": [], "waarden": {}, "markeringen": [], **values}
    command = [NODE, str(ROOT / "tests" / "zoek" / "same.mjs"), str(SCRIPTS)]
    done = subprocess.run(command, input=json.dumps(question), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def in_build(text: str) -> list[list[Any]]:
    return [[token.word, list(token.pieces), stem(token.word)] for token in tokens(fold(text))]


@pytest.fixture(scope="module")
def real() -> Build:
    return build(ROOT, datetime.now(UTC).date())  # as others look at it, so that it is built once


@pytest.fixture(scope="module")
def texts(real: Build) -> list[str]:
    """Everything that can be found on the real site."""
    return [part.tekst for entry in real.entries for part in entry.stukken] + [entry.titel for entry in real.entries]


@pytest.mark.content
def test_words_and_stems_of_the_whole_site(texts: list[str]) -> None:
    answers = in_script(teksten=texts)["teksten"]
    assert sum(len(answer) for answer in answers) > 100_000
    for text, answer in zip(texts, answers, strict=True):
        assert answer == in_build(text)


@pytest.mark.content
def test_compounds_of_the_whole_site_and_of_made_up_words(real: Build, texts: list[str]) -> None:
    """Against the words of the site: all its own words, and some thousands stuck together from them."""
    assert real.index is not None
    worth = {part: real.index.compounds.worth(part) for part in real.index.compounds.counts}
    known_words = sorted({token.word for text in texts for token in tokens(fold(text)) if not token.pieces})
    chance = random.Random(20261124)
    random_words = ["".join(chance.choices(known_words, k=chance.choice((2, 3)))) for _ in range(4_000)]

    def value(part: str) -> int:
        return worth.get(stem(part), IN_WORD_LIST if part in SHORT else 0)

    questions = [*known_words, *random_words]
    answers = in_script(samenstellingen=questions, waarden=worth)["samenstellingen"]
    assert len(answers) > 10_000
    for word, answer in zip(questions, answers, strict=True):
        assert tuple(answer) == split(word, value), word


@pytest.mark.parametrize(
    ("question", "text", "pieces"),
    [
        ("12656", "Er staan 12.656 fietsen.", ["12.656"]),
        ("12656", "Er staan 12\u202f656 fietsen.", ["12\u202f656"]),
        ("7.5 procent", "Eerst 7,5%, later 8 procent", ["7,5%", "procent"]),
        ("50 euro", "Het kost € 50 per m²", ["€ 50"]),
        ("1,2 mln", "Het kost € 1,2 miljoen.", ["€ 1,2 miljoen"]),
        ("m2", "500 m² of 500 vierkante meter", ["m²", "vierkante meter"]),
        ("co2", "Minder CO₂.", ["CO₂"]),
        ("2019", "Van 2017-2019 liep het.", ["2017-2019"]),
    ],
)
def test_numbers_and_signs_are_marked_as_written(question: str, text: str, pieces: list[str]) -> None:
    assert in_script(markeringen=[[question, text]])["gemarkeerd"] == [pieces]


@settings(max_examples=10)
@given(st.lists(st.text(), min_size=40, max_size=200))
def test_any_text(texts: list[str]) -> None:
    """Whatever Unicode holds. Half a surrogate pair is no text."""
    sound = [text for text in texts if text.isprintable() or text.encode("utf-8", "ignore").decode() == text]
    assert in_script(teksten=sound)["teksten"] == [in_build(text) for text in sound]
