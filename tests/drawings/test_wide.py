"""The frame of the wide sections, and the four page drawings of the scenarios."""

from __future__ import annotations

import pytest

from binnenstad_site.drawings.scenes import SCENES, scene
from binnenstad_site.drawings.wide import BOX, GROUND, CrossSection, soil, wide
from tests.drawings.geometry import bounds, by_class, touching


def test_soil_and_ground_run_on_beyond_the_drawing() -> None:
    section = by_class(soil(None))
    for cls in ("z-aarde", "z-inkt"):
        left, _, right, _ = bounds(section[cls])
        assert left <= -2000 < BOX[2] + 2000 <= right
    assert bounds(section["z-aarde"])[1::2] == (0, BOX[1] + BOX[3] - GROUND)


def test_a_section_is_an_image_with_the_names_of_its_parts() -> None:
    section = wide(CrossSection(names=((100, "Markt & plein"),), soil=(), layers=()), "Een straat")
    assert 'viewBox="0 30 1200 350" role="img" aria-label="Een straat"' in section
    assert '<text class="z-naam" x="100" y="367">Markt &amp; plein</text>' in section


def test_names_that_touch_are_told() -> None:
    assert touching([(100, "Kas"), (600, "Hal")]) == []
    assert touching([(100, "Kas"), (120, "Hal")]) == [("Kas", "Hal")]
    assert touching([(10, "Kas"), (1190, "Hal")]) == [("de linkerrand", "Kas"), ("Hal", "de rechterrand")]


@pytest.mark.parametrize("slug", SCENES)
def test_a_page_drawing_names_its_parts_once_and_apart(slug: str) -> None:
    names = SCENES[slug]().names
    assert 4 <= len(names) <= 6
    assert touching(names) == []
    section = scene(slug, "Stad")
    for _, name in names:
        assert section.count(f">{name}</text>") == 1
        assert f"Doorsnede van een straat in Stad: {names[0][1]}, " in section


def test_nobody_drew_another_scenario() -> None:
    assert scene("elders", "Elders") == ""
