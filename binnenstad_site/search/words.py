"""From the words of a text to the terms that the index counts: stems, parts of compounds, and places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from binnenstad_site.core.memo import Key, digest
from binnenstad_site.search import lexicon
from binnenstad_site.search.analysis_cache import Analyses, Analysis
from binnenstad_site.search.compounds import IN_WORD_LIST, SHORT, corpus_worth, split
from binnenstad_site.search.language import Token, fold, stem, tokens
from binnenstad_site.search.separable import WRITTEN_AS_ONE
from binnenstad_site.search.stopwords import STOPWORDS

PLACE = "@"
"""In front of the slug of a gemeente or provincie: the term for a place, whatever it is called."""
MARK = "="
"""In front of a kenmerk and its value, with a colon between them: what a question may be read as."""
WITHOUT = "!"
"""In front of the stem of a word that a text denies: `!subsidie` for "zonder subsidie"."""
NAMED = (PLACE, MARK, WITHOUT)
"""How terms begin that are no words; a phrase is none either, and has a blank."""
DENIALS = frozenset({"zonder", "geen"})
WORD_SHARE, BASE_SHARE, PART_SHARE = 1.0, 0.6, 0.45
"""What an occurrence of a word counts, of the word it is a form of, and of a part of it."""

NEAR = 3
"""Words that may stand between those of a phrase, in any order: "panden die leeg staan" for "leeg pand"."""

SHORTEST_FORM = 4
"""Letters of a word that may be a form of another."""

_CAPITALISED = re.compile(r"(?<!\S)[^\sA-ZÀ-ÖØ-Þ]*+[A-ZÀ-ÖØ-Þ]\S*")


def phrase(text: str) -> tuple[str, ...]:
    """A name or a term as the words that the search sees."""
    return tuple(token.word for token in tokens(fold(text)))


def spellings(name: str) -> Iterator[tuple[str, ...]]:
    """A name as a reader may type it: with its own hyphens and blanks, all blanks, or all hyphens."""
    yield from dict.fromkeys(map(phrase, (name, name.replace("-", " "), name.replace(" ", "-"))))


def is_no_word(term: str) -> bool:
    """Whether a term is a place, a kenmerk, a denial or a phrase."""
    return term.startswith(NAMED) or " " in term


@dataclass(frozen=True, slots=True)
class TermPhrases:
    """Phrases of `begrippen.yaml`, to be found in a text."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    """Stem -> the phrases that begin with it, as stems."""

    @classmethod
    def of(cls, keys: Iterable[str]) -> TermPhrases:
        """From keys of words and phrases, of which those of one word are left out."""
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for stems in sorted({tuple(key.split(" ")) for key in keys if " " in key}):
            by_first.setdefault(stems[0], []).append(stems)
        return cls({first: tuple(rows) for first, rows in by_first.items()})

    def in_words(self, words: Sequence[str], places: Iterable[int] | None = None) -> Iterator[str]:
        """The phrases of which all stems stand together in a row of words, as terms.

        `places` are those of the words that may begin one, when they are known.
        """
        for index in range(len(words)) if places is None else places:
            rows = self.by_first.get(stem(words[index]))
            if not rows:
                continue
            widest = min(index, max(map(len, rows)) - 1 + NEAR)
            around = [stem(word) for word in words[index - widest : index + max(map(len, rows)) + NEAR]]
            for phrase_stems in rows:
                reach = len(phrase_stems) - 1 + NEAR
                if set(phrase_stems).issubset(around[max(0, widest - reach) : widest + reach + 1]):
                    yield " ".join(phrase_stems)


@dataclass(frozen=True, slots=True)
class TermPlaces:
    """Names of places, and phrases, to be found in a text."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word -> the names that begin with it, the longest first, each with the slug of the place."""
    phrases: TermPhrases = field(default_factory=lambda: TermPhrases({}))

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]], keys: Iterable[str] = ()) -> TermPlaces:
        """From pairs of name and slug, and keys of phrases."""
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, slug in names:
            words = phrase(name)
            if words:
                by_first.setdefault(words[0], []).append((words, slug))
        return cls(
            {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in by_first.items()},
            TermPhrases.of(keys),
        )

    @property
    def key(self) -> Key:
        """A digest of all names and phrases."""
        return digest(self.by_first, self.phrases.by_first)

    def slugs_in(self, text: str, words: Sequence[str], places: Iterable[int] | None = None) -> Iterator[str]:
        """The slugs of the places in a text; it must write the last word of a name with a capital.

        `places` are those of the words that may begin a name, when they are known.
        """
        named = list(self._named(words, range(len(words)) if places is None else places))
        if named:
            written = dict.fromkeys(_CAPITALISED.findall(text))
            capitals = {token.word for token in tokens(fold(" . ".join(written)))}
            yield from (slug for name, slug in named if name[-1] in capitals)

    def _named(self, words: Sequence[str], places: Iterable[int]) -> Iterator[tuple[tuple[str, ...], str]]:
        """Names that stand in a row of words, the longest at each place, with their slugs."""
        free = 0
        for index in places:
            for name, slug in self.by_first.get(words[index], ()) if index >= free else ():
                if tuple(words[index : index + len(name)]) == name:
                    yield name, slug
                    free = index + len(name)
                    break


