"""Other generators, measured in the same run as ours: `python -m tools.bench --peers FOLDER`.

In: a folder outside this repository with `measure.py`, which runs each name ROUNDS times, in turns, over N items:
`measure.py N ROUNDS NAME,NAME`. It gets `PEERS` (where the generators live, by default `.peers` in that folder), and
our builder as `OURS`, run in `OURS_SITE`: `{n}` stands for the number of items, `{o}` for a fresh folder. For each run
it adds a line of JSON to `results.jsonl` in `PEERS`: `name`, `n`, `wall`, `cpu` (seconds), `peak`, `MiB` and `exit`.
Out: the medians. A generator that is not installed ends with another status than 0, and is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

NAMES = ("hugo", "hugo+pf", "eleventy", "mkdocs", "pelican")
"""`+pf`: with the search of Pagefind."""
OURS = "ours"


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator, by the medians of its runs."""

    name: str
    n: int
    wall: float
    cpu: float
    peak: float
    """MiB, of the largest process."""
    mebibytes: float
    """Of all that it wrote."""


def measure(folder: Path, sizes: Iterable[int], rounds: int, ours: str, sites: str) -> list[Peer]:
    """Measure the generators of a folder and ours; `ours` and `sites` are `OURS` and `OURS_SITE`."""
    home = Path(os.environ.get("PEERS", folder / ".peers")).resolve()
    results = home / "results.jsonl"
    home.mkdir(parents=True, exist_ok=True)
    begin = results.stat().st_size if results.exists() else 0
    for n in sizes:
        command = [sys.executable, str(folder.resolve() / "measure.py"), str(n), str(rounds), ",".join((*NAMES, OURS))]
        environment = os.environ | {"PEERS": str(home), "OURS": ours, "OURS_SITE": sites}
        print(f"other generators: {n} items", file=sys.stderr)
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    with results.open("rb") as file:
        file.seek(begin)
        return list(medians([json.loads(line) for line in file]))


def medians(runs: Sequence[Mapping[str, object]]) -> Iterator[Peer]:
    """One row for each generator and size of which all runs ended well."""
    for name, n in dict.fromkeys((str(run["name"]), int(str(run["n"]))) for run in runs):
        own = [run for run in runs if (run["name"], run["n"]) == (name, n)]
        if not any(run["exit"] for run in own):
            wall, cpu, peak, size = (
                median(float(str(run[key])) for run in own) for key in ("wall", "cpu", "peak", "MiB")
            )
            yield Peer(name, n, wall, cpu, peak, size)


def table(peers: Iterable[Peer]) -> str:
    """The rows, quickest first, with how many times as long ours takes."""
    rows = sorted(peers, key=lambda peer: (peer.n, peer.wall))
    ours = {peer.n: peer.wall for peer in rows if peer.name == OURS}
    heads = ("items", "wall s", "cpu s", "peak MiB", "MiB out", "ours is")
    lines = ["generator".ljust(12) + "".join(head.rjust(10) for head in heads)]
    for peer in rows:
        times = f"{ours[peer.n] / peer.wall:9.2f}x" if peer.n in ours else ""
        figures = f"{peer.n:10}{peer.wall:10.2f}{peer.cpu:10.2f}{peer.peak:10.0f}{peer.mebibytes:10.1f}"
        lines.append(f"{peer.name:12}{figures}{times}")
    return "\n".join(lines)
