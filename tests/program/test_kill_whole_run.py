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
from pathlib import Path

import pytest

from binnenstad_site.write.artifacts import CACHE_FOLDER
from tests.processes import nobody_left
from tests.program.test_kill import complaints
from tests.tree import DAY, LATER, calm, environment, run, site_of, tree_with_site

PICTURES = 5
"""How many pictures are kept of a run that makes them, so that the next makes the rest."""
PATIENCE = 20
"""Seconds in which who helps a killed run must notice and stop."""
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


def kill_whole_runs(tree: Path, kills: int) -> dict[str, int]:
    """Kill so many runs; gives how many of each kind were killed at work."""
    chance = random.Random(kills)
    page = tree / "content/paginas/meedoen.md"
    text = page.read_text(encoding="utf-8")
    hit = dict.fromkeys(WAYS, 0)
    for number in range(kills):
        how = WAYS[number % len(WAYS)]
        page.write_text(f"{text}\nKeer {'een' * (number % 3 + 1)}.\n", encoding="utf-8")
        with start(tree, how, (DAY, LATER)[number // len(WAYS) % 2], chance) as process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0, 3))  # the moment of the kill
            hit[how] += process.poll() is None
            process.kill()
        assert nobody_left(process.pid, PATIENCE), (number, how)
        assert complaints(tree / "_site") == [], (number, how)
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
    assert min(hit.values()) > 10, hit
    same_as_a_cold_build(own_tree)
