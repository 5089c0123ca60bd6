"""A secret of this user, outside every project: it tells what builds left in a project from what a commit brought."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

SEAL_FILE = "binnenstad-site/geheim"
SIZE = 32


def read_secret() -> bytes | None:
    """The random bytes of this user, made at the first build; None where there is no place for them."""
    with contextlib.suppress(OSError, RuntimeError):  # no home, or not ours to write
        file = _cache_folder() / SEAL_FILE
        file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(os.urandom(SIZE))
        if stat.S_ISREG(file.lstat().st_mode):
            secret = file.read_bytes()
            return secret if len(secret) == SIZE else None
    return None


def _cache_folder() -> Path:
    """Where programs of this user keep what can be made again."""
    named = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    return Path(named) if named and Path(named).is_absolute() else Path.home() / ".cache"
