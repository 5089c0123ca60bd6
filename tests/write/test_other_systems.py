"""The steps that macOS and Windows do otherwise, tried here with a stand-in for what those systems have."""

from __future__ import annotations

import ctypes
import errno
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from binnenstad_site.core.outputs import Output
from binnenstad_site.write import atomic, locking
from binnenstad_site.write.publish import publish, scratch_folder

OLD = [Output("index.html", b"oud"), Output("weg/index.html", b"weg")]
NEW = [Output("index.html", b"nieuw")]


def pages(target: Path) -> dict[str, bytes]:
    return {file.relative_to(target).as_posix(): file.read_bytes() for file in target.rglob("*.html")}


class TestMacOS:
    """`renamex_np` with RENAME_SWAP (`man 2 renamex_np`): exchanges two names in one step."""

    def library(self, monkeypatch: pytest.MonkeyPatch, status: int) -> list[tuple[Any, ...]]:
        asked: list[tuple[Any, ...]] = []
        swap = atomic.swap

        class Library:
            def __init__(self, *_: Any, **__: Any) -> None: ...

            @staticmethod
            def renamex_np(one: bytes, other: bytes, flags: int) -> int:
                asked.append((one, other, flags))
                if status == 0:
                    with monkeypatch.context() as patch:
                        patch.undo()
                        patch.setattr(sys, "platform", "linux")
                        patch.setattr(ctypes, "CDLL", real)
                        assert swap(Path(os.fsdecode(one)), Path(os.fsdecode(other)))
                return status

        real = ctypes.CDLL
        monkeypatch.setattr(ctypes, "CDLL", Library)
        monkeypatch.setattr(sys, "platform", "darwin")
        return asked

    def test_one_step(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        target = tmp_path / "_site"
        publish(OLD, target)
        asked = self.library(monkeypatch, 0)
        publish(NEW, target)
        assert pages(target) == {"index.html": b"nieuw"}
        assert [(Path(os.fsdecode(one)).parent.name, other, flags) for one, other, flags in asked] == [
            (".bouw", os.fsencode(target), 2)
        ]
        assert list(scratch_folder(target).iterdir()) == []

    def test_a_disk_that_cannot(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Such as one in the format of Windows: two renames with a note."""
        target = tmp_path / "_site"
        publish(OLD, target)
        asked = self.library(monkeypatch, -1)
        publish(NEW, target)
        assert len(asked) == 1
        assert pages(target) == {"index.html": b"nieuw"}
        assert list(scratch_folder(target).iterdir()) == []


class TestWindows:
    """No exchange, no permissions, a lock on a byte, and nobody may move a folder in which a file is open."""

    @pytest.fixture(autouse=True)
    def _windows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        for name in ("fchmod", "sync"):
            monkeypatch.delattr(os, name)

    def test_two_renames(self, tmp_path: Path) -> None:
        target = tmp_path / "_site"
        publish(OLD, target)
        publish(NEW, target)
        assert pages(target) == {"index.html": b"nieuw"}
        assert list(scratch_folder(target).iterdir()) == []

    def test_somebody_looks_at_a_page(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The folder cannot be moved: the old site stays, and nothing is left beside it."""
        target = tmp_path / "_site"
        publish(OLD, target)
        rename = Path.rename

        def in_use(self: Path, other: Path) -> Path:
            if self == target:
                raise PermissionError(errno.EACCES, "The process cannot access the file")
            return rename(self, other)

        monkeypatch.setattr(Path, "rename", in_use)
        with pytest.raises(Exception, match="geen schrijfrecht"):
            publish(NEW, target)
        assert pages(target) == {"index.html": b"oud", "weg/index.html": b"weg"}
        assert list(scratch_folder(target).iterdir()) == []

    @pytest.fixture
    def byte_lock(self, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
        """The module of the lock as Windows loads it; a byte that is locked once is refused to the next."""
        held: list[int] = []
        msvcrt = ModuleType("msvcrt")

        def lock(descriptor: int, how: int, count: int) -> None:
            assert (os.lseek(descriptor, 0, os.SEEK_CUR), how, count) == (1 << 20, 2, 1)
            if held:
                raise PermissionError(errno.EACCES, "Permission denied")
            held.append(descriptor)

        vars(msvcrt).update(locking=lock, LK_NBLCK=2)
        monkeypatch.setitem(sys.modules, "msvcrt", msvcrt)
        found = importlib.util.spec_from_file_location("locking_of_windows", locking.__file__)
        assert found is not None
        assert found.loader is not None
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
        return module

    def test_the_second_hears_who_was_first(self, byte_lock: ModuleType, tmp_path: Path) -> None:
        with byte_lock.locked(tmp_path), pytest.raises(byte_lock.Busy) as refused, byte_lock.locked(tmp_path):
            pass
        assert refused.value.pid == os.getpid()
