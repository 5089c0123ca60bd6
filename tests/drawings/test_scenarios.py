"""The four scenarios as sections of one street."""

from __future__ import annotations

import re

import pytest

from binnenstad_site.drawings.axes import position
from binnenstad_site.drawings.facades import GABLES, Front, front
from binnenstad_site.drawings.layers import read
from binnenstad_site.drawings.scenarios import PROFILES, section
from binnenstad_site.drawings.scenery import cables, lockers
from binnenstad_site.drawings.shapes import circle, shape
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS

WINDOW = "h6v9h-6z"
PLACES = [(True, False, 1, 1), (True, True, 50, 1), (False, False, 1, 34), (False, True, 50, 34)]
GREEN, HATCH = 'class="z-loof"', 'class="z-arcering"'


def lit(of: Front) -> tuple[int, int]:
    """How many windows are lit, and how many dark."""
    found = dict(front(0, 100, of))
    return found.get("z-t", "").count(WINDOW), found.get("z-rand", "").count(WINDOW)


def test_every_scenario_has_a_section_of_its_own() -> None:
    assert set(PROFILES) == set(SCENARIO_SLUGS)
    sections = [section(slug) for slug in SCENARIO_SLUGS]
    assert len(set(sections)) == 4
    assert all(made.startswith('<svg class="tekening scenario-doorsnede" viewBox="0 44 560 206"') for made in sections)
    assert section("elders") == ""


def test_only_what_is_green_has_green_and_only_the_exclusive_city_stands_empty() -> None:
    assert {slug for slug in PROFILES if GREEN in section(slug)} == set(PROFILES) - {"binnenstad-als-game"}
    assert {slug for slug in PROFILES if HATCH in section(slug)} == {"exclusieve-binnenstad"}


def test_light_in_the_windows_tells_who_lives_there() -> None:
    united = [lit(of) for of in PROFILES["binnenstad-united"].fronts]
    exclusive = [lit(of) for of in PROFILES["exclusieve-binnenstad"].fronts]
    assert united == [(9, 0), (6, 0), (8, 0)]
    assert exclusive == [(3, 9), (3, 6), (2, 6)], "one floor of each front"


@pytest.mark.parametrize("gable", GABLES)
def test_a_gable_ends_where_the_other_wall_begins(gable: str) -> None:
    """What goes right and left in the gable adds up to the width, and nothing ends higher or lower than it began."""
    steps = re.findall(r"([hvlqc])([^hvlqc]*)", GABLES[gable](40))
    right = down = 0.0
    for letter, rest in steps:
        values = [float(value) for value in re.findall(r"-?\d*\.?\d+", rest)]
        right += 0 if letter == "v" else values[-1 if letter == "h" else -2]
        down += 0 if letter == "h" else values[-1]
    assert right == pytest.approx(40, abs=0.5)
    assert down == pytest.approx(0, abs=0.5)


def test_a_closed_plinth_has_no_window() -> None:
    closed = dict(front(0, 100, Front(40, 60, "plat", 0, 0, plinth="dicht")))
    assert "z-donker" in closed
    assert "z-papier" not in closed


def test_counts() -> None:
    assert dict(cables(8))["z-inkt"].count("a2 2 0 1 1 4 0") == 8
    assert dict(lockers(5, 6))["z-t"].count("z") == 4, "those that are full"


def test_only_paths_can_merge() -> None:
    assert read(shape("M0 0", "z-t"), shape("M1 1", "z-t")) == (("z-t", "M0 0M1 1"),)
    with pytest.raises(ValueError, match="nothing but paths"):
        read(circle(1, 2, 3, "z-t"))


@pytest.mark.parametrize(("much_data", "circular", "x", "y"), PLACES)
def test_the_axes_fill_one_of_four_rectangles(much_data: bool, circular: bool, x: int, y: int) -> None:
    made = position(much_data=much_data, circular=circular)
    assert f'<path class="z-t" d="M{x} {y}h46v30h-46z"/>' in made
    assert made.count("h46v30h-46z") == 4
