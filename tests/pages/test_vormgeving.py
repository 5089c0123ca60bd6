"""`/over/vormgeving/` shows every component, and all it shows comes from the content."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.models import vocabulary
from binnenstad_site.pages.vormgeving import COLOURS
from binnenstad_site.pipeline import Build
from tests.conftest import ROOT, build, codes_and_places
from tests.visiting import KANS, lay_out, links, page, texts

URL = "/over/vormgeving/"
FIGURES = """cijfers:
  - tekst: Panden met een maker.
    eenheid: panden
    bron: [krant-2024]
    reeks:
      - {jaar: 2014, waarde: 3}
      - {jaar: 2015, waarde: 4}
      - {jaar: 2016, waarde: 4}
      - {jaar: 2017, waarde: 5}
      - {jaar: 2018, waarde: 6}
      - {jaar: 2019, waarde: 7}
      - {jaar: 2020, waarde: 8}
      - {jaar: 2021, waarde: 9}
      - {jaar: 2022, waarde: 11}
      - {jaar: 2023, waarde: 12}
  - tekst: Straten met een maker.
    eenheid: straten
    bron: [krant-2024]
    reeks:
      - {jaar: 2023, waarde: 3}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The small project with a kans that nobody has taken yet, and a figure with its years."""
    project = lay_out(tmp_path_factory.mktemp("vormgeving"))
    text = (project / KANS).read_text(encoding="utf-8")
    (project / KANS).write_text(text.replace("praktijken:\n  - deventer-makers\n", ""), encoding="utf-8")
    trend = project / "content/trends/anders-werken.md"
    text = trend.read_text(encoding="utf-8")
    trend.write_text(text.replace("bronnen:\n", f"{FIGURES}bronnen:\n", 1), encoding="utf-8")
    return build(project)


@pytest.fixture(scope="module")
def tree(made: Build) -> LexborHTMLParser:
    return page(made, URL)


def test_every_colour_is_a_token(tree: LexborHTMLParser) -> None:
    """A swatch shows the token itself, so it follows the theme."""
    tokens = (ROOT / "templates/assets/css/10-tokens.css").read_text(encoding="utf-8")
    colours = re.findall(r'fill="var\(--([\w-]+)\)"', tree.html or "")
    assert {name for name, _ in COLOURS} <= set(colours)
    assert all(f"--{name}:" in tokens for name in colours)


def test_every_state_is_shown(tree: LexborHTMLParser) -> None:
    """All values of the closed lists, with the number of praktijken that have them."""
    assert texts(tree, ".rijen dt .status") == list(vocabulary.STATUS_OP_SITE.values())
    assert len(tree.css(".rijen .bewijs")) == len(vocabulary.BEWIJS)
    assert len(tree.css(".straat > li")) == len(vocabulary.TREND_SLUGS)
    assert tree.css(".kaartje")
    assert tree.css(".raam-onbekend")
    assert tree.css(".cijfer-groot")
    assert tree.css(".grafiek")


def test_it_can_be_found(made: Build, tree: LexborHTMLParser) -> None:
    """From the page about the site."""
    assert ("Vormgeving", URL) in links(page(made, "/over/"), "main nav a")
    assert links(tree, ".kruimels a")[-1] == ("Over deze site", "/over/")


def test_the_sources_of_a_kans_lead_nowhere_back(project: Path) -> None:
    """Its text with the numbers is not on this page, so its sources have no way back to them."""
    text = (project / KANS).read_text(encoding="utf-8")
    key = text.partition("- sleutel: ")[2].split("\n", 1)[0]
    lines = (f"{line} Er staan 3 panden leeg [@{key}]." if line[:7] == "waarom:" else line for line in text.split("\n"))
    (project / KANS).write_text("\n".join(lines), encoding="utf-8")
    built = build(project)
    assert codes_and_places(built) == []
    assert page(built, URL).css(".bronnen li, .bronnenlijst li, ol li")
    assert not page(built, URL).css('a[href*="-noot-"]')


def test_without_content_it_shows_what_there_is(project: Path) -> None:
    """Parts that need an item are left out."""
    for folder in ("kansen", "verslagen"):
        shutil.rmtree(project / "content" / folder)
    built = build(project)
    assert codes_and_places(built) == []
    assert not page(built, URL).css(".oordelen, .fasen .kans")
