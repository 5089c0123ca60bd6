"""The one cache: values that a build keeps for the next, each under a digest of everything that decides it.

In: a kind, a key (`digest` of file contents, other keys, options) and a function that makes the value. Out: the value.
Equal keys give equal values in any process and on any day, so a build with any memo gives the bytes of a build without.
In memory values stay for `serve`; in a file they stay for the command line. What the last builds did not ask for is
forgotten.

The file lies in the project, so a stranger's commit can bring one: a value counts only with a seal, made with a secret
from outside the project. What is absent, broken, of other code or badly sealed is made anew.
"""

from __future__ import annotations

import contextlib
import copyreg
import hmac
import io
import pickle
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

T = TypeVar("T")
Key = bytes
_SIZE = 16
"""Bytes of a key and of a seal."""
_LAST_BUILD = b"last build"
"""Where the file holds the keys that the last build asked for."""
_REMEMBERED = b""
_FAULTS = (sqlite3.Error, OSError, ValueError)
"""What a disk or a damaged file can cause; the last when a name in the file is no text."""
_COLUMNS = "key blob primary key, seal blob not null, value blob not null"


class Kept(Enum):
    """What is kept; the durable kinds are worth a place in the file."""

    STAMP = "stamp"
    """The digest of a file with this path, size and times."""
    FILE = "file"
    """A file of content, as documents."""
    ITEM = "item"
    """A document, as a checked item with its parsed body."""
    PART = "part"
    """What pages share: a card, a timeline, what a praktijk is compared by."""
    PAGE = "page"
    """Of a page, what search, comparison and share pictures need."""
    HTML = "html"
    """Size and digest of a rendered page; in memory its bytes too."""
    FACTS = "facts"
    """What is checked of a finished page: its links, ids and diagnostics."""
    TEMPLATE = "template"
    """A compiled template, or a style sheet made small."""
    WORDS = "words"
    """How often an entry of the search has each word, and how words are analysed."""

    @property
    def durable(self) -> bool:
        return self not in {Kept.STAMP, Kept.PART}


def _read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


copyreg.pickle(MappingProxyType, lambda values: (_read_only, (dict(values),)))


def digest(*parts: object) -> Key:
    """A key of frozen values: equal content gives equal keys in any process.

    Values are pickled without a table of what was seen before, so only their content counts and not which objects they
    share. Sets have no order: sort them first.
    """
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.fast = True
    pickler.dump(parts)
    return blake2b(stream.getbuffer(), digest_size=_SIZE).digest()


@dataclass(frozen=True, slots=True)
class MemoFile:
    """Where a memo lies on the disk, and what its values are good for."""

    path: Path
    secret: bytes
    """From outside the project, at most 64 bytes."""
    rules: Key
    """Of the code and the packages that it uses: values of others are not read."""
    writable: bool = True
    """Whether what is new is saved; without, the file is only read, and none is made."""


class Memo:
    """Values by kind and key: in memory, and the durable ones in a file."""

    def __init__(self, file: MemoFile | None = None, *, live: bool = True) -> None:
        """`live`: for more builds in this process. Without it values stay in the file only, and memory is free."""
        self._file = file
        self._live = live
        self._values: dict[Key, object] = {}
        self._asked: set[Key] = set()
        self._asked_before: set[Key] = set()
        self._new: dict[Key, bytes] = {}
        self._base = _open(file) if file is not None else None
        self._saves = self._base is not None and file is not None and file.writable

    def get(self, kind: Kept, key: Key, produce: Callable[[], T]) -> T:
        """The value of this key, or a new one; what `produce` raises is passed on and nothing is kept."""
        name = kind.value.encode() + key
        self._asked.add(name)
        if name in self._values:
            known: T = self._values[name]  # type: ignore[assignment]
            return known
        pickled = self._read(name) if kind.durable else None
        value: T = pickle.loads(pickled) if pickled is not None else produce()  # noqa: S301 - sealed, so it is our own
        if pickled is None and kind.durable and self._saves:
            self._new[name] = pickle.dumps(value, 5)
        if self._live:
            self._values[name] = value
        return value

    def recall(self, kind: Kept, default: T) -> T:
        """What the last build remembered of a kind, or the default: a value that says itself what it is good for."""
        return self.get(kind, _REMEMBERED, lambda: default)

    def remember(self, kind: Kept, value: object) -> None:
        """Keep a value for `recall`, in place of the last."""
        name = kind.value.encode() + _REMEMBERED
        if self._live:
            self._values[name] = value
        if self._saves and (pickled := pickle.dumps(value, 5)) != self._read(name):
            self._new[name] = pickled
        self._asked.add(name)

    def end(self, *, complete: bool = True) -> None:
        """The end of a build: save what is new, and forget what this one and the last did not ask for.

        A build that was not `complete` did not ask for all that the next one will, so nothing is forgotten. The file
        serves the first build of a process: later ones have it all in memory.
        """
        if self._base is not None and self._saves:
            with contextlib.suppress(*_FAULTS):  # a full disk costs the cache and nothing else
                self._save(self._base, complete=complete)
        self.close()
        if complete:
            kept = self._asked | self._asked_before
            self._values = {name: value for name, value in self._values.items() if name in kept}
            self._asked_before, self._asked = self._asked, set()

    def close(self) -> None:
        """Let go of the file; what is not saved is lost."""
        if self._base is not None:
            self._base.close()
        self._base, self._saves = None, False
        self._new.clear()

    def _read(self, name: Key) -> bytes | None:
        """The pickled value in the file, when its seal is ours."""
        if self._base is None:
            return None
        row = None
        with contextlib.suppress(*_FAULTS):
            row = self._base.execute("select seal, value from memo where key = ?", (self._at(name),)).fetchone()
        if row is None or not all(isinstance(column, bytes) for column in row):
            return None
        return row[1] if hmac.compare_digest(row[0], self._seal(name, row[1])) else None

    def _at(self, name: Key) -> Key:
        assert self._file is not None
        return self._file.rules + name

    def _seal(self, name: Key, value: bytes) -> bytes:
        assert self._file is not None
        seal = blake2b(self._at(name), key=self._file.secret, digest_size=_SIZE)
        seal.update(value)
        return seal.digest()

    def _save(self, base: sqlite3.Connection, *, complete: bool) -> None:
        """One transaction: new values, and away with what neither the last build nor this one asked for."""
        new = dict(self._new)
        gone: list[tuple[object]] = []
        if complete:
            last = self._read(_LAST_BUILD) or b""
            asked = b"".join(len(name).to_bytes(1, "big") + name for name in sorted(self._asked))
            if last != asked:
                new[_LAST_BUILD] = asked
                kept = {self._at(name) for name in (*self._asked, *_names(last), _LAST_BUILD)}
                gone = [row for row in base.execute("select key from memo") if row[0] not in kept]
        if new:
            rows = [(self._at(name), self._seal(name, value), value) for name, value in new.items()]
            with base:
                base.executemany("delete from memo where key = ?", gone)
                base.executemany("insert or replace into memo values (?, ?, ?)", rows)


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
        if not file.writable:
            return None if path.is_symlink() else _connect(f"{path.absolute().as_uri()}?mode=ro", read_only=True)
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
    return None


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
