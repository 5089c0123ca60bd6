"""The page of a verslag: what is known beside what is not, and the reports before and after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.list_items import VerslagKaart
from binnenstad_site.pages.verslagen import beside, neighbours
from tests.conftest import build
from tests.visiting import VERSLAG, addresses, first, html_files, page, texts, words

Change = Callable[..., None]
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


class TestOtherMeetings:
    """A meeting of which too little is known for a report is a row of the table below the reports."""

    FILE = "content/bijeenkomsten.yaml"
    ANCHOR = "/verslagen/#avond-over-lege-winkels"

    def test_a_row(self, project: Path) -> None:
        row = first(page(build(project), "/verslagen/"), "#avond-over-lege-winkels")
        assert [words(cell) for cell in row.css("th, td")] == [
            "Avond over lege winkels 9 maart 2023, Deventer",
            "Eigenaren vroegen wie de verbouwing van een winkel betaalt; het antwoord staat niet in de krant.",
            "onbekend",
            "Volle zaal over lege winkels (De Krant)",
        ]

    def test_it_is_found(self, project: Path) -> None:
        (entry,) = (entry for entry in build(project).entries if entry.soort == "bijeenkomst")
        assert (entry.adres, entry.plaats) == (self.ANCHOR, "Deventer")
        assert ("gemeente", "deventer") in {(facet.facet, facet.waarde) for facet in entry.kenmerken}

    def test_its_gemeente_leads_there(self, project: Path) -> None:
        """After the reports, which say more."""
        tree = page(build(project), "/gemeenten/deventer/")
        assert addresses(tree, "#verslagen a") == [URL, self.ANCHOR]

    def test_a_report_that_became_a_row(self, project: Path, change: Change) -> None:
        """Its former address leads to the row."""
        change(
            self.FILE, "  gecontroleerd: 2026-11\n", "  gecontroleerd: 2026-11\n  aliases:\n    - /verslagen/avond/\n"
        )
        assert f'href="{self.ANCHOR}"' in html_files(build(project))["verslagen/avond/index.html"]

    def test_one_that_was_withdrawn_says_why(self, project: Path, change: Change) -> None:
        """Its anchor was published, so the row stays."""
        withdrawn = "  gecontroleerd: 2026-11\n  ingetrokken:\n    reden: De avond ging niet door.\n"
        change(self.FILE, "  gecontroleerd: 2026-11\n", withdrawn)
        built = build(project)
        told = words(first(page(built, "/verslagen/"), "#avond-over-lege-winkels"))
        assert "Ingetrokken. De avond ging niet door." in told
        assert not [entry for entry in built.entries if entry.soort == "bijeenkomst"]

    def test_the_title_of_a_source_says_its_language(self, project: Path, change: Change) -> None:
        change(self.FILE, "      uitgever: De Krant", "      taal: en\n      uitgever: De Krant")
        assert texts(page(build(project), "/verslagen/"), 'td [lang="en"]') == ["Volle zaal over lege winkels"]

    def test_without_any_there_is_no_table(self, project: Path) -> None:
        (project / self.FILE).unlink()
        assert not page(build(project), "/verslagen/").css("table")
