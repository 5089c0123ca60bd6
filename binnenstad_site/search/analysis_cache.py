"""Words that were analysed before: the word they are a form of, and their parts.

How a word is split depends on how often the texts have the words that it could be cut into. An analysis stays valid for
as long as each of those is worth the same, whatever else changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from binnenstad_site.core.versions import version_of
from binnenstad_site.search.compounds import corpus_worth


@dataclass(frozen=True, slots=True)
class Analysis:
    """How one word was read."""

    base: str
    """The stem of the word of which it is a form, or else its own."""
    parts: tuple[str, ...]
    """Stems, the head last; nothing for a word that is no compound."""
    depends_on: tuple[str, ...]
    """The stems of all parts that were considered."""


@dataclass(frozen=True, slots=True)
class Analyses:
    """The words of one corpus."""

    words: Mapping[str, Analysis] = field(default_factory=dict)
    worths: Mapping[str, int] = field(default_factory=dict)
    """Of every stem on which they rest, as the corpus had it."""

    def valid_for(self, counts: Mapping[str, int]) -> Mapping[str, Analysis]:
        """Those that another corpus, with these stems, would give as well."""
        changed = {stem for stem, worth in self.worths.items() if corpus_worth(counts.get(stem, 0)) != worth}
        if not changed:
            return self.words
        return {word: analysis for word, analysis in self.words.items() if changed.isdisjoint(analysis.depends_on)}


@lru_cache(maxsize=1)
def rules() -> str:
    """A hash of the code of the search and of the version of its word list: all that decides it besides the texts."""
    digest = sha256(version_of("simplemma").encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
