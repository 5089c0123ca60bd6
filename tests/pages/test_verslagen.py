"""The page of a verslag: what is known beside what is not, and the reports before and after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.list_items import VerslagKaart
from binnenstad_site.pages.verslagen import beside, neighbours
from tests.conftest import build
from tests.visiting import VERSLAG, addresses, first, page, texts, words

URL = "/verslagen/ronde-tafel/"
KNOWN = "<p><strong>Wat bekend is</strong></p>\n<ul>\n<li>De dag</li>\n</ul>\n"
UNKNOWN = "<p><strong>Wat niet bekend is</strong></p>\n<ul>\n<li>De zaal</li>\n</ul>"


class TestBeside:
    """Two lists that follow each other under these headings stand side by side."""

    def test_both(self) -> None:
        html = beside(Sectie("Wat", "wat", Markup(f"<p>Voor.</p>\n{KNOWN}{UNKNOWN}\n<p>Na.</p>"))).html
        assert isinstance(html, Markup)
        assert html.startswith('<p>Voor.</p>\n<div class="weten"><section class="sectie"><h3>Wat bekend is</h3><ul>')
        assert '<div class="weten-niet"><section class="sectie"><h3>Wat niet bekend is</h3><ul>' in html
        assert html.endswith("</div></div>\n<p>Na.</p>")
        assert html.count("<li>") == 2

    @pytest.mark.parametrize("html", [KNOWN, UNKNOWN, UNKNOWN + KNOWN, KNOWN.replace("dag", "dag<ul></ul>") + UNKNOWN])
    def test_anything_else_stays_as_it_is(self, html: str) -> None:
        assert beside(Sectie("Wat", "wat", Markup(html))).html == html


def card(slug: str) -> VerslagKaart:
    return VerslagKaart(slug, f"/verslagen/{slug}/", "", "workshop", "2024", "Leiden")


def test_neighbours_in_time() -> None:
    """The newest is the first of those with a date; one without a date has no place among them."""
    dated = {slug: card(slug) for slug in ("nieuw", "midden", "oud")}
    assert neighbours("midden", dated) == (dated["oud"], dated["nieuw"])
    assert neighbours("nieuw", dated) == (dated["midden"], None)
    assert neighbours("oud", dated) == (None, dated["midden"])
    assert neighbours("zonder-datum", dated) == (None, None)


def test_the_way_to_the_next_one(project: Path) -> None:
    text = (project / VERSLAG).read_text(encoding="utf-8")
    later = text.replace("2024-04-18", "2025-05").replace("titel: Ronde", "titel: Latere ronde")
    (project / "content/verslagen/later.md").write_text(later, encoding="utf-8")
    built = build(project)
    assert texts(page(built, URL), ".buren span") == ["Later: mei 2025"]
    assert addresses(page(built, "/verslagen/later/"), ".buren a") == [URL]


def test_what_is_not_known_is_said(project: Path) -> None:
    """A passport says of every field that it is not known, instead of leaving it out."""
    text = (project / VERSLAG).read_text(encoding="utf-8")
    start, end = text.index("trends:"), text.index("bronnen:")
    (project / VERSLAG).write_text(text[:start] + text[end:], encoding="utf-8")
    rows = words(first(page(build(project), URL), "#paspoort"))
    assert "Trends onbekend welke" in rows
    assert "Scenario’s onbekend welke" in rows


def test_a_date_that_is_not_known_is_told_as_such(project: Path) -> None:
    """Beside its label one word is enough; elsewhere it says what is not known."""
    text = (project / VERSLAG).read_text(encoding="utf-8")
    (project / VERSLAG).write_text(text.replace("2024-04-18", "onbekend", 1), encoding="utf-8")
    built = build(project)
    assert "datum onbekend" in words(first(page(built, URL), ".titelblok .meta"))
    assert "Datum onbekend Plaats" in words(first(page(built, URL), "#paspoort"))
    assert texts(page(built, "/verslagen/"), ".tijdlijn-dag") == ["datum onbekend"]


def test_contents_and_an_invitation(project: Path) -> None:
    tree = page(build(project), URL)
    assert texts(tree, ".inhoudsopgave a")[0] == "In het kort"
    assert {"#bronnen", "#praktijken"} <= set(addresses(tree, ".inhoudsopgave a"))
    assert "Was u erbij?" in texts(tree, ".zijblok h2")
