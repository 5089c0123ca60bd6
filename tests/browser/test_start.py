"""The first screen of the start page: what the site is, for whom, and what one can do, on a laptop and a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Visitor, box_of, violations

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


WINDOW = """([trend, list, index]) => {
  const drawing = document.querySelector(`.trend-${trend} .blok`), matrix = drawing.getScreenCTM();
  return fetch(`/trends/anders-${trend}/ramen.json`).then(response => response.json()).then(windows => {
    const [x, y, title, , , href] = windows[list].at(index);
    const { x: left, y: top } = new DOMPoint(x + 3.2, y + 4.3).matrixTransform(matrix);
    return { x: left, y: top, title, href };
  });
}"""


def window(page: Page, trend: str, kind: str = "ramen", index: int = 3) -> tuple[float, float, str, str]:
    """Where a window stands on the screen, and the title and address of its praktijk."""
    at = page.evaluate(WINDOW, [trend, kind, index])
    return at["x"], at["y"], at["title"], at["href"]


@pytest.mark.parametrize(("address", "trend", "kind"), [("/", "werken", "ramen"), ("/trends/", "produceren", "luiken")])
def test_a_window_that_is_pointed_at_answers(open_page: Visitor, address: str, trend: str, kind: str) -> None:
    """Below the ground line, with title, place and status; a click opens the praktijk."""
    page = open_page(address, reduced_motion="reduce")
    asked: list[str] = []
    x, y, title, href = window(page, trend, kind, 0)
    page.on("request", lambda request: asked.append(request.url.rpartition("/trends/")[2]))
    height = page.evaluate("document.documentElement.scrollHeight")
    page.mouse.move(x, y)
    answer = page.locator(".straat-antwoord")
    expect(answer).to_contain_text(title)
    ring, told = box_of(page.locator(".blok circle.z-ring")), box_of(answer)

    assert asked == [f"anders-{trend}/ramen.json"]
    assert answer.inner_text().removeprefix(title).count(", ") >= 1
    assert abs(ring["x"] + ring["width"] / 2 - x) < 1.5
    assert told["y"] > box_of(page.locator(f".trend-{trend} .straat-tekst"))["y"]
    assert told["x"] >= 0
    assert told["x"] + told["width"] <= 1280
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(answer).to_have_count(0)
    page.mouse.move(x + 1, y)
    expect(answer).to_contain_text(title)
    page.mouse.click(x + 1, y)
    page.wait_for_url(f"**{href}")


def test_elsewhere_the_trend_is_what_opens(open_page: Visitor) -> None:
    """Between roofs and clouds nothing answers, and leaving the street ends the answer."""
    page = open_page("/")
    x, y, _, _ = window(page, "werken")
    page.mouse.move(x, y)
    expect(page.locator(".straat-antwoord")).to_be_visible()
    page.mouse.move(x, 20)
    expect(page.locator(".straat-antwoord")).to_have_count(0)
    sky = box_of(page.locator(".straat > .trend-werken"))
    page.mouse.click(sky["x"] + 4, sky["y"] + 4)
    page.wait_for_url("**/trends/anders-werken/")


def test_a_first_tap_shows_and_a_second_opens(open_page: Visitor) -> None:
    page = open_page("/", 375, has_touch=True, is_mobile=True)
    page.locator(".straat .trend-werken .blok").scroll_into_view_if_needed()
    x, y, title, href = window(page, "werken", "ramen", 5)
    page.touchscreen.tap(x, y)
    answer = page.locator(".straat-antwoord")
    expect(answer).to_contain_text(title)
    told = box_of(answer)
    assert told["x"] >= 0
    assert told["x"] + told["width"] <= 375
    other = window(page, "produceren", "ramen", 2)
    page.touchscreen.tap(other[0], other[1])
    expect(answer).to_contain_text(other[2])
    assert page.url.endswith("/")
    page.touchscreen.tap(x, y)
    expect(answer).to_contain_text(title)
    page.touchscreen.tap(x, y)
    page.wait_for_url(f"**{href}")


def test_the_keyboard_passes_the_windows(open_page: Visitor) -> None:
    """The stops are those of a page without script: six names; pointing adds none."""
    page = open_page("/")
    stops = "[...document.querySelectorAll('.straat a')].filter(link => link.tabIndex >= 0).length"
    assert page.evaluate(stops) == 6
    x, y, _, _ = window(page, "vervoeren")
    page.mouse.move(x, y)
    expect(page.locator(".straat-antwoord")).to_be_visible()
    assert page.evaluate(stops) == 6
    still = open_page("/", java_script_enabled=False)
    expect(still.locator(".sleutel .met-script")).to_be_hidden()
    still.mouse.click(x, y)
    still.wait_for_url("**/trends/anders-vervoeren/")


def test_what_cannot_be_had_changes_nothing(open_page: Visitor) -> None:
    """Without the data a tap opens the trend, as it does without script; who comes back asks once more."""
    page = open_page("/", has_touch=True, is_mobile=True)
    x, y, title, _ = window(page, "werken")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "ramen" in request.url else None)
    page.route("**/ramen.json", lambda route: route.fulfill(status=404))
    with page.expect_response("**/ramen.json"):
        page.mouse.move(x, y)
    page.mouse.move(x + 1, y)
    expect(page.locator(".straat-antwoord")).to_have_count(0)
    assert len(asked) == 1
    page.mouse.move(0, 0)
    page.unroute("**/ramen.json")
    page.mouse.move(x, y)
    expect(page.locator(".straat-antwoord")).to_contain_text(title)
    page.set_viewport_size({"width": 375, "height": 900})
    page.reload()
    page.locator(".straat .trend-werken .blok").scroll_into_view_if_needed()
    x, y, _, _ = window(page, "werken")
    page.route("**/ramen.json", lambda route: route.fulfill(status=404))
    page.touchscreen.tap(x, y)
    page.wait_for_url("**/trends/anders-werken/")
