"""One build at a time, and a dead builder never keeps a living one waiting."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from binnenstad_site.core.outputs import CannotWrite
from binnenstad_site.write.locking import Busy, locked

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from binnenstad_site.write.locking import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_second_process_hears_who_was_first_and_the_first_goes_on(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy) as caught, locked(tmp_path):
            pass
        assert caught.value.pid == holder.pid
        assert f"proces {holder.pid}" in str(caught.value)
        holder.communicate("")
    assert holder.returncode == 0
    with locked(tmp_path):
        pass


def test_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
        holder.wait()
    with locked(tmp_path):
        assert (tmp_path / "lock").read_text(encoding="utf-8") == f"{os.getpid()}\n"


def test_lock_is_taken_within_one_process_too_and_is_freed_by_an_error(tmp_path: Path) -> None:
    with pytest.raises(Busy, match=f"proces {os.getpid()}"), locked(tmp_path / "new"), locked(tmp_path / "new"):
        pass
    with locked(tmp_path / "new"):
        pass


def test_locks_of_other_names_are_other_locks(tmp_path: Path) -> None:
    with locked(tmp_path), locked(tmp_path, "serve-lock"):
        assert {file.name for file in tmp_path.iterdir()} == {"lock", "serve-lock"}


def test_holder_that_wrote_no_number_is_busy_all_the_same(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(Busy) as caught, locked(tmp_path):
            pass
    assert caught.value.pid is None
    assert "proces" not in str(caught.value)


def test_full_disk_does_not_keep_the_lock_from_holding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with locked(tmp_path), pytest.raises(Busy), locked(tmp_path):
        pass


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite, match="file") as caught, locked(tmp_path / "file"):
        pass
    assert caught.value.bytes_needed is None


def test_lock_that_is_a_link_to_somebodys_file_is_refused(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"keep")
    (tmp_path / "lock").symlink_to(precious)
    with pytest.raises(CannotWrite), locked(tmp_path):
        pass
    assert precious.read_bytes() == b"keep"


def test_file_system_without_locks_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    with pytest.raises(CannotWrite, match="No locks available"), locked(tmp_path):
        pass
