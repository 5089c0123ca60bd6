"""What readers change themselves: more space around letters, a narrow window, colours of their own; what they hear."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.pages import ADDRESSES, BROKEN_WORDS, Visitor, box_of

pytestmark = pytest.mark.browser

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; }
    * { word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The spacing of WCAG 1.4.12."""
LONG_LINES = """most => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), long = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (data.length < most || parentElement.closest(".voorlezen, svg, script, h2, td")) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const widths = [...range.getClientRects()].map(({ width }) => width);
    const longest = data.length * Math.max(0, ...widths) / widths.reduce((sum, width) => sum + width, 0);
    if (longest > most) long.push(`${Math.round(longest)}: ${data.slice(0, 60)}`);
  }
  return long;
}"""
"""The texts in a page of which a line has more characters than this."""
WIDTH = "document.documentElement.scrollWidth"
OVERPRINTED = """cells => cells.flatMap(cell => {
  return [...cell.querySelectorAll("svg, .soort, b")].map(part => part.getBoundingClientRect());
}).filter(({ width }) => width > 1)
  .filter((one, i, all) => all.some((two, j) => j > i && one.left < two.right - 1 && two.left < one.right - 1
    && one.top < two.bottom - 1 && two.top < one.bottom - 1)).length"""
PAINT = """part => {
  const { fill, stroke, strokeDasharray } = getComputedStyle(part);
  return [fill, stroke, strokeDasharray];
}"""


def test_no_line_is_too_long_to_read(browser: Browser, site: str) -> None:
    """Not in a wide window, whatever list or caption it stands in: 66ch is at most some 88 characters."""
    context = browser.new_context(viewport={"width": 1920, "height": 900})
    page = context.new_page()
    long = {}
    for template, address in ADDRESSES.items():
        page.goto(site + address)
        if lines := page.evaluate(LONG_LINES, 90):
            long[template] = lines
    context.close()

    assert long == {}


def test_nothing_scrolls_sideways_and_no_heading_breaks_a_word(browser: Browser, site: str) -> None:
    """Not with wider spacing either, on a phone, a tablet, and in a small and a wide window."""
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    wrong: dict[str, object] = {}
    for template, address in ADDRESSES.items():
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(site + address)
        if words := page.evaluate(BROKEN_WORDS, "h1, h2, h3, th"):
            wrong[f"{template} breaks"] = words
        page.evaluate(SPACED)
        for width in (320, 768, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if (wide := page.evaluate(WIDTH)) > width:
                wrong[f"{template} at {width}"] = wide
    context.close()

    assert wrong == {}


def test_the_table_of_doors_on_a_phone(open_page: Visitor) -> None:
    """No door stands on another, on a name or on a number."""
    page = open_page("/kansen/", 320)

    assert page.locator(".deurtabel tbody :is(th, td)").evaluate_all(OVERPRINTED) == 0


def test_what_has_the_focus_is_not_behind_the_bar(open_page: Visitor) -> None:
    """With a choice to compare a bar sticks to the foot of the window; what Tab reaches stands above it."""
    page = open_page("/praktijken/", 375)
    page.locator(".aanvinken input").first.check()
    bar = page.locator(".vergelijkbalk")
    page.locator(".aanvinken input").first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.evaluate("link => Boolean(link.closest('.vergelijkbalk'))"):
            break
        box = box_of(focused)
        assert box["y"] + box["height"] <= box_of(bar)["y"], focused.inner_text()


def test_a_province_with_the_focus_is_seen_whole(open_page: Visitor) -> None:
    """It is filled: a line around it would lie under the provinces that are drawn later."""
    page = open_page("/praktijken/")
    province = page.get_by_role("link", name="Drenthe", exact=True)
    before = province.evaluate(PAINT)[0]
    page.keyboard.press("Tab")
    province.focus()

    assert province.evaluate(PAINT)[0] == page.evaluate("getComputedStyle(document.body).color") != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(open_page: Visitor, scheme: str) -> None:
    """Every grade has bricks of its own, and the dot of a passport is not the colour of the land."""
    page = open_page("/praktijken/", forced_colors="active", color_scheme=scheme)
    grades = page.locator(".muur > g").evaluate_all(f"all => all.map({PAINT})")
    page.goto(page.url + "fietsparkeren-binnenstad-den-haag/")
    dot = page.locator(".minikaart circle").first.evaluate(PAINT)
    land = page.locator(".minikaart .kaart-land").evaluate(PAINT)

    assert len({tuple(grade) for grade in grades}) == len(grades) == 5
    assert dot[0] != land[0] != land[1]


def test_sorting_is_said(open_page: Visitor) -> None:
    page = open_page("/praktijken/")
    page.get_by_label("Sorteer op").select_option("naam")

    expect(page.locator("#meldingen")).to_have_text("Gesorteerd op naam")


def test_a_table_of_a_text(open_page: Visitor) -> None:
    """Columns and rows have a head, and the table a name: that of the part that it stands in."""
    page = open_page("/over/redactie/")
    table = page.get_by_role("table", name="Hoe sterk het bewijs is")

    expect(table.get_by_role("columnheader")).to_have_text(["Trede", "Naam", "Wat dat betekent"])
    expect(table.get_by_role("rowheader")).to_have_text(["0", "1", "2", "3", "4"])
    expect(page.get_by_role("region", name="Tabel: Trede, Naam, Wat dat betekent")).to_be_visible()


def test_a_title_in_english_is_read_as_english(open_page: Visitor) -> None:
    expect(open_page("/publicaties/").get_by_text("The Futures Toolkit")).to_have_attribute("lang", "en")


def test_rules_below_each_other_are_equally_long(open_page: Visitor) -> None:
    """The text beside them may be narrower."""
    page = open_page("/praktijken/fietsparkeren-binnenstad-den-haag/")
    ends = "parts => [...new Set(parts.map(part => Math.round(part.getBoundingClientRect().right)))]"

    assert len(page.locator(".tekst :is(.regels > li, .cijfer, .bronnen > li)").evaluate_all(ends)) == 1


def test_a_bar_is_nearest_to_its_own_title(open_page: Visitor) -> None:
    """On a phone, where it stands below it; and no year touches another or the word for today."""
    page = open_page("/gemeenten/leiden/", 375)
    titles = [box_of(title) for title in page.locator(".tijdbalken li > div").all()]
    bars = [box_of(bar) for bar in page.locator(".tijdbalken li rect:last-of-type").all()]
    years = [box_of(year) for year in page.locator(".tijdbalken > .balk text").all()]
    assert len(titles) == len(bars) > 3

    for title, bar, following in zip(titles, bars, titles[1:], strict=False):
        own = bar["y"] - title["y"] - title["height"]
        assert 0 < own < following["y"] - bar["y"] - bar["height"]
    assert all(left["x"] + left["width"] < right["x"] for left, right in pairwise(years))
    assert page.locator(".tijdbalken > .balk").get_by_text("2025").count() == 1
