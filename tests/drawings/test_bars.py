"""Figures by year: bars, and the line of a long series."""

from __future__ import annotations

from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.drawings.bars import (
    BOX,
    axis,
    describe_series,
    dots,
    line_chart,
    missing_years,
    turning_points,
    widths,
)

YEARS = (2018, 2019, 2020, 2021, 2023, 2024)
VALUES = (12210.0, 12480.0, 10215.0, 10480.0, 8755.0, 7900.0)
LABELS = ("12.210", "12.480", "10.215", "10.480", "8.755", "7.900")


def test_the_longest_bar_is_whole() -> None:
    assert widths([63000, 181000, 210000]) == (30, 86, 100)
    assert widths([-5, 10]) == (50, 100)
    assert widths([0, 0]) == (0, 0)
    assert widths([]) == ()


def test_turning_points() -> None:
    """The ends, and where it turns; a level stretch is no turn."""
    assert turning_points(VALUES) == (0, 1, 2, 3, 5)
    assert turning_points([1, 2, 3]) == (0, 2)
    assert turning_points([1, 2, 2, 1]) == (0, 3)


def test_missing_years() -> None:
    assert missing_years(YEARS) == (2022,)
    assert missing_years([2017, 2021]) == (2018, 2019, 2020)


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        ((6.7, 7.5, 6.0), (6, 7.5)),
        (VALUES, (7000, 13000)),
        ((1, 1650), (0, 2000)),
        ((5, 5), (5, 5.5)),
        ((0, 0), (0, 0.5)),
    ],
)
def test_an_axis_has_round_ends_that_hold_all(values: tuple[float, ...], ends: tuple[float, float]) -> None:
    """It begins at zero when the values spread wide."""
    assert axis(values) == ends


def test_what_the_line_cannot_say() -> None:
    assert (
        describe_series([2017, 2019, 2021], [1.5, 2, 3.5]) == "De as loopt van 0 tot 4. Geen waarde van 2018 en 2020."
    )
    assert describe_series([2020, 2021], [6.0, 7.5]) == "De as loopt van 6 tot 7,5."
    assert describe_series([2018, 2020], [12480, 7900]) == "De as loopt van 7.000 tot 13.000. Geen waarde van 2019."


def test_each_value_has_a_dot_inside_the_drawing() -> None:
    """A higher value stands higher; years without a value leave room."""
    points = dots(YEARS, VALUES)

    assert len(points) == len(VALUES)
    assert all(0 < x < BOX[2] and 0 < y < BOX[3] for x, y in points)
    assert [VALUES[i] for i in sorted(range(6), key=lambda i: points[i][1])] == sorted(VALUES, reverse=True)
    steps = [round(after[0] - before[0]) for before, after in pairwise(points)]
    assert steps == [53, 52, 53, 105, 53], "2022 is missing"


def test_a_line_names_its_turns_and_its_ends() -> None:
    tree = LexborHTMLParser(line_chart(YEARS, VALUES, LABELS))

    assert [node.text() for node in tree.css("text")] == [
        "12.210",
        "12.480",
        "10.215",
        "10.480",
        "7.900",
        "2018",
        "2024",
    ]
    assert len(tree.css(".grafiek-waarde.eerste, .grafiek-waarde.laatste")) == 2
    assert [node.text() for node in tree.css(".grafiek-jaar.laatste")] == ["2024"]
