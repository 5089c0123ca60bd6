"""What can be found is derived from the items, not scraped from pages: the index, the register and the passports."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from binnenstad_site.models.vocabulary import Streek
from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.pages.search_entries import KINDS, piece
from binnenstad_site.pipeline import Build, Options, Session
from binnenstad_site.search import phrase, region_names
from binnenstad_site.search.vocabulary import ALSO
from tests.conftest import ROOT, TODAY, build
from tests.visiting import (
    KANS,
    attribute,
    content_of,
    lay_out,
    links,
    page,
    texts,
)

Change = Callable[..., None]


def data(built: Build, name: str) -> Any:
    """The content of `zoek/<name>-<hash>.json`."""
    (path,) = (output.path for output in built.outputs if output.path.startswith(f"zoek/{name}-"))
    return json.loads(content_of(built, path))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("search")))


def core(built: Build) -> str:
    """The path of the core of the search."""
    assert built.search is not None
    return built.search.core


def entry(built: Build, address: str) -> SearchEntry:
    """The entry that leads to an address."""
    (match,) = (candidate for candidate in built.entries if candidate.adres == address)
    return match


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (["Wie doet het?", "gemeente Leiden", "", "winkeliers"], "Wie doet het? gemeente Leiden; winkeliers"),
        (["Dat lukte.", "Nooit meer!", "“Nee.”", "einde"], "Dat lukte. Nooit meer! “Nee.” einde"),
        (["alleen dit"], "alleen dit"),
    ],
)
def test_fields_of_a_piece_stand_apart(fields: list[str], text: str) -> None:
    """In what a result shows of them; what ends as a sentence needs nothing more."""
    assert [part.tekst for part in piece(*fields)] == [text]
    assert piece("", "") == ()


def text_of(item: SearchEntry) -> str:
    """All that is read of an entry."""
    return " ".join(f"{part.kop} {part.tekst}" for part in item.stukken)


class TestIndex:
    """One entry for each thing a reader may look for."""

    def test_every_kind_is_there(self, built: Build) -> None:
        assert {item.soort for item in built.entries} == set(KINDS)

    def test_every_entry_leads_to_a_page_and_a_place_on_it(self, built: Build) -> None:
        for item in built.entries:
            url, _, anchor = item.adres.partition("#")
            assert url in built.addresses
            for name in filter(None, (anchor, *(part.anker for part in item.stukken))):
                assert page(built, url).css(f"[id='{name}']"), (item.adres, name)
            assert item.titel
            assert item.in_een_zin

    def test_no_address_twice(self, built: Build) -> None:
        addresses = [item.adres for item in built.entries]
        assert len(set(addresses)) == len(addresses)

    def test_what_is_read_of_a_praktijk(self, built: Build) -> None:
        """Its text, its fields and where it is; no Markdown, no keys of sources."""
        item = entry(built, "/praktijken/deventer-makers/")
        assert item.plaats == "Deventer"
        for text in ("Er kwam een maker in elk pand.", "Lege panden maken de straat", "Vijf panden kregen een maker."):
            assert text in text_of(item)
        assert "krant-2024" not in text_of(item)
        assert "](" not in text_of(item)

    def test_what_a_praktijk_can_be_narrowed_by(self, built: Build) -> None:
        marks = {
            (mark.facet, mark.waarde, mark.tekst) for mark in entry(built, "/praktijken/deventer-makers/").kenmerken
        }
        assert ("soort", "praktijk", "Praktijken") in marks
        assert ("gemeente", "deventer", "Deventer") in marks
        assert ("provincie", "overijssel", "Overijssel") in marks
        assert {facet for facet, _, _ in marks} == {
            "soort",
            "trend",
            "aanpak",
            "gemeente",
            "provincie",
            "status",
            "bewijs",
            "uitkomst",
            *("kosten", "bedrag", "grootteklasse", "leegstand", "instrument", "begin", "jaar", "land"),
        }

    def test_synonyms_of_a_term(self, built: Build) -> None:
        (item,) = (item for item in built.entries if item.soort == "begrip")
        assert (item.titel, item.adres, text_of(item).strip()) == ("leegstand", "/begrippen/#leegstand", "lege panden")

    def test_the_name_changes_with_the_content(self, project: Path, built: Build, change: Change) -> None:
        """The address is cached for ever by browsers, so it holds a hash of all that decides the bytes."""
        change(KANS, "titel: Vul", "titel: Kom en vul")
        other = build(project)
        assert core(built) != core(other)
        assert attribute(page(other, "/zoeken/"), "#zoekvorm", "data-gegevens") == f"/{core(other)}"

    def test_base_path(self, project: Path) -> None:
        other = build(project, base_url="https://kennis.example/pad")
        assert all(item.adres.startswith("/pad/") for item in other.entries)
        assert attribute(page(other, "/zoeken/"), "#zoekvorm", "data-gegevens").startswith("/pad/zoek/")

    def test_what_was_counted_before_changes_nothing(self, project: Path, change: Change) -> None:
        """`serve` keeps its word counts; the files are those of a fresh build all the same."""
        session = Session(project)
        session.build(Options(TODAY))
        change(KANS, "titel: Vul", "titel: Kom en vul")
        again, fresh = session.build(Options(TODAY)), build(project)
        assert again.index is not None
        assert fresh.index is not None
        assert again.index.files == fresh.index.files

    def test_the_files_are_made_when_asked_for_and_once(self, built: Build) -> None:
        """A check, and the preview of who does not search, go without them."""
        assert not any(output.path.startswith(f"{core(built).partition('/kern')[0]}/") for output in built.outputs)
        assert built.search is not None
        assert built.search.files()[0].path == core(built)
        assert built.search.index() is built.index


class TestExamples:
    """What may be asked, shown before anything is."""

    def test_each_is_an_address_of_the_page(self, project: Path, change: Change) -> None:
        change("content/site.yaml", "licentie:", "zoekvoorbeelden: [lege panden & meer]\nlicentie:")
        tree = page(build(project), "/zoeken/")
        assert links(tree, "#lijst .meta a") == [("lege panden & meer", "/zoeken/?q=lege+panden+%26+meer")]

    def test_none_is_no_line(self, built: Build) -> None:
        assert not page(built, "/zoeken/").css("#lijst .meta")


class TestRegister:
    """Who has no script finds the same entries on the page itself."""

    def test_it_lists_every_entry_by_kind(self, built: Build) -> None:
        tree = page(built, "/zoeken/")
        assert sorted(links(tree, "#lijst .registers a")) == sorted((item.titel, item.adres) for item in built.entries)
        assert texts(tree, "#lijst h2") == [
            *("Trends", "Praktijken", "Kansen", "Aanpakken", "Scenario’s", "Voorspellingen", "Verslagen"),
            *(
                "Andere bijeenkomsten",
                "Gemeenten",
                "Begrippen",
                "Publicaties",
                "Agenda",
                "Over deze site",
                "Overzichten",
            ),
        ]


@pytest.mark.content
class TestRegions:
    def test_also_names_only_what_is_there(self) -> None:
        slugs = {slug for _, slug in region_names()}
        assert set(ALSO) <= slugs

    def test_no_name_is_that_of_something_else(self) -> None:
        """`Utrecht` and `Groningen` are both a gemeente and a provincie, under one slug."""
        rows = yaml.safe_load((ROOT / "content" / "gemeenten.yaml").read_text(encoding="utf-8"))
        names = {phrase(name): row["slug"] for row in rows for name in (row["naam"], *row.get("ook", ()))}
        for name, slug in region_names():
            assert names.setdefault(phrase(name), slug) == slug

    def test_every_streek_has_gemeenten_in_one_provincie(self) -> None:
        rows = yaml.safe_load((ROOT / "content" / "gemeenten.yaml").read_text(encoding="utf-8"))
        pairs = {(row["streek"], row["provincie"]) for row in rows if "streek" in row}
        assert sorted(streek for streek, _ in pairs) == sorted(get_args(Streek))
