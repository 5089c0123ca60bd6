"""What a visitor has to load: every page of the real site with its style, scripts, drawings and letters, after gzip."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from functools import cache

import pytest

from binnenstad_site.pipeline import Build
from binnenstad_site.render.assets import STYLESHEET
from tests.conftest import ROOT, build
from tests.visiting import html_files

KB = 1024
"""Bytes."""
STYLE_BAR, SCRIPT_BAR = 12 * KB, 8 * KB
PAGE_BAR, LIST_BAR = 60 * KB, 90 * KB
LISTS = re.compile(
    r"praktijken/((trend|status|provincie|bewijs)/[^/]+/)?index\.html"
    r"|(kansen|begrippen|publicaties|wijzigingen|zoeken|over/vormgeving)/index\.html"
)
"""Pages that hold a whole list may weigh more."""
LOADED = re.compile(r'<(?:script|link|use)\b[^>]*?\b(?:src|href)="(/assets/[^"#]+)')
IMPORTED = re.compile(r"""\bimport\s*(?:\{[^}]*\}\s*from\s*)?["'](\./[^"']+)["']""")


class Files:
    """The finished site, with the size of each file."""

    def __init__(self, made: Build) -> None:
        self.pages = html_files(made)
        self.content = {output.path: output.read() for output in made.outputs if output.path.startswith("assets/")}
        self.content |= {font.path: font.make() for font in made.fonts}
        self.size = cache(self._size)

    def _size(self, path: str) -> int:
        """As it is sent; letters are packed already."""
        content = self.content[path]
        return len(content) if path.endswith(".woff2") else len(gzip.compress(content))

    def loaded(self, html: str) -> frozenset[str]:
        """Every file that a page loads, with the modules that its scripts import."""
        return frozenset(name for address in LOADED.findall(html) for name in self._with_imports(address[1:]))

    def _with_imports(self, path: str) -> Iterator[str]:
        yield path
        if path.endswith(".js"):
            for name in IMPORTED.findall(self.content[path].decode("utf-8")):
                yield from self._with_imports(posixpath.normpath(posixpath.join(posixpath.dirname(path), name)))

    def weight(self, html: str) -> int:
        return len(gzip.compress(html.encode("utf-8"))) + sum(self.size(name) for name in self.loaded(html))


@pytest.fixture(scope="module")
def files() -> Files:
    return Files(build(ROOT))


def test_one_style_sheet(files: Files) -> None:
    """All components together."""
    (path,) = (path for path in files.content if path.endswith(STYLESHEET))
    assert files.size(path) <= STYLE_BAR


def test_scripts(files: Files) -> None:
    """What one page runs, with all that its modules import."""
    heavy = {}
    for page, html in files.pages.items():
        size = sum(files.size(name) for name in files.loaded(html) if name.endswith(".js"))
        if size > SCRIPT_BAR:
            heavy[page] = size
    assert heavy == {}


def test_pages(files: Files) -> None:
    """Everything together, without the search index and the share picture."""
    weights = {page: files.weight(html) for page, html in files.pages.items()}
    bars = {page: LIST_BAR if LISTS.fullmatch(page) else PAGE_BAR for page in weights}
    assert {page: weight for page, weight in weights.items() if weight > bars[page]} == {}


def test_every_page_loads_the_same_letters_and_style(files: Files) -> None:
    """So that the second page a visitor opens needs little more than its own text."""
    shared = [name for name in files.content if name.endswith((".woff2", STYLESHEET, "js/thema.js"))]
    for page, html in files.pages.items():
        if "http-equiv" not in html:  # a page that only sends on
            assert set(shared) <= files.loaded(html), page
