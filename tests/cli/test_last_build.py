"""When nothing changed, the builder says so and is done; whatever changed, it builds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.cli import commands
from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.last_build import RECORD_FILE
from binnenstad_site.cli.main import main

PRAKTIJK = "content/praktijken/leiden-proef.md"
DAY = ("--date", "2026-11-24", "--no-share-images")
SAME = "Er is niets veranderd"
Said = pytest.CaptureFixture[str]
Change = Callable[[str, str, str], None]


@pytest.fixture(autouse=True)
def whole(here: Path) -> None:
    """A project has its program too, of which the digest is part."""
    (here / "build.py").write_text("", encoding="utf-8")
    (here / "binnenstad_site").mkdir()


def run(capsys: Said, *words: str) -> str:
    assert main([*(words or DAY)]) == ExitStatus.GOOD
    return capsys.readouterr().out


def test_the_second_time_it_says_the_same(here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the warnings of the build, and without building."""
    first = run(capsys)
    monkeypatch.setattr(commands, "_build_anew", None)
    second = run(capsys)
    assert "nieuw-adres" in first
    assert second.splitlines()[:-2] == first.splitlines()[:-1]
    assert second.endswith("bestanden).\nEr is niets veranderd; bouw met --schoon om alles opnieuw te maken.\n")


def _rewritten(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("<h1", "<h2", 1), encoding="utf-8")


def _linked_again(link: Path) -> None:
    target = link.resolve()
    link.unlink()
    link.symlink_to(target)


PAGE = "_site/praktijken/leiden-proef/index.html"
CHANGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "an edit": (PRAKTIJK, lambda file: file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")),
    "a new file": ("content/praktijken/.verborgen", Path.touch),
    "saved again": ("content/paginas/over/index.md", Path.touch),
    "the program": ("binnenstad_site/x.py", Path.touch),
    "the templates": ("templates", _linked_again),
    "a page": (PAGE, _rewritten),
    "a page that is gone": (PAGE, Path.unlink),
    "a page too many": ("_site/extra.txt", Path.touch),
    "the record": (f".bouw/{RECORD_FILE}", Path.unlink),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changed_it_builds(here: Path, capsys: Said, what: str) -> None:
    run(capsys)
    path, change = CHANGES[what]
    change(here / path)
    assert SAME not in run(capsys)
    assert (here / PAGE).read_text(encoding="utf-8").count("<h1") == 1


@pytest.mark.parametrize("words", [["--date", "2026-11-25"], ["--preview"], ["--schoon"]])
def test_whatever_is_asked_it_builds(here: Path, capsys: Said, words: list[str]) -> None:
    run(capsys)
    assert SAME not in run(capsys, *DAY, *words)


def test_what_a_stranger_brings_does_not_count(here: Path, capsys: Said) -> None:
    """A commit with a record of its own, and a site to go with it, is built all the same."""
    run(capsys)
    record = here / ".bouw" / RECORD_FILE
    seal, _, content = record.read_bytes().partition(b"\n")
    for planted in (content, b"\n" + content, seal[::-1] + b"\n" + content, seal + b"\n" + content + b" ", b""):
        record.write_bytes(planted)
        assert SAME not in run(capsys)


def test_a_build_with_errors_leaves_no_record(here: Path, capsys: Said, change: Change) -> None:
    change(PRAKTIJK, "status: loopt", "status: lopt")
    for _ in range(2):
        assert main([*DAY]) == ExitStatus.CONTENT
        assert "lopt" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--timings", "--format=json"])
def test_who_looks_at_the_build_gets_one(here: Path, capsys: Said, option: str) -> None:
    run(capsys)
    assert SAME not in run(capsys, *DAY, option)


@pytest.mark.parametrize("place", ["/dev/null", "/proc/self"])
def test_without_a_place_for_the_secret_nothing_is_kept(
    here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    for _ in range(2):
        assert SAME not in run(capsys)
    assert not {path.name for path in (here / ".bouw").iterdir()} & {RECORD_FILE, "geheugen"}


def test_the_secret_is_of_this_user_alone(
    here: Path, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run(capsys)
    (secret,) = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(secret.read_bytes()) == 32
    assert os.name == "nt" or secret.stat().st_mode & 0o077 == 0
    assert SAME in run(capsys)
    secret.write_bytes(b"x" * 32)
    assert SAME not in run(capsys)
