"""`/over/vormgeving/` shows every component, and all it shows comes from the content."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.models import vocabulary
from binnenstad_site.pages.vormgeving import COLOURS
from tests.conftest import ROOT, build, found
from tests.visiting import links, page, texts

URL = "/over/vormgeving/"


@pytest.fixture(scope="module")
def tree() -> LexborHTMLParser:
    """Of the real site, which has something of everything."""
    return page(build(ROOT), URL)


def test_every_colour_is_a_token(tree: LexborHTMLParser) -> None:
    """A swatch shows the token itself, so it follows the theme."""
    tokens = (ROOT / "templates/assets/css/10-tokens.css").read_text(encoding="utf-8")
    colours = re.findall(r'fill="var\(--([\w-]+)\)"', tree.html or "")
    assert {name for name, _ in COLOURS} <= set(colours)
    assert all(f"--{name}:" in tokens for name in colours)


def test_every_state_is_shown(tree: LexborHTMLParser) -> None:
    """All values of the closed lists, with the number of praktijken that have them."""
    assert texts(tree, ".rijen dt .status") == list(vocabulary.STATUS.values())
    assert len(tree.css(".rijen .bewijs")) == len(vocabulary.BEWIJS)
    assert len(tree.css(".straat > li")) == len(vocabulary.TREND_SLUGS)
    assert tree.css(".kaartje")
    assert tree.css(".raam-onbekend")
    assert tree.css(".cijfer-groot")
    assert tree.css(".grafiek")


def test_it_can_be_found(tree: LexborHTMLParser) -> None:
    """From the page about the site."""
    assert ("Vormgeving", URL) in links(page(build(ROOT), "/over/"), "main nav a")
    assert links(tree, ".kruimels a")[-1] == ("Over deze site", "/over/")


def test_without_content_it_shows_what_there_is(project: Path) -> None:
    """Parts that need an item are left out."""
    for folder in ("kansen", "verslagen"):
        shutil.rmtree(project / "content" / folder)
    built = build(project)
    assert found(built) == []
    assert not page(built, URL).css(".oordelen, .fasen .kans")
