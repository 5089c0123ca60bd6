"""Content that was put in the main folder of the project, where nothing is read.

In: the folder of the project. Out: diagnostics. Nothing is opened: names tell enough, for the texts of the project
itself have names in capitals.
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
        stem, extension = os.path.splitext(entry.name)  # noqa: PTH122 - a name, not a path
        kind = extension.lower()
        message = f'"{entry.name}" staat in de hoofdmap, en daar leest de site niets'
        if entry.kind == "folder" and entry.name in folders:
            hint = f"Verplaats de map naar {CONTENT}/{entry.name}/."
            yield Diagnostic(Code.ONBEKENDE_MAP, Location(entry.name), message, hint)
        elif entry.kind == "file" and kind in ITEMS and stem != stem.upper():
            extension = ".yaml" if kind == ".yaml" else ".md"
            hint = f"Zet het in de map van zijn soort, zoals {EXAMPLE}/{slugify(stem)}{extension}."
            yield Diagnostic(Code.ONBEKEND_BESTAND, Location(entry.name), message, hint)
        elif entry.kind == "file" and kind in ATTACHMENTS:
            hint = (
                f"Zet het in de map van het item waar het bij hoort, zoals {EXAMPLE}/delft-markt/{slugify(stem)}{kind}."
            )
            yield Diagnostic(Code.ONBEKEND_BESTAND, Location(entry.name), message, hint)
