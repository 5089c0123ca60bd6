"""How long each file takes, by a clock that only the command line has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager

from binnenstad_site.core.budgets import ITEM_SECONDS
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location


class ItemTimes:
    """Seconds per file, over the stages that measure theirs; without a clock nothing takes time.

    What a stage kept from an earlier build keeps its time of then, so that equal builds say the same.
    """

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock or (lambda: 0.0)
        self.seconds: dict[tuple[str, str, str], float] = {}
        self.current = ""
        """The file that is or was last worked on."""

    @contextmanager
    def measured(self, stage: str, path: str, part: str = "") -> Iterator[None]:
        """The time that a stage takes for a file, or for a `part` of it."""
        self.current = path
        begin = self._clock()
        yield
        self.seconds[stage, path, part] = self._clock() - begin

    def adopt(self, seconds: Mapping[tuple[str, str, str], float]) -> None:
        """Take over the times of another process."""
        self.seconds.update(seconds)

    def slow(self, paths: Collection[str]) -> Iterator[Diagnostic]:
        """Those of the files that take too long."""
        totals: defaultdict[str, float] = defaultdict(float)
        for (_, path, _), seconds in self.seconds.items():
            totals[path] += seconds
        for path, seconds in totals.items():
            if seconds > ITEM_SECONDS and path in paths:
                yield Diagnostic(
                    Code.TRAAG_BESTAND,
                    Location(path),
                    f"Dit bestand kost meer dan {ITEM_SECONDS} seconden om te lezen, te controleren en te tonen",
                    "Maak het korter, of verdeel de inhoud over meer bestanden. Is het een kort bestand, meld dit dan "
                    "aan een beheerder.",
                )
