"""Which wordings of a question mean a kenmerk, and that odd ones neither break nor empty the search."""

from __future__ import annotations

import json

import pytest

from binnenstad_site.cli.explain_search import Question, SearchExplanation, ask
from binnenstad_site.pages.page import Kenmerk, SearchEntry, Stuk
from binnenstad_site.render.assets import read_assets
from binnenstad_site.search import Vocabulary, index
from binnenstad_site.search.reading import Reading, reading_file, wording
from tests.conftest import ROOT

READINGS = (
    Reading("gestopt", "status", ("gestopt",), "", zacht=False, woorden=("gestopt",)),
    Reading("loopt nog", "status", ("loopt",), "", zacht=False, woorden=("loopt",)),
    Reading("begonnen sinds", "begin", (), "vanaf", zacht=False, woorden=("sinds {getal}",)),
)


def praktijk(title: str, status: str, begin: str, text: str = "Een winkelstraat.") -> SearchEntry:
    marks = (Kenmerk("status", status, status), Kenmerk("begin", begin, begin))
    return SearchEntry(title, f"/{title.lower()}/", "praktijk", "", (Stuk("", "", text),), "", marks)


ENTRIES = [
    praktijk("Markt", "gestopt", "2018"),
    praktijk("Haven", "loopt", "2021", "Een winkelstraat zonder subsidie."),
    praktijk("Plein", "gestopt", "2022", "Een winkelstraat met subsidie, veel subsidie."),
]


def answers(*questions: str) -> list[SearchExplanation]:
    scripts = read_assets(ROOT / "templates" / "assets").files
    built = index(ENTRIES, Vocabulary((), (), READINGS))
    return list(ask([Question(question, {}) for question in questions], built, scripts))


def test_a_wording_keeps_the_form_of_stop_words() -> None:
    assert wording("sinds {getal}") == ".sinds #"
    assert wording("met") != wording("meting")
    assert wording("gestopte") == wording("gestopt")


def test_only_what_some_entry_has_is_read() -> None:
    table = json.loads(reading_file(READINGS, ["=begin:2018", "=begin:2021", "=status:gestopt"]))
    assert [row[0] for row in table["rijen"]] == ["status: gestopt", "begonnen sinds"]
    assert table["grenzen"] == {"begin": [[2018, 2018, 0], [2021, 2021, 1]]}


@pytest.mark.parametrize(
    ("question", "good"),
    [
        ("winkelstraat gestopt", ["Markt", "Plein"]),
        ("winkelstraat sinds 2020", ["Haven", "Plein"]),
        ("gestopt of loopt", ["Haven", "Markt", "Plein"]),
        ("gestopt en loopt", []),
        ("gestopt sinds 2020", ["Plein"]),
    ],
)
def test_good_hits_have_what_was_read(question: str, good: list[str]) -> None:
    (answer,) = answers(question)
    assert sorted(ENTRIES[hit.number].titel for hit in answer.hits if hit.good) == good
    assert answer.hits


def test_a_denied_word_prefers_texts_that_deny_it() -> None:
    (answer,) = answers("winkelstraat zonder subsidie")
    assert ENTRIES[answer.hits[0].number].titel == "Haven"


def test_odd_questions() -> None:
    """Only denials, numbers of any length, units alone."""
    denied, *others = answers(
        "geen subsidie", "9" * 400 + " euro", "sinds " + "2" * 400, "%", "m²", "euro", "geen zonder"
    )
    assert denied.hits
    assert [answer.hits for answer in others] == [()] * len(others)
