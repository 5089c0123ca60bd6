"""Dates in words and in order, and when an item needs a new look."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.dates import CHECK_AFTER_MONTHS, MONTHS, as_iso_day, duration_in_words, in_words, needs_check

DATES = st.dates(min_value=date(1000, 1, 1))
WRITTEN = st.tuples(DATES, st.sampled_from((4, 7, 10))).map(lambda pair: pair[0].isoformat()[: pair[1]])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026", "2026"),
        ("2026-05", "mei 2026"),
        ("2026-05-12", "12 mei 2026"),
        ("2018-10-01", "1 oktober 2018"),
        ("onbekend", "onbekend"),
        ("heden", "heden"),
        ("tot-50.000", "tot-50.000"),
        ("", ""),
    ],
)
def test_in_words(text: str, words: str) -> None:
    assert in_words(text) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2016-05", "2018-07", "26 maanden"),
        ("2019-11-30", "2020-09-01", "10 maanden"),
        ("2020-01", "2020-02", "één maand"),
        ("2015-01", "2019-11", "4 jaar"),
        ("2011", "2024", "ongeveer 13 jaar"),
        ("2011-03", "2024", "ongeveer 13 jaar"),
        ("2020", "2020", ""),
        ("2020-05", "2020-05", ""),
        ("onbekend", "2020", ""),
        ("2020", "heden", ""),
    ],
)
def test_lasted(start: str, end: str, words: str) -> None:
    assert duration_in_words(start, end) == words


@pytest.mark.parametrize("number", range(1, 13))
def test_each_month_has_its_name(number: int) -> None:
    assert in_words(f"2026-{number:02d}") == f"{MONTHS[number - 1]} 2026"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", "2026-01-01"),
        ("2026-05", "2026-05-01"),
        ("2026-05-12", "2026-05-12"),
        ("onbekend", ""),
        ("heden", ""),
        ("", ""),
    ],
)
def test_padded_to_a_day(text: str, day: str) -> None:
    assert as_iso_day(text) == day


@given(WRITTEN)
def test_every_date_has_a_day(text: str) -> None:
    """Machines can read the day, it begins with what was written, and the words hold the year."""
    assert date.fromisoformat(as_iso_day(text)).isoformat().startswith(text)
    assert text[:4] in in_words(text)


@given(DATES, DATES)
def test_days_in_words_differ_as_the_days_do(one: date, other: date) -> None:
    assert (in_words(one.isoformat()) == in_words(other.isoformat())) == (one == other)


@pytest.mark.parametrize(
    ("checked", "today", "due"),
    [
        ("2024-11", date(2026, 11, 30), False),
        ("2024-10", date(2026, 11, 1), True),
        ("2024-10-31", date(2026, 11, 1), True),
        ("2026-11", date(2026, 11, 24), False),
        ("2027-01", date(2026, 11, 24), False),
        ("2023-12", date(2026, 1, 1), True),
        ("2024-01", date(2026, 1, 31), False),
    ],
)
def test_facts_need_a_new_look_after_two_years(checked: str, today: date, due: bool) -> None:
    """Counted in whole months, as most dates of a check have no day."""
    assert needs_check(checked, today) is due


@given(DATES.filter(lambda day: day.year < 9000))
def test_once_due_always_due(day: date) -> None:
    checked = day.isoformat()[:7]

    assert not needs_check(checked, day)
    assert needs_check(checked, day + timedelta(days=31 * (CHECK_AFTER_MONTHS + 1)))
    assert needs_check(checked, day + timedelta(days=31 * (CHECK_AFTER_MONTHS + 30)))
