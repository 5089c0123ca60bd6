"""Stage write: puts the finished outputs on disk; a visitor gets the whole old site or the whole new one, never a mix.

In: the outputs and the folder they belong in. Out: what was done, as counts. `publish` makes a complete new folder in
the scratch folder beside the target and exchanges the two; `Mirror` follows file by file, for `serve`. An output file
that exists is never opened for writing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from binnenstad_site.core.outputs import SCRATCH, CannotWrite, Output, Reproducible, refuse_escape
from binnenstad_site.write.atomic import (
    JOURNAL,
    LEFTOVER,
    exchange,
    files_in,
    has_content,
    link_file,
    make_folder,
    recover_exchange,
    remove_tree,
    replace_file,
    write_file,
)

MANIFEST = "manifest.json"
_MAKER = "binnenstad_site"

_Entry = tuple[int, str]
"""What the manifest says about a file: its size in bytes and its SHA-256 in hexadecimals."""
_Stamp = tuple[int, int]
"""When a file to copy was changed, in nanoseconds, and its size in bytes."""


@dataclass(frozen=True, slots=True)
class Published:
    """What `publish` did. The manifest itself is not counted."""

    files: int
    written: int
    """Files that were new or different; the others were there already."""


class NotOurFolder(Exception):  # noqa: N818 - names what was found
    """The target holds something that this program did not make. The text is Dutch and for the reader."""


def scratch_folder(target: Path) -> Path:
    """Where the lock and half-made folders live: beside the target, so that both are on one file system."""
    return target.absolute().parent / SCRATCH


def publish(outputs: Sequence[Output], target: Path) -> Published:
    """Put exactly these outputs in `target`, all at once, with a `manifest.json` that lists them.

    The caller holds the lock of `scratch_folder(target)`. Raises `NotOurFolder` when the target is not ours to replace,
    `CannotWrite` when the disk refuses (the old site stands, nothing else is left behind), `ValueError` for a path that
    leaves the folder or comes twice.
    """
    by_path = _by_path(outputs)
    recover(target)
    with _as_cannot_write(target):
        old = _manifest_of(target)
    if _is_up_to_date(by_path, target, old):
        return Published(files=len(by_path), written=0)
    scratch = scratch_folder(target)
    name = f"{os.getpid()}-{os.urandom(4).hex()}"
    new = scratch / f"nieuw-{name}"
    try:
        with _as_cannot_write(target):
            scratch.mkdir(parents=True, exist_ok=True)
        result = _fill(by_path, new, target, old)
        with _as_cannot_write(target):
            exchange(new, target.absolute(), scratch / f"oud-{name}")
    finally:
        # The scratch folder now holds the replaced site, or a new one that was not finished.
        _remove_leftovers(scratch)
    return result


def recover(target: Path) -> None:
    """Complete or undo the exchange of a build that died, and remove its folders. The caller holds the lock."""
    scratch = scratch_folder(target)
    with _as_cannot_write(target):
        recover_exchange(scratch)
    _remove_leftovers(scratch)


class Mirror:
    """A folder that follows the outputs file by file, for `serve`. What an earlier run left there is removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written: dict[str, bytes | str | _Stamp] = {}

    def update(self, outputs: Sequence[Output]) -> int:
        """Write what differs from last time, remove what is gone; the number of files that were touched.

        Raises `CannotWrite`; what was written until then stays, and the next update goes on from there.
        """
        by_path = _by_path(outputs)
        if not self._written or not self.folder.is_dir():
            self._written.clear()
            remove_tree(str(self.folder))
        gone = [path for path in self._written if path not in by_path]
        for path in gone:
            with _as_cannot_write(self.folder / path):
                self._remove(path)
        changed = 0
        for path, output in by_path.items():
            state = _state(output)
            if self._written.get(path) != state:
                file = self.folder / path
                with _as_cannot_write(file):
                    file.parent.mkdir(parents=True, exist_ok=True)
                    replace_file(file, _content(output))
                self._written[path] = state
                changed += 1
        return len(gone) + changed

    def _remove(self, path: str) -> None:
        file = self.folder / path
        file.unlink(missing_ok=True)
        del self._written[path]
        for folder in file.relative_to(self.folder).parents[:-1]:
            with contextlib.suppress(OSError):  # not empty
                (self.folder / folder).rmdir()


def _by_path(outputs: Sequence[Output]) -> dict[str, Output]:
    """The outputs in order of path; raises `ValueError` for a path that cannot be a file of the site or comes twice."""
    by_path: dict[str, Output] = {}
    folders: set[str] = set()
    for output in outputs:
        if refuse_escape(output.path) in by_path or output.path == MANIFEST:
            raise ValueError(f"two outputs have the path {output.path!r}")
        by_path[output.path] = output
        folder = output.path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    if both := by_path.keys() & folders:
        raise ValueError(f"paths that are both a file and a folder: {sorted(both)}")
    return dict(sorted(by_path.items()))


