"""Text in share pictures: its width and its line breaks.

In: text. Out: widths in pixels, and lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from binnenstad_site.render.fonts import Face
from binnenstad_site.render.typefaces import typeface


def width(text: str, face: Face, size: float, spacing: float = 0) -> float:
    """The width of a line in pixels, without kerning."""
    return _thousandths(text, face) * size / 1000 + spacing * len(text)


@lru_cache(maxsize=4096)
def _thousandths(text: str, face: Face) -> int:
    return sum(map(typeface(face).advance, text))


def length(text: str, face: Face, size: float) -> float:
    """The width of a line in pixels, as it is set: with kerning."""
    return typeface(face).length(text) * size / 1000


def longest(texts: Sequence[str], face: Face, size: float, spacing: float = 0) -> float:
    """The width of the longest of some lines."""
    return max((width(line, face, size, spacing) for line in texts), default=0)


def lines(text: str, column: float, face: Face, size: float, spacing: float = 0) -> tuple[str, ...]:
    """The fewest lines that fit in a column, of about equal length; a word that is too long gets a line of its own."""
    words = text.split(" ") if text else []
    widths = [width(word, face, size, spacing) for word in words]
    blank = width(" ", face, size, spacing)
    best = _broken(words, widths, blank, column)
    low, high = 0.0, column
    while high - low > 2:
        middle = (low + high) / 2
        tried = _broken(words, widths, blank, middle)
        if len(tried) > len(best) or longest(tried, face, size, spacing) > middle:
            low = middle
        else:
            best, high = tried, middle
    return best


def _broken(words: Sequence[str], widths: Sequence[float], blank: float, column: float) -> tuple[str, ...]:
    broken: list[list[str]] = []
    room = 0.0
    for word, wide in zip(words, widths, strict=True):
        if broken and wide + blank <= room:
            broken[-1].append(word)
            room -= wide + blank
        else:
            broken.append([word])
            room = column - wide
    return tuple(" ".join(line) for line in broken)
