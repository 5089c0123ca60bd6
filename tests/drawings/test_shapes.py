"""Shapes as values: made from path data, placed, and merged."""

from __future__ import annotations

import pytest

from binnenstad_site.drawings.shapes import (
    ORDER,
    Shape,
    Step,
    box,
    disc,
    fuse,
    grid,
    join,
    merge,
    mirror,
    panes,
    path,
    place,
    scale,
    shape,
    translate,
)
from tests.drawings.geometry import bounds, parts

STICK = shape("z-inkt", "M0 0V-5")


def test_path_data_may_be_relative_or_absolute_text_or_numbers() -> None:
    """The steps are absolute, whichever way they were written."""
    steps = (Step("M", ((10, 20),)), Step("L", ((40, 20),)), Step("L", ((40, -20),)), Step("Z"), Step("M", ((10, 70),)))
    assert path("M1 2h3v-4zm0 5") == path("M1 2H4V-2ZM1 7") == path("M", 1, 2, "h", 3, "v", -4, "zm0", 5) == steps


def test_points_of_a_line_follow_each_other_and_points_of_a_curve_do_not() -> None:
    assert path("M0 0l1 1 2 0") == path("M0 0L1 1 3 1")
    assert path("M1 0q1 1 2 0") == path("M1 0Q2 1 3 0")
    assert path("M.5.5c1-1 2-1 3 0a2 3 0 0 1 4-.5")[1:] == (
        Step("C", ((15, -5), (25, -5), (35, 5))),
        Step("A", ((75, 0),), (20, 30, 0, 1)),
    )


def test_of_two_moves_the_second_counts() -> None:
    assert path("M3 4m1-1h2") == path("M4 3h2")


def test_a_step_starts_from_where_the_part_before_it_closed() -> None:
    assert path("M0 0h2v1h-2zm5 0h2") == path("M0 0H2V1H0ZM5 0H7")


def test_numbers_are_rounded_to_one_decimal() -> None:
    assert path("M", 1 / 3, 2 / 3, "h", 0.05) == path("M.3 .7H.4")


def test_boxes_discs_panes_and_grids() -> None:
    assert bounds(box(1, 2, 3, 4)) == (1, 2, 4, 6)
    assert bounds(disc(10, 5, 4))[::2] == (6, 14)
    assert [bounds(part) for part in parts(panes(0, 0, 2, 1, (3, 4), (5, 6)))] == [(0, 0, 3, 4), (5, 0, 8, 4)]
    assert len(list(parts(grid(0, 0, 2, 1, (5, 6))))) == 3 + 2
    assert bounds(grid(1, 2, 2, 1, (5, 6))) == (1, 2, 11, 8)


def test_a_shape_has_all_its_outlines_or_does_not_exist() -> None:
    assert shape("z-t", "M0 0h1", box(1, 2, 3, 4)) == (Shape("z-t", path("M0 0h1") + box(1, 2, 3, 4)),)
    assert shape("z-t") == shape("z-t", ()) == ()


def test_the_same_thing_at_two_places_differs_in_its_place_only() -> None:
    here, there = translate(STICK, 3, 4), translate(STICK, 3.26, 9)
    assert here == shape("z-inkt", "M3 4V-1")
    assert translate(there, -0.3, -5) == here


def test_a_scaled_disc_keeps_its_middle() -> None:
    assert scale(shape("z-t", disc(0, 0, 4)), 0.5) == shape("z-t", "M-2 0A2 2 0 1 1-2 .2Z")


def test_a_mirrored_shape_turns_its_arcs_too() -> None:
    assert mirror(shape("z-t", "M1 0A2 2 0 0 1 4 3Z")) == shape("z-t", "M-1 0A2 2 0 0 0-4 3Z")
    assert mirror(mirror(STICK)) == STICK


def test_things_are_placed_on_one_ground_and_neighbours_of_one_class_are_one_shape() -> None:
    assert place(9, (STICK, 1, 2)) == shape("z-inkt", "M1 9v-5M2 9v-5")
    leaf = shape("z-loof", "M0 0h1")
    assert [part.cls for part in place(0, (STICK, 1), (leaf, 2, 3), (STICK, 4))] == ["z-inkt", "z-loof", "z-inkt"]
    assert fuse(STICK + STICK) == (Shape("z-inkt", STICK[0].outline * 2),)


def test_merged_shapes_lie_from_back_to_front_one_for_each_class() -> None:
    paper, ink = shape("z-papier", "M0 0h1"), shape("z-t", "M0 0h2")
    merged = merge(ink + STICK, paper, ink)
    assert [part.cls for part in merged] == sorted(("z-papier", "z-inkt", "z-t"), key=ORDER.index)
    assert merged[-1].outline == join((ink[0].outline, ink[0].outline))
    with pytest.raises(ValueError, match="not in tuple"):
        merge(shape("z-zwart", "M0 0h1"))
