"""Citations in a text: `[@sleutel]`, or several keys as `[@een; @twee]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

CITATION = re.compile(r"\[@([a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\s*\]")
FOOTNOTE = re.compile(r"\[(?:\^[^\[\]\s]{1,30}|\d{1,2})\](?![(\[])")
"""A footnote as other programs know it: `[^1]` or `[1]`."""
CLAIM = re.compile(r"c-[0-9a-f]{8}")
_BLANKS = re.compile(r"\s+")
_BEFORE_SIGN = re.compile(r"\s+([.,;:!?)])")
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


def as_words(sentence: str) -> str:
    """A sentence as it is read when its citations are taken out: single blanks, and none before a sign."""
    return _BEFORE_SIGN.sub(r"\1", _BLANKS.sub(" ", sentence).strip())


def claim_id(sentence: str, item: str = "") -> str:
    """`c-` and eight hexadecimals, from the words of a sentence without case, blanks and signs at its end.

    `item` tells apart what items say that share a page.
    """
    words = as_words(sentence).strip(" .!?…").casefold()
    return f"c-{sha256((item + words).encode()).hexdigest()[:8]}"
