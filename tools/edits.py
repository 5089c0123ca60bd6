"""What one edit takes and what it touches, for each kind of edit: part of `make bench`.

In: a corpus that was built (`tools.corpus`) and what builds it. Out: per kind seconds on the command line and in
memory, pages that were made anew and files that were written. The edits of a round come one upon another, each from
what the one before it built; then all is as it was. Run as a program (`python -m tools.edits FILE ROUNDS`, in the
folder of the corpus) it measures the session in memory and says so as JSON on standard error.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from tools.accounting import Run, run
from tools.saving import DATE, MARK, MeasurementError, freeze, timed

PROJECT = Path(__file__).resolve().parents[1]
"""Not taken from `tools.corpus`, which needs a builder: in the folder of a corpus that is the one to be measured."""
MANIFEST = "manifest.json"
TREND, TERMS = "content/trends/anders-werken.md", "content/begrippen.yaml"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that shows on a page."""

    name: str
    path: str
    """The file, from the folder of the corpus."""
    old: re.Pattern[str]
    new: str
    """What the first match becomes, as for `re.sub`; `{mark}` is another word each time."""
    page: str
    """Where the word is seen, in the output folder."""

    def save(self, folder: Path) -> str:
        """Edit the file as it is now, and give the mark."""
        mark = f"meetpunt-{time.monotonic_ns()}"
        file = folder / self.path
        text = file.read_text(encoding="utf-8")
        edited, times = self.old.subn(self.new.replace("{mark}", mark), text, count=1)
        if not times:
            raise MeasurementError(f"{self.path} has nothing to edit for {self.name}")
        file.write_text(edited, encoding="utf-8")
        return mark

    def expect(self, mark: str, page: bytes) -> None:
        """Raises `MeasurementError` when the page does not show the edit."""
        if mark.encode() not in page:
            raise MeasurementError(f"the edit of {self.name} is not in {self.page}")


def edits_of(item: Path) -> tuple[Edit, ...]:
    """One edit of each kind, of which two are of this praktijk."""
    praktijk, page = f"content/praktijken/{item.name}", f"praktijken/{item.stem}/index.html"
    trend, title = "trends/anders-werken/index.html", re.compile("^titel: .*$", re.MULTILINE)
    first_question = re.compile("^## Wat weten we niet\n\n- ", re.MULTILINE)
    return (
        Edit("text of a praktijk", praktijk, MARK, "{mark}", page),
        Edit("title of a praktijk", praktijk, title, "titel: Een {mark} van de hele straat", page),
        Edit("text of a trend", TREND, first_question, r"\g<0>Wat is {mark}? ", trend),
        Edit("title of a trend", TREND, title, r"\g<0> {mark}", trend),
        Edit("begrip", TERMS, re.compile("^  uitleg: ", re.MULTILINE), r"\g<0>Een {mark}. ", "begrippen/index.html"),
        Edit("site.yaml", "content/site.yaml", title, r"\g<0> {mark}", "index.html"),
        Edit(
            "template of the trends",
            "templates/pages/trend.html",
            re.compile(re.escape("{% block boven %}")),
            r"\g<0>\n<p>{mark}</p>",
            trend,
        ),
        Edit(
            "template of all pages",
            "templates/partials/voet.html",
            re.compile('<footer class="voet">'),
            r"\g<0>\n<p>{mark}</p>",
            "index.html",
        ),
    )


@contextmanager
def undone(folder: Path, edits: Sequence[Edit]) -> Iterator[None]:
    """The files are as before afterwards."""
    before = {path: path.read_bytes() for path in {folder / edit.path for edit in edits}}
    try:
        yield
    finally:
        for path, content in before.items():
            path.write_bytes(content)


@dataclass(frozen=True, slots=True)
class Effect:
    """Of one kind of edit, medians."""

    wall: float
    """Seconds on the command line."""
    cpu: float
    """Seconds of processors there."""
    memory: float
    """Seconds of a rebuild in memory, which makes no search and no data."""
    pages: float
    """Made anew."""
    files: float
    """Written: others are links to those of the site before."""


