"""A stand-in for the Git host: a bare repository, a folder in which the workflows run, and one that is online.

The scripts of the jobs are read from `.github/workflows/`. Left out is what installs packages or opens a browser.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.repository.programs import run
from tools.proposal import FILE

MADE = (".git", ".venv", "node_modules", ".bouw", "_site", "htmlcov", "__pycache__", ".*_cache", ".hypothesis")
"""What stands in the folder of a project and is not part of it."""
NETWORK = ("apt-get", ".ci/sinds")
"""What only a real host can run: it installs packages, and opens a browser."""
STAND_INS = {".ci/run inhoud HEAD^1": ".venv/bin/python build.py --no-share-images"}
"""What runs instead of a step that does that too: the site alone."""


def lay_out(folder: Path) -> Path:
    """The project as it stands here, with what is not committed yet."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*MADE), dirs_exist_ok=True)
    return folder


def newcomer(folder: Path) -> Path:
    """A folder of somebody who has a name for git; a clone gets the environment that `make` would install."""
    if (folder / "requirements.txt").exists() and not (folder / ".venv").exists():
        (folder / ".venv").mkdir()
        for name in ("bin", "lib"):
            (folder / ".venv" / name).symlink_to(Path(sys.prefix) / name)
        shutil.copy(Path(sys.prefix) / "pyvenv.cfg", folder / ".venv")
        for stamp in (".runtime", ".dev"):  # newer than the locks, so there is nothing to install
            (folder / ".venv" / stamp).touch()
    return folder


def shell(script: str, folder: Path, **variables: str) -> str:
    """What a script prints that must succeed, both channels together."""
    done = _bash(script, folder, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def _bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    settings = folder.parent / f"{folder.name}.gitconfig"
    settings.touch()
    return run(
        *("bash", "-euo", "pipefail", "-c", script),
        cwd=folder,
        **{
            "PATH": f"{Path(sys.prefix) / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "GIT_CONFIG_GLOBAL": str(settings),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            **variables,
        },
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """What a proposal hears."""

    is_good: bool
    report: list[dict[str, Any]]
    """The diagnostics of `check`."""
    comment: str


class GitHost:
    """Holds a repository that begins as `project`, and runs its workflows."""

    def __init__(self, folder: Path, project: Path) -> None:
        self.folder, self.repository, self.runner = folder, folder / "binnenstad.git", folder / "runner"
        self.online = folder / "online"
        self.online.mkdir(parents=True)
        self.output = folder / "output"
        shell("git init --quiet --initial-branch=main && git add --all && git commit --quiet --message Begin", project)
        shell(f"git clone --quiet --bare {project} {self.repository}", folder)
        shell(f"git clone --quiet {self.repository} {self.runner}", folder)
        newcomer(self.runner)

    def check(self, branch: str, number: int, live: str = "") -> Checked:
        """The workflow Controle over a branch as it would be merged, and then Reactie as it stands on main."""
        shell(f"git fetch --quiet && git switch --quiet --detach origin/main && {self._merge(branch)}", self.runner)
        (self.runner / "rapport.json").unlink(missing_ok=True)
        good = True
        for step in self._steps("controle.yml", "inhoud"):
            if good or "!cancelled()" in step.get("if", ""):
                good &= self._run(step, BASE="HEAD^1", NUMBER=str(number)).returncode == 0
        report = json.loads((self.runner / "rapport.json").read_text(encoding="utf-8"))
        packed = self.folder / "voorstel.zip"
        with zipfile.ZipFile(packed, "w") as artifact:
            artifact.write(self.runner / FILE, FILE)
        shell("git switch --quiet --detach origin/main", self.runner)
        shell(
            f".ci/tekst {packed} {self.folder}/reactie.md",
            self.runner,
            RUN="77",
            LIVE=live,
            GITHUB_OUTPUT=str(self.output),
            GITHUB_SERVER_URL="https://git.example",
            GITHUB_REPOSITORY="x/y",
        )
        assert f"nummer={number}\n" in self.output.read_text(encoding="utf-8")
        return Checked(good, report["diagnostics"], (self.folder / "reactie.md").read_text(encoding="utf-8"))

    def merge(self, branch: str) -> None:
        """Somebody of the redactie merges a proposal."""
        shell(f"git switch --quiet main && {self._merge(branch)} && git push --quiet origin main", self.runner)

    def publish(self, address: str) -> None:
        """The workflow Publiceer, for a host that serves the folder `online` at `address`."""
        for step in self._steps("publiceer.yml", "bouw"):
            done = self._run(step, BASE_URL=address)
            assert done.returncode == 0, done.stdout + done.stderr
        assert "anders=ja\n" in self.output.read_text(encoding="utf-8")
        shutil.copytree(self.runner / "_site", self.online, dirs_exist_ok=True)
        for step in self._steps("publiceer.yml", "online"):
            done = self._run(step, BASE_URL=address)
            assert done.returncode == 0, done.stdout + done.stderr

    def new_addresses(self) -> set[str]:
        """What the job Adressen would propose."""
        assert "nieuw=ja\n" in self.output.read_text(encoding="utf-8")
        return set((self.runner / "content/gepubliceerde-adressen.txt").read_text(encoding="utf-8").splitlines())

    @cached_property
    def _workflows(self) -> Mapping[str, Any]:
        folder = ROOT / ".github/workflows"
        return {file.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in folder.glob("*.yml")}

    def _merge(self, branch: str) -> str:
        return f"git merge --quiet --no-ff --message Voorstel origin/{branch}"

    def _steps(self, workflow: str, job: str) -> Iterator[dict[str, Any]]:
        steps = self._workflows[workflow]["jobs"][job]["steps"]
        for step in steps:
            if "run" in step and not any(word in step["run"] for word in NETWORK):
                yield {**step, "run": STAND_INS.get(step["run"], step["run"])}

    def _run(self, step: Mapping[str, Any], **variables: str) -> subprocess.CompletedProcess[str]:
        given = {name: str(value) for name, value in step.get("env", {}).items() if "${{" not in str(value)}
        return _bash(step["run"], self.runner, **given, **variables, GITHUB_OUTPUT=str(self.output))
