"""The four scenarios as sections of one street, and their place on the axes."""

from __future__ import annotations

import pytest

from binnenstad_site.drawings.axes import BOX, rectangles
from binnenstad_site.drawings.facades import WINDOW, Facade, facade_shapes, facade_windows, row_of_facades
from binnenstad_site.drawings.gables import GABLES, STREET_GABLES, Words, rise
from binnenstad_site.drawings.scenarios import PROFILES, section, shapes
from binnenstad_site.drawings.shapes import path
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS
from tests.drawings.geometry import bounds, boxes, by_class, parts

PLACES = [(True, False, 1, 1), (True, True, 50, 1), (False, False, 1, 34), (False, True, 50, 34)]


def lit(front: Facade) -> tuple[int, int]:
    """How many windows are lit, and how many dark."""
    classes = by_class(facade_windows(front))
    bright, dark = (len(boxes(classes.get(cls, ()), WINDOW)) for cls in ("z-t", "z-rand"))
    return bright, dark


def test_every_scenario_has_a_section_of_its_own() -> None:
    assert set(PROFILES) == set(SCENARIO_SLUGS)
    sections = [section(slug) for slug in SCENARIO_SLUGS]
    assert len(set(sections)) == 4
    assert all(
        markup.startswith('<svg class="tekening scenario-doorsnede" viewBox="0 44 560 206"') for markup in sections
    )
    assert section("elders") == ""


def test_what_they_share_stands_in_the_same_place() -> None:
    """Ground, soil and the walls of the cut house, so that only what changes seems to move."""
    shared = []
    for profile in PROFILES.values():
        outlines = by_class(shapes(profile))
        frame = {part for cls in ("z-aarde", "z-inkt") for part in parts(outlines[cls])}
        shared.append(frame)
    common = set.intersection(*shared)
    boxes_of_common = {bounds(part) for part in common}
    assert (0, 0, 560, 54) in boxes_of_common, "the soil"
    assert (0, -0.8, 560, 1.6) in boxes_of_common, "the ground line"
    assert len(common) >= 4, "and the walls and floors of the house"


def test_only_what_is_green_has_green_and_only_the_exclusive_city_stands_empty() -> None:
    classes = {slug: set(by_class(shapes(profile))) for slug, profile in PROFILES.items()}
    assert {slug for slug in PROFILES if "z-loof" in classes[slug]} == set(PROFILES) - {"binnenstad-als-game"}
    assert {slug for slug in PROFILES if "z-arcering" in classes[slug]} == {"exclusieve-binnenstad"}


def test_light_in_the_windows_tells_who_lives_there() -> None:
    united = [lit(front) for front in PROFILES["binnenstad-united"].facades]
    exclusive = [lit(front) for front in PROFILES["exclusieve-binnenstad"].facades]
    assert united == [(9, 0), (6, 0), (8, 0)]
    assert exclusive == [(3, 9), (3, 6), (2, 6)], "one floor of each front"


@pytest.mark.parametrize("slug", PROFILES)
def test_a_section_fits_its_drawing(slug: str) -> None:
    for shape in shapes(PROFILES[slug]):
        left, top, right, bottom = bounds(shape.outline)
        assert -0.5 <= left < right <= 560.5, shape.cls
        assert -152 <= top <= bottom <= 54, shape.cls


@pytest.mark.parametrize("width", [30, 40, 64])
@pytest.mark.parametrize("roof", [*GABLES.values(), *STREET_GABLES.values()])
def test_a_gable_ends_where_the_other_wall_begins(roof: object, width: float) -> None:
    """What goes right and left in the gable adds up to the width, and it ends as high as it began."""
    assert callable(roof)
    words: Words = roof(width)
    right, down = path("M0 0", *words)[-1].points[-1]
    assert right / 10 == pytest.approx(width, abs=0.5)
    assert down / 10 == pytest.approx(0, abs=0.5)
    assert rise(words) > 3


def test_windows_lie_within_their_front() -> None:
    front = Facade(46, 96, "trap", 2, 4)
    left, top, right, bottom = bounds(by_class(facade_windows(front))["z-t"])
    assert 0 < left < right < 46
    assert -96 < top < bottom < -20


def test_fronts_stand_side_by_side() -> None:
    row = by_class(row_of_facades(Facade(46, 96, "trap", 2, 4), Facade(40, 80, "tuit", 2, 4)))
    assert bounds(row["z-gevel"])[::2] == pytest.approx((0, 86), abs=0.2)


@pytest.mark.parametrize(
    ("plinth", "classes"),
    [
        ("dicht", {"z-donker"}),
        ("deur", {"z-inkt"}),
        ("winkel", {"z-papier", "z-rand", "z-inkt"}),
        ("balk", {"z-papier", "z-rand", "z-inkt"}),
    ],
)
def test_what_a_plinth_shows(plinth: str, classes: set[str]) -> None:
    assert {shape.cls for shape in facade_shapes(Facade(40, 60, "plat", 0, 0, plinth=plinth))} == {"z-gevel", *classes}


@pytest.mark.parametrize(("much_data", "circular", "x", "y"), PLACES)
def test_the_axes_fill_one_of_four_rectangles(much_data: bool, circular: bool, x: int, y: int) -> None:
    shapes_by_class = by_class(rectangles(much_data=much_data, circular=circular))
    (filled,) = boxes(shapes_by_class["z-t"], (46, 30))
    assert filled[:2] == (x, y)
    others = boxes(shapes_by_class["z-lijn"], (46, 30))
    assert len({filled, *others}) == 4
    assert all(right < BOX[2] and bottom < BOX[3] for _, _, right, bottom in (filled, *others))
