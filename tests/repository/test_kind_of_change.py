"""What a change needs by its paths (`.ci/soort`), and the verdict over all jobs (`.ci/klaar`)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.repository.programs import ROOT, commit, git, isolated, new_repository, run


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the script, some content and a text that is no content."""
    new_repository(tmp_path)
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/soort", tmp_path / ".ci/soort")
    write(tmp_path, "content/site.yaml", "README.md")
    commit(tmp_path, "first")
    return tmp_path


def write(folder: Path, *paths: str) -> None:
    """Add a line to files, which need not be there."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write("een regel\n")


def kind_since(repository: Path, *arguments: str) -> str:
    process = run(repository / ".ci/soort", *arguments, cwd=repository, **isolated(repository))
    assert process.returncode == 0, process.stderr
    return process.stdout.strip()


@pytest.mark.parametrize(
    ("paths", "kind"),
    [
        (("content/praktijken/delft.md",), "inhoud"),
        (("content/praktijken/delft/index.md", "content/site.yaml", "docs/woordenlijst.txt"), "inhoud"),
        (("content/praktijken/café met spatie.md",), "inhoud"),
        (("content/praktijken/delft.md", "build.py"), "alles"),
        (("docs/fouten.md",), "alles"),
        (("contents/x.md",), "alles"),
        (("x/content/y.md",), "alles"),
        ((".github/workflows/controle.yml",), "alles"),
    ],
)
def test_kind_of_a_change(repository: Path, paths: tuple[str, ...], kind: str) -> None:
    base = git(repository, "rev-parse", "HEAD")
    write(repository, *paths)
    commit(repository, "more")

    assert kind_since(repository, base) == kind
    assert kind_since(repository, "HEAD^1", "HEAD") == kind


def test_a_file_that_moves_out_of_the_code_is_no_content(repository: Path) -> None:
    git(repository, "mv", "README.md", "content/readme.md")
    commit(repository, "moved")

    assert kind_since(repository, "HEAD^1") == "alles"


@pytest.mark.parametrize("arguments", [(), ("",), ("0" * 40,), ("bestaat-niet",), ("HEAD",)])
def test_in_doubt_everything_runs(repository: Path, arguments: tuple[str, ...]) -> None:
    """Also when there is no difference at all."""
    assert kind_since(repository, *arguments) == "alles"


@pytest.mark.parametrize(
    ("kind", "content", "everything", "coverage", "python", "good"),
    [
        ("inhoud", "success", "skipped", "skipped", "skipped", True),
        ("alles", "success", "success", "success", "success", True),
        ("alles", "success", "skipped", "success", "skipped", False),
        ("alles", "success", "success", "success", "cancelled", False),
        ("alles", "success", "success", "failure", "success", False),
        ("alles", "success", "failure", "success", "success", False),
        ("alles", "cancelled", "skipped", "skipped", "skipped", False),
        ("inhoud", "failure", "skipped", "skipped", "skipped", False),
        ("inhoud", "success", "failure", "skipped", "skipped", False),
        ("", "failure", "skipped", "skipped", "skipped", False),
        ("", "success", "success", "success", "success", False),
        ("anders", "success", "success", "success", "success", False),
    ],
)
def test_the_verdict(kind: str, content: str, everything: str, coverage: str, python: str, good: bool) -> None:
    """What was skipped counts as good only where the kind of change says so."""
    results = f"INHOUD={content} ALLES={everything} DEKKING={coverage} PYTHON={python}"
    process = run("env", *results.split(), str(ROOT / ".ci/klaar"), SOORT=kind)
    assert (process.returncode == 0) is good
    assert bool(process.stderr) is not good
