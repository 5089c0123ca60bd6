"""Roofs of house fronts: the way from the left end of the eaves to the right, as words for `path`.

Each is made from the width of the front. There are two sets of measures: of the fronts in sections and skylines
(`GABLES`), and of the street of windows (`STREET_GABLES`), whose attics hold a window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from binnenstad_site.drawings.shapes import path

Words = tuple[str | float, ...]
Gable = Callable[[float], Words]


def _stepped(width: float, rise: float, top: float, *, inset: bool) -> Words:
    """Three steps up, a top of about `top`, three down; inset when the eaves show at both ends."""
    steps = 8 if inset else 6
    step = round((width - top) / steps, 1)
    top = width - steps * step
    edge: Words = ("h", step) if inset else ()
    return (*edge, *("v", -rise, "h", step) * 3, "v", -rise, "h", top, "v", rise, *("h", step, "v", rise) * 3, *edge)


def _spout(width: float, rise: float, spout: float) -> Words:
    side = (width - 8) / 2
    return ("l", side, -rise, "v", -spout, "h8v", spout, "l", side, rise)


def _flat(width: float) -> Words:
    return ("h-1.5v-4h", width + 3, "v4h-1.5")


def _slanted(width: float, rise: float) -> Words:
    return ("v", -rise, "l", width, rise)


def _saw(width: float, tooth: float) -> Words:
    teeth = max(1, round(width / tooth))
    return ("v-15l", width / teeth, 15) * teeth


def _bell(width: float) -> Words:
    left = ("c", round(0.24 * width), -2, round(0.12 * width), -21, 0.5 * width, -21)
    return (*left, "c", round(0.38 * width), 0, round(0.26 * width), 19, 0.5 * width, 21)


def _street_bell(width: float) -> Words:
    left = ("q", 0.19 * width, -2, 0.21 * width, -10, "c", 0.04 * width, -10, 0.15 * width, -12, 0.29 * width, -12)
    return (*left, "c", 0.14 * width, 0, 0.25 * width, 2, 0.29 * width, 12, "q", 0.02 * width, 8, 0.21 * width, 10)


def _neck(width: float) -> Words:
    side = 0.23 * width
    left = ("q", side + 1, -2, side, -19, "h-1.5v-3.5")
    return (*left, "h", 0.54 * width + 3, "v3.5h-1.5q-1 17", side, 19)


def _street_neck(width: float) -> Words:
    side, half = 0.25 * width, 0.25 * width + 2.4
    left = ("q", side, 0, side, -14, "v-3h-2.4v-3h", half)
    return (*left, "v-3.5v3.5h", half, "v3h-2.4v3q0 14", side, 14)


def _pointed(width: float) -> Words:
    return ("l", width / 2, -0.6 * width, "l", width / 2, 0.6 * width)


def _arched(width: float) -> Words:
    return ("a", width / 2, 0.3 * width, "0 0 1", width, 0)


GABLES: Mapping[str, Gable] = {
    "tuit": lambda width: _spout(width, 0.62 * (width - 8), 4.5),
    "trap": partial(_stepped, rise=5, top=8, inset=False),
    "klok": _bell,
    "hals": _neck,
    "plat": _flat,
    "zaag": partial(_saw, tooth=31),
    "lessenaar": partial(_slanted, rise=12),
}
STREET_GABLES: Mapping[str, Gable] = {
    "tuit": lambda width: _spout(width, 0.62 * width, 3.6),
    "trap": partial(_stepped, rise=5.2, top=6.8, inset=True),
    "klok": _street_bell,
    "hals": _street_neck,
    "plat": _flat,
    "zaag": partial(_saw, tooth=26),
    "lessenaar": partial(_slanted, rise=11.5),
    "punt": _pointed,
    "boog": _arched,
}


def rise(words: Words) -> float:
    """How far a roof comes above the eaves."""
    return max(step.arc[1] if step.arc else -step.points[-1][1] for step in path("M0 0", *words)) / 10
