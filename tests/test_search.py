"""What can be found is derived from the items, not scraped from pages: the index, the register and the passports."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.pipeline import Build
from tests.conftest import build
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


class TestIndex:
    """One entry for each thing a reader may look for."""

    def test_every_kind_is_there(self, made: Build) -> None:
        kinds = {item["soort"] for item in data(made, "index")["items"]}
        assert kinds == {
            *(
                "trend",
                "praktijk",
                "kans",
                "scenario",
                "verslag",
                "gemeente",
                "begrip",
                "publicatie",
                "agenda",
                "pagina",
            ),
            "overzicht",
        }

    def test_every_entry_leads_to_a_page_and_a_place_on_it(self, made: Build) -> None:
        for item in data(made, "index")["items"]:
            url, _, anchor = item["adres"].partition("#")
            assert url in made.addresses
            assert not anchor or page(made, url).css(f"[id='{anchor}']"), item["adres"]
            assert item["titel"]
            assert item["in_een_zin"]

    def test_no_address_twice(self, made: Build) -> None:
        found_at = [item["adres"] for item in data(made, "index")["items"]]
        assert len(set(found_at)) == len(found_at)

    def test_what_is_read_of_a_praktijk(self, made: Build) -> None:
        """Its text, its fields and where it is; no Markdown, no keys of sources."""
        (item,) = (i for i in data(made, "index")["items"] if i["adres"] == "/praktijken/deventer-makers/")
        assert item["plaats"] == "Deventer, Overijssel"
        for text in ("Er kwam een maker in elk pand.", "Lege panden maken de straat", "Vijf panden kregen een maker."):
            assert text in item["tekst"]
        assert "krant-2024" not in json.dumps(item)
        assert "](" not in json.dumps(item)

    def test_synonyms_of_a_term(self, made: Build) -> None:
        (item,) = (i for i in data(made, "index")["items"] if i["soort"] == "begrip")
        assert (item["titel"], item["adres"], item["tekst"]) == ("leegstand", "/begrippen/#leegstand", "lege panden")

    def test_the_name_changes_with_the_content(self, project: Path, made: Build, change: Change) -> None:
        """The address is cached for ever by browsers, so it holds a hash of the bytes."""
        change(KANS, "titel: Vul", "titel: Kom en vul")
        other = build(project)
        before, after = (
            {output.path for output in each.outputs if output.path.startswith("zoek/index-")} for each in (made, other)
        )
        assert before != after
        (path,) = after
        assert path == f"zoek/index-{sha256(content_of(other, path)).hexdigest()[:10]}.json"
        assert attribute(page(other, "/zoeken/"), "#zoekvorm", "data-gegevens") == f"/{path}"

    def test_base_path(self, project: Path) -> None:
        other = build(project, base_url="https://kennis.example/pad")
        assert all(item["adres"].startswith("/pad/") for item in data(other, "index")["items"])
        assert attribute(page(other, "/zoeken/"), "#zoekvorm", "data-gegevens").startswith("/pad/zoek/index-")


class TestRegister:
    """Who has no script finds the same entries on the page itself."""

    def test_it_lists_every_entry_by_kind(self, made: Build) -> None:
        tree = page(made, "/zoeken/")
        items = data(made, "index")["items"]
        assert sorted(links(tree, "#lijst a")) == sorted((item["titel"], item["adres"]) for item in items)
        assert texts(tree, "#lijst h2") == [
            *("Trends", "Praktijken", "Kansen", "Scenario’s", "Verslagen", "Gemeenten", "Begrippen", "Publicaties"),
            *("Agenda", "Over deze site", "Overzichten"),
        ]
