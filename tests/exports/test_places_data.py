"""The files that the chooser of gemeenten reads."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import build
from tests.visiting import add_praktijk, text_file


def test_a_file_per_province_with_its_own_gemeenten(project: Path) -> None:
    for slug in ("a", "b", "c"):
        add_praktijk(project, slug)
    built = build(project)
    data = json.loads(text_file(built, "aan-de-slag/plaatsen/overijssel.json"))
    assert data["gemeenten"].keys() == {"deventer"}
    name, alike = data["gemeenten"]["deventer"]
    assert name == "Deventer"
    leiden, lelystad = (data["plaatsen"][place] for place, _ in alike)
    assert leiden[:3] == ["leiden", "Leiden", 1]
    assert leiden[3] == ["Een proef in de hoofdstraat", "Praktijk a", "Praktijk b"]
    assert leiden[4] == ["leiden-proef", "a", "b", "c"]
    assert lelystad == ["lelystad", "Lelystad", 0, [], []]
    assert all(data["redenen"][reason] for _, reason in alike)


def test_a_province_without_gemeenten_has_a_file_too(project: Path) -> None:
    data = json.loads(text_file(build(project), "aan-de-slag/plaatsen/zeeland.json"))
    assert data == {"gemeenten": {}, "redenen": [], "plaatsen": []}
