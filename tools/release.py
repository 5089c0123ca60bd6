"""Makes a version: `make release VERSIE=1.2.0`, on a clean `main` of which the tests are green.

What stands under "Unreleased" in CHANGELOG.md gets the version and the date as its heading, CITATION.cff gets both too,
pyproject.toml and the two files of npm get the version, and all of that becomes one commit with an annotated tag
`v1.2.0`. Nothing is pushed. `ARGS=--dry-run` shows the changes and makes none; `ARGS="--date 2026-12-01"` replaces
today's date in UTC.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
BRANCH = "main"
CHANGELOG = "CHANGELOG.md"
CITATION = "CITATION.cff"
UNRELEASED = "## [Unreleased]"

VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
"""As https://semver.org/ defines it, without pre-releases."""
SECTION = re.compile(r"^## \[(.+)\](?: - (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)
PYPROJECT_VERSION = re.compile(r'^version = "(.*)"$', re.MULTILINE)

Numbers: TypeAlias = tuple[int, ...]


class CannotRelease(Exception):  # noqa: N818 - a refusal, not a fault of this program
    """Why there is no new version; the text is Dutch and for the maintainer."""


def parse_version(text: str) -> Numbers:
    """`1.12.0` is (1, 12, 0), so that versions compare as numbers."""
    match = VERSION.fullmatch(text)
    if match is None:
        raise CannotRelease(f'"{text}" is geen versie: typ drie getallen, zoals make release VERSIE=1.2.0')
    return tuple(int(number) for number in match.groups())


def release_changelog(text: str, version: str, day: date) -> tuple[str, str]:
    """The changelog with `version` in place of what was unreleased, and the lines that belong to the version."""
    before, heading, after = text.partition(f"{UNRELEASED}\n")
    if not heading:
        raise CannotRelease(f"{CHANGELOG} heeft geen kop {UNRELEASED}")
    next_section = SECTION.search(after)
    notes = after[: next_section.start() if next_section else None].strip()
    if not re.search(r"^- ", notes, re.MULTILINE):
        raise CannotRelease(f"{CHANGELOG} heeft niets onder {UNRELEASED}: er is niets om uit te brengen")
    older = after[next_section.start() :] if next_section else ""
    section = f"## [{version}] - {day.isoformat()}\n\n{notes}\n"
    return f"{before}{heading}\n{section}" + (f"\n{older}" if older else ""), notes


def bump_pyproject(text: str, version: str) -> str:
    """The same settings with another version."""
    bumped, count = PYPROJECT_VERSION.subn(f'version = "{version}"', text)
    if count != 1:
        raise CannotRelease(f"pyproject.toml heeft {count} regels `version = …`, en dat moet er één zijn")
    return bumped


def bump_citation(text: str, version: str, day: date) -> str:
    """`CITATION.cff` with another version and its day."""
    kept = [line for line in text.splitlines() if not line.startswith("date-released:")]
    place = next((number for number, line in enumerate(kept) if line.startswith("version:")), None)
    if place is None:
        raise CannotRelease(f"{CITATION} heeft geen regel `version: …`")
    kept[place : place + 1] = [f"version: {version}", f"date-released: {day.isoformat()}"]
    return "\n".join(kept) + "\n"


def bump_npm(text: str, version: str) -> str:
    """`package.json` or its lock with another version of this project, written as npm does."""
    package = json.loads(text)
    package["version"] = version
    if "packages" in package:
        package["packages"][""]["version"] = version
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def read(root: Path, name: str) -> str:
    """The text of a file of the project."""
    return (root / name).read_text(encoding="utf-8")


def plan(root: Path, version: str, day: date) -> tuple[Mapping[str, str], str]:
    """The new text of each file that changes, by name, and the message of the tag."""
    pyproject = read(root, "pyproject.toml")
    current = PYPROJECT_VERSION.search(pyproject)
    if current and parse_version(version) <= parse_version(current[1]):
        raise CannotRelease(f"{version} is niet nieuwer dan {current[1]}, de versie in pyproject.toml")
    changelog, notes = release_changelog(read(root, CHANGELOG), version, day)
    texts = {CHANGELOG: changelog, "pyproject.toml": bump_pyproject(pyproject, version)}
    texts[CITATION] = bump_citation(read(root, CITATION), version, day)
    for name in ("package.json", "package-lock.json"):
        texts[name] = bump_npm(read(root, name), version)
    return texts, f"Versie {version}\n\n{notes}\n"


def git(root: Path, *arguments: str) -> str:
    """What git prints; its complaint is a reason to stop."""
    process = subprocess.run(("git", *arguments), cwd=root, capture_output=True, encoding="utf-8", check=False)
    if process.returncode:
        raise CannotRelease(f"git {arguments[0]} lukt niet:\n{process.stderr.strip()}")
    return process.stdout.strip()


def check_repository(root: Path, tag: str) -> None:
    """A version is made of what is committed on the branch that is published, and once."""
    branch = git(root, "rev-parse", "--abbrev-ref", "HEAD")
    if branch != BRANCH:
        raise CannotRelease(f"een versie komt van de tak {BRANCH}; dit is {branch}")
    if changed := git(root, "status", "--porcelain"):
        raise CannotRelease(f"er zijn wijzigingen die nog niet zijn vastgelegd:\n{changed}")
    if git(root, "tag", "--list", tag):
        raise CannotRelease(f"de versie {tag} bestaat al")


def differences(root: Path, texts: Mapping[str, str]) -> str:
    """What would change, as `git diff` shows it."""
    lines: list[str] = []
    for name, text in texts.items():
        old, new = (content.splitlines(keepends=True) for content in (read(root, name), text))
        lines += difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(lines)


def make_release(root: Path, texts: Mapping[str, str], tag: str, message: str) -> None:
    """Write the files, commit them and tag the commit; a commit that is refused leaves the files as they were."""
    for name, text in texts.items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    try:
        git(root, "commit", "--quiet", "--message", f"Version {tag.removeprefix('v')}", "--", *texts)
    except CannotRelease:
        git(root, "checkout", "--quiet", "HEAD", "--", *texts)
        raise
    # Verbatim, because git takes the headings of the changelog for comments.
    git(root, "tag", "--annotate", "--cleanup=verbatim", "--message", message, tag)


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """The command line: 0 when the version was made or could be, 1 when something is in the way."""
    parser = argparse.ArgumentParser(prog="python -m tools.release", description="Een nieuwe versie uitbrengen.")
    parser.add_argument("version", nargs="?", default="", help="drie getallen, zoals 1.2.0")
    parser.add_argument("--date", type=date.fromisoformat, default=datetime.now(UTC).date(), help="JJJJ-MM-DD")
    parser.add_argument("--dry-run", action="store_true", help="tonen wat er zou veranderen, en niets veranderen")
    options = parser.parse_args(arguments)
    tag = f"v{options.version}"
    try:
        texts, message = plan(root, options.version, options.date)
        check_repository(root, tag)
        if options.dry_run:
            print(differences(root, texts))
            print(f"Proef: er is niets veranderd. Zonder --dry-run komt er één commit met de tag {tag}.")
            return 0
        make_release(root, texts, tag, message)
    except CannotRelease as error:
        print(f"fout: {error}", file=sys.stderr)
        return 1
    print(f"{tag} staat klaar. Bekijk hem met: git show {tag}. Publiceren: git push origin {BRANCH} {tag}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
