"""Weighs the terms of every entry: counts -> postings.

The weight of a term in an entry is that of BM25F: occurrences in each field, divided by how long the field is for its
kind, added up with a factor per field. It is stored as a whole number from 0 to 35 on a scale of quarter powers of two.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.search.analysis_cache import Analyses
from binnenstad_site.search.language import Token, fold, stem, tokens
from binnenstad_site.search.separable import joined
from binnenstad_site.search.term_counts import FIELDS, Counts, texts_of
from binnenstad_site.search.words import BASE_SHARE, PART_SHARE, WORD_SHARE, Compounds, TermPhrases, is_no_word

LOWEST = 0.15
"""The weight that is stored as 0."""
HIGHEST = 35


@dataclass(frozen=True, slots=True)
class Posting:
    """The entries with a term, in order, and the stored weight in each."""

    documents: array[int]
    weights: bytes


@dataclass(frozen=True, slots=True)
class Survey:
    """The terms of a corpus, before weighing."""

    counts: Counts
    compounds: Compounds
    spread: Sequence[tuple[tuple[str, float], ...]]
    """By number of a word: the terms that one occurrence counts for, with their shares; none of a word that is gone."""

    def terms(self, excluding_kind: str = "") -> frozenset[str]:
        """The terms of all entries, but for those of the kind `excluding_kind`."""
        totals = list(self.counts.totals)
        for counted in self.counts.entries:
            if counted.entry.soort == excluding_kind:
                for number, times in counted.words():
                    totals[number] -= times
        return frozenset(term for total, terms in zip(totals, self.spread, strict=True) if total for term, _ in terms)


@dataclass(frozen=True, slots=True)
class WeighedTerms:
    """The terms of a corpus, weighed."""

    size: int
    """Number of entries."""
    postings: Mapping[str, Posting]
    compounds: Compounds
    parts: Mapping[str, tuple[str, ...]]
    """Stem of a compound -> stems of its parts, those of its most frequent spelling.

    A stem that is a form of another word has that word as its only part.
    """
    counts: Mapping[str, int]
    """How often each stem stands in the corpus as a word of its own."""


_EDGES = tuple(LOWEST * 2 ** ((step + 0.5) / 4) for step in range(HIGHEST))
"""Where one stored number ends and the next begins."""


quantized: Callable[[float], int] = partial(bisect_right, _EDGES)
"""A weight as a number from 0 to `HIGHEST`: quarter powers of two above `LOWEST`, rounded."""


def survey_terms(counts: Counts, cached: Analyses | None = None) -> Survey:
    """The terms of counted entries; `cached` are analyses of any corpus, which save time and change nothing."""
    stems: dict[str, int] = {}
    for token, total in zip(counts.words, counts.totals, strict=True):
        if total and not is_no_word(token.word):
            for word in token.pieces or (token.word,):
                stems[stem(word)] = stems.get(stem(word), 0) + total
    compounds = Compounds(stems, cached=cached.valid_for(stems) if cached else {})
    present = zip(counts.words, counts.totals, strict=True)
    return Survey(counts, compounds, [_spread(word, compounds) if total else () for word, total in present])


def weigh(survey: Survey) -> WeighedTerms:
    """Weigh all terms."""
    counts, compounds = survey.counts, survey.compounds
    postings = _postings(counts, survey.spread)
    return WeighedTerms(len(counts.entries), postings, compounds, _parts(counts, compounds), compounds.counts)


def _spread(token: Token, compounds: Compounds) -> tuple[tuple[str, float], ...]:
    """The terms that one occurrence of a word counts for, the whole word first."""
    if is_no_word(token.word):
        return ((token.word, WORD_SHARE),)
    own = stem(token.word)
    base = compounds.base(token)
    forms = ((own, WORD_SHARE),) if base == own else ((own, WORD_SHARE), (base, BASE_SHARE))
    return (*forms, *((part, PART_SHARE) for part in compounds.parts(token)))


def _postings(counts: Counts, spread: Sequence[tuple[tuple[str, float], ...]]) -> dict[str, Posting]:
    """Sum the weight of every word of every field; these are the innermost loops of a build, so terms are numbers."""
    names: dict[str, int] = {}
    shares = [tuple((names.setdefault(term, len(names)), share) for term, share in terms) for terms in spread]
    full_terms, part_terms = [terms[0][0] if terms else -1 for terms in shares], [terms[1:] for terms in shares]
    documents = [array("I") for _ in names]
    weights = [bytearray() for _ in names]
    for document, counted in enumerate(counts.entries):
        sums: dict[int, float] = {}
        get = sums.get
        for kind, average, (words, times, size) in zip(FIELDS, counts.lengths, counted.fields, strict=True):
            factor = kind.factor / (1 - kind.shortens + kind.shortens * size / average)
            for number, count in zip(words, times, strict=True):
                weight = factor * count
                term = full_terms[number]
                sums[term] = get(term, 0.0) + weight
                if parts := part_terms[number]:
                    for part, share in parts:
                        sums[part] = get(part, 0.0) + weight * share
        for term, weight in sums.items():
            documents[term].append(document)
            weights[term].append(quantized(weight))
    return {name: Posting(documents[term], bytes(weights[term])) for name, term in sorted(names.items())}


def _parts(counts: Counts, compounds: Compounds) -> dict[str, tuple[str, ...]]:
    """Per stem the parts of the word that has it most often; equal ones by the alphabet."""
    best: dict[str, tuple[int, str, tuple[str, ...]]] = {}
    for token, total in zip(counts.words, counts.totals, strict=True):
        if not total or is_no_word(token.word):
            continue
        key = stem(token.word)
        base = compounds.base(token)
        parts = (base,) if base != key else compounds.parts(token)
        row = (-total, token.word, parts)
        if key not in best or row < best[key]:
            best[key] = row
    return {key: parts for key, (_, _, parts) in best.items() if parts}


def fields_of(entry: SearchEntry, terms: Sequence[str], compounds: Compounds) -> list[str]:
    """The names of the fields of an entry in which one of these terms stands: whole, as a form, a part or in pieces."""
    requested = set(terms)
    phrases = TermPhrases.of(terms)
    names = []
    for kind, text in zip(FIELDS, texts_of(entry), strict=True):
        read = tuple(tokens(fold(text)))
        spread = {term for token in read for term, _ in _spread(token, compounds)}
        words = [token.word for token in read]
        together = {*phrases.in_words(words), *map(stem, joined(words))}
        if not requested.isdisjoint(spread | together):
            names.append(kind.name)
    return names
