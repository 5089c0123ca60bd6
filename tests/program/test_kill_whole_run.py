"""The whole program killed at any moment, also while pictures and the search are made and while it serves.

Where `test_kill` kills a builder that only writes, here all of a run counts: reading, other processes that help, the
memo, what is kept in `.bouw/`, and the server. Afterwards the site is whole, nobody is left, and the next run is good.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from binnenstad_site.write.artifacts import CACHE_FOLDER
from tests.processes import nobody_left
from tests.program.test_kill import complaints
from tests.tree import DAY, HANG, LATER, calm, environment, run, site_of, tree_with_site

PICTURES = 5
"""How many pictures are kept of a run that makes them, so that the next makes the rest."""
PATIENCE = 5
"""Seconds in which who helps a killed run must be gone; it takes some milliseconds where nobody else works."""
WAYS = ("build", "pictures", "clean", "check", "serve")


def start(tree: Path, how: str, day: tuple[str, str], chance: random.Random) -> subprocess.Popen[bytes]:
    """A run in a group of its own with those that help it."""
    kept = tree / ".bouw" / CACHE_FOLDER
    if how == "pictures":
        for file in sorted(kept.iterdir())[PICTURES:] if kept.is_dir() else ():
            if file.is_file() and chance.random() < 0.5:
                file.unlink()
    words = {
        "build": ["--no-share-images", *day],
        "pictures": [*day],
        "clean": ["--schoon", "--no-share-images", *day],
        "check": ["check", *day],
        "serve": ["serve", "--port", "0", *day],
    }[how]
    return subprocess.Popen(
        [sys.executable, "build.py", *words],
        cwd=tree,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def lengths(tree: Path) -> dict[str, float]:
    """Seconds that a run of each kind takes here and now; a server is taken to be up after as long as a build."""
    took = {}
    for how in WAYS[:-1]:
        begun = time.monotonic()
        with start(tree, how, DAY, random.Random(0)) as process:
            assert process.wait(HANG) == 0, how
        took[how] = time.monotonic() - begun
    return {**took, "serve": 1.5 * took["build"]}


def kill_whole_runs(tree: Path, kills: int, seed: int = 1) -> list[tuple[str, float]]:
    """Kill so many runs; gives the kind of each that was killed at work, and at which part of its length."""
    chance = random.Random(seed)
    page = tree / "content/paginas/meedoen.md"
    text = page.read_text(encoding="utf-8")
    seconds = lengths(tree)
    hit = []
    for number in range(kills):
        how, moment = WAYS[number % len(WAYS)], chance.random()
        page.write_text(f"{text}\nKeer {'een' * (number % 3 + 1)}.\n", encoding="utf-8")
        with start(tree, how, (DAY, LATER)[number // len(WAYS) % 2], chance) as process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(moment * seconds[how])
            hit += [(how, moment)] if process.poll() is None else []
            process.kill()
        assert nobody_left(process.pid, PATIENCE), (number, how, moment)
        assert complaints(tree / "_site") == [], (number, how, moment)
    page.write_text(text, encoding="utf-8")
    done = run(tree, *DAY)
    assert done.returncode == 0, calm(done)
    left = {path.name for path in (tree / ".bouw").iterdir()}
    assert not [name for name in left if name.startswith(("nieuw-", "oud-"))]
    return hit


def same_as_a_cold_build(tree: Path) -> None:
    """What the killed ones left behind in memo and folders changes no byte."""
    warm = site_of(tree)
    shutil.rmtree(tree / ".bouw")
    shutil.rmtree(tree / "_site")
    assert run(tree, *DAY).returncode == 0
    assert site_of(tree) == warm


@pytest.fixture
def own_tree(tmp_path: Path) -> Path:
    return tree_with_site(tmp_path, *DAY)


@pytest.mark.nacht
def test_a_run_of_each_kind(own_tree: Path) -> None:
    kill_whole_runs(own_tree, len(WAYS))
    same_as_a_cold_build(own_tree)


@pytest.mark.nacht
def test_five_hundred_whole_runs(own_tree: Path) -> None:
    hit = kill_whole_runs(own_tree, 500)
    each = Counter((how, int(4 * moment)) for how, moment in hit)
    assert min(each[how, quarter] for how in WAYS for quarter in range(4)) > 3, each
    same_as_a_cold_build(own_tree)
