"""The room of a meeting has one figure per participant."""

from __future__ import annotations

import pytest

from binnenstad_site.drawings.room import FLOOR, GROUPS, LEFT, MOST, PITCH, board, figures, groups, room
from binnenstad_site.drawings.shapes import join
from binnenstad_site.pages.verslagen import participants
from tests.drawings.geometry import bounds, by_class

MIDDLES = [LEFT + PITCH * (turn + 0.5) for turn in range(GROUPS)]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 16, 17, 40, 41, 60, 64, 65, 100, MOST])
def test_one_figure_per_participant(number: int) -> None:
    people = join(figures(middle, size) for middle, size in zip(MIDDLES, groups(number), strict=True))
    assert len(people) == len(set(people)) == number
    assert f"Een zaal met {number} figuren" in room(number)


@pytest.mark.parametrize("number", [3, 40, 100])
def test_everybody_stands_on_the_floor_between_the_walls(number: int) -> None:
    for middle, size in zip(MIDDLES, groups(number), strict=True):
        for left, _, right, bottom in (bounds(person[0].outline) for person in figures(middle, size)):
            assert 16 < left < right < 844
            assert bottom == FLOOR


def test_each_board_has_another_scenario() -> None:
    """Four filled corners, each on its own side of the axes of its board."""
    corners = [bounds(by_class(board(turn))["z-t"]) for turn in range(GROUPS)]
    frames = [bounds(by_class(board(turn))["z-papier"]) for turn in range(GROUPS)]
    sides = [
        (corner[0] > 0, corner[1] > (frame[1] + frame[3]) / 2) for corner, frame in zip(corners, frames, strict=True)
    ]
    assert sides == [(False, False), (True, False), (False, True), (True, True)]


def test_groups_are_as_even_as_can_be() -> None:
    assert groups(40) == (10, 10, 10, 10)
    assert groups(6) == (2, 2, 1, 1)


def test_nobody_and_too_many_have_no_room() -> None:
    assert room(0) == ""
    assert room(MOST + 1) == ""


@pytest.mark.parametrize(
    ("deelnemers", "number"),
    [
        (("40 mensen van gemeenten", "gaststad Utrecht"), 40),
        (("centrummanagers", "100 deelnemers"), 100),
        (("60 aanwezigen bij de start",), 60),
        (("ongeveer 50 deelnemers",), 0),
        (("ruim 60 afgevaardigden",), 0),
        (("35 tot 40 betrokkenen",), 0),
        (("10 gemeenten",), 0),
        ((), 0),
    ],
)
def test_only_an_exact_number_of_people_is_known(deelnemers: tuple[str, ...], number: int) -> None:
    assert participants(deelnemers) == number
