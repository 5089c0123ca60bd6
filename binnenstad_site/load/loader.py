"""Stage load: from the `content/` folder to everything that stands in it, not yet validated.

In: the folder of the project and the layouts of its collections. Out: a `Library` and the diagnostics; a file that is
wrong keeps no other from being read.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from itertools import chain
from pathlib import Path, PurePosixPath

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Kept, Key, Memo, digest
from binnenstad_site.core.suggestions import did_you_mean, nearest
from binnenstad_site.core.workers import WORTH_HELP
from binnenstad_site.load.attachments import check_attachment
from binnenstad_site.load.discovery import FolderContents, FolderEntry, SourceFile, find, list_folder, proper_name
from binnenstad_site.load.documents import CONTENT, Document, Layout, Library, Size, Storage
from binnenstad_site.load.front_matter import ParsedFile, file_key, parse_file
from binnenstad_site.load.strays import content_in_root, proper_place
from binnenstad_site.load.textfiles import decode, read_file, special, stamp_of

PUBLISHED = "gepubliceerde-adressen.txt"
"""A list of addresses as plain text: it is only among the sources."""
LARGEST_TEXT = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that was read, and what is wrong with it."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]


Reading = Callable[[], tuple[Document, ...]]
"""Reads one file; none of its documents when that cannot be done."""
Prepare = Callable[[Sequence[Reading]], object]


class _UnreadableError(Exception):
    """A file that the system does not give."""

    def __init__(self, problem: Diagnostic) -> None:
        self.problem = problem


class _Bytes:
    """The bytes of a file, read when somebody asks and then kept."""

    def __init__(self, file: SourceFile, layout: Layout | None) -> None:
        self.file, self.layout = file, layout

    @cached_property
    def content(self) -> bytes:
        """Raises `_UnreadableError`."""
        content = read_file(
            self.file.file, self.file.path, LARGEST_TEXT if self.layout is None else self.layout.max_bytes
        )
        if content.problem is not None:
            raise _UnreadableError(content.problem)
        return content.data

    def key(self) -> Key:
        """A digest of all that decides what the file says."""
        if self.layout is None:
            return digest(self.file.path, self.content)
        return file_key(self.content, self.file.path, self.layout)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads files, with what the memo knows of them.

    A file with the same stamp is not read again; one with another stamp but the same bytes gives the same documents.
    """

    memo: Memo
    prepare: Prepare | None
    times: ItemTimes

    def read(self, file: SourceFile, layout: Layout | None) -> ParsedFile:
        """What a file says; without layout it is plain text. One that cannot be read has no source."""
        return self._read(_Bytes(file, layout))

    def _read(self, data: _Bytes) -> ParsedFile:
        try:
            return self.memo.get(Kept.FILE, self._key(data), partial(self._parse, data))
        except _UnreadableError as unreadable:
            return ParsedFile((), (unreadable.problem,), broken=True, source=())

    def _key(self, data: _Bytes) -> Key:
        stamp = digest(data.file.path, stamp_of(data.file.status), _layout_key(data.layout))
        return self.memo.get(Kept.STAMP, stamp, data.key)

    def _parse(self, data: _Bytes) -> ParsedFile:
        path, content = data.file.path, data.content
        with self.times.measured("load", path):
            if data.layout is not None:
                return parse_file(content, path, data.layout)
            text, problem = decode(content, path)
            return ParsedFile((), (problem,) if problem else (), broken=problem is not None, source=(text,))

    def read_ahead(self, files: Sequence[_Bytes]) -> None:
        """Tell `prepare` of those files that the memo does not know. Of none the bytes are read twice."""
        if self.prepare is not None and len(files) >= WORTH_HELP:
            with self.memo.ahead(soon=True):
                unknown = [data for data in files if not self._is_known(data)]
            self.prepare([partial(self._documents, data) for data in unknown])

    def _is_known(self, data: _Bytes) -> bool:
        try:
            return self.memo.knows(Kept.FILE, self._key(data))
        except _UnreadableError:
            return True

    def _documents(self, data: _Bytes) -> tuple[Document, ...]:
        return self._read(data).documents


@lru_cache(maxsize=64)
def _layout_key(layout: Layout | None) -> Key:
    return digest(layout)


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


@dataclass(frozen=True, slots=True)
class _Part:
    """What one file or folder in `content/` adds to the library; its fields are those of `Library`."""

    documents: tuple[Document, ...] = ()
    broken: frozenset[tuple[str, str]] = frozenset()
    broken_lists: frozenset[str] = frozenset()
    attachments: Mapping[str, Path] = field(default_factory=dict)
    sizes: Mapping[str, Size] = field(default_factory=dict)
    misnamed: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def load(
    root: Path,
    layouts: Sequence[Layout],
    memo: Memo | None = None,
    times: ItemTimes | None = None,
    prepare: Prepare | None = None,
) -> Loaded:
    """Read everything in `content/` below `root`; with a memo, only what changed.

    `prepare` is given the readings of all new files where there are many, before they are done one by one.
    """
    reader = _Reader(memo or Memo(), prepare, times or ItemTimes())
    listed, problems = _top(root)
    strays = content_in_root(root, {layout.name for layout in layouts if layout.is_folder}) if listed else ()
    entries = {entry.name: entry for entry in listed}
    by_name = {PurePosixPath(layout.path).name: layout for layout in layouts}
    parts = [_Part(diagnostics=(*problems, *strays), broken_lists=frozenset(row.name for row in layouts if problems))]
    found = [(_found(entries[name], layout), layout) for name, layout in by_name.items() if name in entries]
    reader.read_ahead([_Bytes(file, layout) for contents, layout in found for file in contents.items])
    for contents, layout in found:
        parts += _collection(contents, layout, reader)
    if PUBLISHED in entries:
        parts.append(_plain_text(entries[PUBLISHED], reader))
    collections = {document.collection for part in parts for document in part.documents}
    unknown = (entry for name, entry in entries.items() if name not in by_name and name != PUBLISHED)
    parts += [_unknown(entry, by_name, collections) for entry in unknown]
    return Loaded(_library(parts), tuple(chain.from_iterable(part.diagnostics for part in parts)))


