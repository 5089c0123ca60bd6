"""Finding the files of a collection: what lies in its folder, which names will do, and what does not belong there.

In: a folder under `content/` and its layout. Out: `Found`, with the files to read in sorted order. Nothing is opened.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.urls import DEVICES, LONGEST_SLUG, is_slug, slugify
from binnenstad_site.load.attachments import EXTENSIONS as ATTACHMENTS
from binnenstad_site.load.documents import Layout, Shape, slug_of
from binnenstad_site.load.textfiles import special, unreadable

LONGEST_PATH = 200
"""Relative to the project, in characters; Windows cannot check out much longer ones."""
_TEMPORARY = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:sw[a-z]|tmp|part|bak|pyc)|.*___jb_(?:tmp|old)___|"
    r"4913|__pycache__|Thumbs\.db|desktop\.ini",
    re.IGNORECASE | re.DOTALL,
)
_NEARLY = {".md": {".markdown", ".mdown", ".mkd"}, ".yaml": {".yml"}}
"""Other endings for the same kind of file."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file that is, or should be, an item (or a list of them)."""

    path: str
    """Posix, relative to the project, printable."""
    file: str
    """What the system calls it."""
    slug: str
    status: os.stat_result
    problem: Diagnostic | None = None
    """What is wrong with its name."""


@dataclass(slots=True)
class Found:
    """What lies in the folder of a collection."""

    items: list[Item] = field(default_factory=list)
    attachments: list[Item] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Slugs of items that are there but cannot be read."""
    incomplete: bool = False
    """Whether a folder could not be looked into, so that there may be more."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def say(self, code: Code, path: str, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(code, Location(path), message, hint))


@dataclass(frozen=True, slots=True)
class Entry:
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
    shown = os.fsencode(name).decode("utf-8", "replace")
    return shown if shown.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in shown)


def look_into(folder: str, path: str) -> tuple[list[Entry], list[Diagnostic]]:
    """The names in a folder, sorted, without what editors leave behind; `path` is how messages call the folder."""
    entries: list[Entry] = []
    problems: list[Diagnostic] = []
    try:
        with os.scandir(folder) as names:
            for name in names:
                if is_temporary(name.name):
                    continue
                shown = printable(name.name)
                try:
                    status = name.stat(follow_symlinks=False)
                    is_file, is_folder = name.is_file(follow_symlinks=False), name.is_dir(follow_symlinks=False)
                except OSError as error:
                    problems.append(unreadable(f"{path}/{shown}", error))
                    continue
                kind = "file" if is_file else "folder" if is_folder else "special"
                entries.append(Entry(shown, name.path, status, kind))
    except OSError as error:
        problems.append(unreadable(path, error))
    return sorted(entries, key=lambda entry: entry.name), problems


def name_problem(name: str, path: str, extension: str) -> Diagnostic | None:
    """Why a name cannot be the name of a file (with its `extension`) or folder in an address, or nothing."""
    stem = name[: len(name) - len(extension)] if extension else name
    wanted = extension.lower()
    if is_slug(stem) and extension == wanted and len(path) <= LONGEST_PATH:
        return None
    suggestion = slugify(stem)
    if not is_slug(suggestion):
        suggestion += "-1"
    if len(stem) > LONGEST_SLUG:
        why = f"hij is langer dan {LONGEST_SLUG} tekens"
    elif stem.lower() in DEVICES:
        why = "Windows houdt die naam voor zichzelf"
    elif len(path) > LONGEST_PATH:
        why = f"het hele pad is langer dan {LONGEST_PATH} tekens"
    elif not stem.isascii():
        why = "er staan letters met accenten of andere bijzondere tekens in"
    elif stem != stem.lower() or extension != wanted:
        why = "er staan hoofdletters in"
    else:
        why = "alleen kleine letters, cijfers en losse koppeltekens mogen"
    kind = "het bestand" if extension else "de map"
    message = f'De naam "{name}" kan niet in een adres staan: {why}'
    return Diagnostic(Code.ONGELDIGE_BESTANDSNAAM, Location(path), message, f"Noem {kind}: {suggestion}{wanted}")


def find(folder: str, layout: Layout) -> Found:
    """Everything in the folder of a collection."""
    found = Found()
    _look(folder, layout.path, layout, found)
    found.items = sorted(_without_doubles(found), key=lambda item: item.path)
    return found


