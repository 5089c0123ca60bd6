"""The shapes that drawings are made of."""

from __future__ import annotations

from markupsafe import Markup

from binnenstad_site.drawings.shapes import circle, drawing, group, number, path, text


def test_numbers_have_one_decimal_and_no_zero_at_the_end() -> None:
    assert [number(value) for value in (12, 3.25, -0.4, 7.04)] == ["12", "3.2", "-0.4", "7"]


def test_path_data_has_a_blank_only_where_it_needs_one() -> None:
    assert path("M", 3, 4, "h", 12.25, "v", -3, "l", 1, -2, "z") == "M3 4h12.2v-3l1-2z"


def test_words_in_a_drawing_are_escaped() -> None:
    assert text(0, 0, "<b>", "z-naam") == Markup('<text class="z-naam" x="0" y="0">&lt;b&gt;</text>')


def test_a_drawing_is_an_image_with_a_label_or_decoration() -> None:
    dot = group([circle(1, 2, 3, "z-t")], x=4)
    assert 'aria-hidden="true"' in drawing((0, 0, 10, 10), [dot], "punt")
    said = drawing((0, 0, 10, 10), [dot], "punt", "Een punt")
    assert 'role="img" aria-label="Een punt"' in said
    assert '<g transform="translate(4 0)"><circle class="z-t" cx="1" cy="2" r="3"/></g>' in said
