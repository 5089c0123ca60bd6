"""The nearest right answer is one of the options, or nothing."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.suggestions import LONGEST_LIST, did_you_mean, enumerate_words, nearest

WORDS = st.text("abcdeABCDE-_ é", max_size=12)
STATUS = ("idee", "proef", "loopt", "opgeschaald", "afgerond", "gestopt", "onbekend")


@pytest.mark.parametrize(
    ("word", "options", "answer"),
    [
        ("lopt", STATUS, "loopt"),
        ("Loopt", STATUS, "loopt"),
        (" proef ", STATUS, "proef"),
        ("opgeschaalt", STATUS, "opgeschaald"),
        ("samenvattng", ("samenvatting", "titel"), "samenvatting"),
        ("DEVENTER", ("Deventer", "Leiden"), "Deventer"),
        ("samenleven", ("anders-samenleven", "anders-werken"), "anders-samenleven"),
        ("bewijs", ("titel", "bewijs_reden"), "bewijs_reden"),
        ("foto", ("foto-van-een-groot-plein-met-bomen",), "foto-van-een-groot-plein-met-bomen"),
    ],
)
def test_what_was_meant(word: str, options: tuple[str, ...], answer: str) -> None:
    """Capitals, spaces, a missing letter, and a word that is only the beginning or the end."""
    assert nearest(word, options) == answer


@pytest.mark.parametrize(
    ("word", "options"),
    [
        ("zzz", STATUS),
        ("", STATUS),
        ("lopt", ()),
        ("pro", ("proefproject-in-de-binnenstad",)),
        ("proe", ("proef-van-een-hele-lange-naam", "proeve-van-een-andere-lange-naam")),
    ],
    ids=["nothing-like-it", "no-word", "no-options", "beginning-too-short", "beginning-of-two"],
)
def test_no_guess_is_better_than_a_wild_one(word: str, options: tuple[str, ...]) -> None:
    assert nearest(word, options) == ""


@given(WORDS, st.lists(WORDS))
def test_a_guess_is_an_option(word: str, options: list[str]) -> None:
    assert nearest(word, options) in {*options, ""}


@given(WORDS, st.lists(WORDS), st.randoms())
def test_the_order_of_the_options_makes_no_difference(word: str, options: list[str], random: Random) -> None:
    shuffled = random.sample(options, len(options))

    assert nearest(word, shuffled) == nearest(word, options)


@given(st.lists(WORDS.filter(str.strip), min_size=1))
def test_an_option_in_capitals_is_that_option(options: list[str]) -> None:
    for option in options:
        assert nearest(option.upper(), options).lower().strip() == option.upper().lower().strip()


def test_a_hint_names_the_guess_and_the_choices() -> None:
    assert did_you_mean("lopt", STATUS[:3]) == 'Bedoelde u "loopt"? Kies uit: idee, proef of loopt.'
    assert did_you_mean("zzz", STATUS[:3]) == "Kies uit: idee, proef of loopt."
    assert did_you_mean("lopt", STATUS, list_all=False) == 'Bedoelde u "loopt"?'
    assert did_you_mean("zzz", STATUS, list_all=False) == ""
    assert did_you_mean("zzz", ()) == ""
    assert did_you_mean("lopt", ("loopt",)) == 'Bedoelde u "loopt"?', "there is nothing else to choose"
    assert did_you_mean("zzz", ("loopt",)) == "Kies uit: loopt."


def test_choices_keep_their_order_and_stand_once() -> None:
    assert did_you_mean("x", ("b", "a", "b")) == "Kies uit: b of a."


def test_a_long_list_is_not_read_out() -> None:
    many = [f"keuze-{n}" for n in range(LONGEST_LIST + 1)]

    assert did_you_mean("zzz", many) == ""
    assert "Kies uit" in did_you_mean("zzz", many[:LONGEST_LIST])
    assert did_you_mean("keuze-12x", many) == 'Bedoelde u "keuze-12"?'


@pytest.mark.parametrize(("words", "sentence"), [(["a"], "a"), (["a", "b"], "a of b"), (["a", "b", "c"], "a, b of c")])
def test_words_in_a_sentence(words: list[str], sentence: str) -> None:
    assert enumerate_words(words) == sentence


def test_another_last_word() -> None:
    assert enumerate_words(iter("abc"), "en") == "a, b en c"
