"""What takes long, for `make nacht`: ten thousand items, and many thousands of random texts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binnenstad_site.load.documents import Layout, Storage
from binnenstad_site.load.front_matter import parse_file
from binnenstad_site.validate.markdown import Notes, Terms, parse, render
from tools import corpus
from tools.memory import LargestProgram

pytestmark = pytest.mark.nacht

MANY = settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
ITEMS = 10_000
MOST_MEMORY = 500 * 1024
"""Kibibytes that the largest process may take."""


def test_ten_thousand_items(tmp_path: Path) -> None:
    """A site of ten thousand praktijken builds without an error, within the memory of a small machine."""
    project = tmp_path / "project"
    corpus.make(ITEMS, project)
    command = [
        sys.executable,
        "build.py",
        "--out",
        str(tmp_path / "_site"),
        "--date",
        "2026-11-24",
        "--no-share-images",
    ]
    with LargestProgram() as largest:
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=1800, check=False)
        most = largest.since_last_time()

    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert len(list((tmp_path / "_site/praktijken").glob("*/index.html"))) >= ITEMS
    assert 0 < most <= MOST_MEMORY


@given(st.binary(max_size=400))
@MANY
def test_any_bytes_are_read_or_reported(data: bytes) -> None:
    """Whatever a file holds, reading it gives documents or diagnostics inside the file, and never raises."""
    for storage in (Storage.MARKDOWN, Storage.YAML, Storage.LIST):
        name = "praktijken" if storage is not Storage.LIST else "begrippen"
        path = f"content/{name}/x{'.md' if storage is Storage.MARKDOWN else '.yaml'}"
        parsed = parse_file(data, path, Layout(name, storage, slug_from="term" if storage is Storage.LIST else ""))
        if storage is not Storage.LIST:  # a list with only comments is an empty list
            assert parsed.documents or parsed.diagnostics


@given(st.text(alphabet="---\n: #'\"[]{}&*!|>@`%?,abc\t\\~ \u200b", max_size=200))
@MANY
def test_any_front_matter_is_read_or_reported(text: str) -> None:
    """The characters that mean something in YAML, in any order."""
    parse_file(
        f"---\n{text}\n---\n\ntekst\n".encode(), "content/praktijken/x.md", Layout("praktijken", Storage.MARKDOWN)
    )


@given(st.text(alphabet="[]()@;:!#*_`<>-|~\\abc&\n \u00a0", max_size=200))
@MANY
def test_any_markdown_is_safe(text: str) -> None:
    """The characters that mean something in Markdown, in any order: nothing becomes active."""
    body = parse(text)
    notes = Notes(links={link.key: link.href for link in body.links}, terms=Terms.of({"a": "a"}))
    html = "".join(render(section, notes) for section in body.sections).lower()

    assert "<script" not in html
    assert 'href="javascript:' not in html
    assert " on" not in "".join(piece.split(">")[0] for piece in html.split("<")[1:])
