"""Which processes of a group still run: a test that kills one asks whether those that helped it are gone."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from pathlib import Path


def members(group: int) -> list[str]:
    """The processes of a group that still run; who is dead and not yet buried does not count."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            name, _, rest = file.read_text(encoding="utf-8", errors="replace").rpartition(")")
            state, _, number, *_ = rest.split()
            if int(number) == group and state not in "ZX":
                found.append(f"{name}) {state}")
    return found


def nobody_left(group: int, within: float) -> bool:
    """Whether all of a group of processes are gone within so many seconds; who is not, is killed."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if not members(group):
            return True
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
    return False
