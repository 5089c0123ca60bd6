"""Every decision in `docs/besluiten/` has a date and a status, stands in the list, and names files that exist."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.repository.programs import ROOT, read

FOLDER = ROOT / "docs/besluiten"
DECISIONS = sorted(FOLDER.glob("[0-9]*.md"))
HEAD = re.compile(r"# (\d+)\. .+\n\nDatum: (\d{4}-\d{2}-\d{2})\nStatus: (.+)\n\n")
STATUS = re.compile(r"geldt|vervallen|vervangen door (\d{4})")
each_decision = pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)


@each_decision
def test_number_date_and_status(path: Path) -> None:
    match = HEAD.match(path.read_text(encoding="utf-8"))
    assert match is not None, "under the title: Datum: JJJJ-MM-DD and Status: geldt"
    number, day, status = match.groups()
    assert path.name.startswith(f"{int(number):04}-")
    date.fromisoformat(day)  # raises for a day that does not exist
    meaning = STATUS.fullmatch(status)
    assert meaning is not None, status
    assert meaning[1] is None or list(FOLDER.glob(f"{meaning[1]}-*.md"))


@each_decision
def test_a_decision_that_holds_names_files_that_exist(path: Path) -> None:
    """A file is named from the root of the project or of the package."""
    text = path.read_text(encoding="utf-8")
    files = re.findall(r"`([a-z_]+/[\w./-]+\.\w+)`", text)
    if "\nStatus: geldt\n" in text:
        roots = (ROOT, ROOT / "binnenstad_site")
        assert [file for file in files if not any((root / file).exists() for root in roots)] == []


def test_the_list_has_every_decision_in_order() -> None:
    listed = re.findall(r"^- \[(\d{4})\]\((.+)\) ", read("docs/besluiten/README.md"), re.MULTILINE)
    assert listed == [(path.name[:4], path.name) for path in DECISIONS]
