"""What is told of a proposal, by its files and by what its check said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.repository.programs import commit, git, new_repository
from tools.proposal import Binary, ChangedPage, NewHost, Proposal, read
from tools.proposing import GitSilent, gathered, main

PRAKTIJK = "content/praktijken/oud.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    new_repository(tmp_path)
    write(tmp_path, PRAKTIJK, "Zie https://www.bekend.nl/a en https://OOK-bekend.nl.\n")
    write(tmp_path, "content/praktijken/weg.md", "x\n")
    commit(tmp_path, "first")
    return tmp_path


def write(folder: Path, path: str, text: str | bytes) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())


def told(project: Path) -> Proposal:
    commit(project, "proposal")
    return gathered(project, "HEAD^1", 12, {"diagnostics": []})


def test_pages_that_are_new_different_and_gone(project: Path) -> None:
    """A text that became a folder keeps its page; a list is one page; a name that cannot be is none."""
    write(project, "content/praktijken/nieuw.md", "x\n")
    write(project, "content/praktijken/oud/index.md", "x\n")
    write(project, "content/praktijken/oud/plein.jpg", b"\0")
    write(project, "content/praktijken/IMG 2034.JPG", b"\0")
    write(project, "content/begrippen.yaml", "x\n")
    write(project, "README.md", "x\n")
    git(project, "rm", "--quiet", PRAKTIJK, "content/praktijken/weg.md")
    assert told(project).pages == (
        ChangedPage("/begrippen/", "nieuw"),
        ChangedPage("/praktijken/nieuw/", "nieuw"),
        ChangedPage("/praktijken/oud/", "anders"),
        ChangedPage("/praktijken/weg/", "weg"),
    )


def test_hosts_that_no_content_named(project: Path) -> None:
    """Once each, however they are written; what goes and what is no content is not told."""
    write(
        project,
        PRAKTIJK,
        "Zie https://bekend.nl/b, http://ook-bekend.nl en [x](https://Nieuw.nl/a), https://b\u00fc.nl.\n",
    )
    write(project, "content/praktijken/nieuw.md", "url: https://www.nieuw.nl:8080/z?q=https://verstopt.nl\n")
    write(project, "README.md", "https://code.nl\n")
    git(project, "rm", "--quiet", "content/praktijken/weg.md")
    assert told(project).hosts == (NewHost("nieuw.nl", "content/praktijken/nieuw.md"),)


def test_files_that_are_no_text(project: Path) -> None:
    write(project, "content/praktijken/oud/plein.jpg", b"\0" * 10)
    write(project, "tools/x.so", b"\0" * 3)
    write(project, "content/praktijken/nieuw.md", "x\n")
    assert told(project).binaries == (Binary("content/praktijken/oud/plein.jpg", 10), Binary("tools/x.so", 3))


def test_the_command_writes_what_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also a message that is longer than it may be, and no report at all."""
    write(project, PRAKTIJK, "x\n")
    commit(project, "proposal")
    row = {"code": "te-lang", "severity": "error", "path": PRAKTIJK, "line": 1, "message": "m" * 5000, "hint": "a\nb"}
    write(project, "rapport.json", json.dumps({"diagnostics": [row]}))
    monkeypatch.chdir(project)
    words = ["HEAD^1", "--number", "3", "--out", "voorstel.json", "--report"]
    assert main([*words, "rapport.json"]) == 0
    proposal = read(Path("voorstel.json").read_bytes())
    assert (proposal.number, proposal.is_checked, proposal.messages[0].hint) == (3, True, "a b")
    assert main([*words, "er-is-geen.json"]) == 0
    assert not read(Path("voorstel.json").read_bytes()).is_checked


@pytest.mark.parametrize("base", ["bestaat-niet", "0" * 40, "--output=x"])
def test_a_commit_that_git_does_not_know(project: Path, base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GitSilent):
        gathered(project, base, 1, None)
    monkeypatch.chdir(project)
    assert main(["--number", "1", "--report", "x", "--out", "y", "--", base]) == 2
