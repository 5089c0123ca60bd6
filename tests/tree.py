"""A copy of the whole project with the small content, and the real program run in it as from a keyboard."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import BASIS, ROOT

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
    return folder


def environment(**more: str) -> dict[str, str]:
    """The variables of this machine without those that decide how a build comes out, and some more."""
    dropped = ("SOURCE_DATE_EPOCH", "GITHUB_STEP_SUMMARY", "PYTHONPATH", "COVERAGE_PROCESS_START")
    return {**{name: value for name, value in os.environ.items() if name not in dropped}, **more}


def run(tree: Path, *arguments: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """`python build.py …` in a tree; what it prints is UTF-8 wherever it runs."""
    return subprocess.run(
        [sys.executable, str(tree / "build.py"), *arguments],
        cwd=cwd or tree,
        env=environment(**variables),
        capture_output=True,
        encoding="utf-8",
        timeout=HANG,
        check=False,
    )
