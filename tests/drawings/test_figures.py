"""Figures in a street: on their own ground, in known classes, and compressible."""

from __future__ import annotations

import gzip

import pytest

from binnenstad_site.drawings import figures, furniture, scenery, vehicles
from binnenstad_site.drawings.figures import CHILD, SITTING, SKIRT, STANDING, WALKING
from binnenstad_site.drawings.shapes import ORDER, Shape, Shapes, join, place
from binnenstad_site.drawings.svg import paint
from tests.drawings.geometry import bounds, by_class

PEOPLE = {"STANDING": STANDING, "SKIRT": SKIRT, "WALKING": WALKING, "CHILD": CHILD, "SITTING": SITTING}
THINGS: dict[str, Shapes] = {
    **{
        f"{module.__name__.rpartition('.')[2]}.{name}": value
        for module in (figures, vehicles, furniture, scenery)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, tuple) and isinstance(value[0], Shape)
    },
    "tree": figures.tree(10, 23, roots=True),
    "small tree": figures.tree(6.4, 13.4),
    "ball_tree": figures.ball_tree(),
    "awning": figures.awning(36),
    "stall": figures.stall(),
    "fence": figures.fence(50),
    "scaffold": figures.scaffold(34, 3),
    "crane": figures.crane(100, 40),
    "mast": scenery.mast(40),
    "pipe": scenery.pipe(150),
    "lockers": scenery.lockers(5, 6),
    "bed": scenery.bed(54),
    "sewer": scenery.sewer(14),
    "cistern": scenery.cistern(44, 26),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_people_stand_on_the_ground_and_are_one_shape(name: str) -> None:
    (person,) = PEOPLE[name]
    left, top, right, bottom = bounds(person.outline)
    assert person.cls == "z-inkt"
    assert bottom == 0
    assert 10 < -top < 17
    assert -5 < left < 0 < right < 5


@pytest.mark.parametrize("name", THINGS)
def test_everything_can_merge_and_begins_with_a_move(name: str) -> None:
    for shape in THINGS[name]:
        assert shape.cls in ORDER
        assert shape.outline[0].letter == "M"


def test_a_tree_is_as_high_and_wide_as_asked() -> None:
    crown = bounds(by_class(figures.tree(20, 40))["z-loof"])
    assert crown[2] - crown[0] == pytest.approx(2.2 * 20, abs=2)
    assert crown[1] == pytest.approx(-60, abs=1)
    assert "z-rand" in by_class(figures.tree(20, 40, roots=True))


def test_an_awning_is_as_wide_as_asked() -> None:
    assert bounds(figures.awning(42)[0].outline)[::2] == pytest.approx((-21, 21), abs=0.5)
    assert bounds(join(shape.outline for shape in figures.stall("z-inkt")))[:2] == (-14, -24)


def test_counts() -> None:
    assert len(scenery.cables(8)[0].outline) == 8 * 3
    assert len(by_class(scenery.lockers(5, 6))["z-t"]) == 4 * 5, "those that are full"


def test_twenty_people_cost_little_more_than_two() -> None:
    def weight(count: int) -> int:
        return len(gzip.compress(paint(place(100, (WALKING, *(i * 17.0 for i in range(count))))).encode()))

    assert weight(20) - weight(2) < 120
