"""Whether the last build would be made again: then there is nothing to do but to say so.

In: the project and the options. Out: what the last build with these options said, when every file that it read and
every file that it wrote still has the same size and times, and so have the day and the tools. The record lies in the
project; as the memo, it counts only with a seal made with a secret from outside.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from binnenstad_site.core.outputs import SCRATCH

SOURCES = ("build.py", "binnenstad_site", "content", "templates")
RECORD_FILE = "laatste"


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The record of the last good build of a project."""

    file: Path
    secret: bytes
    target: Path
    sources: str
    """A digest of the options and of the stamps of all that decides a build, taken before it begins."""

    def report(self) -> str | None:
        """What the last build said, when it would read and write the same again; else None."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            seal, _, content = self.file.read_bytes().partition(b"\n")
            if hmac.compare_digest(seal, self._seal(content)):
                record = json.loads(content)
                if record["sources"] == self.sources and record["target"] == _digest(self.target):
                    return str(record["report"])
        return None

    def save(self, report: str) -> None:
        """After a good build: what the next one says when nothing changed. A full disk costs only this."""
        with contextlib.suppress(OSError):
            record = {"sources": self.sources, "target": _digest(self.target), "report": report}
            content = json.dumps(record).encode()
            beside = self.file.with_name(f"{RECORD_FILE}-{os.getpid()}")
            beside.write_bytes(self._seal(content) + b"\n" + content)
            beside.replace(self.file)

    def _seal(self, content: bytes) -> bytes:
        return blake2b(content, key=self.secret, digest_size=16).hexdigest().encode()


def last_build(project: Path, target: Path, options: object, secret: bytes | None) -> LastBuild | None:
    """The record for a build with these options into `target`; None when none can be kept.

    Take it before the build: what changes while that runs is then a change.
    """
    if secret is None:
        return None
    tools = [(path, Path(path).stat().st_mtime_ns) for path in sys.path if Path(path).is_dir()]
    try:
        # A build also says what lies in the main folder by mistake.
        names = sorted(path.name for path in project.iterdir() if path.name[0] not in "._" and path != target)
        given = repr((options, sys.version, tools, names))
        sources = _digest(*(project / name for name in SOURCES), given=given)
    except OSError:
        return None
    return LastBuild(project / SCRATCH / RECORD_FILE, secret, target, sources)


def _digest(*paths: Path, given: str = "") -> str:
    """Of the names, sizes and times of all that is below some paths; raises `OSError` when one is not there."""
    digest = blake2b(given.encode("utf-8", "surrogateescape"), digest_size=16)
    for path in paths:
        digest.update("\n".join(_stamps(str(path), path.lstat())).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _stamps(path: str, status: os.stat_result) -> Iterator[str]:
    """A line for a file, or for each file and folder below a folder."""
    yield f"{path} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino} {status.st_mode}"
    if os.path.isdir(path):  # noqa: PTH112 - one of thousands
        with os.scandir(path) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path, entry.stat(follow_symlinks=False))
