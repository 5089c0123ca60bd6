"""What a visitor loads beside the text of a page: style, scripts, drawings and fonts, after gzip, for every page kind.

How heavy a page of the real content is, an editor decides: `check` warns about its text, `make redactie` lists pages.
"""

from __future__ import annotations

import pytest

from binnenstad_site.pipeline import Build
from binnenstad_site.render.assets import STYLESHEET
from binnenstad_site.render.fonts import FACES
from tests.conftest import build
from tests.visiting import lay_out
from tools.weights import LIST_BAR, LISTS, PAGE_BAR, Files

STYLE_BAR, SCRIPT_BAR = 14 * 1024, 8 * 1024
BESIDE_PAGE_BAR, BESIDE_LIST_BAR = 47 * 1024, 52 * 1024
"""What a page may load beside its own HTML, so that 13 and 38 KiB are left for text.

Fonts and drawings take some 30 KiB; the rest is what style (14 KiB) and scripts (8 KiB) may weigh.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("weights")))


@pytest.fixture(scope="module")
def files(made: Build) -> Files:
    return Files(made)


def test_style_sheets(files: Files) -> None:
    """What one page loads."""
    sizes = {
        page: sum(files.size(name) for name in files.loaded(html) if name.endswith(".css"))
        for page, html in files.pages.items()
    }
    assert {page: size for page, size in sizes.items() if size > STYLE_BAR} == {}


def test_scripts(files: Files) -> None:
    """What one page runs, with all that its modules import."""
    sizes = {
        page: sum(files.size(name) for name in files.loaded(html) if name.endswith(".js"))
        for page, html in files.pages.items()
    }
    assert {page: size for page, size in sizes.items() if size > SCRIPT_BAR} == {}


def test_what_a_page_loads_beside_its_text(files: Files) -> None:
    beside = {page: sum(map(files.size, files.loaded(html))) for page, html in files.pages.items()}
    bars = {page: BESIDE_LIST_BAR if LISTS.fullmatch(page) else BESIDE_PAGE_BAR for page in beside}
    assert {page: size for page, size in beside.items() if size > bars[page]} == {}


def test_pages(files: Files) -> None:
    """Everything together, without the search index and the share picture."""
    weights = {page: files.weight(html) for page, html in files.pages.items()}
    bars = {page: LIST_BAR if LISTS.fullmatch(page) else PAGE_BAR for page in weights}
    assert {page: weight for page, weight in weights.items() if weight > bars[page]} == {}


def test_every_page_loads_the_same_fonts_and_style(files: Files) -> None:
    """So that the second page a visitor opens needs little more than its own text."""
    common = (STYLESHEET, "js/thema.js", *(face.name for face in FACES))
    shared = [name for name in files.content if name.endswith(common)]
    for page, html in files.pages.items():
        if 'http-equiv="refresh"' not in html:  # a page that only sends on
            assert set(shared) <= files.loaded(html), page
