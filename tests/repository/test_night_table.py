"""The tables of `make nacht`: what was tried is in them, with its figures, and what was not is named."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import pytest

from tests.night_table import MEMORY, SHAPE, fault_lines, named_faults, numbers_of, shape_lines

FAULTS = {"tests/a.py::test_a": (1, 12), "tests/b.py::TestB": (2,), "tests/c.py::test_c": (3,)}


def report(
    name: str,
    outcome: Literal["passed", "failed", "skipped"] = "passed",
    when: Literal["setup", "call", "teardown"] = "call",
    seconds: float = 1.0,
    told: Mapping[str, object] = MappingProxyType({}),
) -> pytest.TestReport:
    return pytest.TestReport(
        nodeid=f"tests/{name}",
        location=(name, 1, name),
        keywords={},
        outcome=outcome,
        longrepr=None,
        when=when,
        duration=seconds,
        user_properties=list(told.items()),
    )


def words(line: str) -> list[str]:
    return line.split()


def test_ways_of_one_test_are_one_row_and_attacks_come_first() -> None:
    reports = [
        report("a.py::test_a[x]", seconds=1.5, told={MEMORY: 3 << 10}),
        report("a.py::test_a[y]", seconds=0.5, told={MEMORY: 2 << 10}),
        report("b.py::TestB::test_b"),
        report("program/test_fuzz.py::test_shortly[x]"),
        report("c.py::test_c"),
    ]

    head, *rows = map(words, fault_lines(reports, FAULTS))

    assert head[:6] == ["nr.", "keer", "seconden", "langste", "MB", "uitkomst"]
    assert rows == [
        ["1", "1.00", "1.00", "0", "goed", "program/test_fuzz.py::test_shortly"],
        ["1,", "12", "2", "2.00", "1.50", "3", "goed", "a.py::test_a"],
        ["2", "1", "1.00", "1.00", "0", "goed", "b.py::TestB::test_b"],
        ["3", "1", "1.00", "1.00", "0", "goed", "c.py::test_c"],
    ]


def test_what_went_wrong_or_was_not_done_is_named() -> None:
    reports = [
        report("a.py::test_a[x]", "failed"),
        report("a.py::test_a[y]"),
        report("c.py::test_c", "skipped", "setup"),
    ]

    _, *rows = fault_lines(reports, FAULTS)

    assert [words(row)[-2] for row in rows[:2]] == ["MIS", "overgeslagen"]
    assert rows[2:] == ["Niet gedaan: 2.", "MIS: tests/a.py::test_a[x]"]


def test_shapes_are_a_table_of_their_own() -> None:
    figures = ("kapotte links", 500, 0.111, 0.222, 7)
    reports = [
        report("x.py::test_x[a]", "failed", told={SHAPE: figures}),
        report("x.py::test_x[a]", "failed", "teardown", told={SHAPE: figures}),
        report("x.py::test_x[b]"),
    ]

    _, *rows = map(words, shape_lines(reports))

    assert rows == [["500", "0.11", "0.22", "7", "MIS", "kapotte", "links"]]
    assert list(shape_lines([])) == []


def test_every_fault_with_a_test_is_found() -> None:
    """A class stands for its tests, and a test may be about several faults."""
    faults = named_faults()

    assert {number for numbers in faults.values() for number in numbers} == set(range(1, 38))
    assert numbers_of("tests/b.py::TestB::test_b", FAULTS) == (2,)
    assert numbers_of("tests/b.py::TestBroad", FAULTS) == ()
