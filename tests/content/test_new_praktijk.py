"""A colleague adds a praktijk word for word as CONTRIBUTING.md says: nothing turns red, in a copy of this project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.tree import copy_tree, environment, run

EXAMPLE = "docs/voorbeelden/praktijken.md"
NEW = "content/praktijken/delft-nieuwe-markt.md"
FILL_IN = "<vul in>"
MARK = "pytest.mark." + "content"
TODAY = datetime.now(UTC).date().isoformat()
VALUES = (
    "De nieuwe markt van Delft",
    "Een overdekte markt in een leeg warenhuis, waar kraamhouders uit de buurt het hele jaar staan.",
    "delft",
    "Een warenhuis aan de Markt",
    "anders-consumeren",
    "Het warenhuis stond leeg en de weekmarkt werd elk jaar kleiner.",
    "ruimte",
    "loopt",
    "2026",
    "2026-03",
    "heden",
    "gemeente, verhuurder",
    "onbekend",
    "1",
    "Een krant beschrijft wat er is gedaan, zonder meting.",
    "Weinig kraamhouders in de winter",
    "In de winter bleef de helft van de kramen leeg.",
    "delft-krant-2026",
    "Bel de kraamhouders van de weekmarkt.",
    "Vraag de eigenaar om een contract voor een jaar.",
    "Begin met één dag in de week.",
    "delft-krant-2026",
    "Een markt onder dak",
    "De Delftse Krant",
    "krant",
    "https://krant.example/markt-onder-dak",
    TODAY[:4],
    TODAY,
    TODAY,
    TODAY,
    "De gemeente huurde een leeg warenhuis en verhuurt er kramen 🎉 [@delft-krant-2026].",
    "De weekmarkt kromp en het warenhuis stond leeg [@delft-krant-2026].",
    "Kraamhouders tekenden een contract voor een jaar [@delft-krant-2026].",
    "Het is er druk op zaterdag, zegt de krant [@delft-krant-2026].",
    "Begin klein, en laat de kraamhouders zelf kiezen op welke dag zij staan.",
)
"""What somebody fills in, place by place; optional fields keep the hash before them."""


def filled_in() -> str:
    """The example with every place filled in, explanations left where they are."""
    values = iter(VALUES)
    lines = (ROOT / EXAMPLE).read_text(encoding="utf-8").split("\n")
    text = "\n".join(
        line.replace(FILL_IN, next(values)) if FILL_IN in line and not line.lstrip().startswith("#") else line
        for line in lines
    )
    assert not list(values)
    return text


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The whole project with the new praktijk in it."""
    copy = copy_tree(tmp_path, ROOT / "content")
    for folder in ("tests", "tools", "docs"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "CONTRIBUTING.md"):
        shutil.copy(ROOT / name, copy / name)
    (copy / NEW).write_text(filled_in(), encoding="utf-8")
    return copy


def test_a_new_praktijk_has_warnings_at_most_and_no_test_fails(tree: Path) -> None:
    """`check` ends with 0, and so do all tests that read the content."""
    checked = run(tree, "check", "--format", "json")
    diagnostics = json.loads(checked.stdout)["diagnostics"]
    assert checked.returncode == 0, diagnostics
    assert {d["severity"] for d in diagnostics} == {"warning"}
    assert {d["code"] for d in diagnostics if d["path"] == NEW} == {
        "aanbevolen-veld",
        "te-korte-tekst",
        "teken-buiten-lettertype",
    }

    # Collecting every test takes longer than running these few, so their files are found by the mark they carry.
    marked = [file for file in sorted((tree / "tests").rglob("test_*.py")) if MARK in file.read_text(encoding="utf-8")]
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "content", "-p", "no:cacheprovider", "-p", "no:xdist", *marked],
        cwd=tree,
        env=environment(PYTHONDONTWRITEBYTECODE="1", PATH=os.environ["PATH"]),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert tests.returncode == 0, tests.stdout[-5000:]
    assert "passed" in tests.stdout
