"""The street has one window per praktijk, whatever the numbers."""

from __future__ import annotations

import pytest
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from binnenstad_site.drawings.blocks import TREND_HOUSES
from binnenstad_site.drawings.gables import STREET_GABLES
from binnenstad_site.drawings.houses import House, row_of_fronts, rows_of, shutters, spread, windows_at
from binnenstad_site.drawings.shapes import Shapes
from binnenstad_site.drawings.street import WIDE, Windows, block, houses, one_window, per_window, window_counts
from tests.drawings.geometry import WINDOW, bounds, boxes, by_class, parts, windows_in

TRENDS = sorted(TREND_HOUSES)
ANY_COUNT = range(161)


def number(node: LexborNode, name: str) -> float:
    """An attribute that is a number."""
    return float(node.attributes[name] or "")


@pytest.mark.parametrize("trend", TRENDS)
def test_there_are_as_many_windows_as_praktijken(trend: str) -> None:
    for count in ANY_COUNT:
        fronts = row_of_fronts(TREND_HOUSES[trend].houses, count)
        spots = [spot for front in fronts for spot in front.windows]
        assert len(spots) == len(set(spots)) == count


@pytest.mark.parametrize("trend", TRENDS)
@pytest.mark.parametrize(("praktijken", "stopped"), [(0, 0), (1, 1), (1, 0), (5, 2), (33, 0), (89, 1), (160, 12)])
def test_the_drawing_shows_each_of_them(trend: str, praktijken: int, stopped: int) -> None:
    classes = by_class(houses(trend, window_counts(praktijken, stopped)).shapes)
    lit, shut = (len(boxes(classes.get(cls, ()), WINDOW)) for cls in ("z-t", "z-luik"))
    assert (lit, shut) == (praktijken - stopped, stopped)


@pytest.mark.parametrize("trend", TRENDS)
def test_a_block_stands_on_the_lower_edge_of_its_drawing(trend: str) -> None:
    """Nothing of it is outside, but for roots and what overhangs the last wall."""
    row = houses(trend, window_counts(33, 1))
    assert f'viewBox="0 -{row.height:g} {WIDE} {row.height:g}"' in escape(block(trend, window_counts(33, 1)))
    for shape in row.shapes:
        left, top, right, bottom = bounds(shape.outline)
        assert -10 < left < right < WIDE + 10
        assert -row.height <= top < bottom <= (12 if shape.cls == "z-rand" else 0.4)


@pytest.mark.parametrize("trend", TRENDS)
def test_the_houses_fill_the_block(trend: str) -> None:
    houses = TREND_HOUSES[trend].houses
    assert sum(house.width for house in houses) == 200
    assert 3 <= len(houses) <= 5
    assert {house.roof for house in houses} <= set(STREET_GABLES)


@pytest.mark.parametrize("trend", TRENDS)
def test_windows_stand_inside_their_house(trend: str) -> None:
    for count in (1, 31, 89, 160):
        for front in row_of_fronts(TREND_HOUSES[trend].houses, count):
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


def test_a_window_on_a_flat_roof_gets_a_dormer() -> None:
    (front,) = row_of_fronts((House(116, 9, 0, "zaag"),), 1)
    assert front.attic
    (window,) = front.windows
    left, top, right, _ = bounds(front.dormer)
    assert left < window[0] < window[0] + WINDOW[0] < right
    assert top < window[1]
    assert front.top >= -window[1]


def test_shutters_are_spread_evenly() -> None:
    assert spread(0, 10) == frozenset()
    assert spread(2, 10) == {2, 7}
    assert spread(3, 3) == {0, 1, 2}


def test_above_160_one_window_stands_for_more() -> None:
    assert [per_window(counts) for counts in ([], [160, 3], [161], [320], [321])] == [1, 1, 2, 2, 3]
    assert window_counts(161, 3, 2) == Windows(79, 2)
    assert window_counts(500, 1, 4).count <= 160


def test_every_praktijk_has_a_window_of_its_own() -> None:
    counts = window_counts(31, 2)
    lit_places, shut_places = counts.split(range(counts.count))
    assert (len(lit_places), len(shut_places)) == (29, 2)
    assert sorted(lit_places + shut_places) == list(range(31))
    assert set(shut_places) == counts.closed


@pytest.mark.parametrize("place", [7, 32])
def test_one_window_is_ringed_and_the_rest_is_pale(place: int) -> None:
    counts = window_counts(33, 0)
    tree = LexborHTMLParser(escape(one_window("vervoeren", counts, place, "Dit raam")))
    corner = houses("vervoeren", counts).corners[place]
    (pale,) = tree.css("svg[role=img][aria-label='Dit raam'] > g.z-stil")
    (ring,) = tree.css("svg > circle.z-ring.z-papier")
    assert windows_in(pale) == 33
    assert number(ring, "cx") == pytest.approx(corner[0] + WINDOW[0] / 2, abs=0.1)
    assert number(ring, "cy") == pytest.approx(corner[1] + WINDOW[1] / 2, abs=0.1)
    assert len(tree.css("svg > path.z-t")) == 1


def test_a_stopped_praktijk_rings_its_shutter_on_hatch() -> None:
    counts = window_counts(31, 2)
    tree = LexborHTMLParser(escape(one_window("produceren", counts, counts.split(range(31))[1][1], "Dit luik")))
    (pale,) = tree.css("svg > g.z-stil")
    assert (windows_in(pale), windows_in(pale, "z-luik")) == (29, 2)
    assert len(tree.css("svg > circle.z-ring.z-arcering")) == len(tree.css("svg > path.z-luik")) == 1


@pytest.mark.parametrize("window", [windows_at, shutters])
def test_an_enlarged_window_keeps_its_middle(window: object) -> None:
    assert callable(window)
    assert bounds(window([(10, -20)])) == (10, -20, 16.4, -11.4)
    assert bounds(window([(10, -20)], 1.5)) == pytest.approx((8.4, -22.2, 18, -9.3), abs=0.11)


def test_a_trend_that_nobody_drew_has_no_houses() -> None:
    assert not block("zweven", window_counts(3, 0))
    assert not one_window("zweven", window_counts(3, 0), 1, "Dit raam")
    assert escape(block("zweven", window_counts(3, 0))) == ""


HEADS = (4.0, 4.4)
"""How wide a head is: of a child, and of anybody else."""
EYES = (-14.5, -8.5)
"""Between which heights the middle of a head is, of who stands or sits in the street."""


def people_in(shapes: Shapes) -> list[float]:
    """Where people stand or sit in the street, by their heads."""
    discs = (bounds(part) for shape in shapes for part in parts(shape.outline) if len(part) == 3 and part[1].arc)
    return [
        (left + right) / 2
        for left, top, right, bottom in discs
        if round(right - left, 1) in HEADS and EYES[0] < (top + bottom) / 2 < EYES[1]
    ]


@pytest.mark.parametrize("trend", TRENDS)
def test_nobody_stands_before_a_door(trend: str) -> None:
    """Both are black: 12 units between the middle of a door and who is in the street keep them apart."""
    design = TREND_HOUSES[trend]
    fronts = row_of_fronts(design.houses, 60)
    doors = [front.x + front.house.door for front in fronts if front.house.door is not None]
    people = people_in(design.before(fronts))

    assert len(people) >= 2
    assert [(door, person) for door in doors for person in people if abs(door - person) < 11.7] == []
