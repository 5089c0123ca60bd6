"""Numbers and words as short plain text that a script reads fast and any host compresses well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import sub

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MORE, _LAST = _DIGITS[:32], "".join(chr(64 + value) for value in range(32))
"""Two alphabets for the digits of a number in base 32: the last digit of a number ends it."""
_AS_DIGITS = _DIGITS.encode().ljust(256)


def gaps(numbers: Sequence[int]) -> str:
    """Rising numbers as the steps between them, each in base 32 with the last digit in an alphabet of its own."""
    return "".join(map(_step, map(sub, numbers, chain((-1,), numbers))))


@lru_cache(maxsize=20_000)
def _step(distance: int) -> str:
    """From one number to the next, at least 1; kept, since small steps are most of an index."""
    step = distance - 1
    text = _LAST[step % 32]
    while step := step // 32:
        text = _MORE[step % 32] + text
    return text


def digits(values: Iterable[int]) -> str:
    """Values from 0 to 35, a character each."""
    return bytes(values).translate(_AS_DIGITS).decode("ascii")


def base36(number: int) -> str:
    """A whole number, not negative, as JavaScript's `toString(36)` writes it."""
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
        if not number:
            return text


def shared(before: str, word: str, most: int | None = None) -> int:
    """How many letters two words begin with in common, and no more than `most`."""
    size = 0
    for letter, expected in zip(before[:most], word, strict=False):
        if letter != expected:
            break
        size += 1
    return size


def shards(lines: Sequence[str], size: int) -> Iterator[range]:
    """Lines divided into runs of about `size` characters."""
    start = used = 0
    for number, line in enumerate(lines):
        if used and used + len(line) > size:
            yield range(start, number)
            start, used = number, 0
        used += len(line) + 1
    if lines:
        yield range(start, len(lines))
