"""Page kinds in a real browser: keyboard, what opens, what is narrowed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import ADDRESSES, Visitor, box_of, violations

pytestmark = pytest.mark.browser

OUTLINED = """() => {
  for (let node = document.activeElement; node && node !== document.body; node = node.parentElement) {
    const style = getComputedStyle(node);
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return true;
    if (node instanceof SVGElement && style.strokeWidth !== "1px") return true;
  }
  return false;
}"""
PLACE = "() => document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 90)"


@pytest.mark.parametrize("template", ["start.html", "kansen.html", "praktijk.html", "zoeken.html"])
def test_the_keyboard_shows_where_it_is(open_page: Visitor, template: str) -> None:
    """The skip link comes first; wherever Tab leads, an outline shows it, and no control is reached twice."""
    page = open_page(ADDRESSES[template])
    stops = []
    for _ in range(30):
        page.keyboard.press("Tab")
        place = page.evaluate(PLACE)
        if not place:
            break
        stops.append(place)
        assert page.evaluate(OUTLINED), place

    assert 'href="#inhoud"' in stops[0]
    assert len(stops) > 12


@pytest.mark.parametrize(("template", "ways"), [("trends.html", ".straat-tel a"), ("kansen.html", ".kansrij-wegen a")])
def test_what_leads_elsewhere_is_named_otherwise(open_page: Visitor, template: str, ways: str) -> None:
    """Who hears only a list of links still knows of which trend each of them is."""
    names = open_page(ADDRESSES[template]).locator(ways).all_text_contents()

    assert len(names) == len(set(names)) == 12


def test_the_filters_can_be_passed(open_page: Visitor) -> None:
    """Before the filters of the list is a link past them, which is stops when it has the focus."""
    page = open_page("/praktijken/")
    link = page.get_by_role("link", name="Naar de praktijken")
    link.focus()
    assert box_of(link)["width"] > 100
    page.keyboard.press("Enter")

    expect(page.locator("#aantal")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_opened_menu(open_page: Visitor, scheme: str) -> None:
    """On a phone the menu opens without script, by keyboard too, and has no mistakes; Escape closes it."""
    page = open_page("/trends/", 320, color_scheme=scheme)
    page.locator(".menuknop").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".menu")).to_be_hidden()


def test_an_opened_term(open_page: Visitor) -> None:
    page = open_page("/over/vormgeving/", 320)
    page.locator("button.begrip").first.click()

    expect(page.locator(".uitleg")).to_be_visible()
    assert violations(page) == []


class TestKansen:
    """The overview is narrowed by script; the choice is in the address."""

    def visible_kansen(self, page: Page) -> int:
        return page.locator(".kans:visible").count()

    def test_a_choice_is_in_the_address(self, open_page: Visitor) -> None:
        """It is said how many are fitting, the counts follow, and the way back undoes it."""
        page = open_page("/kansen/")
        total = self.visible_kansen(page)
        page.get_by_role("checkbox", name="Werk").check(force=True)
        page.get_by_role("checkbox", name="Nu").check(force=True)
        page.wait_for_url("**/kansen/?thema=werken&fase=nu")
        fitting = self.visible_kansen(page)
        assert 0 < fitting < total
        expect(page.locator("[role=status]")).to_have_text(f"{fitting} van {total} kansen")
        assert violations(page) == []
        page.go_back()
        page.go_back()
        expect(page.locator("[role=status]")).to_have_text(f"{total} kansen")
        assert self.visible_kansen(page) == total

    def test_an_address_shows_its_choice(self, open_page: Visitor) -> None:
        page = open_page("/kansen/?fase=later")
        later = page.locator('[data-fase="later"] .kans').count()
        assert self.visible_kansen(page) == later > 0
        assert later < page.locator(".kans").count()
        page.get_by_role("button", name="Toon alles").click()
        page.wait_for_url("**/kansen/")
        assert self.visible_kansen(page) == page.locator(".kans").count()
        expect(page.get_by_role("button", name="Toon alles")).to_be_hidden()
        assert page.evaluate("document.activeElement.matches('.filterbalk input')")

    def test_no_kans_fits(self, open_page: Visitor) -> None:
        """It is said what to do, and the choice can be taken back; without a choice there is nothing to take back."""
        page = open_page("/kansen/")
        everything = page.get_by_role("button", name="Toon alles")
        sentence = page.get_by_text("Geen kans heeft al deze kenmerken. Haal een keuze weg.")
        expect(everything).to_be_hidden()
        expect(sentence).to_be_hidden()
        page.get_by_role("checkbox", name="Invest").check(force=True)
        expect(everything).to_be_visible()
        expect(sentence).to_be_hidden()
        page.get_by_role("checkbox", name="nog niet").check(force=True)
        expect(sentence).to_be_visible()
        assert self.visible_kansen(page) == 0
        assert violations(page) == []
        page.go_back()
        expect(sentence).to_be_hidden()

    def test_on_a_phone(self, open_page: Visitor) -> None:
        """The filters are folded; opened they have no mistakes."""
        page = open_page("/kansen/?thema=vervoeren", 320)
        expect(page.locator(".filterbalk summary")).to_have_text("Filters: 1 actief")
        page.locator(".filterbalk summary").click()
        expect(page.locator(".filterbalk form")).to_be_visible()
        assert violations(page) == []

    def test_what_is_typed_is_in_the_address(self, open_page: Visitor, site: str) -> None:
        """It narrows while it is typed, beside the other choices, and goes with them."""
        page = open_page("/kansen/?thema=werken")
        field = page.get_by_label("Zoek in de kansen")
        before = self.visible_kansen(page)
        field.fill("BIBLIOTHEEK")
        assert 0 < self.visible_kansen(page) < before
        field.press("Enter")
        page.wait_for_url("**/kansen/?thema=werken&tekst=BIBLIOTHEEK")
        page.goto(site + "/kansen/?tekst=bibliotheek")
        expect(field).to_have_value("bibliotheek")
        page.get_by_role("button", name="Toon alles").click()
        expect(field).to_have_value("")

    def test_every_door_leads_to_its_kans(self, open_page: Visitor) -> None:
        """On a phone it opens there; a door is large enough to point at."""
        page = open_page("/kansen/", 375)
        doors = page.locator(".deurtabel td a")
        assert doors.count() == page.locator(".kans").count()
        assert all(box["width"] >= 24 <= box["height"] for box in map(box_of, doors.all()))
        door = doors.nth(20)
        kans = page.locator(door.get_attribute("href") or "")
        expect(kans.locator("h4")).to_have_text(door.get_attribute("title") or "")
        door.click()
        expect(kans.locator("dl")).to_be_in_viewport()

    def test_without_script(self, open_page: Visitor) -> None:
        """Everything is shown, and no filter that does nothing."""
        page = open_page("/kansen/", java_script_enabled=False)
        expect(page.locator(".typveld")).to_be_hidden()
        expect(page.locator(".filterbalk")).to_be_hidden()
        assert self.visible_kansen(page) == page.locator(".kans").count()


def test_terms_are_found_by_what_is_typed(open_page: Visitor) -> None:
    """Letters without such a term go, and it is said how many there are; letters stand in sequence, in two columns."""
    page = open_page("/begrippen/")
    letters = page.locator(".letter")
    places = [box_of(letter)["y"] for letter in letters.all()]
    assert places == sorted(places)
    assert len({box_of(term)["x"] for term in letters.nth(1).locator("article").all()}) == 2
    page.get_by_label("Zoek in de begrippen").fill("begane grond")
    expect(page.locator("#plint")).to_be_visible()
    expect(page.locator("#letter-Z")).to_be_hidden()
    expect(page.locator(".letters + [role=status]")).to_contain_text("met “begane grond”")
    assert page.url.endswith("/begrippen/?tekst=begane+grond")
    assert violations(page) == []


def test_the_choice_of_theme_comes_before_the_first_drawing(open_page: Visitor, site: str) -> None:
    """A page in the other theme never flashes: the choice is set while the head is read."""
    page = open_page("/over/", color_scheme="light")
    page.get_by_role("button", name="Donkere weergave").click()
    page.goto(site + "/agenda/", wait_until="commit")
    page.wait_for_selector("body")

    assert page.evaluate("document.documentElement.dataset.thema") == "donker"
