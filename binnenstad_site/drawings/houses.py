"""A row of house fronts with as many windows as asked: where the windows come, and the outline of each front.

The ground is y 0, up is negative. A window is 6.4 × 8.6, a storey 14.6, the plinth below the windows 28.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, cycle

from binnenstad_site.drawings.shapes import number as n

WINDOW_WIDE, WINDOW_HIGH = 6.4, 8.6
PITCH, STOREY, PLINTH = 12.2, 14.6, 28.0
ABOVE_WINDOWS = 1.5
"""From the storey of the highest windows to the eaves."""
Spot = tuple[float, float]
"""Left top of a window."""


@dataclass(frozen=True, slots=True)
class House:
    """A front before it is known how high it becomes."""

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
    """A front in its place."""

    house: House
    x: float
    rows: int
    attic: bool

    @property
    def right(self) -> float:
        return self.x + self.house.width

    @property
    def middle(self) -> float:
        return self.x + self.house.width / 2

    @property
    def eaves(self) -> float:
        """Height of the wall; a front without windows is one storey high."""
        more = 3.5 if self.attic and self.house.roof in GABLES else 0
        return self.house.plinth + STOREY * max(self.rows, 1) + ABOVE_WINDOWS + more

    @property
    def top(self) -> float:
        """Height of the highest point, a dormer included."""
        share, fixed = HEIGHTS[self.house.roof]
        return max(self.eaves + share * self.house.width + fixed, -self.spot[1] + 6 if self.attic else 0)

    @property
    def outline(self) -> str:
        """The wall and the roof as path data."""
        roof = ROOFS[self.house.roof](self.x, self.house.width, -self.eaves)
        return f"M{n(self.x)} 0V{n(-self.eaves)}{roof}V0Z"

    @property
    def spot(self) -> Spot:
        """Where a single window in the attic comes."""
        left = self.middle - WINDOW_WIDE / 2
        if self.house.roof in GABLES:
            return left, -self.eaves - 5.4
        if self.house.roof == "boog":
            return left, -self.eaves - self.house.width * 0.2
        return left, -self.eaves - DORMERS[self.house.roof] - WINDOW_HIGH

    @property
    def dormer(self) -> str:
        """The box around a window on a roof that is no gable, as path data; empty when there is none."""
        if not self.attic or self.house.roof not in DORMERS:
            return ""
        x, y = self.spot
        return f"M{n(x - 5.4)} {n(y + 12)}V{n(y - 3)}H{n(x + 11.8)}V{n(y + 12)}Z"

    @property
    def windows(self) -> tuple[Spot, ...]:
        """The windows, the highest row first, then the one in the attic."""
        house = self.house
        pitch = min(PITCH, (house.width - 9 - WINDOW_WIDE) / max(house.columns - 1, 1))
        left = self.middle - ((house.columns - 1) * pitch + WINDOW_WIDE) / 2
        found = tuple(
            (round(left + column * pitch, 1), round(-house.plinth - row * STOREY - WINDOW_HIGH, 1))
            for row in range(self.rows - 1, -1, -1)
            for column in range(house.columns)
        )
        return (*found, self.spot) if self.attic else found


def rows_of(houses: Sequence[House], count: int) -> tuple[list[int], int]:
    """Rows of windows per house, and how many windows are left for the attics: fewer than a row of the narrowest."""
    profile = [house.profile for house in houses]
    while sum(rows * house.columns for rows, house in zip(profile, houses, strict=True)) > count:
        profile = [max(rows - 1, 0) for rows in profile]
    left = count - sum(rows * house.columns for rows, house in zip(profile, houses, strict=True))
    narrowest = min(house.columns for house in houses)
    for index in cycle(range(len(houses))):
        if left < narrowest:
            break
        if houses[index].columns <= left:
            profile[index] += 1
            left -= houses[index].columns
    return profile, left


def row_of_fronts(houses: Sequence[House], count: int) -> tuple[Front, ...]:
    """The street that these houses make with exactly `count` windows."""
    rows, left = rows_of(houses, count)
    gables_first = sorted(range(len(houses)), key=lambda index: houses[index].roof not in GABLES)
    attics = set(gables_first[:left])
    begins = (0.0, *accumulate(house.width for house in houses))
    fronts = tuple(Front(house, begins[i], rows[i], i in attics) for i, house in enumerate(houses))
    if sum(len(front.windows) for front in fronts) != count:
        raise ValueError(f"{count} windows do not fit {len(houses)} houses")
    return fronts


def spread(count: int, over: int) -> frozenset[int]:
    """`count` places spread evenly over a row of `over`."""
    return frozenset(int((k + 0.5) * over / count) for k in range(count))


def panes(spots: Iterable[Spot], scale: float = 1) -> str:
    """Windows as one path: each begins where the one before it did, so a row is the same words again and again."""
    wide, high = WINDOW_WIDE * scale, WINDOW_HIGH * scale
    data, at = "", (0.0, 0.0)
    for x, y in spots:
        spot = (round(x - (wide - WINDOW_WIDE) / 2, 1), round(y - (high - WINDOW_HIGH) / 2, 1))
        across, down = n(spot[0] - at[0]), n(spot[1] - at[1])
        data += (
            f"{'m' if data else 'M'}{across}{'' if down.startswith('-') else ' '}{down}h{n(wide)}v{n(high)}h{n(-wide)}z"
        )
        at = spot
    return data


def shutters(spots: Iterable[Spot], scale: float = 1) -> str:
    """Closed shutters: a window with a cross."""
    wide, high = WINDOW_WIDE * scale, WINDOW_HIGH * scale
    cross = f"h{n(wide)}v{n(high)}h{n(-wide)}zl{n(wide)} {n(high)}m0 {n(-high)}l{n(-wide)} {n(high)}"
    return "".join(
        f"M{n(x - (wide - WINDOW_WIDE) / 2)} {n(y - (high - WINDOW_HIGH) / 2)}{cross}" for x, y in spots
    ).replace(" -", "-")


# -- roofs: from the left end of the eaves to the right ------------------------------------------------------------


def _stepped(x: float, width: float, _: float) -> str:
    run = (width - 6.8) / 8
    return f"{f'h{n(run)}v-5.2' * 4}H{n(x + width / 2 + 3.4)}{f'v5.2h{n(run)}' * 3}v5.2H{n(x + width)}"


def _spout(x: float, width: float, eaves: float) -> str:
    top, middle = eaves - 0.62 * width, x + width / 2
    return f"L{n(middle - 4)} {n(top)}v-3.6h8v3.6L{n(x + width)} {n(eaves)}"


def _bell(x: float, width: float, eaves: float) -> str:
    def at(part: float) -> str:
        return n(x + part * width)

    return (
        f"Q{at(0.19)} {n(eaves - 2)} {at(0.21)} {n(eaves - 10)}C{at(0.25)} {n(eaves - 20)} {at(0.36)} {n(eaves - 22)}"
        f" {at(0.5)} {n(eaves - 22)}C{at(0.64)} {n(eaves - 22)} {at(0.75)} {n(eaves - 20)} {at(0.79)} {n(eaves - 10)}"
        f"Q{at(0.81)} {n(eaves - 2)} {at(1)} {n(eaves)}"
    )


def _neck(x: float, width: float, eaves: float) -> str:
    left, right = x + 0.25 * width, x + 0.75 * width
    return (
        f"Q{n(left)} {n(eaves)} {n(left)} {n(eaves - 14)}v-3h-2.4v-3H{n(x + width / 2)}v-3.5v3.5"
        f"H{n(right + 2.4)}v3h-2.4v3"
        f"Q{n(right)} {n(eaves)} {n(x + width)} {n(eaves)}"
    )


def _pointed(x: float, width: float, eaves: float) -> str:
    return f"L{n(x + width / 2)} {n(eaves - 0.6 * width)}L{n(x + width)} {n(eaves)}"


def _flat(_x: float, width: float, _eaves: float) -> str:
    return f"h-1.5v-4h{n(width + 3)}v4h-1.5"


def _slanted(x: float, width: float, eaves: float) -> str:
    return f"V{n(eaves - 11.5)}L{n(x + width)} {n(eaves)}"


def _saw(x: float, width: float, eaves: float) -> str:
    teeth = max(1, round(width / 26))
    return "".join(f"V{n(eaves - 15)}L{n(x + (i + 1) * width / teeth)} {n(eaves)}" for i in range(teeth))


def _arched(x: float, width: float, eaves: float) -> str:
    return f"A{n(width / 2)} {n(0.3 * width)} 0 0 1 {n(x + width)} {n(eaves)}"


ROOFS: dict[str, Callable[[float, float, float], str]] = {
    "trap": _stepped,
    "tuit": _spout,
    "klok": _bell,
    "hals": _neck,
    "punt": _pointed,
    "plat": _flat,
    "lessenaar": _slanted,
    "zaag": _saw,
    "boog": _arched,
}
HEIGHTS = {
    "trap": (0, 20.8),
    "tuit": (0.62, 3.6),
    "klok": (0, 22),
    "hals": (0, 23.5),
    "punt": (0.6, 0),
    "plat": (0, 4),
    "lessenaar": (0, 11.5),
    "zaag": (0, 15),
    "boog": (0.3, 0),
}
"""How far a roof rises above the eaves: a share of the width, and a fixed part."""
GABLES = frozenset({"trap", "tuit", "klok", "hals", "punt"})
DORMERS = {"plat": 7.0, "lessenaar": 9.0, "zaag": 9.0}
"""From the eaves to the foot of a window on the roof."""
