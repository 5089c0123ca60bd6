"""What the bench measured before: the last result, and all of them.

Only results of one machine compare, and only as a number of loops of Python that were timed beside them: a machine that
is slow today is slow at those too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LAST, ALL = "resultaat.json", "geschiedenis.jsonl"
"""The last result, and one a line."""
WORSE = 1.1
"""So much more than the last time is pointed out."""


def changes(result: Mapping[str, Any], folder: Path) -> dict[str, float]:
    """How many times as long each figure took as in the last result of this machine; nothing when there is none."""
    try:
        last = json.loads((folder / LAST).read_bytes())
    except (OSError, ValueError):
        return {}
    if last.get("machine") != result["machine"]:
        return {}
    return {name: now / last["loops"][name] for name, now in result["loops"].items() if last["loops"].get(name)}


def told(ratios: Mapping[str, float]) -> Iterator[str]:
    """A line for each, with what became of it."""
    for name, ratio in ratios.items():
        mark = "  slower" if ratio > WORSE else "  faster" if ratio * WORSE < 1 else ""
        yield f"{name:32}{ratio:8.2f}{mark}"


def warnings(ratios: Mapping[str, float]) -> Iterator[str]:
    """What became slower, as GitHub shows it at a run."""
    for name, ratio in ratios.items():
        if ratio > WORSE:
            yield f"::warning title=Trager::{name} kost {ratio:.2f} keer zo veel als de vorige keer."


def store(result: Mapping[str, Any], folder: Path) -> None:
    """Make it the last result, and add it to all."""
    (folder / LAST).write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    with (folder / ALL).open("a", encoding="utf-8") as file:
        file.write(json.dumps(result) + "\n")
