"""The file of a memo: pickled values under their keys, each with a seal.

The file lies in the project, so a stranger's commit can bring one: a value counts only with a seal, made with a secret
from outside the project. What is absent, broken, of other code or badly sealed is not there.
"""

from __future__ import annotations

import contextlib
import hmac
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from binnenstad_site.core.digests import SIZE, Key
from binnenstad_site.core.spool import Aside

BUILD, CHECK = b"last build", b"last check"
"""Where the file holds the keys that the last build asked for, and the last command that makes no site."""
_COLUMNS = "key blob primary key, seal blob not null, value blob not null"
_FAULTS = (sqlite3.Error, OSError, ValueError)
"""What a disk or a damaged file can cause; the last when a name in the file is no text."""


@dataclass(frozen=True, slots=True)
class MemoFile:
    """Where a memo lies on the disk, and what its values are good for."""

    path: Path
    secret: bytes
    """From outside the project, at most 64 bytes."""
    rules: Key
    """Of the code and the packages that it uses: values of others are not read."""
    record: Key = BUILD
    """Whose record this is: `BUILD` or `CHECK`. What the last one of the other kind asked for stays."""
    writable: bool = True
    """Whether what is new is saved; without, the file is only read, and none is made."""


class MemoStore:
    """An open file; where the disk or another build does not allow it, one that holds nothing."""

    def __init__(self, file: MemoFile) -> None:
        self._file = file
        self._base = _open(file)
        self.saves = self._base is not None and file.writable
        self._stored = _stored(self._base) if self._base is not None else frozenset()
        """The keys in the file: asking it for what is not there takes longer."""

    def for_reading(self) -> MemoStore:
        """The same file opened anew, as a copy of a process must; nothing is saved there."""
        return MemoStore(replace(self._file, writable=False))

    def read(self, name: Key) -> bytes | None:
        """The value of a name, when its seal is ours."""
        at = self._at(name)
        if self._base is None or at not in self._stored:
            return None
        try:  # ten thousand times in a build
            row = self._base.execute("select seal, value from memo where key = ?", (at,)).fetchone()
        except _FAULTS:
            return None
        if row is None or type(row[0]) is not bytes or type(row[1]) is not bytes:
            return None
        value: bytes = row[1]
        return value if hmac.compare_digest(row[0], self._seal(at, value)) else None

    def save(
        self, new: Mapping[Key, Aside], read: Callable[[Aside], bytes], asked: Collection[Key], *, complete: bool
    ) -> None:
        """Add what is new; after a complete build, remove what neither it nor those on record asked for.

        `read` gives the bytes of a value. All in one transaction. A full disk costs the cache and nothing else.
        """
        if self._base is not None and self.saves:
            with contextlib.suppress(*_FAULTS):
                self._save(self._base, ((name, read(value)) for name, value in new.items()), asked, complete=complete)

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
        self._base, self.saves = None, False

    def _save(
        self, base: sqlite3.Connection, new: Iterable[tuple[Key, bytes]], asked: Collection[Key], *, complete: bool
    ) -> None:
        gone, record = self._swept(asked) if complete else ([], {})
        placed = ((self._at(name), value) for name, value in chain(new, record.items()))
        with base:
            base.executemany("delete from memo where key = ?", gone)
            base.executemany(
                "insert or replace into memo values (?, ?, ?)",
                ((at, self._seal(at, value), value) for at, value in placed),
            )

    def _swept(self, asked: Collection[Key]) -> tuple[list[tuple[object]], dict[Key, bytes]]:
        """What nobody on record asks for any longer, and the new record; nothing when the record stays as it is."""
        records = {record: self.read(record) or b"" for record in (BUILD, CHECK)}
        joined = b"".join(len(name).to_bytes(1, "big") + name for name in sorted(asked))
        if records[self._file.record] == joined:
            return [], {}
        kept = {self._at(name) for name in chain(asked, records, *map(_names, records.values()))}
        return [(key,) for key in self._stored if key not in kept], {self._file.record: joined}

    def _at(self, name: Key) -> Key:
        return self._file.rules + name

    def _seal(self, at: Key, value: bytes) -> bytes:
        seal = blake2b(at, key=self._file.secret, digest_size=SIZE)
        seal.update(value)
        return seal.digest()


def _stored(base: sqlite3.Connection) -> frozenset[object]:
    """Every key in the file, of whatever kind: a stranger may have made it."""
    with contextlib.suppress(*_FAULTS):
        return frozenset(key for (key,) in base.execute("select key from memo"))
    return frozenset()


def _names(joined: bytes) -> list[Key]:
    """The keys that `_save` joined, each behind its length."""
    names, at = [], 0
    while at < len(joined):
        end = at + 1 + joined[at]
        names.append(joined[at + 1 : end])
        at = end
    return names


def _open(file: MemoFile) -> sqlite3.Connection | None:
    """The file, or a new one in place of what is no memo; None when the disk or another build does not allow it."""
    path = file.path
    with contextlib.suppress(*_FAULTS):
        if file.writable:
            return _open_for_writing(path)
    with contextlib.suppress(*_FAULTS):
        return None if path.is_symlink() else _connect(f"{path.absolute().as_uri()}?mode=ro", read_only=True)
    return None


def _open_for_writing(path: Path) -> sqlite3.Connection | None:
    """The same for a file in which is written; raises one of `_FAULTS` where the disk does not allow it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        path.unlink()
    try:
        return _connect(path.absolute().as_uri())
    except _FAULTS as error:
        if getattr(error, "sqlite_errorcode", 0) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return None
    path.unlink()
    return _connect(path.absolute().as_uri())


def _connect(address: str, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection that expects the worst of the file, as https://sqlite.org/security.html advises."""
    base = sqlite3.connect(address, timeout=0.2, uri=True)
    try:
        for setting in ("trusted_schema = off", "cell_size_check = on", "synchronous = off"):
            base.execute(f"pragma {setting}")  # not synchronous: after a power cut the seals tell what is still whole
        if not read_only:
            base.execute(f"create table if not exists memo ({_COLUMNS})")
        base.execute("select key, seal, value from memo limit 1").fetchone()
    except _FAULTS:
        base.close()
        raise
    return base
