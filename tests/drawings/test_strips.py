"""Streets that are no block."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.drawings.street import Windows
from binnenstad_site.drawings.strips import (
    FIRST,
    GAP,
    HOUSES,
    SQUARE,
    footer_strip,
    fronts_around_gap,
    lost_street,
    street_with_gap,
)
from tests.drawings.geometry import WINDOW, bounds, boxes, by_class


@pytest.mark.parametrize(("lit", "shut"), [(0, 0), (1, 0), (2, 1), (144, 3), (160, 0)])
def test_the_lost_street_has_a_window_for_every_praktijk(lit: int, shut: int) -> None:
    classes = by_class(street_with_gap(Windows(lit, shut)))
    assert len(boxes(classes.get("z-t", ()), WINDOW)) == lit
    assert len(boxes(classes.get("z-luik", ()), WINDOW)) == shut


def test_one_house_is_missing() -> None:
    """Its outline and its rubble lie between two fronts."""
    shapes = street_with_gap(Windows(144, 3))
    fronts = fronts_around_gap(147)
    left, right = fronts[GAP[0] - 1].right, fronts[GAP[0]].x
    assert right - left == GAP[1]
    assert sum(shape.cls == "z-gevel" for shape in shapes) == len(HOUSES) + 1, "and a board"
    for cls in ("z-lijn z-weg", "z-lijn z-arcering"):
        (shape,) = (shape for shape in shapes if shape.cls == cls)
        assert bounds(shape.outline)[::2] == (left, right)


def test_the_houses_stay_inside_the_drawing() -> None:
    assert FIRST + sum(house.width for house in HOUSES) + GAP[1] + SQUARE[1] < 1200 - 30
    tree = LexborHTMLParser(lost_street(Windows(144, 3)))
    height = float((tree.css("svg")[0].attributes["viewBox"] or "").split()[3])
    assert height >= max(front.top for front in fronts_around_gap(147))


def test_the_footer_stands_on_its_ground_and_is_silent() -> None:
    tree = LexborHTMLParser(footer_strip())
    (svg,) = tree.css("svg[aria-hidden=true]")
    assert svg.attributes["viewBox"] == "0 -44 1200 44"
    assert {node.tag for node in svg.iter()} == {"path"}
    assert len(svg.css("path")) == len({node.attributes["class"] for node in svg.css("path")})
