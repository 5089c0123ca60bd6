"""Measured drawings: areas in proportion to their numbers, one scale, and boxes that can be counted."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.drawings import measures
from binnenstad_site.drawings.measures import BOX_WIDE, EDGE, LARGEST, LETTER, Measure
from binnenstad_site.models.items.tekening import Deel
from binnenstad_site.pages.measured_drawing import part_of

HENGELO = (Measure(35_342, 15_673), Measure(30_381, 12_703, 35_342), Measure(13_896, 6_229))
LABELS = ("een", "twee", "drie")


def sides(svg: str, cls: str) -> list[float]:
    """The sides of the squares of a class."""
    return [float(side) for side in re.findall(rf'class="{cls}" d="M[\d. -]*?h([\d.]+)v', svg)]


def count_of_boxes(svg: str, cls: str) -> int:
    """How many boxes a class has."""
    data = re.search(rf'class="{cls}" d="([^"]*)"', svg)
    return data.group(1).count(f"h{BOX_WIDE:g}v") if data else 0


def test_areas_are_in_proportion_to_the_numbers() -> None:
    drawn = measures.squares(HENGELO, LABELS)
    for svg, measure in zip(drawn, HENGELO, strict=True):
        ((whole,), (part,)) = sides(svg, "z-gevel"), sides(svg, "maat-deel")
        assert whole**2 / LARGEST**2 == pytest.approx(measure.whole / 35_342, rel=0.005)
        assert part**2 / LARGEST**2 == pytest.approx(measure.part / 35_342, rel=0.005)


def test_the_time_before_is_dashed_at_its_own_size() -> None:
    first, second, third = measures.squares(HENGELO, LABELS)
    assert sides(second, "maat-eerder") == [LARGEST]
    assert "maat-eerder" not in first + third


def test_a_drawing_is_as_wide_as_what_it_shows_so_that_all_keep_one_scale() -> None:
    for svg in measures.squares(HENGELO, LABELS):
        node = LexborHTMLParser(svg).css_first("svg")
        assert node
        left, _, wide, _ = map(float, re.findall(r"[-\d.]+", node.attributes.get("viewBox") or ""))
        assert left == -EDGE
        assert float((node.attributes["width"] or "").removesuffix("em")) * LETTER == pytest.approx(wide, abs=0.1)
        assert node.attributes["role"] == "img"
        assert node.attributes["aria-label"] in LABELS


def test_the_scale_bar_is_a_round_number_of_metres_at_the_scale_of_the_squares() -> None:
    metres, bar = measures.ruler(HENGELO, 1, "balk van {} meter")
    assert metres == 100
    assert 'aria-label="balk van 100 meter"' in bar
    (long,) = sides(bar, "z-lijn")
    assert long == pytest.approx(LARGEST / 35_342**0.5 * 100, abs=0.1)


def test_a_hectare_is_a_hundred_metres_square() -> None:
    metres, bar = measures.ruler([Measure(9)], 10_000, "{}")
    (long,) = sides(bar, "z-lijn")
    assert metres == 200
    assert long == pytest.approx(LARGEST * 2 / 3, abs=0.1)


@pytest.mark.parametrize(
    ("longest", "length"),
    [(0.5, 1), (1.5, 1), (3, 2), (7.4, 2), (7.5, 5), (15, 10), (188, 100), (207, 100), (320, 200)],
)
def test_a_round_length_leaves_a_third_free(longest: float, length: int) -> None:
    assert measures.round_length(longest) == length


def test_hatching_stays_within_its_square() -> None:
    for move, line in (outline for outline in measures.hatching(42, 100)):
        for step in (move, line):
            ((x, y),) = step.points
            assert 0 <= x <= 420
            assert 580 <= y <= 1000


def test_each_counted_thing_is_a_box_and_what_is_gone_is_dashed() -> None:
    before, after = measures.boxes((Measure(91, 29), Measure(47, 13, 91)), ("toen", "nu"))
    counted = [[count_of_boxes(svg, cls) for cls in ("z-t", "z-lijn", "maat-eerder")] for svg in (before, after)]
    assert counted == [[29, 62, 0], [13, 34, 44]]


def test_boxes_stand_in_rows_of_ten_or_alone_in_rows_of_twenty() -> None:
    def size(svg: str) -> tuple[float, float]:
        _, _, wide, high = map(float, (re.search(r'viewBox="([^"]*)"', svg) or [""])[1].split())
        return wide, high

    (alone,) = measures.boxes([Measure(130, 26)], ["alleen"])
    pair = measures.boxes([Measure(130, 26), Measure(120)], ["een", "twee"])
    assert size(alone)[0] > 1.9 * size(pair[0])[0]
    assert size(pair[0]) == size(pair[1])


def test_a_part_in_per_cents_is_of_its_own_whole() -> None:
    assert part_of(162, Deel(naam="leeg", procent="17,2")) == pytest.approx(27.864)
    assert part_of(130, Deel(naam="leeg", getal="26")) == 26
    assert part_of(130, None) == 0
