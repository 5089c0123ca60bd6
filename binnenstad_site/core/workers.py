"""Other processes that make a share of many things, so that the memo knows them when this process asks.

In: a memo, and tasks that each ask it for values. Out: nothing but a memo that knows more. What a process does not
bring, because it died or its task failed, is made when it is asked for, so nothing differs from one process at work.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial

from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Memo

Task = Callable[[], object]
WORTH_HELP = 200
"""From so many tasks on other processes help: starting one and reading what it brings takes some 50 ms."""
MOST_PROCESSES = 8
LONGEST_TASK = 10.0
"""Seconds after which another process leaves a task: what hangs must hang here, where a run that takes too long says at
which file it was."""


def processors() -> int:
    """How many processes may work at once; 1 where forking is not safe: on other systems, and beside threads."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)


def warm(memo: Memo, tasks: Sequence[Task], processes: int, times: ItemTimes) -> None:
    """Do the tasks in so many processes; with one, or for few tasks, nothing: all is made when it is asked for.

    `times` learns how long files took in the other processes.
    """
    if processes < 2 or len(tasks) < WORTH_HELP:
        return
    children = [_start(memo, tasks[first::processes], times) for first in range(1, processes)]
    try:
        with memo.ahead():
            _do(tasks[::processes])
        for child in [child for child in children if child is not None]:
            made, seconds = _result(*child)
            memo.adopt(made)
            times.adopt(seconds)
    except BaseException:
        for child in [child for child in children if child is not None]:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(child[0], signal.SIGKILL)
                os.waitpid(child[0], 0)
        raise


def _do(tasks: Sequence[Task]) -> None:
    """Whoever needs what a task could not make meets its exception."""
    for task in tasks:
        with contextlib.suppress(Exception):
            task()


def _within(seconds: float, task: Task) -> None:
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        task()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _leave(_number: int, _frame: object) -> None:
    raise TimeoutError


def _start(memo: Memo, tasks: Sequence[Task], times: ItemTimes) -> tuple[int, int] | None:
    """A copy of this process that does the tasks: its number, and where to read what it made; None without one."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if child:
        os.close(writing)
        return child, reading
    status = 1  # the child: it says nothing, leaves nothing, and ends without what Python does at the end
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        silence = os.open(os.devnull, os.O_WRONLY)
        for descriptor in (1, 2):
            os.dup2(silence, descriptor)
        memo.begin_share()
        signal.signal(signal.SIGALRM, _leave)
        _do([partial(_within, LONGEST_TASK, task) for task in tasks])
        with os.fdopen(writing, "wb") as stream:
            stream.write(marshal.dumps((memo.share(), times.seconds)))
        status = 0
    finally:
        os._exit(status)


def _result(child: int, reading: int) -> tuple[dict[bytes, bytes], dict[tuple[str, str, str], float]]:
    """What a child made, and how long files took; nothing when it did not end well."""
    with os.fdopen(reading, "rb") as stream:
        content = stream.read()
    if os.waitpid(child, 0)[1] != 0:
        return {}, {}
    made, seconds = marshal.loads(content)  # noqa: S302 - from our own child
    return made, seconds