def _library(parts: Sequence[_Part]) -> Library:
    attachments = {path: file for part in parts for path, file in part.attachments.items()}
    return Library(
        documents=tuple(chain.from_iterable(part.documents for part in parts)),
        broken=frozenset().union(*(part.broken for part in parts)),
        broken_lists=frozenset().union(*(part.broken_lists for part in parts)),
        attachments=dict(sorted(attachments.items())),
        sizes={path: size for part in parts for path, size in part.sizes.items()},
        misnamed={proper: path for part in parts for proper, path in part.misnamed.items()},
        sources=Sources({path: source for part in parts for path, source in part.sources.items()}),
        files=sum(part.files for part in parts),
    )


def _top(root: Path) -> tuple[list[FolderEntry], list[Diagnostic]]:
    """What lies in `content/` itself."""
    folder = root / CONTENT
    try:
        status = folder.lstat()
    except OSError:
        hint = "Start de opdracht in de map van het project."
        return [], [Diagnostic(Code.BESTAND_ONLEESBAAR, Location(CONTENT), "De map content is er niet", hint)]
    if not stat.S_ISDIR(status.st_mode):
        return [], [special(CONTENT)]
    return list_folder(str(folder), CONTENT)


def _unknown(entry: FolderEntry, by_name: Mapping[str, Layout], collections: set[str]) -> _Part:
    """Something in `content/` that no collection knows.

    When its name is like that of a collection that is not among those read, nothing is said of what that one lacks.
    """
    meant = by_name.get(nearest(entry.name.lower(), by_name))
    uncertain = frozenset({meant.name} if meant is not None and meant.name not in collections else ())
    path = f"{CONTENT}/{entry.name}"
    if entry.kind == "special":
        return _Part(broken_lists=uncertain, diagnostics=(special(path),))
    if entry.kind == "folder":
        hint = did_you_mean(entry.name, [name for name, layout in by_name.items() if layout.is_folder])
        code, message = Code.ONBEKENDE_MAP, f'De map "{entry.name}" is hier niet bekend'
    else:
        files = [PUBLISHED, *(name for name, layout in by_name.items() if not layout.is_folder)]
        hint = (
            did_you_mean(entry.name, files, list_all=False)
            or proper_place(entry.name)
            or "Zet een item in de map van zijn soort."
        )
        code, message = Code.ONBEKEND_BESTAND, f'Het bestand "{entry.name}" is hier niet bekend'
    return _Part(broken_lists=uncertain, diagnostics=(Diagnostic(code, Location(path), message, hint),))


def _found(entry: FolderEntry, layout: Layout) -> FolderContents:
    """What a collection is read from: what is in its folder, or its one file."""
    if entry.kind != ("folder" if layout.is_folder else "file"):
        problem = special(layout.path)
        if entry.kind != "special":
            message = f"Hier hoort een {'map' if layout.is_folder else 'bestand'} te staan"
            code = Code.ONBEKEND_BESTAND if layout.is_folder else Code.ONBEKENDE_MAP
            problem = Diagnostic(code, Location(layout.path), message, "Geef dit een andere naam of haal het weg.")
        return FolderContents(incomplete=True, diagnostics=(problem,))
    if layout.is_folder:
        return find(entry.file, layout)
    return FolderContents(items=(SourceFile(layout.path, entry.file, layout.name, entry.status),))


def _collection(contents: FolderContents, layout: Layout, reader: _Reader) -> Iterator[_Part]:
    yield _Part(
        broken=frozenset((layout.name, slug) for slug in contents.broken),
        broken_lists=frozenset({layout.name} if contents.incomplete else ()),
        diagnostics=contents.diagnostics,
    )
    yield from (_item(item, layout, reader) for item in contents.items)
    yield from (_attachment(file, reader.memo) for file in contents.attachments)


def _plain_text(entry: FolderEntry, reader: _Reader) -> _Part:
    path = f"{CONTENT}/{entry.name}"
    if entry.kind != "file":
        return _Part(diagnostics=(special(path),))
    parsed = reader.read(SourceFile(path, entry.file, "", entry.status), None)
    return _file_part(path, parsed)


def _file_part(path: str, parsed: ParsedFile) -> _Part:
    sources = {path: parsed.source} if parsed.source else {}
    return _Part(parsed.documents, sources=sources, files=1, diagnostics=parsed.diagnostics)


def _item(item: SourceFile, layout: Layout, reader: _Reader) -> _Part:
    parsed = reader.read(item, layout)
    part = _file_part(item.path, parsed)
    if not parsed.broken:
        return part
    if layout.storage is Storage.LIST:
        return replace(part, broken_lists=frozenset({layout.name}))
    return replace(part, broken=frozenset({(layout.name, item.slug)}))


def _attachment(file: SourceFile, memo: Memo) -> _Part:
    path = PurePosixPath(file.path)
    checked = check_attachment(file.file, file.path, path.suffix.lower(), file.status.st_size, memo)
    proper = str(path.with_name(proper_name(path.name, path.suffix)))
    return _Part(
        attachments={file.path: Path(file.file)},
        sizes={file.path: checked.size} if checked.size else {},
        misnamed={proper: file.path} if file.problem else {},
        diagnostics=tuple(problem for problem in (file.problem, checked.problem) if problem),
    )
