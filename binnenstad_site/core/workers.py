"""Work shared between processes: copies of this one, made by forking, so on Linux only.

In: tasks, and how many processes. Out: what the copies bring when no task is left. Whoever is free takes the next turn.
A copy that dies, hangs or fails brings less and nothing else: who needs what it left makes that anew. A copy ends with
the process that it is of, whatever it is at: it would also hold the lock on `.bouw/`, of which it has a copy.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import IO, Any

from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Memo
from binnenstad_site.core.parent_death import end_with

Task = Callable[[], object]
Bring = Callable[[], Any]
"""Gives what `marshal` can write."""
WORTH_HELP = 200
"""From so many files or pages on other processes help: starting one and reading what it brings takes some 50 ms."""
MOST_PROCESSES = 8
LONGEST_TASK = 10.0
"""Seconds after which another process leaves a task: what hangs must hang here, where a run that takes too long says at
which file it was."""
_MOST_TURNS = 1000
"""Turns are numbers of 4 bytes in a pipe, which holds 4096 at the least."""
_Child = tuple[int, int]
"""Number of a process, and where to read what it brings."""


def processors() -> int:
    """How many processes may work at once; 1 where forking is not safe: on other systems, and beside threads."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)


def warm(memo: Memo, tasks: Sequence[Task], processes: int, times: ItemTimes, *, soon: bool = False) -> None:
    """Let so many processes do tasks that ask the memo for values, so that it knows them when somebody else asks.

    With one process, or for few tasks, nothing: all is made when it is asked for. `times` learns how long files took;
    `soon` is as for `Memo.ahead`.
    """
    if processes < 2 or len(tasks) < WORTH_HELP:
        return
    with memo.ahead(soon=soon):
        tried = [partial(_try, task) for task in tasks]
        for made, seconds in together(tried, processes, memo.begin_share, lambda: (memo.share(), times.seconds)):
            memo.adopt(made)
            times.adopt(seconds)


def together(
    tasks: Sequence[Task], processes: int, begin: Task = lambda: None, bring: Bring = lambda: None
) -> list[Any]:
    """Do the tasks in this process and in copies of it; what the copies bring, in no order.

    A copy calls `begin` first and `bring` last. What a task raises here is raised; in a copy it is left.
    """
    turns = _turns(min(len(tasks), _MOST_TURNS))
    children: list[_Child] = []
    try:
        with contextlib.suppress(OSError):  # no more processes to be had
            work = partial(_take_turns, tasks, turns, begin, bring)
            children.extend(_start(work) for _ in range(processes - 1))
        for task in _own(tasks, turns):
            task()
        return [brought for child in children for brought in _brought(*child)]
    except BaseException:
        for number, _ in children:
            _kill(number)
        raise
    finally:
        os.close(turns)


def _turns(count: int) -> int:
    """A pipe to read from, with the numbers below `count` in it: each is read by one process only."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(4, "big") for number in range(count)))
    os.close(writing)
    return reading


def _own(tasks: Sequence[Task], turns: int) -> Iterator[Task]:
    """The tasks of whoever asks, until all turns are taken."""
    while number := os.read(turns, 4):
        yield from tasks[int.from_bytes(number, "big") :: _MOST_TURNS]


def _try(task: Task) -> None:
    """Whoever needs what a task could not make meets its exception."""
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


class Beside:
    """Values that a copy of this process makes, while this one goes on."""

    def __init__(self, makes: Sequence[Bring], begin: Task) -> None:
        """The copy calls `begin` first. What it does not bring is made here when somebody takes it."""
        self._makes = list(makes)
        self._child: _Child | None = None
        with contextlib.suppress(OSError):  # no more processes to be had
            self._child = _start(partial(_make_all, makes, begin))
            self._stream = os.fdopen(self._child[1], "rb")

    def take(self) -> Any:
        """The next value; waits for it."""
        make = self._makes.pop(0)
        if self._child is not None:
            with contextlib.suppress(EOFError, ValueError, TypeError):
                value = marshal.load(self._stream)  # noqa: S302 - from our own child
                if not self._makes:
                    self.leave()
                return value
            self.leave()
        return make()

    def leave(self) -> None:
        """End the copy: what it has not brought yet is made here."""
        if self._child is not None:
            self._stream.close()
            _kill(self._child[0])
            self._child = None


def _make_all(makes: Sequence[Bring], begin: Task, stream: IO[bytes]) -> None:
    begin()
    for value in [make() for make in makes]:  # all of them first: a pipe that nobody reads yet would stop the making
        marshal.dump(value, stream)
        stream.flush()


def _take_turns(tasks: Sequence[Task], turns: int, begin: Task, bring: Bring, stream: IO[bytes]) -> None:
    begin()
    for task in _own(tasks, turns):
        _try(partial(_within, LONGEST_TASK, task))
    stream.write(marshal.dumps(bring()))


def _kill(child: int) -> None:
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _start(work: Callable[[IO[bytes]], None]) -> _Child:
    """A copy of this process that works and writes what it brings; raises `OSError` when there is none to be had."""
    parent = os.getpid()
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if child:
        os.close(writing)
        return child, reading
    status = 1  # the child: it says nothing, leaves nothing, and ends without what Python does at the end
    try:
        end_with(parent)
        os.close(reading)  # who holds it waits for itself, once the first process does not read
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, _leave)
        silence = os.open(os.devnull, os.O_WRONLY)
        for descriptor in (1, 2):
            os.dup2(silence, descriptor)
        with os.fdopen(writing, "wb") as stream:
            work(stream)
        status = 0
    finally:
        os._exit(status)


def _brought(child: int, reading: int) -> Iterator[Any]:
    """What a child brought; nothing when it did not end well."""
    with os.fdopen(reading, "rb") as stream:
        content = stream.read()
    if os.waitpid(child, 0)[1] == 0:
        yield marshal.loads(content)  # noqa: S302 - from our own child
