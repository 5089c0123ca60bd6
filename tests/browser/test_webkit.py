"""Every page kind in WebKit, the engine of Safari: once a night, as it asks for packages that nothing else needs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from binnenstad_site.exports.host_rules import HEADERS
from tests.browser.pages import ADDRESSES, AXE, BROKEN_WORDS, COVERED, RUN_AXE, TAGS, WIDE
from tools.proef import serving
from tools.webkit import WebKitPage, webkit

pytestmark = [pytest.mark.browser, pytest.mark.nacht]

PLAIN_LINKS = """() => [...document.querySelectorAll("main :is(p, li) > a[href]")]
  .filter(link => link.checkVisibility() && getComputedStyle(link).textDecorationLine === "none")
  .filter(({ parentElement }) => [...parentElement.childNodes].some(({ data }) => /\\w{3}/.test(data ?? "")))
  .map(link => link.outerHTML.slice(0, 90))"""
"""The links within a sentence that no line shows."""
CHOOSE = """async () => {
  document.querySelector("input[name=trend][value=anders-werken]").click();
  for (let i = 0; i < 100 && !location.search; i++) await new Promise(next => setTimeout(next, 20));
  const [shown] = document.querySelector("#aantal").textContent.split(" ");
  return [location.search, document.querySelectorAll(".muur > :not(.ringen) > rect").length === Number(shown)];
}"""


@pytest.fixture(scope="module")
def bare_site(site_folder: Path) -> Iterator[str]:
    """The site without its headers, which refuse to be in a frame."""
    folder = site_folder.parent / "bare"
    shutil.copytree(site_folder, folder, copy_function=os.link, ignore=shutil.ignore_patterns(HEADERS))
    with serving(folder) as address:
        yield address
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def page() -> Iterator[WebKitPage]:
    """One window for the tests of this file."""
    with webkit() as tab:
        yield tab


@pytest.mark.parametrize("template", ADDRESSES)
def test_a_page_kind(page: WebKitPage, bare_site: str, template: str) -> None:
    """Nothing scrolls sideways, no heading breaks a word, links are seen, what sticks covers nothing, and axe finds
    nothing.
    """
    page.resize(375, 800)
    page.goto(bare_site + ADDRESSES[template])
    page.run(AXE)
    narrow = page.evaluate(WIDE), page.evaluate(BROKEN_WORDS, "h1, h2, h3, th"), page.evaluate(PLAIN_LINKS)
    violations = page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS})
    page.resize(1280, 800)
    wide = page.evaluate(WIDE), page.evaluate(BROKEN_WORDS, "h1, h2, h3, th"), page.evaluate(COVERED)

    assert narrow == (0, [], [])
    assert wide == (0, [], [])
    assert violations == []


def test_the_list_is_narrowed(page: WebKitPage, bare_site: str) -> None:
    """List, wall and address show the same choice."""
    page.resize(1280, 800)
    page.goto(bare_site + ADDRESSES["praktijken.html"])

    assert page.evaluate(CHOOSE) == ["?trend=anders-werken", True]
