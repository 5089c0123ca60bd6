"""Writes the weighed terms as the files that the script reads; `docs/zoeken.md` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from binnenstad_site.pages.page import Kenmerk, SearchEntry
from binnenstad_site.pages.search_entries import FILTERS
from binnenstad_site.search.coding import base36, digits, gaps, shards, shared
from binnenstad_site.search.compounds import IN_WORD_LIST, corpus_worth
from binnenstad_site.search.language import stem
from binnenstad_site.search.postings import WeighedTerms
from binnenstad_site.search.stopwords import LIGHT, STOPWORDS
from binnenstad_site.search.synonyms import Alternative, Synonyms
from binnenstad_site.search.words import PLACE

CORE, MARKS, READINGS, PARTS = "kern.json", "kenmerken.json", "lezing.json", "delen-{}.txt"
WORDS_SIZE, SYNONYMS_SIZE, POSTINGS_SIZE = 2_000, 1_500, 1_500
"""Characters in a file of words, of synonyms and of postings: about 1 kB each once compressed."""
MOST_SHARED = 35
"""Letters that a line leaves out: one digit says how many."""
MOST_PARTS = 3_000
LONGEST_PART = 14
KIND_SIGNS, OTHER_KIND = {"praktijk": "p", "aanpak": "a", "kans": "k", "begrip": "b"}, "o"
"""The kinds of which the first hits are kept in balance; all others are one. Terms are suggested by theirs."""
SHOWN_WORDS = 60
"""Words of each piece of an entry in the file of that entry; all words can be found."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number of each term: its place among the postings. Words with synonyms come first, then places.

    So the number of such a word is also its place among the synonyms, behind which come words that no text has.
    """

    terms: tuple[str, ...]
    keys: tuple[str, ...]
    """Words with synonyms, in the order of their lines; the first are terms, with the same numbers."""
    numbers: Mapping[str, int]


def numbering(weighed: WeighedTerms, synonyms: Synonyms) -> Numbering:
    """Number words of one concept in a row, so that one file serves it; then places, then the rest."""
    order: dict[str, None] = {}
    for key, rows in synonyms.items():
        for word in (key, *(" ".join(row.terms) for row in rows if row.weight >= 50)):
            if word in synonyms:
                order.setdefault(word)
    present = [word for word in order if word in weighed.postings]
    absent = [word for word in order if word not in weighed.postings]
    placed = set(present)
    rest = sorted((term for term in weighed.postings if term not in placed), key=lambda term: term[0] != PLACE)
    terms = (*present, *rest)
    return Numbering(terms, (*present, *absent), {term: number for number, term in enumerate(terms)})


def files(
    entries: Sequence[SearchEntry],
    weighed: WeighedTerms,
    synonyms: Synonyms,
    numbered: Numbering,
    names: Mapping[str, str],
) -> Iterator[tuple[str, bytes]]:
    """All files by name, the core first; `names` are the names of places with their term."""
    words = _words(weighed, numbered)
    word_runs = list(shards(list(_coded(words)), WORDS_SIZE))
    rows = [_alternatives(synonyms[word], numbered.numbers) for word in numbered.keys]
    row_runs = list(shards(rows, SYNONYMS_SIZE))
    postings = [weighed.postings[term] for term in numbered.terms]
    lines = [f"{gaps(posting.documents)} {digits(posting.weights)}" for posting in postings]
    line_runs = list(shards(lines, POSTINGS_SIZE))
    parts = _parts(weighed, synonyms)
    core = {
        "aantal": weighed.size,
        "soorten": "".join(KIND_SIGNS.get(entry.soort, OTHER_KIND) for entry in entries),
        "woordbestanden": list(_bounds(words, word_runs)),
        "synoniembestanden": gaps([run.start for run in row_runs]),
        "plekbestanden": gaps([run.start for run in line_runs]),
        "sleutels": sum(word in weighed.postings for word in numbered.keys),
        "delen": "".join(parts),
        "stopwoorden": " ".join(sorted(STOPWORDS)),
        "lichte": " ".join(sorted(set(map(stem, LIGHT)))),
        "plaatsen": _place_names(names, numbered.terms),
    }
    texts = {
        CORE: _json(core),
        MARKS: _json({facet: _facet(entries, facet) for facet, _ in FILTERS}),
        **{PARTS.format(letter): "\n".join(_part_lines(part)) for letter, part in parts.items()},
        **{f"w{number}.txt": "\n".join(_coded(words[run.start : run.stop])) for number, run in enumerate(word_runs)},
        **{f"s{number}.txt": "\n".join(rows[run.start : run.stop]) for number, run in enumerate(row_runs)},
        **{f"p{number}.txt": "\n".join(lines[run.start : run.stop]) for number, run in enumerate(line_runs)},
        **{f"d{number}.json": _document(entry) for number, entry in enumerate(entries)},
    }
    return ((name, text.encode("utf-8")) for name, text in texts.items())


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class _Word:
    """A line in a file of words."""

    term: str
    entries: int
    """In how many entries it stands; 0 for a word that only has synonyms."""
    number: int
    """Among the terms, or among the synonyms when no entry has it."""
    parts: tuple[int, ...]
    """Numbers of the terms it is made of."""


def _words(weighed: WeighedTerms, numbered: Numbering) -> list[_Word]:
    """Every term and every word with synonyms, in the order of the alphabet."""
    numbers = numbered.numbers
    words = [
        _Word(
            term,
            len(posting.documents),
            numbers[term],
            tuple(numbers[part] for part in weighed.parts.get(term, ()) if part in numbers),
        )
        for term, posting in weighed.postings.items()
    ]
    words += [_Word(word, 0, place, ()) for place, word in enumerate(numbered.keys) if word not in weighed.postings]
    return sorted(words, key=lambda word: word.term)


def _coded(words: Sequence[_Word]) -> Iterator[str]:
    """Words as lines: shared letters and the rest, tab, number of entries, number, parts.

    The first character is how many letters a word shares with the one before. A number that is one more than that of
    the line before is left out.
    """
    before, expected = "", -1
    for word in words:
        size = shared(before, word.term, MOST_SHARED)
        jump = [] if word.number == expected else [f"!{base36(word.number)}"]
        fields = " ".join([base36(word.entries), *jump, *map(base36, word.parts)])
        yield f"{base36(size)}{word.term[size:]}\t{fields}"
        before, expected = word.term, word.number + 1


def _bounds(words: Sequence[_Word], runs: Iterable[range]) -> Iterator[str]:
    """Where each file of words begins: no more letters of its first word than tell it from the word before."""
    for run in runs:
        term = words[run.start].term
        yield term[: shared(words[run.start - 1].term, term) + 1] if run.start else ""


def _place_names(names: Mapping[str, str], terms: Iterable[str]) -> list[str]:
    """The names of each place, with a stroke between them, in the order of their numbers."""
    of: dict[str, list[str]] = {}
    for name, term in names.items():
        of.setdefault(term, []).append(name)
    return ["|".join(of.get(term, ())) for term in terms if term.startswith(PLACE)]


def _alternatives(rows: Sequence[Alternative], numbers: Mapping[str, int]) -> str:
    """The alternatives of one word: hundredths, numbers with points between them, and how it is written."""
    return "|".join(
        f"{row.weight} {'.'.join(base36(numbers[term]) for term in row.terms)} {row.written}" for row in rows
    )


def _parts(weighed: WeighedTerms, synonyms: Synonyms) -> dict[str, dict[str, int]]:
    """The stems that a compound can be made of with what each is worth as a part, by their first letter."""
    possible = [word for word in weighed.counts if word.isalpha() and 3 <= len(word) <= LONGEST_PART]
    frequent = sorted(possible, key=lambda word: (-weighed.counts[word], word))[:MOST_PARTS]
    worths = {word: corpus_worth(weighed.counts[word]) for word in frequent}
    for word in synonyms:
        if word.isalpha() and len(word) > 3 and word not in weighed.counts:
            worths.setdefault(word, IN_WORD_LIST)
    by_letter: dict[str, dict[str, int]] = {}
    for word in sorted(worths):
        by_letter.setdefault(word[0], {})[word] = worths[word]
    return by_letter


def _part_lines(parts: Mapping[str, int]) -> Iterator[str]:
    """Parts in the order of the alphabet as lines: shared letters, the rest, and what it is worth as one digit."""
    before = ""
    for word, worth in parts.items():
        size = shared(before, word, MOST_SHARED)
        yield f"{base36(size)}{word[size:]}{worth}"
        before = word


def _facet(entries: Sequence[SearchEntry], facet: str) -> dict[str, object]:
    """The combinations of values of one facet, and which of them each entry has: its number, all equally long."""
    combinations: dict[tuple[tuple[str, str], ...], int] = {(): 0}
    per = []
    for entry in entries:
        values = tuple((mark.waarde, mark.tekst) for mark in entry.kenmerken if mark.facet == facet)
        per.append(base36(combinations.setdefault(values, len(combinations))))
    longest = max(map(len, per), default=1)
    return {"groepen": list(combinations), "breed": longest, "per": "".join(code.rjust(longest, "0") for code in per)}


def _beginning(text: str) -> str:
    """As much of a piece as a result chooses its words from."""
    words = text.split()
    return text if len(words) <= SHOWN_WORDS else " ".join((*words[:SHOWN_WORDS], "…"))


def _glyph_and_words(mark: Kenmerk) -> tuple[str, str]:
    return mark.waarde, mark.bij_treffer or mark.tekst


def _document(entry: SearchEntry) -> str:
    """What a result shows of an entry."""
    fields = {
        "titel": entry.titel,
        "adres": entry.adres,
        "soort": entry.soort,
        "plaats": entry.plaats,
        "zin": entry.in_een_zin,
        "trend": next((mark.tekst for mark in entry.kenmerken if mark.facet == "trend"), ""),
        **{mark.facet: mark.waarde for mark in entry.kenmerken if mark.facet == "bewijs"},
        **{mark.facet: _glyph_and_words(mark) for mark in entry.kenmerken if mark.facet == "status"},
        **({"ook": entry.ook} if entry.ook else {}),
        "stukken": [(part.kop, part.anker, _beginning(part.tekst)) for part in entry.stukken if part.kop],
    }
    return _json(fields)
