"""The street of lit windows: one window per praktijk, a closed shutter for one that stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from markupsafe import Markup

from binnenstad_site.drawings.blocks import CHARACTERS, Character
from binnenstad_site.drawings.houses import (
    WINDOW_HIGH,
    WINDOW_WIDE,
    Front,
    Spot,
    panes,
    row_of_fronts,
    shutters,
    spread,
)
from binnenstad_site.drawings.shapes import circle, drawing, group, shape
from binnenstad_site.drawings.shapes import number as n
from binnenstad_site.drawings.tracing import box

T = TypeVar("T")
WIDE = 200
MOST_WINDOWS = 160
DOOR_WIDE, DOOR_HIGH, PANE_HIGH = 7.2, 16.0, 15.0
RING, SHUTTER_RING = 10.5, 11.5
LOWEST = 90.0
"""No drawing of a block is lower."""


@dataclass(frozen=True, slots=True)
class Windows:
    """How many windows a trend has in the street: lit ones, and closed shutters."""

    lit: int
    shut: int

    @property
    def count(self) -> int:
        return self.lit + self.shut

    @property
    def closed(self) -> frozenset[int]:
        """Which windows are the shutters, spread evenly."""
        return spread(self.shut, self.count)

    def split(self, of: Sequence[T]) -> tuple[list[T], list[T]]:
        """What belongs to the lit windows, and what to the shutters: one thing for each window."""
        closed = self.closed
        return [one for i, one in enumerate(of) if i not in closed], [of[i] for i in sorted(closed)]


def per_window(counts: Sequence[int]) -> int:
    """How many praktijken one window stands for: 1, until a trend has more than fit."""
    return max(1, -(-max(counts, default=0) // MOST_WINDOWS))


def windows(praktijken: int, stopped: int, each: int = 1) -> Windows:
    """The windows of a trend when one window stands for `each` praktijken."""
    return Windows(-(-(praktijken - stopped) // each), -(-stopped // each))


@lru_cache(maxsize=64)
def block(trend: str, shown: Windows) -> Markup:
    """The houses of a trend, 200 wide, standing on the lower edge; nothing for a trend that nobody drew."""
    character = CHARACTERS.get(trend)
    if character is None:
        return Markup()
    fronts = row_of_fronts(character.houses, shown.count)
    return _drawn(character.top(fronts), _shapes(character, fronts, shown))


def one_window(trend: str, shown: Windows, place: int, label: str) -> Markup:
    """The same houses, pale, with one window lit and ringed; a shutter is ringed on hatch."""
    if trend not in CHARACTERS:
        return Markup()
    pale, top, spots = _pale(trend, shown)
    x, y = spots[place]
    middle = (x + WINDOW_WIDE / 2, y + WINDOW_HIGH / 2)
    if place in shown.closed:
        ringed = [
            circle(*middle, SHUTTER_RING, "z-papier"),
            circle(*middle, SHUTTER_RING, "z-ring z-arcering"),
            shape(shutters([(x, y)], 1.2), "z-luik"),
        ]
    else:
        ringed = [circle(*middle, RING, "z-ring z-papier"), shape(panes([(x, y)], 1.2), "z-t")]
    return _drawn(top, pale + Markup().join(ringed), label)


@lru_cache(maxsize=64)
def _pale(trend: str, shown: Windows) -> tuple[Markup, float, tuple[Spot, ...]]:
    """The pale houses, how high they are, and their windows: the same for every praktijk of a trend."""
    character = CHARACTERS[trend]
    fronts = row_of_fronts(character.houses, shown.count)
    spots = tuple(spot for front in fronts for spot in front.windows)
    return group([_shapes(character, fronts, shown)], "z-stil"), character.top(fronts), spots


def _shapes(character: Character, fronts: tuple[Front, ...], shown: Windows) -> Markup:
    spots = [spot for front in fronts for spot in front.windows]
    lit, shut = shown.split(spots)
    walls = Markup().join(shape(front.outline + front.dormer, "z-gevel") for front in fronts)
    return (
        character.behind(fronts)
        + walls
        + plinth(fronts)
        + shape(panes(lit), "z-t")
        + _shut(shut)
        + character.before(fronts)
    )


def _shut(spots: list[tuple[float, float]]) -> Markup:
    return shape(shutters(spots), "z-luik") if spots else Markup()


def plinth(fronts: Sequence[Front]) -> Markup:
    """The doors and shop windows of fronts."""
    doors, glass = "", ""
    for front in fronts:
        if front.house.door is not None:
            doors += box(front.x + front.house.door - DOOR_WIDE / 2, -DOOR_HIGH, DOOR_WIDE, DOOR_HIGH)
        for left, width in front.house.panes:
            glass += box(front.x + left, -PANE_HIGH - 2, width, PANE_HIGH)
            glass += f"M{n(front.x + left + width / 2)} {n(-PANE_HIGH - 2)}v{n(PANE_HIGH)}"
    return (shape(glass, "z-pui") if glass else Markup()) + (shape(doors, "z-inkt") if doors else Markup())


def _drawn(top: float, shapes: Markup, label: str = "") -> Markup:
    high = max(top + 2, LOWEST)
    return drawing((0, -high, WIDE, high), [shapes], "blok", label)
