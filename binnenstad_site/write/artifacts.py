"""Artifacts (fonts, share pictures) take long to make, so they are made once and cached in a folder, by their key.

In: artifacts and the folder. Out: the finished outputs. The cache never changes a result: a file that does not prove to
hold the bytes of its key is made anew, and a folder that cannot be used only costs time.
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
from binnenstad_site.write.atomic import replace_file

CACHE_FOLDER = "gemaakt"
"""The cache below `.bouw/`."""
WORTH_HELP = 24
"""From so many missing files on, other processes help."""
_PROOF = 32
"""Bytes before the content of a cached file."""


def produce(artifacts: Sequence[Artifact], folder: Path) -> tuple[Output, ...]:
    """The finished artifacts, in their order; what the folder does not hold is made, and cached there."""
    missing = sum(not (folder / artifact.key).exists() for artifact in artifacts)
    with _helpers(artifacts, folder) if missing >= WORTH_HELP else contextlib.nullcontext():
        return tuple(Output(artifact.path, _content(artifact, folder)) for artifact in artifacts)


def drop_others(artifacts: Collection[Artifact], folder: Path) -> None:
    """Remove from the folder all but these artifacts."""
    keys = {artifact.key for artifact in artifacts}
    with contextlib.suppress(OSError):
        for file in sorted(folder.iterdir()):
            if file.name not in keys:
                file.unlink()


def _content(artifact: Artifact, folder: Path) -> bytes:
    content = load_cached(folder / artifact.key, artifact.key)
    if content is None:
        content = artifact.make()
        save_cached(folder / artifact.key, artifact.key, content)
    return content


def _proof(key: str, content: bytes) -> bytes:
    """The first bytes of a cached file: a hash that a broken file, or the file of another key, does not have."""
    return sha256(key.encode() + b"\0" + content).digest()


def load_cached(file: Path, key: str) -> bytes | None:
    """The content that was cached in a file under this key; None when there is none or the file is broken."""
    try:
        cached = file.read_bytes()
    except OSError:
        return None
    content = cached[_PROOF:]
    return content if cached[:_PROOF] == _proof(key, content) else None


def save_cached(file: Path, key: str, content: bytes) -> None:
    """Put a file in its place whole, or not at all."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, _proof(key, content) + content)


@contextlib.contextmanager
def _helpers(artifacts: Sequence[Artifact], folder: Path) -> Iterator[None]:
    """While the block runs, other processes fill the folder too, each beginning at another place.

    Nothing depends on them: whoever comes to a file that is not there makes it.
    """
    count = min(os.cpu_count() or 1, 8)
    start = multiprocessing.get_context("spawn").Process
    offsets = [len(artifacts) * number // count for number in range(1, count)]
    helpers = [start(target=_help, args=([*artifacts[at:], *artifacts[:at]], folder), daemon=True) for at in offsets]
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


def _help(artifacts: Sequence[Artifact], folder: Path) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # to tidy up on the way out
    _fill(artifacts, folder)


def _fill(artifacts: Sequence[Artifact], folder: Path) -> None:
    with contextlib.suppress(Exception):  # the main process fails on the same artifact, and reports it
        for artifact in artifacts:
            if not (folder / artifact.key).exists():
                save_cached(folder / artifact.key, artifact.key, artifact.make())
