"""make, .ci/run, Netlify and the editor tasks: what can be checked without building the site."""

from __future__ import annotations

import json
import os
import re
import shutil
import tomllib
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from packaging.specifiers import SpecifierSet

from tests.repository.programs import ROOT, commit, git, new_repository, read, run

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
    process = run("make", "help")
    assert process.returncode == 0
    listed = re.findall(r"^  make ([a-z-]+) +\S", process.stdout, re.MULTILINE)
    expected = {
        "site",
        "check",
        "serve",
        "proef",
        "online",
        "rook",
        "redactie",
        "test",
        "dekking",
        "nacht",
        "bench",
        "bench-filters",
        "bench-zoeken",
        "lighthouse",
        "cijfer",
        "pakketlijst",
        "wandelingen",
        "zoekproef",
        "spelling",
        "voorbeeld",
        "format",
        "gidsen",
        "release",
        "schoon",
        "sloten",
        "help",
    }
    assert set(listed) == expected
    assert len(listed) == len(expected)


def test_the_quick_look_passes_each_its_own_words() -> None:
    """`ARGS` is for the build, `PAGINAS` are more addresses to open."""
    process = run("make", "--dry-run", "rook", "ARGS=--no-share-images", "PAGINAS=/over/ /agenda/", "CHROMIUM=/bin/sh")
    assert "build.py --no-share-images\n" in process.stdout
    assert re.search(r"-m tools\.smoke /over/ /agenda/ *$", process.stdout, re.MULTILINE)
    process = run("make", "--dry-run", "rook", "SINDS=HEAD^1", "CHROMIUM=/bin/sh")
    assert "-m tools.smoke  --since 'HEAD^1'\n" in process.stdout


def test_old_python_is_an_error_that_says_what_to_do(bare: Path) -> None:
    old = program(bare, "python-old", 'test "$1" = --version && echo Python 3.10.4 && exit 0; exit 1')
    process = run("make", "env", f"PYTHON={old}", cwd=bare)
    assert process.returncode == 2
    assert "Python 3.11 of nieuwer is nodig" in process.stderr
    assert "Python 3.10.4" in process.stderr
    assert not (bare / ".venv").exists()


def test_python_without_venv_names_the_package(bare: Path) -> None:
    partial = program(bare, "python-partial", 'case "$2" in *ensurepip*) exit 1;; esac')
    process = run("make", "env", f"PYTHON={partial}", cwd=bare)
    assert process.returncode == 2
    assert "apt-get install python3-venv" in process.stderr


def test_missing_python_names_the_package(bare: Path) -> None:
    process = run("make", "env", f"PYTHON={bare / 'nothing'}", cwd=bare)
    assert process.returncode == 2
    assert "apt-get install python3 python3-venv" in process.stderr


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
@pytest.mark.parametrize("path", ["", "/does/not/exist"])
def test_a_missing_browser_is_an_error_that_names_the_package(browser: str, path: str) -> None:
    process = run("make", "tools", "CHROMIUM=/bin/sh", "FIREFOX=/bin/sh", f"{browser.upper()}={path}")
    assert process.returncode == 2
    assert f"apt-get install {browser}" in process.stderr


@pytest.mark.parametrize(
    ("version", "accepted"), [("18.20.4", False), ("20.18.1", False), ("20.19.2", True), ("22.1.0", True)]
)
def test_node_must_be_new_enough(tmp_path: Path, version: str, accepted: bool) -> None:
    program(tmp_path, "node", f"echo v{version}")
    program(tmp_path, "npm", "exit 0")
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    process = run("make", "tools", "CHROMIUM=/bin/sh", "FIREFOX=/bin/sh", PATH=path)
    assert (process.returncode == 0) is accepted
    assert ("node 20.19 of nieuwer is nodig" in process.stderr) is not accepted


# --- .ci/run


def test_ci_script_is_executable_and_can_be_read() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert run("bash", "-n", ROOT / ".ci/run").returncode == 0


