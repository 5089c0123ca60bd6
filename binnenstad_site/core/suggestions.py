"""The nearest right answer, for "Bedoelde u …?"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_LIST = 12


def nearest(word: str, options: Iterable[str]) -> str:
    """The option that looks most like `word`, or an empty text when none does."""
    known = sorted(set(options))
    lowered = {option.lower(): option for option in reversed(known)}
    if exact := lowered.get(word.strip().lower()):
        return exact
    found = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    if found:
        return lowered[found[0]]
    # A beginning or an ending counts too: `bewijs` finds `bewijs_reden`, `samenleven` finds `anders-samenleven`.
    parts = [option for option in known if len(word) >= 4 and (option.startswith(word) or option.endswith(word))]
    return parts[0] if len(parts) == 1 else ""


def did_you_mean(word: str, options: Iterable[str], *, list_all: bool = True) -> str:
    """A hint: the nearest option, and all of them when there are few."""
    known = list(dict.fromkeys(options))
    guess = nearest(word, known)
    sentences = [f'Bedoelde u "{guess}"?'] if guess else []
    if list_all and 0 < len(known) <= LONGEST_LIST and known != [guess]:
        sentences.append(f"Kies uit: {enumerate_words(known)}.")
    return " ".join(sentences)


def enumerate_words(words: Iterable[str], last: str = "of") -> str:
    """`a, b of c`."""
    *head, tail = list(words)
    return f"{', '.join(head)} {last} {tail}" if head else tail
