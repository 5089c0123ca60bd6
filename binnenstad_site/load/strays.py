"""Content that was put where nothing is read: the main folder of the project, and `content/` itself.

In: the folder of the project, or a name. Out: diagnostics, or advice. Nothing is opened: names tell enough, for the
texts of the project itself have names in capitals.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.urls import slugify
from binnenstad_site.load.attachments import EXTENSIONS as ATTACHMENTS
from binnenstad_site.load.discovery import list_folder
from binnenstad_site.load.documents import CONTENT

ITEMS = frozenset({".md", ".markdown", ".yaml"})
EXAMPLE = f"{CONTENT}/praktijken"


def content_in_root(root: Path, folders: Collection[str]) -> Iterator[Diagnostic]:
    """The files in the main folder that look like an item or a picture, and folders named as a collection."""
    entries, _ = list_folder(str(root), "")
    for entry in entries:
        message = f'"{entry.name}" staat in de hoofdmap, en daar leest de site niets'
        if entry.kind == "folder" and entry.name in folders:
            hint = f"Verplaats de map naar {CONTENT}/{entry.name}/."
            yield Diagnostic(Code.ONBEKENDE_MAP, Location(entry.name), message, hint)
        elif entry.kind == "file" and (hint := proper_place(entry.name)):
            yield Diagnostic(Code.ONBEKEND_BESTAND, Location(entry.name), message, hint)


def proper_place(name: str) -> str:
    """Where a file with this name belongs, as advice; empty when the name is not one of content."""
    stem, extension = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
    kind = extension.lower()
    if kind in ITEMS and stem != stem.upper():
        example = f"{CONTENT}/kansen/{slugify(stem)}.yaml" if kind == ".yaml" else f"{EXAMPLE}/{slugify(stem)}.md"
        return f"Zet het in de map van zijn soort, zoals {example}."
    if kind in ATTACHMENTS:
        return f"Zet het in de map van het item waar het bij hoort, zoals {EXAMPLE}/delft-markt/{slugify(stem)}{kind}."
    return ""
