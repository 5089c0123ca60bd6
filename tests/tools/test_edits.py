"""Each kind of edit is made, seen in its page, counted and undone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.accounting import Run
from tools.edits import edits_of, measure
from tools.saving import MeasurementError

SOURCES = {
    "praktijken/x/index.html": ("content/praktijken/x.md",),
    "trends/anders-werken/index.html": ("content/trends/anders-werken.md", "templates/pages/trend.html"),
    "begrippen/index.html": ("content/begrippen.yaml",),
    "index.html": ("content/site.yaml", "templates/partials/voet.html"),
    "ander.html": ("templates/partials/voet.html",),
}
FILES = {
    "content/praktijken/x.md": "---\ntitel: Een plein\n---\n\nMeetpunt meetpunt-0.\n",
    "content/trends/anders-werken.md": "---\ntitel: Anders werken\n---\n\n## Wat weten we niet\n\n- Hoeveel?\n",
    "content/begrippen.yaml": "- term: plint\n  uitleg: De begane grond.\n",
    "content/site.yaml": "titel: De binnenstad\n",
    "templates/pages/trend.html": "{% block boven %}",
    "templates/partials/voet.html": '<footer class="voet">',
    "binnenstad_site/__init__.py": "",
    "binnenstad_site/core/__init__.py": "",
    "binnenstad_site/core/item_times.py": "class ItemTimes:\n    def __init__(self):\n        self.seconds = {}\n",
    "binnenstad_site/pipeline.py": f"""
import collections, pathlib
Options, Output = collections.namedtuple("Options", "today"), collections.namedtuple("Output", "path read")
Build = collections.namedtuple("Build", "outputs")

class Session:
    def __init__(self, project, times):
        self.project, self.times, self.kept = project, times, {{}}

    def build(self, options):
        for page, sources in {SOURCES}.items():
            content = b"".join((self.project / source).read_bytes() for source in sources)
            if self.kept.get(page) != content:
                self.kept[page] = content
                self.times.seconds["render", "", page] = 0
        self.times.seconds["load", "", ""] = 0
        return Build([Output(page, lambda content=content: content) for page, content in self.kept.items()])

    def end(self, build):
        pass
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of a few pages with a session that copies files."""
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def build(folder: Path, tmp_path: Path) -> Callable[[], Run]:
    """A builder that makes a new folder, with links to what stays, as ours does."""
    out, new = tmp_path / "uit", tmp_path / "nieuw"

    def copy() -> Run:
        for page, sources in SOURCES.items():
            content = b"".join((folder / source).read_bytes() for source in sources)
            (new / page).parent.mkdir(parents=True, exist_ok=True)
            if (out / page).is_file() and (out / page).read_bytes() == content:
                (new / page).hardlink_to(out / page)
            else:
                (new / page).write_bytes(content)
        shutil.rmtree(out, ignore_errors=True)
        new.rename(out)
        return Run(2.0, 1.0, 10.0)

    return copy


def test_every_kind_is_measured_and_undone(folder: Path, tmp_path: Path, build: Callable[[], Run]) -> None:
    effects = measure(folder, folder / "content/praktijken/x.md", tmp_path / "uit", build, 2)
    assert {name: (one.wall, one.cpu, one.pages, one.files) for name, one in effects.items()} == {
        "text of a praktijk": (2, 1, 1, 1),
        "title of a praktijk": (2, 1, 1, 1),
        "text of a trend": (2, 1, 1, 1),
        "title of a trend": (2, 1, 1, 1),
        "begrip": (2, 1, 1, 1),
        "site.yaml": (2, 1, 1, 1),
        "template of the trends": (2, 1, 1, 1),
        "template of all pages": (2, 1, 2, 2),
    }
    assert all(one.memory > 0 for one in effects.values())
    assert {name: (folder / name).read_text(encoding="utf-8") for name in FILES} == FILES


def test_an_edit_that_is_not_seen_is_no_measurement(folder: Path, tmp_path: Path, build: Callable[[], Run]) -> None:
    build()
    with pytest.raises(MeasurementError, match="the edit of text of a praktijk is not in praktijken/x/index"):
        measure(folder, folder / "content/praktijken/x.md", tmp_path / "uit", lambda: Run(1, 1, 1), 1)
    assert (folder / "content/praktijken/x.md").read_text(encoding="utf-8") == FILES["content/praktijken/x.md"]


def test_a_file_without_a_place_for_an_edit_is_told(folder: Path, tmp_path: Path, build: Callable[[], Run]) -> None:
    (folder / "content/begrippen.yaml").write_text("[]", encoding="utf-8")
    with pytest.raises(MeasurementError, match=r"content/begrippen\.yaml has nothing to edit for begrip"):
        measure(folder, folder / "content/praktijken/x.md", tmp_path / "uit", build, 1)


def test_the_content_and_templates_of_this_project_have_a_place_for_every_edit() -> None:
    """But for the mark, which generated praktijken have."""
    for edit in edits_of(ROOT / "content/praktijken/x.md"):
        if edit.path != "content/praktijken/x.md":
            assert edit.old.search((ROOT / edit.path).read_text(encoding="utf-8")), edit.name
