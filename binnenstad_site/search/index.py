"""From search entries to the files of the search."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from hashlib import sha256

from binnenstad_site.core.outputs import Output
from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.pages.search_entries import FILTERS
from binnenstad_site.search.analysis_cache import rules
from binnenstad_site.search.postings import Survey, survey_terms, weigh
from binnenstad_site.search.shards import CORE, files, numbering
from binnenstad_site.search.synonyms import Synonyms, find_words_without_page, synonyms
from binnenstad_site.search.term_counts import MARKED, PLACED, CountedEntry, TermStore
from binnenstad_site.search.vocabulary import Vocabulary
from binnenstad_site.search.words import PLACE, Compounds, TermPlaces, spellings

FOLDER = "zoek"


@dataclass(frozen=True, slots=True)
class Index:
    """The finished search of one site."""

    files: tuple[Output, ...]
    """The core first; it says where the rest is."""
    terms: tuple[str, ...]
    """By number, as the files use it."""
    compounds: Compounds


@dataclass(frozen=True, slots=True)
class Search:
    """The search of one site before its files are made: pages need only its address."""

    folder: str
    """Where the files will be, from the root of the site. Its name is a hash of all that decides them."""
    words_without_page: tuple[tuple[int, str], ...]
    """Words of `begrippen.yaml` that are on no page: the number of the row, and the word."""
    index: Callable[[], Index] = field(compare=False)
    """Makes the files; cached after the first call."""

    @property
    def core(self) -> str:
        """The path of the file that says where the rest is."""
        return f"{self.folder}/{CORE}"

    def files(self) -> tuple[Output, ...]:
        """The finished files."""
        return self.index().files


def search(entries: Sequence[SearchEntry], vocabulary: Vocabulary, store: TermStore | None = None) -> Search:
    """The search for these entries; places in which none of them lies are left out.

    `store` holds what was counted before; the same entries give the same files with any store.
    """
    named = _named(entries, vocabulary)
    names = {" ".join(words): PLACE + slug for name, slug in sorted(named) for words in spellings(name)}
    store = store or TermStore()
    survey = survey_terms(store.count(entries, TermPlaces.of(named)), store.analyses)
    alternatives = synonyms(vocabulary.groups, survey.terms(), survey.compounds)
    store.analyses = survey.compounds.analyses()
    words_without_page = tuple(find_words_without_page(vocabulary.groups, survey.terms(excluding_kind="begrip")))
    folder = f"{FOLDER}/{_hash(survey.counts.entries, vocabulary)}"
    make_index = lru_cache(maxsize=1)(partial(_index, folder, entries, survey, alternatives, names))
    return Search(folder, words_without_page, make_index)


def count_words(
    entries: Sequence[SearchEntry], vocabulary: Vocabulary, store: TermStore
) -> Callable[[SearchEntry], object]:
    """What counts the words of one of these entries ahead of `search`, so that the store's memo knows them."""
    places = TermPlaces.of(_named(entries, vocabulary))
    store.look_for(places)
    return partial(store.count_ahead, places=places, places_key=places.key)


def _named(entries: Sequence[SearchEntry], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Name and slug of the places in which an entry lies."""
    facets = {facet for name in PLACED for facet in MARKED[name]}
    here = {mark.waarde for entry in entries for mark in entry.kenmerken if mark.facet in facets}
    return [(name, slug) for name, slug in vocabulary.places if slug in here]


def index(entries: Sequence[SearchEntry], vocabulary: Vocabulary, store: TermStore | None = None) -> Index:
    """The finished search at once."""
    return search(entries, vocabulary, store).index()


def _index(
    folder: str, entries: Sequence[SearchEntry], survey: Survey, alternatives: Synonyms, names: dict[str, str]
) -> Index:
    weighed = weigh(survey)
    numbers = numbering(weighed, alternatives)
    named_files = files(entries, weighed, alternatives, numbers, names)
    return Index(tuple(Output(f"{folder}/{name}", body) for name, body in named_files), numbers.terms, survey.compounds)


def _hash(entries: Iterable[CountedEntry], vocabulary: Vocabulary) -> str:
    groups = [(row.zelfde, row.enger, row.verwant, row.uitgelegd) for row in vocabulary.groups]
    digest = sha256(rules().encode())
    digest.update(json.dumps((groups, vocabulary.places, FILTERS)).encode())
    for entry in entries:
        digest.update(entry.digest)
    return digest.hexdigest()[:10]
