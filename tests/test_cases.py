"""Every diagnostic code has a folder with what an editor would have written and the whole report that follows.

`tests/cases/<code>/` is laid over the basis: `content/…` adds or replaces files, a `templates/` folder replaces single
templates, and `weg.txt` names files of the basis to leave out. `expected.txt` is what the editor reads.
`python -m pytest tests/test_cases.py --herschrijf` writes those reports anew; review the difference like prose.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.diagnostics import Code
from binnenstad_site.reporting import as_text
from tests.conftest import BASIS, ROOT, build

CASES = Path(__file__).parent / "cases"


def _fifo(project: Path) -> None:
    os.mkfifo(project / "content/praktijken/pijp.md")


def _large(project: Path) -> None:
    (project / "content/praktijken/groot.md").write_text("---\ntitel: Groot\n---\n" + "x" * 600_000, encoding="utf-8")


MADE: dict[str, Callable[[Path], None]] = {
    "bijzonder-bestand": _fifo,
    "bestand-te-groot": _large,
}
"""What git cannot hold, or should not."""


def lay_out(case: Path, project: Path) -> None:
    """The basis with the files of a case over it."""
    shutil.copytree(BASIS / "content", project / "content")
    shutil.copytree(ROOT / "templates", project / "templates")
    for name in ("content", "templates"):
        if (case / name).is_dir():
            shutil.copytree(case / name, project / name, dirs_exist_ok=True)
    if (case / "weg.txt").exists():
        for line in (case / "weg.txt").read_text(encoding="utf-8").split():
            (project / line).unlink()
    if case.name in MADE:
        MADE[case.name](project)


@pytest.mark.parametrize("code", [code.value for code in Code])
def test_case(code: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The report of the case is exactly what is expected, and holds its own code."""
    case = CASES / code
    project = tmp_path / "project"
    lay_out(case, project)
    (project / "content/gepubliceerde-adressen.txt").touch()
    made = build(project)
    shown = tuple(d for d in made.diagnostics if d.code != Code.NIEUW_ADRES or code == Code.NIEUW_ADRES)
    report = as_text(shown, made.sources, made.files) + "\n"
    expected = case / "expected.txt"
    if request.config.getoption("herschrijf"):
        expected.write_text(report, encoding="utf-8", newline="\n")

    assert report == expected.read_text(encoding="utf-8")
    assert f"[{code}]" in report


def test_every_folder_is_a_code() -> None:
    """A folder without a code is a case of something that no longer exists."""
    assert {path.name for path in CASES.iterdir()} == {code.value for code in Code}
