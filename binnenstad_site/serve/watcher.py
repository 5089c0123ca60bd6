"""When to build again: one call for each burst of changes to the files that an editor works on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from binnenstad_site.load.discovery import is_temporary

QUIET = 25
"""Milliseconds without a change after which a burst is over: editors save in several steps."""
LONGEST_BURST = 2_000
"""Milliseconds after which a burst that goes on is built all the same."""
PATIENCE = 1_000
"""Milliseconds after which we look whether a folder came or went."""


def is_ignored(path: str, folders: Iterable[Path]) -> bool:
    """Whether a path is a temporary file of a text editor, which is no reason to build."""
    file = Path(path)
    parts = next((file.relative_to(folder).parts for folder in folders if file.is_relative_to(folder)), ())
    return any(map(is_temporary, parts))


async def watch(folders: Sequence[Path], build: Callable[[], None]) -> None:
    """Call `build` after each burst of changes below the folders, until cancelled.

    Watching begins before the first time this suspends. What changes during a build is the next burst. A folder that
    is not there is watched as soon as it is.
    """
    from watchfiles import awatch  # noqa: PLC0415 - publishing does without it

    resolved = [folder.resolve() for folder in folders]
    while True:
        watched = _existing(resolved)
        bursts = awatch(
            *watched,
            watch_filter=lambda _, path: not is_ignored(path, resolved),
            step=QUIET,
            debounce=LONGEST_BURST,
            rust_timeout=PATIENCE,
            yield_on_timeout=True,
        )
        async with contextlib.aclosing(bursts):
            async for changes in bursts:
                replaced = _existing(resolved) != watched
                if changes or replaced:
                    build()
                if replaced:
                    break


def _existing(folders: Iterable[Path]) -> dict[Path, int]:
    """Those of the folders that are there, with their number on the disk: a new folder of the same name has another."""
    numbers: dict[Path, int] = {}
    for folder in folders:
        with contextlib.suppress(OSError):
            numbers[folder] = folder.stat().st_ino
    return numbers
