"""On a host that ignores `_headers` the policy in the page holds: what the site does works, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from binnenstad_site.exports.host_rules import HEADERS
from binnenstad_site.pipeline import Options, Session
from tests.conftest import TODAY
from tests.visiting import lay_out, write_site
from tools.proef import serving
from tools.smoke import check

pytestmark = pytest.mark.browser

TRY_ALL = """() => new Promise(resolve => {
  const refused = new Set();
  document.addEventListener("securitypolicyviolation", event => refused.add(event.effectiveDirective));
  const insert = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
  try { insert("script", { textContent: "window.ran = true" }); } catch { refused.add("script text"); }
  try { document.body.insertAdjacentHTML("beforeend", "<b>x</b>"); } catch { refused.add("markup from text"); }
  insert("style", { textContent: "body { display: none }" });
  insert("img", { src: "https://elders.example/a.png" });
  insert("iframe", { src: "/trends/" });
  insert("base", { href: "https://elders.example/" });
  fetch("https://elders.example/").catch(() => {});
  setTimeout(() => resolve([...refused]), 500);
})"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The small project, served without any header of ours."""
    folder = tmp_path_factory.mktemp("kaal")
    write_site(Session(lay_out(folder)).build(Options(TODAY)), folder / "_site")
    (folder / "_site" / HEADERS).unlink()
    with serving(folder / "_site") as address:
        yield address, folder / "_site"


@pytest.fixture
def page(browser: Browser, bare: tuple[str, Path]) -> Iterator[Page]:
    opened = browser.new_page()
    response = opened.goto(bare[0])
    assert response is not None
    assert "content-security-policy" not in response.headers
    yield opened
    opened.close()


def test_the_site_works_under_it(browser: Browser, bare: tuple[str, Path]) -> None:
    """Pages of every kind, the search, and the page for what does not exist."""
    assert [fault for fault in check(bare[0], browser, bare[1], ("/nix/",)) if "404 bij" not in fault] == [
        "/nix/: fout in de console: Failed to load resource: the server responded with a status of 404 (Not Found)"
    ]


def test_what_the_site_does_not_do_is_refused(page: Page) -> None:
    refused = set(page.evaluate(TRY_ALL))
    assert refused >= {"script text", "markup from text"}
    assert refused >= {"style-src-elem", "img-src", "frame-src", "base-uri", "connect-src"}
    assert page.evaluate("window.ran") is None
    expect(page.locator("h1")).to_be_visible()
