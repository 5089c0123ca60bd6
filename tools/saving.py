"""From one save to the new page: how long a session in memory takes, and how long somebody who runs `serve` waits.

In: a corpus folder (`tools.corpus`) and the item to edit. Out: seconds. Run as a program (`python -m tools.saving FILE
EDITS`, in the folder of the corpus) it measures the session and says so as JSON on standard error, so that the process
holds nothing but the session and its memory can be accounted.
"""

from __future__ import annotations

import gc
import http.client
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from binnenstad_site.pipeline import Build, Options, Session

DATE = datetime.now(UTC).date().isoformat()
"""Today: a day before the content was checked makes a warning of each item, and its place takes reading again."""
MARK = re.compile(r"meetpunt-\w+")
"""Stands once in every generated item, to be edited and found again in the page."""
LONGEST_WAIT = 600.0
"""Seconds after which a server that shows nothing new is given up."""
REST = 2.0
"""Seconds between two edits: longer than the watcher takes a change for the rest of the one before."""


class MeasurementError(Exception):
    """What was measured failed, or did not do what it was measured for."""


class EditedItem:
    """A file that is edited for a while."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.before = path.read_text(encoding="utf-8")

    @property
    def page(self) -> str:
        """The page of the item, in the output folder."""
        return f"praktijken/{self.path.stem}/index.html"

    def save(self) -> str:
        """Save the item with another mark in its text, and give the mark."""
        mark = f"meetpunt-{time.monotonic_ns()}"
        self.path.write_text(MARK.sub(mark, self.before, count=1), encoding="utf-8")
        return mark


@contextmanager
def edited(path: Path) -> Iterator[EditedItem]:
    """The item, which is as before afterwards."""
    item = EditedItem(path)
    try:
        yield item
    finally:
        path.write_text(item.before, encoding="utf-8")


def freeze() -> None:
    """What was built first stays, so the collector need not look at it again: as `serve` does."""
    gc.collect()
    gc.freeze()


def timed(session: Session, options: Options) -> tuple[Build, float, float]:
    """A rebuild, without the collector as in `serve`, and its wall and processor seconds."""
    gc.disable()
    started, used = time.perf_counter(), time.process_time()
    build = session.build(options)
    wall, cpu = time.perf_counter() - started, time.process_time() - used
    gc.enable()
    return build, wall, cpu


def rebuilt(project: Path, path: Path, edits: int) -> dict[str, float]:
    """Median wall and processor seconds of a rebuild in memory after one edit, in a session that has built before."""
    from binnenstad_site.pipeline import Options, Session  # noqa: PLC0415 - the one of the folder this runs in

    session, options = Session(project), Options(date.fromisoformat(DATE))
    session.build(options)
    freeze()
    walls, cpus = [], []
    with edited(path) as item:
        for _ in range(edits):
            mark = item.save()
            build, wall, cpu = timed(session, options)
            walls.append(wall)
            cpus.append(cpu)
            session.end(build)
            page = next(output for output in build.outputs if output.path == item.page)
            if mark.encode() not in page.read():
                raise MeasurementError(f"the edit of {path.name} is not in its page")
    return {"wall": median(walls), "cpu": median(cpus)}


def free_port() -> int:
    """A port on this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetched(port: int, path: str) -> bytes:
    """What the server says; nothing while there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST_WAIT)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()


def wait_for(mark: str, fetch: Callable[[], bytes], server: subprocess.Popen[bytes]) -> float:
    """Seconds until the page has the mark."""
    started = time.perf_counter()
    while mark.encode() not in fetch():
        if server.poll() is not None or time.perf_counter() - started > LONGEST_WAIT:
            raise MeasurementError(f"serve did not show {mark} (status {server.poll()})")
        time.sleep(0.005)
    return time.perf_counter() - started


def served(folder: Path, path: Path, edits: int) -> float:
    """Median seconds from a save until the server of `build.py serve` gives the new page."""
    port = free_port()
    command = [sys.executable, "build.py", "serve", "--date", DATE, "--port", str(port)]
    waits = []
    with (
        edited(path) as item,
        subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as server,
    ):
        address = "/" + item.page.removesuffix("index.html")
        try:
            wait_for("meetpunt-", lambda: fetched(port, address), server)
            for _ in range(edits):
                time.sleep(REST)
                mark = item.save()
                waits.append(wait_for(mark, lambda: fetched(port, address), server))
        finally:
            server.terminate()
    return median(waits)


if __name__ == "__main__":
    print(json.dumps(rebuilt(Path.cwd(), Path(sys.argv[1]), int(sys.argv[2]))), file=sys.stderr)