def base_of(token: Token) -> str:
    """The stem of the word of which this is a form (`verhuis` for `verhuisde`), or else its own."""
    own = stem(token.word)
    if token.pieces or len(token.word) < SHORTEST_FORM or token.word in STOPWORDS:
        return own
    base = fold(lexicon.base(token.word))
    if base == token.word:  # also what the dictionary does not know
        base = WRITTEN_AS_ONE.get(base, base)
    return stem(base) if base.isalpha() and base not in STOPWORDS else own


@dataclass(slots=True)
class Compounds:
    """Analyses words by the stems of the whole corpus, each word once."""

    counts: Mapping[str, int]
    """How often each stem stands in the corpus as a word of its own."""
    is_word: Callable[[str], bool] = lexicon.is_word
    cached: Mapping[str, Analysis] = field(default_factory=dict)
    """What is known already of this corpus."""
    analysed: dict[str, Analysis] = field(default_factory=dict)
    worths: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By a word that was tried as a part of a compound: its stem, and what it is worth."""

    def worth(self, word: str) -> int:
        """The worth of a word as a part of a compound."""
        return self._as_part(word)[1]

    def _as_part(self, word: str) -> tuple[str, int]:
        root = stem(word)
        worth = corpus_worth(self.counts.get(root, 0))
        if not worth and (word in SHORT or (len(word) > 3 and self.is_word(word))):
            worth = IN_WORD_LIST
        self.worths[word] = root, worth
        return root, worth

    def parts(self, token: Token) -> tuple[str, ...]:
        """The stems of the parts of a word, the head last; nothing for a word that has none."""
        if token.pieces:
            return tuple(stem(piece) for piece in token.pieces if len(piece) > 1)
        return self._analysis(token.word).parts

    def base(self, token: Token) -> str:
        """The stem of the word of which this is a form, or else its own."""
        return stem(token.word) if token.pieces else self._analysis(token.word).base

    def _analysis(self, word: str) -> Analysis:
        analysis = self.analysed.get(word)
        if analysis is None:
            analysis = self.analysed[word] = self.cached.get(word) or self._read(word)
        return analysis

    def _read(self, word: str) -> Analysis:
        considered: dict[str, None] = {}

        def worth(part: str) -> int:
            root, value = self.worths.get(part) or self._as_part(part)
            considered[root] = None
            return value

        return Analysis(base_of(Token(word)), tuple(map(stem, split(word, worth))), tuple(considered))

    def analyses(self) -> Analyses:
        """The analyses so far, to be reused for the next corpus."""
        stems = {stem for analysis in self.analysed.values() for stem in analysis.depends_on}
        return Analyses(self.analysed, {stem: corpus_worth(self.counts.get(stem, 0)) for stem in stems})