def test_ci_script_stops_at_the_first_step_that_fails(tmp_path: Path) -> None:
    """The tests do not run on a site that could not be built, and the workflow sees the failure."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    program(tmp_path, "node", "echo v22.1.0")
    for name in ("npm", "chromium", "firefox-esr", "Rscript"):
        program(tmp_path, name, "exit 0")
    program(tmp_path, "make", f'echo "make $*" >> {tmp_path}/steps; exit 3')
    process = run(tmp_path / ".ci/run", PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}", CHROMIUM="chromium")
    assert process.returncode == 3, process.stderr
    assert (tmp_path / "steps").read_text(encoding="utf-8") == "make \n"


@pytest.mark.parametrize(("commit", "step"), [((), "make rook"), (("HEAD^1",), "make rook SINDS=HEAD^1")])
def test_ci_script_for_content_builds_and_opens_the_site_without_node(
    tmp_path: Path, commit: tuple[str, ...], step: str
) -> None:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    program(tmp_path, "node", "exit 1")
    program(tmp_path, "chromium", "exit 0")
    program(tmp_path, "make", f'echo "make $*" >> {tmp_path}/steps; exit 3')
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    process = run(tmp_path / ".ci/run", "inhoud", *commit, PATH=path, CHROMIUM="chromium")
    assert process.returncode == 3, process.stderr
    assert (tmp_path / "steps").read_text(encoding="utf-8") == f"{step}\n"


# --- the HTML validator

PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Begrip</title></head><body><main><h1>Begrip</h1>
{}
</main></body></html>
"""


def validate(folder: Path, body: str) -> CompletedProcess[str]:
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
    process = validate(tmp_path, body)
    assert process.returncode == 0, process.stdout


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p>Een <details><summary>BID</summary>Uitleg</details></p>", "close-order"),
        ("<p>Een <span><div>BID</div></span> helpt.</p>", "element-permitted-content"),
        ('<p id="b">een</p><p id="b">twee</p>', "no-dup-id"),
        ('<p style="color: red">rood</p>', "no-inline-style"),
        ("<div><p>open</div></p>", "close-order"),
        ('<img src="/a.png">', "wcag/h37"),
    ],
)
def test_validator_refuses_a_mistake(tmp_path: Path, body: str, rule: str) -> None:
    process = validate(tmp_path, body)
    assert process.returncode == 1
    assert f"[{rule}]" in process.stdout


# --- Netlify


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits: the first adds content, the second changes a text that is no part of the site."""
    new_repository(tmp_path)
    for path in ("content/site.yaml", "README.md"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("titel: x\n", encoding="utf-8")
        commit(tmp_path, path)
    return tmp_path


def netlify() -> dict[str, Any]:
    return tomllib.loads(read("netlify.toml"))


def skipped(repository: Path, cached: str, new: str) -> bool:
    command = netlify()["build"]["ignore"]
    return run("sh", "-c", command, cwd=repository, CACHED_COMMIT_REF=cached, COMMIT_REF=new).returncode == 0


def test_netlify_skips_only_what_does_not_change_the_site(repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    before = git(repository, "rev-parse", "HEAD~1")
    (repository / "content/site.yaml").write_text("titel: y\n", encoding="utf-8")
    after = commit(repository, "content")
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
    problems = [
        (matcher["severity"], match.groups())
        for matcher in check["problemMatcher"]
        if (match := re.search(matcher["pattern"]["regexp"], line))
    ]
    assert problems == [(severity, ("content/praktijken/x.md", "6", "9", "onbekende-keuze", text))]


def test_editors_and_the_formatter_agree_on_the_length_of_a_line() -> None:
    section = read(".editorconfig").partition("[*.py]")[2].partition("\n[")[0]
    length = tomllib.loads(read("pyproject.toml"))["tool"]["ruff"]["line-length"]
    assert f"\nmax_line_length = {length}\n" in section


def test_content_template_is_the_default_and_points_to_the_other() -> None:
    content = read(".github/PULL_REQUEST_TEMPLATE/inhoud.md")
    assert read(".github/pull_request_template.md") == content
    assert "template=code.md" in content
