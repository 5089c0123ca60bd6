"""The tables at the end of `make nacht`: every attack and every fault that was tried, with its time and memory.

The first holds the shapes of content of `tools/shapes.py`, of which `test_budgets` tells the figures by the property
`SHAPE`. In the second a row is a test that `docs/storingen.md` names, with the number of the fault, or a test of
hostile content or random texts, or a long one; also when it was tried in many ways. Who fails is named below it.
Memory is how much this process grew meanwhile, or all that the largest program had that it started, if that is more.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tools.memory import NOW, PROCESSES, LargestProgram, begin_again, kibibytes

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs/storingen.md"
ATTACKS = ("tests/browser/test_hostile.py", "tests/program/test_accepted.py", "tests/program/test_fuzz.py")
FAULT = re.compile(r"^\| (\d+) \|(.*)$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py::[\w:]+)`")
SHAPE, MEMORY = "vorm", "kibibytes"
OUTCOMES = {"passed": "goed", "skipped": "overgeslagen", "failed": "MIS"}
"""From good to bad."""
LARGEST = pytest.StashKey[LargestProgram]()
Faults = Mapping[str, tuple[int, ...]]


def named_faults() -> Faults:
    """The tests of the table of faults, as pytest names them, with its numbers; a class stands for all in it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, row in FAULT.findall(TABLE.read_text(encoding="utf-8")):
        for test in NAMED.findall(row):
            found[test] = (*found.get(test, ()), int(number))
    return found


def numbers_of(test: str, faults: Faults) -> tuple[int, ...]:
    """The numbers of the faults that a test is about."""
    held = {n for name, numbers in faults.items() if test == name or test.startswith(f"{name}::") for n in numbers}
    return tuple(sorted(held))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the rows, before those that nobody asked for are left out."""
    faults = named_faults()
    for item in items:
        if item.nodeid.startswith(ATTACKS) or numbers_of(item.nodeid.partition("[")[0], faults):
            item.add_marker("storing")


def is_asked(config: pytest.Config) -> bool:
    """Whether this run prints the tables."""
    return "storing" in str(config.getoption("markexpr"))


def pytest_configure(config: pytest.Config) -> None:
    """Look at the programs that will be started."""
    if is_asked(config) and PROCESSES.exists():
        config.stash[LARGEST] = LargestProgram()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Look no more."""
    if LARGEST in config.stash:
        config.stash[LARGEST].end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Measure the memory of a row."""
    if (largest := item.config.stash.get(LARGEST, None)) is None:
        return (yield)
    begin_again()
    largest.since_last_time()
    before = kibibytes(NOW)
    try:
        return (yield)
    finally:
        item.user_properties.append((MEMORY, max(kibibytes() - before, largest.since_last_time())))


def told(report: pytest.TestReport) -> dict[str, Any]:
    """What a test told of itself, by name."""
    return dict(report.user_properties)


@dataclass
class Row:
    """A test, tried in one way or more."""

    test: str
    numbers: tuple[int, ...]
    tried: int = 0
    seconds: float = 0
    longest: float = 0
    kibibytes: int = 0
    outcome: str = "passed"

    def add(self, report: pytest.TestReport) -> None:
        """One way more."""
        self.tried += 1
        self.seconds += report.duration
        self.longest = max(self.longest, report.duration)
        self.kibibytes = max(self.kibibytes, told(report).get(MEMORY, 0))
        self.outcome = max(self.outcome, report.outcome, key=list(OUTCOMES).index)

    def __str__(self) -> str:
        figures = f"{self.tried:5} {self.seconds:9.2f} {self.longest:9.2f} {self.kibibytes >> 10:6}"
        outcome, test = OUTCOMES[self.outcome], self.test.removeprefix("tests/")
        return f"{', '.join(map(str, self.numbers)):8} {figures}  {outcome:12}  {test}"


def shape_lines(reports: Iterable[pytest.TestReport]) -> Iterator[str]:
    """The table of shapes, if any was tried."""
    tried = [report for report in reports if report.when == "call" and SHAPE in told(report)]
    if tried:
        yield f"{'grootte':>8} {'s, half':>8} {'s, heel':>8} {'MB':>6}  {'uitkomst':12}  vorm van inhoud"
    for report in tried:
        name, size, half, whole, mebibytes = told(report)[SHAPE]
        yield f"{size:8} {half:8.2f} {whole:8.2f} {mebibytes:6}  {OUTCOMES[report.outcome]:12}  {name}"


def fault_lines(reports: Iterable[pytest.TestReport], faults: Faults) -> Iterator[str]:
    """The table of the rest: attacks in the order in which they were tried, then faults by number."""
    rows: dict[str, Row] = {}
    failed = []
    for report in reports:
        if report.when == "call" or report.outcome != "passed":
            test = report.nodeid.partition("[")[0]
            rows.setdefault(test, Row(test, numbers_of(test, faults))).add(report)
            failed += [report.nodeid] if report.outcome == "failed" else []
    yield f"{'nr.':8} {'keer':>5} {'seconden':>9} {'langste':>9} {'MB':>6}  {'uitkomst':12}  aanval of storing"
    yield from map(str, sorted(rows.values(), key=lambda row: row.numbers))
    tried = {number for row in rows.values() for number in row.numbers}
    if missing := sorted({number for numbers in faults.values() for number in numbers} - tried):
        yield f"Niet gedaan: {', '.join(map(str, missing))}."
    yield from (f"MIS: {name}" for name in failed)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the tables when they were asked for."""
    if not is_asked(config):
        return
    reports = [
        report
        for kind in ("passed", "failed", "error", "skipped")
        for report in terminalreporter.getreports(kind)
        if isinstance(report, pytest.TestReport)
    ]
    reports.sort(key=lambda report: report.start)
    terminalreporter.section("aanvallen en storingen")
    for line in (*shape_lines(reports), "", *fault_lines(reports, named_faults())):
        terminalreporter.write_line(line)
