"""The words of the search that earlier builds analysed, cached in the scratch folder.

In: the scratch folder. Out: a `TermStore` for a session. It saves time and nothing else: the same content gives the
same bytes with it, without it, and with what another content left there.
"""

from __future__ import annotations

from pathlib import Path

from binnenstad_site.search import TermStore, analyses_from, rules
from binnenstad_site.write.artifacts import load_cached, save_cached

WORDS_FILE = "woorden"


def load_cached_words(scratch: Path, secret: bytes = b"") -> TermStore:
    """A store with the words of the last build; empty when they are not there, broken, or of other rules."""
    content = load_cached(scratch / WORDS_FILE, rules(), secret)
    return TermStore() if content is None else TermStore(analyses=analyses_from(content))


def save_words(words: TermStore, scratch: Path, secret: bytes = b"") -> None:
    """Cache the analyses for the next build, unless they are there already."""
    content = words.analyses.as_bytes()
    if load_cached(scratch / WORDS_FILE, rules(), secret) != content:
        save_cached(scratch / WORDS_FILE, rules(), content, secret)
