"""Files that are made together and kept for the next build: their names, sizes and digests on disk, all in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from binnenstad_site.core.memo import Bulky, Kept, Key, Memo, digest
from binnenstad_site.core.outputs import KeptBytes, Output


@dataclass(frozen=True, slots=True)
class KeptFiles(Bulky):
    """Files as the memo keeps them, each with its path."""

    files: tuple[tuple[str, KeptBytes], ...]

    @classmethod
    def of(cls, outputs: tuple[Output, ...], memo: Memo) -> KeptFiles:
        return cls(tuple((output.path, KeptBytes.of(output.read(), memo)) for output in outputs))

    def without_bytes(self) -> KeptFiles:
        return KeptFiles(tuple((path, file.without_bytes()) for path, file in self.files))


def files_name(key: Key) -> tuple[Kept, Key]:
    """Under what the memo keeps the files of a key."""
    return Kept.HTML, digest("files", key)


def kept_files(memo: Memo, key: Key, produce: Callable[[], tuple[Output, ...]]) -> Iterator[Output]:
    """The files of a key; when the memo has no bytes of them, they are made again only if somebody reads one."""
    made = lru_cache(maxsize=1)(produce)
    kept = memo.get(*files_name(key), lambda: KeptFiles.of(made(), memo))
    for number, (path, file) in enumerate(kept.files):
        yield file.output(path, memo, partial(_read, made, number))


def _read(made: Callable[[], tuple[Output, ...]], number: int) -> bytes:
    return made()[number].read()
