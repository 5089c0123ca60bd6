"""The cache never changes a result: broken, foreign, missing or not writable, the outcome is the same."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.write import artifacts
from binnenstad_site.write.artifacts import drop_others, produce

Log = list[str]


@pytest.fixture
def log() -> Log:
    """The keys that were made, in order."""
    return []


@pytest.fixture
def artifact(log: Log) -> Callable[[str], Artifact]:
    def artifact_of(name: str) -> Artifact:
        def make() -> bytes:
            log.append(name)
            return f"bytes of {name}".encode()

        return Artifact(f"folder/{name}", name, make)

    return artifact_of


def test_made_once_and_in_order(tmp_path: Path, artifact: Callable[[str], Artifact], log: Log) -> None:
    requested = [artifact("b"), artifact("a")]
    first = produce(requested, tmp_path / "deep/cache")
    assert first == (Output("folder/b", b"bytes of b"), Output("folder/a", b"bytes of a"))
    assert produce(requested, tmp_path / "deep/cache") == first
    assert log == ["b", "a"]
    assert sorted(file.name for file in (tmp_path / "deep/cache").iterdir()) == ["a", "b"]


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
    tmp_path: Path, artifact: Callable[[str], Artifact], log: Log, harm: Callable[[Path], object]
) -> None:
    requested = [artifact("one"), artifact("other")]
    first = produce(requested, tmp_path)
    harm(tmp_path / "one")
    assert produce(requested, tmp_path) == first
    assert log == ["one", "other", "one"]
    assert produce(requested, tmp_path) == first
    assert len(log) == 3


@pytest.mark.parametrize("folder", ["file/cache", "file", "/dev/null/cache", "/proc/cache"])
def test_a_folder_that_cannot_be_used_costs_only_time(
    tmp_path: Path, artifact: Callable[[str], Artifact], log: Log, folder: str
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for _ in range(2):
        assert produce([artifact("a")], tmp_path / folder) == (Output("folder/a", b"bytes of a"),)
        drop_others([], tmp_path / folder)
    assert log == ["a", "a"]


def test_a_folder_in_the_place_of_a_file_is_left(tmp_path: Path, artifact: Callable[[str], Artifact]) -> None:
    (tmp_path / "a").mkdir()
    assert produce([artifact("a")], tmp_path)[0].content == b"bytes of a"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_other_artifacts_are_dropped(tmp_path: Path, artifact: Callable[[str], Artifact]) -> None:
    produce([artifact("old"), artifact("new")], tmp_path)
    drop_others([artifact("new")], tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["new"]
    drop_others([], tmp_path / "nowhere")


def shout(word: str, folder: Path) -> bytes:
    (folder / f"{word}-{os.getpid()}").touch()
    return word.upper().encode()


def test_many_are_made_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With helpers the outcome is the same, and none of them is left behind."""
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    workers = tmp_path / "workers"
    workers.mkdir()
    numbers = range(artifacts.WORTH_HELP)
    requested = [Artifact(f"p/{n}", f"key-{n}", partial(shout, f"word{n}", workers)) for n in numbers]
    outputs = produce(requested, tmp_path / "cache")
    assert [output.content for output in outputs] == [f"WORD{n}".encode() for n in numbers]
    assert produce(requested, tmp_path / "cache") == outputs
    assert multiprocessing.active_children() == []


def test_a_helper_makes_what_is_not_there(tmp_path: Path, artifact: Callable[[str], Artifact], log: Log) -> None:
    def fail() -> bytes:
        raise ZeroDivisionError

    produce([artifact("a")], tmp_path)
    artifacts._fill([artifact("a"), artifact("b"), Artifact("c", "c", fail), artifact("d")], tmp_path)
    assert log == ["a", "b"]  # what goes wrong is reported by the main process, when it comes there
    with pytest.raises(ZeroDivisionError):
        produce([Artifact("c", "c", fail)], tmp_path)


def stop() -> bytes:
    raise KeyboardInterrupt


def test_who_stops_halfway_leaves_no_helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    requested = [Artifact(f"p/{n}", f"key-{n}", stop) for n in range(artifacts.WORTH_HELP)]
    with pytest.raises(KeyboardInterrupt):
        produce(requested, tmp_path)
    assert multiprocessing.active_children() == []
