"""What a reader takes along from the site: a source, a table, a citation, a feed and a calendar, each by its link."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import APIResponse, Locator, Page, expect

from tests.browser.pages import ADDRESSES, Visitor

pytestmark = pytest.mark.browser

PRAKTIJK = ADDRESSES["praktijk.html"]
WITH_FOLDED_SOURCES = "/praktijken/dakkas-de-schilde-den-haag/"
"""A praktijk whose sources are folded on a phone, and all have an https address."""
FIGURE = re.compile(r"\d{3}")
"""More than the number of a note."""
TABLE = "praktijken-excel.csv"
ATOM = "{http://www.w3.org/2005/Atom}"


def download(page: Page, link: Locator) -> str:
    """The text of the file that a click on a link saves."""
    with page.expect_download() as saving:
        link.click()
    return Path(saving.value.path()).read_text(encoding="utf-8")


def answer_to_program(page: Page, link: Locator) -> APIResponse:
    """What a program gets, such as a feed reader or a calendar, to which a reader gives the address of a link."""
    expect(link).to_be_visible()
    answer = page.request.get(link.evaluate("link => link.href"))
    assert answer.ok, answer.url
    return answer


@pytest.mark.parametrize("width", [375, 1280])
def test_from_a_figure_to_its_source_in_two_clicks(open_page: Visitor, width: int) -> None:
    """The number behind the sentence, then the source on another site, also where a phone folds the sources."""
    page = open_page(WITH_FOLDED_SOURCES, width)
    note = page.locator(".sectie p", has_text=FIGURE, has=page.locator(".noot")).locator(".noot a").first
    note.click()
    source = page.locator(f"{note.get_attribute('href')} .bron-titel a")
    expect(source).to_be_in_viewport()
    source.click(trial=True)
    assert (source.get_attribute("href") or "").startswith("https://")


def test_all_praktijken_in_a_spreadsheet(open_page: Visitor) -> None:
    """From the foot of a page; the file has a row for each praktijk that the site has, as the page says."""
    page = open_page("/praktijken/")
    slugs = {
        address.strip("/").rpartition("/")[2]
        for address in page.locator("#inhoud h3 a").evaluate_all("links => links.map(link => link.pathname)")
    }
    page.locator("footer").get_by_role("link", name="Feeds en open data").click()
    page.wait_for_url("**/open-data/")
    row = page.get_by_role("row").filter(has_text=TABLE)
    table = download(page, row.get_by_role("link", name=TABLE))
    assert table.startswith("\ufeff"), "Excel takes it for another encoding"
    praktijken = list(csv.DictReader(table[1:].splitlines(keepends=True), delimiter=";"))
    assert {praktijk["id"] for praktijk in praktijken} == slugs
    assert len(praktijken) == len(slugs)
    expect(row).to_contain_text(f"{len(slugs)} rijen")


def test_a_citation_to_select_and_for_a_reference_manager(open_page: Visitor) -> None:
    page = open_page(PRAKTIJK)
    side = page.locator("#citeren")
    expect(side.get_by_role("heading", name="Zo kunt u dit citeren")).to_be_visible()
    line = side.locator(".citaat")
    line.click(click_count=3)
    assert page.evaluate("getSelection().toString().trim()") == line.inner_text().strip()
    assert PRAKTIJK in line.inner_text()
    entry = download(page, side.get_by_role("link", name="BibTeX"))
    assert entry.startswith("@")
    assert PRAKTIJK in entry


def test_a_feed_of_the_own_town(open_page: Visitor) -> None:
    """What changes in Leiden, newest first; an entry leads to a page that is there."""
    page = open_page(ADDRESSES["gemeente.html"])
    link = page.get_by_text("Volg Leiden").get_by_role("link", name="Atom")
    answer = answer_to_program(page, link)
    assert "xml" in answer.headers["content-type"]
    entries = ET.fromstring(answer.body()).findall(f"{ATOM}entry")
    assert entries
    moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert moments == sorted(moments, reverse=True)
    newest = urlsplit(next(entries[0].iter(f"{ATOM}link")).attrib["href"]).path
    assert page.request.get(open_page.site + newest).ok


def test_a_calendar_to_subscribe_to(open_page: Visitor) -> None:
    page = open_page(ADDRESSES["open-data.html"])
    answer = answer_to_program(page, page.get_by_role("link", name="agenda.ics"))
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text().startswith("BEGIN:VCALENDAR\r\n")
