"""The verdict on an aanpak: every branch of the rule with cases written by hand, and what would change it in words."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.typography import NUMBERS
from binnenstad_site.models.vocabulary import OORDEEL_AANPAK, UITKOMST, OordeelAanpak, Uitkomst
from binnenstad_site.pages.verdict import BEST_FIRST, Case, changes_in_words, sum_in_words, sum_of, verdict

WORDS: dict[str, Uitkomst] = {"+": "gehaald", "~": "deels", "-": "niet-gehaald", "?": "onbekend"}


def cases(text: str) -> tuple[Case, ...]:
    """`+3 ~2 -1 ?0 +x`: each an outcome and a step of evidence, `x` for a step that is about something else."""
    return tuple(Case(WORDS[word[0]], None if word[1] == "x" else int(word[1])) for word in text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "afwachten"),
        ("?4 ?4 ?4", "afwachten"),
        # aanraden: three supported, two of them measured, twice as many as failed
        ("+3 +3 +2", "aanraden"),
        ("~4 ~3 ~2", "aanraden"),
        ("+3 +3 +2 -0", "aanraden"),
        ("+3 +3 +2 +2 -1 -4", "aanraden"),
        ("+3 +3 +2 ?0 ?4", "aanraden"),
        # one thing is missing each time
        ("+3 +3 +1", "kansrijk"),
        ("+3 +2 +2", "kansrijk"),
        ("+3 +3 +2 -1 -1", "kansrijk"),
        ("+3 +3 +x", "kansrijk"),
        # kansrijk: two supported, and more than failed
        ("~2 +2", "kansrijk"),
        ("+3 +3", "kansrijk"),
        ("+2 +2 -1", "kansrijk"),
        ("+2 +2 -1 -1", "afwachten"),
        ("+2 +1 +1 +1", "afwachten"),
        ("+2 +x", "afwachten"),
        # afraden: two measured failures, and more than measured successes
        ("-3 -4", "afraden"),
        ("-3 -3 -3 +3 +3", "afraden"),
        ("-3 -3 +3 +3", "afwachten"),
        ("-3 -2", "afwachten"),
        ("-3 -x", "afwachten"),
        ("-3 -3 +1 +1 +1", "afraden"),
        ("-3 -3 +2 +2", "afraden"),
        # the first that holds counts
        ("+2 +2 +2 -3 -3", "kansrijk"),
        ("+3 +3 +2 +2 +2 +2 -3 -3 -3", "aanraden"),
    ],
)
def test_the_rule(text: str, expected: OordeelAanpak) -> None:
    assert verdict(cases(text)) == expected


def test_every_verdict_has_its_words() -> None:
    assert tuple(OORDEEL_AANPAK) == BEST_FIRST


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nog van geen praktijk is de uitkomst bekend"),
        ("?3", "nog van geen praktijk is de uitkomst bekend"),
        ("-3 -1", "werkte in 0 van 2"),
        ("+3 +1 -2 ?4", "werkte in 2 van 3, waarvan 1 gemeten"),
        ("~1 ~1", "werkte deels in 2 van 2, waarvan 0 gemeten"),
        ("~3 +4 +x -x", "werkte geheel of deels in 3 van 4, waarvan 2 gemeten"),
    ],
)
def test_the_sum_in_words(text: str, words: str) -> None:
    assert sum_in_words(cases(text)) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "+2 -1",
            (
                "Nog één praktijk die het doel haalt, met bewijs 2 of hoger: dan wordt het kansrijk.",
                "Nog twee gemeten praktijken die het doel niet halen: dan wordt het afraden.",
            ),
        ),
        (
            "+3 +2",
            (
                "Nog één gemeten praktijk die het doel haalt: dan wordt het aanraden.",
                "Nog twee praktijken die het doel niet halen: dan wordt het afwachten.",
            ),
        ),
        ("+3 +3 +2", ("Nog twee praktijken die het doel niet halen: dan wordt het kansrijk.",)),
        (
            "-3 -3 +3",
            ("Nog één gemeten praktijk die het doel haalt: dan wordt het afwachten.",),
        ),
    ],
)
def test_what_would_change_it(text: str, sentences: tuple[str, ...]) -> None:
    assert changes_in_words(cases(text)) == sentences


CASES = st.lists(st.builds(Case, st.sampled_from(list(UITKOMST)), st.none() | st.integers(0, 4)), max_size=30)


@given(CASES)
def test_what_would_change_it_does(before: list[Case]) -> None:
    """The number of cases that a sentence names leads to the verdict that it names, and there is a way up and down."""
    here = BEST_FIRST.index(verdict(before))
    sentences = changes_in_words(before)
    assert len(sentences) == (here > 0) + (here < 3)
    for sentence in sentences:
        match = re.fullmatch(r"Nog (\S+) (gemeten )?praktijk\w* .*: dan wordt het (\w+)\.", sentence)
        assert match, sentence
        number = NUMBERS.index(match[1]) if match[1] in NUMBERS else int(match[1])
        step = 3 if match[2] else 2 if "bewijs 2" in sentence else 1
        new = Case("niet-gehaald" if " niet " in sentence else "gehaald", step)
        assert verdict([*before, *[new] * number]) == match[3]
        assert verdict([*before, *[new] * (number - 1)]) != match[3]


@given(CASES)
def test_what_is_not_known_changes_nothing(before: list[Case]) -> None:
    unknown = [Case("onbekend", step) for step in (None, *range(5))]
    assert verdict([*before, *unknown]) == verdict(before)
    assert sum_of([*before, *unknown]) == sum_of(before)


def test_a_grade_about_something_else_never_helps() -> None:
    good: tuple[Uitkomst, ...] = ("gehaald", "deels")
    for outcome, step in product(good, (None, 0, 1)):
        assert verdict([Case(outcome, step)] * 9) == "afwachten"
