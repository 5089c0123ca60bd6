"""From what can be found to the files of the search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from binnenstad_site.outputs import Output
from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.search.gathering import Gathered, Wordbook, gather
from binnenstad_site.search.rings import dead_words, synonyms
from binnenstad_site.search.shards import files, numbering
from binnenstad_site.search.vocabulary import Vocabulary
from binnenstad_site.search.words import PLACE, Compounds, Places, phrase


@dataclass(frozen=True, slots=True)
class Index:
    """The search of one site."""

    files: tuple[Output, ...]
    """The core first; it says where the rest is."""
    dead: tuple[tuple[int, str], ...]
    """Words of `begrippen.yaml` that lead to no page: the number of the row, and the word."""
    terms: tuple[str, ...]
    """By number, as the files use it."""
    compounds: Compounds


def index(entries: Sequence[SearchEntry], vocabulary: Vocabulary, book: Wordbook | None = None) -> Index:
    """The search for these entries; a place in which none of them lies is no place to it.

    `book` holds what was counted before; the same entries give the same files with any book.
    """
    here = {mark.waarde for entry in entries for mark in entry.kenmerken if mark.facet in {"gemeente", "provincie"}}
    named = [(name, slug) for name, slug in vocabulary.places if slug in here]
    gathered = gather(entries, Places.of(named), book or Wordbook())
    linked = synonyms(vocabulary.groups, gathered.postings, gathered.compounds)
    names = {" ".join(phrase(name)): PLACE + slug for name, slug in sorted(named)}
    numbered = numbering(gathered, linked)
    dead = tuple(dead_words(vocabulary.groups, frozenset(_told(entries, gathered))))
    return Index(files(entries, gathered, linked, numbered, names), dead, numbered.terms, gathered.compounds)


def _told(entries: Sequence[SearchEntry], gathered: Gathered) -> Iterator[str]:
    """The terms that stand in something else than the row of `begrippen.yaml` itself."""
    terms = {at for at, entry in enumerate(entries) if entry.soort == "begrip"}
    return (term for term, posting in gathered.postings.items() if not terms.issuperset(posting.documents))
