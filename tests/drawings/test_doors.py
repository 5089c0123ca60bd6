"""One door is one kans."""

from __future__ import annotations

import pytest

from binnenstad_site.drawings.doors import HEIGHT, PER_ROW, PITCH, ROW, WIDTH, doors, row
from tests.drawings.geometry import bounds, by_class, parts


@pytest.mark.parametrize(("shown", "unknown"), [(1, 0), (3, 0), (2, 1), (0, 2), (4, 3)])
def test_a_door_for_each(shown: int, unknown: int) -> None:
    """As many filled doors as kansen with a praktijk, each with a knob, and as many dashed ones as without."""
    numbers = {cls: len(list(parts(outline))) for cls, outline in by_class(row(shown, unknown)).items()}
    assert numbers == {
        **({"z-t": shown, "z-papier": shown} if shown else {}),
        **({"z-t-stippel": unknown} if unknown else {}),
    }


def test_a_knob_lies_on_its_door() -> None:
    shapes = row(5, 0)
    assert [shape.cls for shape in shapes] == ["z-t", "z-papier"], "from back to front"
    for door, knob in zip(*(map(bounds, parts(shape.outline)) for shape in shapes), strict=True):
        assert door[0] < knob[0] < knob[2] < door[2]
        assert door[1] < knob[1] < knob[3] < door[3]


def test_many_doors_stand_in_rows() -> None:
    """The drawing never grows wider than a row, so the table fits on a phone."""
    width = PITCH * PER_ROW - (PITCH - WIDTH)
    for number, height in ((PER_ROW, HEIGHT), (PER_ROW + 1, ROW + HEIGHT)):
        assert bounds(by_class(row(number, 0))["z-t"])[2:] == (width, height)
        assert f'viewBox="0 0 {width} {height}"' in doors(number, 0)


def test_decoration_only() -> None:
    assert 'aria-hidden="true"' in doors(1, 1)


def test_doors_in_two_rows_are_as_large_as_in_one() -> None:
    """The style sheet gives a drawing of two rows more height."""
    assert "deurrij-hoog" in doors(5, 0)
    assert "deurrij-hoog" not in doors(4, 0)
