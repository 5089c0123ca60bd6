"""Whole tasks in the windtunnel and the explorer of trends: by keyboard, with a link, back, and on paper."""

from __future__ import annotations

import json
import re
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import SHEET, Visitor, violations

pytestmark = pytest.mark.browser

ADDRESS = "/scenarios/windtunnel/"
LONGEST_LINK = 300
SLOWER = 6
MOST_MILLISECONDS = 10 * 50  # the bar is 50; a test guards with tenfold slack
PAGES = re.compile(rb"/Type /Pages[^>]*?/Count (\d+)|/Count (\d+)[^>]*?/Type /Pages")


def rows(page: Page) -> int:
    return page.locator("#uitkomst tbody tr").count()


def open_tool(open_page: Visitor, fragment: str = "", width: int = 1280, **options: Any) -> Page:
    page = open_page(f"{ADDRESS}{fragment}", width, **options)
    expect(page.locator("#filter-kans option").first).to_be_attached()
    return page


def answer(page: Page, *texts: str) -> None:
    """Answer the question of the first measures that still have it."""
    for text in texts:
        page.locator("#uitkomst input").first.fill(text)
        page.keyboard.press("Enter")


def begin(page: Page) -> None:
    page.get_by_role("button", name="Begin met drie kansen").click()
    answer(page, "Geen geld", "Niemand doet mee", "Weet ik niet")
    expect(page.locator("#uitkomst select")).to_have_count(12)


