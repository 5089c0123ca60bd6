"""When the power goes, a disk may hold any of what was written since it was last waited for: the order must allow that.

A layer over the steps on disk writes down what is done. Between two waits (`settle`) a disk may do things in any
order, so what must come before something else has a wait in between.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.core.outputs import CannotWrite, Output
from binnenstad_site.write import atomic, publish
from binnenstad_site.write.publish import scratch_folder

OLD = [Output("index.html", b"oud"), Output("a/index.html", b"blijft")]
NEW = [Output("index.html", b"nieuw"), Output("a/index.html", b"blijft")]
FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    publish.publish(OLD, tmp_path / "_site")
    return tmp_path / "_site"


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done on disk, in order: the step, and the name that it is done to; numbers of processes are left out."""
    steps: list[str] = []

    def trace(place: Any, name: str, word: str) -> None:
        real = getattr(place, name)

        def traced(*arguments: Any, **how: Any) -> Any:
            result = real(*arguments, **how)
            if result is not False:
                named = Path(str(arguments[1 if word in {"link", "rename"} else 0])).name
                steps.append(f"{word} {re.sub('-[0-9]+-[0-9a-f]{8}', '', named)}")
            return result

        monkeypatch.setattr(place, name, traced)

    trace(atomic, "write_file", "write")
    for name, word in (("write_file", "write"), ("link_file", "link"), ("remove_tree", "remove")):
        trace(publish, name, word)
    trace(atomic, "settle", "settle")
    trace(atomic, "swap", "swap")
    for name in ("rename", "replace"):
        trace(Path, name, "rename")
    monkeypatch.setattr(Path, "write_text", lambda self, text, **_: atomic.write_file(str(self), text.encode()))
    return steps


def test_the_new_site_is_on_the_disk_before_its_name_and_the_name_before_the_old_one_goes(
    target: Path, done: list[str]
) -> None:
    publish.publish(NEW, target)
    assert done == [
        "link index.html",
        "write index.html",
        "write manifest.json",
        "settle nieuw",
        "swap nieuw",
        f"settle {target.parent.name}",
        "remove nieuw",
    ]


def test_two_renames_have_the_note_on_the_disk_before_and_after(
    target: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    publish.publish(NEW, target)
    steps = done[done.index("write manifest.json") + 1 :]
    assert steps == [
        "settle nieuw",
        "write wissel.nieuw",
        "rename wissel.json",
        "settle .bouw",
        "rename oud",
        "rename _site",
        "settle .bouw",
        f"settle {target.parent.name}",
        "remove oud",
    ]


def test_a_first_site(tmp_path: Path, done: list[str]) -> None:
    publish.publish(NEW, tmp_path / "_site")
    assert done[-3:] == ["settle nieuw", "rename _site", f"settle {tmp_path.name}"]


def test_what_cannot_be_made_again_is_on_the_disk_before_it_replaces_the_old(tmp_path: Path, done: list[str]) -> None:
    """Files of editors; pages for `serve` and what is kept under a seal are made again."""
    atomic.replace_file(tmp_path / "a.md", b"nieuw", lasting=True)
    assert [step.split()[0] for step in done] == ["write", "settle", "rename"]
    done.clear()
    atomic.replace_file(tmp_path / "a.md", b"nieuwer")
    assert [step.split()[0] for step in done] == ["write", "rename"]


def test_a_disk_that_turns_out_to_be_full_only_then(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some systems take bytes and find no room for them later: the old site stands."""

    def full(_: Path) -> None:
        raise FULL

    monkeypatch.setattr(atomic, "settle", full)
    with pytest.raises(CannotWrite, match="de schijf is vol"):
        publish.publish(NEW, target)
    assert (target / "index.html").read_bytes() == b"oud"
    assert list(scratch_folder(target).iterdir()) == []


def test_the_system_is_asked_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux by the folder, macOS as a whole; Windows has no such step."""
    atomic.settle(tmp_path)
    asked: list[str] = []

    class Library:
        def __init__(self, *_: Any, **__: Any) -> None: ...

        def syncfs(self, descriptor: int) -> int:
            ctypes.set_errno(errno.EIO)
            return -1

    with monkeypatch.context() as patch:
        patch.setattr(ctypes, "CDLL", Library)
        with pytest.raises(OSError, match=re.escape(str(tmp_path))) as refused:
            atomic.settle(tmp_path)
    assert refused.value.errno == errno.EIO
    monkeypatch.setattr(os, "sync", lambda: asked.append("sync"))
    monkeypatch.setattr(sys, "platform", "darwin")
    atomic.settle(tmp_path)
    monkeypatch.delattr(os, "sync")
    monkeypatch.setattr(sys, "platform", "win32")
    atomic.settle(tmp_path)
    assert asked == ["sync"]
