"""What a page shows in small: the country with its dots, and the four scenarios as skylines."""

from __future__ import annotations

import gzip
import re

import pytest

from binnenstad_site.drawings.country import BOX, OUTLINE, small_map
from binnenstad_site.drawings.scenarios import section
from binnenstad_site.drawings.silhouettes import SKYLINES, skyline


def test_a_dot_for_each_place() -> None:
    made = small_map([(200, 300.4, 4.2), (400, 100, 4.2), (10, 20, 6), (30, 40, 19)], "Kaart met 2 plaatsen")

    assert 'class="stippen-1" d="M100 150h0m100-100h0"' in made
    assert 'class="stippen-2" d="M5 10h0"' in made
    assert 'class="stippen-3" d="M15 20h0"' in made
    assert 'role="img" aria-label="Kaart met 2 plaatsen"' in made


def test_the_outline_lies_in_the_box_of_the_large_map() -> None:
    """Starts are absolute; the projection of the dots is that of the large map."""
    starts = [tuple(map(int, found)) for found in re.findall(r"M(\d+) (\d+)", OUTLINE)]

    assert len(starts) == OUTLINE.count("z") > 5
    assert all(0 <= x <= BOX[2] and 0 <= y <= BOX[3] for x, y in starts)


@pytest.mark.parametrize("slug", SKYLINES)
def test_a_skyline_is_decoration_of_a_few_hundred_bytes(slug: str) -> None:
    made = skyline(slug)

    assert 'aria-hidden="true"' in made
    assert len(gzip.compress(made.encode())) < 700
    assert len(made) < len(section(slug)) / 2


def test_the_four_differ_and_a_fifth_is_not_drawn() -> None:
    assert len({skyline(slug) for slug in SKYLINES}) == 4
    assert skyline("elders") == ""
