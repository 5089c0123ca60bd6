"""The fonts in a real browser: they come, and when they come late, hardly anything moves."""

from __future__ import annotations

import time
from statistics import mean
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.test_browser import browser, open_page, site

__all__ = ["browser", "open_page", "site"]
pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/trends/anders-werken/",
    "/kansen/",
    "/praktijken/",
    "/praktijken/haarlem-koepel/",
    "/scenarios/",
    "/begrippen/",
    "/over/",
)
LATE = 0.5
"""Seconds that a font keeps a reader waiting."""
SHIFT = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value; })
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => setTimeout(() => done(sum), 300));
})"""


def test_text_and_headings_are_set_in_our_fonts(open_page: Any) -> None:
    """The preloaded files are the ones that the style sheet asks for: each is fetched once."""
    page = open_page("/praktijken/haarlem-koepel/")
    page.evaluate("document.fonts.ready.then(() => true)")
    used = page.evaluate("[...document.fonts].filter(font => font.status == 'loaded').map(font => font.family)")
    assert {"Kop", "Tekst"} <= set(used)
    names = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    fetched = sorted(name.rpartition("/")[2] for name in names if name.endswith(".woff2"))
    assert fetched == ["kop.woff2", "tekst.woff2", "vet.woff2"]


@pytest.mark.parametrize("width", [375, 1280])
def test_hardly_anything_moves_when_the_fonts_come_late(browser: Browser, site: str, width: int) -> None:
    """A line that only just fits may break elsewhere; so it is the whole that counts, and no page jumps."""

    def late(route: Route) -> None:
        time.sleep(LATE)  # it is the slowness that is tested
        route.continue_()

    moved = {}
    for address in PAGES:
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        page.route("**/*.woff2", late)
        page.goto(site + address, wait_until="domcontentloaded")
        moved[address] = page.evaluate(SHIFT)
        context.close()
    assert mean(moved.values()) < 0.02, moved
    assert max(moved.values()) < 0.06, moved
