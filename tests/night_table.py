"""The table at the end of `make nacht`: every attack and every fault that was tried, with its time and memory.

The faults are the tests that `docs/storingen.md` names; the attacks are the tests of hostile content and of random
texts, and the long tests. Each is a row: seconds of the clock, and the most memory that this process, or the largest
that it started, had meanwhile.
"""

from __future__ import annotations

import contextlib
import re
import resource
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs/storingen.md"
ATTACKS = ("tests/browser/test_hostile.py", "tests/program/test_accepted.py", "tests/program/test_fuzz.py")
NAMED = re.compile(r"`(tests/[\w/]+\.py::[\w:]+)`")
ROWS = pytest.StashKey[dict[str, tuple[float, int, str]]]()


def named_faults() -> tuple[str, ...]:
    """The tests of the table of faults, as pytest names them; a class stands for all that is in it."""
    return tuple(NAMED.findall(TABLE.read_text(encoding="utf-8")))


def is_row(nodeid: str, faults: tuple[str, ...]) -> bool:
    """Whether a test is in the table."""
    test = nodeid.partition("[")[0]
    return test.startswith(ATTACKS) or any(test == fault or test.startswith(f"{fault}::") for fault in faults)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the rows, before those that nobody asked for are left out."""
    faults = named_faults()
    for item in items:
        if is_row(item.nodeid, faults):
            item.add_marker("storing")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Measure the memory of a row."""
    if item.get_closest_marker("storing") is None and item.get_closest_marker("nacht") is None:
        return (yield)
    with contextlib.suppress(OSError):  # 5: begin again with the most this process had (Linux)
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    try:
        return (yield)
    finally:
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        item.user_properties.append(("kibibytes", max(_most_of_our_own(), after if after > before else 0)))


def _most_of_our_own() -> int:
    """Kibibytes that this process had at most since it began anew."""
    with contextlib.suppress(OSError):
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        if found := re.search(r"VmHWM:\s+(\d+) kB", status):
            return int(found.group(1))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def rows_of(reports: list[pytest.TestReport]) -> list[str]:
    """The lines of the table, in the order in which was tried."""
    lines = [f"{'aanval of storing':84} {'seconden':>9} {'MB':>6}  uitkomst"]
    for report in reports:
        memory = dict(report.user_properties).get("kibibytes")
        if report.when == "call" and isinstance(memory, int):
            name = report.nodeid.removeprefix("tests/")
            lines.append(f"{name[:84]:84} {report.duration:9.2f} {memory // 1024:6}  {report.outcome}")
    return lines


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table when the rows were asked for."""
    if "storing" not in str(config.getoption("markexpr")):
        return
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    terminalreporter.section("aanvallen en storingen")
    for line in rows_of([report for report in reports if isinstance(report, pytest.TestReport)]):
        terminalreporter.write_line(line)
