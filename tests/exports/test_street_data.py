"""What the windows of the street answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from binnenstad_site.drawings.shapes import path
from binnenstad_site.pipeline import Build
from tests.conftest import build
from tests.drawings.geometry import WINDOW, boxes
from tests.visiting import PRAKTIJK, add_praktijk, attribute, first, page, text_file

Change = Callable[..., None]
FILE = "trends/anders-werken/ramen.json"


def answers(built: Build, name: str) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(text_file(built, FILE))[name]
    return rows


def corners(built: Build, cls: str) -> list[tuple[float, float]]:
    """The upper left corners of what is drawn, up to a tenth."""
    column = first(page(built, "/"), ".straat .trend-werken")
    outlines = (path(node.attributes["d"] or "") for node in column.css(f"path.{cls}"))
    return [(round(box[0], 1), round(box[1], 1)) for outline in outlines for box in boxes(outline, WINDOW)]


def test_every_window_says_which_praktijk_it_is(project: Path, change: Change) -> None:
    """Each once, where it is drawn; one that stopped behind a shutter."""
    for slug in ("a", "b", "c"):
        add_praktijk(project, slug)
    change(PRAKTIJK, "status: loopt", "status: gestopt")
    built = build(project)
    lit, shut = answers(built, "ramen"), answers(built, "luiken")

    assert {row[5] for row in lit} == {f"/praktijken/{slug}/" for slug in ("a", "b", "c", "deventer-makers")}
    assert [(row[3], row[4], row[5]) for row in shut] == [("Leiden", "gestopt", "/praktijken/leiden-proef/")]
    assert [(row[0], row[1]) for row in lit] == corners(built, "z-t")
    assert [(row[0], row[1]) for row in shut] == corners(built, "z-luik")


def test_it_is_the_window_with_the_ring_on_its_page(project: Path) -> None:
    add_praktijk(project, "a")
    built = build(project)
    for x, y, *_, address in answers(built, "ramen"):
        tree = page(built, address)
        if "Anders werken" in attribute(tree, "svg.blok", "aria-label"):
            ring = first(tree, "svg.blok circle.z-ring").attributes
            middle = (round(x + WINDOW[0] / 2, 1), round(y + WINDOW[1] / 2, 1))
            assert (float(ring["cx"] or 0), float(ring["cy"] or 0)) == middle


def test_a_window_that_stands_for_more_says_nothing(project: Path) -> None:
    """Nor does any other, and no page asks."""
    for number in range(159):
        add_praktijk(project, f"nummer-{number:03}")
    built = build(project)

    assert FILE not in {output.path for output in built.outputs}
    for url in ("/", "/trends/"):
        assert not page(built, url).css('script[src$="/straat.js"], .sleutel .met-script')
