"""The fonts in a real browser: they come before the first drawing, and when they come late nothing moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.pages import ADDRESSES, Visitor

pytestmark = pytest.mark.browser

MOST_SHIFT = 0.02
LATE = 700
"""Milliseconds that the fonts keep a reader waiting."""
SHIFT = """async () => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  await document.fonts.ready;
  await new Promise(done => setTimeout(done, 100));
  return sum;
}"""


def drawn_with(page: Page, selector: str) -> set[bool]:
    """Whether the first element is drawn with a font that the page brought, per font."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    return {font["isCustomFont"] for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}


def test_text_and_headings_are_set_in_our_fonts(open_page: Visitor) -> None:
    """The preloaded files are the ones that the style sheet asks for: entry is fetched once, and used on the next page
    at the latest.
    """
    page = open_page("/praktijken/haarlem-koepel/")
    page.evaluate("document.fonts.ready.then(() => true)")
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    fetched = sorted(name.rpartition("/")[2] for name in names if name.endswith(".woff2"))
    assert fetched == ["kop.woff2", "tekst.woff2", "vet.woff2"]
    page.reload()
    assert {selector: drawn_with(page, selector) for selector in ("h1", "main p", "main b, main strong")} == {
        "h1": {True},
        "main p": {True},
        "main b, main strong": {True},
    }


@pytest.mark.parametrize("width", [375, 768, 1280])
def test_nothing_moves_when_the_fonts_come_late(browser: Browser, site: str, width: int) -> None:
    """All page kinds at once, so that they wait together."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    context = browser.new_context(viewport={"width": width, "height": 800})
    context.route("**/*.woff2", hold)
    pages = {address: context.new_page() for address in ADDRESSES.values()}
    for address, page in pages.items():
        page.goto(site + address, wait_until="domcontentloaded")
    page.wait_for_timeout(LATE)
    assert len(held) == 3 * len(pages)
    for route in held:
        route.continue_()
    moved = {address: page.evaluate(SHIFT) for address, page in pages.items()}
    context.close()

    assert {address: shift for address, shift in moved.items() if shift >= MOST_SHIFT} == {}
