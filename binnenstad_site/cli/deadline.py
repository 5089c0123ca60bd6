"""Ends a run that takes too long, so that nobody waits for a file that hangs.

Where the system has an alarm clock (Linux, macOS) it rings inside a regular expression as well, for Python lets signals
in there. Elsewhere (Windows) another thread asks the main thread to stop, which it does between two steps of Python:
one regular expression that hangs is ended there by Ctrl-C or by the host's own limit only.
"""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from binnenstad_site.core.typography import counted

RINGS_AGAIN = 5.0
"""Seconds: what the first ring raised may have been lost in a place where Python ignores exceptions."""


class OutOfTime(BaseException):
    """A run takes longer than it may. No `Exception`, as with Ctrl-C: nothing on the way may take it for its own."""


class TooLate(Exception):  # noqa: N818 - no failure of ours
    """A run was ended because it took too long. The text is Dutch and for the reader."""

    @classmethod
    def after(cls, seconds: int, path: str) -> TooLate:
        """After so many seconds, of which the last went to the file `path` if there is one."""
        limit = counted(seconds, "seconde", "seconden")
        sentences = [f"Het duurde langer dan {limit} en is daarom gestopt. De site is niet vernieuwd."]
        if path:
            sentences.append(f"Het laatst ging het om {path}: kijk of dat bestand korter kan.")
        sentences.append("Is er gewoon veel te doen, geef dan meer tijd, zoals met --time-limit 600.")
        return cls("\n".join(sentences))


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raises `OutOfTime` in what is done within it, after so many seconds; 0 is never. For the main thread only."""
    if not seconds or threading.current_thread() is not threading.main_thread():
        yield
    elif hasattr(signal, "setitimer"):
        with _alarm(seconds):
            yield
    else:
        with _interrupted(seconds):
            yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    is_over = False

    def ring(_number: int, _frame: FrameType | None) -> None:
        if not is_over:  # or it would ring in what puts it off, and again ever after
            raise OutOfTime

    previous = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, RINGS_AGAIN)
        yield
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


@contextmanager
def _interrupted(seconds: float) -> Iterator[None]:
    is_late = is_over = False
    turn = threading.Lock()

    def interrupt() -> None:
        nonlocal is_late
        with turn:
            if not is_over:
                is_late = True
                _thread.interrupt_main()

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        try:
            yield
        finally:
            timer.cancel()
            with turn:  # what it asked before arrives here, what it would ask later never
                is_over = True
    except KeyboardInterrupt:
        if is_late:
            raise OutOfTime from None
        raise
