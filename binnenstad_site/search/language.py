"""Dutch text as the search reads it: folded, tokenised, and stemmed.

`templates/assets/js/zoek/language.js` does exactly the same in the browser; `tests/search/test_same_in_browser.py`
holds the two together. Change both, or neither.

The stemmer is ours and deliberately light. The Snowball stemmers for Dutch miss what this field is full of (steden,
panden above schepen, leegstaand, kooplui), and two releases of one name disagree, which a build in Python and a query
in JavaScript cannot afford.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SPELLED = {
    **dict.fromkeys("’‘‛ʼ´`′＇", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ł": "l",
    "đ": "d",
    "ĳ": "ij",
    **dict.fromkeys("\u00ad\u200b", ""),
    "€": " euro ",
    "²": "2",
    "₂": "2",
    "³": "3",
}
_RARE = re.compile(f"[{''.join(_SPELLED)}]")
_MARKS = re.compile("[\u0300-\u036f]+")
_ALONGSIDE = re.compile(r"(?<![a-z0-9])a/d(?![a-z0-9])")
_TOO_MUCH = re.compile(r"(?<![a-z0-9])te veel(?![a-z0-9])")
_SUCH_A = re.compile(r"(?<![a-z0-9])zo'n(?![a-z0-9])")
_PAIR = re.compile(r"(?<![a-z0-9])([a-z0-9]) ?[+&] ?([a-z0-9])(?![a-z0-9])")
_SIGNED = re.compile("[0-9%]|vierkante")
_PARTED = re.compile(r"[0-9](?:[-.,\u00a0\u2009\u202f][0-9]|\+)")
"""A sign in a number, without which `_SIGNS` change nothing."""
_SIGNS = (
    (re.compile("([0-9])[.\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))"), r"\1"),
    (re.compile(r"([0-9])[.,](?=[0-9]{1,2}(?![0-9]))"), r"\1d"),
    (re.compile("([0-9])-(?=[0-9])"), r"\1 "),
    (re.compile(r"([0-9])\+"), r"\1-plus"),
)
"""How numbers are written: 12.656 and 7,5 are one word, and 2019-2021 are two."""
_SQUARE = re.compile(r"vierkante meters?(?![a-z])")
_LARGE = re.compile(r"([0-9]+)(?:d([0-9]{1,2}))?[ \u00a0\u202f](duizend|miljoen|mln|miljard)(?![a-z])")
_ZEROS = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9}
_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")

LONGEST_WORD = 40
"""Letters; what is longer is cut, so that no word can make the search slow."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text."""

    word: str
    """Lower case, letters and digits only: `fotos`, `ebike`."""
    pieces: tuple[str, ...] = ()
    """What stood between the hyphens, when there were any: `e`, `bike`."""


def word_set(words: str) -> frozenset[str]:
    """Words written with blanks between them."""
    return frozenset(words.split())


def fold(text: str) -> str:
    """The text in lower case, without accents and invisible characters, with one kind of apostrophe and dash.

    Signs are spelt out (`€`, `%`, `m²`), and a number is one word however it is written: 12.656, 7,5, 1,2 miljoen.
    """
    lowered = text.lower().replace("`", "'")  # the only rare character that is ASCII
    if not lowered.isascii():
        spelled = _RARE.sub(lambda match: _SPELLED[match.group()], unicodedata.normalize("NFD", lowered))
        lowered = _MARKS.sub("", spelled)
    if _SIGNED.search(lowered):
        lowered = _numbers(lowered)
    if "a/d" in lowered:
        lowered = _ALONGSIDE.sub("aan den", lowered)
    if "te veel" in lowered:
        lowered = _TOO_MUCH.sub("teveel", lowered)
    if "zo'n" in lowered:  # or it would be the sun
        lowered = _SUCH_A.sub("zo een", lowered)
    return _PAIR.sub(r"\1\2", lowered) if "+" in lowered or "&" in lowered else lowered


def _numbers(text: str) -> str:
    """The text with its numbers and signs as words."""
    text = text.replace("%", " procent ")
    if _PARTED.search(text):
        for written, word in _SIGNS:
            text = written.sub(word, text)
    if "vierkante" in text:
        text = _SQUARE.sub("m2", text)
    return _LARGE.sub(_in_full, text) if any(size in text for size in _ZEROS) else text


def _in_full(number: re.Match[str]) -> str:
    """`1d2 miljoen` as 1200000."""
    whole, fraction, size = number.groups(default="")
    return (whole + fraction.ljust(_ZEROS[size], "0")).lstrip("0") or "0"


