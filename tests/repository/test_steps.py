"""Steps of workflows that ask GitHub or a host: run here, with a `gh` and a host that note what they are asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

from tests.repository.programs import ROOT, run

GH = """#!/bin/sh
echo "$@" >> "$ASKED"
case "$*" in
  "issue list"*) echo "$ISSUE" ;;
  *--body-file*) for word; do case "$previous" in --body-file) cat "$word" >> "$ASKED" ;; esac; previous=$word; done ;;
  *actions/workflows*) echo "$TESTED"; exit "$STATUS" ;;
esac
"""
Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def running(tmp_path: Path) -> Run:
    """Runs a program in an empty folder; what `gh` and `curl` are asked is in its file `asked`."""
    for name, text in (("gh", GH), ("curl", '#!/bin/sh\necho "curl $@" >> "$ASKED"\n')):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)

    def running(*command: str | Path, **variables: str) -> CompletedProcess[str]:
        given = {
            "ASKED": str(tmp_path / "asked"),
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_REPOSITORY": "x/y",
            "GITHUB_OUTPUT": str(tmp_path / "output"),
        }
        return run(*command, cwd=tmp_path, **(given | variables))

    return running


def step(workflow: str, job: str, name: str) -> str:
    """The script of a step as it stands in the workflow."""
    steps: list[dict[str, Any]] = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))[
        "jobs"
    ][job]["steps"]
    return next(str(one["run"]) for one in steps if one.get("name") == name)


class TestOneIssueAboutLinks:
    @pytest.mark.parametrize(
        ("report", "issue", "asked"),
        [
            ("- content/a.md:3 404\n", "", "issue create --title Links die niet meer werken --body-file"),
            ("- content/a.md:3 404\n", "7", "issue edit 7 --body-file"),
            ("", "7", "issue close 7 --comment Alles werkt weer."),
        ],
    )
    def test_it_is_made_renewed_and_closed(
        self, running: Run, tmp_path: Path, report: str, issue: str, asked: str
    ) -> None:
        (tmp_path / "verslag.md").write_text(report, encoding="utf-8")
        done = running(ROOT / ".ci/links", "verslag.md", ISSUE=issue)
        assert done.returncode == 0, done.stderr
        found, *rest = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
        assert found.startswith("issue list --state open")
        assert rest[0].startswith(asked)
        assert "".join(f"{line}\n" for line in rest[1:]) == report

    def test_nothing_is_wrong_and_nothing_is_open(self, running: Run, tmp_path: Path) -> None:
        (tmp_path / "verslag.md").touch()
        assert running(ROOT / ".ci/links", "verslag.md", ISSUE="").returncode == 0
        assert len((tmp_path / "asked").read_text(encoding="utf-8").splitlines()) == 1

    def test_a_long_report_is_cut_and_says_so(self, running: Run, tmp_path: Path) -> None:
        (tmp_path / "verslag.md").write_text("é" * 40_000, encoding="utf-8")
        assert running(ROOT / ".ci/links", "verslag.md", ISSUE="").returncode == 0
        asked = (tmp_path / "asked").read_text(encoding="utf-8")
        assert asked.endswith("é\n\nHet hele verslag staat bij de workflow Links.\n")
        assert asked.count("é") == 30_000


class TestPublishing:
    @pytest.mark.parametrize(("tested", "status", "said"), [("abc", "0", "sha=abc"), ("x", "1", "sha=")])
    def test_what_was_published_last(self, running: Run, tmp_path: Path, tested: str, status: str, said: str) -> None:
        """When GitHub does not say, nothing is known, and everything is tested."""
        script = step("publiceer.yml", "vooraf", "The commit that was published last")
        done = running("bash", "-e", "-c", script, TESTED=tested, STATUS=status)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "output").read_text(encoding="utf-8") == f"{said}\n"

    def test_netlify_is_asked_with_the_secret_and_else_the_step_says_what_is_missing(
        self, running: Run, tmp_path: Path
    ) -> None:
        script = step("publiceer.yml", "netlify", "Ask for a build")
        assert running("bash", "-e", "-c", script, HOOK="https://haak.example/1").returncode == 0
        assert (tmp_path / "asked").read_text(encoding="utf-8").endswith("--data {} https://haak.example/1\n")
        without = running("bash", "-e", "-c", script, HOOK="")
        assert without.returncode != 0
        assert "het geheim NETLIFY_BUILD_HOOK ontbreekt" in without.stderr

    def test_a_version_gets_the_list_of_packages(self, running: Run, tmp_path: Path) -> None:
        script = step("versie.yml", "uitgave", "The version, with the list beside it")
        assert running("bash", "-e", "-c", script, GITHUB_REF_NAME="v1.2.0").returncode == 0
        asked = (tmp_path / "asked").read_text(encoding="utf-8")
        assert asked.startswith("release create v1.2.0 nieuw/pakketten.cdx.json --verify-tag")
