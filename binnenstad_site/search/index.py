"""From search entries to the files of the search."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256

from binnenstad_site.core.memo import Shared
from binnenstad_site.core.outputs import DATA_FOLDER, Output
from binnenstad_site.core.workers import Beside
from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.pages.search_entries import FILTERS
from binnenstad_site.search.analysis_cache import rules
from binnenstad_site.search.postings import Survey, survey_terms, weigh
from binnenstad_site.search.reading import key_of, reading_file
from binnenstad_site.search.shards import CORE, READINGS, files, numbering
from binnenstad_site.search.synonyms import Synonyms, find_words_without_page, keys_of, synonyms
from binnenstad_site.search.term_counts import MARKED, PLACED, TermStore
from binnenstad_site.search.vocabulary import Vocabulary
from binnenstad_site.search.words import PLACE, Compounds, TermPlaces, spellings


@dataclass(frozen=True, slots=True)
class Index:
    """The finished search of one site."""

    files: tuple[Output, ...]
    """The core first; it says where the rest is."""
    terms: tuple[str, ...]
    """By number, as the files use it."""
    compounds: Compounds


class Search:
    """The search of one site. Pages need only its address; its files are made when somebody asks for them."""

    def __init__(self, entries: Sequence[SearchEntry], vocabulary: Vocabulary, store: TermStore) -> None:
        self._entries, self._vocabulary, self._store = entries, vocabulary, store
        self._named = _named(entries, vocabulary)
        self.folder = f"{DATA_FOLDER}/{_hash(entries, vocabulary)}"
        """Where the files will be, from the root of the site. Its name is a hash of all that decides them."""
        self._beside: Beside | None = None
        self._files_beside = False

    def word_counter(self) -> Callable[[SearchEntry], object]:
        """What counts the words of one of the entries ahead, so that the store's memo knows them."""
        places = _known_names(self._named, self._vocabulary)
        self._store.look_for(places)
        return partial(self._store.count_ahead, places=places, places_key=places.key)

    def begin(self, *, files: bool) -> None:
        """Let a copy of this process find the words without a page, and make the files if so."""
        makes = (self._words, self._named_files) if files else (self._words,)
        self._beside, self._files_beside = Beside(makes, self._store.memo.begin_share), files

    @property
    def core(self) -> str:
        """The path of the file that says where the rest is."""
        return f"{self.folder}/{CORE}"

    @cached_property
    def words_without_page(self) -> tuple[tuple[int, str], ...]:
        """Words of `begrippen.yaml` that are on no page: the number of the row, and the word."""
        words, share = self._beside.take() if self._beside else self._words()
        self._store.memo.adopt(share)
        return tuple(words)

    @cached_property
    def _files(self) -> tuple[Output, ...]:
        if self._beside is None or not self._files_beside:
            return self._index.files
        self.words_without_page  # noqa: B018 - they come before the files
        return tuple(Output(path, content) for path, content in self._beside.take())

    def files(self) -> tuple[Output, ...]:
        """The finished files, the core first."""
        return self._files

    def index(self) -> Index:
        """The files with what explains them."""
        return self._index

    def leave(self) -> None:
        """Nobody will ask for the files: let nobody make them."""
        if self._beside is not None:
            self._beside.leave()

    @cached_property
    def _surveyed(self) -> tuple[Survey, Synonyms]:
        """The terms of the entries, and what else readers call them."""
        counts = self._store.count(self._entries, _known_names(self._named, self._vocabulary))
        survey = survey_terms(counts, self._store.known_analyses())
        alternatives = synonyms(self._vocabulary.groups, survey.terms(), survey.compounds)
        self._store.remember(survey.compounds.analyses())
        return survey, alternatives

    def _words(self) -> tuple[list[tuple[int, str]], Shared]:
        """The words without a page, and what a copy of this process hands over."""
        terms = self._surveyed[0].terms(excluding_kind="begrip")
        return list(find_words_without_page(self._vocabulary.groups, terms)), self._store.memo.share()

    @cached_property
    def _index(self) -> Index:
        survey, alternatives = self._surveyed
        names = {" ".join(words): PLACE + slug for name, slug in sorted(self._named) for words in spellings(name)}
        weighed = weigh(survey)
        numbers = numbering(weighed, alternatives)
        named_files = files(self._entries, weighed, alternatives, numbers, names)
        read = reading_file(self._vocabulary.readings, numbers.terms).encode("utf-8")
        bodies = (*named_files, (READINGS, read))
        outputs = tuple(Output(f"{self.folder}/{name}", body) for name, body in bodies)
        return Index(outputs, numbers.terms, survey.compounds)

    def _named_files(self) -> list[tuple[str, bytes]]:
        return [(output.path, output.read()) for output in self._index.files]


def search(entries: Sequence[SearchEntry], vocabulary: Vocabulary, store: TermStore | None = None) -> Search:
    """The search for these entries; places in which none of them lies are left out.

    `store` holds what was counted before; the same entries give the same files with any store.
    """
    return Search(entries, vocabulary, store or TermStore())


def _known_names(named: Iterable[tuple[str, str]], vocabulary: Vocabulary) -> TermPlaces:
    """The names of places and the phrases to look for in texts."""
    return TermPlaces.of(named, keys_of(vocabulary.groups))


def _named(entries: Sequence[SearchEntry], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Name and slug of the places in which an entry lies."""
    facets = {facet for name in PLACED for facet in MARKED[name]}
    here = {mark.waarde for entry in entries for mark in entry.kenmerken if mark.facet in facets}
    return [(name, slug) for name, slug in vocabulary.places if slug in here]


def index(entries: Sequence[SearchEntry], vocabulary: Vocabulary, store: TermStore | None = None) -> Index:
    """The finished search at once."""
    return search(entries, vocabulary, store).index()


def _hash(entries: Iterable[SearchEntry], vocabulary: Vocabulary) -> str:
    groups = [(row.zelfde, row.enger, row.verwant, row.uitgelegd) for row in vocabulary.groups]
    content = sha256(rules().encode())
    content.update(json.dumps((groups, vocabulary.places, key_of(vocabulary.readings), FILTERS)).encode())
    for entry in entries:
        content.update(entry.digest)
    return content.hexdigest()[:10]
