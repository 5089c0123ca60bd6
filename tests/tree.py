"""A copy of the whole project with the small content, and the real program run in it as from a keyboard."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from binnenstad_site.cli.last_build import RECORD_FILE
from binnenstad_site.cli.memo_file import MEMO_FILE
from binnenstad_site.cli.secret import read_secret
from binnenstad_site.render import fonts
from binnenstad_site.write.artifacts import CACHE_FOLDER, produce, save_cached
from tests.conftest import BASIS, ROOT

DAY = ("--date", "2026-11-24")
LATER = ("--date", "2027-06-01")
"""A day on which some pages of the small project read differently, so that there is something to write."""
HANG = 120
"""Seconds after which a program that takes less than two is taken to hang."""


def copy_tree(folder: Path, content: Path = BASIS / "content", *, seed: int = 0) -> Path:
    """Program, templates and content in a folder that exists; `seed` decides in which order the files are made."""
    shutil.copyfile(ROOT / "build.py", folder / "build.py")
    shutil.copytree(ROOT / "binnenstad_site", folder / "binnenstad_site")
    for source, target in ((ROOT / "templates", folder / "templates"), (content, folder / "content")):
        files = sorted(path for path in source.rglob("*") if path.is_file())
        random.Random(seed).shuffle(files)
        for file in files:
            (target / file.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / file.relative_to(source))
    recipes = tuple(fonts.font_artifacts())
    made = produce(recipes, ROOT / ".bouw" / CACHE_FOLDER)  # once: it takes longer than building this content
    for font, output in zip(recipes, made, strict=True):
        save_cached(folder / ".bouw" / CACHE_FOLDER / font.key, font.key, output.read(), read_secret() or b"")
    return folder


def environment(**more: str) -> dict[str, str]:
    """The variables of this machine without those that decide how a build comes out, and some more."""
    dropped = ("SOURCE_DATE_EPOCH", "GITHUB_STEP_SUMMARY", "PYTHONPATH", "COVERAGE_PROCESS_START")
    return {**{name: value for name, value in os.environ.items() if name not in dropped}, **more}


def run(tree: Path, *arguments: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """`python build.py …` in a tree; what it prints is UTF-8 wherever it runs. A site comes without share pictures."""
    if not arguments or arguments[0].startswith("--"):
        arguments = ("--no-share-images", *arguments)
    return subprocess.run(
        [sys.executable, str(tree / "build.py"), *arguments],
        cwd=cwd or tree,
        env=environment(**variables),
        capture_output=True,
        encoding="utf-8",
        timeout=HANG,
        check=False,
    )


def site_of(tree: Path) -> dict[str, str]:
    """Path -> hash of every file of the site; its manifest must tell the same."""
    site = tree / "_site"
    files = [file for file in site.rglob("*") if file.is_file()]
    digests = {str(file.relative_to(site)): sha256(file.read_bytes()).hexdigest() for file in files}
    listed = {entry["path"]: entry["sha256"] for entry in json.loads((site / "manifest.json").read_bytes())["files"]}
    assert {path: digest for path, digest in digests.items() if path != "manifest.json"} == listed
    return digests


def calm(done: subprocess.CompletedProcess[str]) -> str:
    """Everything that was printed, in which there is no traceback."""
    output = done.stdout + done.stderr
    assert "Traceback" not in output, output
    return output


def tree_with_site(folder: Path, *arguments: str) -> Path:
    """A tree in which a good site was built."""
    tree = copy_tree(folder)
    done = run(tree, *arguments)
    assert done.returncode == 0, calm(done)
    return tree


@contextmanager
def unharmed(tree: Path) -> Iterator[Path]:
    """The content of a tree, to harm; it is put back, and the site must then be as it was with nothing beside it."""
    before = site_of(tree)
    try:
        yield tree / "content"
    finally:
        shutil.rmtree(tree / "content", ignore_errors=True)
        shutil.copytree(BASIS / "content", tree / "content")
    assert site_of(tree) == before
    kept = {"lock", "fout.txt", CACHE_FOLDER, MEMO_FILE, f"{MEMO_FILE}-journal", RECORD_FILE}
    assert {path.name for path in (tree / ".bouw").iterdir()} <= kept
