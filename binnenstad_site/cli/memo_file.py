"""The memo of the command line: a file in the project, whose values are good for this user and this code."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from binnenstad_site.core.memo import Key, Memo, MemoFile
from binnenstad_site.core.memo_store import BUILD
from binnenstad_site.core.outputs import SCRATCH
from binnenstad_site.core.spool import Spool
from binnenstad_site.core.versions import installed

MEMO_FILE = "geheugen"
PACKAGE = Path(__file__).resolve().parents[1]


def open_memo(
    project: Path, secret: bytes | None, *, live: bool = False, clean: bool = False, record: Key = BUILD
) -> Memo:
    """What earlier builds of this project left; without a secret nothing is kept on the disk.

    `live` is for more builds in this process, `clean` forgets it all; `record` is `BUILD` or `CHECK`.
    """
    spool = None if live else Spool(project / SCRATCH)
    if secret is None:
        return Memo(live=live, spool=spool)
    file = project / SCRATCH / MEMO_FILE
    if clean:
        with contextlib.suppress(OSError):
            file.unlink()
    return Memo(MemoFile(file, secret, rules(), record), live=live, spool=spool)


def rules() -> Key:
    """A digest of the code of the builder and of the versions of what it uses."""
    digest = blake2b(sys.version.encode(), digest_size=16)
    for name, version in sorted(installed().items()):
        digest.update(f"{name}-{version}\0".encode())
    for path in sorted(_modules(str(PACKAGE))):
        with open(path, "rb") as file:  # noqa: PTH123 - one of hundreds, at every start
            digest.update(path.removeprefix(str(PACKAGE)).encode() + b"\0" + file.read() + b"\0")
    return digest.digest()


def _modules(folder: str) -> Iterator[str]:
    """The files with code below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.path
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _modules(entry.path)
