"""The choice of praktijken to compare, which goes along wherever a reader goes, and the table at every width."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.pages import BROKEN_WORDS, Visitor

pytestmark = pytest.mark.browser

THREE = "/praktijken/vergelijk/#p=kentekencameras-breestraat-leiden,autoluwe-binnenstad-amersfoort,circulatieplan-gent"


def test_the_choice_stays(open_page: Visitor) -> None:
    """It is in the address: after a reload, a filter, a step back or another look at the list it is still there."""
    page = open_page("/praktijken/")
    boxes = page.locator(".aanvinken input")
    bar = page.locator(".vergelijkbalk")
    boxes.nth(0).check()
    boxes.nth(2).check()
    chosen = [boxes.nth(place).get_attribute("value") for place in (0, 2)]
    query = f"vergelijk={chosen[0]},{chosen[1]}"
    assert page.url.endswith(f"/praktijken/?{query}")
    page.reload()
    expect(page.locator(".aanvinken input:checked")).to_have_count(2)
    page.locator("summary", has_text="Status").click()
    page.get_by_role("checkbox", name="gestopt").check(force=True)
    page.wait_for_url("**/praktijken/?status=gestopt&vergelijk=*")
    expect(bar).to_contain_text("2 gekozen")
    page.go_back()
    assert page.url.endswith(f"/praktijken/?{query}")
    page.get_by_role("link", name="Zet naast elkaar").click()
    expect(page.locator("thead th")).to_have_count(2)
    page.go_back()
    expect(page.locator(".aanvinken input:checked")).to_have_count(2)
    page.go_forward()
    page.get_by_role("link", name="Kies andere praktijken").click()
    expect(bar).to_contain_text("2 gekozen")
    bar.get_by_role("button", name="Wis de keuze").click()
    expect(bar).to_be_hidden()
    expect(boxes.nth(0)).to_be_focused()
    assert page.url.endswith("/praktijken/")


@pytest.mark.parametrize("width", [375, 768, 960])
def test_no_word_is_cut(open_page: Visitor, width: int) -> None:
    """Between a phone and a wide window three columns are too narrow for a title: below 960 the table is stacked."""
    page = open_page(THREE, width)
    page.locator("table").wait_for()
    wide = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.textContent)"

    assert page.locator(".vergelijk :is(th, td)").evaluate_all(wide) == []
    assert page.evaluate(BROKEN_WORDS, ".vergelijk thead a, .vergelijk tbody th") == []
