"""Odd questions: none makes the search slow, break or interpret what was typed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from binnenstad_site.cli.explain_search import lay_out
from binnenstad_site.render.assets import read_assets
from tests.conftest import ROOT
from tools.searching import build, read_lines, read_rows

NODE = shutil.which("node") or "node"
ZOEK = ROOT / "tests" / "zoek"


def test_odd_and_random_questions(tmp_path: Path) -> None:
    """Of the documents of the search test: each within five seconds and with sound answers."""
    documents = read_lines((ZOEK / "documents.jsonl").read_text(encoding="utf-8"))
    index, _ = build(documents, read_rows(ZOEK / "begrippen.yaml"), read_rows(ROOT / "content" / "gemeenten.yaml"))
    folder = lay_out(tmp_path, index.files, read_assets(ROOT / "templates" / "assets").files)
    command = [NODE, str(ZOEK / "odd.mjs"), str(tmp_path), str(folder), "300"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert int(done.stdout) > 600
