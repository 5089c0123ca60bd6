"""How much memory a process had at most, and the largest of the programs that it starts (Linux).

The system tells only the most of all programs that ended so far, and counts with a program what its parent had when it
began. So for the largest, a small program beside looks again and again; copies of the process itself do not count.
"""

from __future__ import annotations

import contextlib
import os
import re
import resource
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parent.parent
PROCESSES = Path("/proc")
MOST, NOW = "VmHWM", "VmRSS"
"""How Linux calls what a process had at most, and what it has."""
LOOKS_EACH = 0.02
"""Seconds."""
PF_FORKNOEXEC = 0x40
"""The flag on a copy of a process that has not become another program."""


def begin_again() -> None:
    """From now on the most that this process had is counted anew, where the system can."""
    with contextlib.suppress(OSError):
        (PROCESSES / "self/clear_refs").write_text("5", encoding="ascii")


def kibibytes(name: str = MOST, process: str = "self") -> int:
    """How much memory a process had at most or has; 0 when it is gone."""
    with contextlib.suppress(OSError):
        status = (PROCESSES / process / "status").read_text(encoding="utf-8", errors="replace")
        found = re.search(rf"{name}:\s+(\d+) kB", status)
        return int(found.group(1)) if found else 0
    return 0 if PROCESSES.exists() else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


class LargestProgram:
    """The largest program that this process started; where the system does not tell, 0."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tools.memory", str(os.getpid())]
        self._looks = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        self.since_last_time()

    def since_last_time(self) -> int:
        """The most kibibytes that one of them had since this was asked before."""
        to, answers = self._looks.stdin, self._looks.stdout
        assert to is not None
        assert answers is not None
        to.write("\n")
        to.flush()
        return int(answers.readline())

    def end(self) -> None:
        """Ask no more."""
        self._looks.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


def started_by(process: str, *, copies: bool = False) -> Iterator[str]:
    """The numbers of the programs below a process; of copies of the process itself only when they count."""
    with contextlib.suppress(OSError):
        for file in (PROCESSES / process / "task").glob("*/children"):
            for child in file.read_text(encoding="ascii").split():
                if counts := copies or not is_copy(child):
                    yield child
                yield from started_by(child, copies=counts)


def is_copy(process: str) -> bool:
    """Whether a process has not become another program since it began; so is one that is gone."""
    with contextlib.suppress(OSError):
        text = (PROCESSES / process / "stat").read_text(encoding="utf-8", errors="replace")
        return bool(int(text.rpartition(") ")[2].split()[6]) & PF_FORKNOEXEC)
    return True


def look(process: str) -> None:
    """Answer each line that is read with the most since the line before, until there are no more."""
    most, own = 0, str(os.getpid())
    while True:
        is_asked = select.select([sys.stdin], [], [], LOOKS_EACH)[0]
        most = max((most, *(kibibytes(MOST, number) for number in started_by(process) if number != own)))
        if is_asked:
            if not sys.stdin.readline():
                return
            print(most, flush=True)
            most = 0


if __name__ == "__main__":
    look(sys.argv[1])
