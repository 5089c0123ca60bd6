"""One door is one kans."""

from __future__ import annotations

import re

import pytest

from binnenstad_site.drawings.doors import PER_ROW, doors


@pytest.mark.parametrize(("shown", "unknown"), [(1, 0), (3, 0), (2, 1), (0, 2), (4, 3)])
def test_a_door_for_each(shown: int, unknown: int) -> None:
    """As many filled doors as kansen with a praktijk, each with a knob, and as many dashed ones as without."""
    parts = dict(re.findall(r'<path class="(z-[a-z-]+)" d="([^"]+)"', doors(shown, unknown)))
    drawn = {name: data.count("M") for name, data in parts.items()}
    wanted = {"z-t": shown, "z-papier": shown, "z-t-stippel": unknown}
    assert drawn == {name: number for name, number in wanted.items() if number}


def test_many_doors_stand_in_rows() -> None:
    """The drawing never grows wider than a row, so the table fits on a phone."""
    boxes = {re.search(r'viewBox="([^"]+)"', doors(number, 0))[1] for number in (PER_ROW, PER_ROW + 1)}  # type: ignore[index]
    assert boxes == {"0 0 65 20", "0 0 65 44"}


def test_decoration_only() -> None:
    assert 'aria-hidden="true"' in doors(1, 1)
