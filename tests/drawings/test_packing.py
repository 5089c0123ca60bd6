"""Path data that compresses draws the same."""

from __future__ import annotations

import re

import pytest

from binnenstad_site.drawings.packing import NUMBER, STEP, packed
from binnenstad_site.drawings.scenarios import section


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("M1 2h3v4h-3zM6 2h3v4h-3z", "M1 2h3v4h-3zm5 0h3v4h-3z"),
        ("M1 2L3 4M3 9H5V1M0 0", "M1 2L3 4m0 5H5V1m-5-1"),
        ("M4 4m-1-1a.6 .6 0 0 1 1.2 0zM10 4m0 0v3", "M3 3a.6 .6 0 0 1 1.2 0zm7 1v3"),
        ("M1 1q1 0 2 2M3 3c1 0 2 0 3 3M6 6", "M1 1q1 0 2 2m0 0c1 0 2 0 3 3m0 0"),
        ("M.5.5l1 1 2 2M4 4", "M.5.5l1 1 2 2m0.5 0.5"),
    ],
)
def test_later_parts_begin_from_the_one_before(data: str, wanted: str) -> None:
    assert packed(data) == wanted


def points(data: str) -> list[tuple[float, float]]:
    """Where each part of path data begins, worked out without `packed`: only for moves, lines and closes."""
    found, at, start = [], (0.0, 0.0), (0.0, 0.0)
    for letter, rest in STEP.findall(data):
        n = [float(one) for one in NUMBER.findall(rest)]
        if letter == "z":
            at = start
        elif letter == "M":
            at = start = (n[0], n[1])
            found.append(at)
        elif letter == "m":
            at = start = (round(at[0] + n[0], 1), round(at[1] + n[1], 1))
            found.append(at)
        elif letter == "h":
            at = (at[0] + n[0], at[1])
        elif letter == "v":
            at = (at[0], at[1] + n[0])
    return found


def test_windows_stay_where_they_were() -> None:
    boxes = "".join(f"M{x} {y}h6.4v8.6h-6.4z" for x in (10, 22.2, 34.4) for y in (5, 19.6))
    assert points(packed(boxes)) == points(boxes)


def test_drawings_begin_absolute() -> None:
    for data in re.findall(r' d="([^"]+)"', section("binnenstad-als-game")):
        assert data.startswith("M")
