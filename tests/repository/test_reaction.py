"""The scripts of the workflow that comments on a proposal: what is fetched, and where it comes."""

from __future__ import annotations

import os
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.repository.programs import ROOT, run
from tools.comment import MARK

GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
case "$*" in
  *PATCH*|*POST*) for word; do case "$word" in body=@*) cp "${word#body=@}" "$GH_LOG.body" ;; esac; done ;;
  *artifacts?name*) echo "$GH_ARTIFACT" ;;
  *zip) echo zip ;;
  */files*) echo "$GH_OTHERS" ;;
  */comments*) echo "$GH_COMMENTS" ;;
  */pulls/*) echo "$GH_PULL" ;;
esac
"""
CHECKED = {"HEAD": "abc", "HEAD_BRANCH": "delft", "HEAD_REPOSITORY": "iemand/y"}


class Host:
    """A `gh` that answers what a test says, and notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "gh").write_text(GH, encoding="utf-8")
        (folder / "gh").chmod(0o755)
        (folder / "reactie.md").write_text(f"{MARK}\n\n## Tekst\n", encoding="utf-8")

    def run(self, *command: str, **variables: str) -> CompletedProcess[str]:
        given = {
            "GH_LOG": str(self.folder / "log"),
            "GH_PULL": "open abc iemand/y delft",
            "GH_OTHERS": "0",
            "GH_COMMENTS": "",
            "GITHUB_REPOSITORY": "x/y",
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "PATH": f"{self.folder}{os.pathsep}{os.environ['PATH']}",
            **CHECKED,
        }
        return run(ROOT / command[0], *command[1:], cwd=self.folder, **(given | variables))

    def read(self, name: str) -> str:
        file = self.folder / name
        return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path)


class TestComment:
    def place(self, host: Host, **variables: str) -> CompletedProcess[str]:
        return host.run(".ci/reactie", "reactie.md", **({"NUMBER": "12"} | variables))

    def test_a_first_comment(self, host: Host) -> None:
        process = self.place(host)
        assert process.returncode == 0, process.stderr
        assert "api --silent --method POST repos/x/y/issues/12/comments" in host.read("log")
        assert host.read("log.body") == f"{MARK}\n\n## Tekst\n"

    def test_the_same_comment_is_renewed(self, host: Host) -> None:
        assert self.place(host, GH_COMMENTS="7\n8").returncode == 0
        assert "api --silent --method PATCH repos/x/y/issues/comments/7" in host.read("log")
        assert "POST" not in host.read("log")
        assert 'select(.user.login == "github-actions[bot]" and (.body | startswith(' in host.read("log")

    def test_a_proposal_with_code_is_not_believed(self, host: Host) -> None:
        """Its check ran that code, so it could write what it liked."""
        assert self.place(host, GH_OTHERS="100\n3").returncode == 0
        assert host.read("log.body").startswith(
            f"{MARK}\n\n> [!WARNING]\n> Dit voorstel verandert ook andere bestanden"
        )

    @pytest.mark.parametrize(
        "pull",
        [
            "closed abc iemand/y delft",
            "open abd iemand/y delft",
            "open abc ander/y delft",
            "open abc iemand/y gouda",
            "",
        ],
    )
    def test_another_proposal_than_was_checked_gets_nothing(self, host: Host, pull: str) -> None:
        process = self.place(host, GH_PULL=pull)
        assert process.returncode == 0
        assert "er komt geen reactie" in process.stdout
        assert host.read("log.body") == ""

    @pytest.mark.parametrize("number", ["", "0", "12 ", "12/../13", "$(id)", "-1", "1\n2", "9999999999"])
    def test_what_is_no_number_is_refused(self, host: Host, number: str) -> None:
        assert self.place(host, NUMBER=number).returncode == 1
        assert host.read("log") == ""

    def test_another_text_is_refused(self, host: Host) -> None:
        (host.folder / "reactie.md").write_text("x\n", encoding="utf-8")
        assert self.place(host).returncode == 1
        assert host.read("log") == ""


class TestFetching:
    def test_what_the_check_wrote(self, host: Host) -> None:
        process = host.run(".ci/haal", "voorstel.zip", RUN="77", GH_ARTIFACT="5 1000")
        assert process.returncode == 0, process.stderr
        assert "repos/x/y/actions/runs/77/artifacts?name=voorstel" in host.read("log")
        assert "api repos/x/y/actions/artifacts/5/zip" in host.read("log")
        assert (host.read("voorstel.zip"), host.read("output")) == ("zip\n", "er=ja\n")

    def test_a_check_that_wrote_nothing(self, host: Host) -> None:
        process = host.run(".ci/haal", "voorstel.zip", RUN="77", GH_ARTIFACT="")
        assert (process.returncode, host.read("output")) == (0, "")

    def test_too_much_is_left_where_it_is(self, host: Host) -> None:
        process = host.run(".ci/haal", "voorstel.zip", RUN="77", GH_ARTIFACT="5 2000001")
        assert process.returncode == 1
        assert "/zip" not in host.read("log")
