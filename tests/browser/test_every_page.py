"""The real site in a real browser, served with its headers: every page kind, with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from binnenstad_site.pages.frames import Context
from tests.browser.pages import ADDRESSES, RULES_OF_COLOUR, Visitor, violations
from tests.conftest import ROOT

pytestmark = pytest.mark.browser


def test_every_page_kind_is_looked_at() -> None:
    """A new template needs a page here."""
    kinds = {kind.TEMPLATE for kind in _all_kinds(Context)} - {""}

    assert set(ADDRESSES) == kinds


def _all_kinds(kind: type[Context]) -> Iterator[type[Context]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_kinds(below)


def test_a_theme_is_only_colours() -> None:
    """So by night only the rules of colour can say something else than by day."""
    styles = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "templates").rglob("*.css")))
    pages = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "templates").rglob("*.html")))

    assert "prefers-color-scheme" not in styles + pages
    assert re.findall(r'data-thema\S*"(?:licht|donker)"[^}]*}', styles) == [
        'data-thema="licht"] { color-scheme: light; }',
        'data-thema="donker"] { color-scheme: dark; }',
    ]


@pytest.mark.parametrize("template", ADDRESSES)
def test_accessible(open_page: Visitor, template: str) -> None:
    """Axe finds nothing on a phone, a tablet and a builder, by day and by night, and nothing scrolls sideways."""
    page = open_page(ADDRESSES[template])
    problems = {}
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        problems[width, "light"] = violations(page)
        page.emulate_media(color_scheme="dark")
        problems[width, "dark"] = violations(page, RULES_OF_COLOUR)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width

    assert {view: lines for view, lines in problems.items() if lines} == {}


@pytest.mark.parametrize("template", ADDRESSES)
def test_without_script(open_page: Visitor, template: str) -> None:
    """Without script a page has its heading, its text and its navigation."""
    page = open_page(ADDRESSES[template], java_script_enabled=False)

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("header nav a").first).to_be_visible()
    assert len(page.locator("main").inner_text()) > 40


def test_filters_work_as_pages(open_page: Visitor) -> None:
    """Without script a filter is a link to a page that shows only those praktijken."""
    page = open_page("/praktijken/", java_script_enabled=False)
    page.locator('a[href="/praktijken/status/gestopt/"]').first.click()

    expect(page.locator("h1")).to_contain_text("gestopt")
    expect(page.locator("main")).to_contain_text("Luchtsingel")


def test_a_term_is_explained_by_keyboard(open_page: Visitor) -> None:
    """Enter opens the explanation, where it can be heard, and Escape goes back to the word; no script needed."""
    page = open_page("/trends/anders-vervoeren/", java_script_enabled=False)
    button = page.locator("button.begrip").first
    explanation = page.locator(f"#{button.get_attribute('popovertarget')}")
    expect(explanation).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    expect(explanation.locator("p").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    expect(button).to_be_focused()


def test_the_skip_link_comes_first(open_page: Visitor) -> None:
    """The first Tab reaches a link to the content."""
    page = open_page("/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")

    assert focused == "#inhoud"


def test_the_theme_is_remembered(open_page: Visitor) -> None:
    """A choice of theme holds on the next page."""
    page = open_page("/", color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("header button").last.click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.goto(page.url + "trends/")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_a_page_prints(open_page: Visitor, tmp_path: Path) -> None:
    """In print the navigation is gone and the text is there."""
    page = open_page(ADDRESSES["praktijk.html"])
    page.emulate_media(media="print")

    expect(page.locator("header nav").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