def measure(folder: Path, item: Path, out: Path, build: Callable[[], Run], rounds: int) -> dict[str, Effect]:
    """The effect of each kind of edit, by name; `build` is what builds the corpus in `folder` into `out`."""
    edits = edits_of(item)
    runs: dict[str, list[tuple[Run, int]]] = {edit.name: [] for edit in edits}
    for _ in range(rounds):
        build()
        with undone(folder, edits):
            for edit in edits:
                runs[edit.name].append(_rebuilt(edit, folder, out, build))
    command = [sys.executable, "-m", "tools.edits", str(item), str(rounds)]
    inside = run(command, folder, PYTHONPATH=str(PROJECT)).stages
    return {
        name: Effect(
            median(one.wall for one, _ in measured),
            median(one.cpu for one, _ in measured),
            inside[f"{name}: seconds"],
            inside[f"{name}: pages"],
            median(files for _, files in measured),
        )
        for name, measured in runs.items()
    }


def _rebuilt(edit: Edit, folder: Path, out: Path, build: Callable[[], Run]) -> tuple[Run, int]:
    """A build of the command line after an edit, and how many files it wrote."""
    before, mark = _inodes(out), edit.save(folder)
    measured = build()
    edit.expect(mark, (out / edit.page).read_bytes())
    return measured, len(_inodes(out) - before)


def _inodes(out: Path) -> set[int]:
    """What tells a file from one that was written in its place: a site is a new folder, with links to what stays."""
    return {path.stat().st_ino for path in out.rglob("*") if path.is_file() and path.name != MANIFEST}


def in_memory(project: Path, item: Path, rounds: int) -> dict[str, float]:
    """Median seconds of a rebuild by a session that has built before, and how many pages it made, by kind of edit."""
    from binnenstad_site.core.item_times import ItemTimes  # noqa: PLC0415 - the one of the folder this runs in
    from binnenstad_site.pipeline import Options, Session  # noqa: PLC0415

    times, options, edits = ItemTimes(), Options(date.fromisoformat(DATE)), edits_of(item)
    session = Session(project, times=times)
    figures: dict[str, list[tuple[float, int]]] = {edit.name: [] for edit in edits}
    for _ in range(rounds):
        session.end(session.build(options))
        freeze()
        with undone(project, edits):
            for edit in edits:
                mark = edit.save(project)
                times.seconds.clear()
                build, seconds, _ = timed(session, options)
                figures[edit.name].append((seconds, sum(stage == "render" for stage, _, _ in times.seconds)))
                session.end(build)
                edit.expect(mark, next(output for output in build.outputs if output.path == edit.page).read())
    return {
        f"{name}: {what}": median(one[place] for one in measured)
        for name, measured in figures.items()
        for place, what in enumerate(("seconds", "pages"))
    }


def table(n: int, effects: Mapping[str, Effect], cold: float, out: Path) -> str:
    """A line for each kind of edit, against the seconds of a cold build of the same site."""
    heads = ("wall s", "cpu s", "ratio", "memory s", "pages", "files")
    lines = [f"{n} items, one edit".ljust(26) + "".join(head.rjust(10) for head in heads)]
    lines += [
        f"{name:26}{one.wall:10.3f}{one.cpu:10.3f}{one.wall / cold:10.3f}{one.memory:10.3f}"
        f"{one.pages:10.0f}{one.files:10.0f}"
        for name, one in effects.items()
    ]
    return "\n".join([*lines, f"of {len(list(out.rglob('*.html')))} pages and {len(_inodes(out))} files"])


if __name__ == "__main__":
    print(json.dumps(in_memory(Path.cwd(), Path(sys.argv[1]), int(sys.argv[2]))), file=sys.stderr)
