"""Marks in the HTML of a section each sentence that names a source, so that an address can lead to it.

A sentence becomes `<span id="…">`, with a hole where the page fills in the id. Where the span would cut an element in
two, only the number of its first source stands in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from html import unescape

from binnenstad_site.core.citations import as_words
from binnenstad_site.validate.markdown.body import CitedSentence, Hole
from binnenstad_site.validate.markdown.claims import CITED, sentences
from binnenstad_site.validate.markdown.escaping import HOLE

_PIECE = re.compile(r"(?P<tag><[^>]*>)|(?P<hole>\x00[0-9]+\x00)|(?P<sign>&[A-Za-z0-9#]+;)|[^<&\x00]+|&")
_BOUNDARY = re.compile(r"</?(?:blockquote|d[dlt]|div|fig[a-z]+|h[1-6]|hr|li|ol|p|pre|t[a-z]+|ul)\b[^>]*>")
_TAG = re.compile(r"<(?P<close>/?)(?!br|img)[a-z][^>]*>")
_OPENED = re.compile(r"<[a-z][^>]*>\Z")
_CLOSED = re.compile(r"</[a-z]+>")
Cited = Mapping[tuple[int, int], tuple[str, ...]]
"""Where in a block sources are named, and which."""


def mark_sentences(html: str, holes: tuple[Hole, ...]) -> tuple[str, tuple[Hole, ...]]:
    """The HTML with its sentences marked, and the holes with one more for each."""
    if not any(isinstance(hole, tuple) for hole in holes):
        return html, holes
    filled = list(holes)
    pieces: list[str] = []
    end = 0
    for boundary in _BOUNDARY.finditer(html):
        pieces += (_marked(html[end : boundary.start()], filled), boundary.group())
        end = boundary.end()
    return "".join((*pieces, _marked(html[end:], filled))), tuple(filled)


def _marked(block: str, holes: list[Hole]) -> str:
    """A block that holds no other; `holes` grows by what is marked."""
    cited: Cited = {m.span(): hole for m in HOLE.finditer(block) if isinstance(hole := holes[int(m[1])], tuple)}
    if not cited:
        return block
    hidden, span_of = _read(block, cited)
    pieces: list[str] = []
    kept = 0
    for begin, end in sentences(hidden):
        sentence = hidden[begin:end]
        if CITED not in sentence:
            continue
        start = span_of(end - len(sentence.lstrip()))[0]
        stop = span_of(begin + len(sentence.rstrip()) - 1)[1]
        named = {place: keys for place, keys in cited.items() if start <= place[0] < stop}
        start, stop = _whole(block, start, stop) or next(iter(named))
        keys = tuple(dict.fromkeys(key for several in named.values() for key in several))
        holes.append(CitedSentence(as_words(sentence.replace(CITED, "")), keys))
        pieces += (block[kept:start], f'<span id="\x00{len(holes) - 1}\x00">', block[start:stop], "</span>")
        kept = stop
    return "".join((*pieces, block[kept:]))


def _read(block: str, cited: Cited) -> tuple[str, Callable[[int], tuple[int, int]]]:
    """What is read of a block, with a sign for each citation, and from a place there to begin and end in the block."""
    texts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    for match in _PIECE.finditer(block):
        if match["tag"] or (match["hole"] and match.span() not in cited):
            continue
        text = CITED if match["hole"] else unescape(match.group())
        texts.append(text)
        pieces.append((length, *match.span()))
        length += len(text)
    begins = [begin for begin, _, _ in pieces]

    def span_of(place: int) -> tuple[int, int]:
        begin, start, stop = pieces[bisect_right(begins, place) - 1]
        one_by_one = block[start] not in "&\x00"
        return (start + place - begin, start + place - begin + 1) if one_by_one else (start, stop)

    return "".join(texts), span_of


def _whole(block: str, start: int, stop: int) -> tuple[int, int] | None:
    """The span, wider by tags right beside it where that keeps every element whole; None where nothing does."""
    opened, closed = 0, 0
    for tag in _TAG.finditer(block, start, stop):
        if not tag["close"]:
            opened += 1
        elif opened:
            opened -= 1
        else:
            closed += 1
    for _ in range(closed):
        before = _OPENED.search(block[:start])
        if before is None:
            return None
        start = before.start()
    for _ in range(opened):
        after = _CLOSED.match(block, stop)
        if after is None:
            return None
        stop = after.end()
    return start, stop
