"""Which measurements are drawn as two bars, and what the page says of the others."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from binnenstad_site.models.items import Resultaat
from binnenstad_site.pages.before_after import (
    A_BOUND,
    A_RANGE,
    BOTH_UNDATED,
    IN_WORDS,
    ONLY_DIFFERENCE,
    OTHER_THING,
    OTHER_UNIT,
    UNKNOWN,
    pair_figure,
    pair_of,
)
from binnenstad_site.pages.parts.figure_parts import CijferDeel


def result(before: str | None, after: str | None, measure: str = "lege panden") -> Resultaat:
    return Resultaat(tekst="Er staat minder leeg.", bron=("krant",), maat=measure, voor=before, na=after)


def drawn(before: str, after: str, measure: str = "lege panden") -> CijferDeel:
    pair = pair_of(result(before, after, measure))
    assert not isinstance(pair, str), pair
    return pair_figure(pair, measure, Markup())


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        ("91 (2014)", "47 (2018)", "44 minder, een daling van 48 procent"),
        ("20 (april 2008)", "98 (april 2009)", "78 meer, 4,9 keer zo veel"),
        ("25,9 procent (2017)", "19,5 procent (2018)", "6,4 procentpunt lager"),
        ("25 procent (2017)", "circa 11 procent (2021)", "ongeveer 14 procentpunt lager"),
        ("€ 70.000 (eerste jaar)", "€ 650.000 (2020)", "€ 580.000 meer, 9,3 keer zo veel"),
        ("circa 4.000", "circa 1.000 (2023)", "ongeveer 3.000 minder, een daling van ongeveer 75 procent"),
        ("2 (januari 2018)", "3 (later)", "1 meer"),
        ("1.650 (2009)", "1.650 (2019)", "gelijk gebleven"),
        ("0 (2009)", "5 (2019)", "5 meer"),
        ("20 (2009)", "20.000 (2019)", "19.980 meer"),
    ],
)
def test_the_difference(before: str, after: str, difference: str) -> None:
    assert drawn(before, after).verschil.replace("\N{NO-BREAK SPACE}", " ") == difference


def test_bars_are_as_long_as_what_was_published() -> None:
    figure = drawn("18 procent (begin van het programma)", "9 procent (na een half jaar)")
    assert [(bar.jaar, bar.waarde, bar.deel) for bar in figure.waarden] == [
        ("begin van het programma", "18", 100),
        ("na een half jaar", "9", 50),
    ]
    assert (figure.eenheid, figure.voor, figure.kanttekening) == ("procent", True, "")


def test_years_may_stand_with_the_measure() -> None:
    figure = drawn("32.228", "35.263", "inwoners (2012 en 2017)")
    assert [bar.jaar for bar in figure.waarden] == ["2012", "2017"]


def test_what_is_not_known_of_when_is_said() -> None:
    assert drawn("31 procent", "46 procent").kanttekening == BOTH_UNDATED
    assert "voor de aanpak" in drawn("4.000", "1.000 (2023)").kanttekening
    assert "na de aanpak" in drawn("4.000 (2021)", "1.000").kanttekening
    assert [bar.jaar for bar in drawn("31", "46").waarden] == ["voor", "na"]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("91 (2014)", None, UNKNOWN),
        ("stand van 2016", "60 procent meer (2018)", ONLY_DIFFERENCE),
        ("177.000 minder dan in 2017", "ruim 870.000 (2017)", ONLY_DIFFERENCE),
        ("januari 2020", "de helft (januari 2021)", ONLY_DIFFERENCE),
        ("minder dan 50.000 (2022)", "86.000 (2022)", A_BOUND),
        ("circa 300 (normaal)", "1.200 tot 1.300 (2020)", A_RANGE),
        ("bijna 40 procent", "bijna nul (2014)", IN_WORDS),
        ("circa 4 uur en 10 minuten", "ruim 4,5 uur", IN_WORDS),
        ("12 winkels (2014)", "3 procent (2015)", OTHER_UNIT),
        ("2.500 vierkante meter", "5.000 vierkante meter (met de hogeschool)", OTHER_THING),
        ("19", "7 (via 14)", OTHER_THING),
    ],
)
def test_what_is_not_drawn(before: str, after: str | None, reason: str) -> None:
    assert pair_of(result(before, after)) == reason


def test_a_measure_that_names_two_counts_is_not_drawn() -> None:
    assert pair_of(result("304", "678", "bezoekers (heel 2018, nieuw tot november 2019)")) == OTHER_THING


def test_two_ways_to_do_the_same_are_drawn() -> None:
    assert [bar.jaar for bar in drawn("400 (los geleverd)", "100 (tijdens de proef)").waarden] == [
        "los geleverd",
        "tijdens de proef",
    ]
