"""Figures in a street: placed anywhere, mirrored, and compressible."""

from __future__ import annotations

import gzip
import re

from binnenstad_site.drawings import figures, vehicles
from binnenstad_site.drawings.tracing import box, disc, placed


def test_a_figure_at_two_places_differs_in_its_start_only() -> None:
    here, there = placed("M-2-4H2L3 0Z", 10, 20), placed("M-2-4H2L3 0Z", 310, 50)
    assert here == "M8 16h4l1 4z"
    assert there == "M308 46h4l1 4z"


def test_a_mirrored_figure_turns_its_arcs_too() -> None:
    assert placed("M1 0A2 2 0 0 1 4 3Z", 0, 0) == "M1 0a2 2 0 0 1 3 3z"
    assert placed("M1 0A2 2 0 0 1 4 3Z", 0, 0, flip=True) == "M-1 0a2 2 0 0 0-3 3z"


def test_points_of_a_line_follow_each_other_and_points_of_a_curve_do_not() -> None:
    assert placed("M0 0L1 1 3 1", 0, 0) == "M0 0l1 1 2 0"
    assert placed("M1 0Q2 1 3 0", 0, 0) == "M1 0q1 1 2 0"


def test_a_second_part_starts_from_where_the_first_closed() -> None:
    assert placed(box(0, 0, 2, 1) + box(5, 0, 2, 1), 0, 0) == "M0 0h2v1h-2zm5 0h2v1h-2z"


def test_a_scaled_circle_keeps_its_middle() -> None:
    assert placed(disc(0, 0, 4), 0, 0, 0.5) == "M-2 0a2 2 0 1 1 0 .2z"


def test_people_on_one_ground_are_one_path() -> None:
    drawn = figures.people(100, (10, "staat"), (40, "loopt", True), (60, "kind"))
    assert drawn.count("<path") == 1
    assert 'class="z-inkt"' in drawn


def test_every_figure_is_paths_with_classes_only() -> None:
    drawn = (
        figures.person(0, 0)
        + figures.child(0, 0)
        + figures.tree(0, 0, roots=True)
        + figures.ball_tree(0, 0)
        + figures.bench(0, 0)
        + figures.table(0, 0)
        + figures.lamp(0, 0)
        + figures.parasol(0, 0)
        + figures.awning(0, 0, 36)
        + figures.stall(0, 0)
        + figures.fence(0, 0, 50)
        + vehicles.bicycle(0, 0)
        + vehicles.bicycles(0, 0, 3)
        + vehicles.cyclist(0, 0)
        + vehicles.cargo_bike(0, 0, rider=True, flip=True)
        + vehicles.car(0, 0)
        + vehicles.van(0, 0)
        + vehicles.tram(0, 0)
        + vehicles.bus(0, 0)
        + vehicles.drone(0, 0)
        + figures.scaffold(0, 0, 34, 3)
        + figures.crane(0, 0)
    )
    assert set(re.findall(r"<(\w+)", drawn)) == {"path"}
    assert set(re.findall(r" ([a-z-]+)=", drawn)) == {"d", "class"}


def test_the_letter_on_a_sign_is_escaped() -> None:
    assert ">&lt;</text>" in figures.sign(0, 0, "<")


def test_twenty_people_cost_little_more_than_two() -> None:
    def weight(count: int) -> int:
        return len(gzip.compress(figures.people(100, *((i * 17.0, "loopt") for i in range(count))).encode()))

    assert weight(20) - weight(2) < 120
