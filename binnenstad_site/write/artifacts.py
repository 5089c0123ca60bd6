"""Artifacts (fonts, share pictures) take long to make, so they are made once and cached in a folder, by their key.

In: artifacts and the folder. Out: the finished outputs. The cache never changes a result: a file that does not prove to
hold the bytes of its key is made anew, and a folder that cannot be used only costs time. The proof takes a secret of at
most 64 bytes: without one, anybody who may write in the folder can make a file that proves to be what it is not.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
from collections.abc import Collection, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.core.workers import processors
from binnenstad_site.write.atomic import replace_file

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

CACHE_FOLDER = "gemaakt"
"""The cache below `.bouw/`."""
GENERATIONS_FILE = "generaties.json"
"""In the cache: the keys of the last build, and those of the last build before it that used others."""
WORTH_HELP = 3
"""From so many missing files on, other processes help: to start one costs as much as two pictures."""
_PROOF = 32
"""Bytes before the content of a cached file."""
_MOST_TURNS = 1000
"""Turns are numbers of 4 bytes in a pipe, which holds 4096 at the least."""


def produce(artifacts: Sequence[Artifact], folder: Path, secret: bytes = b"") -> tuple[Output, ...]:
    """The finished artifacts, in their order; what the folder does not hold is made, and cached there."""
    missing = [artifact for artifact in artifacts if not (folder / artifact.key).exists()]
    together = len(missing) >= WORTH_HELP and processors() > 1
    made = _make_together(missing, folder, secret) if together else {}
    return tuple(
        Output(artifact.path, made.get(artifact.key) or _content(artifact, folder, secret)) for artifact in artifacts
    )


def drop_others(artifacts: Collection[Artifact], folder: Path) -> None:
    """Remove from the folder all but these artifacts and those of the last build that used others.

    So going back to the former title of the site, or to another branch, makes nothing anew.
    """
    keys = sorted({artifact.key for artifact in artifacts})
    last, before = _generations(folder)
    former = before if keys == last else last
    kept = {GENERATIONS_FILE, *keys, *former}
    with contextlib.suppress(OSError):
        for file in sorted(folder.iterdir()):
            if file.name not in kept:
                file.unlink()
    if keys != last:
        with contextlib.suppress(OSError):
            replace_file(folder / GENERATIONS_FILE, json.dumps([keys, former]).encode())


def _generations(folder: Path) -> tuple[list[str], list[str]]:
    """The keys of the last build and of the one before; they are only compared with names, so anything may be there."""
    try:
        last, before = json.loads((folder / GENERATIONS_FILE).read_bytes())
        return [str(key) for key in last], [str(key) for key in before]
    except (OSError, ValueError, TypeError, RecursionError):
        return [], []


def _content(artifact: Artifact, folder: Path, secret: bytes) -> bytes:
    content = load_cached(folder / artifact.key, artifact.key, secret)
    if content is None:
        content = artifact.make()
        save_cached(folder / artifact.key, artifact.key, content, secret)
    return content


def _proof(key: str, content: bytes, secret: bytes) -> bytes:
    """The first bytes of a cached file: a hash that a broken file, or the file of another key, does not have."""
    return blake2b(key.encode() + b"\0" + content, digest_size=_PROOF, key=secret).digest()


def load_cached(file: Path, key: str, secret: bytes = b"") -> bytes | None:
    """The content that was cached in a file under this key; None when there is none or the file is broken."""
    try:
        cached = file.read_bytes()
    except OSError:
        return None
    content = cached[_PROOF:]
    return content if cached[:_PROOF] == _proof(key, content, secret) else None


def save_cached(file: Path, key: str, content: bytes, secret: bytes = b"") -> None:
    """Put a file in its place whole, or not at all."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, _proof(key, content, secret) + content)


def _make_together(artifacts: Sequence[Artifact], folder: Path, secret: bytes) -> dict[str, bytes]:
    """What this process made of the artifacts, by key; meanwhile others made the rest, and put it in the folder.

    Who is free takes the next turn. Nothing depends on the others: what they leave, or cannot put there, is made later.
    """
    turns = _turns(min(len(artifacts), _MOST_TURNS))
    helpers = _helpers(artifacts, folder, secret, turns)
    try:
        made = {}
        for artifact in _own_turns(artifacts, turns):
            made[artifact.key] = artifact.make()
            save_cached(folder / artifact.key, artifact.key, made[artifact.key], secret)
        for helper in helpers:
            helper.join()
    except BaseException:
        for helper in helpers:
            helper.terminate()
            helper.join()
        raise
    else:
        return made
    finally:
        os.close(turns)


def _turns(count: int) -> int:
    """A pipe to read from, with the numbers below `count` in it: each is read by one process only."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(4, "big") for number in range(count)))
    os.close(writing)
    return reading


def _own_turns(artifacts: Sequence[Artifact], turns: int) -> Iterator[Artifact]:
    while number := os.read(turns, 4):
        yield from artifacts[int.from_bytes(number, "big") :: _MOST_TURNS]


def _helpers(artifacts: Sequence[Artifact], folder: Path, secret: bytes, turns: int) -> list[BaseProcess]:
    """Started copies of this process."""
    import multiprocessing  # noqa: PLC0415 - 20 ms that a build with nothing to make should not pay

    start = multiprocessing.get_context("fork").Process
    helpers: list[BaseProcess] = []
    # Ctrl-C is for this process, which then stops the others. What is ignored now, they ignore from birth.
    stopping = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with contextlib.suppress(OSError):
            for _ in range(processors() - 1):
                helper = start(target=_help, args=(artifacts, folder, secret, turns, os.getpid()), daemon=True)
                helper.start()
                helpers.append(helper)
    finally:
        signal.signal(signal.SIGINT, stopping)
    return helpers


def _help(artifacts: Sequence[Artifact], folder: Path, secret: bytes, turns: int, parent: int) -> None:
    """Take turns, and say nothing: the main process fails on the same artifact, and reports it."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    silence = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(silence, descriptor)
    for artifact in _own_turns(artifacts, turns):
        if os.getppid() != parent:
            return
        with contextlib.suppress(Exception):
            save_cached(folder / artifact.key, artifact.key, artifact.make(), secret)
