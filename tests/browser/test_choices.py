"""What is chosen on the list of praktijken: boxes that look like the site, ways to take it all back, names of dots."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.pages import Visitor, violations

pytestmark = pytest.mark.browser

LOOK = """box => {
  const { appearance, backgroundColor, borderTopColor } = getComputedStyle(box);
  return [appearance, backgroundColor, borderTopColor];
}"""
BODY = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_has_the_colours_of_the_page(open_page: Visitor, scheme: str) -> None:
    """Paper within ink, and filled with ink when it is ticked; it stays an input of the browser."""
    page = open_page("/praktijken/?status=gestopt", color_scheme=scheme)
    paper, ink = page.evaluate(BODY)

    assert page.locator("input[value=loopt]").evaluate(LOOK) == ["none", paper, ink]
    assert page.locator("input[value=gestopt]").evaluate(LOOK) == ["none", ink, ink]
    expect(page.get_by_role("checkbox", name="gestopt")).to_be_checked()


def test_everything_can_be_taken_back_at_once(open_page: Visitor) -> None:
    """With two choices or more; and where nothing fits, below the sentence that says so."""
    page = open_page("/praktijken/?status=gestopt")
    heading = page.locator("#aantal")
    expect(page.get_by_role("button", name="Wis alles")).to_have_count(0)
    page.get_by_role("checkbox", name="4 vergeleken").check()
    page.locator(".chips").get_by_role("button", name="Wis alles").click()
    page.wait_for_url("**/praktijken/")
    expect(heading).to_be_focused()
    every = heading.inner_text()
    page.goto(page.url + "?status=gestopt&bewijs=4&provincie=drenthe&trend=anders-werken")
    expect(heading).to_have_text("0 praktijken")
    assert violations(page) == []
    page.locator(".leeg").get_by_role("button", name="Wis alles").click()
    expect(heading).to_have_text(every)


def test_the_sheet_of_filters_says_what_it_is(open_page: Visitor) -> None:
    """On a phone it has a title; beside the list the titles of its parts are enough."""
    page = open_page("/praktijken/", 375)
    page.get_by_role("button", name="Filters", exact=True).click()
    expect(page.locator("form .filters-titel")).to_have_text("Filters")
    expect(page.locator("form .filters-titel")).to_be_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("form .filters-titel")).to_be_hidden()


def test_a_dot_says_its_name(open_page: Visitor) -> None:
    """Pointed at, or where a link to the same place has the focus; never twice."""
    page = open_page("/praktijken/")
    names = page.locator(".kaart-namen")
    page.locator('.kaart a[href="/gemeenten/terneuzen/"] .kaart-doel').hover(force=True)
    expect(names.get_by_text("Terneuzen")).to_be_visible()
    page.locator(".register").get_by_role("link", name="Hulst").focus()
    expect(names.get_by_text("Hulst")).to_be_visible()
    expect(names.get_by_text("Terneuzen")).to_have_count(0)
    page.locator(".register").get_by_role("link", name="Leiden").focus()
    expect(names.get_by_text("Leiden")).to_have_count(1)


def test_words_narrow_the_list(open_page: Visitor) -> None:
    """Each begins a word of title, place or summary, whatever its accents; typing is one step of the back button."""
    page = open_page("/praktijken/?bewijs=2")
    heading, field = page.locator("#aantal"), page.get_by_label("Zoek in deze lijst")
    expect(heading).to_be_visible()
    without = heading.inner_text()
    field.press_sequentially("Één cadeau")
    page.wait_for_url("**/praktijken/?bewijs=2&tekst=*cadeau")
    titles = page.locator("#lijst > .kaartjes:not([hidden]) > li:visible")
    found = titles.count()
    assert found
    expect(heading).to_have_text(f"{found} praktijk{'en' if found > 1 else ''}")
    expect(page.locator("#meldingen")).to_have_text(f"{heading.inner_text()} gevonden")
    expect(page.locator(".muur > :not(.ringen) > rect")).to_have_count(found)
    assert page.locator(".register li:not([hidden])").count() <= found
    page.reload()
    expect(heading).to_have_text(f"{found} praktijk{'en' if found > 1 else ''}")
    expect(field).to_have_value("Één cadeau")
    page.go_back()
    expect(heading).to_have_text(without)
    expect(field).to_have_value("")
    field.fill("adeaubon")
    expect(heading).to_have_text("0 praktijken")
    elsewhere = page.locator(".leeg").get_by_role("link")
    expect(elsewhere).to_have_attribute("href", "/zoeken/?q=adeaubon")
    page.locator(".chips").get_by_role("button", name="Wis alles").click()
    page.wait_for_url("**/praktijken/")
    expect(field).to_have_value("")


def test_a_card_a_brick_and_a_dot_mark_each_other(open_page: Visitor) -> None:
    """Pointed at or with the focus; a brick says what it is and leads there, and a choice takes the marks away."""
    page = open_page("/praktijken/?bewijs=4", reduced_motion="reduce")
    page.mouse.move(1, 1)
    cards, answer = page.locator("#lijst > .kaartjes .kaartje:visible"), page.locator(".muur-antwoord")
    rings, marked = page.locator(".muur .ringen a"), page.locator(".kaartje.aangewezen h3")
    page.get_by_label("Zoek in deze lijst").focus()
    expect(page.locator(".muur .ringen")).to_have_count(1)
    title = cards.first.locator("h3").inner_text()
    cards.first.locator("h3 a").focus()
    expect(rings).to_have_count(1)
    expect(page.locator(".kaart .ringen circle")).to_have_count(2)
    expect(marked).to_have_count(0)
    page.locator(".muur > :not(.ringen) > rect").first.hover(force=True)
    expect(answer).to_contain_text(title)
    expect(marked).to_have_text([title])
    address = rings.get_attribute("href")
    page.mouse.move(1, 1)
    expect(answer).to_have_count(0)
    page.locator(".register a:visible").first.focus()
    assert marked.count() == rings.count() > 0
    assert violations(page) == []
    page.get_by_role("checkbox", name="3 gemeten").check()
    expect(rings).to_have_count(0)
    page.locator(".muur > :not(.ringen) > rect").first.hover(force=True)
    rings.click()
    page.wait_for_url(f"**{address}")


def test_a_first_tap_shows_what_it_is(open_page: Visitor) -> None:
    """Of a brick and a dot, also on the list of one value; a second tap follows it."""
    page = open_page("/praktijken/provincie/zeeland/", 375, has_touch=True)
    answer = page.locator(".muur-antwoord")
    page.locator(".muur rect").nth(1).tap(force=True)
    expect(answer).to_contain_text(page.locator(".kaartje.aangewezen h3").inner_text())
    dot = page.locator('.kaart a[href="/gemeenten/terneuzen/"] .kaart-doel')
    dot.tap(force=True)
    expect(page.locator(".kaart-namen").get_by_text("Terneuzen")).to_be_visible()
    expect(answer).to_have_count(0)
    dot.tap(force=True)
    page.wait_for_url("**/gemeenten/terneuzen/")


def test_a_tap_without_the_script_that_marks(open_page: Visitor) -> None:
    """A dot needs no more than the map; what marks list and wall is asked for again when it could not be had."""
    page = open_page("/praktijken/", 375, has_touch=True)
    page.route("**/pointing.js", lambda route: route.fulfill(status=404))
    with page.expect_response("**/pointing.js"):
        page.locator("#lijst h3 a").first.focus()
    page.unroute("**/pointing.js")
    dot = page.locator('.kaart a[href="/gemeenten/terneuzen/"] .kaart-doel')
    with page.expect_request("**/pointing.js"):
        dot.tap(force=True)
    expect(page.locator(".kaart-namen").get_by_text("Terneuzen")).to_be_visible()
    assert page.url.endswith("/praktijken/")
    dot.tap(force=True)
    page.wait_for_url("**/gemeenten/terneuzen/")


def test_a_first_tap_on_a_map_alone(open_page: Visitor) -> None:
    """It says the name of the dot, and so does one on another dot; a second on the same follows it."""
    page = open_page("/gemeenten/", 375, has_touch=True)
    names = page.locator(".kaart-namen text")
    first, other = (page.locator(f'.kaart a[href="/gemeenten/{slug}/"] .kaart-doel') for slug in ("terneuzen", "oss"))
    for dot, name in ((first, "Terneuzen"), (other, "Oss"), (first, "Terneuzen")):
        dot.tap(force=True)
        expect(names.get_by_text(name)).to_be_visible()
        assert page.url.endswith("/gemeenten/")
    first.tap(force=True)
    page.wait_for_url("**/gemeenten/terneuzen/")


def test_the_cross_in_a_search_field_is_ours(open_page: Visitor) -> None:
    """In ink, as all that can be pressed; that of the browser is blue."""
    page = open_page("/zoeken/", color_scheme="light")
    field = page.locator("#zoekveld")
    field.fill("leeg")
    pixels = Image.open(BytesIO(field.screenshot())).convert("RGB").tobytes()

    assert max(blue - red for red, blue in zip(pixels[::3], pixels[2::3], strict=True)) < 60
