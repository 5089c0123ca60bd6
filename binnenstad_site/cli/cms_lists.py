"""What a form would lose of a file that is one list: its comments, and quotes that YAML can do without.

In: the text of the file. Out: one JSON value, with which `templates/admin/begin.js` writes them back, so that a
proposal changes no other lines than somebody changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.rows import LAYOUTS
from binnenstad_site.models.searchwords import ZOEKWOORDEN

WITH_FORMS = (*COLLECTIONS.values(), ZOEKWOORDEN)
"""What the forms know. Not the redirects and the settings: comments there hold fields that somebody may still begin."""


def kept_of_lists(project: Path) -> dict[str, Any]:
    """Name of a list that has a form -> what its file holds besides values."""
    names = {row.name for row in WITH_FORMS if not row.zonder_formulier}
    whole = (layout for layout in LAYOUTS if layout.name in names and not layout.is_folder)
    files = ((layout.name, project / layout.path) for layout in whole)
    return {name: kept_of(file.read_text("utf-8")) for name, file in files if file.is_file()}


def kept_of(text: str) -> dict[str, Any]:
    """Two things of a file.

    `remarks`: comments at the margin, with blank lines around them, each with the line that it stands before (none at
    the end) and the number of entries above it. `quoted`: texts, with how they are written between quotes.
    """
    return {"remarks": list(_remarks(text.splitlines())), "quoted": dict(_quoted(text))}


def _remarks(lines: Sequence[str]) -> Iterator[dict[str, Any]]:
    apart: list[str] = []
    entries = 0
    for line in (*lines, None):
        if line is not None and (not line.strip() or line.startswith("#")):
            apart.append(line)
            continue
        if any(part.startswith("#") for part in apart):
            yield {"before": line or "", "entries": entries, "lines": apart}
        apart = []
        entries += bool(line and line.startswith("- "))


def _quoted(text: str) -> Iterator[tuple[str, str]]:
    """Those on one line; the forms write any other on one line as well."""
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.ScalarEvent) and event.style in {"'", '"'}:
            assert event.start_mark is not None
            assert event.end_mark is not None
            written = text[event.start_mark.index : event.end_mark.index]
            if "\n" not in written:
                yield event.value, written
