"""Which gemeenten are alike: the distance as the design tried it, and the reason in words."""

from __future__ import annotations

import random
from functools import cache
from time import process_time

import pytest
import yaml

from binnenstad_site.models.items import Gemeente, Kerncijfers
from binnenstad_site.pages.similarity import NEIGHBOURS, Position, neighbours, positions, reason
from tests.conftest import ROOT

SEED = 13
MOST_SECONDS = 0.5
"""Of processor time for the whole country: ten times what it takes, for a machine that is busy."""


@cache
def country() -> tuple[Gemeente, ...]:
    """The municipalities of the real list; a file of figures, and no text that an editor writes."""
    rows = yaml.load((ROOT / "content/gemeenten.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return tuple(Gemeente.model_validate(row) for row in rows)


def town(
    slug: str, inhabitants: int, density: int = 1000, urban: float = 50, age: float = 20, houses: int = 300
) -> Gemeente:
    figures = Kerncijfers.model_construct(
        adressendichtheid=density, aandeel_stedelijke_buurten=urban, aandeel_65plus=age, woz_1000=houses
    )
    return Gemeente.model_construct(slug=slug, inwoners=inhabitants, kerncijfers=figures)


@pytest.mark.content
@pytest.mark.parametrize(
    ("slug", "nearest"),
    [
        ("oldambt", ["stadskanaal", "montferland", "eemsdelta"]),
        ("roosendaal", ["bergen-op-zoom", "almelo", "hengelo"]),
        ("delft", ["leiden", "schiedam", "arnhem"]),
    ],
)
def test_the_nearest_are_those_that_were_tried(slug: str, nearest: list[str]) -> None:
    assert [neighbour.slug for neighbour in neighbours(country())[slug][:3]] == nearest


@pytest.mark.content
def test_the_whole_country_takes_little_time() -> None:
    started = process_time()
    found = neighbours(country())
    assert process_time() - started < MOST_SECONDS
    assert {len(near) for near in found.values()} == {NEIGHBOURS}


def test_the_nearest_are_those_with_the_smallest_sum() -> None:
    """Against the plain way: every distance, sorted."""
    chance = random.Random(SEED)
    towns = [
        town(
            f"t{n}",
            chance.randint(900, 900_000),
            chance.randint(20, 6000),
            chance.uniform(0, 100),
            chance.uniform(8, 35),
        )
        for n in range(60)
    ]
    known = positions(towns)
    for slug, near in neighbours(towns).items():
        by_distance = sorted(
            (sum(abs(a - b) for a, b in zip(known[slug], known[other], strict=True)), other)
            for other in known
            if other != slug
        )
        assert [neighbour.slug for neighbour in near] == [other for _, other in by_distance[:NEIGHBOURS]]


def test_one_without_figures_has_none_and_is_none() -> None:
    new = Gemeente.model_construct(slug="nieuw", inwoners=1000, kerncijfers=None)
    found = neighbours([town("a", 1000), town("b", 2000), new])
    assert found.keys() == {"a", "b"}
    assert [neighbour.slug for neighbour in found["a"]] == ["b"]
    assert neighbours([]) == {}
    assert neighbours([town("a", 0)]) == {}


def test_equal_ones_are_told_in_a_fixed_order() -> None:
    towns = [town(slug, 1000) for slug in "cab"]
    assert [neighbour.slug for neighbour in neighbours(towns)["b"]] == ["a", "c"]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (Position(0, 0, 0, 0, 0), "even groot, even stedelijk, even oud"),
        (Position(0.34, 0, 0, 0.36, 0), "even groot, even stedelijk, wat ouder"),
        (Position(-0.5, 0.4, 0.4, 0, 0), "wat kleiner, wat stedelijker, even oud"),
        (Position(2, -3, -1, -2, 1.5), "groter, minder stedelijk, jonger, duurdere huizen"),
        (Position(0, 0.6, -0.6, 0, -0.5), "even groot, even stedelijk, wat goedkopere huizen"),
    ],
)
def test_the_reason_says_what_is_alike_and_what_differs(other: Position, words: str) -> None:
    assert reason(Position(0, 0, 0, 0, 0), other) == words
