"""What is kept never changes a result: broken, foreign, missing or not writable, the outcome is the same."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.write import artifacts
from binnenstad_site.write.artifacts import forget_others, made

Made = list[str]


@pytest.fixture
def log() -> Made:
    """The keys that were made, in order."""
    return []


@pytest.fixture
def recipe(log: Made) -> Callable[[str], Artifact]:
    def give(name: str) -> Artifact:
        def make() -> bytes:
            log.append(name)
            return f"bytes of {name}".encode()

        return Artifact(f"folder/{name}", name, make)

    return give


def test_made_once_and_in_order(tmp_path: Path, recipe: Callable[[str], Artifact], log: Made) -> None:
    wanted = [recipe("b"), recipe("a")]
    first = made(wanted, tmp_path / "deep/kept")
    assert first == (Output("folder/b", b"bytes of b"), Output("folder/a", b"bytes of a"))
    assert made(wanted, tmp_path / "deep/kept") == first
    assert log == ["b", "a"]
    assert sorted(file.name for file in (tmp_path / "deep/kept").iterdir()) == ["a", "b"]


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
        lambda file: file.write_bytes(file.read_bytes() + b"!"),
        lambda file: file.write_bytes(os.urandom(100)),
        lambda file: file.write_bytes(file.with_name("other").read_bytes()),
        lambda file: file.unlink(),
        lambda file: (file.unlink(), file.symlink_to("/dev/null")),
    ],
    ids=["empty", "cut off", "too long", "random", "of another key", "gone", "a link to nothing"],
)
def test_a_broken_file_is_made_anew(
    tmp_path: Path, recipe: Callable[[str], Artifact], log: Made, harm: Callable[[Path], object]
) -> None:
    wanted = [recipe("one"), recipe("other")]
    first = made(wanted, tmp_path)
    harm(tmp_path / "one")
    assert made(wanted, tmp_path) == first
    assert log == ["one", "other", "one"]
    assert made(wanted, tmp_path) == first
    assert len(log) == 3


@pytest.mark.parametrize("folder", ["file/kept", "file", "/dev/null/kept", "/proc/kept"])
def test_a_folder_that_cannot_be_used_costs_only_time(
    tmp_path: Path, recipe: Callable[[str], Artifact], log: Made, folder: str
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for _ in range(2):
        assert made([recipe("a")], tmp_path / folder) == (Output("folder/a", b"bytes of a"),)
        forget_others([], tmp_path / folder)
    assert log == ["a", "a"]


def test_a_folder_in_the_place_of_a_file_is_left(tmp_path: Path, recipe: Callable[[str], Artifact]) -> None:
    (tmp_path / "a").mkdir()
    assert made([recipe("a")], tmp_path)[0].content == b"bytes of a"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_what_nobody_wants_any_more_is_removed(tmp_path: Path, recipe: Callable[[str], Artifact]) -> None:
    made([recipe("old"), recipe("new")], tmp_path)
    forget_others([recipe("new")], tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["new"]
    forget_others([], tmp_path / "nowhere")


def shout(word: str, folder: Path) -> bytes:
    (folder / f"{word}-{os.getpid()}").touch()
    return word.upper().encode()


def test_many_are_made_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With helpers the outcome is the same, and none of them is left behind."""
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    workers = tmp_path / "workers"
    workers.mkdir()
    wanted = [Artifact(f"p/{n}", f"key-{n}", partial(shout, f"word{n}", workers)) for n in range(artifacts.WORTH_HELP)]
    found = made(wanted, tmp_path / "kept")
    assert [output.content for output in found] == [f"WORD{n}".encode() for n in range(artifacts.WORTH_HELP)]
    assert made(wanted, tmp_path / "kept") == found
    assert multiprocessing.active_children() == []


def test_a_helper_makes_what_is_not_there(tmp_path: Path, recipe: Callable[[str], Artifact], log: Made) -> None:
    def fail() -> bytes:
        raise ZeroDivisionError

    made([recipe("a")], tmp_path)
    artifacts._fill([recipe("a"), recipe("b"), Artifact("c", "c", fail), recipe("d")], tmp_path)
    assert log == ["a", "b"]  # what goes wrong is told by the main process, when it comes there
    with pytest.raises(ZeroDivisionError):
        made([Artifact("c", "c", fail)], tmp_path)


def stop() -> bytes:
    raise KeyboardInterrupt


def test_who_stops_halfway_leaves_no_helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    wanted = [Artifact(f"p/{n}", f"key-{n}", stop) for n in range(artifacts.WORTH_HELP)]
    with pytest.raises(KeyboardInterrupt):
        made(wanted, tmp_path)
    assert multiprocessing.active_children() == []
