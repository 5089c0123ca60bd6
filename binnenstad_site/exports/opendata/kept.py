"""Files that are made together and kept for the next build: their names, sizes and digests on disk, all in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from binnenstad_site.core.memo import Bulky, Kept, Key, Memo, digest
from binnenstad_site.core.outputs import KeptBytes, Output, Reproducible


@dataclass(frozen=True, slots=True)
class KeptFiles(Bulky):
    """Files as the memo keeps them, each with its path."""

    files: tuple[tuple[str, KeptBytes], ...]

    @classmethod
    def of(cls, outputs: tuple[Output, ...]) -> KeptFiles:
        return cls(tuple((output.path, KeptBytes.of(output.read())) for output in outputs))

    def without_bytes(self) -> KeptFiles:
        return KeptFiles(tuple((path, file.without_bytes()) for path, file in self.files))


def files_name(key: Key) -> tuple[Kept, Key]:
    """Under what the memo keeps the files of a key."""
    return Kept.HTML, digest("files", key)


def kept_files(memo: Memo, key: Key, produce: Callable[[], tuple[Output, ...]]) -> Iterator[Output]:
    """The files of a key; when the memo has no bytes of them, they are made again only if somebody reads one."""
    made = lru_cache(maxsize=1)(produce)
    kept = memo.get(*files_name(key), lambda: KeptFiles.of(made()))
    for number, (path, file) in enumerate(kept.files):
        if file.content is not None:
            yield Output(path, file.content)
        else:
            yield Output(path, Reproducible(file.size, file.sha256, lambda number=number: made()[number].read()))  # type: ignore[misc]
