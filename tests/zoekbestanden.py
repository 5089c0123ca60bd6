"""Reads the files of a built search back, to compare them with what they were made from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from binnenstad_site.core.outputs import Output


@dataclass(frozen=True)
class Read:
    """Everything that a script can get out of the files."""

    core: dict[str, Any]
    marks: dict[str, Any]
    """Facet -> how the values of every entry are written."""
    words: dict[str, tuple[int, int, tuple[int, ...]]]
    """Word -> number of entries, number, numbers of its parts."""
    postings: list[tuple[tuple[int, ...], tuple[int, ...]]]
    synonyms: list[list[tuple[int, tuple[int, ...], str]]]
    parts: dict[str, int]
    documents: list[dict[str, Any]]


def read(files: Sequence[Output]) -> Read:
    """All files of a search; `KeyError` when one is missing."""
    content = {
        str(file.path).rsplit("/", 1)[-1]: file.content.decode() for file in files if isinstance(file.content, bytes)
    }
    core = json.loads(content["kern.json"])

    def lines(kind: str, starts: str) -> Iterator[str]:
        lines: list[str] = []
        for number, start in enumerate(from_gaps(starts)):
            assert start == len(lines)
            lines += content[f"{kind}{number}.txt"].split("\n")
        return iter(lines)

    words: dict[str, tuple[int, int, tuple[int, ...]]] = {}
    for number, bound in enumerate(core["woordbestanden"]):
        block = dict(_words(content[f"w{number}.txt"]))
        assert bound <= next(iter(block))
        assert not number or max(words) < bound
        words.update(block)
    postings = [tuple(line.split(" ")) for line in lines("p", core["plekbestanden"])]
    return Read(
        core,
        json.loads(content["kenmerken.json"]),
        words,
        [(tuple(from_gaps(steps)), from_digits(weights)) for steps, weights in postings],
        [_alternatives(line) for line in lines("s", core["synoniembestanden"]) if line],
        {part: worth for letter in core["delen"] for part, worth in _parts(letter, content[f"delen-{letter}.txt"])},
        [json.loads(content[f"d{number}.json"]) for number in range(core["aantal"])],
    )


def _words(text: str) -> Iterator[tuple[str, tuple[int, int, tuple[int, ...]]]]:
    before, number = "", -1
    for line in text.split("\n"):
        letters, fields = line.split("\t")
        entries, *rest = fields.split(" ")
        number = int(rest.pop(0)[1:], 36) if rest and rest[0].startswith("!") else number + 1
        before = before[: int(letters[0], 36)] + letters[1:]
        yield before, (int(entries, 36), number, tuple(int(part, 36) for part in rest))


def _alternatives(line: str) -> list[tuple[int, tuple[int, ...], str]]:
    rows = (row.split(" ", 2) for row in line.split("|"))
    return [
        (int(weight), tuple(int(term, 36) for term in terms.split(".")), written) for weight, terms, written in rows
    ]


def _parts(letter: str, text: str) -> Iterator[tuple[str, int]]:
    before = ""
    for line in text.split("\n"):
        before = before[: int(line[0], 36)] + line[1:-1]
        assert before.startswith(letter)
        yield before, int(line[-1])


def from_gaps(text: str) -> Iterator[int]:
    """Rising numbers from the steps between them; the last digit of a step is one of 32 characters from `@` on."""
    number, step = -1, 0
    for char in text:
        if 64 <= ord(char) < 96:
            number += step * 32 + ord(char) - 63
            step = 0
            yield number
        else:
            step = step * 32 + int(char, 32)


def from_digits(text: str) -> tuple[int, ...]:
    """Values of one character each."""
    return tuple(int(char, 36) for char in text)
