"""How much there is: the counts and lengths that the content had when it was finished, and does not go below.

What an editor can break in one file is told by `check`; here is what only we can lose.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from binnenstad_site.checks.texts import FEWEST_WORDS, MOST_WORDS
from binnenstad_site.link.site import Site
from binnenstad_site.models import fields_in_order
from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items import Kans, Praktijk
from binnenstad_site.models.vocabulary import FASE, SCENARIO_SLUGS, STATUS, TREND_SLUGS
from binnenstad_site.validate.validator import Entry
from tests.conftest import ROOT
from tests.stages import linked

LISTED = Path(__file__).parent / "praktijken.txt"
MAY_BE_ABSENT = {"land", "past_bij", "past_bij_reden", "verwant", "ingetrokken", "aliases"}
"""Fields of a passport that say something by not being there."""
TRENDS = {"volledig": (4, 1_000, 12), "beknopt": (2, 500, 1)}
"""Kind of dossier -> how many there are, and how many words and sources each has at least."""
YEARS = 4
"""A source is recent when it was not older than this at the last check of the facts."""
PAGES = {
    "over",
    "over/bronnen",
    "over/community",
    "over/privacy",
    "over/redactie",
    "meedoen",
    "toegankelijkheid",
}
CREDITS = (
    "Kaart: provinciegrenzen Kadaster / Centraal Bureau voor de Statistiek, 2022 (CC BY 4.0), geprojecteerd en "
    "vereenvoudigd. Plaatsen: GeoNames (CC BY 4.0), bewerkt; enkele plaatscentra Kadaster / Centraal Bureau voor de "
    "Statistiek, 2022 en 2024 (CC BY 4.0), bewerkt. Inwoners en stedelijkheid: CBS, Kerncijfers wijken en buurten 2024 "
    "(CC BY 4.0), bewerkt."
)
"""To the letter: the licences of the map and the places ask for it."""


def listed() -> dict[str, int]:
    """Slug of a praktijk -> how many words it has at least."""
    found: dict[str, int] = {}
    for line in LISTED.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            slug, _, words = line.partition(" ")
            found[slug] = int(words or FEWEST_WORDS)
    return found


@pytest.fixture(scope="module")
def site() -> Site:
    return linked(ROOT).site


def plain(text: str) -> str:
    return " ".join(text.split())


def is_recent(source: Bron, checked: str) -> bool:
    """Whether a dated source is younger than four years; of one with only a year, its first month counts."""
    year, _, month = source.datum[:7].partition("-")
    checked_year, checked_month = checked[:7].split("-")
    age = (int(checked_year) - int(year)) * 12 + int(checked_month) - int(month or 1)
    return age < YEARS * 12


class TestPraktijken:
    """All 147, with a complete passport."""

    def test_none_vanished(self, site: Site) -> None:
        """One that is withdrawn keeps its page."""
        withdrawn = {entry.slug for entry in site.withdrawn if isinstance(entry.item, Praktijk)}
        assert len(listed()) == 147
        assert set(listed()) - set(site.praktijken) - withdrawn == set()

    def test_each_is_as_long_as_its_notes_allow(self, site: Site) -> None:
        least = listed()
        words = {slug: entry.body.word_count for slug, entry in site.praktijken.items()}
        assert [
            (slug, count) for slug, count in words.items() if not least.get(slug, FEWEST_WORDS) <= count <= MOST_WORDS
        ] == []

    def test_each_passport_is_complete(self, site: Site) -> None:
        """Every field stands in the file, and the lists have something in them."""
        wanted = set(fields_in_order(Praktijk)) - MAY_BE_ABSENT
        for slug, entry in site.praktijken.items():
            assert wanted - entry.document.fields.keys() <= ({"gemeenten"} if entry.item.land != "NL" else set()), slug
            assert len(entry.item.eerste_stappen) == 3, slug
            assert entry.item.lessen, slug
            assert entry.item.resultaten, slug
            assert entry.item.wijzigingen, slug

    def test_they_cover_the_field(self, site: Site) -> None:
        """All six trends, every status there is, each province, other countries, and what went wrong."""
        items = [entry.item for entry in site.praktijken.values()]
        assert {slug for item in items for slug in item.trends} == set(TREND_SLUGS)
        assert {item.status for item in items} == set(STATUS)
        assert len({name for item in items for name in site.provincies_van(item)}) == 12
        assert {"BE", "DE", "GB"} <= {item.land for item in items}
        assert sum(bool(item.wat_ging_mis) for item in items) >= 50


class TestTrends:
    """Six, of which four are worked out in full."""

    @pytest.mark.parametrize("dossier", TRENDS)
    def test_dossiers(self, site: Site, dossier: str) -> None:
        number, words, sources = TRENDS[dossier]
        found = {slug: entry for slug, entry in site.trends.items() if entry.item.dossier == dossier}
        assert len(found) == number
        assert {slug for slug, entry in found.items() if entry.body.word_count < words} == set()
        assert {slug for slug, entry in found.items() if len(entry.item.bronnen) < sources} == set()

    def test_half_of_the_dated_sources_is_recent(self, site: Site) -> None:
        """Of the full dossiers."""
        for entry in site.trends.values():
            if entry.item.dossier == "volledig":
                dated = [source for source in entry.item.bronnen if source.datum != "onbekend"]
                recent = [source for source in dated if is_recent(source, entry.item.gecontroleerd)]
                assert len(recent) * 2 >= len(dated), entry.slug

    def test_each_says_what_becomes_of_it_in_each_scenario(self, site: Site) -> None:
        for entry in site.trends.values():
            assert set(entry.item.in_scenarios) == set(SCENARIO_SLUGS), entry.slug
            assert all(len(text.split()) >= 20 for text in entry.item.in_scenarios.values()), entry.slug


def kansen_of(site: Site, trend: str) -> list[Entry[Kans]]:
    return [entry for entry in site.kansen.values() if entry.item.trend == trend]


class TestKansen:
    """At least eight per trend, for now and for later, with a first step."""

    @pytest.mark.parametrize("trend", TREND_SLUGS)
    def test_each_trend(self, site: Site, trend: str) -> None:
        found = kansen_of(site, trend)
        assert len(found) >= 8
        assert {entry.item.fase for entry in found} == set(FASE)

    def test_each_is_complete(self, site: Site) -> None:
        for slug, entry in site.kansen.items():
            assert entry.item.wie, slug
            assert entry.item.eerste_stap, slug
            assert entry.item.bronnen, slug
            assert set(entry.item.scenario_oordeel) == set(SCENARIO_SLUGS), slug

    def test_no_two_reasons_are_the_same(self, site: Site) -> None:
        """A reason that fits two kansen says nothing about either."""
        reasons = Counter(
            " ".join(re.findall(r"\w+", judged.reden.casefold()))
            for entry in site.kansen.values()
            for judged in entry.item.scenario_oordeel.values()
        )
        assert [reason for reason, count in reasons.items() if count > 1] == []


class TestScenarios:
    """Four stories of our own, with signs to watch."""

    def test_each(self, site: Site) -> None:
        assert tuple(site.scenarios) == SCENARIO_SLUGS
        for slug, entry in site.scenarios.items():
            assert 600 <= entry.body.word_count <= 900, slug
            assert len(entry.item.signalen) >= 3, slug
            assert len({signal.indicator for signal in entry.item.signalen}) == len(entry.item.signalen), slug
            assert any("eigen uitwerking" in section.text for section in entry.body.sections), slug

    @pytest.mark.parametrize("word", ["Digitalisering", "Circulaire economie"])
    def test_the_two_developments_are_explained(self, site: Site, word: str) -> None:
        """On the page above the four, each below its own heading."""
        (section,) = (
            section
            for section in site.paginas["scenarios"].body.sections
            if section.heading is not None and section.heading.text.startswith(word)
        )
        assert len(section.text.split()) >= 150


class TestTheRest:
    """Reports, terms, publications and pages."""

    def test_reports(self, site: Site) -> None:
        assert "trend-en-scenarioworkshop-16-oktober" in site.verslagen
        assert len(site.verslagen) >= 13

    def test_terms(self, site: Site) -> None:
        assert sum(bool(entry.item.uitleg) for entry in site.begrippen.values()) >= 75

    def test_publications(self, site: Site) -> None:
        """The one it began with, which is named by every trend; at least 29 others; one sentence each."""
        assert next(iter(site.publicaties)) == "de-nieuwe-binnenstad"
        assert set(site.publicaties["de-nieuwe-binnenstad"].item.trends) == set(TREND_SLUGS)
        assert len(site.publicaties) >= 30
        for slug, entry in site.publicaties.items():
            assert len(re.findall(r"[.!?](?=\s+[A-Z]|$)", entry.item.in_een_zin)) == 1, slug

    def test_pages(self, site: Site) -> None:
        assert set(site.paginas) >= PAGES

    def test_the_credits_are_there_to_the_letter(self, site: Site) -> None:
        shown = plain(" ".join(section.text for section in site.paginas["over/bronnen"].body.sections))
        assert CREDITS in shown

    def test_the_start_page_has_ten_praktijken_to_show(self, site: Site) -> None:
        chosen = site.settings.uitgelicht
        assert len(chosen) == len(set(chosen)) == 10
        assert set(chosen) <= set(site.praktijken)

    def test_all_municipalities(self, site: Site) -> None:
        assert len(site.gemeenten) == 342


def test_recent_counts_in_months() -> None:
    """A year alone is taken at its oldest, so that nothing passes for newer than it may be."""

    def source(day: str) -> Bron:
        return Bron(sleutel="a", titel="Een stuk", uitgever="De Krant", url=None, datum=day, geraadpleegd="2026-11")

    checked = "2026-11"
    assert is_recent(source("2022-12"), checked)
    assert not is_recent(source("2022-11-30"), checked)
    assert is_recent(source("2023"), checked)
    assert not is_recent(source("2022"), checked)


def test_the_list_of_praktijken_is_in_order() -> None:
    """So that two people who add one do not write on the same line."""
    lines = [line for line in LISTED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert len(lines) == len(listed())
