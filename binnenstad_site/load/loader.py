"""Stage one, load: from the `content/` folder to everything that stands in it, read but not yet believed.

In: the folder of the project and the layouts of its collections. Out: a `Library`; what is wrong goes to the report,
and a file that is wrong keeps no other from being read.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location, Report
from binnenstad_site.core.suggestions import did_you_mean, nearest
from binnenstad_site.load.attachments import check_attachment
from binnenstad_site.load.discovery import Entry, Item, find, look_into
from binnenstad_site.load.documents import Document, Layout, Library, Shape
from binnenstad_site.load.front_matter import Parsed, parse
from binnenstad_site.load.textfiles import Stamp, decode, read_bytes, special, stamp_of

CONTENT = "content"
PUBLISHED = "gepubliceerde-adressen.txt"
"""A list of addresses as plain text: it is only among the sources."""
LARGEST_TEXT = 2 * 1024 * 1024


@dataclass(slots=True)
class _Kept:
    """What was read before."""

    stamp: Stamp
    digest: bytes
    layout: Layout | None
    parsed: Parsed


@dataclass(slots=True)
class ReadCache:
    """What was read, kept in memory for the next time.

    A file with the same stamp is not read again; one with another stamp but the same bytes gives the same documents.
    """

    kept: dict[str, _Kept] = field(default_factory=dict)


class Sources(Mapping[str, str]):
    """Path -> text of a file, put together from the parts that its documents hold already."""

    def __init__(self, parts: Mapping[str, tuple[str, ...]]) -> None:
        self._parts = parts

    def __getitem__(self, path: str) -> str:
        return "".join(self._parts[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def load(root: Path, layouts: Sequence[Layout], report: Report, cache: ReadCache | None = None) -> Library:
    """Read everything in `content/` below `root`; with a cache, only what changed."""
    loading = _Loading(report, cache)
    entries = _top(root, report)
    for layout in layouts:
        if (entry := entries.pop(PurePosixPath(layout.path).name, None)) is not None:
            loading.collection(entry, layout)
    if (entry := entries.pop(PUBLISHED, None)) is not None:
        loading.plain(entry)
    names = {PurePosixPath(layout.path).name: layout for layout in layouts}
    for entry in entries.values():
        report.extend([_stranger(entry, names)])
        if (meant := names.get(nearest(entry.name.lower(), names))) is not None:
            loading.uncertain(meant)
    return loading.library()


def _top(root: Path, report: Report) -> dict[str, Entry]:
    """What lies in `content/` itself, by name."""
    folder = root / CONTENT
    try:
        status = folder.lstat()
    except OSError:
        hint = "Start de opdracht in de map van het project."
        report.add(Code.BESTAND_ONLEESBAAR, Location(CONTENT), "De map content is er niet", hint)
        return {}
    if not stat.S_ISDIR(status.st_mode):
        report.extend([special(CONTENT)])
        return {}
    entries, problems = look_into(str(folder), CONTENT)
    report.extend(problems)
    return {entry.name: entry for entry in entries}


def _stranger(entry: Entry, names: Mapping[str, Layout]) -> Diagnostic:
    """Something in `content/` that no collection knows."""
    path = f"{CONTENT}/{entry.name}"
    if entry.kind == "special":
        return special(path)
    if entry.kind == "folder":
        hint = did_you_mean(entry.name, [name for name, layout in names.items() if layout.is_folder])
        return Diagnostic(Code.ONBEKENDE_MAP, Location(path), f'De map "{entry.name}" is hier niet bekend', hint)
    files = [PUBLISHED, *(name for name, layout in names.items() if not layout.is_folder)]
    hint = did_you_mean(entry.name, files, list_all=False) or "Zet een item in de map van zijn soort."
    return Diagnostic(Code.ONBEKEND_BESTAND, Location(path), f'Het bestand "{entry.name}" is hier niet bekend', hint)


class _Loading:
    """Collects what is read in one run."""

    def __init__(self, report: Report, cache: ReadCache | None) -> None:
        self._report = report
        self._before = None if cache is None else cache.kept
        self._now: dict[str, _Kept] = {}
        self._cache = cache
        self._documents: list[Document] = []
        self._broken: set[tuple[str, str]] = set()
        self._broken_lists: set[str] = set()
        self._attachments: dict[str, Path] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._files = 0

    def library(self) -> Library:
        if self._cache is not None:
            self._cache.kept = self._now  # files that are gone are forgotten
        return Library(
            documents=tuple(self._documents),
            broken=frozenset(self._broken),
            broken_lists=frozenset(self._broken_lists),
            attachments=dict(sorted(self._attachments.items())),
            sources=Sources(self._parts),
            files=self._files,
        )

    def collection(self, entry: Entry, layout: Layout) -> None:
        """Read a folder of items, or a file."""
        if entry.kind != ("folder" if layout.is_folder else "file"):
            self._broken_lists.add(layout.name)
            if entry.kind == "special":
                self._report.extend([special(layout.path)])
            else:
                message = f"Hier hoort een {'map' if layout.is_folder else 'bestand'} te staan"
                code = Code.ONBEKEND_BESTAND if layout.is_folder else Code.ONBEKENDE_MAP
                self._report.add(code, Location(layout.path), message, "Geef dit een andere naam of haal het weg.")
            return
        if not layout.is_folder:
            self._item(Item(layout.path, entry.file, layout.name, entry.status), layout)
            return
        found = find(entry.file, layout)
        self._report.extend(found.diagnostics)
        self._broken |= {(layout.name, slug) for slug in found.broken}
        if found.incomplete:
            self._broken_lists.add(layout.name)
        for item in found.items:
            self._item(item, layout)
        for item in found.attachments:
            self._attachment(item)

    def uncertain(self, layout: Layout) -> None:
        """A collection seems to be there under another name: nothing is said of what it lacks, if it is not there."""
        if not any(document.collection == layout.name for document in self._documents):
            self._broken_lists.add(layout.name)

    def plain(self, entry: Entry) -> None:
        """Read a file of plain text."""
        path = f"{CONTENT}/{entry.name}"
        if entry.kind != "file":
            self._report.extend([special(path)])
            return
        self._read(Item(path, entry.file, "", entry.status), None)

    def _item(self, item: Item, layout: Layout) -> None:
        parsed = self._read(item, layout)
        if parsed is not None:
            self._documents += parsed.documents
        if parsed is None or parsed.broken:
            if layout.shape is Shape.LIST:
                self._broken_lists.add(layout.name)
            else:
                self._broken.add((layout.name, item.slug))

    def _read(self, item: Item, layout: Layout | None) -> Parsed | None:
        """What a file says; None when it cannot be read."""
        self._files += 1
        known = None if self._before is None else self._before.get(item.path)
        if known is not None and known.layout != layout:
            known = None
        if known is None or known.stamp != stamp_of(item.status):
            most = LARGEST_TEXT if layout is None else layout.max_bytes
            read = read_bytes(item.file, item.path, most)
            if isinstance(read, Diagnostic):
                self._report.extend([read])
                return None
            data, stamp = read
            if self._before is None:
                return self._keep(item.path, _parse(data, item.path, layout))
            digest = blake2b(data).digest()
            same = known is not None and known.digest == digest
            parsed = known.parsed if known is not None and same else _parse(data, item.path, layout)
            known = _Kept(stamp, digest, layout, parsed)
        self._now[item.path] = known
        return self._keep(item.path, known.parsed)

    def _keep(self, path: str, parsed: Parsed) -> Parsed:
        self._report.extend(parsed.diagnostics)
        self._parts[path] = parsed.source
        return parsed

    def _attachment(self, item: Item) -> None:
        self._attachments[item.path] = Path(item.file)
        if item.problem is not None:
            self._report.extend([item.problem])
        extension = PurePosixPath(item.path).suffix.lower()
        problem = check_attachment(item.file, item.path, extension, item.status.st_size)
        if problem is not None:
            self._report.extend([problem])


def _parse(data: bytes, path: str, layout: Layout | None) -> Parsed:
    if layout is not None:
        return parse(data, path, layout)
    text, problem = decode(data, path)
    return Parsed((), (problem,) if problem else (), broken=problem is not None, source=(text,))
