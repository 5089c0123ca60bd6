"""Forecasts on one axis: where they lie, how an outcome looks, and what is left out when a year is not known."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.drawings.forecasts import OUTCOMES, Forecast, YearAxis, axis_of, mark, row, years
from binnenstad_site.models.vocabulary import VOORSPELD, VOORSPELD_KORT

AXIS = YearAxis(2010, 2030, 2026.9)


def discs(forecast: Forecast) -> list[tuple[str | None, str | None]]:
    """Class and place of each disc of a row, from back to front."""
    nodes = LexborHTMLParser(row(forecast, AXIS)).css("circle")
    return [(node.attributes["class"], node.attributes["cx"]) for node in nodes]


def test_an_axis_holds_all_forecasts_and_today() -> None:
    axis = axis_of([Forecast(2007, 2020, "uitgekomen"), Forecast(None, 2034, "loopt-nog")], 2026.9)
    assert (axis.first, axis.last) == (2006, 2035)
    assert list(axis.lines) == [2010, 2015, 2020, 2025, 2030, 2035]
    assert (axis.at(2006), axis.at(2035)) == (0, 100)
    assert axis_of([], 2026.9) == YearAxis(2025, 2027, 2026.9)


def test_numbers_stay_clear_of_today_and_within_the_drawing() -> None:
    labels = LexborHTMLParser(years(AXIS)).css("text")
    assert [label.text() for label in labels] == ["2010", "2015", "2020", "2030", "nu"]
    assert [label.attributes["text-anchor"] for label in labels][-2:] == ["end", "middle"]


def test_from_the_year_it_was_said_to_its_target() -> None:
    assert discs(Forecast(2015, 2020, "niet-uitgekomen")) == [("z-inkt", "25%"), ("z-papier z-ring", "50%")]
    (line,) = LexborHTMLParser(row(Forecast(2015, 2020, "deels"), AXIS)).css("line.z-ring")
    assert (line.attributes["x1"], line.attributes["x2"]) == ("25%", "50%")


@pytest.mark.parametrize(
    ("forecast", "places"),
    [
        (Forecast(2015, None, "uitgekomen"), ["25%"]),
        (Forecast(None, 2020, "uitgekomen"), ["50%"]),
        (Forecast(2020, 2020, "uitgekomen"), ["50%"]),
        (Forecast(None, None, "uitgekomen"), []),
    ],
)
def test_without_one_of_the_years_only_the_outcome(forecast: Forecast, places: list[str]) -> None:
    assert [place for _, place in discs(forecast)] == places
    assert not LexborHTMLParser(row(forecast, AXIS)).css("line.z-ring")


def test_what_goes_on_is_dashed() -> None:
    assert len(LexborHTMLParser(row(Forecast(2015, 2028, "loopt-nog"), AXIS)).css(".z-open")) == 2


def test_every_outcome_looks_different() -> None:
    assert OUTCOMES.keys() == VOORSPELD.keys() == VOORSPELD_KORT.keys()
    assert len({str(mark(outcome)) for outcome in OUTCOMES}) == len(OUTCOMES)
