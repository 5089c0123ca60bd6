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


def check_ahead(
    readings: Sequence[Reading],
    memo: Memo,
    processes: int,
    times: ItemTimes,
    *,
    then: Callable[[Entry[BaseModel]], object],
) -> None:
    """Read and check what these readings give; `then` gets each item that passes, for what the memo keeps of it."""
    warm(memo, [partial(_check, reading, memo, times, then) for reading in readings], processes, times)


def _check(reading: Reading, memo: Memo, times: ItemTimes, then: Callable[[Entry[BaseModel]], object]) -> None:
    for entry in validate_all(reading(), memo, times).entries:
        then(entry)
