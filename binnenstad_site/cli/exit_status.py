"""The numbers that a command can end with; part of what users rely on."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the process ends with."""

    GOOD = 0
    CONTENT = 1
    """The content has errors."""
    USAGE = 2
    """Wrong words on the command line, or wrong settings."""
    BUG = 70
    """A fault in the generator."""
    DISK = 74
    """The disk is full or not writable."""
    BUSY = 75
    """Another build is running."""
    LATE = 124
    """It took longer than it may; the number is that of `timeout`."""
    STOPPED = 130
    """Stopped with Ctrl-C."""
