"""The one cache: values that a build keeps for the next, each under a digest of everything that decides it.

In: a kind, a key (`digest` of file contents, other keys, options) and a function that makes the value. Out: the value.
Equal keys give equal values in any process and on any day, so a build with any memo gives the bytes of a build without.
In memory values stay for `serve`; in a file they stay for the command line, where what is not yet asked for or saved
waits on the disk (`spool`). What the last builds did not ask for is forgotten.

What the file holds is pickled; `memo_store` gives only what our own builds put there.
"""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from binnenstad_site.core.digests import KeptKey, Key, Keyed, digest, pickled
from binnenstad_site.core.memo_store import MemoFile, MemoStore
from binnenstad_site.core.spool import Aside, Spool

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


@dataclass(frozen=True, slots=True)
class _Made:
    """A value as another process made it: pickled."""

    content: Aside


Shared = tuple[list[tuple[bytes, Aside, Aside]], list[bytes]]
"""What a copy made: each name with its value as pickled and as a file keeps it; and all names that it asked for."""
_UNKNOWN = object()


class Memo:
    """Values by kind and key: in memory, and the durable ones in a file."""

    def __init__(self, file: MemoFile | None = None, *, live: bool = True, spool: Spool | None = None) -> None:
        """`live`: for more builds in this process. Without it values stay in the file only, and memory is free; with a
        spool also of what is to be read or saved later.
        """
        self._spool = spool or Spool()
        self._store = MemoStore(file) if file is not None else None
        self._stays = self._live = live
        """Whether what is asked for stays in memory."""
        self._waits = False
        """Whether what is made waits pickled until somebody asks for it again."""
        self._values: dict[Key, object] = {}
        self._asked: set[Key] = set()
        self._asked_before: set[Key] = set()
        self._new: dict[Key, Aside] = {}
        """To be saved."""
        self._share: list[tuple[bytes, Aside, Aside]] | None = None
        """In a copy of a process: what it made."""

    def get(self, kind: Kept, key: Key, produce: Callable[[], T]) -> T:
        """The value of this key, or a new one; what `produce` raises is passed on and nothing is kept."""
        name = kind.prefix + key
        self._asked.add(name)
        known = self._values.get(name, _UNKNOWN)
        value: T
        if isinstance(known, _Made):
            value = pickle.loads(self.read_aside(known.content))  # noqa: S301 - from a process of ours
        elif known is not _UNKNOWN:
            value = known  # type: ignore[assignment]
        elif (saved := self._saved(kind, name)) is not None:
            value = pickle.loads(saved)  # noqa: S301 - sealed, so it is our own
        else:
            value = produce()
            made = self._record(name, value) if kind.durable else None
            if made is not None and self._waits:
                self._values[name] = _Made(made)
                return value
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
                self._share.append((name, content, content))
            elif self._saves:
                self._new[name] = content
        self._asked.add(name)

    def end(self, *, complete: bool = True) -> None:
        """The end of a build: save what is new, and forget what this one and the last did not ask for.

        A build that was not `complete` did not ask for all that the next one will, so nothing is forgotten. The file
        serves the first build of a process: later ones have it all in memory.
        """
        if self._store is not None:
            self._store.save(self._new, self.read_aside, self._asked, complete=complete)
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
    def ahead(self, *, soon: bool) -> Iterator[None]:
        """Within the block values are made for later: each stays until somebody asks for it behind the block.

        Without `soon` they take little memory until then, and some time when they are asked for.
        """
        self._stays, self._waits = True, not (soon or self._live)
        try:
            yield
        finally:
            self._stays, self._waits = self._live, False

    def begin_share(self) -> None:
        """In a copy of a process: from here on what is new is for `share`, and the file is only read."""
        self._share, self._asked = [], set()
        self._spool.begin_copy()
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
        for name, value, saved in made:
            self._values[name] = _Made(value)
            if self._saves:
                self._new[name] = saved

    def put_aside(self, content: bytes) -> Aside:
        """Bytes that are not read soon: where they wait, or the bytes where memory keeps them."""
        return self._spool.put(content)

    def read_aside(self, aside: Aside) -> bytes:
        """What was put aside, here or in a copy; raises `OSError` when the disk lost it."""
        return self._spool.read(aside)

    @property
    def _saves(self) -> bool:
        return self._store is not None and self._store.saves

    def _saved(self, kind: Kept, name: Key) -> bytes | None:
        return self._store.read(name) if self._store is not None and kind.durable else None

    def _record(self, name: Key, value: object) -> Aside | None:
        """Put a new value among what is to be saved or sent; gives it as pickled, if it was."""
        if self._share is None and not self._saves:
            return None
        whole = self._put(value)
        less = self._put(value.without_bytes()) if isinstance(value, Bulky) else whole
        if self._share is not None:
            self._share.append((name, whole, less))
        else:
            self._new[name] = less
        return whole

    def _put(self, value: object) -> Aside:
        return self.put_aside(pickled(value))
