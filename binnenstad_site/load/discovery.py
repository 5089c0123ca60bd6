"""Finds the files of a collection, and reports names that are not allowed and files that do not belong there.

In: a folder under `content/` and its layout. Out: `FolderContents`, with the files to read in sorted order and the
diagnostics. Nothing is opened.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.suggestions import nearest
from binnenstad_site.core.urls import DEVICES, LONGEST_SLUG, is_slug, slugify
from binnenstad_site.load.attachments import EXTENSIONS as ATTACHMENTS
from binnenstad_site.load.documents import Layout, Storage, slug_of
from binnenstad_site.load.textfiles import special, unreadable

LONGEST_PATH = 200
"""Relative to the project, in characters; Windows cannot check out much longer ones."""
_TEMPORARY = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:sw[a-z]|tmp|part|bak|pyc)|.*___jb_(?:tmp|old)___|"
    r"4913|__pycache__|Thumbs\.db|desktop\.ini",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = (("hoofdletters", re.compile(r"[A-Z]")), ("spaties", re.compile(r"\s")))
"""What most bad names have."""
_SIMILAR_EXTENSIONS = {".md": {".markdown", ".mdown", ".mkd"}, ".yaml": {".yml"}}
"""Other endings for the same kind of file."""
_PICTURE = "Bewaar de afbeelding als .jpg of .png, in de map van het item."
_PAPER = (
    "Is dit een item, zet de tekst dan in een bestand met de uitgang .md. Is dit een bijlage, bewaar het dan als .pdf "
    "in de map van het item."
)
_SAVED_AS = {
    **dict.fromkeys((".bmp", ".gif", ".heic", ".heif", ".svg", ".tif", ".tiff"), _PICTURE),
    **dict.fromkeys((".doc", ".docx", ".odt", ".pages", ".ppt", ".pptx", ".rtf", ".xls", ".xlsx"), _PAPER),
}
"""What cameras and offices make that cannot stand beside an item, and what to do."""
_OTHER_ITEMS = {
    ".md": "een praktijk, zet het dan in content/praktijken",
    ".yaml": "een kans, zet het dan in content/kansen",
}
"""What a file of the ending that its collection does not have probably is."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that is, or should be, an item (or a list of them)."""

    path: str
    """Posix, relative to the project, printable."""
    file: str
    """What the system calls it."""
    slug: str
    status: os.stat_result
    problem: Diagnostic | None = None
    """What is wrong with its name."""


@dataclass(frozen=True, slots=True)
class FolderContents:
    """What lies in the folder of a collection, or in a part of it."""

    items: tuple[SourceFile, ...] = ()
    attachments: tuple[SourceFile, ...] = ()
    broken: frozenset[str] = frozenset()
    """Slugs of items that are there but cannot be read."""
    incomplete: bool = False
    """Whether a folder could not be read, so that there may be more."""
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One name in a folder."""

    name: str
    """As messages show it."""
    file: str
    status: os.stat_result
    kind: str
    """`file`, `folder` or `special`."""


def is_temporary(name: str) -> bool:
    """Whether editors, file managers or Python leave a file or folder of this name behind; it is not content."""
    return _TEMPORARY.fullmatch(name) is not None


def printable(name: str) -> str:
    """A file name as it can be shown: bytes that are no UTF-8 and invisible characters replaced."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return text if text.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in text)


def list_folder(folder: str, path: str) -> tuple[list[FolderEntry], list[Diagnostic]]:
    """The names in a folder, sorted, without what editors leave behind; `path` is how messages call the folder."""
    entries: list[FolderEntry] = []
    diagnostics: list[Diagnostic] = []
    try:
        with os.scandir(folder) as names:
            for name in names:
                if is_temporary(name.name):
                    continue
                text = printable(name.name)
                try:
                    status = name.stat(follow_symlinks=False)
                    is_file, is_folder = name.is_file(follow_symlinks=False), name.is_dir(follow_symlinks=False)
                except OSError as error:
                    diagnostics.append(unreadable(f"{path}/{text}", error))
                    continue
                kind = "file" if is_file else "folder" if is_folder else "special"
                entries.append(FolderEntry(text, name.path, status, kind))
    except OSError as error:
        diagnostics.append(unreadable(path, error))
    return sorted(entries, key=lambda entry: entry.name), diagnostics


def proper_name(name: str, extension: str) -> str:
    """The name for an address that a file (with its `extension`) or folder should have."""
    suggestion = slugify(name[: len(name) - len(extension)])
    return f"{suggestion}{'' if is_slug(suggestion) else '-1'}{extension.lower()}"


