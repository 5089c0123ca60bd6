"""Equal content and an equal date give equal bytes, whatever the machine."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.pipeline import Options, Session
from tests.conftest import TODAY
from tests.tree import copy_tree, run

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


def test_two_builds_in_one_process(project: Path) -> None:
    """A second build keeps nothing that shows; `make twice` does the same with the real content, in two processes."""
    session = Session(project)
    first = session.build(Options(TODAY))

    for build in (session.build(Options(TODAY)), Session(project).build(Options(TODAY))):
        assert build.outputs == first.outputs


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
