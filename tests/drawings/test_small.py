"""What a page shows in small: the country with its dots, and the four scenarios as skylines."""

from __future__ import annotations

import gzip

import pytest

from binnenstad_site.drawings.country import BOX, OUTLINE, dots, small_map
from binnenstad_site.drawings.scenarios import section
from binnenstad_site.drawings.shapes import path
from binnenstad_site.drawings.silhouettes import BOX as SKYLINE_BOX
from binnenstad_site.drawings.silhouettes import GROUND, SKYLINES, skyline
from tests.drawings.geometry import bounds, parts


def test_a_dot_for_each_place() -> None:
    """In half the size of the large map; places that fall together are one dot."""
    shapes = dots([(200, 300.4, 4.2), (400, 100, 4.2), (10, 20, 6), (30, 40, 19), (30.4, 40, 19)])
    starts = {shape.cls: [bounds(part)[:2] for part in parts(shape.outline)] for shape in shapes}

    assert starts == {"stippen-1": [(100, 150), (200, 50)], "stippen-2": [(5, 10)], "stippen-3": [(15, 20)]}
    assert 'role="img" aria-label="Kaart met 2 plaatsen"' in small_map([], "Kaart met 2 plaatsen")


def test_the_outline_lies_in_the_box_of_the_large_map() -> None:
    """The projection of the dots is that of the large map."""
    left, top, right, bottom = bounds(path(OUTLINE))

    assert 0 <= left < right <= BOX[2]
    assert 0 <= top < bottom <= BOX[3]


@pytest.mark.parametrize("slug", SKYLINES)
def test_a_skyline_stands_in_its_box(slug: str) -> None:
    for shape in SKYLINES[slug]:
        left, top, right, bottom = bounds(shape.outline)
        assert 0 <= left <= right <= SKYLINE_BOX[2]
        assert -GROUND <= top < bottom <= 0


@pytest.mark.parametrize("slug", SKYLINES)
def test_a_skyline_is_decoration_of_a_few_hundred_bytes(slug: str) -> None:
    markup = skyline(slug)

    assert 'aria-hidden="true"' in markup
    assert len(gzip.compress(markup.encode())) < 700
    assert len(markup) < len(section(slug)) / 2


def test_the_four_differ_and_a_fifth_is_not_drawn() -> None:
    assert len({skyline(slug) for slug in SKYLINES}) == 4
    assert skyline("elders") == ""
