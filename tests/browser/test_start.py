"""The first screen of the start page: what the site is, for whom, and what one can do, on a laptop and a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Visitor, box_of

pytestmark = pytest.mark.browser

STREET = 186
"""How high the street is with the praktijken of today; what is above leaves so much for it."""
LINES = (
    "heading => { const r = document.createRange(); r.selectNodeContents(heading); return r.getClientRects().length }"
)


def bottom(page: Page, selector: str) -> float:
    """The lower edge of a visible part, in pixels from the top of the window."""
    box = box_of(page.locator(selector))
    return box["y"] + box["height"]


@pytest.mark.parametrize(("width", "height"), [(1366, 650), (375, 667)])
def test_five_seconds(open_page: Visitor, width: int, height: int) -> None:
    """For whom, what, and what to do stand in the first screen whole, for whom first."""
    page = open_page("/", width)
    page.set_viewport_size({"width": width, "height": height})
    parts = (".opening > .meta", "h1", ".opening .lead", ".vraag label", ".vraag input", ".vraag .meta a >> nth=-1")
    lowest = [bottom(page, part) for part in parts]

    assert page.locator(".opening > .meta").inner_text() == "Kennis voor gemeenten"
    assert lowest[:2] == sorted(lowest)[:2]
    assert max(lowest) < height


def test_the_street_stands_in_the_first_screen_of_a_laptop(open_page: Visitor) -> None:
    """Roofs and ground line, below its key and a title of two lines; the map stands further on."""
    page = open_page("/", 1366)
    page.set_viewport_size({"width": 1366, "height": 650})
    street = box_of(page.locator(".straat"))

    assert page.locator("h1").evaluate(LINES) == 2
    assert bottom(page, ".sleutel") <= street["y"]
    assert street["y"] + STREET + 4 < 650
    assert box_of(page.locator(".kaart"))["y"] > 650


def test_the_street_goes_on_in_a_wide_window(open_page: Visitor) -> None:
    """On both sides it stands on the same ground, and nothing scrolls sideways."""
    page = open_page("/", 1920)
    ground = box_of(page.locator(".straat-tekst").first)["y"]
    left, right = (box_of(side) for side in page.locator(".verder").all())
    street = box_of(page.locator(".straat"))

    assert left["y"] + left["height"] == right["y"] + right["height"] == pytest.approx(ground, abs=0.6)
    assert left["x"] + left["width"] == pytest.approx(street["x"])
    assert right["x"] == pytest.approx(street["x"] + street["width"])
    assert page.evaluate("document.documentElement.scrollWidth") == 1920


def test_a_question_needs_no_script(open_page: Visitor) -> None:
    page = open_page("/", 375, java_script_enabled=False)
    page.get_by_role("searchbox", name="Zoek op onderwerp, plaats of vraag").fill("lege winkels")
    page.get_by_role("button", name="Zoek").click()
    page.wait_for_url("**/zoeken/?q=lege+winkels")
    expect(page.locator("h1")).to_be_visible()