def name_problem(name: str, path: str, extension: str) -> Diagnostic | None:
    """Why a name cannot be the name of a file (with its `extension`) or folder in an address, or nothing."""
    stem = name[: len(name) - len(extension)] if extension else name
    if is_slug(stem) and extension == extension.lower() and len(path) <= LONGEST_PATH:
        return None
    if len(stem) > LONGEST_SLUG:
        why = f"hij is langer dan {LONGEST_SLUG} tekens"
    elif stem.lower() in DEVICES:
        why = "Windows houdt die naam voor zichzelf"
    elif len(path) > LONGEST_PATH:
        why = f"het hele pad is langer dan {LONGEST_PATH} tekens"
    elif not stem.isascii():
        why = "er staan letters met accenten of andere bijzondere tekens in"
    elif signs := [sign for sign, found in _SIGNS if found.search(name)]:
        why = f"er staan {' en '.join(signs)} in"
    else:
        why = "alleen kleine letters, cijfers en losse koppeltekens mogen"
    kind = "het bestand" if extension else "de map"
    message = f'De naam "{name}" kan niet in een adres staan: {why}'
    hint = f"Noem {kind}: {proper_name(name, extension)}"
    return Diagnostic(Code.ONGELDIGE_BESTANDSNAAM, Location(path), message, hint)


def find(folder: str, layout: Layout) -> FolderContents:
    """Everything in the folder of a collection; of two files for the same item only the first is among the items."""
    return _without_doubles(_folder_contents(folder, layout.path, layout, ""))


def _joined(parts: Sequence[FolderContents]) -> FolderContents:
    return FolderContents(
        items=tuple(chain.from_iterable(part.items for part in parts)),
        attachments=tuple(chain.from_iterable(part.attachments for part in parts)),
        broken=frozenset().union(*(part.broken for part in parts)),
        incomplete=any(part.incomplete for part in parts),
        diagnostics=tuple(chain.from_iterable(part.diagnostics for part in parts)),
    )


def _problem(code: Code, path: str, message: str, hint: str, broken: Iterable[str] = ()) -> FolderContents:
    return FolderContents(broken=frozenset(broken), diagnostics=(Diagnostic(code, Location(path), message, hint),))


def _folder_contents(folder: str, path: str, layout: Layout, inside: str) -> FolderContents:
    """The folder of a collection, of an item or of pages; `inside` is its path below the collection."""
    entries, problems = list_folder(folder, path)
    unread = FolderContents(incomplete=bool(problems), diagnostics=tuple(problems))
    names = frozenset(entry.name for entry in entries if entry.kind == "file")
    parts = [_entry_contents(entry, f"{path}/{entry.name}", layout, inside, names) for entry in entries]
    return _joined([unread, *parts])


def _entry_contents(
    entry: FolderEntry, path: str, layout: Layout, inside: str, names: frozenset[str]
) -> FolderContents:
    """One of the entries of a folder; `names` are those of the files in it."""
    if entry.kind == "special":
        return FolderContents(broken=frozenset({slug_of(path, layout)}), diagnostics=(special(path),))
    if entry.kind == "file":
        return _file(entry, path, layout, inside)
    contents = _subfolder(entry, path, layout, f"{inside}/{entry.name}" if inside else entry.name)
    if layout.storage is Storage.MARKDOWN and not inside and f"{entry.name}.md" not in names:
        items = [name.removesuffix(".md") for name in names if name.endswith(".md")]
        return _with_item(contents, path, layout, nearest(entry.name, items))
    return contents


def _with_item(contents: FolderContents, path: str, layout: Layout, meant: str) -> FolderContents:
    """A folder with no item of its name beside it: it holds one, or is nothing but empty; `meant` may be its item."""
    if contents.items or not (contents.attachments or contents.diagnostics):
        return contents
    broken = frozenset({slug_of(f"{path}/index.md", layout)})
    if contents.diagnostics:
        return _joined([contents, FolderContents(broken=broken)])
    item = f"{path}.md"
    hint = f"Zet de velden en de tekst in {item}, of gooi de map weg."
    hint = f"Hoort zij bij {meant}.md, noem de map dan {meant}." if meant else hint
    message = f"Bij deze map hoort geen item: {item} is er niet"
    return _joined([contents, _problem(Code.ONBEKENDE_MAP, path, message, hint, broken)])


def _subfolder(entry: FolderEntry, path: str, layout: Layout, inside: str) -> FolderContents:
    nested = "/" in inside
    if layout.storage is Storage.YAML or (layout.storage is Storage.MARKDOWN and nested):
        hint = "Zet de bestanden een map hoger." if nested else f"Zet de bestanden in {layout.path}/."
        return _problem(Code.ONBEKENDE_MAP, path, "Hier hoort geen map", hint)
    problem = name_problem(entry.name, path, "")
    named = FolderContents(diagnostics=(problem,) if problem else ())
    return _joined([named, _folder_contents(entry.file, path, layout, inside)]) if len(path) <= LONGEST_PATH else named


