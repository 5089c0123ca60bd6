"""Citations in a text: `[@sleutel]`, or several keys as `[@een; @twee]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

CITATION = re.compile(r"\[@([a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\s*\]")
FOOTNOTE = re.compile(r"\[(?:\^[^\[\]\s]{1,30}|\d{1,2})\](?![(\[])")
"""A footnote as other programs know it: `[^1]` or `[1]`."""
_WITH_BLANKS = re.compile(rf"\s*{CITATION.pattern}")


def keys_of(match: re.Match[str]) -> tuple[str, ...]:
    """The keys of one match of `CITATION`, in the order as written."""
    return tuple(key.strip().lstrip("@") for key in match.group(1).split(";"))


def without_citations(text: str) -> str:
    """The words alone: `Het werd stiller [@ad-2017].` becomes `Het werd stiller.`"""
    return _WITH_BLANKS.sub("", text) if "[@" in text else text


def words_and_keys(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The text in pieces, each with the keys that are cited right after it; the last may have none."""
    begin = 0
    for match in _WITH_BLANKS.finditer(text):
        yield text[begin : match.start()], keys_of(match)
        begin = match.end()
    if begin < len(text):
        yield text[begin:], ()
