"""Every fault of `docs/storingen.md` has tests that exist, or says in words why not."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.repository.programs import ROOT, read

TABLE = "docs/storingen.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)::([\w:]+)`")
ROWS = [line.strip("| ").split(" | ") for line in read(TABLE).splitlines() if re.match(r"\| \d+ \|", line)]


@cache
def names_in(path: Path) -> frozenset[str]:
    """Every test of a file, and every test class: as `name`, `Class` and `Class::name`."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        if isinstance(node, ast.Assign):  # `TestEditing = Editing.TestCase`
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{inner.name}" for inner in node.body if isinstance(inner, ast.FunctionDef)}
    return frozenset(found)


def test_every_fault_is_in_the_list() -> None:
    """The thirty-five of the design, and two that came with trying."""
    assert [int(row[0]) for row in ROWS] == list(range(1, 38))
    assert {len(row) for row in ROWS} == {4}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_its_tests_are_there(row: list[str]) -> None:
    named = TEST.findall(row[3])
    assert named or "uitzondering:" in row[3]
    for file, name in named:
        assert name in names_in(ROOT / file), f"{file}::{name}"
