"""The page of a gemeente: its name, its place on the map, and what there is about it in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.core.typography import capital, in_count
from binnenstad_site.models.items import Praktijk
from binnenstad_site.models.vocabulary import Status
from binnenstad_site.pages.gemeenten import letters, name_on_map, summary
from binnenstad_site.pages.geo import KaartPunt
from tests.conftest import ROOT, build
from tests.visiting import add_praktijk, first, page, texts, words

Change = Callable[..., None]


def praktijk(status: Status = "loopt") -> Praktijk:
    return Praktijk.model_construct(status=status)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "geen dingen"), (1, "één ding"), (12, "twaalf dingen"), (13, "13 dingen")]
)
def test_in_count(number: int, words: str) -> None:
    assert in_count(number, "ding", "dingen") == words


@pytest.mark.parametrize(("text", "expected"), [("één is gestopt", "Eén is gestopt"), ("zes", "Zes"), ("", "")])
def test_capital(text: str, expected: str) -> None:
    assert capital(text) == expected


@pytest.mark.parametrize(
    ("praktijken", "trends", "reports", "words"),
    [
        ([], [], 0, ""),
        ([praktijk()], ["Anders werken"], 0, "Eén praktijk over anders werken."),
        ([praktijk()] * 2, ["Anders werken", "Anders wonen"], 0, "Twee praktijken in twee trends."),
        ([praktijk("gestopt")] * 7, ["x"] * 6, 0, "Zeven praktijken in alle zes trends. Zeven zijn gestopt."),
        (
            [praktijk(), praktijk("gestopt")],
            ["Anders werken"],
            2,
            "Twee praktijken over anders werken. Eén is gestopt. Twee verslagen van bijeenkomsten.",
        ),
    ],
)
def test_summary(praktijken: list[Praktijk], trends: list[str], reports: int, words: str) -> None:
    assert summary(praktijken, trends, reports) == words


@pytest.mark.parametrize(
    ("name", "number"),
    [("Ee", 6), ("Leiden", 6), ("Deventer", 8), ("Aa en Hunze", 6), ("Leidschendam-Voorburg", 12), ("x" * 30, 16)],
)
def test_letters(name: str, number: int) -> None:
    """The longest word decides, since a name is broken between words."""
    assert letters(name) == number


def test_every_number_of_letters_has_its_rule() -> None:
    """The style sheet knows each number but the smallest, which is what it begins with."""
    style = (ROOT / "templates/assets/css/lijst/57-gemeente.css").read_text(encoding="utf-8")
    styled = {int(number) for number in re.findall(r"\.letters-(\d+) \+ h1 \{ --n: \1; \}", style)}
    assert styled | {6} == {letters("x" * length) for length in range(1, 40)}


@pytest.mark.parametrize(("x", "side"), [(300.0, "end"), (30.0, "start")])
def test_a_name_stays_on_the_map(x: float, side: str) -> None:
    """Left of its dot where there is room, else right of it."""
    place = name_on_map(KaartPunt(x, 100, 4, "Middelburg", 1))
    assert place.naam is not None
    assert (place.naam.anker, place.naam.x > x) == (side, side == "start")


def test_praktijken_with_the_strongest_evidence_first(project: Path) -> None:
    add_praktijk(project, "a-zwak")
    add_praktijk(project, "b-sterk", ("bewijs: 1", "bewijs: 2"))
    tree = page(build(project), "/gemeenten/leiden/")
    assert texts(tree, "#praktijken h3 a")[0] == "Praktijk b-sterk"
    assert texts(tree, "#praktijken > div p") == ["Gesorteerd op sterkte van het bewijs."]


def test_a_card_says_where_it_is_only_where_that_is_not_clear(project: Path) -> None:
    """On the page of its own gemeente that is; of several gemeenten it tells which."""
    add_praktijk(project, "samen", ("gemeenten:\n  - leiden\n", "gemeenten:\n  - leiden\n  - deventer\n"))
    tree = page(build(project), "/gemeenten/leiden/")
    metas = {words(first(card, "h3")): words(first(card, ".kaartje-meta")) for card in tree.css("#praktijken article")}
    assert metas["Praktijk samen"] == "Anders werken Leiden en Deventer"
    assert [meta for title, meta in metas.items() if title != "Praktijk samen"] == ["Anders werken"]


def test_a_gemeente_without_praktijken_shows_those_of_gemeenten_like_it(project: Path, change: Change) -> None:
    """The strongest first, as many as fit in a row; one with praktijken shows its own alone."""
    of_others_selector = "main > .vlak-sectie:not([id]) h3 a"
    for slug, strength in (("a-zwak", "1"), ("b-sterk", "2"), ("c-zwak", "1")):
        add_praktijk(project, slug, ("bewijs: 1", f"bewijs: {strength}"))
    change("content/praktijken/deventer-makers.md", "gemeenten:\n  - deventer\n", "gemeenten:\n  - leiden\n")
    built = build(project)
    assert texts(page(built, "/gemeenten/leiden/"), of_others_selector) == []
    of_others = texts(page(built, "/gemeenten/deventer/"), of_others_selector)
    assert of_others == ["Praktijk b-sterk", "Een proef in de hoofdstraat", "Makers in lege panden"]


def test_others_of_the_country_are_on_the_map_too(project: Path) -> None:
    """Small dots for all places, under the larger one of this; no links, for the register of the list has those."""
    tree = page(build(project), "/gemeenten/leiden/")
    assert [(node.attributes["d"] or "").count("M") for node in tree.css(".kaart-stippen")] == [2]
    assert not tree.css(".kaart circle[data-adres]")


def test_the_invitation_leads_to_the_page_about_contributing(project: Path) -> None:
    assert texts(page(build(project), "/gemeenten/leiden/"), ".uitnodiging h3") == ["Ontbreekt er iets uit Leiden?"]
    (project / "content/paginas/meedoen.md").unlink()
    assert not page(build(project), "/gemeenten/leiden/").css(".uitnodiging a")
