"""New files are read and checked ahead, each processor a share, so that the memo knows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from pydantic import BaseModel

from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Memo
from binnenstad_site.core.workers import warm
from binnenstad_site.load.loader import Reading
from binnenstad_site.validate.validator import Entry, validate_all


def checking_ahead(
    memo: Memo, processes: int, times: ItemTimes, then: Callable[[Sequence[Entry[BaseModel]]], object]
) -> Callable[[Sequence[Reading]], None] | None:
    """What reads and checks what readings give; None where one process works.

    `then` gets the items of each file that pass, for what the memo keeps of them.
    """

    def check(readings: Sequence[Reading]) -> None:
        tasks = [partial(_check, reading, memo, times, then) for reading in readings]
        warm(memo, tasks, processes, times, soon=True)

    return None if processes == 1 else check


def _check(
    reading: Reading, memo: Memo, times: ItemTimes, then: Callable[[Sequence[Entry[BaseModel]]], object]
) -> None:
    then(validate_all(reading(), memo, times).entries)
