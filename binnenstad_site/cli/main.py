"""The command line: runs the command that was typed, and turns its result or error into an exit status.

Imports are local where they are slow, so that `--help` answers at once.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from binnenstad_site.cli import commands
from binnenstad_site.cli.arguments import Usage, parse
from binnenstad_site.cli.deadline import TooLate
from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.core.outputs import SCRATCH, CannotWrite

CRASH_FILE = f"{SCRATCH}/fout.txt"


def main(arguments: Sequence[str] | None = None) -> ExitStatus:
    """Run one command and give its exit status; nothing escapes as a traceback."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print("\nGestopt.", file=sys.stderr)
        return ExitStatus.STOPPED


def run() -> NoReturn:
    """The command line as a process: ends with the exit status of what was typed.

    It ends at once: all is written by now, and taking down a whole site object by object takes longer than writing it.
    """
    gc.disable()  # a command makes much and drops little, and ends soon; `serve` turns it on between builds
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them reads every installed package
    status = main()
    atexit._run_exitfuncs()  # noqa: SLF001 - what would run next, for folders that a run cleans up behind it
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # nobody reads on
            stream.flush()
    os._exit(status)


def _run(arguments: Sequence[str] | None) -> ExitStatus:
    from binnenstad_site.serve.localhost import NoPort
    from binnenstad_site.write.locking import Busy, refuse_links
    from binnenstad_site.write.publish import NotOurFolder

    try:
        parsed = parse(arguments)
        refuse_links(commands.PROJECT / SCRATCH)
        status = commands.COMMANDS[parsed.command](parsed)
        sys.stdout.flush()
    except SystemExit:  # --help
        return ExitStatus.GOOD
    except (Usage, NotOurFolder, NoPort) as wrong:
        print(wrong, file=sys.stderr)
        return ExitStatus.USAGE
    except TooLate as late:
        print(late, file=sys.stderr)
        return ExitStatus.LATE
    except Busy as busy:
        print(busy, file=sys.stderr)
        return ExitStatus.BUSY
    except CannotWrite as full:
        print(f"{full} De site is niet vernieuwd.", file=sys.stderr)
        return ExitStatus.DISK
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: say nothing more
        return ExitStatus.GOOD
    except ModuleNotFoundError as absent:
        return _without_package(absent)
    except Exception as bug:  # noqa: BLE001 - the last net: an editor never sees a traceback
        return _crash(bug)
    return status


def _without_package(absent: ModuleNotFoundError) -> ExitStatus:
    """Somebody typed `python` where the Python of the project was meant; a part of our own that is absent is a bug."""
    name = (absent.name or "").partition(".")[0]
    if name in ("", "binnenstad_site"):
        return _crash(absent)
    print(
        f"Deze Python mist {name}, een pakket waarmee de site gemaakt wordt. Typ één keer: make env\n"
        "Typ daarna .venv/bin/python in plaats van python, zoals: .venv/bin/python build.py check",
        file=sys.stderr,
    )
    return ExitStatus.USAGE


def _crash(bug: Exception) -> ExitStatus:
    """An unexpected exception: one sentence for the editor, the traceback in a file for a maintainer."""
    where = ""
    try:
        path = commands.PROJECT / CRASH_FILE
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(traceback.format_exception(bug)), encoding="utf-8")
        where = f" De bijzonderheden staan in {CRASH_FILE}; geef dat bestand aan een beheerder."
    except OSError:
        where = f" {type(bug).__name__}: {bug}."
    print(f"Dit is een fout in de sitebouwer, niet in uw tekst.{where} De site is niet vernieuwd.", file=sys.stderr)
    return ExitStatus.BUG
