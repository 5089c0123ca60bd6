"""From shapes to SVG: the same geometry in few characters."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from binnenstad_site.drawings.rooms import ROOMS
from binnenstad_site.drawings.shapes import box, path, shape
from binnenstad_site.drawings.svg import circle, drawing, element, number, paint, path_data, text


def test_numbers_have_one_decimal_and_no_zero_that_says_nothing() -> None:
    assert [number(value) for value in (12, 3.25, -0.4, 7.04, -0.01, 10)] == ["12", "3.2", "-.4", "7", "0", "10"]


@pytest.mark.parametrize(
    ("outline", "data"),
    [
        (box(1, 2, 3, 4) + box(6, 2, 3, 4), "M1 2h3v4h-3zm5 0h3v4h-3z"),
        (path("M1 2L3 4 5 4.5 2-1"), "M1 2l2 2 2 .5-3-5.5"),
        (path("M0 0Q2 1 3 0A2 3 0 0 1 7-.5"), "M0 0q2 1 3 0a2 3 0 0 1 4-.5"),
        (path("M4 4h0M9 9h0"), "M4 4h0m5 5h0"),
    ],
)
def test_steps_are_relative_after_the_first(outline: tuple[()], data: str) -> None:
    """So that a row of the same thing is the same text again."""
    assert path_data(outline) == data


@pytest.mark.parametrize("name", ROOMS)
def test_what_is_written_reads_back_as_it_was(name: str) -> None:
    for part in ROOMS[name](144, 34):
        assert path(path_data(part.outline)) == part.outline


def test_a_path_for_each_shape() -> None:
    shapes = shape("z-t", "M0 0h1") + shape("z-inkt", "M1 1h1")
    assert paint(shapes) == Markup('<path class="z-t" d="M0 0h1"/><path class="z-inkt" d="M1 1h1"/>')


def test_words_in_a_drawing_are_escaped() -> None:
    assert text(0, 0, "<b>", "z-naam") == Markup('<text class="z-naam" x="0" y="0">&lt;b&gt;</text>')


def test_a_drawing_is_an_image_with_a_label_or_decoration() -> None:
    dot = element("g", [circle(1, 2, 3, "z-t")], "z-stil")
    assert 'aria-hidden="true"' in drawing((0, 0, 10, 10), (), "punt", over=[dot])
    said = drawing((0, -0.5, 10, 10), shape("z-t", "M0 0h1"), "punt", "Een punt", [dot])
    assert said.startswith('<svg class="tekening punt" viewBox="0 -.5 10 10" role="img" aria-label="Een punt"><path')
    assert '<g class="z-stil"><circle class="z-t" cx="1" cy="2" r="3"/></g></svg>' in said
