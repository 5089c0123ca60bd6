"""A command run to its end, and what the operating system accounts it: wall and processor time, and the peak memory of
the largest process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tools.saving import MeasurementError


@dataclass(frozen=True, slots=True)
class Run:
    """One finished child, or the median of several."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system, of the child and the children it waited for."""
    peak: float
    """MiB, of the largest process."""
    stages: Mapping[str, float] = field(default_factory=dict)
    """Seconds per stage, when the builder tells them."""


def run(command: Sequence[str], cwd: Path, **environment: str) -> Run:
    """Run a command to its end and account for it; Python keeps compiled modules, as it does by default."""
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        child = subprocess.Popen(
            command,
            cwd=cwd,
            env=usual | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    if child.returncode:
        raise MeasurementError(f"{' '.join(command)}\nended with status {child.returncode}\n{said[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kibibytes
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 2**20, stages_in(said))


def stages_in(said: str) -> dict[str, float]:
    """The seconds per stage that `--timings` wrote: the last line of standard error that is a JSON object."""
    objects = [line for line in said.splitlines() if line.startswith("{")]
    stages: dict[str, float] = json.loads(objects[-1]) if objects else {}
    return stages


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    stages = {name: median(one.stages[name] for one in runs) for name in runs[0].stages}
    wall, cpu, peak = (median(getattr(one, name) for one in runs) for name in ("wall", "cpu", "peak"))
    return Run(wall, cpu, peak, stages)
