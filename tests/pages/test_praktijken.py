"""The list of praktijken in HTML: what is there without script, and what the script reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.models.items import Praktijk
from binnenstad_site.models.items.praktijken import Beginstand
from binnenstad_site.pages.facets import definitions
from binnenstad_site.pipeline import Build
from tests.conftest import BASIS, TODAY, build, codes_and_places
from tests.stages import linked
from tests.visiting import PRAKTIJK, add_praktijk, addresses, attribute, first, lay_out, page, texts, words

Change = Callable[..., None]
DRENTHE = "/praktijken/provincie/drenthe/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("praktijken")))


def bricks(tree: LexborHTMLParser) -> int:
    """How many bricks the wall has."""
    return len(tree.css(".muur rect"))


def values(tree: LexborHTMLParser, row: str) -> set[str]:
    """The values of a row, as the script reads them: facet and value by their places in the filters."""
    groups = tree.css("[data-facet]")
    pairs = re.findall(r"(.)(.)", row)
    return {
        f"{group.attributes['data-facet']}={group.css('li')[int(value, 36)].attributes['data-waarde']}"
        for letter, value in pairs
        for group in [groups[ord(letter) - ord("a")]]
    }


def test_a_row_says_what_it_is_filtered_by(built: Build) -> None:
    tree = page(built, "/praktijken/")
    rows = {
        attribute(row, "h3 a", "href"): values(tree, row.attributes["data-f"] or "")
        for row in tree.css("#lijst [data-f]")
    }
    assert rows["/praktijken/leiden-proef/"] == {
        "trend=anders-werken",
        "trend=anders-consumeren",
        "bewijs=1",
        "status=loopt",
        "uitkomst=onbekend",
        "aanpak=makers-op-proef",
        "kosten=onbekend",
        "grootteklasse=100.000-250.000",
        "provincie=zuid-holland",
        "instrument=ruimte",
    }
    assert {"uitkomst=deels", "leegstand=10-15"} <= rows["/praktijken/deventer-makers/"]


@pytest.mark.parametrize(
    ("number", "unit", "values"),
    [
        ("9,9", "procent", ["tot-10"]),
        ("10", "procent", ["10-15"]),
        ("14,9", "procent", ["10-15"]),
        ("25", "procent", ["vanaf-25"]),
        ("91", "panden", []),
        (None, "procent", []),
    ],
)
def test_vacancy_at_the_start(number: str | None, unit: str, values: list[str]) -> None:
    """Only what is known in percent can be compared."""
    (facet,) = (facet for facet in definitions(linked(BASIS).site, TODAY) if facet.slug == "leegstand")
    before = Beginstand(maat="leegstand", waarde="x", getal=number, eenheid=unit, jaar="2021", bron=("a",))
    assert list(facet.of(Praktijk.model_construct(uitgangssituatie=(before,)))) == values


def test_a_row_names_its_dot_and_so_does_the_register(built: Build) -> None:
    tree = page(built, "/praktijken/")
    number = attribute(tree, '#lijst li:has([href="/praktijken/leiden-proef/"])', "data-p")
    register = {line.attributes["data-punt"]: line for line in tree.css(".register li")}
    assert words(register[number]) == "Leiden B4"
    assert tree.css(".kaart-punten circle")[int(number)].attributes["data-adres"] == "/gemeenten/leiden/"


def test_only_a_script_filters_by_what_has_no_page(built: Build) -> None:
    tree = page(built, "/praktijken/")
    hidden = [group.attributes["data-facet"] for group in tree.css("[data-facet][hidden]")]
    assert hidden == ["uitkomst", "aanpak", "leegstand", "kosten", "grootteklasse", "instrument"]
    assert not tree.css("[data-facet][hidden] a")


def test_count_wall_and_rows_agree(project: Path) -> None:
    for number in range(3):
        add_praktijk(project, f"nog-{number}")
    built = build(project)
    for url in ("/praktijken/", "/praktijken/bewijs/1/", "/praktijken/provincie/zuid-holland/"):
        tree = page(built, url)
        rows = len(tree.css("#lijst > .kaartjes > li"))
        assert words(first(tree, "#aantal")) == f"{rows} praktijken"
        assert bricks(tree) == rows == sum(int(number) for number in texts(tree, ".muurvak b"))


def test_the_last_checked_comes_first_then_the_strongest(project: Path, change: Change) -> None:
    change(PRAKTIJK, "gecontroleerd: 2026-11", "gecontroleerd: 2026-10")
    add_praktijk(project, "sterk", ("gecontroleerd: 2026-10", "gecontroleerd: 2026-11"))
    add_praktijk(project, "zwak", ("gecontroleerd: 2026-10", "gecontroleerd: 2026-11"), ("bewijs: 1\n", "bewijs: 0\n"))
    built = build(project)
    assert codes_and_places(built) == []
    rows = addresses(page(built, "/praktijken/"), "#lijst h3 a")
    order = [rows.index(f"/praktijken/{slug}/") for slug in ("sterk", "zwak", "leiden-proef")]
    assert order == sorted(order)


def test_the_register_is_by_name_and_links(project: Path) -> None:
    add_praktijk(project, "nog-een")
    tree = page(build(project), "/praktijken/")
    assert texts(tree, ".register li") == ["Deventer E4", "Leiden 2 B4"]
    assert addresses(tree, ".register a") == ["/gemeenten/deventer/", "/gemeenten/leiden/"]


def test_a_page_of_one_value(built: Build) -> None:
    """It has a way back, no filters, the places of the others in grey, and the colour of its trend."""
    tree = page(built, "/praktijken/provincie/zuid-holland/")
    assert addresses(tree, ".chip") == ["/praktijken/"]
    assert not tree.css(".filters, [data-f]")
    assert len(tree.css(".kaart-punten circle")) == len(tree.css(".kaart-rest circle")) == 1
    assert page(built, "/praktijken/trend/anders-werken/").css(".zoeklijst.trend-werken")


def test_an_empty_province_still_has_its_map(built: Build) -> None:
    tree = page(built, DRENTHE)
    assert words(first(tree, "#aantal")) == "0 praktijken"
    assert not tree.css(".muurvak, .register, .kaart-punten circle")
    assert len(tree.css(".kaart-rest circle")) == 2


def test_a_praktijk_of_more_places_has_more_dots(project: Path, change: Change) -> None:
    change(PRAKTIJK, "gemeenten:\n  - leiden\n", "gemeenten:\n  - leiden\n  - deventer\n")
    tree = page(build(project), "/praktijken/")
    dots = attribute(tree, '#lijst li:has([href="/praktijken/leiden-proef/"])', "data-p").split()
    assert sorted(dots) == ["0", "1"]
