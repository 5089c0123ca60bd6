"""The page of forecasts, and what pages of trends and scenarios quote of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import build, codes_and_places
from tests.visiting import addresses, first, links, page, texts, words

Change = Callable[..., None]
FILE = "content/voorspellingen.yaml"
URL = "/voorspellingen/"


def add(project: Path, slug: str, *changes: tuple[str, str]) -> None:
    """One more forecast: the first of the small project with another name and these changes."""
    path = project / FILE
    text = path.read_text(encoding="utf-8")
    own = text.partition("- titel: Tienduizend")[0]
    for old, new in (("kwart-leeg", slug), ("titel: Een kwart", f"titel: {slug}: een kwart"), *changes):
        assert old in own
        own = own.replace(old, new, 1)
    path.write_text(text + own.replace(f"titel: {slug}: een", f"titel: {slug} een"), encoding="utf-8")


class TestPage:
    """Each forecast is drawn, counted and told."""

    def test_all_of_it(self, project: Path) -> None:
        built = build(project)
        tree = page(built, URL)
        assert codes_and_places(built) == []
        assert texts(tree, "h1") == ["Voorspeld, en uitgekomen?"]
        assert texts(tree, "h2")[:2] == ["2 voorspellingen in één beeld", "Hoe vaak kwam het uit?"]
        assert addresses(tree, ".voorspelbalken a") == [f"{URL}#kwart-leeg", f"{URL}#bakfietsen"]
        first_row = words(first(tree, ".voorspelbalken li"))
        assert first_row == "Een kwart van de winkels leeg in 2022 , in 2020, voor 2022: niet uitgekomen"

    def test_in_full(self, project: Path) -> None:
        """What happened, our lesson, what was said, and numbered sources of its own."""
        tree = page(build(project), URL)
        told = words(first(tree, "#kwart-leeg"))
        assert "Bureau De Telling, in 2020, voor 2022" in told
        assert "niet uitgekomen : 8 procent in 2022" in told
        assert "Onze les: Een slecht jaar doortrekken" in told
        assert "Voorspeld: In 2022 staat een kwart" in told
        assert addresses(tree, "#kwart-leeg sup a") == ["#kwart-leeg-bron-2", "#kwart-leeg-bron-1"]
        assert addresses(tree, "#kwart-leeg .hoort-bij a") == [
            "/trends/anders-werken/",
            "/scenarios/binnenstad-united/",
        ]
        assert "Wat gebeurde" not in words(first(tree, "#bakfietsen"))

    def test_the_table_counts_by_subject(self, project: Path) -> None:
        """Only outcomes that there are have a column."""
        add(project, "nog-een", ("uitkomst: niet-uitgekomen", "uitkomst: uitgekomen"))
        tree = page(build(project), URL)
        rows = [[words(cell) for cell in row.css("th, td")] for row in tree.css(".uitkomsttabel tr")]
        assert rows == [
            ["Onderwerp", "ja", "nee", "loopt"],
            ["Leegstand", "1", "1", "0"],
            ["Vervoer", "0", "0", "1"],
            ["Samen", "1", "1", "1"],
        ]
        assert addresses(tree, ".uitkomsttabel a") == ["#kwart-leeg", "#bakfietsen"]

    def test_years_that_nobody_knows(self, project: Path, change: Change) -> None:
        change(FILE, "jaar: 2024", "jaar: onbekend")
        change(FILE, "doeljaar: 2030", "doeljaar: onbekend")
        assert "jaar onbekend, zonder doeljaar" in words(first(page(build(project), URL), "#bakfietsen"))

    def test_without_any(self, project: Path) -> None:
        (project / FILE).unlink()
        built = build(project)
        assert texts(page(built, URL), ".leeg") == ["Hier staat nog geen voorspelling."]
        assert not page(built, "/trends/anders-werken/").css("#voorspeld")

    def test_one_that_was_withdrawn_keeps_its_place(self, project: Path, change: Change) -> None:
        change(
            FILE,
            "  gecontroleerd: 2026-11\n- titel",
            "  gecontroleerd: 2026-11\n  ingetrokken:\n    reden: De bron bleek niet te kloppen.\n- titel",
        )
        built = build(project)
        tree = page(built, URL)
        assert codes_and_places(built) == []
        assert "De bron bleek niet te kloppen." in words(first(tree, "#kwart-leeg"))
        assert addresses(tree, ".voorspelbalken a") == [f"{URL}#bakfietsen"]

    def test_it_is_found(self, project: Path) -> None:
        built = build(project)
        (entry,) = (entry for entry in built.entries if entry.adres == f"{URL}#kwart-leeg")
        assert (entry.soort, entry.plaats) == ("voorspelling", "niet uitgekomen")
        assert "De Telling" in entry.stukken[0].tekst


class TestQuotes:
    """At most two on a page that they are about, with the way to all."""

    def test_a_trend(self, project: Path) -> None:
        """What is settled comes first; then one that came out otherwise."""
        tree = page(build(project), "/trends/anders-werken/")
        assert addresses(tree, "#voorspeld h3 a") == [f"{URL}#kwart-leeg", f"{URL}#bakfietsen"]
        assert links(tree, "#voorspeld .meer") == [("Alle 2 voorspellingen", URL)]
        assert "#voorspeld" in addresses(tree, ".inhoudsopgave a")

    def test_the_newest_and_another_outcome(self, project: Path) -> None:
        add(project, "ouder", ("jaar: 2020", "jaar: 2010"))
        add(project, "anders", ("jaar: 2020", "jaar: 2011"), ("uitkomst: niet-uitgekomen", "uitkomst: deels"))
        tree = page(build(project), "/trends/anders-werken/")
        assert addresses(tree, "#voorspeld h3 a") == [f"{URL}#kwart-leeg", f"{URL}#anders"]

    def test_what_names_it_first_goes_before(self, project: Path) -> None:
        add(
            project,
            "eerst",
            ("    - anders-werken\n", "    - anders-investeren\n    - anders-werken\n"),
            ("2020\n  uit", "2021\n  uit"),
        )
        tree = page(build(project), "/trends/anders-werken/")
        assert addresses(tree, "#voorspeld h3 a")[0] == f"{URL}#kwart-leeg"
        assert addresses(page(build(project), "/trends/anders-investeren/"), "#voorspeld h3 a") == [f"{URL}#eerst"]

    def test_a_scenario(self, project: Path) -> None:
        built = build(project)
        assert addresses(page(built, "/scenarios/binnenstad-united/"), "#voorspeld h3 a") == [f"{URL}#kwart-leeg"]
        assert not page(built, "/scenarios/binnenstad-als-game/").css("#voorspeld")

    @pytest.mark.parametrize("url", ["/trends/", "/scenarios/", "/over/"])
    def test_the_way_there(self, project: Path, url: str) -> None:
        """From both lists, and from the footer of every page."""
        built = build(project)
        assert URL in addresses(page(built, url), "main a" if url != "/over/" else ".voet a")
