"""The kit of rooms: each stays within its walls at every size that sections use, and shows what it is for."""

import re
from collections.abc import Iterator

import pytest

from binnenstad_site.drawings.layers import ORDER, box, grid, joined, painted, put, row
from binnenstad_site.drawings.rooms import ROOMS, cut_house, green_roof, panels, pitched_roof

STEP = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
NUMBER = re.compile(r"-?\d*\.?\d+")
SIZES = ((144, 34), (106, 26), (170, 33), (244, 34), (102, 29))


def points(data: str) -> Iterator[tuple[float, float]]:
    """The ends of all steps of path data; curves count by their ends."""
    x = y = left = top = 0.0
    for letter, rest in STEP.findall(data):
        values = [float(value) for value in NUMBER.findall(rest)]
        low, base = letter.lower(), (0.0, 0.0) if letter.isupper() else (x, y)
        if low == "z":
            x, y = left, top
            continue
        size = {"h": 1, "v": 1, "a": 7, "c": 6, "q": 4}.get(low, 2)
        for start in range(0, len(values), size):
            if letter.islower():
                base = (x, y)
            step = values[start : start + size]
            x = base[0] + (step[0] if low == "h" else step[-2] if low != "v" else 0) if low != "v" else x
            y = base[1] + step[-1] if low != "h" else y
            if low == "m" and start == 0:
                left, top = x, y
            yield x, y


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", ROOMS)
def test_a_room_stays_within_its_walls(name: str, width: float, height: float) -> None:
    """Nothing sticks through a wall, floor or ceiling."""
    for cls, data in ROOMS[name](100, 200, width, height):
        for x, y in points(data):
            assert 99.5 <= x <= 100.5 + width, (cls, x)
            assert 199.5 - height <= y <= 200.5, (cls, y)


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_begins_with_its_background(name: str) -> None:
    """The first layer covers the whole room."""
    cls, data = ROOMS[name](100, 200, 144, 34)[0]

    assert cls in ("z-papier", "z-kamer", "z-donker")
    assert data.startswith("M100 166h144v34h-144z")


def test_a_cut_house_has_a_floor_over_each_room() -> None:
    """Four rooms of 38 make a house of 152."""
    house = dict(cut_house(36, 250, 150, ("tafel", "zorg", "wonen", "slapen")))
    floors = re.findall(r"M36 (\d+)h150v4h-150z", house["z-inkt"])

    assert floors == ["212", "174", "136", "98"]
    assert "M36 98h3v152h-3z" in house["z-inkt"]
    assert "M183 98h3v152h-3z" in house["z-inkt"]


def test_a_wide_office_seats_more() -> None:
    """A room packs what fits in its width."""
    small, large = (dict(ROOMS["kantoor"](0, 100, width, 34))["z-t"].count("M") for width in (106, 244))

    assert small < large


def test_roofs() -> None:
    """A pitched roof is as high as asked and overhangs by 5; greens and panels lie on the top."""
    roof = list(points(pitched_roof(36, 98, 150)[0][1]))

    assert min(y for _, y in roof) == 98 - 36
    assert (min(x for x, _ in roof), max(x for x, _ in roof)) == (31, 191)
    assert {y for _, y in points(green_roof(36, 98, 80)[0][1])} == {98}
    assert panels(0, 98, 3)[0][1].count("M") == 3


def test_layers() -> None:
    """Moved, repeated, joined by class and painted from back to front."""
    stick = (("z-inkt", "m0 0v-5"),)

    assert put(stick, 3, 4) == (("z-inkt", "M3 4m0 0v-5"),)
    assert row(stick, (1, 2), 9) == (("z-inkt", "M1 9m0 0v-5M2 9m0 0v-5"),)
    assert joined((("z-t", "a"),), (("z-inkt", "b"), ("z-t", "c"))) == (("z-t", "ac"), ("z-inkt", "b"))
    assert box(1, 2, 3, 4) == "M1 2h3v4h-3z"
    assert grid(0, 0, 2, 1, (5, 6)) == "M0 0v6M5 0v6M10 0v6M0 0h10M0 6h10"
    assert [
        ORDER.index(cls) for cls in re.findall(r'class="([^"]+)"', painted((("z-t", "M0 0"), ("z-papier", "M1 1"))))
    ] == [
        ORDER.index("z-papier"),
        ORDER.index("z-t"),
    ]