def runs(folded: str) -> list[str]:
    """The runs of letters and digits in a folded text, in order, with the apostrophes and hyphens between them."""
    return _WORD.findall(folded)


def tokens(folded: str) -> Iterator[Token]:
    """The words of a folded text, in order."""
    return map(read_run, runs(folded))


@lru_cache(maxsize=400_000)
def read_run(written: str) -> Token:
    """The token of a run of letters, digits, apostrophes and hyphens; cached, since most return."""
    if written.isalnum():
        return Token(written[:LONGEST_WORD])
    bare = written[:-2] if written.endswith("'s") and len(written) > 3 else written
    parts = bare.replace("'", "").split("-")
    pieces = tuple(part[:LONGEST_WORD] for part in parts) if len(parts) > 1 else ()
    return Token("".join(parts)[:LONGEST_WORD], pieces)


_WHOLE = {
    "lege": "leeg",
    "hoge": "hoog",
    "lage": "laag",
    "hele": "heel",
    "vele": "veel",
    "late": "laat",
    "rode": "rood",
    "dure": "duur",
    "vage": "vaag",
    "leden": "lid",
    "cafes": "cafe",
    "trends": "trend",
    "zones": "zone",
    "percent": "procent",
}
_ENDINGS = (
    ("besteden", "besteed"),
    ("steden", "stad"),
    ("schepen", "schip"),
    ("musea", "museum"),
    ("centra", "centrum"),
    ("kinderen", "kind"),
    ("mensen", "mens"),
    ("sleden", "slid"),
    ("lieden", "man"),
    ("lui", "man"),
    ("heden", "heid"),
    ("ieen", "ie"),
    ("eeen", "ee"),
    ("advies", "adviez"),
    ("beurs", "beurz"),
    ("grens", "grenz"),
    ("verlies", "verliez"),
)
_ENDED = tuple(ending for ending, _ in _ENDINGS)
_VOWELS = "aeiouy"
_DIMINUTIVE = re.compile(r"(?:(?<=[^aeiouy])etje|(?<=[lnrw])tje|(?<=m)pje|je)s?$")
_PLURAL = re.compile(r"(?:er|el|al|en|em|um|or|eur|aar|[^cr]e|ent|ant)s$")
_SHORT_PLURAL = re.compile(r"(?:...o|[bp])s$")
_DOUBLE_CONSONANT = re.compile(r"(..)([bcdfghjklmnpqrstvwxz])\2$")
_LONG_VOWEL = re.compile(r"(aa|ee|oo|uu)(?=[bcdfghjklmnpqrstvwxz]+$)")
_EN = re.compile(r"([^aeiouy]|[aeou]i)en?$")
_KEPT = ("overheid", "eenheid")


@lru_cache(maxsize=400_000)
def stem(word: str) -> str:
    """The stem of a word from `tokens`: `steden` and `stad` give `stad`, `woningen` and `wonen` give `won`."""
    if len(word) < 4 or not word.isalpha():
        return word
    return _spelling(_suffix(_noun(_WHOLE.get(word, word))))


def _noun(word: str) -> str:
    """Without the ending of a plural or a diminutive."""
    if word.endswith(_ENDED):
        ending, single = next(row for row in _ENDINGS if word.endswith(row[0]))
        return word[: -len(ending)] + single
    size = len(word)
    if size >= 7 and (small := _DIMINUTIVE.search(word)):
        return word[: small.start()]
    plural = (size >= 6 and _PLURAL.search(word)) or _SHORT_PLURAL.search(word)
    return word[:-1] if plural else word


def _suffix(word: str) -> str:
    """Without -heid, -en or -e, and -ing."""
    if len(word) >= 7 and word.endswith("heid") and not word.endswith(_KEPT):
        word = word[:-4]
    if len(word) >= 5:
        word = _EN.sub(r"\1", word)
    if len(word) >= 6 and word.endswith("ing") and any(vowel in word[:-3] for vowel in _VOWELS):
        word = word[:-3]
    return word


def _spelling(word: str) -> str:
    """The way Dutch writes a stem on its own: one final consonant, f and s for v and z, and one vowel."""
    word = _DOUBLE_CONSONANT.sub(r"\1\2", word)
    if word.endswith("v"):
        word = word[:-1] + "f"
    elif word.endswith("z"):
        word = word[:-1] + "s"
    return _LONG_VOWEL.sub(lambda match: match.group()[0], word)
