"""Counts the words of every entry per field: entries -> `Counts`. A `TermStore` reuses counts in the next build."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import get_args

from binnenstad_site.core.memo import Kept, Key, Memo, digest
from binnenstad_site.models.searchwords import PAGINA, Leeskenmerk
from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.search.analysis_cache import Analyses
from binnenstad_site.search.language import Token, fold, read_run, runs, stem
from binnenstad_site.search.separable import PARTICLES, joined
from binnenstad_site.search.stopwords import STOPWORDS
from binnenstad_site.search.words import DENIALS, MARK, PLACE, WITHOUT, TermPlaces


@dataclass(frozen=True, slots=True)
class Field:
    """One kind of text in an entry."""

    name: str
    factor: float
    shortens: float
    """How much a long field counts less (b in BM25F): 0 not at all, 1 in full proportion."""


READING = "gelezen"
"""The field of kenmerken that a question may be read as."""
READ = frozenset(get_args(Leeskenmerk)) - {PAGINA}

FIELDS = (
    Field("titel", 3.0, 0.3),
    Field("in_een_zin", 1.5, 0.5),
    Field("koppen", 2.0, 0.5),
    Field("tekst", 0.5, 0.5),
    Field("zoekwoorden", 1.0, 0.3),
    Field("gemeente", 2.5, 0.0),
    Field("trend", 1.0, 0.0),
    Field("provincie", 0.8, 0.0),
    Field("kenmerk", 0.5, 0.0),
    Field(READING, 3.0, 0.0),
)
"""Measured on the questions of `tests/zoek/`, but for the summary, the headings and the kenmerken.

