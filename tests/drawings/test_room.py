"""The room of a meeting has one figure per participant."""

from __future__ import annotations

import re

import pytest

from binnenstad_site.drawings.room import FLOOR, MOST, groups, room
from binnenstad_site.pages.verslagen import participants

FEET = re.compile(r"M-?[\d.]+ 117m")
"""Every figure begins on the floor; walls and boards are no figures."""


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 16, 17, 40, 41, 60, 64, 65, 100, MOST])
def test_one_figure_per_participant(number: int) -> None:
    ink = re.search(r'<path class="z-inkt" d="([^"]+)"', room(number))
    assert ink
    assert FLOOR == 117
    assert len(FEET.findall(ink[1])) == number
    assert f"Een zaal met {number} figuren" in room(number)


@pytest.mark.parametrize("number", [3, 40, 100])
def test_nobody_stands_in_the_wall(number: int) -> None:
    places = [float(x) for x in re.findall(r"M(-?[\d.]+) 117m", room(number))]
    assert min(places) > 18
    assert max(places) < 842


def test_each_board_has_another_scenario() -> None:
    """Four filled corners, each on its own side of the axes of its board."""
    filled = re.search(r'<path class="z-t" d="([^"]+)"', room(2))
    assert filled
    places = [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)h36", filled[1])]
    middles = [12 + 209 * (turn + 0.5) for turn in range(4)]
    sides = [(x > middle, y > 52) for (x, y), middle in zip(places, middles, strict=True)]
    assert sides == [(False, False), (True, False), (False, True), (True, True)]


def test_groups_are_as_even_as_can_be() -> None:
    assert groups(40) == (10, 10, 10, 10)
    assert groups(6) == (2, 2, 1, 1)


def test_nobody_and_too_many_have_no_room() -> None:
    assert room(0) == ""
    assert room(MOST + 1) == ""


@pytest.mark.parametrize(
    ("told", "number"),
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
def test_only_an_exact_number_of_people_is_known(told: tuple[str, ...], number: int) -> None:
    assert participants(told) == number
