"""What readers change themselves: a narrow window, colours of their own; and what they hear."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.pages import Visitor, box_of

pytestmark = pytest.mark.browser

OVERPRINTED = """cells => cells.flatMap(cell => {
  return [...cell.querySelectorAll("svg, .soort, b")].map(part => part.getBoundingClientRect());
}).filter(({ width }) => width > 1)
  .filter((one, i, all) => all.some((two, j) => j > i && one.left < two.right - 1 && two.left < one.right - 1
    && one.top < two.bottom - 1 && two.top < one.bottom - 1)).length"""
PAINT = """part => {
  const { fill, stroke, strokeDasharray } = getComputedStyle(part);
  return [fill, stroke, strokeDasharray];
}"""


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
