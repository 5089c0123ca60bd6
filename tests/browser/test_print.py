"""What comes out of the printer: signs that keep their meaning, what stays together, and where it came from."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.pages import ADDRESSES, SHEET, Visitor, box_of

pytestmark = pytest.mark.browser

WINDOW = """window => {
  const { backgroundColor, backgroundImage, borderTopColor, borderTopStyle, printColorAdjust }
    = getComputedStyle(window, "::before");
  return { backgroundColor, backgroundImage, borderTopColor, borderTopStyle, printColorAdjust };
}"""
NOTHING = "rgba(0, 0, 0, 0)"
LINE = 18
"""The height of a line of print in pixels."""
FEWEST = 150
"""The characters of a last sheet that is worth its paper."""
FEWEST_BEFORE = 800
"""The same of a sheet after which another comes: more than a title and a lead."""
HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4")]
  .map(({ textContent }) => textContent.replaceAll("\\u00ad", "").replaceAll(/\\s+/g, " ").trim())"""
DARKENED = """() => ["samenleven", "produceren", "consumeren", "werken", "investeren", "vervoeren"].filter(trend => {
  const word = Object.assign(document.createElement("b"), { className: `trend-${trend} trendlabel` });
  document.body.append(word);
  const light = getComputedStyle(word).color.match(/\\d+/g).map(Number);
  return light.reduce((sum, part) => sum + (255 - part) ** 2, 0) < 255 ** 2;
})"""
"""The trends of which the colour is so light that Chromium prints text in it much darker, unless it is told not to."""


WITHOUT_PRAKTIJK = """() => {
  const line = document.createElement("p");
  line.className = "ramen raam-onbekend";
  line.textContent = "Nog geen praktijk bekend";
  document.querySelector(".kans").append(line);
}"""


def test_the_windows_of_kansen_stay_apart(open_page: Visitor) -> None:
    """Filled is a praktijk, hatched one that stopped, dashed and empty none yet: a border alone leaves a hole."""
    page = open_page(ADDRESSES["kansen.html"])
    page.emulate_media(media="print")
    praktijk = page.locator(".ramen > li:not(.raam-dicht)").first.evaluate(WINDOW)
    stopped = page.locator(".ramen > .raam-dicht").first.evaluate(WINDOW)
    page.evaluate(WITHOUT_PRAKTIJK)  # every kans may have one
    unknown = page.locator(".raam-onbekend").last.evaluate(WINDOW)

    assert praktijk["backgroundColor"] == praktijk["borderTopColor"] != NOTHING
    assert "gradient" in stopped["backgroundImage"]
    assert stopped["backgroundColor"] == unknown["backgroundColor"] == NOTHING
    assert (praktijk["borderTopStyle"], unknown["borderTopStyle"]) == ("solid", "dashed")
    assert {window["printColorAdjust"] for window in (praktijk, stopped, unknown)} == {"exact"}


@pytest.mark.parametrize(
    ("template", "cards"),
    [("start.html", ".kaartjes:not(.deuren)"), ("trend.html", "#praktijken .kaartjes"), ("scenario.html", ".andere")],
)
def test_three_cards_stand_side_by_side(open_page: Visitor, template: str, cards: str) -> None:
    """Two by two the third would be alone in its row, and often alone on the next sheet."""
    page = open_page(ADDRESSES[template], SHEET)
    page.emulate_media(media="print")
    places = page.locator(f"{cards} > li").evaluate_all("all => all.map(item => item.getBoundingClientRect().top)")

    assert len(places) == 3
    assert len(set(places)) == 1


def test_every_kind_on_paper(open_page: Visitor, site: str) -> None:
    """Its first words stand below the line of the masthead, which tells where they came from and who published them."""
    page = open_page("/", SHEET)
    expect(page.locator(".op-papier")).to_be_hidden()
    page.emulate_media(media="print")
    wrong: dict[str, object] = {}
    for template, address in ADDRESSES.items():
        page.goto(site + address)
        line = box_of(page.locator(".kop"))
        words = box_of(page.locator("main :is(h1, .meta):visible").first)
        if words["y"] - line["y"] - line["height"] < LINE:
            wrong[f"{template}: below the line"] = words["y"] - line["y"] - line["height"]
        for foot in map(box_of, page.locator(".voet:visible").all()):
            if foot["y"] + foot["height"] > line["y"] + line["height"]:
                wrong[f"{template}: in the masthead"] = foot
        canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
        if not canonical.startswith("https://") or page.locator(".kop .op-papier").all_inner_texts() != [canonical]:
            wrong[f"{template}: where from"] = canonical

    assert wrong == {}


