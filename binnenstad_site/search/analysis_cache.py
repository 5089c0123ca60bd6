"""Words that were read before: the word they are a form of, and their parts, kept so that none is looked up in vain.

How a word is split depends on how often the texts have the words that it could be cut into. It stays the same for as
long as each of those is worth the same, whatever else changes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from binnenstad_site.search.compounds import corpus_worth


@dataclass(frozen=True, slots=True)
class Reading:
    """One word, looked up and cut into parts."""

    base: str
    """The stem of the word of which it is a form, or else its own."""
    parts: tuple[str, ...]
    """Stems, the head last; nothing for a word that is no compound."""
    rests_on: tuple[str, ...]
    """The stems of all parts that were considered."""


@dataclass(frozen=True, slots=True)
class Readings:
    """The words of one corpus."""

    words: Mapping[str, Reading] = field(default_factory=dict)
    worths: Mapping[str, int] = field(default_factory=dict)
    """Of every stem on which they rest, as the corpus had it."""

    def good_for(self, counts: Mapping[str, int]) -> Mapping[str, Reading]:
        """Those that another corpus, with these stems, would give as well."""
        other = {stem for stem, worth in self.worths.items() if corpus_worth(counts.get(stem, 0)) != worth}
        if not other:
            return self.words
        return {word: found for word, found in self.words.items() if other.isdisjoint(found.rests_on)}

    def as_bytes(self) -> bytes:
        """To be read by `readings_from`; equal readings give equal bytes."""
        stems = sorted(self.worths)
        numbers = {stem: number for number, stem in enumerate(stems)}
        words = {
            word: (self.words[word].base, self.words[word].parts, [numbers[stem] for stem in self.words[word].rests_on])
            for word in sorted(self.words)
        }
        return json.dumps({"stems": stems, "worths": [self.worths[stem] for stem in stems], "words": words}).encode()


def readings_from(content: bytes) -> Readings:
    """What `as_bytes` gave."""
    found = json.loads(content)
    stems = found["stems"]
    words = {
        word: Reading(base, tuple(parts), tuple(stems[number] for number in rests_on))
        for word, (base, parts, rests_on) in found["words"].items()
    }
    return Readings(words, dict(zip(stems, found["worths"], strict=True)))


@lru_cache(maxsize=1)
def rules() -> str:
    """A hash of the code of the search and of the version of its word list: all that decides it besides the texts."""
    digest = sha256(version("simplemma").encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
