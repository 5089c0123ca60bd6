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


def data(made: Build, name: str) -> Any:
    """The content of `zoek/<name>-<hash>.json`."""
    (path,) = (output.path for output in made.outputs if output.path.startswith(f"zoek/{name}-"))
    return json.loads(content_of(made, path))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("search")))


def core(made: Build) -> str:
    """The path of the core of the search."""
    assert made.search is not None
    return made.search.core


def entry(made: Build, address: str) -> SearchEntry:
    """The entry that leads to an address."""
    (found_entry,) = (each for each in made.entries if each.adres == address)
    return found_entry


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


def text_of(each: SearchEntry) -> str:
    """All that is read of an entry."""
    return " ".join(f"{part.kop} {part.tekst}" for part in each.stukken)


class TestIndex:
    """One entry for each thing a reader may look for."""

    def test_every_kind_is_there(self, made: Build) -> None:
        assert {each.soort for each in made.entries} == set(KINDS)

    def test_every_entry_leads_to_a_page_and_a_place_on_it(self, made: Build) -> None:
        for each in made.entries:
            url, _, anchor = each.adres.partition("#")
            assert url in made.addresses
            for name in filter(None, (anchor, *(part.anker for part in each.stukken))):
                assert page(made, url).css(f"[id='{name}']"), (each.adres, name)
            assert each.titel
            assert each.in_een_zin

    def test_no_address_twice(self, made: Build) -> None:
        found_at = [each.adres for each in made.entries]
        assert len(set(found_at)) == len(found_at)

    def test_what_is_read_of_a_praktijk(self, made: Build) -> None:
        """Its text, its fields and where it is; no Markdown, no keys of sources."""
        each = entry(made, "/praktijken/deventer-makers/")
        assert each.plaats == "Deventer"
        for text in ("Er kwam een maker in elk pand.", "Lege panden maken de straat", "Vijf panden kregen een maker."):
            assert text in text_of(each)
        assert "krant-2024" not in text_of(each)
        assert "](" not in text_of(each)

    def test_what_a_praktijk_can_be_narrowed_by(self, made: Build) -> None:
        marks = {
            (mark.facet, mark.waarde, mark.tekst) for mark in entry(made, "/praktijken/deventer-makers/").kenmerken
        }
        assert ("soort", "praktijk", "Praktijken") in marks
        assert ("gemeente", "deventer", "Deventer") in marks
        assert ("provincie", "overijssel", "Overijssel") in marks
        assert {facet for facet, _, _ in marks} == {"soort", "trend", "gemeente", "provincie", "status", "bewijs"}

    def test_synonyms_of_a_term(self, made: Build) -> None:
        (each,) = (each for each in made.entries if each.soort == "begrip")
        assert (each.titel, each.adres, text_of(each).strip()) == ("leegstand", "/begrippen/#leegstand", "lege panden")

    def test_the_name_changes_with_the_content(self, project: Path, made: Build, change: Change) -> None:
        """The address is cached for ever by browsers, so it holds a hash of all that decides the bytes."""
        change(KANS, "titel: Vul", "titel: Kom en vul")
        other = build(project)
        assert core(made) != core(other)
        assert attribute(page(other, "/zoeken/"), "#zoekvorm", "data-gegevens") == f"/{core(other)}"

    def test_base_path(self, project: Path) -> None:
        other = build(project, base_url="https://kennis.example/pad")
        assert all(each.adres.startswith("/pad/") for each in other.entries)
        assert attribute(page(other, "/zoeken/"), "#zoekvorm", "data-gegevens").startswith("/pad/zoek/")

    def test_what_was_counted_before_changes_nothing(self, project: Path, change: Change) -> None:
        """`serve` keeps its word counts; the files are those of a fresh build all the same."""
        session = Session(project)
        session.build(Options(TODAY))
        change(KANS, "titel: Vul", "titel: Kom en vul")
        kept, fresh = session.build(Options(TODAY)), build(project)
        assert kept.index is not None
        assert fresh.index is not None
        assert kept.index.files == fresh.index.files

    def test_the_files_are_made_when_asked_for_and_once(self, made: Build) -> None:
        """A check, and the preview of who does not search, go without them."""
        assert not any(output.path.startswith(f"{core(made).partition('/kern')[0]}/") for output in made.outputs)
        assert made.search is not None
        assert made.search.files()[0].path == core(made)
        assert made.search.index() is made.index


class TestExamples:
    """What may be asked, shown before anything is."""

    def test_each_is_an_address_of_the_page(self, project: Path, change: Change) -> None:
        change("content/site.yaml", "licentie:", "zoekvoorbeelden: [lege panden & meer]\nlicentie:")
        tree = page(build(project), "/zoeken/")
        assert links(tree, "#lijst .meta a") == [("lege panden & meer", "/zoeken/?q=lege+panden+%26+meer")]

    def test_none_is_no_line(self, made: Build) -> None:
        assert not page(made, "/zoeken/").css("#lijst .meta")


class TestRegister:
    """Who has no script finds the same entries on the page itself."""

    def test_it_lists_every_entry_by_kind(self, made: Build) -> None:
        tree = page(made, "/zoeken/")
        assert sorted(links(tree, "#lijst .registers a")) == sorted((each.titel, each.adres) for each in made.entries)
        assert texts(tree, "#lijst h2") == [
            *("Trends", "Praktijken", "Kansen", "Scenario’s", "Verslagen", "Gemeenten", "Begrippen", "Publicaties"),
            *("Agenda", "Over deze site", "Overzichten"),
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
        found = {(row["streek"], row["provincie"]) for row in rows if "streek" in row}
        assert sorted(streek for streek, _ in found) == sorted(get_args(Streek))
