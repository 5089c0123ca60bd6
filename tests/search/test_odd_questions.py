"""Odd questions: none makes the search slow, break or interpret what was typed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from binnenstad_site.cli.explain_search import lay_out
from binnenstad_site.render.assets import read_assets
from tests.conftest import ROOT, build

NODE = shutil.which("node") or "node"
pytestmark = pytest.mark.content


def test_odd_and_random_questions(tmp_path: Path) -> None:
    """Of the real site: each within five seconds and with sound answers."""
    built = build(ROOT)
    assert built.index is not None
    index = lay_out(tmp_path, built.index.files, read_assets(ROOT / "templates" / "assets").files)
    command = [NODE, str(ROOT / "tests" / "zoek" / "odd.mjs"), str(tmp_path), str(index), "300"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert int(done.stdout) > 600
