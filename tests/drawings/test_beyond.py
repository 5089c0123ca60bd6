"""The street goes on beyond the trends, and counts nothing there."""

from __future__ import annotations

from binnenstad_site.drawings.beyond import GARDEN, HIGH, HOUSES, SQUARE, WIDE, shapes, street_beyond
from tests.drawings.geometry import WINDOW, bounds, boxes, by_class


def test_no_window_is_lit_and_no_house_has_a_door() -> None:
    """Windows and doors stand for something, wherever they are drawn."""
    outlines = by_class(shapes())
    assert not {"z-t", "z-luik", "z-pui", "z-gevel"} & set(outlines)
    assert [cls for cls, outline in outlines.items() if boxes(outline, WINDOW)] == []
    assert all(not house.panes and house.door is None for house, _, _ in HOUSES)


def test_it_stands_against_the_trends_within_its_drawing() -> None:
    assert sum(house.width for house, _, _ in HOUSES) + SQUARE + GARDEN < WIDE - 60
    assert bounds(by_class(shapes())["z-rand"])[2] == 721.5, "the cornice of the last house lies over the first trend"
    for shape in shapes():
        left, top, _, bottom = bounds(shape.outline)
        assert (left > 0, top > -HIGH, bottom < 1) == (True, True, True), shape.cls
    assert f'viewBox="0 -{HIGH} {WIDE} {HIGH}"' in street_beyond()
