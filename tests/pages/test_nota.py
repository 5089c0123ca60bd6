"""The nota as it is built: the ready ones, the page that makes one, and the files that its script reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.pages.nota_assembly import ALWAYS, CUT
from binnenstad_site.pipeline import Build
from tests.conftest import build
from tests.visiting import addresses, attribute, first, lay_out, page, text_file, texts, words

Change = Callable[..., None]
TOOL, READY = "/aan-de-slag/nota/", "/aanpakken/makers-op-proef/nota/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("nota")))


def read(built: Build, name: str = "") -> Any:
    """What the script reads, from the address that the page names: the list of names, or with `/<slug>` a praktijk."""
    path = attribute(page(built, TOOL), "[data-gegevens]", "data-gegevens")
    return json.loads(text_file(built, f"{path.removeprefix('/')}{name}.json"))


def given(built: Build, slug: str) -> dict[str, Any]:
    """What the script reads of one praktijk."""
    values: dict[str, Any] = read(built, f"/{slug}")
    return values


class TestReady:
    """The nota of an aanpak, without script."""

    def test_every_part_in_its_order(self, built: Build) -> None:
        assert texts(page(built, READY), ".nota h2") == [
            "Vraag",
            "Wat anderen deden",
            "Uitkomst en bewijs",
            "Wat ging mis",
            "Wat de wet toestaat",
            "Eerste stappen",
            "Kanttekeningen",
            "Bronnen",
        ]

    def test_of_the_praktijken_that_count(self, built: Build) -> None:
        """With amount, year and payer; the one that is held apart is no row."""
        tree = page(built, READY)
        assert addresses(tree, ".nota tbody th a") == ["/praktijken/deventer-makers/"]
        assert texts(tree, ".nota tbody td:last-child p") == [
            "€ 12.000 (2021), gemeente Deventer: verf en elektra in vijf panden [1]",
            "€ 4.000 tot € 6.000 (2022), de winkeliers: een folder langs de deuren [1]",
        ]

    def test_verdict_first_then_the_outcome_with_its_evidence(self, built: Build) -> None:
        lines = texts(page(built, READY), "[data-deel=uitkomst] li")
        assert lines[0].startswith("Oordeel over 2 praktijken: afwachten. Werkte deels in 1 van 1")
        assert lines[2] == (
            "Deventer: doel deels gehaald. Vijf van de negen panden kregen een maker. [1] Bewijs: 1 van 4, beschreven."
        )

    def test_mistakes_law_steps_and_conditions_of_the_aanpak(self, built: Build) -> None:
        tree = page(built, READY)
        assert texts(tree, "[data-deel=mis] li") == [
            "Leiden: Niemand schreef op wie de stroom betaalde.",
            "Deventer: in de bronnen is hierover niets gevonden.",
        ]
        (law,) = texts(tree, "[data-deel=wet] li")
        assert law.startswith("Leegstandwet, artikel 15: Een eigenaar mag")
        assert law.endswith("Let op: De vergunning geldt voor een vaste tijd.")
        assert len(texts(tree, "[data-deel=stappen] li")) == 5
        caveats = texts(tree, "[data-deel=kanttekeningen] li")
        assert [line.partition(":")[0] for line in caveats[:2]] == ["Doe het niet", "Moet kloppen"]

    def test_sources_are_numbered_as_cited_and_dated(self, built: Build) -> None:
        sources = texts(page(built, READY), "[data-deel=bronnen] li")
        numbers = [int(n) for text in texts(page(built, READY), ".nota sup") for n in text.strip("[]").split(", ")]
        assert list(dict.fromkeys(numbers)) == list(range(1, len(sources) + 1))
        assert any("De Krant, mei 2024; gelezen november 2026" in source for source in sources)
        assert any("wet of regel, gelezen november 2026" in source for source in sources)

    def test_it_is_linked_and_not_searched(self, built: Build) -> None:
        aanpak = page(built, "/aanpakken/makers-op-proef/")
        assert READY in addresses(aanpak)
        assert f"{TOOL}#p=deventer-makers" in addresses(aanpak)
        assert READY in addresses(page(built, TOOL))
        assert f"{TOOL}#p=leiden-proef" in addresses(page(built, "/praktijken/leiden-proef/"))
        assert not any(entry.adres == READY for entry in built.entries)
        assert READY in text_file(built, "sitemap.xml")

    def test_a_withdrawn_aanpak_has_none(self, project: Path, change: Change) -> None:
        withdrawn = "ingetrokken:\n  reden: Dit staat er dubbel.\nbronnen:\n"
        change("content/aanpakken/makers-op-proef.md", "bronnen:\n", withdrawn)
        built = build(project)
        assert READY not in built.addresses
        assert READY not in addresses(page(built, "/aanpakken/makers-op-proef/"))

    def test_nothing_counts_yet(self, project: Path, change: Change) -> None:
        """Then the praktijken that are held apart are what there is."""
        change(
            "content/aanpakken/makers-op-proef.md",
            "telt_anders:\n",
            "telt_anders:\n  - praktijk: deventer-makers\n    soort: instelling\n    reden: Alleen dat het begon.\n",
        )
        tree = page(build(project), READY)
        assert len(texts(tree, ".nota tbody tr")) == 2


class TestPage:
    """The page that makes one."""

    def test_without_script_an_empty_form_and_the_ready_ones(self, built: Build) -> None:
        tree = page(built, TOOL)
        assert len(texts(tree, ".nota > [data-deel=mis] li")) == 3
        assert texts(tree, ".nota > [data-deel=bronnen] li") == ["", "", ""]
        assert "Scripts staan in uw browser uit" in words(first(tree, ".inleiding"))
        assert "hidden" in first(tree, ".nota-maken").attributes

    def test_the_list_of_praktijken(self, built: Build) -> None:
        assert sorted(slug for slug, _ in read(built)) == ["deventer-makers", "leiden-proef"]

    def test_what_every_nota_says_stands_in_the_page(self, built: Build) -> None:
        """The script takes it from there."""
        tree = page(built, TOOL)
        assert texts(tree, ".nota > [data-deel=kanttekeningen] span") == [line.tekst for line in ALWAYS]
        assert attribute(tree, "[data-ingekort]", "data-ingekort") == CUT.tekst


class TestFile:
    """What one praktijk gives."""

    def test_in_words(self, built: Build) -> None:
        values = given(built, "deventer-makers")
        assert values["titel"] == "Makers in lege panden"
        assert values["stand"] == "Deventer, 100.000 tot 250.000 inwoners. Maart 2021 tot heden; loopt."
        assert values["begin"][0] == [
            "Leegstand:",
            "9 lege panden, 12\N{NO-BREAK SPACE}procent van de straat (2021)",
            [0],
        ]
        assert values["stappen"] == [["", "Tel de lege panden."], ["", "Bel de eigenaren."], ["", "Zoek een maker."]]
        assert values["kanttekeningen"] == [
            ["Deventer: niet gemeten.", "Een bron beschrijft doel en aanpak, zonder meting."]
        ]

    def test_the_law_comes_from_its_aanpakken(self, built: Build) -> None:
        values = given(built, "deventer-makers")
        (law,) = values["wet"]
        assert law[0] == "Leegstandwet, artikel 15:"
        assert values["bronnen"][law[2][0]][3] == "https://wet.example/leegstandwet"

    def test_only_sources_that_it_cites(self, built: Build) -> None:
        values = given(built, "leiden-proef")
        lists = ("begin", "bedragen", "uitkomst", "mis", "wet")
        cited = {place for name in lists for line in values[name] for place in (line[2] if len(line) > 2 else [])}
        assert cited == set(range(len(values["bronnen"])))

    def test_a_new_word_is_in_the_file_and_leaves_the_page_alone(self, project: Path, change: Change) -> None:
        before = build(project)
        change(
            "content/praktijken/deventer-makers.md",
            "waarvoor: een folder langs de deuren",
            "waarvoor: een folder in de bus",
        )
        after = build(project)
        assert given(before, "deventer-makers") != given(after, "deventer-makers")
        assert given(before, "leiden-proef") == given(after, "leiden-proef")
        assert text_file(before, f"{TOOL[1:]}index.html") == text_file(after, f"{TOOL[1:]}index.html")
