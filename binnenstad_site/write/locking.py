"""One build at a time: an exclusive lock on a file in the scratch folder, which the system frees when a process dies.

In: the scratch folder (`.bouw/`). Out: nothing; the lock lasts as long as the `with` block.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from binnenstad_site.core.outputs import CannotWrite

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(descriptor: int) -> None:
        # Windows lets nobody read a locked byte, so the one it locks lies far behind the process id.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Busy(Exception):  # noqa: N818 - a state, not a mistake
    """Somebody else holds the lock; `pid` is that process, or None when it has not written its number."""

    def __init__(self, pid: int | None) -> None:
        self.pid = pid
        who = "" if pid is None else f" (proces {pid})"
        super().__init__(f"Deze site wordt al gemaakt of getoond{who}. Wacht tot dat klaar is en probeer het opnieuw.")


@contextlib.contextmanager
def locked(scratch: Path, name: str = "lock") -> Iterator[None]:
    """Hold `scratch/name` for the length of the block; makes the folder when it is not there.

    Raises `Busy` when another process, or another block of this one, holds it; `CannotWrite` when there can be no lock.
    The file stays behind: removing it would let two processes lock two files of the same name.
    """
    path = scratch / name
    try:
        scratch.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    except OSError as error:
        raise CannotWrite.because(path, error) from error
    try:
        try:
            _lock(descriptor)
        except BlockingIOError as error:
            raise Busy(_read_pid(descriptor)) from error
        except OSError as error:
            raise CannotWrite.because(path, error) from error
        _write_pid(descriptor)
        yield
    finally:
        os.close(descriptor)


def refuse_links(scratch: Path) -> None:
    """Raises `CannotWrite` when the scratch folder, or what lies right in it, is a symbolic link.

    We never make one, but a commit can bring one: what is written and cleaned up in it would lie outside the project.
    """
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        links = [scratch] if scratch.is_symlink() else sorted(path for path in scratch.iterdir() if path.is_symlink())
        if links:
            raise CannotWrite(links[0], "dat is een snelkoppeling naar een andere plek. Verwijder haar")


def _write_pid(descriptor: int) -> None:
    """Write our process id, for `Busy`. On a full disk it cannot be written, but the lock holds."""
    with contextlib.suppress(OSError):
        os.truncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, b"%d\n" % os.getpid())


def _read_pid(descriptor: int) -> int | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    text = os.read(descriptor, 32).strip()
    return int(text) if text.isdigit() else None
