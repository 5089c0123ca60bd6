"""Builds that are stopped, killed or in one another's way, and the program as it is started, with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.tree import DAY, HANG, LATER, calm, environment, run, site_of

PRINT_SLOW = (
    "slow = {'pydantic', 'jinja2', 'yaml', 'markdown_it', 'selectolax', 'livereload', 'watchfiles', 'PIL'};"
    "print(*sorted(slow & set(sys.modules)))"
)
"""Prints which libraries that take time to load were loaded."""


@contextmanager
def waiting(tree: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], Callable[[], None]]]:
    """A build that stands still halfway, and how to let it go on.

    One of its templates is a pipe: opening that for writing waits until the builder opens it for reading, and the
    builder reads until the pipe is closed. So there is no guess about the moment. Then an empty file stands in its
    place, for the process of the builder that reads it later.
    """
    pipe = tree / "templates/wacht.html"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "build.py", "--no-share-images", *arguments],
        cwd=tree,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    writer = os.open(pipe, os.O_WRONLY)
    opened = [writer]

    def go_on() -> None:
        pipe.unlink()
        pipe.touch()
        os.close(opened.pop())

    try:
        yield process, go_on
    finally:
        for descriptor in opened:
            os.close(descriptor)
        pipe.unlink()
        process.kill()
        process.communicate()


def finished(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    out, err = process.communicate(timeout=HANG)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


class TestInterrupted:
    """A build that is stopped, killed, or in the way of another."""

    def test_ctrl_c(self, tree: Path, content: Path) -> None:
        with waiting(tree, *LATER) as (process, _):
            process.send_signal(signal.SIGINT)
            done = finished(process)
        assert (done.returncode, calm(done)) == (130, "\nGestopt.\n")

    def test_two_at_once(self, tree: Path, content: Path) -> None:
        """The second hears who is first and leaves; the first goes on as if nothing happened."""
        with waiting(tree, *DAY) as (process, go_on):
            second = run(tree, *LATER)
            assert second.returncode == 75
            assert calm(second).startswith(f"Deze site wordt al gemaakt of getoond (proces {process.pid}).")
            go_on()
            first = finished(process)
        assert first.returncode == 0, calm(first)

    def test_the_lock_of_one_that_was_killed(self, tree: Path, content: Path) -> None:
        """The system frees it; nothing has to be cleaned up by hand."""
        with waiting(tree, *LATER) as (process, _):
            process.kill()
            process.wait(timeout=HANG)
        assert (tree / ".bouw/lock").read_text(encoding="utf-8") == f"{process.pid}\n"
        done = run(tree, *DAY)
        assert done.returncode == 0, calm(done)


class TestProgram:
    """The program as it is started."""

    def test_from_another_folder(self, tree: Path, content: Path, tmp_path: Path) -> None:
        """It builds its own content, and writes where it was started."""
        done = run(tree, *DAY, cwd=tmp_path)
        assert done.returncode == 0, calm(done)
        assert site_of(tmp_path) == site_of(tree)

    def test_as_a_module(self, tree: Path, content: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "binnenstad_site", "check", *DAY],
            cwd=tree,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=HANG,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")

    def test_help_loads_nothing_slow(self, tree: Path) -> None:
        """Whoever asks what can be typed gets an answer at once."""
        script = "import sys; from binnenstad_site.cli.main import main; main(['--help']);" + PRINT_SLOW
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=tree, capture_output=True, encoding="utf-8", timeout=HANG, check=True
        )
        assert done.stdout.startswith("gebruik: python build.py")
        assert done.stdout.endswith("\n\n")

    def test_nothing_changed_loads_nothing_slow(self, tree: Path, content: Path) -> None:
        """Whoever builds the same again hears so at once."""
        arguments = ["--no-share-images", *DAY]
        script = f"import sys; from binnenstad_site.cli.main import main; main({arguments});" + PRINT_SLOW
        first, second = (
            subprocess.run(
                [sys.executable, "-c", script],
                cwd=tree,
                capture_output=True,
                encoding="utf-8",
                timeout=HANG,
                check=True,
            )
            for _ in range(2)
        )
        assert "niets veranderd" not in first.stdout
        assert second.stdout.endswith("bouw met --schoon om alles opnieuw te maken.\n\n")

    @pytest.mark.parametrize("words", [["check"], ["--no-share-images"]])
    def test_libraries_of_serve_and_of_pictures_are_not_loaded(
        self, tree: Path, content: Path, words: list[str]
    ) -> None:
        script = (
            f"import sys; from binnenstad_site.cli.main import main; main({[*words, *DAY]});"
            "print(*sorted({'watchfiles', 'livereload', 'tornado', 'PIL', 'resvg_py'} & set(sys.modules)))"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=tree, capture_output=True, encoding="utf-8", timeout=HANG, check=True
        )
        assert done.stdout.endswith(".\n\n")

    def test_nobody_reads_what_it_says(self, tree: Path, content: Path) -> None:
        """Not a word about the pipe that broke, also when all fits in it."""
        for words in (["check", *DAY], ["check", "--format", "json", *DAY], ["--help"]):
            read, write = os.pipe()
            os.close(read)
            process = subprocess.Popen(
                [sys.executable, "build.py", *words], cwd=tree, stdout=write, stderr=subprocess.PIPE
            )
            os.close(write)
            _, errors = process.communicate(timeout=HANG)
            assert (process.returncode, errors) == (0, b""), words

    def test_a_machine_that_knows_only_ascii(self, tree: Path, content: Path) -> None:
        """What it prints is UTF-8 all the same."""
        done = run(tree, "new", "praktijken", "Café", *DAY, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert done.returncode == 0, calm(done)
        assert "titel: Café" in (content / "praktijken/cafe.md").read_text(encoding="utf-8")
        done = run(tree, "check", *DAY, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert "…" in done.stdout or "“" in done.stdout or "é" in done.stdout

    def test_numbers_of_ends(self, tree: Path, content: Path) -> None:
        """Wrong usage is 2, in Dutch, on the other channel."""
        done = run(tree, "chek")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith('"chek" ken ik niet. Bedoelde u "check"?')
