"""What the script of the trendscan completes: a house for each trend, and the scale in each row of the table.

The script sets how high a house is, its windows, and where the marks of a scale stand; the rest is here.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from binnenstad_site.drawings.gables import GABLES
from binnenstad_site.drawings.shapes import join, path
from binnenstad_site.drawings.svg import Drawing, circle, element, path_data, text

WIDE, PITCH = 46, 56
HIGHEST = 184
"""Of the tallest house with its gable, and room to spare."""
BELOW = 22
"""For the number under a house."""
ROOFS = {
    "samenleven": "klok",
    "produceren": "zaag",
    "consumeren": "trap",
    "werken": "plat",
    "investeren": "hals",
    "vervoeren": "tuit",
}
"""The gable of each trend, by its word."""
SCALE_FROM, SCALE_STEP, SCALE_STEPS = 10, 35, 4
SCALE_HIGH = 24


def scan_street(words: Iterable[str]) -> Drawing:
    """The houses of these trends side by side; each has its roof in `data-dak`, from the eaves on."""
    houses = [_house(word) for word in words]
    box = (0, -HIGHEST, len(houses) * PITCH + 2, HIGHEST + BELOW)
    return Drawing(box, Markup().join(houses), "scan-straat")


def _house(word: str) -> Markup:
    roof = path_data(path("M0 0", *GABLES[ROOFS.get(word, "plat")](WIDE))).removeprefix("M0 0")
    parts = (
        element("path", cls="z-gevel", data_dak=roof),
        element("path", cls="z-inkt", d=path_data(path("M19 0v-14h8v14z"))),
        element("path", cls="z-t"),
        element("path", cls="z-luik"),
        text(WIDE / 2, 17, "", "z-bord"),
    )
    return element("g", parts, f"trend-{word}")


def scan_scale() -> Drawing:
    """A scale from 0 to 4: a mark for influence, an open one for readiness, and the line between them."""
    places = [SCALE_FROM + SCALE_STEP * step for step in range(SCALE_STEPS + 1)]
    middle = SCALE_HIGH / 2
    parts = (
        element("path", cls="z-rand", d=path_data(join(path("M", x, "2v20") for x in places))),
        element("path", cls="z-t-lijn"),
        circle(0, middle, 7, "z-t"),
        circle(0, middle, 6, "z-wijd z-t-lijn"),
    )
    return Drawing((0, 0, places[-1] + SCALE_FROM, SCALE_HIGH), Markup().join(parts), "")
