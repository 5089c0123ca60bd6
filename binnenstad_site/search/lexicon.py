"""The Dutch words that the texts of the site do not have: the word list of simplemma (MIT), read when first asked."""

from __future__ import annotations

from functools import lru_cache

import simplemma


@lru_cache(maxsize=400_000)
def is_word(word: str) -> bool:
    """Whether the list knows the word."""
    return simplemma.is_known(word, lang="nl")
