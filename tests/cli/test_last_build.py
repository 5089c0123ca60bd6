"""When nothing changed, the builder says so and is done; whatever changed, it builds."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from binnenstad_site.cli import commands
from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.last_build import RECORD_FILE
from binnenstad_site.cli.main import main
from tests.conftest import at_home
from tests.visiting import lay_out

PRAKTIJK = "content/praktijken/leiden-proef.md"
DAY = ("--date", "2026-11-24", "--no-share-images")
SAME = "Er is niets veranderd"
Said = pytest.CaptureFixture[str]
Change = Callable[[str, str, str], None]


def _with_program(project: Path) -> Path:
    """A project has its program too, of which the digest is part."""
    (project / "build.py").write_text("", encoding="utf-8")
    (project / "binnenstad_site").mkdir()
    return project


@pytest.fixture
def whole(here: Path) -> Path:
    """A project of this test alone, not yet built."""
    return _with_program(here)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests go on with as others left it, so that not each of them builds it first."""
    return _with_program(lay_out(tmp_path_factory.mktemp("gebouwd")))


@pytest.fixture
def built(shared: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project of which the builder says that nothing changed since it was built."""
    at_home(shared, monkeypatch)
    run(capsys)
    assert SAME in run(capsys)
    yield shared
    gc.enable()  # as in `here`


def run(capsys: Said, *words: str) -> str:
    assert main([*(words or DAY)]) == ExitStatus.GOOD
    return capsys.readouterr().out


def test_the_second_time_it_says_the_same(whole: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_whatever_changed_it_builds(built: Path, capsys: Said, what: str) -> None:
    path, change = CHANGES[what]
    change(built / path)
    assert SAME not in run(capsys)
    assert (built / PAGE).read_text(encoding="utf-8").count("<h1") == 1


@pytest.mark.parametrize("words", [["--date", "2026-11-25"], ["--preview"], ["--schoon"]])
def test_whatever_is_asked_it_builds(built: Path, capsys: Said, words: list[str]) -> None:
    assert SAME not in run(capsys, *DAY, *words)


def test_what_a_stranger_brings_does_not_count(built: Path, capsys: Said) -> None:
    """A commit with a record of its own, and a site to go with it, is built all the same."""
    record = built / ".bouw" / RECORD_FILE
    seal, _, content = record.read_bytes().partition(b"\n")
    for planted in (content, b"\n" + content, seal[::-1] + b"\n" + content, seal + b"\n" + content + b" ", b""):
        record.write_bytes(planted)
        assert SAME not in run(capsys)


def test_a_build_with_errors_leaves_no_record(whole: Path, capsys: Said, change: Change) -> None:
    change(PRAKTIJK, "status: loopt", "status: lopt")
    for _ in range(2):
        assert main([*DAY]) == ExitStatus.CONTENT
        assert "lopt" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--timings", "--format=json"])
def test_who_looks_at_the_build_gets_one(built: Path, capsys: Said, option: str) -> None:
    assert SAME not in run(capsys, *DAY, option)


@pytest.mark.parametrize("place", ["/dev/null", "/proc/self"])
def test_without_a_place_for_the_secret_nothing_is_kept(
    whole: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    for _ in range(2):
        assert SAME not in run(capsys)
    assert not {path.name for path in (whole / ".bouw").iterdir()} & {RECORD_FILE, "geheugen"}


def test_the_secret_is_of_this_user_alone(
    whole: Path, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run(capsys)
    (secret,) = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(secret.read_bytes()) == 32
    assert os.name == "nt" or secret.stat().st_mode & 0o077 == 0
    assert SAME in run(capsys)
    secret.write_bytes(b"x" * 32)
    assert SAME not in run(capsys)
