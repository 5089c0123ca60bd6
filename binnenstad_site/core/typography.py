"""Dutch typography over plain text: curly quotes and apostrophes, a number that stays with its unit, and where a long
word may break.

Editors type what their keyboard gives; readers get ’ “ ” and a non-breaking space. Code and addresses never come here.
"""

from __future__ import annotations

import re

from binnenstad_site.core.dates import MONTHS

NO_BREAK = "\N{NO-BREAK SPACE}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
FEWEST_LETTERS = 14
"""Of a word that may break in a heading: a shorter one fits on the smallest phone."""
TAILS = (
    "bedrijf|bedrijven|beheer|belasting|bestendige?|beleid|burgemeester|camera|centra|centrum|coöperatie|fonds|gebied|"
    "gebouw|huishouden|huis|investering|kantoor|klimaat|kwaliteit|maatschappij|management|markt|onderzoek|"
    "ontwikkeling|oppervlak|parkeren|plan|plein|programma|regeling|service|stalling|stelling|straat|subsidie|systeem|"
    "vergunning|verordening|visie|voorziening|winkel|woning|workshop|zone"
)
"""Words that others are put before in the titles of this field; a long word breaks before them, and nowhere else."""
UNITS = (
    "procent|euro|miljoen|miljard|duizend|meter|kilometer|km|m²|m2|vierkante|hectare|kilo|kg|ton|uur|minuten|jaar|"
    "woningen|inwoners|" + "|".join(MONTHS)
)
NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_LONG_WORD = re.compile(rf"[^\W\d_]{{{FEWEST_LETTERS},}}")
_SEAM = re.compile(rf"(?<=\w{{5}})(?={TAILS})")
_TO_CHANGE = re.compile(r"['\"€\d]")
"""What may have to change has one of these: a set of characters is found five times sooner than alternatives."""
_UNIT = re.compile(rf"(?<=\d) (?=(?:{UNITS}|%)(?!\w))")
_EURO = re.compile(r"€ (?=\d)")
_OPENING = re.compile(r"(?:^|(?<=[\s(\[{/–—“‘\N{NO-BREAK SPACE}-]))(['\"])(?=\S)")
_SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’\"']))\s+(?=[“‘\"']?[A-ZÀ-Ý])")
_CLIPPED = re.compile(r"'(?=(?:s|t|n|k|m|r)\b|\d\d\b)")
"""’s avonds, ’t Zand, de jaren ’90: an apostrophe at the beginning of a word is not an opening quote."""


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun: `1 kans`, `3 kansen`."""
    return f"{number} {one if number == 1 else more}"


def in_count(number: int, one: str, more: str) -> str:
    """`zeven praktijken`, `één verslag`, `23 praktijken`."""
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} {one if number == 1 else more}"


def capital(text: str) -> str:
    """With a capital; "één" gives it to its first letter and loses the accent there."""
    return f"E{text[1:]}" if text.startswith("é") else f"{text[:1].upper()}{text[1:]}"


def dutch_number(value: float) -> str:
    """With points between thousands and a comma before decimals."""
    return f"{value:,.10g}".translate(str.maketrans(",.", ".,"))


def dotted(number: int) -> str:
    """A whole number with a point per thousand: `12.500`."""
    return f"{number:,}".replace(",", ".")


def breakable(text: str) -> str:
    """`text` with a soft hyphen between the parts of its long compounds: `Leegstand-verordening`."""
    return _LONG_WORD.sub(lambda word: _SEAM.sub(SOFT_HYPHEN, word[0]), text)


def first_sentence(text: str) -> str:
    """Up to the first full stop, question or exclamation mark that a capital, a quote or nothing follows."""
    return _SENTENCE.split(text, maxsplit=1)[0]


def curl(text: str, before: str = "") -> str:
    """`text` with typographic quotes and bound units; `before` is the text that precedes it in the same paragraph."""
    if not _TO_CHANGE.search(text):
        return text
    if "'" in text or '"' in text:
        lead = before[-1:]
        text = _CLIPPED.sub("’", lead + text) if lead else _CLIPPED.sub("’", text)
        text = _OPENING.sub(lambda match: "‘" if match.group(1) == "'" else "“", text)
        text = text.replace("'", "’").replace('"', "”")[len(lead) :]
    return _EURO.sub(f"€{NO_BREAK}", _UNIT.sub(NO_BREAK, text))
