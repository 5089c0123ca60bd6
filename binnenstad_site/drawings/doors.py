"""Doors: one door is one kans. Filled with a knob when a praktijk shows it, a dashed outline when none is known."""

from __future__ import annotations

from markupsafe import Markup

from binnenstad_site.drawings.shapes import drawing, path, shape

WIDTH, HEIGHT, PITCH, ROW = 14, 20, 17, 24
PER_ROW = 4
"""Doors beside each other; more of them stand in a second row, so that three columns fit on a phone."""
KNOB = 1.3


def doors(shown: int, unknown: int) -> Markup:
    """`shown` filled doors, then `unknown` dashed ones; decoration, for the page says the numbers in words."""
    places = [(PITCH * (index % PER_ROW), ROW * (index // PER_ROW)) for index in range(shown + unknown)]
    filled, dashed = places[:shown], places[shown:]
    wide = PITCH * min(len(places), PER_ROW) - (PITCH - WIDTH)
    high = ROW * -(-len(places) // PER_ROW) - (ROW - HEIGHT)
    parts = [
        shape("".join(_door(x, y) for x, y in filled), "z-t"),
        shape("".join(_knob(x, y) for x, y in filled), "z-papier"),
        shape("".join(_door(x, y, 0.8) for x, y in dashed), "z-t-stippel"),
    ]
    wanted = [*([True] * 2 if filled else [False] * 2), bool(dashed)]
    kept = [part for part, keep in zip(parts, wanted, strict=True) if keep]
    return drawing((0, 0, max(wide, 0), max(high, 0)), kept, "deurrij")


def _door(x: float, y: float, inset: float = 0) -> str:
    """A round-headed door with its top left at a point."""
    half = WIDTH / 2 - inset
    top, foot = y + WIDTH / 2, y + HEIGHT - inset
    return path("M", x + inset, foot, "V", top, "a", half, half, 0, 0, 1, 2 * half, 0, "V", foot, "z")


def _knob(x: float, y: float) -> str:
    return path(
        "M", x + 10.4 - KNOB, y + 12, "a", KNOB, KNOB, 0, 1, 0, 2 * KNOB, 0, "a", KNOB, KNOB, 0, 1, 0, -2 * KNOB, 0
    )
