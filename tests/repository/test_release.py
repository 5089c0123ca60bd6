"""`make release`: the changelog, the versions, the commit and the tag, in a repository made for the test."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.repository.programs import ROOT, commit, git, isolated, new_repository, read, run
from tools.release import (
    CHANGELOG,
    SECTION,
    UNRELEASED,
    CannotRelease,
    bump_npm,
    bump_pyproject,
    parse_version,
    release_changelog,
)

DAY = date(2026, 12, 1)
FILES = ("package.json", "package-lock.json", "pyproject.toml", "CITATION.cff", "tools/release.py")
NOTES = "### Toegevoegd\n\n- De agenda kent series: één keer invullen."
FIRST = f"# Wijzigingen\n\nInleiding.\n\n{UNRELEASED}\n\n{NOTES}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The files that a version changes, on `main`, with one note that is not released."""
    new_repository(tmp_path)
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / CHANGELOG).write_text(FIRST, encoding="utf-8")
    commit(tmp_path, "The project")
    return tmp_path


def current_version() -> str:
    return str(tomllib.loads(read("pyproject.toml"))["project"]["version"])


def next_version() -> str:
    return f"{parse_version(current_version())[0] + 1}.0.0"


def release(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program as `make release` runs it."""
    # -B: compiled files would be changes that are not committed.
    return run(sys.executable, "-B", "-m", "tools.release", *arguments, cwd=repository, **isolated(repository))


def refused(repository: Path, *arguments: str) -> str:
    """What the program says when it makes no version; it must leave everything as it was."""
    before = (git(repository, "rev-parse", "HEAD"), git(repository, "status", "--porcelain"))
    process = release(repository, *arguments)
    assert process.returncode == 1
    assert process.stdout == ""
    assert (git(repository, "rev-parse", "HEAD"), git(repository, "status", "--porcelain")) == before
    return process.stderr


class TestRelease:
    """The program in a repository."""

    def test_makes_one_commit_with_a_tag(self, repository: Path) -> None:
        version = next_version()
        process = release(repository, version, "--date", "2026-12-01")

        assert process.returncode == 0, process.stderr
        assert f"git push origin main v{version}" in process.stdout
        assert git(repository, "log", "--format=%s") == f"Version {version}\nThe project"
        assert git(repository, "status", "--porcelain") == ""
        assert git(repository, "cat-file", "-t", f"v{version}") == "tag"
        assert git(repository, "rev-parse", f"v{version}^{{commit}}") == git(repository, "rev-parse", "HEAD")
        assert git(repository, "tag", "--list", "--format=%(contents)") == f"Versie {version}\n\n{NOTES}"

    def test_writes_the_version_in_every_file(self, repository: Path) -> None:
        version = next_version()
        release(repository, version, "--date", "2026-12-01")
        package, lock = (json.loads((repository / name).read_text(encoding="utf-8")) for name in FILES[:2])
        pyproject = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))

        assert pyproject["project"]["version"] == version
        cited = yaml.safe_load((repository / "CITATION.cff").read_text(encoding="utf-8"))
        assert (cited["version"], str(cited["date-released"])) == (version, "2026-12-01")
        assert package["version"] == lock["version"] == lock["packages"][""]["version"] == version
        assert (repository / CHANGELOG).read_text(encoding="utf-8") == (
            f"# Wijzigingen\n\nInleiding.\n\n{UNRELEASED}\n\n## [{version}] - 2026-12-01\n\n{NOTES}\n"
        )

    def test_changes_no_other_line(self, repository: Path) -> None:
        release(repository, next_version())
        changed = git(repository, "diff", "--numstat", "HEAD~1").splitlines()

        assert sorted(line.split("\t")[2] for line in changed) == [CHANGELOG, *sorted(FILES[:4])]
        assert sum(int(line.split("\t")[1]) for line in changed) == 5  # each line with a version is replaced

    def test_dry_run_shows_the_changes_and_makes_none(self, repository: Path) -> None:
        head, version = git(repository, "rev-parse", "HEAD"), next_version()
        process = release(repository, version, "--date", "2026-12-01", "--dry-run")

        assert process.returncode == 0, process.stderr
        assert f"\n+## [{version}] - 2026-12-01\n" in process.stdout
        assert f'\n-version = "{current_version()}"\n+version = "{version}"\n' in process.stdout
        assert git(repository, "rev-parse", "HEAD") == head
        assert git(repository, "status", "--porcelain") == ""
        assert git(repository, "tag", "--list") == ""

    def test_is_refused_on_another_branch(self, repository: Path) -> None:
        git(repository, "switch", "--quiet", "--create", "proef")
        assert "een versie komt van de tak main; dit is proef" in refused(repository, next_version())

    def test_is_refused_with_changes_that_are_not_committed(self, repository: Path) -> None:
        (repository / "nieuw.txt").touch()
        assert "?? nieuw.txt" in refused(repository, next_version())

    def test_is_refused_for_a_tag_that_exists(self, repository: Path) -> None:
        git(repository, "tag", f"v{next_version()}")
        assert "bestaat al" in refused(repository, next_version())

    def test_is_refused_for_a_version_that_is_not_newer(self, repository: Path) -> None:
        assert "is niet nieuwer dan" in refused(repository, current_version())
        assert "is niet nieuwer dan" in refused(repository, "0.0.9")

    @pytest.mark.parametrize("version", ["", "1.2", "v1.2.0", "1.2.0-rc1", "01.2.0"])
    def test_is_refused_for_what_is_no_version(self, repository: Path, version: str) -> None:
        assert f'"{version}" is geen versie' in refused(repository, version)

    def test_is_refused_without_anything_new(self, repository: Path) -> None:
        release(repository, next_version())
        assert "er is niets om uit te brengen" in refused(repository, "999.0.0")

    def test_a_commit_that_a_hook_refuses_leaves_the_files_as_they_were(self, repository: Path) -> None:
        hook = repository / ".git/hooks/pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\necho nee >&2\nexit 1\n", encoding="utf-8")
        hook.chmod(0o755)
        assert "git commit lukt niet:\nnee" in refused(repository, next_version())

    def test_make_passes_on_the_version(self) -> None:
        commands = run("make", "--dry-run", "release", "VERSIE=1.2.0", "ARGS=--dry-run").stdout.splitlines()
        assert commands[-1].endswith("-m tools.release 1.2.0 --dry-run")


class TestTexts:
    """The texts of single files."""

    def test_older_versions_stay_below_the_new_one(self) -> None:
        older = "## [1.0.0] - 2026-11-01\n\n### Toegevoegd\n\n- Alles.\n"
        text, notes = release_changelog(f"{FIRST}\n{older}", "1.1.0", DAY)

        assert notes == NOTES
        assert text.endswith(f"{UNRELEASED}\n\n## [1.1.0] - 2026-12-01\n\n{NOTES}\n\n{older}")

    @pytest.mark.parametrize("text", ["# Wijzigingen\n", f"{UNRELEASED}\n", f"{UNRELEASED}\n\n### Toegevoegd\n"])
    def test_changelog_without_news(self, text: str) -> None:
        with pytest.raises(CannotRelease):
            release_changelog(text, "1.1.0", DAY)

    @pytest.mark.parametrize("text", ["", 'version = "1.0.0"\nversion = "1.0.0"\n'])
    def test_settings_need_one_version(self, text: str) -> None:
        with pytest.raises(CannotRelease):
            bump_pyproject(text, "1.1.0")

    @pytest.mark.parametrize("name", ["package.json", "package-lock.json"])
    def test_npm_files_are_written_as_npm_does(self, name: str) -> None:
        assert bump_npm(read(name), current_version()) == read(name)


def test_the_changelog_can_be_released() -> None:
    """Unreleased first, then versions from new to old, the newest of which is the version of the project."""
    sections = SECTION.findall(read(CHANGELOG))
    headings = [line for line in read(CHANGELOG).splitlines() if line.startswith("## ")]
    versions = [parse_version(name) for name, _ in sections[1:]]
    days = [date.fromisoformat(day) for _, day in sections[1:]]

    assert len(sections) == len(headings)
    assert sections[0] == ("Unreleased", "")
    assert versions == sorted(versions, reverse=True)
    assert days == sorted(days, reverse=True)
    assert not versions or versions[0] == parse_version(current_version())


def test_the_citation_is_of_this_version() -> None:
    """CITATION.cff can be read by those who cite, and names the version of pyproject.toml."""
    schema = ("--builtin-schema", "vendor.citation-file-format")
    process = run(sys.executable, "-m", "check_jsonschema", *schema, ROOT / "CITATION.cff")
    assert process.returncode == 0, process.stdout
    assert yaml.safe_load(read("CITATION.cff"))["version"] == current_version()
