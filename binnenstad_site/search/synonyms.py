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

SAME, NARROWER, RELATED, HEAD, BACK = 80, 50, 35, 35, 10
"""What an alternative counts, in hundredths. `HEAD`: "logistiek" finds what "stadslogistiek" finds; `BACK`: a narrower
or related word finds the words that it stands with."""
APART = 70
"""What a phrase counts of that, in hundredths: a page need only have its words, and they may stand far apart."""
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
    """What may stand for a word."""

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
    """A word or phrase as its stems, without the words that say nothing.

    Empty when one word is left of more: "zonder auto" is not "auto".
    """
    words = [token.word for token in tokens(fold(text))]
    telling = [word for word in words if word not in STOPWORDS] or words
    if len(telling) == 1 < len(words):
        return ""
    return " ".join(stem(word) for word in telling)


def synonyms(groups: Sequence[Woordgroep], terms: Collection[str], compounds: Compounds) -> Synonyms:
    """For every word of every row what else may stand for it, as far as the texts have it."""
    found: dict[str, dict[str, Alternative]] = {}
    for group in groups:
        same = list(_members(group.zelfde, SAME))
        rest = [*_members(group.enger, NARROWER), *_members(group.verwant, RELATED)]
        back = [(at, member) for at, member in _members(group.zelfde, BACK) if found_in(at, terms)]
        for at, _ in rest:
            _add(found.setdefault(at, {}), at, back)
        useful = [(at, member) for at, member in (*same, *rest) if found_in(at, terms)]
        for at, word in same:
            _add(found.setdefault(at, {}), at, useful)
            for head in _head(word.written, compounds):
                whole = [(other, Alternative(HEAD, member.terms, member.written)) for other, member in same]
                _add(found.setdefault(head, {}), head, [row for row in whole if found_in(row[0], terms)])
    ranked = {at: sorted(rows.values(), key=lambda row: (-row.weight, row.terms)) for at, rows in found.items()}
    return {at: tuple(rows[:MOST]) for at, rows in sorted(ranked.items()) if rows}


def _members(words: Sequence[str], weight: int) -> Iterator[tuple[str, Alternative]]:
    for word in words:
        if at := key(word):
            terms = tuple(at.split(" "))
            yield at, Alternative(weight if len(terms) == 1 else weight * APART // 100, terms, word)


def _add(rows: dict[str, Alternative], at: str, members: Sequence[tuple[str, Alternative]]) -> None:
    """Add members to the alternatives of `at`; of one that is there already the heavier counts."""
    for other, member in members:
        if other != at and (other not in rows or rows[other].weight < member.weight):
            rows[other] = member


def _head(word: str, compounds: Compounds) -> Iterator[str]:
    """The stem of the head of a compound."""
    words = list(tokens(fold(word)))
    if len(words) == 1 and (parts := compounds.parts(words[0])):
        yield parts[-1]


def found_in(at: str, terms: Collection[str]) -> bool:
    """Whether the texts have all stems of a key."""
    return all(part in terms for part in at.split(" "))


def dead_words(groups: Sequence[Woordgroep], terms: Collection[str]) -> Iterator[tuple[int, str]]:
    """Words that lead no reader to a page: the number of the group, and the word.

    Narrower and related words that no page has; and the term of an unexplained group of which no page has any word.
    """
    known = {key(word) for group in groups for word in group.zelfde}
    for number, group in enumerate(groups):
        words = (*group.enger, *group.verwant)
        if not group.uitgelegd and not any(found_in(key(word), terms) for word in (*group.zelfde, *words)):
            yield number, group.zelfde[0]
            continue
        for word in words:
            if (at := key(word)) and not found_in(at, terms) and at not in known:
                yield number, word
