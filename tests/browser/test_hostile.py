"""Every attempt of a stranger on one site, under the headers of the host: nothing runs, asks elsewhere, or is refused.

What the policy refuses would be a page that tried: the pages themselves must be clean, not only stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from binnenstad_site.core.urls import page_path
from tests.hostile import ATTEMPTS, HOST, MARK, SCRIPT, hostile_files, lay_out_hostile
from tests.visiting import lay_out, write_site
from tools.chromium import chromium
from tools.firefox import firefox
from tools.proef import serving

pytestmark = pytest.mark.browser

WATCH = """() => {
  window.overtredingen = [];
  addEventListener("securitypolicyviolation", event =>
    window.overtredingen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
}"""
LOOK = f"""() => {{
  const asked = performance.getEntriesByType("resource").map(({{ name }}) => name);
  return {{
    ran: [window.{MARK} ?? null, Object.prototype.{MARK} ?? null],
    elsewhere: asked.filter(name => new URL(name).origin !== location.origin),
    refused: window.overtredingen,
    shown: document.querySelector("main, body").getBoundingClientRect().height > 0,
    base: document.querySelectorAll("base, iframe, object, embed, meta[http-equiv=refresh], [style]").length,
    handlers: [...document.querySelectorAll("*")].flatMap(element => element.getAttributeNames())
      .filter(name => name.startsWith("on")),
    links: [...document.links].map(({{ protocol }}) => protocol)
      .filter(protocol => !["http:", "https:", "mailto:", "tel:", "webcal:", "data:"].includes(protocol)),
  }};
}}"""
CLEAN = {
    "ran": [None, None],
    "elsewhere": [],
    "refused": [],
    "shown": True,
    "base": 0,
    "handlers": [],
    "links": [],
}
ASKED = f'"><img src=x onerror={SCRIPT}>'
"""What a link of a stranger has the search and the filters read from the address."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """The address of the site, and its pages that hold an attempt."""
    project = lay_out(tmp_path_factory.mktemp("vijandig"))
    build, refused = lay_out_hostile(project, hostile_files())
    write_site(build, project / "_site")
    pages = [url for url in sorted(build.addresses) if _holds_one(project / "_site" / page_path(url))]
    assert len(refused) > 500
    assert len(pages) > 25
    with serving(project / "_site") as address:
        yield address, pages


def _holds_one(file: Path) -> bool:
    text = file.read_text(encoding="utf-8")
    return any(word in text for word in (MARK, HOST, "7*7", "constructor"))


@pytest.fixture
def asked(hostile: tuple[str, list[str]]) -> list[str]:
    """Addresses with a question of a stranger."""
    return [
        f"{path}?{name}={quote(ASKED)}#{quote(ASKED)}" for path, name in (("/zoeken/", "q"), ("/praktijken/", "trend"))
    ]


def test_most_attempts_reach_a_page(hostile: tuple[str, list[str]]) -> None:
    """So that the rest of this file looks at something."""
    import urllib.request  # noqa: PLC0415

    with urllib.request.urlopen(f"{hostile[0]}/praktijken/vijandig/") as response:
        text = response.read().decode()
    there = [attempt for attempt in ATTEMPTS if escape(attempt, quote=False).replace("&gt;", ">") in text]
    assert len(there) > len(ATTEMPTS) // 3


def test_in_chromium(hostile: tuple[str, list[str]], asked: list[str]) -> None:
    site, pages = hostile
    said: list[str] = []
    found: dict[str, Any] = {}
    with chromium() as browser:
        page = browser.new_page()
        page.add_init_script(f"({WATCH})()")
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: None if request.url.startswith(site) else said.append(request.url))
        for url in (*pages, *asked):
            page.goto(site + url)
            found[url] = page.evaluate(LOOK)
        assert {url: look for url, look in found.items() if look != CLEAN} == {}

        page.goto(site + "/zoeken/")
        page.get_by_role("searchbox").first.fill("poging javascript window")
        expect(page.locator("main mark").first).to_be_visible()
        assert page.evaluate(LOOK) == CLEAN
        page.goto(site + "/praktijken/")
        page.get_by_label("Anders werken").first.check()
        assert page.evaluate(LOOK) == CLEAN
    assert said == []


def test_in_firefox(hostile: tuple[str, list[str]], asked: list[str]) -> None:
    site, pages = hostile
    found: dict[str, Any] = {}
    with firefox() as page:
        page.command("script.addPreloadScript", functionDeclaration=WATCH)
        for url in (*pages, *asked):
            page.goto(site + url)
            found[url] = page.evaluate(LOOK)
        assert {url: look for url, look in found.items() if look != CLEAN} == {}
        assert page.complaints == []