def _look(folder: str, path: str, layout: Layout, found: Found, inside: str = "") -> None:
    """Look into the folder of a collection, of an item or of pages; `inside` is its path below the collection."""
    entries, problems = look_into(folder, path)
    found.diagnostics += problems
    found.incomplete |= bool(problems)
    before = (len(found.items), len(found.diagnostics))
    for entry in entries:
        below = f"{path}/{entry.name}"
        if entry.kind == "special":
            found.diagnostics.append(special(below))
            found.broken.add(slug_of(below, layout))
        elif entry.kind == "folder":
            _folder(entry, below, layout, found, f"{inside}/{entry.name}" if inside else entry.name)
        else:
            _file(entry, below, layout, found, inside)
    if inside and entries and layout.shape is Shape.MARKDOWN and len(found.items) == before[0]:
        found.broken.add(slug_of(f"{path}/index.md", layout))
        if len(found.diagnostics) == before[1]:
            hint = "Zet er een bestand index.md in met de velden en de tekst, of gooi de map weg."
            found.say(Code.ONBEKENDE_MAP, path, "In deze map staat geen index.md, dus er is geen item", hint)


def _folder(entry: Entry, path: str, layout: Layout, found: Found, inside: str) -> None:
    nested = "/" in inside
    if layout.shape is Shape.YAML or (layout.shape is Shape.MARKDOWN and nested):
        hint = "Zet de bestanden een map hoger." if nested else f"Zet de bestanden in {layout.path}/."
        found.say(Code.ONBEKENDE_MAP, path, "Hier hoort geen map", hint)
        return
    problem = name_problem(entry.name, path, "")
    if problem is not None:
        found.diagnostics.append(problem)
    if len(path) <= LONGEST_PATH:
        _look(entry.file, path, layout, found, inside)


def _file(entry: Entry, path: str, layout: Layout, found: Found, inside: str) -> None:
    stem, extension = os.path.splitext(entry.name)  # noqa: PTH122 - a name, not a path
    kind = extension.lower()
    slug = slug_of(path, layout)
    wanted = layout.extension
    if kind == wanted:
        if layout.is_markdown and stem == "index" and not inside:
            hint = f"De tekst boven de lijst staat in content/paginas/{layout.name}.md."
            found.say(Code.ONGELDIGE_BESTANDSNAAM, path, "index.md hoort in de map van een item", hint)
        elif layout.shape is Shape.MARKDOWN and inside and entry.name != "index.md":
            hint = f"Wordt het een eigen item, zet het dan in {layout.path}/. Anders: noem het index.md."
            found.say(
                Code.ONBEKEND_BESTAND, path, "In de map van een item staat alleen index.md met zijn bijlagen", hint
            )
        else:
            found.items.append(Item(path, entry.file, slug, entry.status, name_problem(entry.name, path, extension)))
    elif kind in _NEARLY[wanted] and not (inside and layout.shape is Shape.MARKDOWN):
        message = f"Een item heeft hier de uitgang {wanted}, niet {extension}"
        hint = f"Noem het bestand: {slug.rpartition('/')[2]}{wanted}"
        problem = Diagnostic(Code.ONBEKEND_BESTAND, Location(path), message, hint)
        found.items.append(Item(path, entry.file, slug, entry.status, problem))
    elif kind in ATTACHMENTS and layout.is_markdown:
        if not inside:
            hint = "Maak een map met de naam van het item, met daarin index.md en dit bestand."
            found.say(Code.ONBEKEND_BESTAND, path, "Een bijlage staat in de map van haar item", hint)
        found.attachments.append(Item(path, entry.file, slug, entry.status, name_problem(entry.name, path, extension)))
    else:
        _unknown(path, extension, layout, found)
        found.broken.add(slug)


def _unknown(path: str, extension: str, layout: Layout, found: Found) -> None:
    message = (
        f"Een bestand met de uitgang {extension} kan hier niet staan" if extension else "Dit bestand hoort hier niet"
    )
    hint = f"Een item is een bestand met de uitgang {layout.extension}."
    if layout.is_markdown:
        hint += f" Bijlagen: {', '.join(sorted(ATTACHMENTS))}."
    found.say(Code.ONBEKEND_BESTAND, path, message, hint)


def _without_doubles(found: Found) -> Iterator[Item]:
    """The items, of which each slug occurs once; a well-named file goes before one with a bad name."""
    by_slug: dict[str, list[Item]] = {}
    for item in found.items:
        by_slug.setdefault(item.slug, []).append(item)
    for items in by_slug.values():
        first, *others = sorted(items, key=lambda item: (item.problem is not None, item.path))
        if first.problem is not None:
            found.diagnostics.append(first.problem)
        found.diagnostics += [_double(first, other) for other in others]
        yield replace(first, problem=None)


def _double(first: Item, other: Item) -> Diagnostic:
    if first.path.lower() == other.path.lower():
        message = f"{other.path} en {first.path} verschillen alleen in hoofdletters"
    else:
        message = f"Dit item is er twee keer: als {first.path} en als {other.path}"
    return Diagnostic(
        Code.DUBBEL_ITEM, Location(other.path), message, "Voeg ze samen, of geef een van de twee een andere naam."
    )
