"""What tests of the repository share: its files as text, and programs run in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NODE_LOCKS = sorted(
    path.relative_to(ROOT).as_posix()
    for place in ("package-lock.json", "tools/*/package-lock.json")
    for path in ROOT.glob(place)
)
"""What npm installs, each beside its package.json."""


def read(name: str) -> str:
    """The text of a file of this project."""
    return (ROOT / name).read_text(encoding="utf-8")


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program with some variables more; it may fail."""
    # A make or git above this one must not pass its flags and variables on, nor a workflow its token.
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MAKE", "MFLAGS", "GIT_")) and not name.endswith(("GH_TOKEN", "GITHUB_TOKEN"))
    }
    return subprocess.run(
        command,
        check=False,
        cwd=cwd,
        env=inherited | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def run_tool(name: str, *arguments: str | Path) -> None:
    """Run a checker of our own environment; what it reports fails the test."""
    process = run(Path(sys.executable).parent / name, *arguments)
    assert process.returncode == 0, process.stdout + process.stderr


def git(folder: Path, *arguments: str) -> str:
    """What git prints in a repository of a test, without the settings of who runs it."""
    process = run("git", *arguments, cwd=folder, **isolated(folder))
    assert process.returncode == 0, process.stderr
    return process.stdout.strip()


def isolated(folder: Path) -> dict[str, str]:
    """Variables that keep git to the settings of `new_repository`."""
    return {"GIT_CONFIG_GLOBAL": str(folder / ".git/test-config"), "GIT_CONFIG_NOSYSTEM": "1"}


def new_repository(folder: Path, branch: str = "main") -> Path:
    """An empty repository whose commits have an author."""
    git(folder, "init", "--quiet", f"--initial-branch={branch}")
    (folder / ".git/test-config").write_text("[user]\n\tname = x\n\temail = x@example.org\n", encoding="utf-8")
    return folder


def commit(folder: Path, message: str) -> str:
    """Commit everything in the folder; the name of the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")
