"""Which pages a quick look opens: taken from the site itself, so that content may change as it likes."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from binnenstad_site.core.urls import page_path
from binnenstad_site.exports.host_rules import REDIRECTS
from binnenstad_site.load.documents import CONTENT
from binnenstad_site.serve.preview import address_of_file

STANDING = (
    "/",
    "/trends/",
    "/kansen/",
    "/aanpakken/",
    "/praktijken/",
    "/scenarios/",
    "/gemeenten/",
    "/begrippen/",
    "/zoeken/",
)
KINDS = ("trends", "aanpakken", "praktijken", "scenarios", "verslagen")
"""Folders of which the first page is opened too."""
MOST_CHANGED = 20
"""Pages that are opened because their file changed: enough for a proposal, and still a quick look."""


def addresses(site: Path, more: Sequence[str] = ()) -> Iterator[str]:
    """What is opened: the standing pages that there are, the first item of each kind, and what was asked for."""
    yield from (address for address in STANDING if (site / page_path(address)).is_file())
    former = _former(site)
    for kind in KINDS:
        pages = sorted(f"/{file.parent.relative_to(site).as_posix()}/" for file in (site / kind).glob("*/index.html"))
        yield from islice((page for page in pages if not any(source.endswith(page) for source in former)), 1)
    yield from more


def _former(site: Path) -> tuple[str, ...]:
    """Former addresses, with the base path: a small page stands there for hosts that read no rules."""
    file = site / REDIRECTS
    lines = file.read_text("utf-8").splitlines() if file.is_file() else ()
    return tuple(line.split()[0] for line in lines if line.startswith("/"))


def changed_since(commit: str, project: Path, site: Path) -> tuple[str, ...]:
    """The pages of the site whose file in `content/` is new or different since a commit; none when git cannot tell."""
    command = ["git", "diff", "-z", "--name-only", "--diff-filter=d", "--end-of-options", commit, "--", f"{CONTENT}/"]
    process = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True, encoding="utf-8")
    every = dict.fromkeys(address_of_file(path) for path in process.stdout.split("\0") if path)
    return tuple(islice((address for address in every if (site / page_path(address)).is_file()), MOST_CHANGED))
