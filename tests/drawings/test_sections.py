"""The street in section of each trend: what all six share, and what each shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import pytest

from binnenstad_site.drawings.sections import SECTIONS, trend_section
from binnenstad_site.drawings.sections.kit import RADIUS, TOP, cellar, numbered
from binnenstad_site.drawings.wide import GROUND, touching, wide
from binnenstad_site.render.fonts import BOLD, static

TRENDS = pytest.mark.parametrize("kort", SECTIONS)


@TRENDS
def test_the_names_of_the_parts_stand_on_one_line_and_never_touch(kort: str) -> None:
    names = SECTIONS[kort]().names
    made = trend_section(kort)

    assert 4 <= len(names) <= 6
    assert touching(names) == []
    assert re.findall(r'class="z-naam" x="[\d.]+" y="(\d+)"', made) == ["367"] * len(names)


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
    made = trend_section(kort)

    assert [x for x, _ in discs] == sorted(x for x, _ in discs)
    assert discs[0][0] == 111
    assert all(30 + RADIUS < y < GROUND - RADIUS for _, y in discs)
    assert re.findall(r'class="z-nummer"[^>]*>(\d)<', made) == ["1", "2", "3", "4"]


@TRENDS
def test_it_is_told_what_is_drawn(kort: str) -> None:
    """In full sentences, and each part only once."""
    found = re.search(r'role="img" aria-label="([^"]+)"', trend_section(kort))

    assert found is not None
    assert found[1].startswith("Doorsnede van een straat, schematisch. Een huis met ")
    assert 200 < len(found[1]) < 480
    assert found[1].endswith(".")


@TRENDS
def test_the_house_has_four_rooms_at_the_same_place(kort: str) -> None:
    made = trend_section(kort)

    assert len(SECTIONS[kort]().house) == 4
    assert "h150v4h-150z" + 3 * "m0-38h150v4h-150z" in made


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
    made = wide([], [], "Een gracht", canal=(688, 876, 70))

    assert "M-2000 250H688v70H876v-70H3200V380H-2000z" in made
    assert "M-2000 249.2h2688v2.4h-2688zm2876 0h2324" in made


def test_a_cellar_has_thick_walls() -> None:
    assert dict(cellar(100, 280, 50, 40)) == {
        "z-papier": "M103 284h44v32h-44z",
        "z-inkt": "M100 280h3v40h-3zM147 280h3v40h-3zM100 280h50v4h-50zM100 316h50v4h-50z",
    }


def test_numbers_stand_in_their_discs() -> None:
    assert 'x="50" y="65">1</text>' in numbered([(50, 60)])
    assert TOP == 98
