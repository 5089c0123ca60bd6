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


def _stepped(w: float, rise: float, top: float, *, inset: bool) -> Words:
    """Three steps up, a top of about `top`, three down; inset when the eaves show at both ends."""
    steps = 8 if inset else 6
    step = round((w - top) / steps, 1)
    top = w - steps * step
    edge: Words = ("h", step) if inset else ()
    return (*edge, *("v", -rise, "h", step) * 3, "v", -rise, "h", top, "v", rise, *("h", step, "v", rise) * 3, *edge)


def _spout(w: float, rise: float, spout: float) -> Words:
    side = (w - 8) / 2
    return ("l", side, -rise, "v", -spout, "h8v", spout, "l", side, rise)


def _flat(w: float) -> Words:
    return ("h-1.5v-4h", w + 3, "v4h-1.5")


def _slanted(w: float, rise: float) -> Words:
    return ("v", -rise, "l", w, rise)


def _saw(w: float, tooth: float) -> Words:
    teeth = max(1, round(w / tooth))
    return ("v-15l", w / teeth, 15) * teeth


def _bell(w: float) -> Words:
    left = ("c", round(0.24 * w), -2, round(0.12 * w), -21, 0.5 * w, -21)
    return (*left, "c", round(0.38 * w), 0, round(0.26 * w), 19, 0.5 * w, 21)


def _street_bell(w: float) -> Words:
    left = ("q", 0.19 * w, -2, 0.21 * w, -10, "c", 0.04 * w, -10, 0.15 * w, -12, 0.29 * w, -12)
    return (*left, "c", 0.14 * w, 0, 0.25 * w, 2, 0.29 * w, 12, "q", 0.02 * w, 8, 0.21 * w, 10)


def _neck(w: float) -> Words:
    side = 0.23 * w
    left = ("q", side + 1, -2, side, -19, "h-1.5v-3.5")
    return (*left, "h", 0.54 * w + 3, "v3.5h-1.5q-1 17", side, 19)


def _street_neck(w: float) -> Words:
    side, half = 0.25 * w, 0.25 * w + 2.4
    left = ("q", side, 0, side, -14, "v-3h-2.4v-3h", half)
    return (*left, "v-3.5v3.5h", half, "v3h-2.4v3q0 14", side, 14)


def _pointed(w: float) -> Words:
    return ("l", w / 2, -0.6 * w, "l", w / 2, 0.6 * w)


def _arched(w: float) -> Words:
    return ("a", w / 2, 0.3 * w, "0 0 1", w, 0)


GABLES: Mapping[str, Gable] = {
    "tuit": lambda w: _spout(w, 0.62 * (w - 8), 4.5),
    "trap": partial(_stepped, rise=5, top=8, inset=False),
    "klok": _bell,
    "hals": _neck,
    "plat": _flat,
    "zaag": partial(_saw, tooth=31),
    "lessenaar": partial(_slanted, rise=12),
}
STREET_GABLES: Mapping[str, Gable] = {
    "tuit": lambda w: _spout(w, 0.62 * w, 3.6),
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
