"""The Dutch dictionary of simplemma (MIT), imported when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache


@lru_cache(maxsize=1)
def _lookup() -> Callable[[str], str | None]:
    """What the dictionary says of a word that is written so, without looking for endings."""
    from simplemma.strategies import DictionaryLookupStrategy  # noqa: PLC0415 - slow to load, and often not needed

    look_up = DictionaryLookupStrategy().get_lemma
    return lambda word: look_up(word, "nl")


@lru_cache(maxsize=400_000)
def is_word(word: str) -> bool:
    """Whether the dictionary has the word."""
    return _lookup()(word) is not None


@lru_cache(maxsize=400_000)
def base(word: str) -> str:
    """The form under which the dictionary has a word: `verhuizen` for `verhuisde`, `goudsmid` for `goudsmeden`.

    The word itself when the dictionary does not know it. What the dictionary writes in two (`aan_leggen`) is one word.
    """
    form = _lookup()(word)
    if form is None:
        import simplemma  # noqa: PLC0415 - as above

        form = simplemma.lemmatize(word, lang="nl")
    return form.replace("_", "")