@pytest.mark.parametrize("template", ["kansen.html", "trend.html", "scenarios.html", "gemeente.html", "plaatsen.html"])
def test_no_sheet_is_for_nothing(open_page: Visitor, template: str) -> None:
    """None ends with a heading or is left half-way for what did not fit; the last one holds more than a few words."""
    page = open_page(ADDRESSES[template])
    headings = page.evaluate(HEADINGS)
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]

    assert len(sheets[-1]) > FEWEST
    assert all(len(sheet) > FEWEST_BEFORE for sheet in sheets[:-1])
    assert [lines[-1] for lines in map(str.splitlines, sheets) if lines[-1].strip() in headings] == []


def test_each_pair_of_scenarios_has_its_sheet(open_page: Visitor) -> None:
    """The first below the title, with what the axes say above the columns; no name or text of one is split."""
    page = open_page(ADDRESSES["scenarios.html"])
    names = page.locator(".kwadrant h3").all_inner_texts()
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    first, second = (" ".join(sheet.extract_text().split()) for sheet in pdf.pages[:2])

    assert [name for name in names if name in first] == names[:2]
    assert [name for name in names if name in second] == names[2:]
    page.emulate_media(media="print")
    left, right, scenario = (box_of(page.locator(part).first) for part in (".as-links", ".as-rechts", ".kwadrant > li"))
    assert left["y"] == right["y"] < scenario["y"]
    assert left["x"] < right["x"]


def test_the_first_letter_of_the_terms_has_room(open_page: Visitor) -> None:
    page = open_page(ADDRESSES["begrippen.html"], SHEET)
    page.emulate_media(media="print")
    letters = box_of(page.locator(".begrippen"))
    note = box_of(page.locator("main > .klein"))

    assert letters["y"] - note["y"] - note["height"] >= LINE


def test_no_trend_is_printed_darker(open_page: Visitor) -> None:
    """Violet would come out near black."""
    page = open_page("/")
    page.emulate_media(media="print")

    assert page.evaluate(DARKENED) == []


@pytest.mark.parametrize(
    ("template", "before", "after"),
    [("trend.html", "avoid", "auto"), ("praktijk.html", "avoid", "auto"), ("scenarios.html", "auto", "avoid")],
)
def test_a_legend_stays_with_what_it_explains(open_page: Visitor, template: str, before: str, after: str) -> None:
    """Below a table it never begins a sheet, above a list it never ends one."""
    page = open_page(ADDRESSES[template])
    page.emulate_media(media="print")
    legend = page.locator(".oordeellegenda")

    assert legend.evaluate("legend => getComputedStyle(legend).breakBefore") == before
    assert legend.evaluate("legend => getComputedStyle(legend).breakAfter") == after


@pytest.mark.parametrize(
    ("template", "part", "rule"),
    [
        ("kansen.html", ".kans", "breakInside"),
        ("kansen.html", ".kansrij-kop", "breakAfter"),
        ("praktijk.html", ".zij", "breakBefore"),
    ],
)
def test_what_belongs_together_stays_on_a_sheet(open_page: Visitor, template: str, part: str, rule: str) -> None:
    """A kans is whole, a trend never ends a sheet with its name, and the evidence never has a sheet of its own."""
    page = open_page(ADDRESSES[template])
    page.emulate_media(media="print")

    assert page.locator(part).first.evaluate(f"part => getComputedStyle(part).{rule}") == "avoid"


def test_the_evidence_is_one_step_on_paper(open_page: Visitor) -> None:
    """The step of this praktijk with its reason; and a heading in the colour of a trend keeps that colour."""
    page = open_page(ADDRESSES["praktijk.html"])
    page.emulate_media(media="print")

    assert page.locator(".ladder > li:visible").count() == 1
    assert page.locator("h2").first.evaluate("heading => getComputedStyle(heading).printColorAdjust") == "exact"
