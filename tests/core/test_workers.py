"""More processes make the same in less time, whatever becomes of them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from binnenstad_site.core import workers
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Bulky, Kept, Memo, MemoFile
from binnenstad_site.core.workers import MOST_PROCESSES, WORTH_HELP, Beside, processors, warm
from tests.conftest import ROOT
from tests.core.test_memo import RULES, SECRET
from tests.processes import members, nobody_left

COUNT = WORTH_HELP + 5
PARENT = os.getpid()
GONE_WITHIN = 5
"""Seconds; it takes some milliseconds on a machine with nothing else to do."""


def key(number: int) -> bytes:
    return number.to_bytes(16, "big")


def made_by(number: int) -> tuple[int, int]:
    time.sleep(0.005)  # so that all come to their turns
    return number, os.getpid()


def tasks_for(memo: Memo, produce: Callable[[int], tuple[int, int]] = made_by) -> list[Callable[[], object]]:
    return [partial(memo.get, Kept.PAGE, key(number), partial(produce, number)) for number in range(COUNT)]


def values(memo: Memo) -> list[tuple[int, int]]:
    return [memo.get(Kept.PAGE, key(number), partial(made_by, number)) for number in range(COUNT)]


@pytest.mark.parametrize("processes", [2, 3, 4])
@pytest.mark.parametrize("live", [True, False])
def test_each_makes_a_share(processes: int, live: bool) -> None:
    memo = Memo(live=live)
    warm(memo, tasks_for(memo), processes, ItemTimes())
    made = values(memo)
    assert [number for number, _ in made] == list(range(COUNT))
    assert len({process for _, process in made}) == processes


@pytest.mark.parametrize(("count", "processes"), [(COUNT, 1), (WORTH_HELP - 1, 2)])
def test_alone_nothing_is_made_ahead(count: int, processes: int) -> None:
    memo = Memo()
    warm(memo, tasks_for(memo)[:count], processes, ItemTimes())
    assert not memo.knows(Kept.PAGE, key(0))


def test_what_others_made_is_saved(tmp_path: Path) -> None:
    file = MemoFile(tmp_path / "geheugen", SECRET, RULES)
    first = Memo(file, live=False)
    warm(first, tasks_for(first), 2, ItemTimes())
    made = values(first)
    first.end()
    second = Memo(file, live=False)
    assert values(second) == made
    second.close()


def test_what_nobody_asks_for_is_saved(tmp_path: Path) -> None:
    """A copy may note that something is done; then the next build need not do it."""
    file = MemoFile(tmp_path / "geheugen", SECRET, RULES)
    first = Memo(file, live=False)
    warm(first, tasks_for(first), 2, ItemTimes())
    first.end()
    second = Memo(file, live=False)
    assert all(second.knows(Kept.PAGE, key(number)) for number in range(COUNT))
    second.close()


class Page(Bulky):
    """Less in a file than in memory."""

    def __init__(self, html: str) -> None:
        self.html = html

    def without_bytes(self) -> Page:
        return Page("")


def test_a_file_keeps_less_of_what_is_bulky(tmp_path: Path) -> None:
    file = MemoFile(tmp_path / "geheugen", SECRET, RULES)
    for expected in ("html", ""):
        memo = Memo(file, live=False)
        pages = [partial(memo.get, Kept.HTML, key(number), partial(Page, "html")) for number in range(COUNT)]
        warm(memo, [partial(slowly, page) for page in pages], 2, ItemTimes())
        assert {page().html for page in pages} == {expected}
        memo.end()


def slowly(page: Callable[[], Page]) -> None:
    time.sleep(0.001)
    page()


def test_a_copy_knows_what_the_file_has(tmp_path: Path) -> None:
    file = MemoFile(tmp_path / "geheugen", SECRET, RULES)
    first = Memo(file, live=False)
    assert first.get(Kept.PAGE, b"known" * 3, lambda: PARENT) == PARENT
    first.end()
    second = Memo(file, live=False)

    def ask(number: int) -> tuple[int, int]:
        return number, second.get(Kept.PAGE, b"known" * 3, os.getpid)

    warm(second, tasks_for(second, ask), 2, ItemTimes())
    assert {process for _, process in values(second)} == {PARENT}
    second.close()


def dies(number: int, how: str) -> tuple[int, int]:
    """Goes wrong in every process but the first, from the hundredth task on."""
    if number > 100 and os.getpid() != PARENT:
        if how == "raises":
            raise ZeroDivisionError
        if how == "exits":
            os._exit(3)
        os.kill(os.getpid(), signal.SIGKILL)
    return made_by(number)


@pytest.mark.parametrize("how", ["raises", "exits", "is killed"])
def test_what_another_does_not_bring_is_made_here(how: str) -> None:
    memo = Memo()
    warm(memo, tasks_for(memo, partial(dies, how=how)), 2, ItemTimes())
    assert [number for number, _ in values(memo)] == list(range(COUNT))


def test_no_more_processes_to_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    memo = Memo()
    warm(memo, tasks_for(memo), 4, ItemTimes())
    assert {process for _, process in values(memo)} == {PARENT}


def test_another_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    def shout(number: int) -> tuple[int, int]:
        if os.getpid() != PARENT:
            os.write(1, b"STDOUT")
            os.write(2, b"STDERR")
        return made_by(number)

    memo = Memo()
    warm(memo, tasks_for(memo, shout), 2, ItemTimes())
    assert capfd.readouterr() == ("", "")


def test_who_stops_stops_the_others() -> None:
    """Ctrl-C in this process: nobody works on."""
    others: list[int] = []
    fork = os.fork

    def counted() -> int:
        child = fork()
        others.append(child)
        return child

    def stop(number: int) -> tuple[int, int]:
        if os.getpid() == PARENT:
            raise KeyboardInterrupt
        time.sleep(60)
        return made_by(number)

    memo = Memo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fork", counted)
        with pytest.raises(KeyboardInterrupt):
            warm(memo, tasks_for(memo, stop), 3, ItemTimes())
    for child in others:
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)


def test_one_process_beside_threads_and_on_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(sys, "platform", "linux")
    assert processors() == MOST_PROCESSES
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert processors() == 1
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    for platform in ("win32", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        assert processors() == 1


def test_what_hangs_elsewhere_is_left_for_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a run that takes too long knows at which file it was."""
    turns: list[int] = []

    def hanging(number: int) -> tuple[int, int]:
        turns.append(number)
        if len(turns) == 1 and os.getpid() != PARENT:
            re.match("(a|a)*b", "a" * 40)
        time.sleep(0.01)
        return made_by(number)

    monkeypatch.setattr(workers, "LONGEST_TASK", 0.3)
    memo = Memo()
    warm(memo, tasks_for(memo, hanging), 2, ItemTimes())
    unknown = [number for number in range(COUNT) if not memo.knows(Kept.PAGE, key(number))]

    assert len(unknown) == 1
    assert unknown[0] not in turns
    assert values(memo)[unknown[0]] == made_by(unknown[0])


