"""No file makes a build slow or large: content that asks as much work as it can, from `tools/shapes.py`."""

from __future__ import annotations

import sys
from time import process_time

import pytest

from tools.shapes import SHAPES, build, measure

MOST_SECONDS, MOST_MEBIBYTES = 2.0, 400
"""Above what the small project takes."""
MOST_GROWTH = 3.0
"""How much longer twice the size may take: 2 when the work is in proportion, 4 when it is quadratic."""
TOO_SHORT_TO_COMPARE = 0.4
"""Seconds; what takes less says nothing of growth."""
SLACK = 10
NAMED = tuple(SHAPES)[:8]
"""The first of them, with which the budgets began."""


@pytest.mark.nacht
@pytest.mark.parametrize("name", SHAPES)
def test_time_is_in_proportion_to_size(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Twice as much takes less than three times as long, two seconds at most, and little memory."""
    shape = SHAPES[name]
    half, whole = measure(name, shape.size // 2), measure(name, shape.size)
    with capsys.disabled():  # the rows of a table
        sys.stdout.write(f"\n{name:38} {half.seconds:6.2f} s {whole.seconds:6.2f} s {whole.mebibytes:5} MB ")

    assert whole.seconds < MOST_SECONDS
    assert whole.seconds < TOO_SHORT_TO_COMPARE or whole.seconds < MOST_GROWTH * max(half.seconds, 0.1)
    assert whole.mebibytes < MOST_MEBIBYTES


def test_no_shape_hangs() -> None:
    """Some of them with ten times the time that they may take: only what hangs takes longer."""
    for name in (*NAMED, *(name for name in SHAPES if name.startswith("binnen: "))):
        begin = process_time()
        _, _, codes = build(SHAPES[name].make(SHAPES[name].size))

        assert process_time() - begin < SLACK * MOST_SECONDS, name
        assert "sjabloonfout" not in codes, name
