"""The steps on disk that writing is made of: make, link or compare a file, remove a folder, exchange two folders.

In: paths and bytes. Out: nothing, or whether it could be done. Failures are `OSError`; no existing file is opened for
writing and no symbolic link is followed at the end of a path.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

JOURNAL = "wissel.json"
LEFTOVER = re.compile(r"(?:nieuw|oud)-[0-9]+-[0-9a-f]{8}")
"""What a folder in the scratch folder is called: while it is made, and after it was replaced."""

_FILE_MODE, _FOLDER_MODE = 0o644, 0o755
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_AT_FDCWD = -100
_SWAP = 2
"""RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS."""

# Strings and `os` calls in this part: it runs ten thousand times, and pathlib would double the time.


def make_folder(path: str, folders: set[str]) -> None:
    """Make a folder and the ones above it, up to one in `folders`, and add them to that; the umask does not count."""
    if path in folders:
        return
    parent = path.rpartition("/")[0]
    if folders:
        make_folder(parent, folders)
    os.mkdir(path)  # noqa: PTH102
    os.chmod(path, _FOLDER_MODE)  # noqa: PTH101
    folders.add(path)


def write_file(path: str, content: bytes) -> None:
    """Make a new file with these bytes; the umask makes no difference."""
    descriptor = os.open(path, _CREATE, _FILE_MODE)
    try:
        if sys.platform != "win32":  # pragma: no branch
            os.fchmod(descriptor, _FILE_MODE)
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def replace_file(file: Path, content: bytes, *, lasting: bool = False) -> None:
    """Put a file with these bytes in the place of the old one: whole, or not at all. Raises `OSError`.

    `lasting` holds it also when the power goes: for what cannot be made again.
    """
    beside = file.with_name(f".{file.name}.{os.urandom(4).hex()}")
    try:
        write_file(str(beside), content)
        if lasting:
            settle(file.parent)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def has_content(path: str, size: int, sha256: str, *, alone: bool = False) -> bool:
    """Whether `path` is an ordinary file of ours with bytes of this digest; with `alone`, under no second name."""
    try:
        descriptor = os.open(path, _READ)
    except OSError:
        return False
    try:
        status = os.fstat(descriptor)
        return (
            stat.S_ISREG(status.st_mode)
            and status.st_size == size
            and stat.S_IMODE(status.st_mode) == _FILE_MODE
            and not (alone and status.st_nlink != 1)
            and hashlib.sha256(os.read(descriptor, size + 1)).hexdigest() == sha256
        )
    finally:
        os.close(descriptor)


def link_file(source: str, path: str, size: int, sha256: str) -> bool:
    """Give the file `source` the second name `path` when it holds just these bytes; False when it cannot be done.

    A file that has a second name already may be changed under that name by somebody else, so it is not linked.
    """
    if not has_content(source, size, sha256, alone=True):
        return False
    try:
        os.link(source, path, follow_symlinks=False)
    except OSError:  # a file system without hard links
        return False
    return True


def files_in(folder: str, before: str = "") -> Iterator[str]:
    """Everything below `folder` that is not a folder, posix and relative to it; a link to a folder is not entered."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files_in(entry.path, f"{before}{entry.name}/")
            else:
                yield f"{before}{entry.name}"


def remove_tree(path: str) -> None:
    """Remove a file, a link or a folder with all that is in it; what cannot be removed stays."""
    with contextlib.suppress(OSError):
        if os.path.islink(path) or not os.path.isdir(path):  # noqa: PTH112, PTH114
            os.unlink(path)  # noqa: PTH108
            return
        with os.scandir(path) as entries:
            for entry in list(entries):
                if entry.is_dir(follow_symlinks=False):
                    remove_tree(entry.path)
                else:
                    with contextlib.suppress(OSError):
                        os.unlink(entry.path)  # noqa: PTH108
        os.rmdir(path)  # noqa: PTH106


def settle(folder: Path) -> None:
    """Wait until the disk of a folder holds all that was written: a name that is given after it leads to whole files,
    also when the power goes. Raises `OSError`. Windows has no such step; macOS begins it and does not wait.
    """
    if sys.platform != "linux":
        getattr(os, "sync", int)()
        return
    import ctypes  # noqa: PLC0415 - as in `swap`

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


# ---------------------------------------------------------------------------------------------------------


def exchange(new: Path, target: Path, old: Path) -> None:
    """Give `new` the name `target`; what had that name is at `new` or at `old` afterwards. All on one file system.

    The new folder is on the disk before it gets the name, and the name before the old folder may go.
    Raises `OSError`, and then `target` still is what it was. `new` and `old` lie in one folder, which gets the journal.
    """
    settle(new)
    if not os.path.lexists(target):
        new.rename(target)
    elif not swap(new, target):
        _rename_twice(new, target, old)
    with contextlib.suppress(OSError):  # the new site stands, only perhaps not yet on the disk
        settle(target.parent)


def swap(one: Path, other: Path) -> bool:
    """Exchange two names atomically; False when this system or file system cannot."""
    import ctypes  # noqa: PLC0415 - 10 ms that only a changed site should pay

    a, b = os.fsencode(one), os.fsencode(other)
    calls: dict[str, tuple[str, tuple[int | bytes, ...]]] = {
        "linux": ("renameat2", (_AT_FDCWD, a, _AT_FDCWD, b, _SWAP)),
        "darwin": ("renamex_np", (a, b, _SWAP)),
    }
    name, arguments = calls.get(sys.platform, ("", ()))
    function = getattr(ctypes.CDLL(None), name, None) if name else None
    return function is not None and function(*arguments) == 0


def _rename_twice(new: Path, target: Path, old: Path) -> None:
    journal = new.parent / JOURNAL
    beside = journal.with_suffix(".nieuw")
    beside.write_text(json.dumps({"doel": target.name, "nieuw": new.name, "oud": old.name}), encoding="utf-8")
    beside.replace(journal)
    settle(journal.parent)
    try:
        target.rename(old)
        new.rename(target)
    finally:
        recover_exchange(new.parent)


def recover_exchange(scratch: Path) -> None:
    """Complete or undo the exchange that the journal in `scratch` describes; without a journal nothing happens.

    Raises `OSError` when the folders cannot be moved; the journal and the folders stay then.
    """
    journal = scratch / JOURNAL
    try:
        names = json.loads(journal.read_bytes())
        target = scratch.parent / names["doel"]
        # Completing comes before undoing: the new folder was whole before the journal was written.
        waiting = [scratch / names[key] for key in ("nieuw", "oud") if LEFTOVER.fullmatch(names[key])]
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError):
        journal.unlink()
        return
    waiting = [folder for folder in waiting if folder.is_dir() and target.parent == scratch.parent]
    for folder in waiting:
        if not os.path.lexists(target):
            with contextlib.suppress(OSError):
                folder.rename(target)
    if waiting and not os.path.lexists(target):
        raise OSError(f"{target} staat nog in {waiting[-1]}")
    with contextlib.suppress(OSError):
        settle(scratch)
    journal.unlink()
