"""A builder that is killed at any moment leaves a whole site, old or new, and the next one cleans up after it."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from binnenstad_site.core.outputs import Output
from binnenstad_site.write.atomic import JOURNAL, LEFTOVER
from binnenstad_site.write.locking import locked
from binnenstad_site.write.publish import publish, recover, scratch_folder

ROOT = Path(__file__).parents[2]
PROGRAM = """
import itertools, sys
from pathlib import Path
from binnenstad_site.write.locking import locked
from binnenstad_site.core.outputs import Output
from binnenstad_site.write.publish import publish, scratch_folder
target, first, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
if how == "renames":
    sys.platform = "plan9"  # a system that cannot exchange two folders in one step
with locked(scratch_folder(target)):
    for turn in itertools.count(first):
        # Half of the files are new each time, and their number changes.
        outputs = [Output(f"{n % 20}/{n}.html", b"%d " % (turn * (n % 2)) * 300) for n in range(300 + turn % 5)]
        publish(outputs, target)
        print(turn, flush=True)
"""


def complaints(site: Path) -> list[str]:
    """How the folder differs from its own manifest."""
    listed = {entry["path"]: entry["sha256"] for entry in json.loads((site / "manifest.json").read_bytes())["files"]}
    on_disk = {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file() and file.name != "manifest.json"
    }
    return sorted(path for path in listed.keys() | on_disk.keys() if listed.get(path) != on_disk.get(path))


def kill_at_random_moments(target: Path, kills: int, how: str) -> None:
    chance = random.Random(kills)
    scratch = scratch_folder(target)
    left_behind = half_way = 0
    for number in range(kills):
        command = [sys.executable, "-c", PROGRAM, str(target), str(1 + number * 1000), how]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as builder:
            assert builder.stdout is not None
            assert builder.stdout.readline() == b"%d\n" % (1 + number * 1000)  # cleaned up, and published
            time.sleep(chance.uniform(0, 0.15))  # not to wait for something: the moment of the kill
            builder.kill()
        left_behind += any(LEFTOVER.fullmatch(folder.name) for folder in scratch.iterdir())
        if (scratch / JOURNAL).exists():
            half_way += 1
            with locked(scratch):
                recover(target)
        assert complaints(target) == []
    assert left_behind, "no kill hit a builder at work"
    assert not half_way or how == "renames"
    with locked(scratch):
        publish([Output("index.html", b"<h1>Klaar</h1>")], target)
    assert complaints(target) == []
    assert [file.name for file in scratch.iterdir()] == ["lock"]


@pytest.mark.parametrize("how", ["one step", "renames"])
def test_twenty_kills(tmp_path: Path, how: str) -> None:
    kill_at_random_moments(tmp_path / "_site", 20, how)


@pytest.mark.nacht
@pytest.mark.parametrize("how", ["one step", "renames"])
def test_five_hundred_kills(tmp_path: Path, how: str) -> None:
    kill_at_random_moments(tmp_path / "_site", 500, how)


def test_the_check_sees_a_mixed_site(tmp_path: Path) -> None:
    """The test above can fail."""
    target = tmp_path / "_site"
    publish([Output("a", b"1"), Output("b", b"1"), Output("c", b"1")], target)
    (target / "a").write_bytes(b"2")
    (target / "b").unlink()
    (target / "d").write_bytes(b"1")
    assert complaints(target) == ["a", "b", "d"]
