"""Invisible characters: where they stand in a text, what they are called, and how to read on without them.

In: text of an editor. Out: diagnostics, or the text in which each invisible character is one placeholder, so that
columns stay what they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.typography import counted

PLACEHOLDER = "\ue000"
"""Stands for an invisible character while the fields are read. From the private use area, so never in good text."""

MOST_LINES = 50
"""After so many lines with invisible characters in one file the rest is only counted."""

HINT = "Verwijder het teken: zet de cursor erachter en druk op Backspace, of typ het woord opnieuw."

_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff\ufe0f"
_JOINER = f"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])"
"""A joiner between two emoji makes one picture of them; anywhere else it is an invisible character."""
_PICTURES = (
    "0-9#*\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_SELECTOR = f"(?<![{_PICTURES}])[\ufe0e\ufe0f]"
"""A selector behind what can be a picture says whether it is one; anywhere else it is an invisible character."""
_FILLERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0d\uffa0"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e0fff"
)
"""What Unicode says may be left out when it is drawn (Default_Ignorable_Code_Point), and the Braille cell without dots;
to Python they are printable letters and signs."""
_ALWAYS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
_INVISIBLE = re.compile(f"[{_ALWAYS}{_FILLERS}]|{_JOINER}|{_SELECTOR}")
_RUN = re.compile(f"(?:{_INVISIBLE.pattern})+")
_PRINTABLE = re.compile(f"[{_FILLERS}\ufe0e\ufe0f]")
"""What the first question of `has_invisible` takes for visible."""

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like a space and are none to YAML."""

_NAMES = (
    (re.compile("\xad"), "zacht koppelteken"),
    (re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"), "teken dat de leesrichting verandert"),
    (re.compile("[\u180e\u200b-\u200d\u2060-\u2065\ufeff]"), "spatie zonder breedte"),
    (re.compile("[\u0085\u2028\u2029]"), "bijzonder regeleinde"),
    (re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f]"), "teken dat de vorm van een letter kiest"),
    (re.compile("[\u115f\u1160\u2800\u3164\uffa0]"), "letter die leeg is"),
    (re.compile("[\x00-\x1f\x7f-\x9f]"), "stuurteken"),
)


def name_of(char: str) -> str:
    """What to call an invisible character, with its number: `stuurteken (U+0007)`."""
    name = next((name for pattern, name in _NAMES if pattern.match(char)), "teken zonder vorm")
    return f"{name} (U+{ord(char):04X})"


def has_invisible(text: str) -> bool:
    """Whether a text holds an invisible character; line ends and tabs are fine."""
    # Nearly every text passes this first question, which costs a tenth of the second.
    suspect = not text.isascii() and _PRINTABLE.search(text) is not None
    return (suspect or not text.replace("\n", "").isprintable()) and _INVISIBLE.search(text) is not None


def first_invisible(text: str) -> str:
    """The first invisible character of a text, or an empty text."""
    match = _INVISIBLE.search(text)
    return match.group() if match else ""


def invisible_signs(texts: Iterable[str]) -> set[str]:
    """The invisible characters that these texts hold."""
    return {sign for text in texts if has_invisible(text) for sign in _INVISIBLE.findall(text)}


def mask(text: str) -> str:
    """The text with a placeholder for each invisible character: no line or column changes."""
    return _INVISIBLE.sub(PLACEHOLDER, text) if has_invisible(text) else text


def without_invisible(text: str) -> str:
    """The text without its invisible characters and placeholders."""
    return _INVISIBLE.sub("", text) if has_invisible(text) else text


def invisible(text: str, path: str) -> Iterator[Diagnostic]:
    """Every line of a file with an invisible character: one diagnostic at the first on that line."""
    if not has_invisible(text):
        return
    lines = [(n, runs) for n, line in enumerate(text.split("\n"), 1) if (runs := list(_RUN.finditer(line)))]
    more = len(lines) - MOST_LINES
    for count, (line, runs) in enumerate(lines[:MOST_LINES], 1):
        first = runs[0]
        message = f"Onzichtbaar teken op deze plek: {name_of(first.group()[0])}"
        if len(runs) > 1:
            message += f", en verderop op deze regel nog {len(runs) - 1}"
        if count == MOST_LINES and more > 0:
            message += f". Hierna staan ze nog op {counted(more, 'regel', 'regels')}"
        place = Location(path, line, first.start() + 1, first.end() + 1)
        yield Diagnostic(Code.ONZICHTBAAR_TEKEN, place, message, HINT)
