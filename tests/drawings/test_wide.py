"""The frame of the wide sections, and the four page drawings of the scenarios."""

from __future__ import annotations

import pytest

from binnenstad_site.drawings.scenes import SCENES, scene
from binnenstad_site.drawings.wide import touching, wide


def test_soil_and_ground_run_on_beyond_the_drawing() -> None:
    made = wide([(100, "Markt & plein")], [], "Een straat")
    assert 'viewBox="0 30 1200 350" role="img" aria-label="Een straat"' in made
    assert '<path class="z-aarde" d="M-2000 250h5200' in made
    assert '<text class="z-naam" x="100" y="367">Markt &amp; plein</text>' in made


def test_names_that_touch_are_told() -> None:
    assert touching([(100, "Kas"), (600, "Hal")]) == []
    assert touching([(100, "Kas"), (120, "Hal")]) == [("Kas", "Hal")]
    assert touching([(10, "Kas"), (1190, "Hal")]) == [("de linkerrand", "Kas"), ("Hal", "de rechterrand")]


@pytest.mark.parametrize("slug", SCENES)
def test_a_page_drawing_names_its_parts_once_and_apart(slug: str) -> None:
    found = SCENES[slug]
    assert 4 <= len(found.names) <= 6
    assert touching(found.names) == []
    made = scene(slug, "Stad")
    for _, name in found.names:
        assert made.count(f">{name}</text>") == 1
        assert f"Doorsnede van een straat in Stad: {found.names[0][1]}, " in made


def test_nobody_drew_another_scenario() -> None:
    assert scene("elders", "Elders") == ""
