"""What stands beside the text: sources beside their numbers, reasons beside the quadrant of a kans."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Visitor, violations

pytestmark = pytest.mark.browser

PRAKTIJK = "/praktijken/winschoten-binnenstad-compact/"
MARK = ".tekst sup.noot a"
VERDICT = ".oordeelrij a"
OPEN = ".toelichting:popover-open"
OVER_OTHERS = """() => {
  const boxes = [...document.querySelectorAll('.kantnoot')].map(note => note.getBoundingClientRect());
  const others = [...document.querySelectorAll('.paspoort, .zij, .cijfer, .metingen, .tekst .sectie > :is(p, ul, ol)')];
  return boxes.flatMap((a, i) => [...boxes.slice(i + 1), ...others.map(other => other.getBoundingClientRect())]
    .filter(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
}"""


def used(page: Page) -> Page:
    """The page once somebody scrolled, which loads what stands beside its text."""
    with page.expect_response(lambda response: response.url.endswith("/toelichting.js")) as script:
        page.mouse.wheel(0, 300)
    page.evaluate("url => import(url).then(() => true)", script.value.url)
    return page


def test_a_source_by_keyboard(open_page: Visitor) -> None:
    """Enter says it and takes the focus; Tab goes on to the source; Escape returns to the number."""
    page = used(open_page(PRAKTIJK))
    mark = page.locator(MARK).nth(3)
    mark.focus()
    page.keyboard.press("Enter")
    box = page.locator(OPEN)
    expect(box.locator("p").first).to_be_focused()
    line = page.locator(mark.get_attribute("href") or "")
    expect(box).to_contain_text(line.locator(".bron-titel").inner_text())
    about, _, read = box.locator("p").first.inner_text().splitlines()[-1].partition(" Geraadpleegd ")
    assert about in line.locator(".bron-regel").inner_text()
    assert read, "the note says when the source was read"
    assert violations(page) == []
    page.keyboard.press("Tab")
    expect(box.get_by_text("Open bron")).to_be_focused()
    assert box.get_by_text("Open bron").get_attribute("href") == line.locator("a").first.get_attribute("href")
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(mark).to_be_focused()


def test_a_source_by_touch_and_without_script(open_page: Visitor) -> None:
    page = used(open_page(PRAKTIJK, 375, has_touch=True))
    page.locator(MARK).nth(3).tap()
    expect(page.locator(OPEN)).to_be_in_viewport(ratio=1)
    page.locator(OPEN).get_by_text("Sluit").tap()
    expect(page.locator(OPEN)).to_have_count(0)

    plain = open_page(PRAKTIJK, java_script_enabled=False)
    mark = plain.locator(MARK).nth(3)
    mark.click()
    expect(plain.locator(mark.get_attribute("href") or "")).to_be_in_viewport()


@pytest.mark.parametrize(("address", "width"), [(PRAKTIJK, 1240), ("/praktijken/stadshart-lelystad/", 1920)])
def test_sources_in_the_margin(open_page: Visitor, address: str, width: int) -> None:
    """Only where nothing else stands, such as first steps; not for who listens or tabs, and not on paper."""
    page = used(open_page(address, width))
    notes = page.locator(".kantnoot")
    expect(notes.first).to_be_visible()
    assert page.evaluate(OVER_OTHERS) == []
    assert violations(page) == []
    page.emulate_media(media="print")
    expect(notes.first).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1100, "height": 900})
    expect(notes).to_have_count(0)


def test_the_reasons_of_a_verdict(open_page: Visitor) -> None:
    """By pointing, by focus and by a first tap; Escape takes them away, a second tap leads to the whole table."""
    page = used(open_page(PRAKTIJK))
    verdict = page.locator(VERDICT).first
    verdict.hover()
    box = page.locator(OPEN)
    expect(box.locator("dt")).to_have_count(4)
    assert all(name in verdict.inner_text() for name in box.locator("dt").all_inner_texts())
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    page.mouse.move(5, 5)
    verdict.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(box).to_be_visible()
    page.keyboard.press("Tab")
    expect(box).to_have_count(0)

    phone = used(open_page(PRAKTIJK, 375, has_touch=True))
    phone.locator(VERDICT).first.tap()
    expect(phone.locator(OPEN)).to_be_in_viewport(ratio=1)
    phone.locator(VERDICT).first.tap()
    expect(phone.locator(".oordelen:target")).to_be_visible()
