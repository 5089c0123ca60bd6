"""The nearest right answer, for "Bedoelde u …?"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

LONGEST_LIST = 15
MOST_SUGGESTIONS = 20
"""In the messages about one file: each compares a word with every right answer."""


def nearest(word: str, options: Iterable[str]) -> str:
    """The option that looks most like `word`, or an empty text when none does."""
    candidates = sorted(set(options))
    lowered = {candidate.lower(): candidate for candidate in reversed(candidates)}
    if exact := lowered.get(word.strip().lower()):
        return exact
    if matches := get_close_matches(word.lower(), lowered, n=1, cutoff=0.6):
        return lowered[matches[0]]
    # A beginning or an ending counts too: `bewijs` finds `bewijs_reden`, `samenleven` finds `anders-samenleven`.
    longer = [candidate for candidate in candidates if candidate.startswith(word) or candidate.endswith(word)]
    return longer[0] if len(longer) == 1 and len(word) >= 4 else ""


def did_you_mean(word: str, options: Iterable[str], *, list_all: bool = True) -> str:
    """A hint: the nearest option, and all of them when there are few."""
    candidates = list(dict.fromkeys(options))
    return _hint(nearest(word, candidates), candidates, list_all=list_all)


def _hint(guess: str, candidates: list[str], *, list_all: bool) -> str:
    sentences = [f'Bedoelde u "{guess}"?'] if guess else []
    if list_all and 0 < len(candidates) <= LONGEST_LIST and candidates != [guess]:
        sentences.append(f"Kies uit: {enumerate_words(candidates)}.")
    return " ".join(sentences)


class Suggestions:
    """Suggestions for the messages about one file: for the first twenty that ask; the others do without."""

    def __init__(self) -> None:
        self._left = MOST_SUGGESTIONS

    def nearest(self, word: str, *lists: Iterable[str]) -> str:
        """As the function, from the first of several lists that has one."""
        self._left -= 1
        return next(filter(None, (nearest(word, options) for options in lists)), "") if self._left >= 0 else ""

    def did_you_mean(self, word: str, options: Iterable[str], *, list_all: bool = True) -> str:
        """As the function; a message without suggestion may still list what there is to choose from."""
        self._left -= 1
        if self._left >= 0:
            return did_you_mean(word, options, list_all=list_all)
        return _hint("", list(islice(options, LONGEST_LIST + 1)), list_all=list_all)


def enumerate_words(words: Iterable[str], last: str = "of") -> str:
    """`a, b of c`."""
    *head, tail = list(words)
    return f"{', '.join(head)} {last} {tail}" if head else tail
