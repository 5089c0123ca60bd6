"""How fast the builder is, on generated praktijken: `make bench` or `python -m tools.bench [--sizes N,N] [--rounds N]`.

For each size it makes a corpus once (`tools.corpus`, under `.bouw/bench/`) and runs the builder as a whole process, in
interleaved rounds: a cold build into a fresh folder (`--schoon`), a build with nothing changed, a build after one edit.
Then, with as many edits as rounds, the rebuild of a session in memory, and how long `serve` takes from a save until it
shows the new page (`tools.saving`); and at one size what other kinds of edits take and touch (`tools.edits`, not with
`--no-edits`). It adds `check` of a small site against a Python that does nothing, how the cold
time of one item grows from each size to the next, how many seconds a MB of HTML takes, and what changed since the last
time.

Figures are medians. Wall and processor time and the peak memory of the largest process are what the operating system
accounts the finished child. Only ratios within one run compare: machines differ and drift. What is made once and kept
(fonts) is warm, share pictures are left out, and nothing here asserts a time. The tables go to standard output, all
figures to `.bouw/bench/resultaat.json`, and each result as a line to `geschiedenis.jsonl` beside it (`tools.history`).
With `--annotate` what became slower is a warning of GitHub too; with `--peers FOLDER` other generators are measured
after us, in turns with our cold build (`tools.peers`).
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from tools import edits, history, peers
from tools.accounting import Run, middle, run
from tools.corpus import PRAKTIJKEN, PROJECT, is_made, place_code
from tools.saving import DATE, MeasurementError, edited, served

BENCH = PROJECT / ".bouw" / "bench"
MOST_EDITED = 1000
"""The kinds of edits are measured at the largest size that is no larger."""
SMALL = 5
"""Items of the site whose `check` is measured against a Python that does nothing."""
COLD, UNCHANGED, EDITED = "cold build", "nothing changed", "one edit"
MEMORY = "one edit, in memory"
CHECK, NOTHING = f"check of {SMALL} items", "python -c pass"
LOOP, LOOPING = "a loop of Python", "for _ in range(20_000_000): pass"
"""What figures of different days are compared by: a machine that is slow today is slow at this too."""


@dataclass(frozen=True)
class Site:
    """A corpus on disk that is built again and again."""

    n: int

    @property
    def folder(self) -> Path:
        return BENCH / str(self.n)

    @property
    def out(self) -> Path:
        return BENCH / "uit" / str(self.n)

    @cached_property
    def item(self) -> Path:
        """The praktijk that is edited: the middle one."""
        files = sorted((self.folder / PRAKTIJKEN).glob("*.md"))
        return files[len(files) // 2]

    def prepare(self) -> None:
        """Make the corpus unless it is there, put in the code as it is now, and build once so that fonts are warm."""
        if not is_made(self.n, self.folder):
            print(f"making {self.n} items", file=sys.stderr)
            maker = [sys.executable, "-m", "tools.corpus", str(self.n), str(self.folder)]
            subprocess.run(maker, cwd=PROJECT, check=True)
        place_code(self.folder)
        self.build()

    def build(self, *flags: str) -> Run:
        command = [sys.executable, "build.py", "--out", str(self.out), "--date", DATE, "--no-share-images", *flags]
        return run(command, self.folder)

    def check(self) -> Run:
        return run([sys.executable, "build.py", "check", "--date", DATE], self.folder)

    def cold(self) -> Run:
        """A build that knows nothing of the ones before, but for the fonts."""
        shutil.rmtree(self.out, ignore_errors=True)
        return self.build("--schoon", "--timings")

    def unchanged(self) -> Run:
        """A build after one that left nothing to do: the first of the two writes down what the site is."""
        self.build()
        return self.build()

    @property
    def html_megabytes(self) -> float:
        """How much HTML the last build wrote, in MB of 10^6 bytes."""
        return sum(file.stat().st_size for file in self.out.rglob("*.html")) / 1e6

    def rebuild(self) -> Run:
        """A build after one edit, which must be seen in the page."""
        with edited(self.item) as item:
            mark = item.save()
            measured = self.build("--timings")
        if mark not in (self.out / item.page).read_text(encoding="utf-8"):
            raise MeasurementError(f"the edit of {self.item.name} is not in its page")
        return measured

    def effects(self, rounds: int) -> dict[str, edits.Effect]:
        """What each kind of edit takes and touches."""
        return edits.measure(self.folder, self.item, self.out, lambda: self.build("--timings"), rounds)

    def in_memory(self, rounds: int) -> Run:
        """Rebuilds by one session; the peak memory is that of its whole life."""
        command = [sys.executable, "-m", "tools.saving", str(self.item), str(rounds)]
        process = run(command, self.folder, PYTHONPATH=str(PROJECT))
        return Run(process.stages["wall"], process.stages["cpu"], process.peak)


Kind = tuple[int, str]
"""Number of items (0 where it does not count), and what is measured."""


def kinds_of(sites: Sequence[Site], small: Site) -> dict[Kind, Callable[[], Run]]:
    """What one round measures, in order: a build starts from what the one before it left."""
    kinds: dict[Kind, Callable[[], Run]] = {}
    for site in sites:
        kinds |= {(site.n, COLD): site.cold, (site.n, UNCHANGED): site.unchanged, (site.n, EDITED): site.rebuild}
    kinds[0, NOTHING] = lambda: run([sys.executable, "-c", "pass"], PROJECT)
    kinds[0, LOOP] = lambda: run([sys.executable, "-c", LOOPING], PROJECT)
    kinds[0, CHECK] = small.check
    return kinds


def measured(kinds: Mapping[Kind, Callable[[], Run]], rounds: int) -> dict[Kind, Run]:
    """The median of every kind over interleaved rounds."""
    runs_of: dict[Kind, list[Run]] = {kind: [] for kind in kinds}
    for number in range(1, rounds + 1):
        for (n, name), measure in kinds.items():
            print(f"round {number}: {f'{n} items, ' if n else ''}{name}", file=sys.stderr)
            runs_of[n, name].append(measure())
    return {kind: middle(kind_runs) for kind, kind_runs in runs_of.items()}


def table(n: int, figures: Mapping[str, Run], seen_after: float) -> str:
    """The figures of one size, each kind against the cold build."""
    cold = figures[COLD]
    lines = [f"{n} items".ljust(22) + "".join(name.rjust(10) for name in ("wall s", "cpu s", "peak MiB", "ratio"))]
    lines += [
        f"{name:22}{one.wall:10.3f}{one.cpu:10.3f}{one.peak:10.0f}{one.wall / cold.wall:10.3f}"
        for name, one in figures.items()
    ]
    lines.append(f"{'one edit, until seen':22}{seen_after:10.3f}{seen_after / cold.wall:30.3f}")
    stages = {**cold.stages, "start and end": cold.wall - sum(cold.stages.values())}
    parts = (f"{name} {seconds:.3f} s ({seconds / cold.wall:.0%})" for name, seconds in stages.items())
    return "\n".join([*lines, f"cold build by stage: {', '.join(parts)}"])


def growth(cold: Mapping[int, float]) -> dict[str, float]:
    """How much longer one item takes in a site of the next size: cold seconds by number of items, compared."""
    return {
        f"{small} to {large}": cold[large] / large / (cold[small] / small) for small, large in pairwise(sorted(cold))
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the result; the exit status is 1 when a build fails."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", default="100,1000,10000", help="numbers of items (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each kind is measured (default: %(default)s)")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="measure the generators of this folder too")
    parser.add_argument("--no-edits", action="store_true", help="measure an edit of a text only, and no other kinds")
    parser.add_argument("--annotate", action="store_true", help="tell what became slower as a warning of GitHub")
    chosen = parser.parse_args(arguments)
    sites = [Site(int(size)) for size in chosen.sizes.split(",")]
    small = Site(SMALL)
    try:
        for site in (*sites, small):
            site.prepare()
        figures = measured(kinds_of(sites, small), chosen.rounds)
        seen = {}
        for site in sites:
            print(f"edits: {site.n} items, in memory and in serve", file=sys.stderr)
            figures[site.n, MEMORY] = site.in_memory(chosen.rounds)
            seen[site.n] = served(site.folder, site.item, chosen.rounds)
        effects = {} if chosen.no_edits else measured_edits(sites, chosen.rounds)
        weights = {site.n: site.html_megabytes for site in sites}
        others = measured_peers(chosen.peers, sites, chosen.rounds) if chosen.peers else []
    except (MeasurementError, OSError, subprocess.CalledProcessError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    report(figures, seen, effects, weights, others, chosen.rounds, annotate=chosen.annotate)
    return 0


def measured_edits(sites: Sequence[Site], rounds: int) -> dict[int, dict[str, edits.Effect]]:
    """What the kinds of edits do at one size, by that size; nothing where all are too large."""
    fitting = [site for site in sites if site.n <= MOST_EDITED]
    if not fitting:
        return {}
    site = max(fitting, key=lambda site: site.n)
    print(f"kinds of edits: {site.n} items", file=sys.stderr)
    return {site.n: site.effects(rounds)}


def measured_peers(folder: Path, sites: Sequence[Site], rounds: int) -> list[peers.Peer]:
    """The generators of a folder and our own cold build, over our corpora."""
    ours = f"{sys.executable} build.py --out {{o}} --date {DATE} --no-share-images --schoon"
    return peers.measure(folder, [site.n for site in sites], rounds, ours, str(BENCH / "{n}"))


def loops(
    figures: Mapping[Kind, Run], seen: Mapping[int, float], effects: Mapping[int, Mapping[str, edits.Effect]]
) -> dict[str, float]:
    """Every wall time as a number of loops, by what was measured."""
    loop = figures[0, LOOP].wall
    walls = {f"{n} items, {name}" if n else name: one.wall for (n, name), one in figures.items() if name != LOOP}
    walls |= {f"{n} items, one edit, until seen": seconds for n, seconds in seen.items()}
    walls |= {f"{n} items, {name}": one.wall for n, kinds in effects.items() for name, one in kinds.items()}
    return {name: wall / loop for name, wall in walls.items()}


def report(
    figures: Mapping[Kind, Run],
    seen: Mapping[int, float],
    effects: Mapping[int, Mapping[str, edits.Effect]],
    weights: Mapping[int, float],
    others: Sequence[peers.Peer],
    rounds: int,
    *,
    annotate: bool,
) -> None:
    """Print the tables and what changed since the last time, and write all figures."""
    by_size = {size: {name: median_run for (n, name), median_run in figures.items() if n == size} for size in seen}
    slower = growth({n: runs[COLD].wall for n, runs in by_size.items()})
    checked = figures[0, CHECK].wall
    ratio = checked / figures[0, NOTHING].wall
    print("\n\n".join(table(n, runs, seen[n]) for n, runs in by_size.items()))
    for n, kinds in effects.items():
        print(f"\n{edits.table(n, kinds, by_size[n][COLD].wall, Site(n).out)}")
    print(f"\n{CHECK}: {checked:.3f} s, {ratio:.1f} times {NOTHING}")
    for sizes, factor in slower.items():
        print(f"cold time of one item, {sizes}: {factor:.2f} times")
    for n, megabytes in weights.items():
        print(f"{n} items: {by_size[n][COLD].wall / megabytes:.3f} s per MB of HTML ({megabytes:.1f} MB)")
    result = {
        "rounds": rounds,
        "machine": {"python": platform.python_version(), "system": platform.system(), "processors": os.cpu_count()},
        "sizes": {
            n: {name: asdict(median_run) for name, median_run in runs.items()} | {"seen after": seen[n]}
            for n, runs in by_size.items()
        },
        "check": {"wall": checked, "ratio": ratio},
        "growth": slower,
        "html": weights,
        "edits": {n: {name: asdict(one) for name, one in kinds.items()} for n, kinds in effects.items()},
        "peers": [asdict(peer) for peer in others],
        "loops": loops(figures, seen, effects),
    }
    if others:
        print(f"\n{peers.table(others)}")
    if ratios := history.changes(result, BENCH):
        print(f"\nagainst the last time, counted in {LOOP}:")
        print("\n".join([*history.told(ratios), *(history.warnings(ratios) if annotate else ())]))
    history.store(result, BENCH)


if __name__ == "__main__":
    sys.exit(main())
