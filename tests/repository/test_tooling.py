"""make, .ci/run, Netlify and the editor tasks: what can be checked without building the site."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    # A make above this one must not pass its flags and variables on.
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "GIT_"))
    }
    return subprocess.run(
        command,
        check=False,
        cwd=cwd,
        env=surroundings | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


# --- make


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the Makefile only: no environment, no packages."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    return tmp_path


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_help_names_the_commands() -> None:
    shown = run("make", "help")
    assert shown.returncode == 0
    listed = re.findall(r"^  make ([a-z-]+) +\S", shown.stdout, re.MULTILINE)
    expected = {
        "site",
        "check",
        "serve",
        "proef",
        "rook",
        "redactie",
        "test",
        "nacht",
        "bench",
        "bench-filters",
        "bench-zoeken",
        "lighthouse",
        "zoekproef",
        "spelling",
        "format",
        "gidsen",
        "schoon",
        "sloten",
        "help",
    }
    assert set(listed) == expected
    assert len(listed) == len(expected)


def test_old_python_is_an_error_that_says_what_to_do(bare: Path) -> None:
    old = program(bare, "python-old", 'test "$1" = --version && echo Python 3.10.4 && exit 0; exit 1')
    failed = run("make", "env", f"PYTHON={old}", cwd=bare)
    assert failed.returncode == 2
    assert "Python 3.11 of nieuwer is nodig" in failed.stderr
    assert "Python 3.10.4" in failed.stderr
    assert not (bare / ".venv").exists()


def test_python_without_venv_names_the_package(bare: Path) -> None:
    partial = program(bare, "python-partial", 'case "$2" in *ensurepip*) exit 1;; esac')
    failed = run("make", "env", f"PYTHON={partial}", cwd=bare)
    assert failed.returncode == 2
    assert "apt-get install python3-venv" in failed.stderr


def test_missing_python_names_the_package(bare: Path) -> None:
    failed = run("make", "env", f"PYTHON={bare / 'nothing'}", cwd=bare)
    assert failed.returncode == 2
    assert "apt-get install python3 python3-venv" in failed.stderr


@pytest.mark.parametrize("chromium", ["", "/does/not/exist"])
def test_missing_chromium_is_an_error_that_names_the_package(chromium: str) -> None:
    failed = run("make", "tools", f"CHROMIUM={chromium}")
    assert failed.returncode == 2
    assert "apt-get install chromium" in failed.stderr


@pytest.mark.parametrize(
    ("version", "accepted"), [("18.20.4", False), ("20.18.1", False), ("20.19.2", True), ("22.1.0", True)]
)
def test_node_must_be_new_enough(tmp_path: Path, version: str, accepted: bool) -> None:
    program(tmp_path, "node", f"echo v{version}")
    program(tmp_path, "npm", "exit 0")
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    result = run("make", "tools", "CHROMIUM=/bin/sh", PATH=path)
    assert (result.returncode == 0) is accepted
    assert ("node 20.19 of nieuwer is nodig" in result.stderr) is not accepted


# --- .ci/run


def test_ci_script_is_executable_and_sound() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert run("bash", "-n", ROOT / ".ci/run").returncode == 0
    assert "set -euo pipefail" in read(".ci/run").splitlines()


# --- what a change needs, and the verdict over it


def commit(folder: Path, *paths: str) -> str:
    """Change files and commit them; gives the commit."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write("meer\n")
        git(folder, "add", path)
    git(folder, "commit", "--quiet", "--message", "more")
    return git(folder, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("paths", "kind"),
    [
        (("content/praktijken/delft.md",), "inhoud"),
        (
            ("content/praktijken/delft/index.md", "content/praktijken/delft/markt.jpg", "docs/woordenlijst.txt"),
            "inhoud",
        ),
        (("content/praktijken/café met spatie.md",), "inhoud"),
        (("content/praktijken/delft.md", "build.py"), "alles"),
        (("docs/fouten.md",), "alles"),
        (("contents/x.md",), "alles"),
        (("x/content/y.md",), "alles"),
        ((".github/workflows/controle.yml",), "alles"),
    ],
)
def test_kind_of_a_change(repository: Path, paths: tuple[str, ...], kind: str) -> None:
    script = repository / ".ci/soort"
    script.parent.mkdir()
    shutil.copy(ROOT / ".ci/soort", script)
    base = git(repository, "rev-parse", "HEAD")
    commit(repository, *paths)
    assert run(script, base, cwd=repository).stdout == f"{kind}\n"
    assert run(script, base, base, cwd=repository).stdout == "alles\n"


def test_a_file_that_moves_out_of_the_code_is_no_content(repository: Path) -> None:
    script = repository / ".ci/soort"
    script.parent.mkdir()
    shutil.copy(ROOT / ".ci/soort", script)
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "mv", "README.md", "content/readme.md")
    git(repository, "commit", "--quiet", "--message", "moved")
    assert run(script, base, cwd=repository).stdout == "alles\n"


@pytest.mark.parametrize("base", ["", "0" * 40, "bestaat-niet"])
def test_in_doubt_everything_runs(repository: Path, base: str) -> None:
    script = repository / ".ci/soort"
    script.parent.mkdir()
    shutil.copy(ROOT / ".ci/soort", script)
    assert run(script, base, cwd=repository).stdout == "alles\n"


