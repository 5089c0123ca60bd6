"""Writes what the check says of a proposal, for `tools/comment.py`, which runs where this proposal cannot reach.

    python -m tools.proposing COMMIT --number N --report rapport.json --out voorstel.json

COMMIT is what the proposal is to be merged into; what stands here is the proposal merged into it. Addresses of other
sites are those of the files that changed and of no file of `content/` before. Exit status 2 when git cannot tell.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from binnenstad_site.core.hosts import host_of
from binnenstad_site.load.documents import CONTENT
from binnenstad_site.report.frames import safe
from binnenstad_site.serve.preview import address_of_file
from tools.proposal import ADDRESS, HOST, LONGEST, MOST_ROWS, Binary, ChangedPage, Message, NewHost, Proposal, as_json

_ADDRESS = re.compile(rb"https?://[^\s\"'<>()\[\]{}|\\^`]+", re.IGNORECASE)
_TEXTS = (".md", ".yaml")


class GitSilent(Exception):  # noqa: N818 - an answer, not a failure
    """Git does not know the commit."""


def gathered(project: Path, base: str, number: int, report: Mapping[str, Any] | None) -> Proposal:
    """All that is told of what changed since a commit; raises `GitSilent`. No report: the check came to none."""
    changes = _changes(project, base)
    messages = () if report is None else tuple(map(_message, report["diagnostics"][:MOST_ROWS]))
    return Proposal(
        number,
        report is not None,
        messages,
        tuple(_pages(project, base, changes))[:MOST_ROWS],
        tuple(_hosts(project, base, changes))[:MOST_ROWS],
        tuple(_binaries(project, base))[:MOST_ROWS],
    )


def _git(project: Path, *arguments: str) -> bytes:
    process = subprocess.run(("git", *arguments), cwd=project, check=False, capture_output=True)
    if process.returncode:
        raise GitSilent(process.stderr.decode("utf-8", "replace").strip())
    return process.stdout


def _names(output: bytes) -> list[str]:
    return [name.decode("utf-8", "replace") for name in output.split(b"\0") if name]


def _changes(project: Path, base: str) -> Mapping[str, str]:
    """File of the content -> A (new), M (different) or D (gone)."""
    words = _names(
        _git(project, "diff", "--no-renames", "--name-status", "-z", "--end-of-options", base, "--", f"{CONTENT}/")
    )
    return dict(zip(words[1::2], words[::2], strict=True))


def _message(row: Mapping[str, Any]) -> Message:
    path, message, hint = (_short(row[name]) for name in ("path", "message", "hint"))
    return Message(row["severity"], row["code"], path, row["line"], message, hint)


def _short(text: str) -> str:
    text = safe(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _pages(project: Path, base: str, changes: Mapping[str, str]) -> Iterator[ChangedPage]:
    """The pages of the files that changed, by what is there now and what was there before."""
    before = _addresses(_names(_git(project, "ls-tree", "-rz", "--name-only", base, f"{CONTENT}/")))
    now = _addresses(_names(_git(project, "ls-files", "-z", "--", f"{CONTENT}/")))
    for address in sorted(_addresses(changes)):
        yield ChangedPage(address, "weg" if address not in now else "anders" if address in before else "nieuw")


def _addresses(paths: Iterable[str]) -> set[str]:
    """Where these files are read; what lies beside a text belongs to its page, and an impossible name is no page."""
    texts = (path if PurePosixPath(path).suffix in _TEXTS else _text_beside(path) for path in paths)
    addresses = {address_of_file(path) for path in texts if path}
    return {address for address in addresses if ADDRESS.fullmatch(address)}


def _text_beside(path: str) -> str:
    folder = PurePosixPath(path).parent
    return f"{folder}/index.md" if len(folder.parts) == 3 else ""


def _hosts_in(data: bytes) -> Iterator[str]:
    for match in _ADDRESS.finditer(data):
        host = host_of(match.group().decode("utf-8", "replace").lower())
        if HOST.fullmatch(host):
            yield host


def _hosts(project: Path, base: str, changes: Mapping[str, str]) -> Iterator[NewHost]:
    """Only content can be known not to be followed: what a proposal with code names is for a reviewer to read."""
    known = set(_hosts_in(_git(project, "archive", "--format=tar", base, f"{CONTENT}/")))
    for path in sorted(path for path, change in changes.items() if change != "D"):
        for host in dict.fromkeys(_hosts_in(_git(project, "show", f"HEAD:{path}"))):
            if host not in known:
                known.add(host)
                yield NewHost(host, _short(path))


def _binaries(project: Path, base: str) -> Iterator[Binary]:
    """Files that are new or different and no text, by what git thinks of their bytes."""
    for row in _names(
        _git(project, "diff", "--no-renames", "--diff-filter=d", "--numstat", "-z", "--end-of-options", base)
    ):
        added, removed, path = row.split("\t", 2)
        if (added, removed) == ("-", "-"):
            yield Binary(_short(path), int(_git(project, "cat-file", "-s", f"HEAD:{path}")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.proposing", description="Wat er over een voorstel te zeggen is."
    )
    parser.add_argument("base", metavar="COMMIT", help="waarin het voorstel wordt samengevoegd")
    parser.add_argument("--number", type=int, required=True, metavar="N", help="nummer van het voorstel")
    parser.add_argument("--report", type=Path, required=True, metavar="BESTAND", help="wat check --json schreef")
    parser.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="waar het komt")
    options = parser.parse_args(arguments)
    report = json.loads(options.report.read_text(encoding="utf-8")) if options.report.is_file() else None
    try:
        proposal = gathered(Path(), options.base, options.number, report)
    except GitSilent as silent:
        print(f"fout: git kent {options.base} niet: {silent}", file=sys.stderr)
        return 2
    options.out.write_text(as_json(proposal), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
