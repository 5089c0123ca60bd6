"""The lists: agenda, terms, publications, changes, gemeenten and reports, with their introductions; search and 404."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.pages.changes import AT_A_GLANCE
from tests.conftest import build, codes_and_places, write_files
from tests.drawings.geometry import windows_in
from tests.visiting import LAST, PRAKTIJK, add_praktijk, addresses, attribute, first, links, page, texts, words

Change = Callable[..., None]
TREND = "content/trends/anders-werken.md"
INTRODUCTION = """titel: {0}
in_een_zin: Wat er op deze plek allemaal staat.
bronnen:
  - sleutel: boek-2020
    titel: Een boek
    uitgever: De Uitgever
    soort: bedrijf
    datum: 2020
    geraadpleegd: 2026-11
gecontroleerd: 2026-11
---

Dit gaat ook over leegstand [@boek-2020].

## Hoe te lezen

Rustig.
"""
LISTS = ["trends", "praktijken", "kansen", "scenarios", "gemeenten", "verslagen", "begrippen", "publicaties", "agenda"]
LISTS += ["voorspellingen", "wijzigingen", "zoeken"]


class TestAgenda:
    """What is to come and what was, by the build date and not by the clock."""

    @pytest.mark.parametrize(
        ("today", "coming", "past"),
        [
            (date(2027, 1, 14), ["15 januari 2027"], []),
            (date(2027, 1, 15), ["15 januari 2027"], []),
            (date(2027, 1, 16), [], ["15 januari 2027"]),
        ],
    )
    def test_by_the_build_date(self, project: Path, today: date, coming: list[str], past: list[str]) -> None:
        built = build(project, today)
        sections = {
            words(first(node, "h2")): [words(t) for t in node.css("time")]
            for node in page(built, "/agenda/").css("main section")
        }
        assert sections.get("Nog te komen") == coming
        assert sections.get("Geweest", []) == past
        assert bool(page(built, "/").css(".agenda")) == bool(coming)
        assert bool(page(built, "/gemeenten/deventer/").css(".agenda")) == bool(coming)

    def test_more_days(self, project: Path, change: Change) -> None:
        """A meeting of more days is to come until its last one."""
        change("content/agenda/open-dag.yaml", "start: 2027-01-15\n", "start: 2027-01-15\neind: 2027-01-17\n")
        tree = page(build(project, date(2027, 1, 17)), "/agenda/")
        assert texts(tree, "main section:first-of-type time") == ["15 januari 2027 tot en met 17 januari 2027"]

    def test_the_last_reports_stand_below_it(self, project: Path) -> None:
        """Three with a date, the newest first."""
        text = (project / "content/verslagen/ronde-tafel.md").read_text(encoding="utf-8")
        for name, when in (("a", "onbekend"), ("b", "2023"), ("c", "2025"), ("d", "2022")):
            own = text.replace("2024-04-18", when).replace("titel: Ronde", f"titel: {name} ronde")
            (project / f"content/verslagen/verslag-{name}.md").write_text(own, encoding="utf-8")
        reports = addresses(page(build(project), "/agenda/"), "#verslagen h3 a")
        assert [address.split("/")[2] for address in reports] == ["verslag-c", "ronde-tafel", "verslag-b"]

    def test_the_order_is_that_of_time(self, project: Path) -> None:
        event = (project / "content/agenda/open-dag.yaml").read_text(encoding="utf-8")
        for day in ("2026-12-01", "2026-01-01", "2026-02-01", "2027-03-01"):
            text = event.replace("2027-01-15", day).replace("Open dag bij", f"Dag {day} bij")
            (project / f"content/agenda/dag-{day}.yaml").write_text(text, encoding="utf-8")
        days = [node.attributes["datetime"] for node in page(build(project), "/agenda/").css("main .agenda time")]
        assert days == ["2026-12-01", "2027-01-15", "2027-03-01", "2026-02-01", "2026-01-01"]

    def test_its_anchor_stands_on_the_agenda_only(self, project: Path, change: Change) -> None:
        """Elsewhere the same words cannot clash with what else is on the page."""
        (project / "content/agenda/open-dag.yaml").rename(project / "content/agenda/praktijken.yaml")
        built = build(project)
        assert codes_and_places(built) == []
        assert page(built, "/agenda/").css("#praktijken")

    def test_an_address_of_its_own(self, project: Path, change: Change) -> None:
        assert not page(build(project), "/agenda/").css(".agenda a")
        with (project / "content/agenda/open-dag.yaml").open("a", encoding="utf-8") as file:
            file.write("url: https://makers.example/open-dag\n")
        assert addresses(page(build(project), "/agenda/"), ".agenda a") == ["https://makers.example/open-dag"]


class TestOtherLists:
    """Terms, publications, changes, gemeenten and reports."""

    def test_terms_by_letter(self, project: Path) -> None:
        """Only what has an explanation is shown; the rest is for the search."""
        with (project / "content/begrippen.yaml").open("a", encoding="utf-8") as file:
            file.write(
                "- term: Plint\n  verwant:\n    - etalage\n    - leegstand\n"
                "  uitleg: De begane grond van een gebouw aan de straat.\n"
            )
        tree = page(build(project), "/begrippen/")
        assert links(tree, ".letters a") == [("L", "#letter-L"), ("P", "#letter-P")]
        assert texts(tree, ".begrippen h3") == ["leegstand", "Plint"]
        index = texts(tree, ".letters li")
        assert index == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ"], "a letter without terms is there, and leads nowhere"
        assert "ook: lege panden" in texts(tree, "#leegstand .noot-regel")
        assert links(tree, "#plint .zie a") == [("leegstand", "#leegstand")], "a word without explanation leads nowhere"
        assert links(tree, "#leegstand .zie a") == [("Anders werken", "/trends/anders-werken/")]

    def test_publications_newest_first_after_the_first_one(self, project: Path) -> None:
        """The publication this site starts from opens the list; what has no date closes it."""
        text = (project / "content/publicaties/de-nieuwe-binnenstad.yaml").read_text(encoding="utf-8")
        for name, when in (("b", "2020"), ("c", "2024-05"), ("d", "onbekend")):
            own = text.replace("2018-03-15", when).replace("titel: De nieuwe", f"titel: Boek {name} over de")
            if name == "d":
                own = own.replace("url: https://voorbeeld.example/binnenstad\n", "")
            (project / f"content/publicaties/{name}.yaml").write_text(own, encoding="utf-8")
        tree = page(build(project), "/publicaties/")
        assert attribute(tree, ".eerste-publicatie", "id") == "de-nieuwe-binnenstad"
        assert [node.attributes["id"] for node in tree.css(".publicaties > li")] == ["c", "b", "d"]
        assert "datum onbekend" in words(first(tree, "#d"))
        assert not tree.css("#d h3 a"), "without an address there is nothing to link to"
        assert addresses(tree, "#c h3 a") == ["https://voorbeeld.example/binnenstad"]

    def test_how_strong_the_evidence_is_stands_where_its_steps_are_explained(self, project: Path) -> None:
        built = build(project)
        tree = page(built, "/over/redactie/")
        spread = {words(first(row, "dd")): words(first(row, "dt")) for row in tree.css(".verdeling .rijen > div")}
        assert [text.split(":")[1].strip() for text in spread] == [f"{step} van 4" for step in (4, 3, 2, 1, 0)]
        assert [int(number) for number in spread.values()] == [0, 0, 0, 2, 0]
        assert len(tree.css(".verdeling .muur")) == 1
        assert not page(built, "/over/").css(".verdeling")

    def test_minor_changes_are_silent(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, LAST, f"{LAST}  - datum: 2026-11-23\n    soort: klein\n")
        built = build(project)
        assert len(page(built, "/praktijken/leiden-proef/").css("#wijzigingen li")) == 1
        tree = page(built, "/wijzigingen/")
        assert "2026-11-23" not in [node.attributes["datetime"] for node in tree.css("time")]
        assert len(tree.css(".wijzigingdag li")) == 15

    def test_changes_that_say_the_same_stand_together(self, project: Path, change: Change) -> None:
        """Per day and kind, the newest day first; one that says something else stands apart."""
        change(PRAKTIJK, LAST, f"{LAST}  - datum: 2026-11-23\n    soort: groot\n    wat: Cijfers van dit jaar.\n")
        tree = page(build(project), "/wijzigingen/")
        days = [node.attributes["datetime"] or "" for node in tree.css("h2 time")]
        assert days == sorted(days, reverse=True)
        newest = first(tree, ".wijzigingdag")
        assert words(newest) == "23 november 2026 1 praktijk Cijfers van dit jaar. Een proef in de hoofdstraat"
        headings = [words(node) for node in tree.css(".wijzigingdag h3")]
        assert {"4 scenario’s", "6 trends", "2 praktijken"} <= set(headings)
        assert not tree.css("details"), "few enough to be named at once"

    def test_many_changes_that_say_the_same_are_shown_when_asked_for(self, project: Path) -> None:
        """Those of one day must not bury what else changed; without script they open too."""
        text = (project / PRAKTIJK).read_text(encoding="utf-8")
        for number in range(AT_A_GLANCE + 1):
            (project / f"content/praktijken/leiden-kopie-{number}.md").write_text(text, encoding="utf-8")
        tree = page(build(project), "/wijzigingen/")
        many = f"{len(list((project / 'content/praktijken').glob('*.md')))} praktijken"
        assert texts(tree, "details summary") == [f"Toon deze {many}"]
        assert len(tree.css("details li")) > AT_A_GLANCE

    def test_the_way_to_cite_has_the_date_of_the_last_check(self, project: Path) -> None:
        built = build(project)
        cite = "“Een proef in de hoofdstraat”, redactie De nieuwe binnenstad, laatst gecontroleerd november 2026. "
        assert texts(page(built, "/praktijken/leiden-proef/"), ".citaat") == [
            f"{cite}https://binnenstad.example/praktijken/leiden-proef/"
        ]
        assert "november 2026. https" in texts(page(built, "/meedoen/"), ".citaat")[0]

    def test_gemeenten_by_province_with_counts(self, project: Path) -> None:
        tree = page(build(project), "/gemeenten/")
        rows = [line for line in texts(tree, ".provincies section") if " " in line]
        assert rows[:1] == ["Flevoland Nog niets gevonden uit: Lelystad."]
        assert "Overijssel Deventer 1 praktijk , 1 verslag E4" in rows
        assert "Zuid-Holland Leiden 1 praktijk B4" in rows
        assert texts(tree, ".aantal") == ["2 van de 3 gemeenten hebben een pagina"]
        add_praktijk(project, "tweede")
        report = project / "content/verslagen/ronde-tafel.md"
        shutil.copy(report, report.with_stem("ronde-tafel-2"))
        rows = texts(page(build(project), "/gemeenten/"), ".provincies li")
        assert rows == ["Deventer 1 praktijk , 2 verslagen E4", "Leiden 2 praktijken B4"]

    def test_a_gemeente(self, project: Path) -> None:
        """Its facts, what is about it, and others that are like it, with their praktijken."""
        tree = page(build(project), "/gemeenten/deventer/")
        assert texts(tree, ".feiten dd") == ["102.415", "100.000 tot 250.000 inwoners", "2021"]
        assert texts(tree, ".lead") == ["Eén praktijk in twee trends. Eén verslag van een bijeenkomst."]
        assert texts(tree, ".kaart-namen text") == ["Deventer"]
        assert addresses(tree, "#praktijken h3 a") == ["/praktijken/deventer-makers/"]
        assert addresses(tree, "#verslagen li > div > a")[0] == "/verslagen/ronde-tafel/"
        assert texts(tree, "#plaatsen > .gelijken > li") == [
            "Leiden wat groter, stedelijker, jonger, duurdere huizen Een proef in de hoofdstraat"
        ]

    def test_reports_without_a_date_go_last(self, project: Path) -> None:
        text = (project / "content/verslagen/ronde-tafel.md").read_text(encoding="utf-8")
        for name, when in (("a", "onbekend"), ("b", "2025")):
            own = text.replace("2024-04-18", when).replace("titel: Ronde", f"titel: {name} ronde")
            (project / f"content/verslagen/verslag-{name}.md").write_text(own, encoding="utf-8")
        reports = addresses(page(build(project), "/verslagen/"), "main h2 a")
        assert [address.split("/")[2] for address in reports] == ["verslag-b", "ronde-tafel", "verslag-a"]


class TestIntroductions:
    """A pagina at the address of a list opens that list, with all that a text can have."""

    @pytest.mark.parametrize("name", LISTS)
    def test_text_sources_and_terms(self, project: Path, name: str) -> None:
        """The text stands above the list; its source numbers lead to its sources, its terms are explained."""
        write_files(project, f"=== content/paginas/{name}.md\n---\n{INTRODUCTION.format('Lees dit eerst')}")
        built = build(project)
        tree = page(built, f"/{name}/")
        assert codes_and_places(built) == []
        assert texts(tree, "h1") == ["Lees dit eerst"]
        assert "Dit gaat ook over leegstand" in words(first(tree, ".inleiding"))
        assert texts(tree, ".inleiding h2#hoe-te-lezen") == ["Hoe te lezen"]
        assert addresses(tree, ".inleiding sup a") == ["#bron-1"]
        assert "Een boek" in words(first(tree, "#bronnen #bron-1"))
        assert tree.css("#begrip-1[popover]")

    def test_standing_pages_lead_down(self, project: Path) -> None:
        built = build(project)
        assert ("Redactie", "/over/redactie/") in links(page(built, "/over/"), "main nav a")
        assert ("over", "/over/#voor-wie") in links(page(built, "/over/redactie/"), "main a")

    def test_a_page_without_a_page_above_it(self, project: Path) -> None:
        """A folder needs no page of its own."""
        write_files(project, f"=== content/paginas/hulp/vragen.md\n---\n{INTRODUCTION.format('Vragen')}")
        assert links(page(build(project), "/hulp/vragen/"), ".kruimels a") == []


def test_not_found_offers_a_way_on(project: Path) -> None:
    tree = page(build(project), "/404.html")
    assert texts(tree, "h1") == ["Hier staat niets"]
    assert addresses(tree, ".wegen a") == ["/trends/", "/praktijken/"]
    assert texts(tree, ".wegen p") == ["Wat eraan komt", "2 keer geprobeerd"]
    assert windows_in(first(tree, ".gat")) == 2
    assert attribute(tree, "form", "action") == "/zoeken/"
