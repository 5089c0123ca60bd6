"""The content that ships is without mistakes and has something of every kind."""

from __future__ import annotations

from collections import Counter

import pytest

from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS, STATUS, TREND_SLUGS
from binnenstad_site.pipeline import Build
from binnenstad_site.reporting import as_text
from tests.conftest import ROOT, build, found
from tests.stages import Linked, linked
from tests.visiting import addresses, html_files, page


@pytest.fixture(scope="module")
def made() -> Build:
    return build(ROOT)


@pytest.fixture(scope="module")
def content() -> Linked:
    return linked(ROOT)


def test_no_error_and_no_warning(made: Build) -> None:
    """That addresses are new is no mistake: a maintainer lists them after publication."""
    assert found(made) == [], as_text(made.diagnostics, made.sources)


@pytest.mark.parametrize("name", [name for name in COLLECTIONS if name != "agenda"])
def test_every_collection_has_content(content: Linked, name: str) -> None:
    """The agenda may be empty: there is not always something to go to."""
    assert getattr(content.site, name)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("trends", 6),
        ("scenarios", 4),
        ("gemeenten", 342),
        ("praktijken", 15),
        ("verslagen", 3),
        ("kansen", 12),
        ("begrippen", 25),
        ("publicaties", 5),
        ("paginas", 8),
    ],
)
def test_there_is_enough_of_it(content: Linked, name: str, least: int) -> None:
    assert len(getattr(content.site, name)) >= least


def test_praktijken_cover_the_field(content: Linked) -> None:
    """All six trends, every status there is, at least eight provinces, and what went wrong."""
    site = content.site
    items = [entry.item for entry in site.praktijken.values()]
    assert {slug for item in items for slug in item.trends} == set(TREND_SLUGS)
    assert {item.status for item in items} == set(STATUS)
    assert len({name for item in items for name in site.provincies_van(item)}) >= 8
    assert any(item.wat_ging_mis for item in items)


def test_every_trend_has_kansen_and_every_scenario_a_place(content: Linked) -> None:
    per_trend = Counter(entry.item.trend for entry in content.site.kansen.values())
    assert set(per_trend) == set(TREND_SLUGS)
    assert tuple(content.site.scenarios) == SCENARIO_SLUGS


def test_the_workshop_is_reported(content: Linked) -> None:
    assert "trend-en-scenarioworkshop-16-oktober" in content.site.verslagen


def test_the_pages_that_menu_and_footer_want_are_there(made: Build) -> None:
    tree = page(made, "/")
    wanted = {
        "/trends/",
        "/kansen/",
        "/praktijken/",
        "/scenarios/",
        "/gemeenten/",
        "/zoeken/",
        "/over/",
        "/over/privacy/",
    }
    assert wanted <= set(addresses(tree, "header a, footer a"))


def test_nothing_is_loaded_from_elsewhere(made: Build) -> None:
    """A page asks nothing of another host; links lead there only when a reader clicks."""
    for path, html in html_files(made).items():
        assert ' src="http' not in html, path
        assert "@import" not in html, path
