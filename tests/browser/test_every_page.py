"""The real site in a real browser, served with its headers: every page kind, with and without script."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from binnenstad_site.core.outputs import Output
from binnenstad_site.pages.frames import Context
from binnenstad_site.pipeline import Options, Session
from binnenstad_site.write.artifacts import KEPT, made
from binnenstad_site.write.publish import publish
from tests.conftest import ROOT, TODAY
from tools.proef import serving

pytestmark = pytest.mark.browser

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {
    "start.html": "/",
    "trends.html": "/trends/",
    "trend.html": "/trends/anders-vervoeren/",
    "kansen.html": "/kansen/",
    "kansen-trend.html": "/kansen/anders-werken/",
    "praktijken.html": "/praktijken/",
    "praktijk.html": "/praktijken/fietsparkeren-binnenstad-den-haag/",
    "vergelijk.html": "/praktijken/vergelijk/",
    "scenarios.html": "/scenarios/",
    "scenario.html": "/scenarios/binnenstad-united/",
    "gemeenten.html": "/gemeenten/",
    "gemeente.html": "/gemeenten/leiden/",
    "verslagen.html": "/verslagen/",
    "verslag.html": "/verslagen/trend-en-scenarioworkshop-16-oktober/",
    "begrippen.html": "/begrippen/",
    "publicaties.html": "/publicaties/",
    "agenda.html": "/agenda/",
    "wijzigingen.html": "/wijzigingen/",
    "pagina.html": "/over/redactie/",
    "zoeken.html": "/zoeken/",
    "niet-gevonden.html": "/bestaat-niet/",
    "vormgeving.html": "/over/vormgeving/",
}
"""Template -> a page that is made with it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real content, built and served as a host would."""
    target = tmp_path_factory.mktemp("browser") / "_site"
    build = Session(ROOT).build(Options(TODAY))
    assert not build.failed, build.diagnostics
    assert build.search
    outputs: tuple[Output, ...] = (*build.outputs, *build.search.files(), *made(build.fonts, ROOT / ".bouw" / KEPT))
    publish(outputs, target)
    with serving(target) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; `CHROMIUM` names another."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "chromium ontbreekt: apt-get install chromium"
    arguments = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Any]:
    """Open an address; whatever the page says in the console, or asks elsewhere, fails the test."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def opened(address: str, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url) if not request.url.startswith(site) else None)
        page.goto(site + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [line for line in said if "404" not in line] == []


def violations(page: Page) -> list[str]:
    """What axe finds, one line per kind of problem."""
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return [f"{v['id']}: {[n['html'][:120] for n in v['nodes'][:3]]}" for v in found["violations"]]


def test_every_page_kind_is_looked_at() -> None:
    """A new template needs a page here."""
    kinds = {kind.TEMPLATE for kind in _all_kinds(Context)} - {""}

    assert set(KINDS) == kinds


def _all_kinds(kind: type[Context]) -> Iterator[type[Context]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_kinds(below)


@pytest.mark.parametrize("template", KINDS)
def test_accessible(open_page: Any, template: str) -> None:
    """Axe finds nothing on a phone, a tablet and a builder, by day and by night, and nothing scrolls sideways."""
    page = open_page(KINDS[template])
    found = {}
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[width, scheme] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width

    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("template", KINDS)
def test_without_script(open_page: Any, template: str) -> None:
    """Without script a page has its heading, its text and its navigation."""
    page = open_page(KINDS[template], java_script_enabled=False)

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("header nav a").first).to_be_visible()
    assert len(page.locator("main").inner_text()) > 40


def test_filters_work_as_pages(open_page: Any) -> None:
    """Without script a filter is a link to a page that shows only those praktijken."""
    page = open_page("/praktijken/", java_script_enabled=False)
    page.locator('a[href="/praktijken/status/gestopt/"]').first.click()

    expect(page.locator("h1")).to_contain_text("gestopt")
    expect(page.locator("main")).to_contain_text("Luchtsingel")


def test_a_term_is_explained_by_keyboard(open_page: Any) -> None:
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


def test_the_skip_link_comes_first(open_page: Any) -> None:
    """The first Tab reaches a link to the content."""
    page = open_page("/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")

    assert focused == "#inhoud"


def test_the_theme_is_remembered(open_page: Any) -> None:
    """A choice of theme holds on the next page."""
    page = open_page("/", color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("header button").last.click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.goto(page.url + "trends/")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_a_page_prints(open_page: Any, tmp_path: Path) -> None:
    """In print the navigation is gone and the text is there."""
    page = open_page(KINDS["praktijk.html"])
    page.emulate_media(media="print")

    expect(page.locator("header nav").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
