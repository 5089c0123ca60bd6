"""The Dutch dictionary of simplemma (MIT), imported when it is first needed."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=400_000)
def is_word(word: str) -> bool:
    """Whether the dictionary has the word."""
    import simplemma  # noqa: PLC0415 - slow to load, and a build that recalls its words does without

    return simplemma.is_known(word, lang="nl")


@lru_cache(maxsize=400_000)
def base(word: str) -> str:
    """The form under which the dictionary has a word: `verhuizen` for `verhuisde`, `goudsmid` for `goudsmeden`.

    The word itself when the dictionary does not know it. What the dictionary writes in two (`aan_leggen`) is one word.
    """
    import simplemma  # noqa: PLC0415 - as above

    return simplemma.lemmatize(word, lang="nl").replace("_", "")
