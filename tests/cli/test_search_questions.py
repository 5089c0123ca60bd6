"""The questions for the search: a file that holds together, asked of a site as a visitor would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from binnenstad_site.cli.explain_search import Question, ask, scripts_of
from binnenstad_site.cli.search_questions import (
    FIRST,
    KINDS,
    WIDE,
    Outcome,
    Vraag,
    gap_lines,
    outcomes,
    read_questions,
    share,
)
from binnenstad_site.pipeline import Build
from tests.conftest import build
from tests.visiting import lay_out

QUESTIONS = read_questions()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("vragen")))


def test_there_are_questions_of_every_kind() -> None:
    count = {kind: sum(vraag.soort == kind for vraag in QUESTIONS) for kind in KINDS}

    assert {vraag.soort for vraag in QUESTIONS} == KINDS
    assert min(count.values()) >= 6, count


def test_no_question_stands_twice() -> None:
    questions = [(vraag.vraag.casefold(), *vraag.filter.items()) for vraag in QUESTIONS]
    assert len(questions) == len(set(questions))


def test_every_question_names_one_to_three_pages_and_only_filters_have_a_filter() -> None:
    for vraag in QUESTIONS:
        assert 1 <= len(set(vraag.paginas)) == len(vraag.paginas), vraag
        assert vraag.soort in WIDE or len(vraag.paginas) <= FIRST, vraag
        assert bool(vraag.filter) == (vraag.soort == "filter"), vraag


def first_hits(made: Build, titles: list[str]) -> Iterator[set[int]]:
    assert made.index is not None
    for answer in ask([Question(title, {}) for title in titles], made.index, scripts_of(made)):
        yield {hit.number for hit in answer.hits[:FIRST]}


def test_every_item_is_found_by_its_own_title(made: Build) -> None:
    """Of items with the same title any one will do; the name of the site is on every page."""
    numbers: dict[str, set[int]] = {}
    for number, entry in enumerate(made.entries):
        numbers.setdefault(entry.titel.casefold(), set()).add(number)
    first = dict(zip(numbers, first_hits(made, list(numbers)), strict=True))

    lost = {title for title, wanted in numbers.items() if not wanted & first[title]}
    assert lost - {"gemeenten", "de nieuwe binnenstad"} == set()


def test_what_was_wanted_and_did_not_come_first(made: Build) -> None:
    makers, missing = "/praktijken/deventer-makers/", "/praktijken/bestaat-niet/"
    found, filtered, lost = outcomes(
        made,
        [
            Vraag("makers in lege panden", "exact", [makers]),
            Vraag("makers", "filter", [makers], {"gemeente": "deventer"}),
            Vraag("makers", "exact", [makers, missing]),
        ],
    )
    assert found.missed == filtered.missed == []
    assert lost.missed == [missing]
    assert share([found, filtered, lost]) == pytest.approx(3 / 4)
    assert str(lost).startswith('"makers" (exact): mist /praktijken/bestaat-niet/; eerste is /')
    assert str(Outcome(lost.vraag, [])).endswith("eerste is niets")


def test_gaps_name_what_misses_and_words_that_no_page_has(made: Build) -> None:
    asked = [
        Vraag("makers", "exact", ["/praktijken/bestaat-niet/"]),
        Vraag("makerz", "synoniem", ["/praktijken/deventer-makers/"]),
    ]
    lines = list(gap_lines(made, list(outcomes(made, asked))))

    assert lines[0].startswith("1 van de 2 vragen missen een pagina")
    assert "mist /praktijken/bestaat-niet/" in lines[1]
    assert "    makerz" in lines