The last holds no words, but what a question may be read as."""

MARKED = {
    "gemeente": ("gemeente",),
    "trend": ("trend",),
    "provincie": ("provincie", "streek"),
    "kenmerk": ("soort", "status", "aanpak"),
}
"""Fields, in the order of `FIELDS`, that hold kenmerken, with the facets of those."""
PLACED = ("gemeente", "provincie")
"""The fields of which every kenmerk is a place."""


def texts_of(entry: SearchEntry) -> tuple[str, ...]:
    """The text of each of `FIELDS`."""
    return (
        entry.titel,
        entry.in_een_zin,
        " . ".join(part.kop for part in entry.stukken),
        " . ".join(part.tekst for part in entry.stukken),
        " . ".join(entry.anders),
        *(" . ".join(mark.tekst for mark in entry.kenmerken if mark.facet in facets) for facets in MARKED.values()),
        "",
    )


@dataclass(frozen=True, slots=True)
class CountedEntry:
    """One entry as numbers of words."""

    entry: SearchEntry
    fields: tuple[tuple[array[int], array[int], int], ...]
    """Per field: the words, how often each stands there, and how many there are."""

    def words(self) -> Iterator[tuple[int, int]]:
        """Each word with how often it stands in a field; in more fields, more than once."""
        for words, times, _ in self.fields:
            yield from zip(words, times, strict=True)


@dataclass(frozen=True, slots=True)
class Counts:
    """All entries of a build."""

    entries: tuple[CountedEntry, ...]
    words: Sequence[Token]
    """By number; also words of earlier builds, with a total of 0."""
    totals: Sequence[int]
    """How often each word stands in all entries together."""
    lengths: Sequence[float]
    """Of each field, on average over the entries that have it."""


@dataclass(slots=True)
class TermStore:
    """Every word of all builds so far, by number, and the entries of the last build as counted."""

    words: list[Token] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    lengths: list[list[int]] = field(default_factory=lambda: [[0, 0] for _ in FIELDS])
    """Per field: words, and entries that have any."""
    numbers: dict[Token, int] = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=dict)
    """The same numbers by how a text writes the word."""
    read: dict[str, str] = field(default_factory=dict)
    """Each word as a text writes it and as the search reads it."""
    place_words: set[str] = field(default_factory=set)
    """Of the words as texts write them, those that the name of a place in `looked_for` begins with."""
    phrase_words: set[str] = field(default_factory=set)
    """The same for phrases."""
    looked_for: TermPlaces = field(default_factory=lambda: TermPlaces({}))
    entries: dict[str, CountedEntry] = field(default_factory=dict)
    """By address, with more behind it should two entries have the same."""
    places: TermPlaces = field(default_factory=lambda: TermPlaces({}))
    memo: Memo = field(default_factory=Memo)

    def known_analyses(self) -> Analyses:
        """The words that were analysed for the last build."""
        return self.memo.recall(Kept.WORDS, Analyses())

    def remember(self, analyses: Analyses) -> None:
        """Keep the analyses of this build for the next."""
        self.memo.remember(Kept.WORDS, analyses)

    def count(self, entries: Sequence[SearchEntry], places: TermPlaces) -> Counts:
        """Count all entries: unchanged ones are reused, and the totals are updated by what came and went."""
        places_key = places.key
        cached_entries = {} if places != self.places else self.entries
        self.look_for(places)
        counted: dict[str, CountedEntry] = {}
        for entry in entries:
            address = entry.adres
            while address in counted:
                address += "+"
            cached = cached_entries.get(address)
            same = cached is not None and cached.entry.digest == entry.digest
            counted[address] = cached if cached and same else self._count_entry(entry, places, places_key)
        # only now, so that what fails halfway leaves the totals to what they are of
        for address, counted_entry in self.entries.items():
            if counted.get(address) is not counted_entry:
                self._add(counted_entry, -1)
        for address, counted_entry in counted.items():
            if self.entries.get(address) is not counted_entry:
                self._add(counted_entry, 1)
        self.entries, self.places = counted, places
        lengths = [total / filled if filled else 1.0 for total, filled in self.lengths]
        return Counts(tuple(self.entries.values()), tuple(self.words), tuple(self.totals), lengths)

    def _add(self, counted_entry: CountedEntry, sign: int) -> None:
        self.totals.extend([0] * (len(self.words) - len(self.totals)))
        for number, times in counted_entry.words():
            self.totals[number] += sign * times
        for length, (_, _, size) in zip(self.lengths, counted_entry.fields, strict=True):
            length[0] += sign * size
            length[1] += sign if size else 0

    def _count_entry(self, entry: SearchEntry, places: TermPlaces, places_key: Key) -> CountedEntry:
        fields = self.count_ahead(entry, places, places_key)
        return CountedEntry(entry, tuple(self._numbered(words, places) for words in fields))

    def look_for(self, places: TermPlaces) -> None:
        """Know which words begin the name of one of these places."""
        if places != self.looked_for:
            self.place_words = {written for written in self.written if _begins_place(written, places)}
            self.phrase_words = {written for written in self.written if _begins_phrase(written, places)}
            self.looked_for = places

    def count_ahead(self, entry: SearchEntry, places: TermPlaces, places_key: Key) -> tuple[FieldWords, ...]:
        """The words of an entry, which the memo knows from then on."""
        return self.memo.get(Kept.WORDS, digest(entry.digest, places_key), partial(self._fields, entry, places))

    def _fields(self, entry: SearchEntry, places: TermPlaces) -> tuple[FieldWords, ...]:
        """The words of each of `FIELDS`."""
        fields: list[FieldWords] = []
        for kind, text in zip(FIELDS, texts_of(entry), strict=True):
            written_words = runs(fold(text))
            times_written = Counter(written_words)
            for written in [written for written in times_written if written not in self.written]:
                self._new(written, places)
            named = [*_marked(entry, kind.name)]
            place_at = _where(written_words, self.place_words & times_written.keys())
            phrase_at = _where(written_words, self.phrase_words & times_written.keys())
            if place_at or phrase_at:
                words = list(map(self.read.__getitem__, written_words))
                named += (PLACE + slug for slug in places.slugs_in(text, words, place_at))
                named += places.phrases.in_words(words, phrase_at)
            if not PARTICLES.keys().isdisjoint(times_written):
                named += joined(written_words)
            if not DENIALS.isdisjoint(times_written):
                named += denied(written_words)
            fields.append((tuple(times_written), tuple(times_written.values()), tuple(named), len(written_words)))
        return tuple(fields)

    def _numbered(self, field_words: FieldWords, places: TermPlaces) -> tuple[array[int], array[int], int]:
        words, times, named, size = field_words
        for written in [written for written in words if written not in self.written]:
            self._new(written, places)
        numbers = [self.written[written] for written in words]
        counts = dict(zip(numbers, times, strict=True))
        if len(counts) < len(numbers):  # two spellings of one word
            counts = dict.fromkeys(numbers, 0)
            for number, count in zip(numbers, times, strict=True):
                counts[number] += count
        for term in named:
            number = self._number(Token(term))
            counts[number] = counts.get(number, 0) + 1
        return array("I", counts), array("I", counts.values()), size

    def _new(self, written: str, places: TermPlaces) -> None:
        """Number a word as a text writes it, which was not met before."""
        if _begins_place(written, places):
            self.place_words.add(written)
        if _begins_phrase(written, places):
            self.phrase_words.add(written)
        token = read_run(written)
        self.read[written] = token.word
        self.written[written] = self._number(token)

    def _number(self, word: Token) -> int:
        number = self.numbers.setdefault(word, len(self.words))
        if number == len(self.words):
            self.words.append(word)
        return number


FieldWords = tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...], int]
"""Of one field: the words as the text writes them, each once, how often, the terms that are none, and how many words it
has."""


def _where(words: Sequence[str], looked_for: set[str]) -> list[int]:
    """At which places some of the words stand."""
    return [place for place, word in enumerate(words) if word in looked_for] if looked_for else []


def _marked(entry: SearchEntry, field: str) -> Iterator[str]:
    """The terms for the kenmerken of an entry in a field that holds places or what a question may be read as."""
    if field in PLACED:
        yield from (PLACE + mark.waarde for mark in entry.kenmerken if mark.facet in MARKED[field])
    elif field == READING:
        yield from (f"{MARK}{mark.facet}:{mark.waarde}" for mark in entry.kenmerken if mark.facet in READ)


def denied(written_words: Sequence[str]) -> Iterator[str]:
    """The terms for what a text says that there was none of: the two words after "zonder" or "geen"."""
    for place, written in enumerate(written_words):
        if written in DENIALS:
            after = (read_run(other).word for other in written_words[place + 1 : place + 3])
            yield from (WITHOUT + stem(word) for word in after if word not in STOPWORDS)


def _begins_place(written: str, places: TermPlaces) -> bool:
    return read_run(written).word in places.by_first


def _begins_phrase(written: str, places: TermPlaces) -> bool:
    return stem(read_run(written).word) in places.phrases.by_first
