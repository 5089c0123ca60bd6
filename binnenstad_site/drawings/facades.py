"""Fronts of houses under the gables of a Dutch street, with windows in rows and a plinth.

A front stands with its left side at `x` on the ground; `height` is up to the eaves, the gable comes on top.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from binnenstad_site.drawings.layers import Layers, box, joined
from binnenstad_site.drawings.shapes import path

WINDOW = (6, 9)
PITCH = (12, 16)
PLINTH = 26


@dataclass(frozen=True, slots=True)
class Front:
    """One house front: measures, gable, windows and what its plinth is."""

    width: float
    height: float
    gable: str
    columns: int
    rows: int
    lit: frozenset[int] | None = None
    """Rows of windows with light, counted from the top; all of them when `None`."""
    plinth: str = "winkel"


def _tuit(w: float) -> str:
    slope = 0.62 * (w - 8)
    return path("l", (w - 8) / 2, -slope, "v", -4.5, "h", 8, "v", 4.5, "l", (w - 8) / 2, slope)


def _trap(w: float) -> str:
    steps = 3
    side = (w - 8) / 2 / steps
    up = path("v", -5, "h", side) * steps
    down = path("h", side, "v", 5) * steps
    return f"{up}{path('v', -5, 'h', 8, 'v', 5)}{down}"


def _klok(w: float) -> str:
    side = path("c", *map(float, (round(0.24 * w), -2, round(0.12 * w), -21)), 0.5 * w, -21)
    return side + path("c", *map(float, (round(0.38 * w), 0, round(0.26 * w), 19)), 0.5 * w, 21)


def _hals(w: float) -> str:
    neck = 0.54 * w
    side = (w - neck) / 2
    left = path("q", side + 1, -2, side, -19, "h", -1.5, "v", -3.5)
    right = path("h", neck + 3, "v", 3.5, "h", -1.5, "q", -1, 17, side, 19)
    return left + right


def _plat(w: float) -> str:
    return path("h", -1.5, "v", -4, "h", w + 3, "v", 4, "h", -1.5)


def _zaag(w: float) -> str:
    teeth = max(1, round(w / 31))
    return path("v", -15, "l", w / teeth, 15) * teeth


def _lessenaar(w: float) -> str:
    return path("v", -12, "l", w, 12)


GABLES: Mapping[str, Callable[[float], str]] = {
    "tuit": _tuit,
    "trap": _trap,
    "klok": _klok,
    "hals": _hals,
    "plat": _plat,
    "zaag": _zaag,
    "lessenaar": _lessenaar,
}


def windows(x: float, top: float, front: Front) -> Layers:
    """The windows of a front whose first row begins at `top`."""
    (wide, high), (across, down) = WINDOW, PITCH
    left = x + (front.width - (front.columns - 1) * across - wide) / 2
    found = {"z-t": "", "z-rand": ""}
    for row in range(front.rows):
        cls = "z-t" if front.lit is None or row in front.lit else "z-rand"
        for column in range(front.columns):
            found[cls] += box(left + column * across, top + row * down, wide, high)
    return tuple((cls, data) for cls, data in found.items() if data)


def plinth(x: float, ground: float, width: float, kind: str) -> Layers:
    """What is behind the pavement: a shop window with a door, the same under a beam, only a door, or a dark front."""
    if kind == "dicht":
        return (("z-donker", box(x + 4.5, ground - 18, width - 9, 18)),)
    if kind == "deur":
        return (("z-inkt", box(x + width / 2 - 4, ground - 17, 8, 17)),)
    pane = width - 18
    shop: Layers = (
        ("z-papier", box(x + 4, ground - 17, pane, 16)),
        ("z-rand", box(x + 4, ground - 17, pane, 16) + path("M", x + 4 + pane / 2, ground - 17, "v", 16)),
        ("z-inkt", box(x + width - 11, ground - 16.5, 7, 16.5)),
    )
    return (*shop, ("z-inkt", box(x + 2.5, ground - 22, width - 5, 2.2))) if kind == "balk" else shop


def front(x: float, ground: float, of: Front) -> Layers:
    """A whole front."""
    outline = path("M", x, ground, "v", -of.height) + GABLES[of.gable](of.width) + path("V", ground, "z")
    panes = windows(x, ground - of.height + 8, of)
    return joined((("z-gevel", outline),), panes, plinth(x, ground, of.width, of.plinth))


def row_of_fronts(x: float, ground: float, *fronts: Front) -> Layers:
    """Fronts side by side, from `x` to the right."""
    found, at = [], x
    for each in fronts:
        found.append(front(at, ground, each))
        at += each.width
    return joined(*found)
