"""What browser tests share: a page of every kind, opening one strictly, and what axe says of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page

from tests.conftest import ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules within `TAGS` that ask what colour something has."""
RUN_AXE = """async only => {
  const { violations } = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
  const html = node => node.html.slice(0, 120);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(html).join(", ")}`);
}"""
BROKEN_WORDS = """selector => [...document.querySelectorAll(selector)].flatMap(heading => {
  const words = [], texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data } = texts.currentNode;
    for (const { 0: word, index } of data.matchAll(/[^\\s\\u00ad\\/–-]+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index + Number(data[index - 1] === "\\u00ad")); // the drawn hyphen counts too
      range.setEnd(texts.currentNode, index + word.length);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top));
      if (new Set(lines).size > 1) words.push(word);
    }
  }
  return words;
})"""
"""The words that stand on two lines, in the elements of a selector; a soft hyphen makes two words."""
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""How many pixels a page is wider than its window."""
COVERED = """async () => {
  const contents = document.querySelector(".inhoudsopgave details"), covered = new Set();
  if (!contents || getComputedStyle(contents).position !== "sticky") return [];
  for (let y = 0; y < document.documentElement.scrollHeight; y += 300) {
    scrollTo(0, y);
    const { bottom, left, right, top } = contents.getBoundingClientRect();
    for (const other of document.querySelectorAll(".zij > *, .paspoort")) {
      const box = other.getBoundingClientRect();
      if (box.height && box.top < bottom - 1 && box.bottom > top + 1 && box.left < right && box.right > left)
        covered.add(other.className);
    }
  }
  return [...covered];
}"""
"""What the contents, which stick, cover somewhere down the page."""
SHEET = 680
"""The text width of an A4 sheet in pixels."""
ADDRESSES = {
    "start.html": "/",
    "trends.html": "/trends/",
    "trend.html": "/trends/anders-vervoeren/",
    "kansen.html": "/kansen/",
    "kansen-trend.html": "/kansen/anders-werken/",
    "aanpakken.html": "/aanpakken/",
    "aanpak.html": "/aanpakken/compact-winkelgebied/",
    "praktijken.html": "/praktijken/",
    "praktijk.html": "/praktijken/fietsparkeren-binnenstad-den-haag/",
    "vergelijk.html": "/praktijken/vergelijk/",
    "scenarios.html": "/scenarios/",
    "windtunnel.html": "/scenarios/windtunnel/",
    "scenario.html": "/scenarios/binnenstad-united/",
    "aan-de-slag.html": "/aan-de-slag/",
    "trendscan.html": "/aan-de-slag/trendscan/",
    "trendscan-blad.html": "/aan-de-slag/trendscan/blad/",
    "nota.html": "/aan-de-slag/nota/",
    "aanpak-nota.html": "/aanpakken/leegstandverordening/nota/",
    "workshop.html": "/aan-de-slag/workshop/",
    "open-data.html": "/open-data/",
    "cijfers.html": "/over/cijfers/",
    "gemeenten.html": "/gemeenten/",
    "gemeente.html": "/gemeenten/leiden/",
    "verslagen.html": "/verslagen/",
    "verslag.html": "/verslagen/trend-en-scenarioworkshop-16-oktober/",
    "voorspellingen.html": "/voorspellingen/",
    "begrippen.html": "/begrippen/",
    "publicaties.html": "/publicaties/",
    "agenda.html": "/agenda/",
    "wijzigingen.html": "/wijzigingen/",
    "pagina.html": "/over/redactie/",
    "meedoen.html": "/meedoen/",
    "zoeken.html": "/zoeken/",
    "niet-gevonden.html": "/bestaat-niet/",
    "vormgeving.html": "/over/vormgeving/",
    "plaatsen.html": "/aan-de-slag/plaatsen/",
    "plaatsen-provincie.html": "/aan-de-slag/plaatsen/drenthe/",
}
"""Template -> a page that is made with it."""


@dataclass
class Visitor:
    """Opens pages of one site, and notes what they say in the console or ask from elsewhere."""

    browser: Browser
    site: str
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __call__(self, address: str, width: int = 1280, **options: Any) -> Page:
        """The page at an address of the site; `options` are those of a Playwright context."""
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self._complain(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._complain(str(error)))
        page.on("request", lambda request: self._check(request.url))
        page.goto(self.site + address)
        return page

    def _check(self, url: str) -> None:
        if not url.startswith(self.site):
            self._complain(url)

    def _complain(self, line: str) -> None:
        if "404" not in line:
            self.complaints.append(line)


def violations(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds, one line per kind of problem; of these rules only, or of all of `TAGS`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    lines: list[str] = page.evaluate(RUN_AXE, only)
    return lines


def box_of(locator: Locator) -> FloatRect:
    """Where an element stands, in pixels; it must be visible."""
    box = locator.bounding_box()
    assert box is not None, "not visible"
    return box


@contextmanager
def visiting(browser: Browser, site: str) -> Iterator[Visitor]:
    """A visitor of a site; whatever a page says in the console, or asks elsewhere, fails the test."""
    visitor = Visitor(browser, site)
    yield visitor
    for context in visitor.contexts:
        context.close()
    assert visitor.complaints == []
