"""The list of praktijken and the page that compares them, in a real browser: what only a script does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Visitor, violations

pytestmark = pytest.mark.browser


ROWS = "#lijst > .kaartjes > li"
REST = "#lijst > .kaartjes + .kaartjes > li:not([hidden])"


def praktijk_count(page: Page) -> int:
    """How many praktijken the list counts."""
    heading = page.locator("#aantal")
    expect(heading).to_be_visible()  # once wall and map have come
    return int(heading.inner_text().split()[0])


def on_map(page: Page) -> int:
    """How many praktijken the register counts: one for a place without a number."""
    numbers = page.locator(".register li:not([hidden]) .getal").all_inner_texts()
    return sum(int(number or 1) for number in numbers)


class TestFilters:
    """List, wall, map, register and address show the same choice."""

    def test_a_choice_is_in_the_address_and_can_be_undone(self, open_page: Visitor) -> None:
        page = open_page("/praktijken/")
        total = praktijk_count(page)
        expect(page.locator("#lijst > .kaartjes > li:visible")).to_have_count(12)
        page.get_by_label("Anders vervoeren").check()
        first = praktijk_count(page)
        assert first < total
        page.get_by_label("3 gemeten").check()
        page.wait_for_url("**/praktijken/?trend=anders-vervoeren&bewijs=3")
        assert 0 < praktijk_count(page) < first
        assert page.locator("#lijst > .kaartjes > li:visible").count() == praktijk_count(page)
        expect(page.locator("#meldingen")).to_have_text(f"{praktijk_count(page)} praktijken gevonden")
        expect(page.locator(".muurvak b")).to_have_text(str(praktijk_count(page)))
        expect(page.locator(".muur rect")).to_have_count(praktijk_count(page))
        page.go_back()
        page.wait_for_url("**/praktijken/?trend=anders-vervoeren")
        assert praktijk_count(page) == first
        expect(page.locator(".muur rect")).to_have_count(first)
        expect(page.get_by_label("3 gemeten")).not_to_be_checked()
        page.go_back()
        assert praktijk_count(page) == total

    def test_an_address_shows_its_choice(self, open_page: Visitor) -> None:
        """Counts follow the other facets, so a value says what choosing it as well would show."""
        page = open_page("/praktijken/?status=gestopt&volgorde=naam")
        expect(page.get_by_label("Gestopt")).to_be_checked()
        expect(page.locator(".chip")).to_have_count(1)
        assert on_map(page) == praktijk_count(page)
        assert page.locator(".kaart-punten .rest").count() > on_map(page)
        expect(page.locator("label.geen", has_text="Proef")).to_have_count(0)
        expect(page.locator("label.geen", has_text="4 vergeleken")).to_have_count(1)
        titles = page.locator("#lijst > .kaartjes > li:visible h3").all_inner_texts()
        assert titles == sorted(titles)
        steps, statuses = (
            page.get_by_role("group", name=name).locator(".getal").all_inner_texts() for name in ("Bewijs", "Status")
        )
        assert sum(map(int, steps)) == praktijk_count(page) == len(titles)
        assert sum(map(int, statuses)) > len(titles)

    def test_a_chip_takes_a_choice_away_and_keeps_the_focus(self, open_page: Visitor) -> None:
        page = open_page("/praktijken/?trend=anders-werken&kosten=onbekend")
        chips = ["Haal weg: Anders werken", "Haal weg: Kosten: onbekend"]
        expect(page.locator(".chip")).to_have_text(chips)
        page.locator(".chip").first.click()
        page.wait_for_url("**/praktijken/?kosten=onbekend")
        expect(page.locator(".chip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#aantal")).to_be_focused()

    def test_nothing_fits(self, open_page: Visitor) -> None:
        page = open_page("/praktijken/?provincie=zeeland&provincie=flevoland&status=gestopt&bewijs=4")
        assert praktijk_count(page) == 0
        expect(page.locator("#lijst .leeg")).to_be_visible()
        for what in (".muurvak", ".kaart-zoek", ".register"):
            expect(page.locator(what)).to_be_hidden()
        assert violations(page) == []

    def test_the_rest_is_shown_on_request(self, open_page: Visitor) -> None:
        page = open_page("/praktijken/")
        page.get_by_role("button", name="Toon de volgende 12").click()
        expect(page.locator("#lijst > .kaartjes > li:visible")).to_have_count(24)
        expect(page.locator("#lijst > .kaartjes > li").nth(12).locator("h3 a")).to_be_focused()

    def test_what_is_not_shown_yet_is_found_by_a_search_in_the_page(self, open_page: Visitor) -> None:
        """The rows that still fit, not those that a choice has put away; the next choice cuts the list short again."""
        page = open_page("/praktijken/?trend=anders-werken&volgorde=naam")
        expect(page.locator(f"{ROWS}:visible")).to_have_count(12)
        title = page.locator(f"{REST} h3").last.text_content() or ""
        search = f"#:~:text={quote(title).replace('-', '%2D')}"
        page = open_page(f"/praktijken/?trend=anders-werken&volgorde=naam{search}")
        expect(page.get_by_role("link", name=title)).to_be_in_viewport()
        expect(page.get_by_role("button", name="Toon de volgende")).to_be_hidden()
        titles = page.locator(f"{ROWS}:visible h3").all_inner_texts()
        assert len(titles) == praktijk_count(page)
        assert titles == sorted(titles, key=str.casefold)
        page.get_by_label("Anders werken").uncheck()
        expect(page.locator(f"{ROWS}:visible")).to_have_count(12)

    def test_a_printed_list_has_all_that_fits(self, open_page: Visitor) -> None:
        """In the order that was chosen."""
        page = open_page("/praktijken/?trend=anders-werken")
        page.get_by_label("Sorteer op").select_option("naam")
        page.wait_for_url("**volgorde=naam")
        page.emulate_media(media="print")
        titles = page.locator(f"{ROWS}:visible h3").all_inner_texts()
        assert 12 < len(titles) == praktijk_count(page)
        assert titles == sorted(titles, key=str.casefold)

    def test_another_order(self, open_page: Visitor) -> None:
        """What stands in the page is what is read aloud and reached by keyboard: no order for the eye alone."""
        page = open_page("/praktijken/")
        before = page.locator(f"{ROWS}:visible h3").all_inner_texts()
        page.get_by_label("Sorteer op").select_option("naam")
        page.wait_for_url("**/praktijken/?volgorde=naam")
        after = page.locator(f"{ROWS}:visible h3").all_inner_texts()
        assert len(after) == 12
        assert after != before
        page.get_by_label("Sorteer op").select_option("gecontroleerd")
        page.wait_for_url("**/praktijken/")
        expect(page.locator(f"{ROWS}:visible h3")).to_have_text(before)

    def test_no_row_is_lost(self, open_page: Visitor) -> None:
        """Whatever is chosen, each row is in one of the two lists, once."""
        page = open_page("/praktijken/")
        total = praktijk_count(page)
        trend = page.get_by_label("Anders vervoeren")
        order = page.get_by_label("Sorteer op")
        more = page.get_by_role("button", name="Toon de volgende")
        acts: list[tuple[int, Callable[[], object]]] = [
            (12, trend.check),
            (12, partial(order.select_option, "bewijs")),
            (12, trend.uncheck),
            (24, more.click),
        ]
        for visible, act in acts:
            act()
            expect(page.locator(f"{ROWS}:visible")).to_have_count(visible)
            addresses = page.locator(f"{ROWS} h3 a").evaluate_all("links => links.map(link => link.pathname)")
            assert len(addresses) == len(set(addresses)) == total

    def test_on_a_phone(self, open_page: Visitor) -> None:
        """The form opens over the page, stays open while choosing, and closes on the result."""
        page = open_page("/praktijken/", 375)
        page.locator(".filterknop").click()
        page.locator("summary", has_text="Status").click()
        page.get_by_label("Gestopt").check()
        assert violations(page) == []
        page.locator("#filters .knop").click()
        expect(page.locator("#filters")).to_be_hidden()
        expect(page.locator("#aantal")).to_be_focused()
        expect(page.locator(".filterknop")).to_have_text("Filters: 1 actief")

    def test_a_card_names_the_chosen_trend(self, open_page: Visitor) -> None:
        """Also where another trend is its first; without the choice it tells the first alone."""
        page = open_page("/praktijken/?trend=anders-werken&status=gestopt")
        page.locator("#lijst > .kaartjes").first.wait_for()
        cards = page.locator("#lijst > .kaartjes:not([hidden]) > li:visible .kaartje-meta").all_inner_texts()
        assert cards
        assert all(card.count("Anders werken") == 1 for card in cards)
        assert any("ook Anders werken" in card for card in cards)
        assert violations(page) == []
        page.get_by_role("button", name="Haal weg: Anders werken").click()
        expect(page.locator("#lijst > .kaartjes:not([hidden]) .ook")).to_have_count(0)


class TestMap:
    """The map says what the list says."""

    def test_a_province_is_a_filter(self, open_page: Visitor) -> None:
        page = open_page("/praktijken/")
        province = page.get_by_role("link", name="Drenthe", exact=True)
        province.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/praktijken/?provincie=drenthe")
        expect(province).to_be_focused()
        expect(page.locator("input[value=drenthe]")).to_be_checked()
        assert (
            page.locator(".kaart-punten circle:not(.kaart-doel):not(.rest)").count()
            == page.locator(".register li:not([hidden])").count()
        )
        assert on_map(page) >= praktijk_count(page) > 0
        assert violations(page) == []

    def test_a_dot_leads_to_its_gemeente(self, open_page: Visitor) -> None:
        page = open_page("/praktijken/provincie/zeeland/")
        page.locator('.kaart a[href="/gemeenten/terneuzen/"] .kaart-doel').click(force=True)
        page.wait_for_url("**/gemeenten/terneuzen/")

    def test_a_province_leads_to_its_page(self, open_page: Visitor) -> None:
        page = open_page("/praktijken/status/gestopt/")
        page.get_by_role("link", name="Fryslân", exact=True).press("Enter")
        page.wait_for_url("**/praktijken/provincie/fryslan/")
        expect(page.get_by_role("link", name="Fryslân", exact=True)).to_have_attribute("aria-current", "page")


class TestCompare:
    """Up to three praktijken side by side, chosen in a list, in the address or on the page."""

    THREE = "#p=kentekencameras-breestraat-leiden,autoluwe-binnenstad-amersfoort,circulatieplan-gent"

    def test_ticked_in_a_list(self, open_page: Visitor) -> None:
        """A fourth does not fit, and the cards say so."""
        page = open_page("/praktijken/provincie/drenthe/")
        boxes = page.locator(".aanvinken input")
        for number in range(3):
            boxes.nth(number).check()
        expect(boxes.nth(3)).to_be_disabled()
        expect(page.locator(".vergelijkbalk")).to_contain_text("3 gekozen")
        assert violations(page) == []
        page.get_by_role("link", name="Zet naast elkaar").click()
        expect(page.locator("thead th")).to_have_count(3)

    @pytest.mark.parametrize("width", [320, 1280])
    def test_differences_are_said_in_words(self, open_page: Visitor, width: int) -> None:
        page = open_page(f"/praktijken/vergelijk/{self.THREE}", width)
        expect(page.locator("h1")).to_have_text("Drie praktijken naast elkaar")
        rows = page.locator("tbody tr")
        words = [row.split(":")[0].strip() for row in page.locator("tbody th b").all_inner_texts()]
        assert set(words) == {"gelijk", "deels gelijk", "verschilt"}
        assert all(page.locator("tbody tr").nth(i).locator("td").count() == 3 for i in range(len(words)))
        expect(page.locator("tbody small").first).to_have_text("alleen hier")
        expect(page.get_by_text("“Alleen hier” betekent")).to_be_visible()
        expect(page.locator(".lead")).to_be_hidden()
        page.get_by_label("Toon alleen verschillen").check()
        assert page.locator("tbody tr:visible").count() == rows.count() - words.count("gelijk")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_a_column_goes_and_another_comes(self, open_page: Visitor) -> None:
        """The address follows, the focus stays near, and the back button brings back what went."""
        page = open_page(f"/praktijken/vergelijk/{self.THREE}")
        page.get_by_role("button", name="Haal weg Amersfoort").click()
        expect(page.locator("thead th")).to_have_count(2)
        expect(page.get_by_role("button", name="Haal weg Gent")).to_be_focused()
        page.get_by_label("Zet er een praktijk naast").select_option("tilburg-lochal")
        page.get_by_role("button", name="Voeg toe").click()
        expect(page.locator("thead th")).to_have_count(3)
        assert page.url.endswith("#p=kentekencameras-breestraat-leiden,circulatieplan-gent,tilburg-lochal")
        expect(page.get_by_label("Zet er een praktijk naast")).to_have_count(0)
        page.go_back()
        page.go_back()
        expect(page.get_by_role("button", name="Haal weg Amersfoort")).to_be_visible()

    def test_nothing_chosen(self, open_page: Visitor) -> None:
        """The page offers a picker and examples; what does not exist is passed over."""
        page = open_page("/praktijken/vergelijk/#p=bestaat-niet")
        expect(page.get_by_label("Kies de eerste praktijk")).to_be_visible()
        expect(page.locator(".lead")).to_be_visible()
        assert violations(page) == []
        page.locator(".vergelijk-voorbeelden a").first.click()
        expect(page.locator("h1")).to_be_focused()
        assert page.locator("thead th").count() > 1

    def test_only_what_the_table_says_is_explained(self, open_page: Visitor) -> None:
        """Of one praktijk nothing can be only here."""
        page = open_page("/praktijken/vergelijk/#p=tilburg-lochal")
        expect(page.locator("h1")).to_have_text("Eén praktijk")
        page.locator("table").wait_for()
        expect(page.locator("tbody small")).to_have_count(0)
        expect(page.get_by_text("“Alleen hier” betekent")).to_have_count(0)
        pair = "#p=breda-toegankelijke-binnenstad,camerahandhaving-centrum-heerenveen"
        page.goto(page.url.split("#")[0] + pair)
        page.locator("thead th").nth(1).wait_for()
        expect(page.locator("tbody small")).to_have_count(0)
        expect(page.get_by_text("“Alleen hier” betekent")).to_have_count(0)
        expect(page.get_by_text("De keuze staat in de link")).to_be_visible()

    def test_in_print(self, open_page: Visitor) -> None:
        """The table stays a table; what can be pressed is gone."""
        page = open_page(f"/praktijken/vergelijk/{self.THREE}", 375)
        page.locator("table").wait_for()
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.querySelector('.vergelijk td')).display") == "table-cell"
        expect(page.get_by_role("button", name="Haal weg").first).to_be_hidden()
        expect(page.get_by_role("button", name="Kopieer de link")).to_be_hidden()
        expect(page.get_by_text("De keuze staat in de link")).to_be_hidden()
