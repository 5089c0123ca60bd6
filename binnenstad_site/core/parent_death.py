"""A process that ends with the one that started it, also when that is killed and can tell nobody. On Linux only."""

from __future__ import annotations

import os
import signal
import sys

_SET_SIGNAL = 1
"""`PR_SET_PDEATHSIG` of prctl(2)."""


def end_with(parent: int) -> None:
    """Let the system kill this process as soon as process `parent`, which started it, is gone; to be called first.

    So it counts what this process does or waits for as little as how busy the machine is. To the system a parent is the
    thread that started a process, so a thread that does must wait for it. Elsewhere than on Linux nothing happens.
    """
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - 3 ms that only who is started should pay

    ctypes.CDLL(None).prctl(_SET_SIGNAL, ctypes.c_ulong(signal.SIGKILL))
    if os.getppid() != parent:  # it died before the system knew
        os._exit(1)
