"""The evidence wall has a brick per praktijk."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from binnenstad_site.drawings.wall import CLASSES, COURSE, PER_COURSE, PITCH, wall


def groups(counts: tuple[int, ...]) -> list[LexborNode]:
    return LexborHTMLParser(wall(counts)).css("svg > g")


def places(group: LexborNode) -> list[tuple[float, float]]:
    return [(float(brick.attributes["x"] or ""), float(brick.attributes["y"] or "")) for brick in group.css("rect")]


def test_there_is_a_brick_per_praktijk_in_a_group_per_grade() -> None:
    counts = (1, 15, 11, 6, 1)
    bricks = [(group.attributes["class"], len(places(group))) for group in groups(counts)]
    assert bricks == list(reversed(list(zip(CLASSES, counts, strict=True)))), "the strongest first"


def test_no_two_bricks_stand_at_one_place() -> None:
    bricks = [place for group in groups((9, 20, 0, 30, 4)) for place in places(group)]
    assert len(bricks) == len(set(bricks)) == 63
    assert bricks == sorted(bricks, key=lambda brick: (brick[1], brick[0]))


def test_the_second_course_is_shifted_half_a_brick() -> None:
    (bricks,) = (places(group) for group in groups((0, 0, 0, 0, 2 * PER_COURSE + 1))[:1])
    first, second, third = bricks[0], bricks[PER_COURSE], bricks[2 * PER_COURSE]
    assert (second[0] - first[0], third[0] - first[0]) == (PITCH / 2, 0)
    assert second[1] - first[1] == COURSE


def test_the_wall_is_as_high_as_its_courses() -> None:
    assert 'viewBox="-.5 -.5 542.5 14.4"' in wall((0, 0, 17, 0, 0))
    assert 'viewBox="-.5 -.5 542.5 28.8"' in wall((0, 0, 17, 1, 0))


def test_an_empty_wall_has_groups_without_bricks() -> None:
    assert [places(group) for group in groups((0, 0, 0, 0, 0))] == [[]] * 5
