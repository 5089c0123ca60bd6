"""What takes long to make (fonts, share pictures) is made once and kept in a folder, under a key of what decides it.

In: what is to be made, and the folder. Out: the finished outputs. What is kept never changes a result: a file that does
not prove to hold the bytes of its key is made anew, and a folder that cannot be used only costs time.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from binnenstad_site.core.outputs import Artifact, Output

KEPT = "gemaakt"
"""The folder below `.bouw/`."""
WORTH_HELP = 24
"""From so many missing files on, other processes help."""
_PROOF = 32


def made(wanted: Sequence[Artifact], folder: Path) -> tuple[Output, ...]:
    """Everything that is wanted, in its order; what the folder does not hold is made, and kept there."""
    missing = sum(not (folder / each.key).exists() for each in wanted)
    with _helpers(wanted, folder) if missing >= WORTH_HELP else contextlib.nullcontext():
        return tuple(Output(each.path, _bytes_of(each, folder)) for each in wanted)


def forget_others(wanted: Collection[Artifact], folder: Path) -> None:
    """Remove what is kept and not wanted any more."""
    keys = {each.key for each in wanted}
    with contextlib.suppress(OSError):
        for file in sorted(folder.iterdir()):
            if file.name not in keys:
                file.unlink()


def _bytes_of(each: Artifact, folder: Path) -> bytes:
    kept = recalled(folder / each.key, each.key)
    if kept is None:
        kept = each.make()
        keep(folder / each.key, each.key, kept)
    return kept


def _proof(key: str, content: bytes) -> bytes:
    """What stands before the content: it tells a whole file from a broken one, and from that of another key."""
    return sha256(key.encode() + b"\0" + content).digest()


def recalled(file: Path, key: str) -> bytes | None:
    """What was kept in a file under this key; None when that is something else, or broken, or nothing."""
    try:
        found = file.read_bytes()
    except OSError:
        return None
    content = found[_PROOF:]
    return content if found[:_PROOF] == _proof(key, content) else None


def keep(file: Path, key: str, content: bytes) -> None:
    """Put a file in its place whole, or not at all."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(_proof(key, content) + content)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)


@contextlib.contextmanager
def _helpers(wanted: Sequence[Artifact], folder: Path) -> Iterator[None]:
    """While the block runs, the other processors fill the folder too, each beginning at another place.

    Nothing is waited for and nothing depends on them: whoever comes to a file that is not there makes it.
    """
    count = min(os.cpu_count() or 1, 8)
    start = multiprocessing.get_context("spawn").Process
    offsets = [len(wanted) * number // count for number in range(1, count)]
    helpers = [start(target=_help, args=([*wanted[at:], *wanted[:at]], folder), daemon=True) for at in offsets]
    # Ctrl-C is for this process, which then stops the others. What is ignored now, they ignore from birth.
    stopping = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with contextlib.suppress(OSError):
            for helper in helpers:
                helper.start()
    finally:
        signal.signal(signal.SIGINT, stopping)
    started = [helper for helper in helpers if helper.pid is not None]
    try:
        yield  # by the end of it nothing is left to make, so they end too
    except BaseException:
        for helper in started:
            helper.terminate()
        raise
    finally:
        for helper in started:
            helper.join()


def _help(wanted: Sequence[Artifact], folder: Path) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # to tidy up on the way out
    _fill(wanted, folder)


def _fill(wanted: Sequence[Artifact], folder: Path) -> None:
    with contextlib.suppress(Exception):  # what goes wrong here, goes wrong in the main process too, and is told there
        for each in wanted:
            if not (folder / each.key).exists():
                keep(folder / each.key, each.key, each.make())
