"""A row of house fronts with as many windows as asked: how high each becomes, and where its windows are.

The ground is y 0, up is negative. A window is 6.4 × 8.6, a storey 14.6, the plinth below the windows 28.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, cycle

from binnenstad_site.drawings.gables import STREET_GABLES, rise
from binnenstad_site.drawings.shapes import Outline, Point, Shapes, box, join, path, shape

WINDOW_WIDE, WINDOW_HIGH = 6.4, 8.6
PITCH, STOREY, PLINTH = 12.2, 14.6, 28.0
ABOVE_WINDOWS = 1.5
"""From the storey of the highest windows to the eaves."""
DOOR_WIDE, DOOR_HIGH, PANE_HIGH = 7.2, 16.0, 15.0
WITH_ATTIC = frozenset({"trap", "tuit", "klok", "hals", "punt"})
"""The gables that have room for a window."""
DORMERS = {"plat": 7.0, "lessenaar": 9.0, "zaag": 9.0}
"""On other roofs: from the eaves to the foot of a window."""


@dataclass(frozen=True, slots=True)
class House:
    """The design of a house in the street of windows: all but its height, which follows from the number of windows."""

    width: float
    columns: int
    profile: int
    """Rows of windows it begins with, so that houses differ in height."""
    roof: str
    door: float | None = None
    """Middle of the door, from the left of the front."""
    panes: tuple[tuple[float, float], ...] = ()
    """Shop windows in the plinth: from the left of the front, and width."""
    plinth: float = PLINTH


@dataclass(frozen=True, slots=True)
class Front:
    """A `House` in a row: with its place, and as many rows of windows as it was given."""

    house: House
    x: float
    rows: int
    attic: bool
    """Whether there is one window more, in the gable or on the roof."""

    @property
    def right(self) -> float:
        return self.x + self.house.width

    @property
    def middle(self) -> float:
        return self.x + self.house.width / 2

    @property
    def eaves(self) -> float:
        """Height of the wall; a front without windows is one storey high."""
        more = 3.5 if self.attic and self.house.roof in WITH_ATTIC else 0
        return self.house.plinth + STOREY * max(self.rows, 1) + ABOVE_WINDOWS + more

    @property
    def top(self) -> float:
        """Height of the highest point, a dormer included."""
        roof = self.eaves + rise(STREET_GABLES[self.house.roof](self.house.width))
        return max(roof, 6 - self.attic_window[1]) if self.attic else roof

    @property
    def outline(self) -> Outline:
        """The wall and the roof, and the dormer if there is one."""
        gable = STREET_GABLES[self.house.roof](self.house.width)
        return path("M", self.x, "0V", -self.eaves, *gable, "V0z") + self.dormer

    @property
    def attic_window(self) -> Point:
        """The upper left corner of the single window in the attic."""
        left = self.middle - WINDOW_WIDE / 2
        if self.house.roof in WITH_ATTIC:
            return left, -self.eaves - 5.4
        if self.house.roof == "boog":
            return left, -self.eaves - self.house.width * 0.2
        return left, -self.eaves - DORMERS[self.house.roof] - WINDOW_HIGH

    @property
    def dormer(self) -> Outline:
        """The box around a window on a roof that is no gable; empty when there is none."""
        if not self.attic or self.house.roof not in DORMERS:
            return ()
        x, y = self.attic_window
        return path("M", x - 5.4, y + 12, "V", y - 3, "H", x + 11.8, "V", y + 12, "z")

    @property
    def windows(self) -> tuple[Point, ...]:
        """The upper left corners of the windows, the highest row first, then the one in the attic."""
        house = self.house
        pitch = min(PITCH, (house.width - 9 - WINDOW_WIDE) / max(house.columns - 1, 1))
        left = self.middle - ((house.columns - 1) * pitch + WINDOW_WIDE) / 2
        rows = tuple(
            (round(left + column * pitch, 1), round(-house.plinth - row * STOREY - WINDOW_HIGH, 1))
            for row in range(self.rows - 1, -1, -1)
            for column in range(house.columns)
        )
        return (*rows, self.attic_window) if self.attic else rows


def rows_of(houses: Sequence[House], count: int) -> tuple[list[int], int]:
    """Rows of windows per house, and how many windows remain for the attics: fewer than a row of the narrowest."""
    profile = [house.profile for house in houses]
    while sum(rows * house.columns for rows, house in zip(profile, houses, strict=True)) > count:
        profile = [max(rows - 1, 0) for rows in profile]
    remaining = count - sum(rows * house.columns for rows, house in zip(profile, houses, strict=True))
    narrowest = min(house.columns for house in houses)
    for index in cycle(range(len(houses))):
        if remaining < narrowest:
            break
        if houses[index].columns <= remaining:
            profile[index] += 1
            remaining -= houses[index].columns
    return profile, remaining


def row_of_fronts(houses: Sequence[House], count: int) -> tuple[Front, ...]:
    """The houses side by side with exactly `count` windows in total."""
    rows, remaining = rows_of(houses, count)
    gables_first = sorted(range(len(houses)), key=lambda index: houses[index].roof not in WITH_ATTIC)
    attics = set(gables_first[:remaining])
    lefts = (0.0, *accumulate(house.width for house in houses))
    fronts = tuple(Front(house, lefts[i], rows[i], i in attics) for i, house in enumerate(houses))
    if sum(len(front.windows) for front in fronts) != count:
        raise ValueError(f"{count} windows do not fit {len(houses)} houses")
    return fronts


def spread(count: int, over: int) -> frozenset[int]:
    """`count` places spread evenly over a row of `over`."""
    return frozenset(int((k + 0.5) * over / count) for k in range(count))


def walls(fronts: Sequence[Front]) -> Shapes:
    """The walls, and in their plinths the shop windows and doors."""
    panes = ((front.x + left, width) for front in fronts for left, width in front.house.panes)
    glass = (
        box(left, -PANE_HIGH - 2, width, PANE_HIGH) + path("M", left + width / 2, -PANE_HIGH - 2, "v", PANE_HIGH)
        for left, width in panes
    )
    doors = (front.x + front.house.door - DOOR_WIDE / 2 for front in fronts if front.house.door is not None)
    return (
        join(shape("z-gevel", front.outline) for front in fronts)
        + shape("z-pui", *glass)
        + shape("z-inkt", *(box(left, -DOOR_HIGH, DOOR_WIDE, DOOR_HIGH) for left in doors))
    )


def windows_at(corners: Iterable[Point], factor: float = 1) -> Outline:
    """Windows at these upper left corners, enlarged from their middle by a factor."""
    return join(box(*window) for window in _enlarged(corners, factor))


def shutters(corners: Iterable[Point], factor: float = 1) -> Outline:
    """Closed shutters: windows with a cross."""
    return join(
        box(x, y, width, height) + path("M", x, y, "l", width, height, "m0", -height, "l", -width, height)
        for x, y, width, height in _enlarged(corners, factor)
    )


def _enlarged(corners: Iterable[Point], factor: float) -> Iterator[tuple[float, float, float, float]]:
    width, height = WINDOW_WIDE * factor, WINDOW_HIGH * factor
    for x, y in corners:
        yield x - (width - WINDOW_WIDE) / 2, y - (height - WINDOW_HIGH) / 2, width, height
