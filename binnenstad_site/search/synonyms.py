"""The synonyms: rows of `begrippen.yaml`, resolved to what the texts have.

A reader who types any word of a row gets the pages with the others as well, for less. The answer is a table: from a
word or phrase in stems to what else may stand for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from binnenstad_site.search.language import fold, stem, tokens
from binnenstad_site.search.stopwords import STOPWORDS
from binnenstad_site.search.words import Compounds

SAME, NARROWER, RELATED, HEAD, BACK = 80, 60, 35, 35, 12
"""What an alternative counts, in hundredths. `HEAD`: "logistiek" finds what "stadslogistiek" finds; `BACK`: a narrower
or related word finds the words that it stands with."""
MOST = 14
"""Alternatives of one word; the heaviest are kept."""


@dataclass(frozen=True, slots=True)
class Woordgroep:
    """One row of `begrippen.yaml`: words that a reader may use for each other."""

    zelfde: tuple[str, ...]
    """The term itself and what means the same; a search for one finds all."""
    enger: tuple[str, ...] = ()
    """Narrower words; a search for the term finds them, the other way round for much less."""
    verwant: tuple[str, ...] = ()
    """Words that have to do with it, as `enger` and for less."""
    uitgelegd: bool = False
    """Whether the term is explained on the site, so that a search for it finds at least that."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A word or phrase that is searched for as well, for less weight."""

    weight: int
    """In hundredths of the word itself."""
    terms: tuple[str, ...]
    """Stems, all of which an entry must have."""
    written: str
    """As an editor wrote it, to show."""


Synonyms = dict[str, tuple[Alternative, ...]]
"""By word or phrase in stems with a blank between them (`leg pand`): the alternatives, the heaviest first."""


@lru_cache(maxsize=50_000)
def key(text: str) -> str:
    """A word or phrase as its stems, without stop words.

    Empty when one word is left of more: "zonder auto" is not "auto".
    """
    words = [token.word for token in tokens(fold(text))]
    telling = [word for word in words if word not in STOPWORDS] or words
    if len(telling) == 1 < len(words):
        return ""
    return " ".join(stem(word) for word in telling)


def keys_of(groups: Sequence[Woordgroep]) -> Iterator[str]:
    """The keys of all words and phrases of the rows."""
    for group in groups:
        yield from map(key, (*group.zelfde, *group.enger, *group.verwant))


def synonyms(groups: Sequence[Woordgroep], terms: Collection[str], compounds: Compounds) -> Synonyms:
    """For every word of every row, the alternatives that the texts have."""
    alternatives: dict[str, dict[str, Alternative]] = {}
    for group in groups:
        same = list(_members(group.zelfde, SAME))
        others = [*_members(group.enger, NARROWER), *_members(group.verwant, RELATED)]
        backward = [
            (word_key, member) for word_key, member in _members(group.zelfde, BACK) if all_present(word_key, terms)
        ]
        for word_key, _ in others:
            _add(alternatives.setdefault(word_key, {}), word_key, backward)
        usable = [(word_key, member) for word_key, member in (*same, *others) if all_present(word_key, terms)]
        for word_key, word in same:
            _add(alternatives.setdefault(word_key, {}), word_key, usable)
            for head in _head(word.written, compounds):
                members = [
                    (other_key, Alternative(HEAD, member.terms, member.written))
                    for other_key, member in same
                    if all_present(other_key, terms)
                ]
                _add(alternatives.setdefault(head, {}), head, members)
    ranked = {
        word_key: sorted(rows.values(), key=lambda row: (-row.weight, row.terms))
        for word_key, rows in alternatives.items()
    }
    return {word_key: tuple(rows[:MOST]) for word_key, rows in sorted(ranked.items()) if rows}


def _members(words: Sequence[str], weight: int) -> Iterator[tuple[str, Alternative]]:
    for word in words:
        if word_key := key(word):
            yield word_key, Alternative(weight, (word_key,), word)


def _add(rows: dict[str, Alternative], word_key: str, members: Sequence[tuple[str, Alternative]]) -> None:
    """Add members to the alternatives of `word_key`; of one that is there already the heavier counts."""
    for other_key, member in members:
        if other_key != word_key and (other_key not in rows or rows[other_key].weight < member.weight):
            rows[other_key] = member


def _head(word: str, compounds: Compounds) -> Iterator[str]:
    """The stem of the head of a compound."""
    words = list(tokens(fold(word)))
    if len(words) == 1 and (parts := compounds.parts(words[0])):
        yield parts[-1]


def all_present(word_key: str, terms: Collection[str]) -> bool:
    """Whether the texts have all stems of a key."""
    return word_key in terms


def find_words_without_page(groups: Sequence[Woordgroep], terms: Collection[str]) -> Iterator[tuple[int, str]]:
    """The words of the groups that are on no page: the number of the group, and the word.

    Narrower and related words that no page has; and the term of an unexplained group of which no page has any word.
    """
    own_keys = {key(word) for group in groups for word in group.zelfde}
    for number, group in enumerate(groups):
        words = (*group.enger, *group.verwant)
        if not group.uitgelegd and not any(all_present(key(word), terms) for word in (*group.zelfde, *words)):
            yield number, group.zelfde[0]
            continue
        for word in words:
            if (word_key := key(word)) and not all_present(word_key, terms) and word_key not in own_keys:
                yield number, word
