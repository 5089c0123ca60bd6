"""Which pages a quick look opens: taken from the site itself, so that content may change as it likes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

STANDING = ("/", "/trends/", "/kansen/", "/praktijken/", "/scenarios/", "/gemeenten/", "/begrippen/", "/zoeken/")
KINDS = ("trends", "praktijken", "scenarios", "verslagen")
"""Folders of which the first page is opened too."""


def addresses(site: Path, more: Sequence[str] = ()) -> Iterator[str]:
    """What is opened: the standing pages that there are, the first item of each kind, and what was asked for."""
    yield from (address for address in STANDING if (site / address.strip("/") / "index.html").is_file())
    for kind in KINDS:
        first = next(iter(sorted((site / kind).glob("*/index.html"))), None)
        if first is not None:
            yield f"/{first.parent.relative_to(site).as_posix()}/"
    yield from more