def test_a_memo_by_keyboard(open_page: Visitor) -> None:
    """From a kans to a memo with an own measure: the question first, then verdicts."""
    page = open_page("/kansen/anders-werken/")
    link = page.get_by_role("link", name=re.compile("Toets deze kans")).first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{ADDRESS}#w=*")
    expect(page.locator("#uitkomst select")).to_have_count(0)
    expect(page.locator("#uitkomst input")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#uitkomst select")).to_have_count(0)
    page.keyboard.type("Als de eigenaar verkoopt")
    page.keyboard.press("Enter")
    expect(page.locator("#uitkomst select").first).to_be_focused()
    expect(page.locator("#uitkomst th[scope=row]")).to_contain_text("Als de eigenaar verkoopt")

    page.locator("#filter-eigen").focus()
    page.keyboard.type("Nachtbus op zaterdag")
    page.keyboard.press("Enter")
    page.keyboard.type("Geen chauffeurs")
    page.keyboard.press("Enter")
    own = page.locator("#uitkomst tbody tr").nth(1)
    expect(own).to_contain_text("nog 4 te beoordelen")
    for key in ("w", "w", "m", "w"):
        page.keyboard.type(key)
        page.keyboard.press("Tab")
    expect(own.locator(".robuustheid")).to_have_text("robuust")
    expect(own).to_contain_text("telt 3,5 van 4")
    expect(own).to_contain_text("Volg De exclusieve binnenstad")
    assert len(page.url) <= LONGEST_LINK


def test_another_verdict_says_what_ours_was(open_page: Visitor) -> None:
    page = open_tool(open_page)
    begin(page)
    cell = page.locator("#uitkomst tbody td").first
    ours = cell.locator("select option:checked").inner_text()
    other = "werkt niet" if ours != "werkt niet" else "werkt"
    cell.locator("select").select_option(label=other)
    expect(cell.locator("p")).to_contain_text(f"Redactie: {ours}.")
    cell.locator("select").select_option(label=ours)
    expect(cell.locator("p")).not_to_contain_text("Redactie")


def test_reload_back_and_a_shared_link(open_page: Visitor) -> None:
    """What a reader wrote stays in the tab; the link holds measures and verdicts."""
    page = open_tool(open_page)
    begin(page)
    page.locator("#uitkomst select").first.select_option(label="werkt niet")
    page.reload()
    expect(page.locator("#uitkomst select").first).to_have_value("3")
    expect(page.locator("#uitkomst tbody")).to_contain_text("Niemand doet mee")
    page.get_by_role("button", name="Haal weg").first.click()
    assert rows(page) == 2
    page.go_back()
    assert rows(page) == 3
    expect(page.locator("#uitkomst select").first).to_have_value("3")

    other = open_tool(open_page, page.url.partition("#")[1] + page.url.partition("#")[2])
    expect(other.locator("#uitkomst select").first).to_have_value("3")
    expect(other.locator("#uitkomst tbody")).not_to_contain_text("Niemand doet mee")


@pytest.mark.parametrize(
    ("fragment", "sentence"),
    [
        ("#w=1.abc~lege.000", "Deze link is niet heel"),
        ("#w=" + "9" * 100_000, "Deze link is niet heel"),
        ("#w=<script>alert(1)</script>", "Deze link is niet heel"),
        ("#kans=bestaat-niet", "“bestaat niet” staat niet meer op deze site"),
        ("#zomaar", ""),
        ("#w", ""),
    ],
)
def test_a_link_that_cannot_be_read(open_page: Visitor, fragment: str, sentence: str) -> None:
    """A sentence, and the page as without a link."""
    page = open_tool(open_page, fragment)
    expect(page.locator("#meldingen")).to_contain_text(sentence)
    page.get_by_role("button", name="Begin met drie kansen").click()
    assert rows(page) == 3


def test_a_kans_that_is_gone_is_named_and_the_rest_kept(open_page: Visitor) -> None:
    page = open_tool(open_page)
    begin(page)
    make = """async () => {
      const { src } = document.querySelector("script[src*=windtunnel]");
      const { packed, packNumbers } = await import(src.replace("windtunnel.js", "state.js"));
      const names = location.hash.split(".")[1].split("~").slice(1, 3);
      location.hash = packed("w", 1, [packNumbers([256, 256, 256], 512), ...names, "ooit-een-kans"].join("~"));
    }"""
    page.evaluate(make)
    expect(page.locator("#meldingen")).to_contain_text("De kans “ooit een kans” staat niet meer op deze site")
    assert rows(page) == 2


def test_markup_of_a_reader_is_text(open_page: Visitor) -> None:
    page = open_tool(open_page)
    page.locator("#filter-eigen").fill("<img src=x onerror=alert(1)>\u202e")
    page.keyboard.press("Enter")
    expect(page.locator("#uitkomst th[scope=row]")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#uitkomst img").count() == 0


def test_six_measures_at_most(open_page: Visitor) -> None:
    """The six kansen with the longest names fit in a link; own measures that do not are refused in words."""
    page = open_tool(open_page)
    codes = page.locator("#filter-kans option").evaluate_all("all => all.map(option => option.value)")
    for code in sorted(codes, key=len)[-6:]:
        page.locator("#filter-kans").select_option(code)
        page.get_by_role("button", name="Voeg toe deze kans").click()
    assert rows(page) == 6
    expect(page.locator(".maatregelkeuze")).to_be_hidden()
    assert len(page.url) <= LONGEST_LINK
    page.get_by_role("button", name="Begin opnieuw").click()
    for number in range(6):
        page.locator("#filter-eigen").fill(f"{number} " + "een heel lange maatregel " * 3)
        page.get_by_role("button", name="Voeg toe uw maatregel").click()
    expect(page.locator("#meldingen")).to_contain_text("past niet meer in de link")
    assert 2 <= rows(page) < 6
    assert len(page.url) <= LONGEST_LINK


def test_nothing_of_a_choice_is_asked_or_stored(open_page: Visitor) -> None:
    """The first choice asks for the judgements on all kansen, in one file that the page names. A browser may ask the
    drawings of every page again; they do not depend on a choice.
    """
    page = open_tool(open_page)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/beeld/" not in request.url else None)
    begin(page)
    page.locator("#uitkomst select").first.select_option(label="werkt niet")
    page.locator("#filter-eigen").fill("Nachtbus")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Kopieer de link").click()
    page.wait_for_timeout(200)
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length]")
    assert asked == [page.evaluate("new URL(document.querySelector('.windtunnel').dataset.oordelen, location).href")]
    assert kept == [0, 0, 0]


@pytest.mark.parametrize("width", [1280, 768, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_in_every_state(open_page: Visitor, width: int, scheme: str) -> None:
    page = open_tool(open_page, "", width, color_scheme=scheme)
    page.get_by_role("button", name="Begin met drie kansen").click()
    asking = violations(page)
    answer(page, "Geen geld")
    page.locator("#filter-eigen").fill("Nachtbus")
    page.keyboard.press("Enter")
    answer(page, "a", "b", "c")
    assert [asking, violations(page)] == [[], []]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_verdict_is_counted_at_once(open_page: Visitor) -> None:
    """On a processor six times slower, from the choice to the new outcome."""
    page = open_tool(open_page)
    begin(page)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    times = page.evaluate("""() => [1, 2, 3, 1, 2].map(value => {
      const choice = document.querySelector("#uitkomst select");
      const start = performance.now();
      choice.value = value;
      choice.dispatchEvent(new Event("change"));
      return performance.now() - start;
    })""")
    assert sorted(times)[2] < MOST_MILLISECONDS


def sheets(page: Page) -> int:
    page.emulate_media(media="print")
    found = PAGES.search(page.pdf(prefer_css_page_size=True))
    assert found
    return int(found[1] or found[2])


def test_the_memo_is_one_sheet(open_page: Visitor) -> None:
    """Six kansen with the most words, each with an answer: table, signals, first steps and sources."""
    page = open_tool(open_page)
    choices, verdicts = (
        page.evaluate(f"fetch(document.querySelector('.windtunnel').dataset.{name}).then(file => file.json())")
        for name in ("keuzes", "oordelen")
    )
    texts = {
        choice[0]: [choice[1], step, sources]
        for choice, (_, step, _, sources) in zip(choices["kansen"], verdicts["kansen"], strict=True)
    }
    for code in sorted(texts, key=lambda code: len(json.dumps(texts[code])))[-6:]:
        page.locator("#filter-kans").select_option(code)
        page.get_by_role("button", name="Voeg toe deze kans").click()
        answer(page, "Als de eigenaren niet meedoen en bewoners bezwaar maken")
    assert sheets(page) == 1
    page.set_viewport_size({"width": SHEET, "height": 900})
    expect(page.locator("#blad")).to_be_hidden()
    for heading in ("Signalen om te volgen", "Eerste stappen", "Bronnen"):
        expect(page.locator("#uitkomst h3", has_text=heading)).to_be_visible()
    expect(page.locator("#uitkomst ol a").last).to_contain_text("https://")


def test_without_script(open_page: Visitor) -> None:
    """The kansen that hold, and a sheet to fill in; nothing that does nothing."""
    page = open_page(ADDRESS, java_script_enabled=False)
    expect(page.locator(".windtunnel")).to_be_hidden()
    expect(page.locator("#overal tbody tr").first).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator("#blad tbody tr:visible").count() == 6
    expect(page.get_by_role("heading", name="Zo telt het")).to_be_visible()


class TestStreet:
    """The street of one scenario at a time."""

    ADDRESS = "/scenarios/?scenario=binnenstad-united#verken-werken"

    def drawn(self, page: Page) -> list[int]:
        """Which drawings can be seen, once nothing moves any more."""
        page.evaluate("() => Promise.allSettled(document.getAnimations().map(animation => animation.finished))")
        opacities = "all => all.map(drawing => getComputedStyle(drawing).opacity)"
        return [i for i, o in enumerate(page.locator(".kwadrant .tekening").evaluate_all(opacities)) if o == "1"]

    def places(self, page: Page) -> int:
        """In how many places there are drawings."""
        boxes = page.locator(".kwadrant .tekening").evaluate_all(
            "all => all.map(d => d.getBoundingClientRect().toJSON())"
        )
        return len({(box["x"], box["y"]) for box in boxes})

    def test_what_changes_is_swapped_in_place(self, open_page: Visitor) -> None:
        """By keyboard; the address then has the scenario and the trend, for a reload and for others."""
        page = open_page("/scenarios/#verken-werken")
        assert (self.drawn(page), self.places(page)) == ([0], 1)
        page.get_by_role("radio", name="De binnenstad als game").focus()
        page.keyboard.press("ArrowRight")
        assert self.drawn(page) == [1]
        assert page.url.endswith(self.ADDRESS)
        assert violations(page) == []
        page.reload()
        assert self.drawn(page) == [1]
        assert page.locator(".kwadrant-trend p:visible b").all_inner_texts() == ["Anders werken."] * 4
        page.locator(".trendkeuze a[href='#verken-vervoeren']").click()
        assert page.url.endswith("?scenario=binnenstad-united#verken-vervoeren")
        assert self.drawn(page) == [1]

    @pytest.mark.parametrize(
        ("width", "script", "media"), [(1280, False, "screen"), (375, True, "screen"), (1280, True, "print")]
    )
    def test_elsewhere_all_four_stand_beside_each_other(
        self, open_page: Visitor, width: int, script: bool, media: Literal["screen", "print"]
    ) -> None:
        page = open_page(self.ADDRESS, width, java_script_enabled=script)
        page.emulate_media(media=media)
        assert page.locator(".toekomst:visible").count() == 0
        assert page.locator(".kwadrant .tekening:visible").count() == 4
        if script:
            assert (self.drawn(page), self.places(page)) == ([0, 1, 2, 3], 4)


class TestExplorer:
    """One trend in four scenarios, without script."""

    def shown(self, page: Page) -> list[str]:
        return page.locator(".kwadrant-trend p:visible b").all_inner_texts()

    def test_a_trend_has_an_address(self, open_page: Visitor) -> None:
        page = open_page("/scenarios/", java_script_enabled=False)
        first = self.shown(page)
        assert len(first) == 4
        assert len(set(first)) == 1
        page.locator(".trendkeuze a[href='#verken-werken']").focus()
        page.keyboard.press("Enter")
        assert page.url.endswith("/scenarios/#verken-werken")
        assert self.shown(page) == ["Anders werken."] * 4
        expect(page.get_by_role("heading", name="Anders werken in vier scenario’s")).to_be_in_viewport()
        page.reload()
        assert self.shown(page) == ["Anders werken."] * 4
        page.go_back()
        assert self.shown(page) == first

    def test_another_place_on_the_page_changes_nothing(self, open_page: Visitor) -> None:
        page = open_page("/scenarios/#signalen")
        assert len(self.shown(page)) == 4

    def test_on_paper_all_trends_are_there(self, open_page: Visitor) -> None:
        page = open_page("/scenarios/#verken-werken", SHEET)
        page.emulate_media(media="print")
        assert len(self.shown(page)) == 24
        assert page.locator(".assen h2:visible").count() == 0
