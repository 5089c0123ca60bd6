"""Text that looks Dutch to a machine: real words, few of them very often and most of them seldom, in sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

DICTIONARY = Path("/usr/share/dict/dutch")
"""The word list of Debian's package wdutch."""
VOCABULARY = 9000
WORD = re.compile(r"[a-zëïéèöü]{3,12}")
FREQUENT = (
    "de van een het in en op voor met dat is te zijn door die aan er om niet als bij ook naar uit over wordt nog maar "
    "dan worden deze dit tot meer kan of heeft hun wat al hebben was zo kunnen tussen onder na geen waar"
)
"""Small words, the most frequent first."""


def dutch_words(content: Path, dictionary: Path = DICTIONARY) -> tuple[str, ...]:
    """At most 9,000 words of 3 to 12 small letters, shuffled; from `content` when there is no dictionary."""
    if dictionary.is_file():
        candidates = dictionary.read_text(encoding="utf-8").split("\n")
    else:
        texts = (path.read_text(encoding="utf-8") for path in sorted(content.rglob("*.md")))
        candidates = [word for text in texts for word in re.findall(r"\w+", text)]
    words = sorted({word for word in candidates if WORD.fullmatch(word)})
    return tuple(random.Random(9).sample(words, min(VOCABULARY, len(words))))  # noqa: S311 - not a secret


class Writer:
    """Writes Dutch-looking text: few words very often, most of them seldom."""

    def __init__(self, words: Sequence[str], seed: int) -> None:
        self.words = words
        self.frequent = FREQUENT.split()
        self.random = random.Random(seed)  # noqa: S311 - not a secret

    def word(self) -> str:
        chance = self.random.random()
        if chance < 0.45:
            return self.frequent[int(len(self.frequent) * (chance / 0.45) ** 2)]
        return self.words[int(len(self.words) * ((chance - 0.45) / 0.55) ** 3)]

    def phrase(self, low: int, high: int) -> str:
        """Between `low` and `high` words, with a capital."""
        words = " ".join(self.word() for _ in range(self.random.randint(low, high)))
        return words[0].upper() + words[1:]

    def plain(self, low: int, high: int) -> str:
        """A sentence for a field: without markup."""
        return self.phrase(low, high) + "."

    def sentence(self, low: int = 8, high: int = 18, *, source: str = "") -> str:
        """A sentence for a body: with now and then emphasis, a comma when it is long, and the source it rests on."""
        words = self.phrase(low, high).split(" ")
        if self.random.random() < 0.2:
            words[3] = f"**{words[3]}**"
        if self.random.random() < 0.1:
            words[-1] = f"*{words[-1]}*"
        if len(words) > 11:
            words[6] += ","
        return " ".join(words) + (f" [@{source}]." if source else ".")

    def paragraph(self, low: int, high: int, *, source: str = "") -> str:
        """Between `low` and `high` sentences, of which the last one cites `source`."""
        rest = [self.sentence() for _ in range(self.random.randint(low, high) - 1)]
        return " ".join([*rest, self.sentence(source=source)])

    def some(self, values: Sequence[str], low: int, high: int) -> list[str]:
        return self.random.sample(values, self.random.randint(low, high))
