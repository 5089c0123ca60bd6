"""The scripts of the workflow that publishes: what is tested before (`.ci/sinds`), proposed after (`.ci/adressen`)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.repository.programs import ROOT, commit, git, isolated, new_repository, run

LIST = "content/gepubliceerde-adressen.txt"
FIRST = "# Elk adres\n/\n/trends/\n"
GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
case "$1 $2" in
  "pr list") echo "$GH_OPEN" ;;
  "pr create") cat >> "$GH_LOG" ;;
esac
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the scripts with a list of addresses and a program, and where it is pushed to."""
    folder = tmp_path / "repository"
    folder.mkdir()
    new_repository(folder)
    git(tmp_path, "init", "--quiet", "--bare", "online.git")
    git(folder, "remote", "add", "origin", str(tmp_path / "online.git"))
    (folder / ".ci").mkdir()
    for name in ("adressen", "sinds", "soort"):
        shutil.copy(ROOT / ".ci" / name, folder / ".ci" / name)
    (folder / ".ci/run").write_text('#!/bin/sh\necho "getest: $1"\n', encoding="utf-8")
    (folder / ".ci/run").chmod(0o755)
    (folder / "content").mkdir()
    (folder / "content/site.yaml").touch()
    (folder / LIST).write_text(FIRST, encoding="utf-8")
    commit(folder, "first")
    return folder


class TestWhatIsTested:
    def since(self, repository: Path, *arguments: str) -> str:
        process = run(repository / ".ci/sinds", *arguments, cwd=repository, **isolated(repository))
        assert process.returncode == 0, process.stderr
        return process.stdout.strip()

    def test_nothing_new_is_tested_as_content(self, repository: Path) -> None:
        """Every night: only the date differs."""
        assert self.since(repository, git(repository, "rev-parse", "HEAD")) == "getest: inhoud"

    def test_what_changed_since_the_last_good_run_decides(self, repository: Path) -> None:
        """Code that was merged and never got through its tests is tested with the content that comes after it."""
        before = git(repository, "rev-parse", "HEAD")
        (repository / "build.py").write_text("print()\n", encoding="utf-8")
        code = commit(repository, "code")
        (repository / LIST).write_text(f"{FIRST}/kansen/\n", encoding="utf-8")
        commit(repository, "content")
        assert self.since(repository, code) == "getest: inhoud"
        assert self.since(repository, before) == "getest: alles"

    @pytest.mark.parametrize("tested", [(), ("",), ("0" * 40,)])
    def test_in_doubt_everything(self, repository: Path, tested: tuple[str, ...]) -> None:
        assert self.since(repository, *tested) == "getest: alles"


class TestProposal:
    def propose(self, repository: Path, text: str, proposals: int = 0) -> CompletedProcess[str]:
        """Run the script with a list as another job made it, and with a gh that only notes what it is asked."""
        programs = repository.parent / "programs"
        programs.mkdir(exist_ok=True)
        (programs / "gh").write_text(GH, encoding="utf-8")
        (programs / "gh").chmod(0o755)
        (repository.parent / "nieuw.txt").write_text(text, encoding="utf-8")
        return run(
            repository / ".ci/adressen",
            "../nieuw.txt",
            cwd=repository,
            PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
            GH_LOG=str(repository.parent / "gh.log"),
            GH_OPEN=str(proposals),
            **isolated(repository),
        )

    def asked(self, repository: Path) -> str:
        log = repository.parent / "gh.log"
        return log.read_text(encoding="utf-8") if log.exists() else ""

    def online(self, repository: Path, *arguments: str) -> str:
        return git(repository.parent / "online.git", *arguments)

    def test_new_addresses_are_a_pull_request(self, repository: Path) -> None:
        process = self.propose(repository, f"{FIRST}/trends/werken/\n/kansen/\n")
        assert process.returncode == 0, process.stderr
        assert self.online(repository, "show", f"adressen:{LIST}") == f"{FIRST}/trends/werken/\n/kansen/"
        assert self.online(repository, "log", "--format=%s", "-1", "adressen") == "List 2 addresses as published"
        assert self.online(repository, "diff", "--name-only", "adressen~", "adressen") == LIST
        assert (
            "pr create --base main --head adressen --title Gepubliceerde adressen: 2 erbij --body-file -\n"
            "Deze adressen staan nu online."
        ) in self.asked(repository)

    def test_an_open_proposal_is_renewed(self, repository: Path) -> None:
        self.propose(repository, f"{FIRST}/kansen/\n")
        git(repository, "switch", "--quiet", "main")
        process = self.propose(repository, f"{FIRST}/kansen/\n/agenda/\n", proposals=1)
        assert process.returncode == 0, process.stderr
        assert self.online(repository, "show", f"adressen:{LIST}").endswith("/kansen/\n/agenda/")
        assert self.online(repository, "rev-list", "--count", "adressen") == "2"
        assert self.asked(repository).count("pr create") == 1

    def test_the_same_proposal_is_left_alone(self, repository: Path) -> None:
        """Else it would lose its checks and its approval every night."""
        self.propose(repository, f"{FIRST}/kansen/\n")
        before = self.online(repository, "rev-parse", "adressen")
        git(repository, "switch", "--quiet", "main")
        process = self.propose(repository, f"{FIRST}/kansen/\n", proposals=1)
        assert process.returncode == 0, process.stderr
        assert self.online(repository, "rev-parse", "adressen") == before

    def test_a_first_list(self, repository: Path) -> None:
        git(repository, "rm", "--quiet", LIST)
        commit(repository, "no list")
        assert self.propose(repository, FIRST).returncode == 0
        assert self.online(repository, "show", f"adressen:{LIST}") == FIRST.strip()

    def test_nothing_new(self, repository: Path) -> None:
        process = self.propose(repository, FIRST)
        assert (process.returncode, process.stdout) == (0, "Alle adressen staan al in de lijst.\n")
        assert self.asked(repository) == ""

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (f"{FIRST}$(touch x)\n", "bevat iets anders dan adressen"),
            (f"{FIRST}https://elders.example/\n", "bevat iets anders dan adressen"),
            (f"{FIRST}/../x/\n", "bevat iets anders dan adressen"),
            (f"{FIRST}/caf\u00e9/\n", "bevat iets anders dan adressen"),
            ("# Elk adres\n/\n/kansen/\n", "mist /trends/"),
            ("", "mist /"),
        ],
    )
    def test_what_is_no_longer_list_is_refused(self, repository: Path, text: str, message: str) -> None:
        process = self.propose(repository, text)
        assert process.returncode == 1
        assert process.stderr.startswith("fout: de nieuwe lijst ")
        assert message in process.stderr
        assert self.online(repository, "branch", "--list") == ""
        assert self.asked(repository) == ""

    def test_the_list_of_this_project_can_be_proposed(self, repository: Path) -> None:
        process = self.propose(repository, (ROOT / LIST).read_text(encoding="utf-8"))
        assert process.returncode == 0, process.stderr
