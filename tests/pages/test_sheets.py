"""Every page loads the style sheets that style what it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.render.assets import join_styles
from tests.conftest import ROOT, build
from tests.visiting import lay_out

SHEETS = join_styles(
    {
        path.relative_to(ROOT / "templates/assets").as_posix(): path.read_text(encoding="utf-8")
        for path in (ROOT / "templates/assets/css").rglob("*.css")
    }
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([a-z][\w-]*)")


def classes(style: str) -> frozenset[str]:
    """The classes that the selectors of a sheet name."""
    return frozenset(_CLASS.findall(_COMMENT.sub("", style)))


NAMED = {name: classes(style) for name, style in SHEETS.items()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    made = build(lay_out(tmp_path_factory.mktemp("sheets")))
    return {output.path: output.read().decode("utf-8") for output in made.outputs if output.path.endswith(".html")}


def test_no_page_shows_what_only_another_sheet_styles(pages: Mapping[str, str]) -> None:
    missing: dict[str, set[str]] = {}
    for path, html in pages.items():
        tree = LexborHTMLParser(html)
        loaded = {name for name in SHEETS if tree.css_first(f'link[rel=stylesheet][href$="/{name}"]')}
        shown = {name for node in tree.css("[class]") for name in (node.attributes["class"] or "").split()}
        styled = frozenset[str]().union(*(NAMED[name] for name in loaded))
        elsewhere = frozenset[str]().union(*(NAMED[name] for name in set(SHEETS) - loaded))
        if loaded and (absent := shown & (elsewhere - styled)):
            missing[path] = absent
    assert missing == {}


def test_every_sheet_is_loaded_by_some_page(pages: Mapping[str, str]) -> None:
    for name in SHEETS:
        assert any(f'/{name}">' in html for html in pages.values()), name
