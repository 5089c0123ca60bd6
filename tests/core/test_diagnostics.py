"""What can be wrong, as values: one severity for each code, and a report that always reads the same."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.diagnostics import BUGS, SEVERITIES, WARNINGS, Code, Diagnostic, Location, Report, Severity

DIAGNOSTICS = st.builds(
    Diagnostic,
    code=st.sampled_from(Code),
    location=st.builds(
        Location,
        path=st.sampled_from(("content/a.md", "content/b.yaml")),
        line=st.integers(1, 3),
        column=st.integers(1, 3),
        end_column=st.none() | st.integers(4, 5),
    ),
    message=st.sampled_from(("dit", "dat")),
    hint=st.sampled_from(("", "zo")),
)


@pytest.mark.parametrize("code", Code)
def test_a_code_is_a_few_dutch_words_with_one_severity(code: Code) -> None:
    """The name on the enum is the code itself, so that both are found by searching for either."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert code.name == code.value.upper().replace("-", "_")
    assert SEVERITIES[code] is (Severity.WARNING if code in WARNINGS else Severity.ERROR)
    assert Diagnostic(code, Location("x"), "").severity is SEVERITIES[code]


def test_codes_are_distinct_and_bugs_are_errors() -> None:
    assert len({code.value for code in Code}) == len(list(Code)) == len(SEVERITIES)
    assert not BUGS & WARNINGS


def test_a_place_without_more_is_the_beginning_of_the_file() -> None:
    assert Location("content/a.md") == Location("content/a.md", 1, 1, None)
    assert Location("a", 2) < Location("a", 10) < Location("b")


def test_saying_the_same_twice_counts_once() -> None:
    report = Report()
    for _ in range(2):
        report.extend([Diagnostic(Code.TE_LANG, Location("x"), "te lang", "korter")])

    assert report.sorted() == (Diagnostic(Code.TE_LANG, Location("x"), "te lang", "korter"),)


def test_in_the_order_of_a_reader() -> None:
    report = Report()
    places = [Location("b", 1), Location("a", 10, 1), Location("a", 2, 9), Location("a", 2, 1)]
    report.extend(Diagnostic(Code.TE_LANG, place, "") for place in places)

    assert [d.location for d in report.sorted()] == places[::-1]


@pytest.mark.parametrize(
    ("codes", "failed"),
    [
        ((), False),
        ((Code.NIEUW_ADRES,), False),
        ((Code.TE_KORT,), True),
        ((Code.NIEUW_ADRES, Code.TE_KORT, Code.VELDVOLGORDE), True),
    ],
)
def test_only_errors_fail(codes: tuple[Code, ...], failed: bool) -> None:
    report = Report()
    report.extend(Diagnostic(code, Location("a"), "") for code in codes)

    assert report.failed is failed


@given(st.lists(DIAGNOSTICS), st.randoms())
def test_the_order_of_finding_makes_no_difference(found: list[Diagnostic], random: Random) -> None:
    one, other = Report(), Report()
    one.extend(found)
    other.extend(random.sample(found, len(found)))

    assert one.sorted() == other.sorted()
    assert set(one.sorted()) == set(found)
