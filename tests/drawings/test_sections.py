"""The street in section of each trend: what all six share, and what each shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.drawings.rooms import FLOOR
from binnenstad_site.drawings.sections import SECTIONS, trend_section
from binnenstad_site.drawings.wide import (
    BOX,
    GROUND,
    HOUSE,
    NAMES,
    RADIUS,
    STOREY,
    WIDTH,
    CrossSection,
    soil,
    wide,
)
from binnenstad_site.render.fonts import BOLD, static
from tests.drawings.geometry import bounds, boxes, by_class, parts, touching

TRENDS = pytest.mark.parametrize("kort", SECTIONS)


@TRENDS
def test_the_names_of_the_parts_stand_on_one_line_and_never_touch(kort: str) -> None:
    names = SECTIONS[kort]().names
    tree = LexborHTMLParser(trend_section(kort))

    assert 4 <= len(names) <= 6
    assert touching(names) == []
    assert [node.text() for node in tree.css(".z-naam")] == [name for _, name in names]
    assert {node.attributes["y"] for node in tree.css(".z-naam")} == {str(NAMES)}


@cache
def advances() -> tuple[Mapping[int, str], Mapping[str, tuple[int, int]], int]:
    """The width of each character in the bold font that names are set in."""
    font = static(BOLD)
    return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm


def drawn_width(words: str) -> float:
    """How wide words are at 15 units, without kerning."""
    names, widths, em = advances()
    return 15 * sum(widths[names[ord(letter)]][0] for letter in words) / em


@TRENDS
def test_names_keep_apart_in_the_real_font(kort: str) -> None:
    """With 12 units between two, and none over an edge."""
    spans = [(x - drawn_width(name) / 2, x + drawn_width(name) / 2) for x, name in SECTIONS[kort]().names]

    assert spans[0][0] > 0
    assert spans[-1][1] < 1200
    assert all(after[0] - before[1] > 12 for before, after in pairwise(spans))


@TRENDS
def test_four_discs_from_left_to_right_above_the_ground(kort: str) -> None:
    """They match pand, straat, regels and geld in the text below."""
    discs = SECTIONS[kort]().discs
    tree = LexborHTMLParser(trend_section(kort))

    assert [x for x, _ in discs] == sorted(x for x, _ in discs)
    assert discs[0][0] == 111
    assert all(BOX[1] - GROUND + RADIUS < y < -RADIUS for _, y in discs)
    assert [node.text() for node in tree.css(".z-nummer")] == ["1", "2", "3", "4"]


@TRENDS
def test_it_is_told_what_is_drawn(kort: str) -> None:
    """In full sentences, and each part only once."""
    drawing = LexborHTMLParser(trend_section(kort)).css_first("svg[role=img]")

    assert drawing is not None
    label = drawing.attributes["aria-label"] or ""
    assert label.startswith("Doorsnede van een straat, schematisch. Een huis met ")
    assert 200 < len(label) < 480
    assert label.endswith(".")


@TRENDS
def test_the_house_has_four_rooms_at_the_same_place(kort: str) -> None:
    house = by_class(SECTIONS[kort]().layers[0])
    floors = [box for box in boxes(house["z-inkt"], (WIDTH, FLOOR)) if box[0] == HOUSE]

    assert [box[1] for box in floors] == [-STOREY * storey for storey in (4, 3, 2, 1)]


@TRENDS
def test_it_stays_within_its_box_but_for_what_runs_to_the_edges(kort: str) -> None:
    """The soil, and the train of one, go on beyond the drawing at both sides; nothing is higher or lower."""
    section = SECTIONS[kort]()
    for shape in (*section.soil, *(shape for layer in section.layers for shape in layer), *section.over):
        for part in parts(shape.outline):
            left, top, right, bottom = bounds(part)
            assert left >= -1, shape.cls
            assert BOX[1] - GROUND - 1 <= top, shape.cls
            assert bottom <= BOX[1] + BOX[3] - GROUND, shape.cls
            assert right <= 1201 or kort == "werken", shape.cls


@TRENDS
def test_it_stays_small(kort: str) -> None:
    """A section is a handful of paths, not hundreds of elements."""
    assert trend_section(kort).count("<path") < 60


def test_the_six_differ_and_a_seventh_is_not_drawn() -> None:
    assert len({trend_section(kort) for kort in SECTIONS}) == 6
    assert trend_section("elders") == ""


def test_the_same_section_twice() -> None:
    assert trend_section("werken") == trend_section("werken")


def test_a_canal_opens_the_soil() -> None:
    """The line of the ground stops at its edges, the soil goes on below it."""
    classes = by_class(soil((688, 876, 70)))
    left, right = (bounds(part) for part in parts(classes["z-inkt"]))

    assert (left[2], right[0]) == (688, 876)
    assert {(6880, 700), (8760, 700)} <= {point for step in classes["z-aarde"] for point in step.points}


def test_numbers_stand_in_their_discs() -> None:
    markup = wide(CrossSection(names=(), soil=(), layers=(), discs=((50, -190), (90, -150))), "Een straat")
    numbers = LexborHTMLParser(markup).css(".z-nummer")

    assert [(node.text(), node.attributes["x"], node.attributes["y"]) for node in numbers] == [
        ("1", "50", "65"),
        ("2", "90", "105"),
    ]
