"""Streets that are no block."""

from __future__ import annotations

import re

from binnenstad_site.drawings.street import Windows
from binnenstad_site.drawings.strips import FIRST, GAP, HOUSES, OPEN, footer_strip, lost_street


def test_the_lost_street_has_a_window_for_every_praktijk() -> None:
    for lit, shut in ((0, 0), (1, 0), (2, 1), (144, 3), (160, 0)):
        drawn = lost_street(Windows(lit, shut))
        assert drawn.count("h6.4v8.6h-6.4z") == lit + shut
        assert drawn.count("zl6.4 8.6") == shut


def test_one_house_is_missing() -> None:
    drawn = lost_street(Windows(144, 3))
    assert drawn.count('class="z-gevel" d="M') == len(HOUSES) + 1  # and the board
    assert drawn.count('class="z-lijn z-weg"') == 1
    assert 'class="z-lijn z-arcering"' in drawn


def test_the_houses_stay_inside_the_drawing() -> None:
    assert FIRST + sum(house.width for house in HOUSES) + GAP[1] + OPEN[1] < 1200 - 30


def test_the_footer_stands_on_its_ground_and_is_silent() -> None:
    drawn = footer_strip()
    assert 'viewBox="0 -44 1200 44"' in drawn
    assert 'aria-hidden="true"' in drawn
    assert set(re.findall(r"<(\w+)", drawn)) == {"svg", "path"}
