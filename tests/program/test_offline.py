"""A whole build asks nothing of any network: with pictures, search, documents and open data, in every process of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tree import DAY, HANG, calm, copy_tree, environment, site_of

REFUSE = """
import os, socket
def refuse(self, address, *rest):
    if self.family != socket.AF_UNIX:
        with open(os.environ["ASKED"], "a", encoding="utf-8") as log:
            log.write(f"{address}\\n")
        raise OSError("no network here")
    return connect(self, address, *rest)
connect = socket.socket.connect
socket.socket.connect = socket.socket.connect_ex = refuse
socket.socket.sendto = refuse
def resolve(host, *rest, **more):
    refuse(socket.socket.__new__(socket.socket), host)
socket.getaddrinfo = resolve
"""
"""Loaded by every Python before anything else: no connection, no question for a name."""
ASK = "import socket; socket.create_connection(('example.com', 80), 2)"


def _apart() -> list[str]:
    """What starts a program without any network, where the system permits that: a namespace with only itself."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode != 0:
        return []  # the refusal above holds there too, so the test is never skipped
    return [unshare, "-rn"]


@pytest.fixture
def offline(tmp_path: Path) -> tuple[list[str], dict[str, str], Path]:
    """How to start a program without a network, with which variables, and where is written what it asked for."""
    (tmp_path / "geen").mkdir()
    (tmp_path / "geen/sitecustomize.py").write_text(REFUSE, encoding="utf-8")
    asked = tmp_path / "gevraagd.txt"
    return [*_apart(), sys.executable], environment(PYTHONPATH=str(tmp_path / "geen"), ASKED=str(asked)), asked


def test_nothing_is_asked(tmp_path: Path, offline: tuple[list[str], dict[str, str], Path]) -> None:
    start, variables, asked = offline
    (tmp_path / "project").mkdir()
    tree = copy_tree(tmp_path / "project")
    done = subprocess.run(
        [*start, "build.py", "--schoon", *DAY],
        cwd=tree,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        timeout=HANG,
        check=False,
    )
    assert done.returncode == 0, calm(done)
    assert not asked.exists(), asked.read_text(encoding="utf-8")
    assert {path.rpartition(".")[2] for path in site_of(tree)} >= {"html", "png", "pdf", "zip", "woff2", "json", "csv"}


def test_somebody_who_asks_is_seen(tmp_path: Path, offline: tuple[list[str], dict[str, str], Path]) -> None:
    """The test above can fail."""
    start, variables, asked = offline
    done = subprocess.run([*start, "-c", ASK], env=variables, capture_output=True, timeout=HANG, check=False)
    assert done.returncode == 1
    assert "example.com" in asked.read_text(encoding="utf-8")
