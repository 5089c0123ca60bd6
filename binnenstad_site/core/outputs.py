"""Files of the site as values, and the one error that writing them can give.

`Output` is a finished file, which `exports` and `render` make and `write` puts on disk; `Artifact` is one to make yet.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from binnenstad_site.core.memo import Bulky, Memo
from binnenstad_site.core.spool import Aside

SCRATCH = ".bouw"
"""The folder beside the site for what builds keep: lock, caches, half-made folders."""
DATA_FOLDER = "zoek"
"""The folder in the site for what scripts read."""
_SEGMENT = re.compile(r"(?!\.{1,2}$)[^/\\:\x00-\x1f\x7f]+")

_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw schijfruimte is op",
    errno.EFBIG: "het bestand is groter dan hier mag",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.EACCES: "u hebt daar geen schrijfrecht",
    errno.EPERM: "u hebt daar geen schrijfrecht",
    errno.ENAMETOOLONG: "de naam is te lang voor deze schijf",
    errno.EXDEV: "de map .bouw staat op een andere schijf",
    errno.EEXIST: "daar staat al iets met die naam",
    errno.ENOTDIR: "een deel van het pad is een bestand en geen map",
}


@dataclass(frozen=True, slots=True)
class Reproducible:
    """Bytes that are known by size and digest; they wait on the disk, or are made again when nobody has them."""

    size: int
    sha256: str
    produce: Callable[[], bytes] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site."""

    path: str
    """Posix, relative to the output folder: `trends/index.html`."""
    content: bytes | Path | Reproducible
    """The bytes themselves, the file to copy, or what makes them."""

    def read(self) -> bytes:
        """The bytes; raises `OSError` when the file to copy cannot be read."""
        if isinstance(self.content, Path):
            return self.content.read_bytes()
        return self.content if isinstance(self.content, bytes) else self.content.produce()

    @property
    def size(self) -> int:
        """In bytes; raises `OSError` when the file to copy cannot be found."""
        if isinstance(self.content, Path):
            return self.content.stat().st_size
        return len(self.content) if isinstance(self.content, bytes) else self.content.size

    @property
    def sha256(self) -> str:
        """The digest of the bytes in hexadecimals; raises as `read`."""
        return self.content.sha256 if isinstance(self.content, Reproducible) else sha256(self.read()).hexdigest()


@dataclass(frozen=True, slots=True)
class KeptBytes(Bulky):
    """A file as the memo keeps it: on disk without its bytes, for the site of the last build has them."""

    size: int
    sha256: str
    content: Aside | None

    @classmethod
    def of(cls, content: bytes, memo: Memo) -> KeptBytes:
        return cls(len(content), sha256(content).hexdigest(), memo.put_aside(content))

    def output(self, path: str, memo: Memo, produce: Callable[[], bytes]) -> Output:
        """The file, which `produce` makes again when the memo has no bytes of it."""
        if isinstance(self.content, bytes):
            return Output(path, self.content)
        read = produce if self.content is None else partial(memo.read_aside, self.content)
        return Output(path, Reproducible(self.size, self.sha256, read))

    def without_bytes(self) -> KeptBytes:
        return replace(self, content=None)


def json_bytes(value: object) -> bytes:
    """A value as JSON without blanks, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def data_output(name: str, value: object) -> Output:
    """A value as a JSON file for scripts: `name` with a digest of the bytes, so that a browser may keep it for ever."""
    content = json_bytes(value)
    return Output(f"{DATA_FOLDER}/{name}-{sha256(content).hexdigest()[:10]}.json", content)


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site whose bytes take long to make. Its path is known without making it."""

    path: str
    key: str
    """A hash of everything that decides the bytes: equal keys give equal bytes."""
    make: Callable[[], bytes] = field(compare=False)


class CannotWrite(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """The disk refused. The text is Dutch and for the reader; `path` is where the file was to be."""

    def __init__(self, path: Path, reason: str, bytes_needed: int | None = None) -> None:
        self.path = path
        self.reason = reason
        self.bytes_needed = bytes_needed
        room = "" if bytes_needed is None else f" Er is {size_text(bytes_needed)} nodig."
        super().__init__(f"Schrijven naar {path} lukt niet: {reason}.{room}")

    @classmethod
    def because(cls, path: Path, error: OSError, bytes_needed: int | None = None) -> CannotWrite:
        """From an `OSError`, in Dutch; `bytes_needed` is mentioned only when the disk is full."""
        reason = _REASONS.get(error.errno or 0, f"het systeem meldt “{error.strerror or error}”")
        if error.errno == errno.ENOSPC and _holds_no_more_files(path):
            return cls(path, "er is nog ruimte, maar op deze schijf passen niet meer bestanden")
        room = bytes_needed if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} else None
        return cls(path, reason, room)


def _holds_no_more_files(path: Path) -> bool:
    """Whether the disk has as many files as it can count, which the system calls full too."""
    with contextlib.suppress(OSError, AttributeError):  # Windows cannot tell, and has no such limit
        disk = os.statvfs(next(folder for folder in path.absolute().parents if folder.is_dir()))
        return disk.f_files > 0 and disk.f_favail == 0 and disk.f_bavail > 0
    return False


def size_text(size: int) -> str:
    """A number of bytes as a Dutch reader writes it: `3,2 MB`."""
    for unit, factor in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if size >= factor:
            return f"{size / factor:.1f}".replace(".", ",") + f" {unit}"
    return f"{size} bytes"


def refuse_escape(path: str) -> str:
    """`path` unchanged; raises `ValueError` when it may lie outside the output folder or is no file name.

    Refused are: nothing, an absolute path, `.` and `..`, an empty part, a backslash, a colon, control characters.
    """
    if all(_SEGMENT.fullmatch(part) for part in path.split("/")):
        return path
    raise ValueError(f"output path leaves the output folder: {path!r}")
