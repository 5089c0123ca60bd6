"""What `docs/ontwikkelen.md` tells a developer to type and to open is there."""

from __future__ import annotations

import re
import sys

import pytest

from tests.repository.programs import ROOT, read, run

GUIDE = "docs/ontwikkelen.md"
MADE = {".venv", "node_modules", "_site", ".bouw"}
"""Folders that git leaves out."""


def commands() -> list[str]:
    """Every line of the blocks of shell, and what is typed in a sentence, without comments."""
    blocks = re.findall(r"^```sh\n(.*?)^```", read(GUIDE), re.MULTILINE | re.DOTALL)
    lines = [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]
    inline = [code for code in spans() if re.match(r"make |npm |\.venv/bin/python ", code)]
    return [*filter(None, lines), *inline]


def spans() -> list[str]:
    """Everything between single backticks outside the blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", read(GUIDE), flags=re.MULTILINE | re.DOTALL))


def test_the_guide_fits_one_screen() -> None:
    lines = read(GUIDE).splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 120


def test_every_program_is_known() -> None:
    assert {command.split()[0] for command in commands()} == {"make", "git", "npm", ".venv/bin/python"}


@pytest.mark.parametrize("command", sorted({command for command in commands() if command.startswith("make")}))
def test_make_target_exists(command: str) -> None:
    process = run("make", "--dry-run", *command.split()[1:])
    assert process.returncode == 0, process.stderr


@pytest.mark.parametrize("command", [command for command in commands() if "build.py" in command])
def test_build_command_exists(command: str) -> None:
    process = run(sys.executable, "build.py", *command.split("build.py ")[1].split(), "--help")
    assert process.returncode == 0, process.stderr


@pytest.mark.parametrize("command", [command for command in commands() if "-m pytest" in command])
def test_pytest_command_finds_tests(command: str) -> None:
    process = run(sys.executable, "-m", "pytest", "--collect-only", "-q", *command.split("-m pytest ")[1].split())
    assert process.returncode == 0, process.stdout


def test_every_path_exists() -> None:
    """Paths are relative to the project and links to the guide; a bare name is a file of the folder named before it."""
    paths = [text for text in spans() if "/" in text and re.fullmatch(r"[\w./-]+", text)]
    links = re.findall(r"\]\(([^)]+)\)", read(GUIDE))
    assert len(paths) > 10
    assert [path for path in paths if path.split("/")[0] not in MADE and not (ROOT / path).exists()] == []
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_the_readme_links_to_the_guide() -> None:
    assert f"]({GUIDE})" in read("README.md")