@pytest.mark.parametrize(
    ("kind", "content", "everything", "python", "good"),
    [
        ("inhoud", "success", "skipped", "skipped", True),
        ("alles", "success", "success", "success", True),
        ("alles", "success", "skipped", "skipped", False),
        ("alles", "success", "success", "cancelled", False),
        ("alles", "success", "failure", "success", False),
        ("inhoud", "failure", "skipped", "skipped", False),
        ("inhoud", "success", "failure", "skipped", False),
        ("", "failure", "skipped", "skipped", False),
        ("", "success", "success", "success", False),
        ("alles", "cancelled", "skipped", "skipped", False),
        ("anders", "success", "success", "success", False),
    ],
)
def test_the_verdict(kind: str, content: str, everything: str, python: str, good: bool) -> None:
    """What was skipped counts as good only where the kind of change says so."""
    done = run(ROOT / ".ci/klaar", SOORT=kind, INHOUD=content, ALLES=everything, PYTHON=python)
    assert (done.returncode == 0) is good
    assert bool(done.stderr) is not good


# --- the HTML validator

PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Begrip</title></head><body><main><h1>Begrip</h1>
{}
</main></body></html>
"""


def validate(folder: Path, body: str) -> subprocess.CompletedProcess[str]:
    (folder / "index.html").write_text(PAGE.format(body), encoding="utf-8")
    program = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
    assert program.exists(), "node_modules ontbreekt: make test"
    page = folder / "index.html"
    return run("node", program, "--config", ROOT / ".htmlvalidate.json", "--formatter", "text", page)


@pytest.mark.parametrize(
    "body",
    [
        '<p>Een <button popovertarget="b">BID</button><span id="b" popover>Uitleg</span> helpt.</p>',
        '<ul role="list"><li>een<li>twee</ul>',
        '<form role="search" action="/zoeken/"><label>Q <input name="q"></label><button>Ga</button></form>',
        '<svg aria-hidden="true"><symbol id="s"><path d="M0 0"/></symbol><use href="#s"/></svg>',
    ],
)
def test_validator_accepts_what_the_site_uses(tmp_path: Path, body: str) -> None:
    result = validate(tmp_path, body)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p>Een <details><summary>BID</summary>Uitleg</details></p>", "element-permitted-content"),
        ('<p id="b">een</p><p id="b">twee</p>', "no-dup-id"),
        ('<p style="color: red">rood</p>', "no-inline-style"),
        ("<div><p>open</div></p>", "close-order"),
        ('<img src="/a.png">', "wcag/h37"),
    ],
)
def test_validator_refuses_a_mistake(tmp_path: Path, body: str, rule: str) -> None:
    result = validate(tmp_path, body)
    assert result.returncode == 1
    assert f"[{rule}]" in result.stdout


# --- Netlify


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits: the first adds content, the second changes a text that is no part of the site."""
    for name, value in (("user.name", "x"), ("user.email", "x@example.org")):
        (tmp_path / ".gitconfig").touch()
        git(tmp_path, "config", "--file", ".gitconfig", name, value)
    git(tmp_path, "init", "--quiet")
    for path in ("content/site.yaml", "README.md"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("titel: x\n", encoding="utf-8")
        git(tmp_path, "add", path)
        git(tmp_path, "commit", "--quiet", "--message", path)
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    done = run("git", *arguments, cwd=folder, GIT_CONFIG_GLOBAL=str(folder / ".gitconfig"), GIT_CONFIG_NOSYSTEM="1")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def netlify() -> dict[str, Any]:
    return tomllib.loads(read("netlify.toml"))


def skipped(repository: Path, cached: str, new: str) -> bool:
    done = run("sh", "-c", netlify()["build"]["ignore"], cwd=repository, CACHED_COMMIT_REF=cached, COMMIT_REF=new)
    return done.returncode == 0


def test_netlify_skips_only_what_does_not_change_the_site(repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    before = git(repository, "rev-parse", "HEAD~1")
    (repository / "content/site.yaml").write_text("titel: y\n", encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "content")
    after = git(repository, "rev-parse", "HEAD")
    assert skipped(repository, before, head)
    assert not skipped(repository, head, after)


def test_netlify_builds_when_it_does_not_know_the_last_build(repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    assert not skipped(repository, head, head)
    assert not skipped(repository, "", head)
    assert not skipped(repository, "0" * 40, head)


def test_netlify_watches_everything_that_the_site_is_made_of() -> None:
    watched = netlify()["build"]["ignore"].partition(" -- ")[2].split()
    assert {"content", "templates", "binnenstad_site", "build.py", "requirements.txt", "netlify.toml"} <= set(watched)


def test_python_versions_agree() -> None:
    version = netlify()["build"]["environment"]["PYTHON_VERSION"]
    assert read("runtime.txt").strip() == version
    assert SpecifierSet(tomllib.loads(read("pyproject.toml"))["project"]["requires-python"]).contains(version)
    assert not (ROOT / ".python-version").exists()


# --- editors


@pytest.mark.parametrize(("word", "severity"), [("fout", "error"), ("waarschuwing", "warning")])
def test_editor_task_understands_a_message(word: str, severity: str) -> None:
    check, *_ = json.loads(read(".vscode/tasks.json"))["tasks"]
    text = '"lopt" is geen geldige status: kies een andere'
    line = f"content/praktijken/x.md:6:9: {word}[onbekende-keuze]: {text}"
    found = [
        (matcher["severity"], match.groups())
        for matcher in check["problemMatcher"]
        if (match := re.search(matcher["pattern"]["regexp"], line))
    ]
    assert found == [(severity, ("content/praktijken/x.md", "6", "9", "onbekende-keuze", text))]


def test_content_template_is_the_default_and_points_to_the_other() -> None:
    content = read(".github/PULL_REQUEST_TEMPLATE/inhoud.md")
    assert read(".github/pull_request_template.md") == content
    assert "template=code.md" in content
