"""The one cache: values that a build keeps for the next, each under a digest of everything that decides it.

In: a kind, a key (`digest` of file contents, other keys, options) and a function that makes the value. Out: the value.
Equal keys give equal values in any process and on any day, so a build with any memo gives the bytes of a build without.
In memory values stay for `serve`; in a file they stay for the command line. What the last builds did not ask for is
forgotten.

What the file holds is pickled; `memo_store` gives only what our own builds put there.
"""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable, Iterator
from enum import Enum
from typing import TypeVar

from binnenstad_site.core.digests import KeptKey, Key, Keyed, digest, pickled
from binnenstad_site.core.memo_store import MemoFile, MemoStore

__all__ = ["Bulky", "Kept", "KeptKey", "Key", "Keyed", "Memo", "MemoFile", "digest"]

T = TypeVar("T")
_REMEMBERED = b""


class Kept(Enum):
    """What is kept; the durable kinds are worth a place in the file."""

    STAMP = "stamp", False
    """The digest of a file with this path, size and times."""
    FILE = "file", True
    """A file of content, as documents."""
    ITEM = "item", True
    """A document, as a checked item with its parsed body."""
    PART = "part", False
    """What pages share: a card, a timeline, what a praktijk is compared by."""
    PAGE = "page", True
    """Of a page, what search, comparison and share pictures need; also which gemeenten are alike."""
    HTML = "html", True
    """Size and digest of a rendered page; in memory its bytes too."""
    FACTS = "facts", True
    """What is checked of an item, or of a finished page: its links, ids and diagnostics."""
    TEMPLATE = "template", True
    """A compiled template, a style sheet made small, or a schema of the data: what follows from the code alone."""
    WORDS = "words", True
    """How often an entry of the search has each word, and how words are analysed."""

    def __init__(self, word: str, durable: bool) -> None:  # noqa: FBT001 - the rows above
        self.prefix = word.encode()
        self.durable = durable


class Bulky:
    """A value of which a file keeps less than memory."""

    __slots__ = ()

    def without_bytes(self) -> object:
        """What a file keeps."""
        raise NotImplementedError


class _Made(bytes):
    """A value as another process sent it: pickled."""


Shared = tuple[list[tuple[bytes, bytes, bytes]], list[bytes]]
"""What a copy made: each name with its value as pickled, and what a file keeps of it where that is less; and all names
that it asked for."""
_UNKNOWN = object()


class Memo:
    """Values by kind and key: in memory, and the durable ones in a file."""

    def __init__(self, file: MemoFile | None = None, *, live: bool = True) -> None:
        """`live`: for more builds in this process. Without it values stay in the file only, and memory is free."""
        self._store = MemoStore(file) if file is not None else None
        self._stays = self._live = live
        """Whether what is asked for stays in memory."""
        self._values: dict[Key, object] = {}
        self._asked: set[Key] = set()
        self._asked_before: set[Key] = set()
        self._new: dict[Key, bytes] = {}
        """To be saved."""
        self._share: list[tuple[bytes, bytes, bytes]] | None = None
        """In a copy of a process: what it made."""

    def get(self, kind: Kept, key: Key, produce: Callable[[], T]) -> T:
        """The value of this key, or a new one; what `produce` raises is passed on and nothing is kept."""
        name = kind.prefix + key
        self._asked.add(name)
        known = self._values.get(name, _UNKNOWN)
        value: T
        if isinstance(known, _Made):
            value = pickle.loads(known)  # noqa: S301 - from a process of ours
        elif known is not _UNKNOWN:
            value = known  # type: ignore[assignment]
        elif (saved := self._saved(kind, name)) is not None:
            value = pickle.loads(saved)  # noqa: S301 - sealed, so it is our own
        else:
            value = produce()
            if kind.durable:
                self._record(name, value)
        if self._stays:
            self._values[name] = value
        elif known is not _UNKNOWN:
            del self._values[name]
        return value

    def knows(self, kind: Kept, key: Key) -> bool:
        """Whether `get` has nothing to make."""
        name = kind.prefix + key
        known = name in self._values or self._saved(kind, name) is not None
        if known:
            self._asked.add(name)
        return known

    def recall(self, kind: Kept, default: T) -> T:
        """What the last build remembered of a kind, or the default: a value that says itself what it is good for."""
        return self.get(kind, _REMEMBERED, lambda: default)

    def remember(self, kind: Kept, value: object) -> None:
        """Keep a value for `recall`, in place of the last."""
        name = kind.prefix + _REMEMBERED
        if self._live:
            self._values[name] = value
        if self._store and (content := pickled(value)) != self._store.read(name):
            if self._share is not None:
                self._share.append((name, content, b""))
            elif self._saves:
                self._new[name] = content
        self._asked.add(name)

    def end(self, *, complete: bool = True) -> None:
        """The end of a build: save what is new, and forget what this one and the last did not ask for.

        A build that was not `complete` did not ask for all that the next one will, so nothing is forgotten. The file
        serves the first build of a process: later ones have it all in memory.
        """
        if self._store is not None:
            self._store.save(self._new, self._asked, complete=complete)
        self.close()
        if not self._live:
            self._values.clear()
        if complete:
            kept = self._asked | self._asked_before
            self._values = {name: value for name, value in self._values.items() if name in kept}
            self._asked_before, self._asked = self._asked, set()

    def close(self) -> None:
        """Let go of the file; what is not saved is lost."""
        if self._store is not None:
            self._store.close()
        self._store = None
        self._new.clear()

    @contextlib.contextmanager
    def ahead(self) -> Iterator[None]:
        """Within the block values are made for later: each stays until somebody asks for it behind the block."""
        self._stays = True
        try:
            yield
        finally:
            self._stays = self._live

    def begin_share(self) -> None:
        """In a copy of a process: from here on what is new is for `share`, and the file is only read."""
        self._share, self._asked = [], set()
        if self._store is not None:
            self._of_first = self._store  # not closed: that would be the loss of the first process
            self._store = self._store.for_reading()

    def share(self) -> Shared:
        """What this copy made and asked for, and the end of its asking; nothing in a process that is no copy."""
        if self._share is None:
            return [], []
        self.close()
        return self._share, list(self._asked)

    def adopt(self, share: Shared) -> None:
        """Take over what a copy made."""
        made, asked = share
        self._asked.update(asked)
        for name, value, without_bytes in made:
            self._values[name] = _Made(value)
            if self._saves:
                self._new[name] = without_bytes or value

    @property
    def _saves(self) -> bool:
        return self._store is not None and self._store.saves

    def _saved(self, kind: Kept, name: Key) -> bytes | None:
        return self._store.read(name) if self._store is not None and kind.durable else None

    def _record(self, name: Key, value: object) -> None:
        """Put a new value among what is to be saved or sent."""
        less = value.without_bytes() if isinstance(value, Bulky) else value
        if self._share is not None:
            self._share.append((name, pickled(value), b"" if less is value else pickled(less)))
        elif self._saves:
            self._new[name] = pickled(less)
