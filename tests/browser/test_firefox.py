"""Every page kind in Firefox, which breaks words, lays out grids and keeps what sticks by rules of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.pages import ADDRESSES, AXE, BROKEN_WORDS, COVERED, RUN_AXE, TAGS, WIDE
from tools.firefox import FirefoxPage
from tools.firefox import firefox as running_firefox

pytestmark = pytest.mark.browser

OPENED = """selector => new Promise(done => setTimeout(() => {
  const { height, top } = document.querySelector(selector).getBoundingClientRect();
  done(height > 0 && top >= 0 && top < innerHeight);
}, 100))"""
"""Whether something is shown within the window, once the page has followed its address."""


FIRST_SCREEN = """async () => {
  const bottom = selector => document.querySelector(selector).getBoundingClientRect().bottom;
  const drawing = document.querySelector(".straat .blok");
  const lowest = Math.max(bottom(".lead"), bottom(".vraag"), bottom(".straat .blok"));
  const [[x, y, title]] = (await (await fetch("/trends/anders-consumeren/ramen.json")).json()).ramen;
  const { x: clientX, y: clientY } = new DOMPoint(x + 3, y + 4).matrixTransform(drawing.getScreenCTM());
  const event = new PointerEvent("pointermove", { bubbles: true, clientX, clientY });
  document.elementFromPoint(clientX, clientY).dispatchEvent(event);
  for (let i = 0; i < 100 && !document.querySelector(".straat-antwoord"); i++)
    await new Promise(next => setTimeout(next, 20));
  const answer = document.querySelector(".straat-antwoord"), { bottom: end } = answer.getBoundingClientRect();
  return [lowest < innerHeight, end < innerHeight, answer.textContent.startsWith(title)];
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[FirefoxPage]:
    """One window for the tests of this file."""
    with running_firefox() as tab:
        yield tab


@pytest.mark.parametrize("template", ADDRESSES)
def test_a_page_kind(page: FirefoxPage, site: str, template: str) -> None:
    """Nothing scrolls sideways, no heading breaks a word, what sticks covers nothing, and axe finds nothing."""
    page.complaints.clear()
    page.resize(375, 800)
    page.goto(site + ADDRESSES[template])
    page.run(AXE)
    narrow = page.evaluate(WIDE), page.evaluate(BROKEN_WORDS, "h1, h2, h3, th")
    violations = page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS})
    page.resize(1280, 800)
    wide = page.evaluate(WIDE), page.evaluate(BROKEN_WORDS, "h1, h2, h3, th")

    assert narrow == (0, [])
    assert wide == (0, [])
    assert page.evaluate(COVERED) == []
    assert violations == []
    assert page.complaints == []


def test_a_link_opens_what_it_leads_into(page: FirefoxPage, site: str) -> None:
    """Of another page, and on the page itself."""
    page.resize(375, 800)
    page.goto(site + "/begrippen/#plint")
    explained = page.evaluate(OPENED, "#plint p")
    page.goto(site + ADDRESSES["aanpak.html"])
    reference = page.evaluate("() => [...document.querySelectorAll('.tekst sup.noot a')].at(-1).getAttribute('href')")
    before = page.evaluate(OPENED, reference)
    page.run("[...document.querySelectorAll('.tekst sup.noot a')].at(-1).click()")
    after = page.evaluate(OPENED, reference)

    assert (explained, before, after) == (True, False, True)


def test_the_first_screen_and_its_street(page: FirefoxPage, site: str) -> None:
    """At 1366 × 650 the lead, the question and the whole street are in view, and so is what a window answers."""
    page.complaints.clear()
    page.resize(1366, 650)
    page.goto(site + "/")

    assert page.evaluate(FIRST_SCREEN) == [True, True, True]
    assert page.evaluate("() => getComputedStyle(document.body).scrollbarColor") != "auto", "white in the dark"
    assert page.complaints == []
