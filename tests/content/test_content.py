"""The content that ships is without mistakes and has something of every kind.

How much there is of it is in `test_aantallen.py`, and how it is written in `test_schrijfwijze.py`.
"""

from __future__ import annotations

import pytest

from binnenstad_site.models import COLLECTIONS
from binnenstad_site.pipeline import Build
from binnenstad_site.report.render import as_text
from tests.conftest import ROOT, build, found
from tests.stages import LinkedProject, linked
from tests.visiting import addresses, html_files, page


@pytest.fixture(scope="module")
def made() -> Build:
    return build(ROOT)


@pytest.fixture(scope="module")
def content() -> LinkedProject:
    return linked(ROOT)


def test_no_error_and_no_warning(made: Build) -> None:
    """That addresses are new is no mistake: a maintainer lists them after publication."""
    assert found(made) == [], as_text(made.diagnostics, made.sources)


@pytest.mark.parametrize("name", [name for name in COLLECTIONS if name != "agenda"])
def test_every_collection_has_content(content: LinkedProject, name: str) -> None:
    """The agenda may be empty: there is not always something to go to."""
    assert getattr(content.site, name)


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
