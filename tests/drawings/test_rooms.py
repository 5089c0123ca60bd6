"""The kit of rooms: each stays within its walls at every size that sections use, and shows what it is for."""

from __future__ import annotations

import pytest

from binnenstad_site.drawings.rooms import FLOOR, ROOMS, WALL, cellar, cut_house, green_roof, panels, pitched_roof
from tests.drawings.geometry import bounds, boxes, by_class, parts

SIZES = ((144, 34), (106, 26), (170, 33), (244, 34), (102, 29))


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", ROOMS)
def test_a_room_stays_within_its_walls(name: str, width: float, height: float) -> None:
    """Nothing sticks through a wall, floor or ceiling; a curve counts by its ends."""
    for shape in ROOMS[name](width, height):
        for x, y in (step.points[-1] for step in shape.outline if step.points):
            assert -0.5 <= x / 10 <= 0.5 + width, (shape.cls, x)
            assert -0.5 - height <= y / 10 <= 0.5, (shape.cls, y)


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_begins_with_its_background(name: str) -> None:
    """The first shape covers the whole room."""
    background = ROOMS[name](144, 34)[0]

    assert background.cls in ("z-papier", "z-kamer", "z-donker")
    assert bounds(background.outline) == (0, -34, 144, 0)


def test_a_cut_house_has_a_floor_over_each_room_and_two_walls() -> None:
    """Four rooms of 38 make a house of 152."""
    ink = by_class(cut_house(150, ("tafel", "zorg", "wonen", "slapen")))["z-inkt"]

    assert [top for _, top, _, _ in boxes(ink, (150, FLOOR))] == [-152, -114, -76, -38]
    assert [left for left, *_ in boxes(ink, (WALL, 152))] == [0, 147]


def test_two_rooms_share_a_storey() -> None:
    """They are equally wide, with a wall between them as high as the storey."""
    shapes = by_class(cut_house(103, ("kas", "leeg boeken"), 30))

    assert [box[0] for box in boxes(shapes["z-inkt"], (WALL, 30))] == [50]
    assert bounds(shapes["z-arcering"]) == (WALL, -56, 50, -30)


def test_a_cellar_has_thick_walls() -> None:
    shapes = by_class(cellar(50, 40))

    assert bounds(shapes["z-papier"]) == (WALL, FLOOR, 50 - WALL, 40 - FLOOR)
    assert len(boxes(shapes["z-inkt"], (WALL, 40))) == len(boxes(shapes["z-inkt"], (50, FLOOR))) == 2


def test_a_wide_office_seats_more() -> None:
    """A room packs what fits in its width."""
    small, large = (len(list(parts(by_class(ROOMS["kantoor"](width, 34))["z-inkt"]))) for width in (106, 244))

    assert small < large


def test_roofs() -> None:
    """A pitched roof is as high as asked and overhangs by 5; greens and panels lie on the top."""
    left, top, right, _ = bounds(pitched_roof(150)[0].outline)

    assert (left, top, right) == (-5, -36, 155)
    assert bounds(green_roof(80)[0].outline)[::2] == (0, 80)
    assert bounds(panels(3)[0].outline)[3] == 0
    assert len(list(parts(panels(3)[0].outline))) == 3
