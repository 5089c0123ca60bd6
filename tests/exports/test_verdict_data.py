"""Why a kans holds or fails in each scenario, for the box beside its quadrant."""

from __future__ import annotations

import json
from pathlib import Path

from binnenstad_site.models.vocabulary import OORDEEL
from tests.conftest import build
from tests.visiting import attribute, first, page, text_file, texts


def test_the_reasons_lie_where_a_quadrant_leads_to(project: Path) -> None:
    """Beside the page of the trend, under the anchor of the kans, in the order of the cells."""
    built = build(project)
    overview = page(built, "/kansen/")
    row = first(overview, ".oordeelrij a")
    address, _, anchor = attribute(overview, ".oordeelrij a", "href").partition("#")
    kans = anchor.removesuffix("-oordelen")
    verdicts = json.loads(text_file(built, f"{address.strip('/')}/oordelen.json"))[kans]

    table = page(built, address)
    assert [scenario for scenario, *_ in verdicts] == texts(table, f"#{anchor} tbody th")
    assert [text for _, _, *both in verdicts for text in both] == texts(table, f"#{anchor} tbody td")
    glyphs = [(use.attributes["href"] or "").partition("#oordeel-")[2] for use in row.css(".oordeelvakken use")]
    assert [value for _, value, _, _ in verdicts] == glyphs
    assert all(OORDEEL[value] == word for _, value, word, _ in verdicts)
