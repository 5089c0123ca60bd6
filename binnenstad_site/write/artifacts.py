"""Artifacts (fonts, share pictures) take long to make, so they are made once and cached in a folder, by their key.

In: artifacts and the folder. Out: the finished outputs. The cache never changes a result: a file that does not prove to
hold the bytes of its key is made anew, and a folder that cannot be used only costs time. The proof takes a secret of at
most 64 bytes: without one, anybody who may write in the folder can make a file that proves to be what it is not.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.core.workers import processors, together
from binnenstad_site.write.atomic import replace_file

CACHE_FOLDER = "gemaakt"
"""The cache below `.bouw/`."""
GENERATIONS_FILE = "generaties.json"
"""In the cache: the keys of the last build, and those of the last build before it that used others."""
WORTH_HELP = 3
"""From so many missing files on, other processes help: to start one costs as much as two pictures."""
_PROOF = 32
"""Bytes before the content of a cached file."""


def produce(artifacts: Sequence[Artifact], folder: Path, secret: bytes = b"") -> tuple[Output, ...]:
    """The finished artifacts, in their order; what the folder does not hold is made, and cached there."""
    missing = [artifact for artifact in artifacts if not (folder / artifact.key).exists()]
    made = _make_together(missing, folder, secret) if len(missing) >= WORTH_HELP and processors() > 1 else {}
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

    Nothing depends on the others: what they leave, or cannot put there, is made later.
    """
    made: dict[str, bytes] = {}

    def make(artifact: Artifact) -> None:
        made[artifact.key] = artifact.make()
        save_cached(folder / artifact.key, artifact.key, made[artifact.key], secret)

    together([partial(make, artifact) for artifact in artifacts], processors())
    return made
