"""The trendscan in a browser: whole tasks, by keyboard, with what links and groups bring."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import SHEET, Visitor, violations

pytestmark = pytest.mark.browser

SCAN = "/aan-de-slag/trendscan/"
NEXT, OUTCOME = "Volgende stelling", "Naar de uitslag"
SLOWER = 6
MOST_TIME = 10 * 50  # the bar is 50; a test guards with tenfold slack
"""Milliseconds of work for a change of the outcome, on a processor so many times as slow."""
SPENT = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
CHANGE = """() => {
  document.querySelector(".stelling:not([hidden]) input:not(:checked)").click();
  return document.body.offsetHeight;
}"""


def fill(page: Page, influence: int = 2, readiness: int = 2, strong: str = "vervoeren", skip: int = 0) -> None:
    """Answers the statements one by one, the last `skip` of a trend not; those of one trend otherwise."""
    cards = page.locator(".stelling")
    for index in range(cards.count()):
        card = cards.nth(index)
        number = card.get_attribute("data-nummer")
        own = (4, 1) if card.get_attribute("data-trend") == strong else (influence, readiness)
        if index % 3 < 3 - skip:
            for name, value in zip("iv", own, strict=True):
                page.locator(f'[name="{name}{number}"][value="{value}"]').check(force=True)
        if index < cards.count() - 1:
            page.get_by_role("button", name=NEXT).click()
    page.get_by_role("button", name=OUTCOME).click()


class TestAlone:
    """An alderman, from the first statement to what to do on Monday."""

    def test_by_keyboard_alone(self, open_page: Visitor) -> None:
        """Arrow and space choose, Enter goes on; the title of the outcome has the focus."""
        page = open_page(SCAN)
        for index in range(18):
            page.locator(".stelling:not([hidden]) input").first.focus()
            for _ in range(2):
                page.keyboard.press("ArrowRight")
                page.keyboard.press("Tab")
            page.get_by_role("button", name=OUTCOME if index == 17 else NEXT).focus()
            page.keyboard.press("Enter")
            if index < 17:
                assert page.evaluate("document.activeElement.matches('.stelling:not([hidden]) h3')")
        expect(page.locator("h1")).to_be_focused()
        expect(page.locator("h1")).to_contain_text("staan gelijk")
        assert violations(page) == []

    def test_the_outcome_in_words_and_as_a_table(self, open_page: Visitor) -> None:
        page = open_page(SCAN)
        fill(page)
        expect(page.locator("h1")).to_have_text("Begin met anders vervoeren")
        expect(page.locator(".lead")).to_have_text(
            "Daar is de invloed zeer groot (4,0 van 4) en bent u weinig voorbereid (1,0)."
        )
        first = page.locator("#volgorde tbody tr").first.locator("td, th").all_inner_texts()
        assert [first[index].strip() for index in (0, 1, 2, 3, 5)] == ["1", "Anders vervoeren", "4,0", "1,0", "12,0"]
        assert page.locator("#volgorde tbody tr").nth(5).locator("td").first.inner_text() == "2"
        expect(page.locator("#maandag li")).to_have_count(3)

    def test_reload_back_and_a_shared_link(self, open_page: Visitor) -> None:
        page = open_page(SCAN)
        fill(page)
        link = page.url
        page.reload()
        expect(page.locator("h1")).to_have_text("Begin met anders vervoeren")
        page.go_back()
        expect(page.locator("h1")).to_have_text("Trendscan")
        expect(page.locator("#voortgang")).to_have_text("36 van 36 antwoorden")
        page.go_forward()
        expect(page.locator("h1")).to_have_text("Begin met anders vervoeren")
        other = open_page(link[link.index(SCAN) :])
        expect(other.locator("h1")).to_have_text("Begin met anders vervoeren")
        other.keyboard.press("Tab")
        other.keyboard.press("Enter")
        assert other.url == link, "the skip link keeps the answers"

    def test_what_is_left_out_is_said(self, open_page: Visitor) -> None:
        page = open_page(SCAN)
        fill(page, skip=1)
        expect(page.locator("#overgeslagen")).to_contain_text("6")
        page = open_page(SCAN)
        fill(page, skip=3)
        expect(page.locator("#scan-melding")).to_contain_text("Nog te doen: anders ")
        expect(page.locator("h1")).to_have_text("Trendscan")

    def test_the_list_for_monday(self, open_page: Visitor, tmp_path: Path) -> None:
        """Owner and date stay in a short link and come into the agenda; another kans can be chosen."""
        page = open_page(SCAN)
        fill(page)
        page.get_by_role("button", name="agenda").click()
        expect(page.locator("#scan-melding")).to_have_text("Zet eerst bij een actie wanneer u begint.")
        row = page.locator("#maandag li").first
        row.locator("select").select_option(index=3)
        title = row.locator("h3").inner_text()
        row.get_by_placeholder("rol of team").fill("team <b>verkeer</b>")
        row.get_by_label("Wanneer").fill("2026-12-14")
        page.keyboard.press("Tab")
        with page.expect_download() as download:
            page.get_by_role("button", name="agenda").click()
        download.value.save_as(tmp_path / "lijst.ics")
        (event,) = icalendar.Calendar.from_ical((tmp_path / "lijst.ics").read_bytes()).walk("VEVENT")
        assert str(event["SUMMARY"]) == title
        assert "Wie: team <b>verkeer</b>" in str(event["DESCRIPTION"])
        page.reload()
        expect(page.locator("#maandag h3").first).to_have_text(title)
        expect(page.locator("#maandag li").first.get_by_placeholder("rol of team")).to_have_value("team <b>verkeer</b>")
        assert len(page.url) <= 300

    def test_nothing_is_asked_or_stored(self, open_page: Visitor) -> None:
        page = open_page(SCAN)
        page.wait_for_load_state("networkidle")
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        fill(page)
        page.locator("#maandag li").first.get_by_placeholder("rol of team").fill("wij")
        page.keyboard.press("Tab")
        assert {url.rpartition("/")[2] for url in requests} <= {"merk.svg"}, (
            "browsers show the icon anew, from their cache"
        )
        assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0

    def test_an_answer_changes_the_outcome_in_time(self, open_page: Visitor) -> None:
        page = open_page(SCAN)
        fill(page)
        client = page.context.new_cdp_session(page)
        client.send("Performance.enable", {"timeDomain": "threadTicks"})

        def spent() -> float:
            metrics = client.send("Performance.getMetrics")["metrics"]
            seconds: float = sum(metric["value"] for metric in metrics if metric["name"] in SPENT)
            return 1000 * seconds

        times = []
        for _ in range(5):
            before = spent()
            page.evaluate(CHANGE)
            times.append(spent() - before)
        assert 0 < min(times) * SLOWER < MOST_TIME


@pytest.mark.parametrize(
    ("fragment", "sentence"),
    [
        ("", ""),
        ("#s=1.i~0", "Deze link is niet heel"),
        ("#s=2.abc.000", "Deze link is niet heel"),
        ("#s=" + "9" * 100_000, "Deze link is niet heel"),
        ("#s=%3Cscript%3Ealert(1)%3C/script%3E", "Deze link is niet heel"),
        ("#g=1.x", "Deze link is niet heel"),
    ],
)
def test_a_fragment_from_anybody(open_page: Visitor, fragment: str, sentence: str) -> None:
    page = open_page(SCAN + fragment)
    expect(page.locator("#scan-melding")).to_contain_text(sentence)
    expect(page.locator("h1")).to_have_text("Trendscan")
    expect(page.get_by_role("button", name=NEXT)).to_be_visible()


class TestGroup:
    """A facilitator, with the links that people sent."""

    def links(self, open_page: Visitor) -> list[str]:
        links = []
        for influence, strong in ((0, "vervoeren"), (1, "vervoeren"), (4, "werken")):
            page = open_page(SCAN)
            fill(page, influence, strong=strong)
            links.append(page.url)
        return links

    def test_a_group(self, open_page: Visitor) -> None:
        """Where it was divided comes first; the outcome has a link of its own, and nobody can be told apart."""
        links = self.links(open_page)
        page = open_page(SCAN)
        page.get_by_label("Links van uw groep").fill(f"Hoi {links[0]}, en <{links[1]}>\n{links[2]} {links[0]} #s=1.x")
        page.get_by_role("button", name="Bereken").click()
        expect(page.locator("h1")).to_be_focused()
        expect(page.locator("#groep-melding")).to_have_text(
            "Verschillende links gevonden: 3. Dubbel, en één keer geteld: 1. "
            "Niet te lezen, leeg of al een uitslag van een groep: 1."
        )
        expect(page.locator("#verdeeld h2")).to_have_text("Hier was uw groep verdeeld")
        expect(page.locator("#verdeeld tbody tr").first).to_contain_text("(0 tot 4)")
        expect(page.locator(".lead")).to_contain_text("Uitslag van 3 mensen.")
        assert len(page.url) <= 300
        assert violations(page) == []
        title = page.locator("h1").inner_text()
        page.reload()
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator("#stellingen")).to_be_hidden()
        page.go_back()
        expect(page.locator("h1")).to_have_text("Trendscan")

    def test_no_links(self, open_page: Visitor) -> None:
        page = open_page(SCAN)
        page.get_by_label("Links van uw groep").fill("Hier staat niets")
        page.get_by_role("button", name="Bereken").click()
        expect(page.locator("#groep-melding")).to_contain_text("Een groep begint bij twee.")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_mistakes_in_any_state(open_page: Visitor, width: int, scheme: str) -> None:
    page = open_page(SCAN, width, color_scheme=scheme)
    assert violations(page) == []
    fill(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_there_is_the_sheet(open_page: Visitor) -> None:
    page = open_page(SCAN, java_script_enabled=False)
    expect(page.locator(".scan form")).to_be_hidden()
    page.get_by_role("link", name="Trendscan op papier").click()
    expect(page.locator(".scan-blad > li")).to_have_count(18)
    expect(page.locator(".scan-qr svg")).to_be_visible()


def test_the_outcome_prints_with_its_list(open_page: Visitor) -> None:
    """Order and list on one page; statements and the group are not there."""
    page = open_page(SCAN)
    fill(page)
    page.locator("#maandag li").first.get_by_placeholder("rol of team").fill("team verkeer")
    page.keyboard.press("Tab")
    page.set_viewport_size({"width": SHEET, "height": 900})
    page.emulate_media(media="print")
    expect(page.locator("#maandag li").first.get_by_placeholder("rol of team")).to_be_visible()
    expect(page.locator("#maandag select").first).to_be_hidden()
    expect(page.locator("#stellingen")).to_be_hidden()
    expect(page.locator("#groep")).to_be_hidden()
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 1
