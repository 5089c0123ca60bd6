"""Equal content and an equal date give equal bytes, whatever the machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.pipeline import Options, Session
from tests.conftest import ROOT, TODAY
from tests.tree import HANG, copy_tree, environment, run

DAY = TODAY.isoformat()
MACHINES: dict[str, dict[str, str]] = {
    "far east": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    "far west": {
        "PYTHONHASHSEED": "2",
        "TZ": "Etc/GMT+12",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "optimized": {"PYTHONHASHSEED": "3", "TZ": "Europe/Amsterdam", "PYTHONOPTIMIZE": "1"},
}


@pytest.fixture(scope="module")
def manifests(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The manifest of the small project as three machines make it: name of the machine -> bytes."""
    manifests = {}
    for seed, (name, variables) in enumerate(MACHINES.items()):
        folder = tmp_path_factory.mktemp("machine")
        (folder / "deep/er").mkdir(parents=True)
        tree = copy_tree(folder, seed=seed)
        umask = os.umask((0o022, 0o077, 0o002)[seed])
        try:
            done = run(
                tree,
                "--date",
                DAY,
                "--out",
                str(tree / "_site"),
                cwd=(tree, tree / "deep/er", Path("/"))[seed],
                **variables,
            )
        finally:
            os.umask(umask)
        assert done.returncode == 0, done.stdout + done.stderr
        manifests[name] = (tree / "_site/manifest.json").read_bytes()
    return manifests


@pytest.mark.parametrize("name", MACHINES)
def test_hash_seed_time_zone_locale_umask_folder_and_order_of_files_make_no_difference(
    manifests: dict[str, bytes], name: str
) -> None:
    assert manifests[name] == manifests["far east"]
    assert len(json.loads(manifests[name])["files"]) > 80


def test_the_clock_makes_no_difference(manifests: dict[str, bytes], tmp_path: Path) -> None:
    """The date is an argument, or `SOURCE_DATE_EPOCH`; both name the same day."""
    tree = copy_tree(tmp_path)
    done = run(tree, SOURCE_DATE_EPOCH="1795478400")  # 24 November 2026, midnight in UTC
    assert done.returncode == 0, done.stderr
    assert (tree / "_site/manifest.json").read_bytes() == manifests["far east"]


def test_the_real_content_twice() -> None:
    """Two builds in one process and one in another give the same bytes for every file."""
    first = Session(ROOT).build(Options(TODAY))
    again = Session(ROOT).build(Options(date(TODAY.year, TODAY.month, TODAY.day)))
    script = (
        "import hashlib\nfrom datetime import date\nfrom pathlib import Path\n"
        "from binnenstad_site.pipeline import Options, Session\n"
        f"build = Session(Path('.')).build(Options(date.fromisoformat('{DAY}')))\n"
        "for output in build.outputs: print(hashlib.sha256(output.read()).hexdigest(), output.path)\n"
    )
    other = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment(PYTHONHASHSEED="7", TZ="Asia/Tokyo"),
        capture_output=True,
        encoding="utf-8",
        timeout=HANG,
        check=True,
    )

    assert {output.path: output.read() for output in first.outputs} == {o.path: o.read() for o in again.outputs}
    assert other.stdout.splitlines() == [f"{digest(output.read())} {output.path}" for output in first.outputs]


def digest(content: bytes) -> str:
    from hashlib import sha256  # noqa: PLC0415

    return sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("byte order mark", lambda data: b"\xef\xbb\xbf" + data),
        ("line ends of Windows", lambda data: data.replace(b"\n", b"\r\n")),
        ("line ends of old", lambda data: data.replace(b"\n", b"\r")),
        ("mixed line ends", lambda data: data.replace(b"\n", b"\r\n", 5)),
    ],
)
def test_how_an_editor_saves_makes_no_difference(project: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    expected = Session(project).build(Options(TODAY)).outputs
    for file in (project / "content").rglob("*.*"):
        file.write_bytes(change(file.read_bytes()))
    build = Session(project).build(Options(TODAY))
    assert build.outputs == expected, name


def test_composed_and_decomposed_letters_are_the_same(project: Path) -> None:
    """A text from a Mac may write é as e and an accent."""
    file = project / "content/paginas/meedoen.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Vertel", "Vertél één"), encoding="utf-8")
    expected = Session(project).build(Options(TODAY)).outputs
    file.write_text(text.replace("Vertel", "Verte\u0301l e\u0301e\u0301n"), encoding="utf-8")
    assert Session(project).build(Options(TODAY)).outputs == expected
