"""Compound words cut into the words they are made of: `leegstandsverordening` is leegstand, s, verordening.

`templates/assets/js/onbekend/compounds.js` does exactly the same for a word that a reader types.

A split is worth what its weakest modifier and its head are worth, less something for every further part and for a
link between two parts. All numbers are whole, so that both languages find the same split.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from binnenstad_site.search.language import word_set

Worth = Callable[[str], int]
"""How good a word is as a part: 0 when it is no word."""

IN_WORD_LIST = 4
IN_CORPUS = 5

_SHORTEST = 7
_MOST_PARTS = 4
_STRONGEST = 99
_EACH_PART = 3
_SHORT_PART = 4
_LINKS = (("", 0), ("s", 1), ("en", 1), ("n", 2), ("e", 2), ("er", 2))

SHORT = word_set(
    """
    app arm bak bal bar bed biz bom bon bos bot bus dag dak dek eet eis erf gas hal hub ijs job kar kas kit kop
    lab las lid lus luw man mat mbo net pad pas pin pop put rek rij spa tas tip tol ton vak vip web weg wmo wok
    zak zee zon zonne zzp circulatie hitte kerst lieden
    """
)
"""Words that are always a part, though short or bent; any other of three letters is more often a piece of a word."""

NO_MODIFIER = word_set(
    """
    ver ont her aan uit bij mee toe door over onder voor tegen achter naar met samen weer neer terug langs mis
    rond heen der den des het een wan vol loos tot van als dan dat die trans
    """
)
"""Prefixes and other beginnings that are never the first part of a compound."""

NO_HEAD = word_set(
    """
    heid heden ing ingen tie ties atie aties lijk lijke lijks baar bare loos loze schap zaam zame achtig achtige
    matig matige eren eert eerd eerde erde ering eringen ster sters eling elingen ling lingen aar aars aren ier
    iers isme iteit teit sel sels erig erige isch ische aal ale eel ele ant ante ent ents ten ren ers ens end
    ende tering tend tende ding dingen king ring ringen ting tingen ning ningen ette enen even elen eten aten
    ossen orde orden erij nis nissen oren ment menten mate rende nemer nemers neming nemingen eigen zien
    """
)
"""Suffixes that look like a word."""


def corpus_worth(count: int) -> int:
    """What a part is worth that stands `count` times in the texts: 6 for once, at most 9; 0 for never."""
    return IN_CORPUS + min(4, (1 + count).bit_length() - 1) if count else 0


def split(word: str, worth: Worth) -> tuple[str, ...]:
    """The parts of a compound, the head last; nothing for a word that is none."""
    best: tuple[int, tuple[str, ...]] = (-1, ())
    if len(word) >= _SHORTEST:
        for value, parts in _splits(word, worth, _STRONGEST, 0, ()):
            if value > best[0]:
                best = (value, parts)
    return best[1]


def _splits(
    word: str, worth: Worth, weakest: int, cost: int, before: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every way to cut what is left of a word after the modifiers `before`, each with its value."""
    for end in range(3, len(word) - 2):
        part = word[:end]
        value = _part(part, worth, NO_MODIFIER)
        if not value:
            continue
        least = min(weakest, value)
        for link, price in _LINKS:
            rest = word[end + len(link) :]
            if len(rest) < 3 or not word.startswith(link, end):
                continue
            total = cost + _EACH_PART + price + (_SHORT_PART if end == 3 else 0)
            head = _part(rest, worth, NO_HEAD)
            if head:
                yield least + head - total - (_SHORT_PART if len(rest) == 3 else 0), (*before, part, rest)
            if len(before) + 2 < _MOST_PARTS:
                yield from _splits(rest, worth, least, total, (*before, part))


def _part(word: str, worth: Worth, exceptions: frozenset[str]) -> int:
    return 0 if word in exceptions or (len(word) == 3 and word not in SHORT) else worth(word)
