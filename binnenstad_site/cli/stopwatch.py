"""How long each stage takes."""

from __future__ import annotations

import json
from time import perf_counter


class Stopwatch:
    """Seconds per stage, for `--timings`."""

    def __init__(self) -> None:
        self._name = "start"
        self._since = perf_counter()
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str) -> None:
        now = perf_counter()
        self.seconds[self._name] = round(now - self._since, 4)
        self._name, self._since = name, now

    def report(self) -> str:
        """The seconds of all stages as JSON."""
        self("end")
        return json.dumps({name: seconds for name, seconds in self.seconds.items() if name != "start"})
