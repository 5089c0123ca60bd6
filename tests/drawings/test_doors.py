"""One door is one kans."""

from __future__ import annotations

import pytest

from binnenstad_site.drawings.doors import HEIGHT, WIDTH, door, shapes
from tests.drawings.geometry import bounds


@pytest.mark.parametrize(
    ("has_praktijk", "classes"), [(True, ["z-t", "z-papier"]), (False, ["z-t-stippel"])], ids=["filled", "dashed"]
)
def test_a_door(has_praktijk: bool, classes: list[str]) -> None:
    """Filled with a knob, or a dashed outline, never wider than its drawing."""
    parts = shapes(has_praktijk=has_praktijk)
    drawn = door(has_praktijk=has_praktijk)

    assert [part.cls for part in parts] == classes
    assert all(0 <= left < right <= WIDTH for left, _, right, _ in (bounds(part.outline) for part in parts))
    assert f'viewBox="0 0 {WIDTH} {HEIGHT}"' in drawn
    assert 'aria-hidden="true"' in drawn


def test_a_knob_lies_on_its_door() -> None:
    outline, knob = (bounds(part.outline) for part in shapes(has_praktijk=True))

    assert outline[0] < knob[0] < knob[2] < outline[2]
    assert outline[1] < knob[1] < knob[3] < outline[3]
