"""No file makes a build slow or large: content that asks as much work as it can, from `tools/shapes.py`."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from tests.night_table import SHAPE
from tools.shapes import SHAPES, Cost, build, measure

MOST_SECONDS, MOST_MEBIBYTES = 2.0, 400
"""Above what the small project takes."""
MOST_GROWTH = 3.0
"""How much longer twice the size may take: 2 when the work is in proportion, 4 when it is quadratic."""
TOO_SHORT_TO_COMPARE = 0.4
"""Seconds; what takes less says nothing of growth."""
TRIES = 3
"""What seems slow is measured again: a busy machine makes work slower, never quicker."""
SLACK = 10
NAMED = tuple(SHAPES)[:10]
"""The first of them, with which the budgets began."""


def is_in_proportion(half: Cost, whole: Cost) -> bool:
    """Whether twice as much takes less than three times as long, and not too long."""
    growth = whole.seconds < TOO_SHORT_TO_COMPARE or whole.seconds < MOST_GROWTH * max(half.seconds, 0.1)
    return growth and whole.seconds < MOST_SECONDS


def seconds(cost: Cost) -> float:
    return cost.seconds


@pytest.mark.nacht
@pytest.mark.parametrize("name", SHAPES)
def test_time_is_in_proportion_to_size(name: str, record_property: Callable[[str, object], None]) -> None:
    """Twice as much takes less than three times as long, two seconds at most, and little memory."""
    size = SHAPES[name].size
    half, whole = measure(name, size // 2), measure(name, size)
    for _ in range(1, TRIES):
        if not is_in_proportion(half, whole):
            half = min(half, measure(name, size // 2), key=seconds)
            whole = min(whole, measure(name, size), key=seconds)
    record_property(SHAPE, (name, size, half.seconds, whole.seconds, whole.mebibytes))

    assert is_in_proportion(half, whole), (half, whole)
    assert whole.mebibytes < MOST_MEBIBYTES


def test_every_shape_can_be_made() -> None:
    """They are put into files of the small project, which changes."""
    for shape in SHAPES.values():
        assert shape.make(20)


def test_no_shape_hangs() -> None:
    """Some of them with ten times the time that they may take: only what hangs takes longer."""
    for name in (*NAMED, *(name for name in SHAPES if name.startswith("binnen: "))):
        begin = process_time()
        _, _, codes = build(SHAPES[name].make(SHAPES[name].size))

        assert process_time() - begin < SLACK * MOST_SECONDS, name
        assert "sjabloonfout" not in codes, name
