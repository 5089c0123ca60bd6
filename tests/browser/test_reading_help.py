"""Help with reading in a real browser: contents that follow, terms on demand, buttons that copy, paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import ADDRESSES, SHEET, Visitor, box_of, violations

pytestmark = pytest.mark.browser

PRAKTIJK = "/praktijken/fietsparkeren-binnenstad-den-haag/"
ON_PAPER = (
    PRAKTIJK,
    "/praktijken/haarlem-koepel/",
    "/praktijken/utrecht-bibliotheek-neude/",
    "/praktijken/dakkas-de-schilde-den-haag/",
    "/praktijken/winschoten-binnenstad-compact/",
    "/praktijken/schiedam-hoogstraat-leegstand/",
)
"""A common one, two with long texts, one that stopped, and two with long passports and many figures."""
MOST_SHEETS = 4
ONLY_FOR_SCREENS = """([width, furniture]) => [
  ...[...document.querySelectorAll(furniture)]
    .filter(node => node.checkVisibility()).map(node => node.outerHTML.slice(0, 90)),
  ...(document.documentElement.scrollWidth > width ? ["runs off the sheet"] : []),
]"""
FURNITURE = "nav, form, input, select, summary, .knop, button:not(.begrip, .chips *), .meer, .deuren .teken"
CLICK = re.compile(r"(Naar (de|het) |Alle (\d+|gestopte|verslagen|wijzigingen)|en nog \d)")
"""How a link begins that only leads to the rest of what is shown."""


def test_the_contents_follow_the_reader(open_page: Visitor) -> None:
    """The part at hand is marked, and its address is what the button copies."""
    page = open_page(PRAKTIJK, permissions=["clipboard-read", "clipboard-write"])
    current = page.locator(".inhoudsopgave [aria-current]")
    expect(current).to_have_count(0)
    page.locator("#wat-ging-mis").evaluate("part => part.scrollIntoView()")
    expect(current).to_have_text("Wat ging mis")
    page.locator("[data-kopieer=deel]").click()
    expect(page.locator(".inhoudsopgave [role=status]")).to_have_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{PRAKTIJK}#wat-ging-mis")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(current).to_have_text("Verwant")


def test_the_contents_on_a_phone(open_page: Visitor) -> None:
    """Closed until asked for, without script too; closed again after a choice, which lands where it should."""
    page = open_page(PRAKTIJK, 375)
    part = page.locator('.inhoudsopgave a[href="#wat-ging-mis"]')
    expect(part).to_be_hidden()
    page.locator(".inhoudsopgave summary").click()
    assert violations(page) == []
    part.click()
    expect(part).to_be_hidden()
    expect(page.locator("#wat-ging-mis")).to_be_in_viewport()

    plain = open_page(PRAKTIJK, 375, java_script_enabled=False)
    plain.locator(".inhoudsopgave summary").click()
    expect(plain.locator('.inhoudsopgave a[href="#wat-ging-mis"]')).to_be_visible()


def test_the_contents_beside_the_text_need_no_script(open_page: Visitor) -> None:
    page = open_page(PRAKTIJK, java_script_enabled=False)
    expect(page.locator('.inhoudsopgave a[href="#bronnen"]')).to_be_visible()
    expect(page.locator("[data-kopieer]").first).to_be_hidden()


def test_the_citation_is_copied_as_it_stands(open_page: Visitor) -> None:
    page = open_page(PRAKTIJK, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-kopieer=citaat]").click()
    expect(page.locator("#citeren [role=status]")).to_have_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".citaat").inner_text()


@pytest.mark.parametrize(("width", "touch"), [(1280, False), (375, True)])
def test_a_term_is_explained_where_it_stands(open_page: Visitor, width: int, touch: bool) -> None:
    """Beside the word on a wide screen, at the lower edge on a phone; the word gets the focus back."""
    page = open_page(PRAKTIJK, width, has_touch=touch)
    word = page.locator("button.begrip").first
    (word.tap if touch else word.click)()
    explained = page.locator(".uitleg:popover-open")
    box, at = box_of(explained), box_of(word)
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= at["y"] + at["height"] or box["y"] + box["height"] <= at["y"], "the word is not covered"
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(explained.get_by_role("button", name="Sluit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(explained).to_have_count(0)
    expect(word).to_be_focused()


def sheets(pdf: bytes) -> int:
    """How many pages a PDF of Chromium has; it writes the objects of pages without compression."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("address", ON_PAPER)
def test_a_praktijk_fits_on_four_sheets(open_page: Visitor, address: str) -> None:
    """And what only helps on a screen is not printed."""
    page = open_page(address)
    assert 1 < sheets(page.pdf(prefer_css_page_size=True)) <= MOST_SHEETS
    page.emulate_media(media="print")
    for screen in (".inhoudsopgave", ".kopieer", ".uitleg", "header nav", "#verwant"):
        expect(page.locator(screen).first).to_be_hidden()
    expect(page.locator(".op-papier")).to_contain_text(address)
    expect(page.locator("#paspoort")).to_be_visible()


def test_on_paper_nothing_asks_for_a_click_or_runs_off_the_sheet(open_page: Visitor, site: str) -> None:
    """Of every page kind; the filters that were chosen are told, for they say what the list is of."""
    page = open_page("/praktijken/?trend=anders-werken", SHEET)
    page.emulate_media(media="print")
    expect(page.locator(".chips button")).to_be_visible()
    problems = {}
    for address in ADDRESSES.values():
        page.goto(site + address)
        links = page.locator("main a:not(svg a):visible").all_inner_texts()
        problems[address] = page.evaluate(ONLY_FOR_SCREENS, [SHEET, FURNITURE]) + list(filter(CLICK.match, links))

    assert {address: lines for address, lines in problems.items() if lines} == {}
