"""The cache never changes a result: broken, foreign, missing or not writable, the outcome is the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import sleep

import pytest

from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.write import artifacts
from binnenstad_site.write.artifacts import (
    GENERATIONS_FILE,
    WORTH_HELP,
    drop_others,
    load_cached,
    produce,
    save_cached,
)

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


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name != GENERATIONS_FILE)


def test_two_generations_are_kept(tmp_path: Path, artifact: Callable[[str], Artifact], log: Log) -> None:
    def build(*keys: str) -> list[str]:
        produce([artifact(key) for key in keys], tmp_path)
        drop_others([artifact(key) for key in keys], tmp_path)
        return names(tmp_path)

    assert build("same", "title") == ["same", "title"]
    assert build("same", "other title") == ["other title", "same", "title"]
    assert build("same", "other title") == ["other title", "same", "title"]
    assert build("same", "title") == ["other title", "same", "title"]
    assert log == ["same", "title", "other title"]
    assert build("third") == ["same", "third", "title"]
    drop_others([], tmp_path / "nowhere")


@pytest.mark.parametrize("text", ["", "{", "[]", "[1, 2]", "[[1], null]", '[["../outside"], {"a": 1}]', "[" * 100_000])
def test_what_is_said_of_generations_is_not_trusted(
    tmp_path: Path, artifact: Callable[[str], Artifact], text: str
) -> None:
    (tmp_path / "cache").mkdir()
    for file in ("outside", "cache/old", f"cache/{GENERATIONS_FILE}"):
        (tmp_path / file).write_text(text, encoding="utf-8")
    produce([artifact("new")], tmp_path / "cache")
    drop_others([artifact("new")], tmp_path / "cache")
    assert names(tmp_path / "cache") == ["new"]
    assert (tmp_path / "outside").exists()


def test_a_planted_file_does_not_prove_to_be_ours(
    tmp_path: Path, artifact: Callable[[str], Artifact], log: Log
) -> None:
    """A checkout can bring a file of the right name that proves what it holds, but not with our secret."""
    for secret in (b"", b"theirs"):
        save_cached(tmp_path / "a", "a", b"planted", secret)
        assert produce([artifact("a")], tmp_path, b"ours")[0].content == b"bytes of a"
        assert load_cached(tmp_path / "a", "a", b"ours") == b"bytes of a"
        assert load_cached(tmp_path / "a", "a", secret) is None
    assert log == ["a", "a"]


def shout(word: str) -> bytes:
    os.write(1, b"noise")
    os.write(2, b"noise")
    return word.upper().encode()


def shouting(count: int, make: Callable[[str], bytes] = shout) -> list[Artifact]:
    return [Artifact(f"p/{number}", f"key-{number}", partial(make, f"word{number}")) for number in range(count)]


def nobody_else_works() -> bool:
    """Whether this process has no child, alive or dead."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def at_work(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(artifacts, "processors", lambda: count)


@pytest.mark.parametrize("processes", [1, 2, 4])
@pytest.mark.parametrize("count", [WORTH_HELP, 40, 1003])
def test_as_many_processes_as_there_are_give_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int, count: int
) -> None:
    at_work(monkeypatch, processes)
    outputs = produce(shouting(count), tmp_path)
    assert outputs == tuple(Output(f"p/{number}", f"WORD{number}".encode()) for number in range(count))
    assert len(names(tmp_path)) == count
    assert produce(shouting(count), tmp_path) == outputs
    assert nobody_else_works()


def quiet_shout(parent: int, word: str) -> bytes:
    return shout(word) if os.getpid() != parent else word.upper().encode()


def test_helpers_say_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    at_work(monkeypatch, 4)
    produce(shouting(100, partial(quiet_shout, os.getpid())), tmp_path)
    assert capfd.readouterr() == ("", "")


def die(parent: int, word: str) -> bytes:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    sleep(0.01)  # so that the others come to their turns
    return word.upper().encode()


def fail_in_helper(parent: int, word: str) -> bytes:
    if os.getpid() != parent:
        raise ZeroDivisionError
    return word.upper().encode()


@pytest.mark.parametrize("make", [die, fail_in_helper])
def test_what_a_helper_leaves_is_made_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[int, str], bytes]
) -> None:
    at_work(monkeypatch, 4)
    outputs = produce(shouting(40, partial(make, os.getpid())), tmp_path)
    assert [output.content for output in outputs] == [f"WORD{number}".encode() for number in range(40)]
    assert nobody_else_works()


def test_a_folder_that_cannot_be_used_loses_only_what_helpers_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work(monkeypatch, 2)
    (tmp_path / "file").write_bytes(b"")
    outputs = produce(shouting(40), tmp_path / "file")
    assert [output.content for output in outputs] == [f"WORD{number}".encode() for number in range(40)]


def fail(_: str) -> bytes:
    raise ZeroDivisionError


def stop(_: str) -> bytes:
    raise KeyboardInterrupt


@pytest.mark.parametrize(("make", "error"), [(fail, ZeroDivisionError), (stop, KeyboardInterrupt)])
def test_who_fails_or_stops_halfway_leaves_no_helper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[str], bytes], error: type[BaseException]
) -> None:
    at_work(monkeypatch, 3)
    with pytest.raises(error):
        produce(shouting(40, make), tmp_path)
    assert nobody_else_works()