def process() -> int:
    return os.getpid()


def ends() -> int:
    if os.getpid() != PARENT:
        os._exit(0)
    return PARENT


def fails() -> int:
    if os.getpid() != PARENT:
        raise ZeroDivisionError
    return PARENT


def nobody_else_works() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


PARENT_AT_WORK = """
import re, sys, time
from functools import partial
from binnenstad_site.core.workers import Beside, together
stuck = [Beside([partial(bytes, 1_000_000)], int), Beside([lambda: re.match("(a|a)*b", "a" * 40)], int)]
def work():
    print(".", end="", flush=True)
    time.sleep(60)
together([work] * 5, 4)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux only")
def test_copies_end_with_a_process_that_is_killed() -> None:
    """Whatever they are at: writing what nobody reads, a search without an end, waiting without work."""
    command = [sys.executable, "-c", PARENT_AT_WORK]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.read(1) == b"."
        assert len(members(parent.pid)) >= 4
        parent.kill()
        parent.wait()
        assert nobody_left(parent.pid, GONE_WITHIN)


class TestBeside:
    """Values that another process makes meanwhile."""

    def test_in_their_order(self) -> None:
        begun: list[int] = []
        beside = Beside([process, lambda: ["text", 1, b"bytes"], lambda: len(begun)], lambda: begun.append(1))
        assert beside.take() != PARENT
        assert (beside.take(), beside.take()) == (["text", 1, b"bytes"], 1)
        assert begun == []
        assert nobody_else_works()

    @pytest.mark.parametrize("make", [ends, fails])
    def test_what_it_does_not_bring_is_made_here(self, make: Callable[[], int]) -> None:
        beside = Beside([process, make, process], lambda: None)
        assert (beside.take(), beside.take(), beside.take()) == (PARENT, PARENT, PARENT)
        assert nobody_else_works()

    def test_it_does_not_wait_until_somebody_takes_the_first(self, tmp_path: Path) -> None:
        beside = Beside([partial(bytes, 1_000_000), (tmp_path / "second").touch], lambda: None)
        waited_until = time.monotonic() + GONE_WITHIN
        while not (tmp_path / "second").exists() and time.monotonic() < waited_until:
            time.sleep(0.01)
        assert (tmp_path / "second").exists()
        assert (len(beside.take()), beside.take()) == (1_000_000, None)

    def test_left_alone(self) -> None:
        beside = Beside([partial(time.sleep, 60), process], lambda: None)
        beside.leave()
        assert nobody_else_works()
        beside.leave()

    def test_no_process_to_be_had(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fork() -> int:
            raise BlockingIOError

        monkeypatch.setattr(os, "fork", fork)
        assert Beside([process], lambda: None).take() == PARENT