def _file(entry: FolderEntry, path: str, layout: Layout, inside: str) -> FolderContents:
    stem, extension = os.path.splitext(entry.name)  # noqa: PTH122 - a name, not a path
    kind = extension.lower()
    file = SourceFile(path, entry.file, slug_of(path, layout), entry.status)
    in_item = bool(inside) and layout.storage is Storage.MARKDOWN
    if kind == layout.extension:
        if layout.is_markdown and stem == "index" and not inside:
            hint = f"De tekst boven de lijst staat in content/paginas/{layout.name}.md."
            return _problem(Code.ONGELDIGE_BESTANDSNAAM, path, "index.md hoort in de map van een item", hint)
        if in_item and entry.name != "index.md":
            hint = f"Wordt het een eigen item, zet het dan in {layout.path}/. Anders: noem het index.md."
            message = "In de map van een item staat alleen index.md met zijn bijlagen"
            return _problem(Code.ONBEKEND_BESTAND, path, message, hint)
        return FolderContents(items=(replace(file, problem=name_problem(entry.name, path, extension)),))
    if kind in _SIMILAR_EXTENSIONS[layout.extension] and not in_item:
        message = f"Een item heeft hier de uitgang {layout.extension}, niet {extension}"
        hint = f"Noem het bestand: {file.slug.rpartition('/')[2]}{layout.extension}"
        problem = Diagnostic(Code.ONBEKEND_BESTAND, Location(path), message, hint)
        return FolderContents(items=(replace(file, problem=problem),))
    if kind in ATTACHMENTS and layout.is_markdown:
        return _attachment(entry, path, file, inside)
    message = "Dit bestand hoort hier niet"
    if extension:
        message = f"Een bestand met de uitgang {extension} kan hier niet staan"
    hint = f"Een item is hier een bestand met de uitgang {layout.extension}."
    if kind in _OTHER_ITEMS:
        hint += f" Is dit {_OTHER_ITEMS[kind]}/. Een voorbeeld staat in docs/voorbeelden/{layout.name}.md."
    elif layout.is_markdown:
        hint = _SAVED_AS.get(kind) or f"{hint} Bijlagen: {', '.join(sorted(ATTACHMENTS))}."
    return _problem(Code.ONBEKEND_BESTAND, path, message, hint, {file.slug})


def _attachment(entry: FolderEntry, path: str, file: SourceFile, inside: str) -> FolderContents:
    """A picture or PDF: in the folder of its item, or where no item can show it."""
    extension = os.path.splitext(entry.name)[1]  # noqa: PTH122 - a name, not a path
    problem = name_problem(entry.name, path, extension)
    if inside:
        if problem:  # who follows the advice changes two places
            problem = replace(problem, hint=f"{problem.hint}, ook in het veld of de tekst waar het genoemd wordt.")
        return FolderContents(attachments=(replace(file, problem=problem),))
    named = f" Noem het daar {proper_name(entry.name, extension)}." if problem else ""
    hint = f"Zet dit bestand in een map met de naam van het item, zoals {path.rpartition('/')[0]}/delft-markt/.{named}"
    contents = _problem(Code.ONBEKEND_BESTAND, path, "Een bijlage staat in de map van haar item", hint)
    return replace(contents, attachments=(file,))


def _without_doubles(contents: FolderContents) -> FolderContents:
    """The contents with each slug once, sorted by path; a well-named file goes before one with a bad name."""
    by_slug: dict[str, list[SourceFile]] = {}
    for item in contents.items:
        by_slug.setdefault(item.slug, []).append(item)
    items: list[SourceFile] = []
    diagnostics = list(contents.diagnostics)
    for same_slug in by_slug.values():
        first, *others = sorted(same_slug, key=lambda item: (item.problem is not None, item.path))
        if first.problem is not None:
            diagnostics.append(first.problem)
        diagnostics += [_double(first, other) for other in others]
        items.append(replace(first, problem=None))
    items.sort(key=lambda item: item.path)
    return replace(contents, items=tuple(items), diagnostics=tuple(diagnostics))


def _double(first: SourceFile, other: SourceFile) -> Diagnostic:
    if first.path.lower() == other.path.lower():
        message = f"{other.path} en {first.path} verschillen alleen in hoofdletters"
    else:
        message = f"Dit item is er twee keer: als {first.path} en als {other.path}"
    hint = "Voeg ze samen, of geef een van de twee een andere naam."
    return Diagnostic(Code.DUBBEL_ITEM, Location(other.path), message, hint)
