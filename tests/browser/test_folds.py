"""What a phone folds: pages stay short there, nothing is lost, and a link leads into it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import build
from tests.visiting import lay_out, write_site
from tools.proef import serving

pytestmark = pytest.mark.browser

PHONE, WIDE, SHEET = 375, 1280, 794
MANY = {"praktijken": 60, "kansen": 8, "begrippen": 190}
"""Copies, of kansen for each trend: more than the longest page of the real content has."""
LONGEST = {"/kansen/": 9_000, "/begrippen/": 16_000}
LONGEST_OTHERWISE = 18_000
"""Pixels at the width of a phone."""
TEXT_BEGINS = 900
"""Pixels from the top of a praktijk at the width of a phone."""
PASSPORT_ROWS = 5
PRAKTIJKEN = (
    "/praktijken/tilburg-lochal/",
    "/praktijken/winschoten-binnenstad-compact/",
    "/praktijken/rotterdam-luchtsingel-schieblock/",
)
"""With a long title, a drawing and a long passport; and one that stopped, which tells how before its passport."""
ADDRESSES = (
    "/kansen/",
    "/kansen/anders-werken/",
    "/begrippen/",
    "/aanpakken/makers-op-proef/",
    "/praktijken/trend/anders-werken/",
    "/zoeken/",
    "/aan-de-slag/workshop/",
)
"""Pages with much to fold."""


def lay_out_much(folder: Path) -> Path:
    """The small project with many copies of its items."""
    content = lay_out(folder) / "content"
    praktijk = (content / "praktijken/leiden-proef.md").read_text(encoding="utf-8")
    kans = (content / "kansen/lege-panden.yaml").read_text(encoding="utf-8")
    trends = sorted(path.stem for path in (content / "trends").glob("*.md"))
    for number in range(MANY["praktijken"]):
        path = content / f"praktijken/leiden-proef-{number}.md"
        path.write_text(praktijk.replace("titel: ", f"titel: Nummer {number} van ", 1), encoding="utf-8")
    for trend in trends:
        for number in range(MANY["kansen"]):
            text = kans.replace("titel: ", f"titel: Doe nummer {number} van {trend} en ", 1)
            text = text.replace("trend: anders-werken", f"trend: {trend}")
            (content / f"kansen/kans-{trend}-{number}.yaml").write_text(text, encoding="utf-8")
    explained = "Dit is een zin die het woord uitlegt. " * 4
    letters = (chr(ord("a") + number % 26) for number in range(MANY["begrippen"]))
    terms = "".join(
        f"- term: {letter}begrip {number}\n  uitleg: {explained}\n" for number, letter in enumerate(letters)
    )
    with (content / "begrippen.yaml").open("a", encoding="utf-8") as file:
        file.write(terms)
    return folder


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = lay_out_much(tmp_path_factory.mktemp("much"))
    target = folder / "_site"
    write_site(build(folder), target)
    with serving(target) as address:
        yield address
    shutil.rmtree(target)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": PHONE, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", [*ADDRESSES, "/trends/anders-werken/", "/wijzigingen/"])
@pytest.mark.parametrize("script", [True, False])
def test_no_page_is_long_on_a_phone(browser: Browser, long_site: str, address: str, *, script: bool) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    page.goto(long_site + address)
    height = page.evaluate("document.documentElement.scrollHeight")
    context.close()
    assert height <= LONGEST.get(address, LONGEST_OTHERWISE)


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_folded_on_a_wide_screen_or_on_paper(phone: Page, long_site: str, address: str) -> None:
    phone.goto(long_site + address)
    inside = phone.locator(".vouw > :not(summary)")
    assert inside.count() > 0
    expect(inside.first).to_be_hidden()
    phone.set_viewport_size({"width": WIDE, "height": 800})
    for place in range(0, inside.count(), 10):
        expect(inside.nth(place)).to_be_visible()
    expect(phone.locator(".vouw > summary").first).to_be_hidden()
    phone.set_viewport_size({"width": PHONE, "height": 800})
    phone.emulate_media(media="print")
    expect(inside.last).to_be_visible()


def test_a_day_of_many_changes_is_folded_on_a_wide_screen(phone: Page, site: str) -> None:
    """The changes that editors made to all items on one day are shown when asked for, and printed."""
    phone.set_viewport_size({"width": WIDE, "height": 800})
    phone.goto(f"{site}/wijzigingen/")
    fold = phone.locator(".wijzigingdag .vouw").first
    last = fold.locator("section a").last
    expect(last).to_be_hidden()
    phone.emulate_media(media="print")
    expect(last).to_be_visible()
    phone.emulate_media(media="screen")
    fold.locator("summary").first.click()
    expect(last).to_be_visible()


def test_a_province_is_not_long_on_a_phone(phone: Page, site: str) -> None:
    """The one with the most gemeenten: each is folded, and opens for a link to it."""
    phone.goto(f"{site}/aan-de-slag/plaatsen/noord-brabant/#breda")
    assert phone.evaluate("document.documentElement.scrollHeight") <= LONGEST_OTHERWISE
    expect(phone.locator("#breda li").first).to_be_in_viewport()
    expect(phone.locator("#tilburg li").first).to_be_hidden()


@pytest.mark.parametrize("address", PRAKTIJKEN)
def test_the_text_of_a_praktijk_begins_early_on_a_phone(phone: Page, site: str, address: str) -> None:
    """Its passport is five rows until the rest is asked for; a link to it asks for the rest."""
    phone.goto(site + address)
    rows = phone.locator("#paspoort .rijen > div")
    assert rows.filter(visible=True).count() == PASSPORT_ROWS
    assert phone.locator(".tekst").evaluate("text => text.getBoundingClientRect().top + scrollY") <= TEXT_BEGINS
    reason = phone.locator("#paspoort .noot-regel").first
    expect(reason).to_be_hidden()
    phone.locator("#paspoort summary").click()
    expect(rows.last).to_be_visible()
    expect(reason).to_be_visible()
    expect(phone.locator("#paspoort .paspoort-naam")).to_be_visible()
    phone.goto("about:blank")
    phone.goto(f"{site}{address}#paspoort")
    expect(rows.last).to_be_visible()


@pytest.mark.parametrize(
    ("width", "media", "script"), [(PHONE, "screen", False), (PHONE, "print", True), (WIDE, "screen", True)]
)
def test_the_whole_passport_is_there_without_asking(
    browser: Browser, site: str, width: int, media: Literal["screen", "print"], *, script: bool
) -> None:
    """Without script, on paper and on a wide screen."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    page.emulate_media(media=media)
    page.goto(site + PRAKTIJKEN[0])
    expect(page.locator("#paspoort summary")).to_be_hidden()
    for part in page.locator("#paspoort :is(.paspoort-naam, .rijen > div, .noot-regel)").all():
        expect(part).to_be_visible()
    context.close()


def test_a_link_opens_what_it_leads_into(phone: Page, long_site: str, site: str) -> None:
    """Of another page, and on the page itself."""
    phone.goto(f"{long_site}/begrippen/")
    term = phone.locator(".letter article").nth(100).get_attribute("id")
    phone.goto("about:blank")
    phone.goto(f"{long_site}/begrippen/#{term}")
    expect(phone.locator(f"#{term} p").first).to_be_in_viewport()
    phone.goto(f"{site}/aanpakken/compact-winkelgebied/")
    link = phone.locator(".tekst > .sectie sup.noot a:visible").last
    source = phone.locator(link.get_attribute("href") or "")
    expect(source).to_be_hidden()
    link.click()
    expect(source).to_be_in_viewport()


def test_a_button_opens_and_closes(phone: Page, long_site: str) -> None:
    phone.goto(f"{long_site}/kansen/")
    fold = phone.locator(".kans .vouw").first
    expect(fold.locator("dl")).to_be_hidden()
    fold.locator("summary").focus()
    phone.keyboard.press("Enter")
    expect(fold.locator("dl")).to_be_visible()
    assert "over:" in (fold.locator("summary").text_content() or "")
    phone.keyboard.press("Enter")
    expect(fold.locator("dl")).to_be_hidden()
