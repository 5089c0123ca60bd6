"""What one file may ask of the builder at most. A file beyond a budget is reported, and no more work is done on it.

Within these every step takes time in proportion to what stands in a file. `SECURITY.md` names them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from binnenstad_site.core.typography import dotted

LARGEST_BODY = 256_000
"""Characters of the text below the fields."""
LONGEST_LINE = 20_000
"""Characters of a line with fields."""
MOST_IN_LIST = 200
"""Entries of a list in the fields, such as sources, unless the model names another bound."""
MOST_ACCENTS = 30
"""Combining characters in a row, as in Unicode's stream-safe text: putting more in order takes quadratic time."""
ITEM_SECONDS = 2
"""Seconds that one file may take in all stages together before it is named."""

_NO_WORDS = re.compile(rf"[^\x00-\x7f\w]{{{MOST_ACCENTS + 1},}}")
"""Where so many combining characters can stand in a row: they are no letters of their own."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many of one thing a file may hold, and what such a thing is called."""

    most: int
    one: str
    more: str

    @property
    def message(self) -> str:
        """About the first one too many."""
        most = dotted(self.most)
        return f"Dit is {self.one} {dotted(self.most + 1)}, en in één bestand passen hooguit {most} {self.more}"

    @property
    def hint(self) -> str:
        return f"Haal {self.more} weg, of verdeel de inhoud over meer bestanden."


LINES = Budget(20_000, "regel", "regels")
HEADINGS = Budget(300, "kop", "koppen")
LINKS = Budget(500, "link", "links en afbeeldingen")
NOTES = Budget(500, "bronverwijzing", "bronverwijzingen")
CELLS = Budget(2_000, "vak", "vakken van tabellen")
POINTS = Budget(5_000, "punt", "punten van lijsten")
MARKS = Budget(10_000, "opmaakteken", "opmaaktekens (* _ ~ <)")
REDIRECTS = Budget(200, "omleiding", "omleidingen")


class Overrun(NamedTuple):
    """The first thing beyond a budget: its place in a text (line and columns from 1) and what to say of it."""

    line: int
    column: int
    end_column: int | None
    message: str
    hint: str


def overrun(budget: Budget, line: int, column: int = 1, end_column: int | None = None) -> Overrun:
    """The first one too many, at its place."""
    return Overrun(line, column, end_column, budget.message, budget.hint)


def lines_overrun(text: str) -> Overrun | None:
    """The first line too many."""
    lines = text.removesuffix("\n").split("\n")
    return overrun(LINES, LINES.most + 1, 1, len(lines[LINES.most]) + 1) if len(lines) > LINES.most else None


def long_line_overrun(text: str) -> Overrun | None:
    """The first line that is too long, for fields: what is said of a value may repeat the rest of its line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            message = f"Deze regel heeft {dotted(len(line))} tekens, en hooguit {dotted(LONGEST_LINE)} passen"
            return Overrun(number, LONGEST_LINE + 1, None, message, "Verdeel de regel over meer regels.")
    return None


def accents_overrun(text: str) -> Overrun | None:
    """The first place with too many combining characters in a row, in text that is not composed yet."""
    for signs in _NO_WORDS.finditer(text) if not text.isascii() else ():
        row = 0
        for position, sign in enumerate(signs.group(), start=signs.start()):
            row = row + 1 if unicodedata.combining(sign) else 0
            if row > MOST_ACCENTS:
                line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
                message = f"Hier staan meer dan {MOST_ACCENTS} losse accenten achter elkaar"
                return Overrun(line, column, None, message, "Haal ze weg, of typ het woord opnieuw.")
    return None
