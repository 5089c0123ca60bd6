"""The street has one window per praktijk, whatever the numbers."""

from __future__ import annotations

import re

import pytest

from binnenstad_site.drawings.blocks import CHARACTERS
from binnenstad_site.drawings.houses import GABLES, ROOFS, House, panes, row_of_fronts, rows_of, spread
from binnenstad_site.drawings.street import Windows, block, one_window, per_window, windows

TRENDS = sorted(CHARACTERS)
ANY_COUNT = range(161)


def paths(drawn: str, cls: str) -> str:
    return "".join(re.findall(rf'<path class="{cls}" d="([^"]*)"', drawn))


def lit(drawn: str) -> int:
    """Windows of 6.4 by 8.6 in the colour of the trend."""
    return sum(data.count("h6.4v8.6h-6.4z") for data in re.findall(r'class="z-t" d="([^"]*)"', drawn))


def shut(drawn: str) -> int:
    return paths(drawn, "z-luik").count("zl6.4 8.6")


@pytest.mark.parametrize("trend", TRENDS)
def test_there_are_as_many_windows_as_praktijken(trend: str) -> None:
    for count in ANY_COUNT:
        fronts = row_of_fronts(CHARACTERS[trend].houses, count)
        spots = [spot for front in fronts for spot in front.windows]
        assert len(spots) == len(set(spots)) == count


@pytest.mark.parametrize("trend", TRENDS)
@pytest.mark.parametrize(("praktijken", "stopped"), [(0, 0), (1, 1), (1, 0), (5, 2), (33, 0), (89, 1), (160, 12)])
def test_the_drawing_shows_each_of_them(trend: str, praktijken: int, stopped: int) -> None:
    drawn = block(trend, windows(praktijken, stopped))
    assert (lit(drawn), shut(drawn)) == (praktijken - stopped, stopped)


@pytest.mark.parametrize("trend", TRENDS)
def test_the_houses_fill_the_block(trend: str) -> None:
    houses = CHARACTERS[trend].houses
    assert sum(house.width for house in houses) == 200
    assert 3 <= len(houses) <= 5
    assert {house.roof for house in houses} <= set(ROOFS)


@pytest.mark.parametrize("trend", TRENDS)
def test_windows_stand_inside_their_house(trend: str) -> None:
    for count in (1, 31, 89, 160):
        for front in row_of_fronts(CHARACTERS[trend].houses, count):
            for x, y in front.windows:
                assert front.x + 2 <= x <= front.right - 8.4
                assert -front.top <= y <= -28 - 8.6


def test_whole_rows_come_first_and_the_rest_goes_to_gables() -> None:
    houses = (House(40, 3, 1, "plat"), House(34, 2, 0, "tuit"))
    assert rows_of(houses, 3) == ([1, 0], 0)
    assert rows_of(houses, 9) == ([2, 1], 1)
    flat, gabled = row_of_fronts(houses, 9)
    assert gabled.attic
    assert not flat.attic
    assert "tuit" in GABLES


def test_a_window_on_a_flat_roof_gets_a_dormer() -> None:
    (front,) = row_of_fronts((House(116, 9, 0, "zaag"),), 1)
    assert front.attic
    assert front.dormer.startswith("M")
    assert front.top >= -front.spot[1]


def test_shutters_are_spread_evenly() -> None:
    assert spread(0, 10) == frozenset()
    assert spread(2, 10) == {2, 7}
    assert spread(3, 3) == {0, 1, 2}


def test_above_160_one_window_stands_for_more() -> None:
    assert [per_window(counts) for counts in ([], [160, 3], [161], [320], [321])] == [1, 1, 2, 2, 3]
    assert windows(161, 3, 2) == Windows(79, 2)
    assert windows(500, 1, 4).count <= 160


def test_every_praktijk_has_a_window_of_its_own() -> None:
    shown = windows(31, 2)
    lit_places, shut_places = shown.split(range(shown.count))
    assert (len(lit_places), len(shut_places)) == (29, 2)
    assert sorted(lit_places + shut_places) == list(range(31))
    assert set(shut_places) == shown.closed


def test_one_window_is_ringed_and_the_rest_is_pale() -> None:
    shown = windows(33, 0)
    drawn = one_window("vervoeren", shown, 7, "Dit raam")
    pale, _, ringed = drawn.partition("</g><circle")
    assert lit(pale) == 33
    assert 'role="img" aria-label="Dit raam"' in pale
    assert 'class="z-stil"' in pale
    assert 'class="z-ring z-papier"' in ringed
    assert panes([(0, 0)], 1.2).endswith("h7.7v10.3h-7.7z")
    assert "h7.7v10.3h-7.7z" in ringed


def test_a_stopped_praktijk_rings_its_shutter_on_hatch() -> None:
    shown = windows(31, 2)
    drawn = one_window("produceren", shown, shown.split(range(31))[1][1], "Dit luik")
    pale, _, ringed = drawn.partition("</g><circle")
    assert (lit(pale), shut(pale)) == (29, 2)
    assert "z-arcering" in ringed
    assert 'class="z-luik"' in ringed


def test_a_trend_that_nobody_drew_has_no_houses() -> None:
    assert block("zweven", windows(3, 0)) == ""
    assert one_window("zweven", windows(3, 0), 1, "Dit raam") == ""
