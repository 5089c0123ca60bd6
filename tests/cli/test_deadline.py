"""A run that takes too long is ended, also inside a regular expression, and leaves the site as it was."""

from __future__ import annotations

import _thread
import re
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.cli import deadline
from binnenstad_site.cli.deadline import OutOfTime
from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.main import main
from binnenstad_site.pipeline import Session

HANGING = re.compile("(a|a)*b")
LONG = "a" * 40
needs_alarm = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm on this system")


@needs_alarm
def test_it_ends_a_regular_expression_that_hangs() -> None:
    begin = time.monotonic()
    with pytest.raises(OutOfTime), deadline.deadline(0.2):
        HANGING.match(LONG)

    assert time.monotonic() - begin < 20


@needs_alarm
def test_it_is_over_when_the_work_is_done() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline.deadline(60):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0

    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) == before


@needs_alarm
def test_it_rings_no_more_while_it_is_put_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that stood still it may; it would then ring again every five seconds, in whatever comes next."""
    before, set_timer = signal.getsignal(signal.SIGALRM), signal.setitimer

    def late(which: int, seconds: float, again: float = 0) -> tuple[float, float]:
        if not seconds:
            signal.raise_signal(signal.SIGALRM)
        return set_timer(which, seconds, again)

    monkeypatch.setattr(signal, "setitimer", late)
    with deadline.deadline(60):
        pass

    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) == before


def test_zero_is_never_and_another_thread_is_left_alone() -> None:
    done: list[int] = []

    def work() -> None:
        with deadline.deadline(0.001):
            time.sleep(0.05)
        done.append(1)

    with deadline.deadline(0):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()

    assert done == [1]


def many_short_steps() -> None:
    """A hundred seconds of work, in Python itself: between two steps of a loop in C nothing can stop it."""
    for _ in range(10_000):
        time.sleep(0.01)


class TestWithoutAlarm:
    """As on Windows: another thread asks the main thread to stop."""

    @pytest.fixture(autouse=True)
    def no_alarm(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delattr(signal, "setitimer", raising=False)

    def test_it_ends_between_two_steps(self) -> None:
        begin = time.monotonic()
        with pytest.raises(OutOfTime), deadline.deadline(0.1):
            many_short_steps()

        assert time.monotonic() - begin < 20

    def test_ctrl_c_stays_ctrl_c(self) -> None:
        with pytest.raises(KeyboardInterrupt), deadline.deadline(60):
            raise KeyboardInterrupt

    def test_it_asks_no_more_when_the_work_is_done(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A timer that is awake already cannot be put off: it would end whatever comes next."""
        monkeypatch.setattr(threading.Timer, "cancel", lambda timer: None)
        asked = []
        monkeypatch.setattr(_thread, "interrupt_main", lambda: asked.append(1))
        with deadline.deadline(0.05):
            (timer,) = (thread for thread in threading.enumerate() if isinstance(thread, threading.Timer))
        timer.join(20)

        assert not timer.is_alive()
        assert asked == []

    def test_what_it_asks_at_the_last_moment_counts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        interrupt: list[Callable[[], None]] = []

        class Timer(threading.Thread):
            def __init__(self, seconds: float, work: Callable[[], None]) -> None:
                super().__init__()
                interrupt.append(work)

            def cancel(self) -> None:
                interrupt[0]()

        monkeypatch.setattr(threading, "Timer", Timer)
        with pytest.raises(OutOfTime), deadline.deadline(60):
            pass

    def test_it_is_over_when_the_work_is_done(self) -> None:
        with deadline.deadline(60):
            (timer,) = (thread for thread in threading.enumerate() if isinstance(thread, threading.Timer))
        timer.join(20)

        assert not timer.is_alive()


@pytest.fixture
def hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that never ends, at one file."""

    def build(session: Session, *_: object) -> None:
        with session._times.measured("validate", "content/paginas/meedoen.md"):
            while True:
                HANGING.match(LONG)

    monkeypatch.setattr(Session, "build", build)


@needs_alarm
class TestRun:
    """What somebody sees."""

    @pytest.mark.parametrize("command", [["check"], [], ["adressen"]])
    def test_a_run_says_so_and_names_the_file(
        self, here: Path, hangs: None, command: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*command, "--time-limit", "1"]) is ExitStatus.LATE
        assert capsys.readouterr().err == (
            "Het duurde langer dan 1 seconde en is daarom gestopt. De site is niet vernieuwd.\n"
            "Het laatst ging het om content/paginas/meedoen.md: kijk of dat bestand korter kan.\n"
            "Is er gewoon veel te doen, geef dan meer tijd, zoals met --time-limit 600.\n"
        )

    def test_the_site_stays_as_it_was(self, here: Path, request: pytest.FixtureRequest) -> None:
        assert main(["--no-share-images"]) is ExitStatus.GOOD
        before = {path: path.read_bytes() for path in sorted((here / "_site").rglob("*")) if path.is_file()}
        request.getfixturevalue("hangs")

        assert main(["--no-share-images", "--time-limit", "1"]) is ExitStatus.LATE
        after = {path: path.read_bytes() for path in sorted((here / "_site").rglob("*")) if path.is_file()}
        assert after == before

    def test_a_search_that_hangs_counts_too(
        self, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        build: Callable[..., object] = Session.build

        def hang(*arguments: object) -> object:
            built = build(*arguments)
            object.__setattr__(built.search, "files", lambda: HANGING.match(LONG))  # type: ignore[attr-defined]
            return built

        monkeypatch.setattr(Session, "build", hang)
        assert main(["--no-share-images", "--time-limit", "3"]) is ExitStatus.LATE


def test_a_limit_below_zero_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--time-limit", "-1"]) is ExitStatus.USAGE
    assert "--time-limit" in capsys.readouterr().err
