"""Counts the terms of every entry, field by field, and weighs them: entries -> postings.

The weight of a term in an entry is that of BM25F: occurrences in each field, divided by how long the field is for its
kind, added up with a factor per field. It is stored as a whole number from 0 to 35 on a scale of quarter powers of two.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.search.language import Token, fold, read_run, runs, stem, tokens
from binnenstad_site.search.words import PART, PLACE, WHOLE, Compounds, Places

LOWEST = 0.15
"""The weight that is stored as 0."""
HIGHEST = 35


@dataclass(frozen=True, slots=True)
class Field:
    """One kind of text in an entry."""

    name: str
    factor: float
    shortens: float
    """How much a long field counts less (b in BM25F): 0 not at all, 1 in full proportion."""


FIELDS = (
    Field("titel", 3.0, 0.3),
    Field("in_een_zin", 1.5, 0.5),
    Field("koppen", 2.0, 0.5),
    Field("tekst", 1.0, 0.5),
    Field("gemeente", 2.5, 0.0),
    Field("trend", 1.0, 0.0),
    Field("provincie", 0.8, 0.0),
    Field("kenmerk", 0.5, 0.0),
)
"""From `zoeken.md`; the summary, the headings and the kenmerken are a start that was not measured."""


def _texts(entry: SearchEntry) -> tuple[str, ...]:
    """The text of each of `FIELDS`."""
    return (
        entry.titel,
        entry.in_een_zin,
        " . ".join(part.kop for part in entry.stukken),
        " . ".join(part.tekst for part in entry.stukken),
        " . ".join(mark.tekst for mark in entry.kenmerken if mark.facet == "gemeente"),
        " . ".join(mark.tekst for mark in entry.kenmerken if mark.facet == "trend"),
        " . ".join(mark.tekst for mark in entry.kenmerken if mark.facet == "provincie"),
        " . ".join(mark.tekst for mark in entry.kenmerken if mark.facet in {"soort", "status"}),
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """One entry as numbers of words: per field the words, how often each stands there, and how many there are."""

    fields: tuple[tuple[array[int], array[int], int], ...]


@dataclass(slots=True)
class Wordbook:
    """Every word that was ever met, by number, and the entries that were counted; what `serve` keeps between builds."""

    words: list[Token] = field(default_factory=list)
    numbers: dict[Token, int] = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=dict)
    """The same numbers by how a text writes the word."""
    entries: dict[SearchEntry, Counted] = field(default_factory=dict)
    places: Places = field(default_factory=lambda: Places({}))

    def number(self, written: str) -> int:
        """The number of a word as a text writes it, new or known."""
        found = self.written.get(written)
        if found is None:
            found = self.written[written] = self._number(read_run(written))
        return found

    def _number(self, word: Token) -> int:
        found = self.numbers.setdefault(word, len(self.words))
        if found == len(self.words):
            self.words.append(word)
        return found

    def count(self, entries: Sequence[SearchEntry], places: Places) -> list[Counted]:
        """All entries counted, those of the last build from memory."""
        if places != self.places:
            self.entries, self.places = {}, places
        self.entries = {entry: self.entries.get(entry) or self._counted(entry) for entry in entries}
        return [self.entries[entry] for entry in entries]

    def _counted(self, entry: SearchEntry) -> Counted:
        return Counted(tuple(self._field(entry, kind, text) for kind, text in zip(FIELDS, _texts(entry), strict=True)))

    def _field(self, entry: SearchEntry, kind: Field, text: str) -> tuple[array[int], array[int], int]:
        found = runs(fold(text))
        named: Iterable[str] = self.places.found(text, [read_run(written).word for written in found])
        if kind.name in {"gemeente", "provincie"}:
            named = (mark.waarde for mark in entry.kenmerken if mark.facet == kind.name)
        counts: dict[int, int] = {}
        places = ((self._number(Token(PLACE + slug)), 1) for slug in named)
        words = ((self.number(written), times) for written, times in Counter(found).items())
        for number, times in (*words, *places):
            counts[number] = counts.get(number, 0) + times
        return array("I", counts), array("I", counts.values()), len(found)


@dataclass(frozen=True, slots=True)
class Posting:
    """Where one term stands: entries in order, and the stored weight in each."""

    documents: array[int]
    weights: bytes


@dataclass(frozen=True, slots=True)
class Gathered:
    """The terms of a corpus."""

    size: int
    """Number of entries."""
    postings: Mapping[str, Posting]
    compounds: Compounds
    parts: Mapping[str, tuple[str, ...]]
    """Stem of a compound -> stems of its parts, those of its most frequent spelling."""
    counts: Mapping[str, int]
    """How often each stem stands in the corpus as a word of its own."""


_EDGES = tuple(LOWEST * 2 ** ((step + 0.5) / 4) for step in range(HIGHEST))
"""Where one stored number ends and the next begins."""


def stored(weight: float) -> int:
    """A weight as the number that is kept of it: quarter powers of two above `LOWEST`, rounded."""
    return bisect_right(_EDGES, weight)


def gather(entries: Sequence[SearchEntry], places: Places, book: Wordbook) -> Gathered:
    """Count and weigh all terms; the answer does not depend on what the book held before."""
    counted = book.count(entries, places)
    totals = [0] * len(book.words)
    lengths = [[0, 0] for _ in FIELDS]
    for each in counted:
        for at, (words, times, size) in enumerate(each.fields):
            lengths[at][0] += size
            lengths[at][1] += 1 if size else 0
            for number, count in zip(words, times, strict=True):
                totals[number] += count
    counts: dict[str, int] = {}
    for token, total in zip(book.words, totals, strict=True):
        if total and not token.word.startswith(PLACE):
            for word in token.pieces or (token.word,):
                counts[stem(word)] = counts.get(stem(word), 0) + total
    compounds = Compounds(counts)
    spread = [_spread(token, compounds) if total else () for token, total in zip(book.words, totals, strict=True)]
    averages = [total / filled if filled else 1.0 for total, filled in lengths]
    postings = _postings(counted, spread, averages)
    return Gathered(len(entries), postings, compounds, _parts(book.words, totals, compounds), counts)


def _spread(token: Token, compounds: Compounds) -> tuple[tuple[str, float], ...]:
    """The terms that one occurrence of a word counts for, the whole word first."""
    if token.word.startswith(PLACE):
        return ((token.word, WHOLE),)
    return ((stem(token.word), WHOLE), *((part, PART) for part in compounds.parts(token)))


def _postings(
    counted: Sequence[Counted], spread: Sequence[tuple[tuple[str, float], ...]], averages: Sequence[float]
) -> dict[str, Posting]:
    """Add up what every word of every field counts; the innermost loops of a build, so terms are numbers here."""
    names: dict[str, int] = {}
    shares = [tuple((names.setdefault(term, len(names)), share) for term, share in terms) for terms in spread]
    whole, parts = [terms[0][0] if terms else -1 for terms in shares], [terms[1:] for terms in shares]
    documents = [array("I") for _ in names]
    weights = [bytearray() for _ in names]
    for document, each in enumerate(counted):
        found: dict[int, float] = {}
        get = found.get
        for kind, average, (words, times, size) in zip(FIELDS, averages, each.fields, strict=True):
            factor = kind.factor / (1 - kind.shortens + kind.shortens * size / average)
            for number, count in zip(words, times, strict=True):
                weight = factor * count
                term = whole[number]
                found[term] = get(term, 0.0) + weight
                for term, share in parts[number]:
                    found[term] = get(term, 0.0) + weight * share
        for term, weight in found.items():
            documents[term].append(document)
            weights[term].append(bisect_right(_EDGES, weight))
    return {name: Posting(documents[term], bytes(weights[term])) for name, term in sorted(names.items())}


def _parts(words: Sequence[Token], totals: Sequence[int], compounds: Compounds) -> dict[str, tuple[str, ...]]:
    """Per stem the parts of the word that has it most often; equal ones by the alphabet."""
    best: dict[str, tuple[int, str, tuple[str, ...]]] = {}
    for token, total in zip(words, totals, strict=True):
        if not total or token.word.startswith(PLACE):
            continue
        parts = compounds.parts(token)
        row = (-total, token.word, parts)
        key = stem(token.word)
        if key not in best or row < best[key]:
            best[key] = row
    return {key: parts for key, (_, _, parts) in best.items() if parts}


def fields_of(entry: SearchEntry, terms: Sequence[str], compounds: Compounds) -> list[str]:
    """The names of the fields of an entry in which one of these terms stands, whole or as a part."""
    wanted = set(terms)
    found = []
    for kind, text in zip(FIELDS, _texts(entry), strict=True):
        spread = (term for token in tokens(fold(text)) for term in (stem(token.word), *compounds.parts(token)))
        if not wanted.isdisjoint(spread):
            found.append(kind.name)
    return found
