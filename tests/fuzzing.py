"""Random texts that go where no text went before: a text that makes the program run a new line is changed further.

In: what to do with a text, texts to begin with, a number of rounds. Out: how many texts were kept; what goes wrong is
raised with the text. Coverage guides it as in atheris and libFuzzer, but by the tracing of Python itself:
slower, without a compiled package, and enough for a night.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time
from types import CodeType, FrameType
from typing import Any, Self

from tests.conftest import ROOT

OURS = str(ROOT / "binnenstad_site")
SLOWEST = 2.0
"""Seconds of the processor for one text, of which the tracing takes most."""
LONGEST = 2_000
"""Characters; longer texts are in `tools/shapes.py`."""
PIECES = (
    *"---:#'\"[]{}&*!|>@`%?,.()<>=/\\~_+-;$^ \n\t",
    "\r\n",
    "\r",
    "\x0c",
    "\x85",
    "\u2028",
    "\n\n",
    "---\n",
    "## ",
    "[@",
    "](",
    "![",
    "](javascript:",
    "&#",
    "<!--",
    "```",
    "| a |\n| --- |\n",
    "{{",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u0301",
    "\u3164",
    "\u2800",
    "\u034f",
    "\ufe0f",
    "&#8238;",
    "&shy;",
    "\x00",
    "\ufeff",
    "é",
    "\U0001f600",
    "999999999999999999",
)


class Lines:
    """Which lines of our package ran since it began."""

    def __init__(self) -> None:
        self.seen: set[tuple[CodeType, int]] = set()

    def __enter__(self) -> Self:
        self.before = sys.gettrace()
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self.before)

    def _call(self, frame: FrameType, event: str, argument: Any) -> Any:
        return self._line if frame.f_code.co_filename.startswith(OURS) else None

    def _line(self, frame: FrameType, event: str, argument: Any) -> Any:
        self.seen.add((frame.f_code, frame.f_lineno))
        return self._line


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """What came of it."""

    kept: int
    """Texts that ran something new."""
    lines: int
    slowest: float


def changed(text: str, others: Sequence[str], chance: random.Random) -> str:
    """A text with some pieces put in, taken out, repeated, or taken from another text."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        begin, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        piece = text[begin : min(end, begin + 200)]
        match chance.randrange(5):
            case 0:
                piece = chance.choice(PIECES)
            case 1:
                piece = ""
            case 2:
                piece *= chance.choice((2, 3, 10))
            case 3:
                other = chance.choice(others)
                start = chance.randint(0, len(other))
                piece = other[start : start + chance.randint(1, 200)]
            case _:
                end = begin
                piece = chance.choice(PIECES) * chance.choice((1, 1, 2, 50))
        text = (text[:begin] + piece + text[end if end - begin < 200 else begin + 1 :])[:LONGEST]
    return text


def fuzz(work: Callable[[str], object], begin: Sequence[str], rounds: int, seed: int = 1) -> Fuzzed:
    """Try the texts and `rounds` changed ones; `work` raises for what should not be."""
    chance = random.Random(seed)
    corpus: list[str] = []
    slowest, total = 0.0, 0
    with Lines() as lines:
        for number in range(len(begin) + rounds):
            text = begin[number][:LONGEST] if number < len(begin) else changed(chance.choice(corpus), corpus, chance)
            start = process_time()
            try:
                work(text)
            except Exception as error:
                raise AssertionError(f"{type(error).__name__}: {error}\n{text!r}") from error
            took = process_time() - start
            assert took < SLOWEST, f"{took:.1f} s\n{text!r}"
            slowest = max(slowest, took)
            if len(lines.seen) > total or not corpus:
                corpus.append(text)
                total = len(lines.seen)
    return Fuzzed(len(corpus), total, slowest)
