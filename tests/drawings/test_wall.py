"""The evidence wall has a brick per praktijk."""

from __future__ import annotations

import re

from binnenstad_site.drawings.wall import CLASSES, PER_COURSE, brick, wall


def test_there_is_a_brick_per_praktijk_and_grade() -> None:
    drawn = wall((1, 15, 11, 6, 1))
    found = re.findall(r'class="(z-[^"]+)" d="([^"]*)"', drawn)
    assert {cls: data.count("M") for cls, data in found} == dict(zip(CLASSES, (1, 15, 11, 6, 1), strict=True))
    assert [cls for cls, _ in found] == list(reversed(CLASSES))


def test_the_second_course_is_shifted_half_a_brick() -> None:
    assert brick(0).startswith("M0.5 0.5h")
    assert brick(PER_COURSE).startswith("M16 14.9h")
    assert brick(2 * PER_COURSE).startswith("M0.5 29.3h")


def test_the_wall_is_as_high_as_its_courses() -> None:
    assert 'viewBox="0 0 542.5 14.4"' in wall((0, 0, 17, 0, 0))
    assert 'viewBox="0 0 542.5 28.8"' in wall((0, 0, 17, 1, 0))


def test_an_empty_wall_has_no_bricks() -> None:
    assert "M" not in "".join(re.findall(r' d="([^"]*)"', wall((0, 0, 0, 0, 0))))
