"""Writes what editors read about the model: `docs/velden.md` and the commented examples in `docs/voorbeelden/`.

Run as `python -m tools.velden` after a change in the models or in the skeletons; a test compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from binnenstad_site.cli.fieldguide import NEVER_ADDED, field_table
from binnenstad_site.cli.skeleton import example
from binnenstad_site.load.documents import Storage
from binnenstad_site.models import COLLECTIONS

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = "docs/voorbeelden"


def generated() -> Mapping[str, str]:
    """Path relative to the project -> text."""
    files = {"docs/velden.md": field_table()}
    for row in COLLECTIONS.values():
        if row.name not in NEVER_ADDED:
            ending = "md" if row.storage in (Storage.MARKDOWN, Storage.TREE) else "yaml"
            files[f"{EXAMPLES}/{row.name}.{ending}"] = example(row)
    return files


def main() -> None:
    """Write all files and name them."""
    (ROOT / EXAMPLES).mkdir(parents=True, exist_ok=True)
    for path, text in generated().items():
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
