"""What `check` passes, `build` writes: for any accepted content the first being good means that the second is."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.main import main
from binnenstad_site.pipeline import Session
from tests.conftest import BASIS
from tests.hostile import ATTEMPTS, FIELDS, Files, hostile_files, lay_out_hostile, value

DAY = ("--date", "2026-11-24")
PARTS = (
    "a",
    "b",
    "index",
    "index.html",
    "over",
    "praktijken",
    "feed.xml",
    "_x",
    ".x",
    "-",
    "con",
    "admin",
    "404",
    "zoek",
    "api",
    "v1",
)
ENDS = ("/", "/", "/", "", ".html", "//", "/index.html", "?x=1", "#x")
"""How a former address can end."""


def _address(chance: random.Random) -> str:
    parts = [chance.choice((*PARTS, "x" * chance.choice((79, 80, 81)))) for _ in range(chance.randint(1, 4))]
    return "/" + "/".join(parts) + chance.choice(ENDS)


def content_of(seed: int) -> Files:
    """Files of somebody who tries the edges: names, addresses that clash, and a few attempts to escape."""
    chance = random.Random(seed)
    files = dict(hostile_files(chance.sample(ATTEMPTS, 2)))
    addresses = [_address(chance) for _ in range(25)]
    files["content/omleidingen.yaml"] = "- {van: /oud/, naar: /over/}\n" + "".join(
        f"- {{van: {value(address)}, naar: {value(chance.choice((*addresses, '/over/', '/trends/')))}}}\n"
        for address in addresses
    )
    for number in range(6):
        names = [chance.choice((*PARTS, "y" * chance.choice((79, 80, 81)))) for _ in range(chance.randint(1, 4))]
        aliases = "".join(f"  - {value(_address(chance))}\n" for _ in range(3))
        files[f"content/paginas/{'/'.join(('poging', *names))}/poging-{number}.md"] = (
            f"---\ntitel: {value(f'Pagina {number} {chance.choice(ATTEMPTS)}')}\n{FIELDS}aliases:\n{aliases}---\n\nx.\n"
        )
    return files


def written_when_passed(project: Path, seeds: range) -> int:
    """How many contents were passed and written; every other outcome but a refusal is a failure."""
    session, refusals = Session(project), 0
    for seed in seeds:
        shutil.rmtree(project / "content")
        shutil.copytree(BASIS / "content", project / "content")
        _, refused = lay_out_hostile(project, content_of(seed), session)
        refusals += len(refused)
        assert main(["check", *DAY]) == ExitStatus.GOOD, seed
        assert main(["--no-share-images", *DAY]) == ExitStatus.GOOD, seed
        assert (project / "_site/manifest.json").is_file()
    return refusals


def test_eight_contents(here: Path) -> None:
    assert written_when_passed(here, range(8)) > 40


@pytest.mark.nacht
def test_five_hundred_contents(here: Path) -> None:
    assert written_when_passed(here, range(8, 508)) > 2_000
