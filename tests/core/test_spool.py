"""Bytes that wait on the disk come back as they were, whoever put them there and whatever the disk does."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Kept, Memo
from binnenstad_site.core.outputs import KeptBytes
from binnenstad_site.core.spool import Spool
from binnenstad_site.core.workers import WORTH_HELP, warm

MANY = [bytes([number]) * (1000 + number) for number in range(100)]


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "new")
    places = [spool.put(content) for content in MANY]

    assert not any(isinstance(place, bytes) for place in places)
    assert [spool.read(place) for place in places] == MANY


def test_the_file_has_no_name(tmp_path: Path) -> None:
    """Nothing is left, however the process ends."""
    spool = Spool(tmp_path)
    spool.put(MANY[0])

    assert not list(tmp_path.iterdir())


def test_few_bytes_stay(tmp_path: Path) -> None:
    assert Spool(tmp_path).put(b"few") == b"few"


def test_without_a_folder_all_stays() -> None:
    spool = Spool()

    assert spool.read(spool.put(MANY[0])) is MANY[0]


def test_where_no_folder_can_be_all_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Spool(tmp_path / "file").put(MANY[0]) == MANY[0]


@pytest.mark.parametrize("writes", [0, 500], ids=["nothing", "half"])
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int) -> None:
    """What it does not take stays in memory, and what it took before is still there."""
    spool, write = Spool(tmp_path), os.write
    before = spool.put(MANY[0])

    def full(descriptor: int, content: bytes) -> int:
        if not writes:
            raise OSError(errno.ENOSPC, "full")
        return write(descriptor, content[:writes])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        refused = spool.put(MANY[1])

    assert refused == MANY[1]
    assert [spool.read(place) for place in (before, spool.put(MANY[2]))] == [MANY[0], MANY[2]]


def test_a_disk_that_lost_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spool = Spool(tmp_path)
    place = spool.put(MANY[0])
    monkeypatch.setattr(os, "pread", lambda *_place: b"part")

    with pytest.raises(OSError, match="error"):
        spool.read(place)


def test_copies_write_in_the_same_file_at_once(tmp_path: Path) -> None:
    """What three copies and this process put aside between each other is read by this one."""
    memo = Memo(live=False, spool=Spool(tmp_path))
    contents = {number: os.urandom(2000) for number in range(4 * WORTH_HELP)}

    def made(number: int) -> KeptBytes:
        key = b"%d" % number
        return memo.get(Kept.HTML, key, lambda: KeptBytes.of(contents[number], memo))

    tasks = [lambda number=number: made(number) for number in contents]
    warm(memo, tasks, 4, ItemTimes())
    kept = [made(number) for number in contents]

    assert not any(isinstance(file.content, bytes) for file in kept)
    assert [file.output("x", memo, bytes).read() for file in kept] == list(contents.values())


def test_a_copy_that_can_open_no_more_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads what was there, and what it makes stays in its memory."""
    spool = Spool(tmp_path)
    place = spool.put(MANY[0])

    def refuse(*_arguments: object) -> int:
        raise OSError(errno.EMFILE, "too many")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        spool.begin_copy()

    assert spool.read(place) == MANY[0]
    assert spool.put(MANY[1]) == MANY[1]