def _content(output: Output) -> bytes:
    try:
        return output.read()
    except OSError as error:
        raise CannotWrite(Path(output.path), f"{output.content!s} is niet (meer) te lezen") from error


def _state(output: Output) -> bytes | str | _Stamp:
    """What the next update compares: the bytes, their digest, or time and size of the file to copy."""
    if isinstance(output.content, bytes):
        return output.content
    if isinstance(output.content, Reproducible):
        return output.content.sha256
    try:
        status = output.content.stat()
    except OSError:
        return (0, 0)  # reading it tells the reader why
    return (status.st_mtime_ns, status.st_size)


def _manifest_of(target: Path) -> dict[str, _Entry]:
    """The manifest of the site at `target`, empty when there is none; raises `NotOurFolder`."""
    if target.is_symlink():
        raise NotOurFolder(f"{target} is een snelkoppeling naar een andere map; daar wordt niets vervangen.")
    if not target.exists():
        return {}
    if not target.is_dir():
        raise NotOurFolder(f"{target} is een bestand, geen map; kies met --out een andere map.")
    if not any(target.iterdir()):
        return {}
    try:
        data = json.loads((target / MANIFEST).read_bytes())
        if data["maker"] == _MAKER:
            return {entry["path"]: (entry["size"], entry["sha256"]) for entry in data["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise NotOurFolder(
        f"De map {target} is niet leeg en niet door dit programma gemaakt (er is geen {MANIFEST} van dit programma). "
        "Er is niets veranderd. Kies met --out een andere map, of verwijder deze map zelf als alles erin weg mag."
    )


def _manifest(entries: Mapping[str, _Entry]) -> bytes:
    """The bytes of `manifest.json`: one line a file, sorted by path."""
    lines = [
        json.dumps({"path": path, "size": size, "sha256": digest}) for path, (size, digest) in sorted(entries.items())
    ]
    files = [line + "," for line in lines[:-1]] + lines[-1:]
    return "\n".join([f'{{"maker": "{_MAKER}", "version": 1, "files": [', *files, "]}", ""]).encode()


def _is_up_to_date(by_path: Mapping[str, Output], target: Path, old: Mapping[str, _Entry]) -> bool:
    """Whether the folder holds exactly these files and bytes already: then there is nothing to do."""
    if not old or by_path.keys() != old.keys():
        return False
    if any(not isinstance(output.content, Path) and output.size != old[path][0] for path, output in by_path.items()):
        return False
    base = str(target)
    try:
        paths = set(files_in(base))
    except OSError:
        return False
    if paths != {*by_path, MANIFEST} or not has_content(f"{base}/{MANIFEST}", *_entry(_manifest(old))):
        return False
    return all(
        _entry_of(output) == old[path] and has_content(f"{base}/{path}", *old[path]) for path, output in by_path.items()
    )


def _fill(by_path: Mapping[str, Output], new: Path, target: Path, old: Mapping[str, _Entry]) -> Published:
    """Make the folder `new` with everything in it, the manifest last; what the old site has is linked, not written."""
    entries: dict[str, _Entry] = {}
    folders: set[str] = set()
    written = linked_size = 0
    base, old_base = str(new), str(target)
    path = ""
    try:
        make_folder(base, folders)
        for path, output in by_path.items():
            entry = _entry_of(output)
            make_folder(f"{base}/{path}".rpartition("/")[0], folders)
            if old.get(path) == entry and link_file(f"{old_base}/{path}", f"{base}/{path}", *entry):
                linked_size += entry[0]
            else:
                content = _content(output)
                entry = _entry(content)
                write_file(f"{base}/{path}", content)
                written += 1
            entries[path] = entry
        path = MANIFEST
        write_file(f"{base}/{path}", _manifest(entries))
    except OSError as error:
        needed = sum(output.size for output in by_path.values()) - linked_size
        raise CannotWrite.because(target / path, error, needed) from error
    return Published(len(entries), written)


def _remove_leftovers(scratch: Path) -> None:
    """Remove half-made and replaced folders, but not while a journal says that one of them is the site."""
    with contextlib.suppress(OSError):
        if (scratch / JOURNAL).exists():
            return
        for folder in sorted(scratch.iterdir()):
            if LEFTOVER.fullmatch(folder.name):
                remove_tree(str(folder))


@contextlib.contextmanager
def _as_cannot_write(path: Path) -> Iterator[None]:
    """Turns an `OSError` inside the block into `CannotWrite` for `path`."""
    try:
        yield
    except OSError as error:
        raise CannotWrite.because(path, error) from error


def _entry(content: bytes) -> _Entry:
    return len(content), hashlib.sha256(content).hexdigest()


def _entry_of(output: Output) -> _Entry:
    """The entry of an output, without making bytes whose digest is known."""
    if isinstance(output.content, Reproducible):
        return output.content.size, output.content.sha256
    return _entry(_content(output))
