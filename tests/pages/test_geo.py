"""Places on the map: inside the drawing, in a square, and as dots of the right size."""

from __future__ import annotations

from itertools import combinations
from math import isfinite, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.pages.geo import (
    COLUMNS,
    FARTHEST,
    HEIGHT,
    NAMES,
    ROWS,
    WIDTH,
    Place,
    dots,
    on_map,
    project,
    square,
)

LAT = st.floats(-90, 90)
LON = st.floats(-180, 180)
DEVENTER = Place("Deventer", 52.255, 6.16389, "/gemeenten/deventer/")
LEIDEN = Place("Leiden", 52.15833, 4.49306)
PARIS = Place("Parijs", 48.85, 2.35)


@pytest.mark.parametrize(
    ("lat", "lon", "name"),
    [
        (52.255, 6.16389, "E4"),  # Deventer
        (52.15833, 4.49306, "B4"),  # Leiden
        (53.21917, 6.56667, "E1"),  # Groningen
        (50.84833, 5.68889, "D7"),  # Maastricht
        (51.4425, 3.57361, "A6"),  # Vlissingen
        (52.95988, 4.75933, "C2"),  # Den Helder
    ],
)
def test_towns_lie_where_a_reader_expects_them(lat: float, lon: float, name: str) -> None:
    assert square(lat, lon) == name


@pytest.mark.parametrize(
    ("lat", "lon"), [(48.85, 2.35), (51.05, 1.0), (52.52, 13.4), (90, 0), (-90, 0), (0, 0), (52, 180), (52, -180)]
)
def test_places_outside_the_drawing(lat: float, lon: float) -> None:
    assert not on_map(lat, lon)
    assert square(lat, lon) == ""


@given(LAT, LON)
def test_every_place_on_earth_has_a_place_or_none(lat: float, lon: float) -> None:
    """Also the poles, of which Mercator knows nothing."""
    x, y = project(lat, lon)

    assert isfinite(x)
    assert isfinite(y)
    assert on_map(lat, lon) == (0 <= x <= WIDTH and 0 <= y <= HEIGHT)
    assert (square(lat, lon) != "") == on_map(lat, lon)


@given(st.floats(50.5, 53.6), st.floats(3.2, 7.2))
def test_a_square_is_one_of_forty_two(lat: float, lon: float) -> None:
    name = square(lat, lon)

    assert name == "" or (name[0] in COLUMNS and 1 <= int(name[1:]) <= ROWS)


@given(st.floats(-FARTHEST, FARTHEST), LAT, LON)
def test_north_is_up_and_east_is_right(lat: float, other: float, lon: float) -> None:
    if other > lat:
        assert project(other, lon)[1] <= project(lat, lon)[1]
    assert project(lat, lon)[0] <= project(lat, min(lon + 1, 180))[0]


def test_one_dot_for_each_place_the_largest_first() -> None:
    counted = dots([DEVENTER, LEIDEN, LEIDEN, PARIS, LEIDEN, Place("Apeldoorn", 52.21, 5.97)])

    assert [(dot.plaats, dot.aantal) for dot in counted] == [("Leiden", 3), ("Apeldoorn", 1), ("Deventer", 1)]
    assert (counted[0].x, counted[0].y) == project(LEIDEN.lat, LEIDEN.lon)
    assert [dot.straal for dot in counted] == [round(2.6 + 1.6 * sqrt(3), 1), 4.2, 4.2]


def test_no_places_no_dots() -> None:
    assert dots([]) == ()
    assert dots([PARIS]) == ()


@given(
    st.lists(st.builds(Place, st.sampled_from("abc"), st.floats(51, 53), st.floats(4, 6)), max_size=20), st.randoms()
)
def test_the_order_of_places_makes_no_difference(places: list[Place], random: Random) -> None:
    shuffled = random.sample(places, len(places))

    assert dots(shuffled) == dots(places)
    assert sum(dot.aantal for dot in dots(places)) == sum(on_map(place.lat, place.lon) for place in places)


def _box(name: str) -> tuple[float, float, float, float]:
    """What a name covers in letters of 25 units: left, top, right, bottom."""
    at, width = NAMES[name], 14.5 * len(name)
    left = {"start": at.x, "middle": at.x - width / 2, "end": at.x - width}[at.anker]
    return left, at.y - 18, left + width, at.y + (6 if set(name) & set("gjpqy") else 0)


def test_a_name_covers_no_other_name() -> None:
    for name, other in combinations(NAMES, 2):
        left, top, right, bottom = _box(name)
        other_left, other_top, other_right, other_bottom = _box(other)

        assert right < other_left or other_right < left or bottom < other_top or other_bottom < top, (name, other)
    assert all(_box(name)[0] >= 0 and _box(name)[2] <= WIDTH for name in NAMES)
