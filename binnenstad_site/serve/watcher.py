"""When to build again: looks at the files an editor works on, and tells one burst of changes from the next.

In: the folders to look at and what to call. Out: one call a burst. `Watcher` is what livereload's `Server` takes as a
watcher, but it looks more often than livereload's own, and a whole burst is one change.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from fnmatch import translate
from pathlib import Path
from time import monotonic

SHORTEST_PAUSE = 0.05
"""Seconds between two looks; five times what a look takes when that is more."""
QUIET = 0.01
"""Seconds without a change after which a burst is over: editors save in several steps."""
CALM = 0.15
"""The same for a burst that begins soon after a build: the rest of a storm rather than the next save."""
SOON = 1.0
"""Seconds after a build that count as soon."""
LONGEST_BURST = 2.0
"""Seconds after which a burst that goes on is built all the same."""

# Besides names that begin with a full stop: what editors and systems leave beside the file somebody works on.
_PASSING = "4913 *~ #*# ~$* *.sw? *.tmp *.part *.bak *.pyc __pycache__ thumbs.db *___jb_tmp___ *___jb_old___"
_IGNORED = re.compile("|".join([r"\..*", *map(translate, _PASSING.split())]), re.IGNORECASE | re.DOTALL)

_State = tuple[int, int, int]
"""Time of change in nanoseconds, size in bytes, number on the disk (a file that is saved by renaming has a new one)."""


def is_ignored(name: str) -> bool:
    """Whether a file or folder of this name is an editor's own, and no reason to build."""
    return _IGNORED.fullmatch(name) is not None


def look(roots: Iterable[Path]) -> dict[str, _State]:
    """The files below the roots, or the root itself when it is one; what cannot be read is not there."""
    found: dict[str, _State] = {}
    folders = [str(root) for root in roots]
    while folders:
        path = folders.pop()
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    if is_ignored(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        found[entry.path] = _state(entry.stat(follow_symlinks=False))
        except NotADirectoryError:
            found[path] = _state(os.stat(path))  # noqa: PTH116
        except OSError:
            continue
    return found


def _state(found: os.stat_result) -> _State:
    return (found.st_mtime_ns, found.st_size, found.st_ino)


class Watcher:
    """Calls `build` once for each burst of changes below the roots; changes during a build are the next burst."""

    def __init__(
        self, roots: Iterable[Path], build: Callable[[], None], clock: Callable[[], float] = monotonic
    ) -> None:
        self.filepath = "*"  # read by livereload, which passes it on: reload the whole page, whatever changed
        self.pause = SHORTEST_PAUSE
        """Seconds until `examine` should be called again."""
        # Livereload looks whether there are tasks, and appends a change at its start; neither means anything here.
        self._tasks: Mapping[str, Callable[[], None]] = {"*": build}
        self._changes: list[object] = []
        self._roots = tuple(roots)
        self._build = build
        self._clock = clock
        self._built = look(self._roots)
        self._burst: dict[str, _State] | None = None
        self._began = self._changed = self._quiet = 0.0
        self._ended = float("-inf")

    def start(self, callback: Callable[[], None]) -> bool:
        """Call `callback` (livereload's, which calls `examine`) at our own pace, on the running loop of this thread."""
        from tornado.ioloop import IOLoop  # noqa: PLC0415 - publishing does without it

        loop = IOLoop.current()

        def tick() -> None:
            try:
                callback()
            finally:
                loop.call_later(self.pause, tick)

        loop.call_later(self.pause, tick)
        return True

    def examine(self) -> tuple[str | None, None]:
        """Look once, and build when a burst is over; gives what livereload wants: what to reload, and no delay."""
        begun = self._clock()
        seen = look(self._roots)
        now = self._clock()
        self.pause = max(SHORTEST_PAUSE, 5 * (now - begun))
        if seen == self._built:
            self._burst = None
            return None, None
        if self._burst is None:
            self._began = now
            self._quiet = CALM if now - self._ended < SOON else QUIET
        if seen != self._burst:
            self._burst = seen
            self._changed = now
        left = self._quiet - (now - self._changed)
        if left > 0 and now - self._began < LONGEST_BURST:
            self.pause = max(left, 0.001)
            return None, None
        self._burst = None
        self._built = seen
        self._build()
        self._ended = self._clock()
        return self.filepath, None
