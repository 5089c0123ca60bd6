"""Letters of UTF-8 that a program read as another encoding: `cafÃ©` where `café` was meant.

In: text of an editor. Out: where such letters stand, and what they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.typography import counted

_HIGH = "".join(
    bytes([byte]).decode("cp1252") for byte in range(0x80, 0x100) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
)
"""What cp1252 makes of the bytes above 127; it has nothing for the five that are left out."""
_FOLLOWS = f"[{re.escape(_HIGH[: _HIGH.index('À')])}\x81\x8d\x8f\x90\x9d]"
"""What it makes of the bytes by which a letter of UTF-8 goes on."""
GARBLED = re.compile(f"[Â-ß]{_FOLLOWS}|[à-ï]{_FOLLOWS}{{2}}|[ð-ô]{_FOLLOWS}{{3}}")
_POSSIBLE = re.compile("[Â-ô]")


def _bytes_of(text: str) -> bytes:
    """The bytes from which cp1252 made the text; a stray control character is the byte with its number."""
    return b"".join(char.encode("cp1252") if char in _HIGH else bytes([ord(char)]) for char in text)


def meant(letters: str) -> str:
    """What a garbled letter was: `Ã©` gives `é`; empty when the bytes are no letter of UTF-8."""
    try:
        return _bytes_of(letters).decode("utf-8")
    except UnicodeDecodeError:
        return ""


def garbled(text: str) -> Iterator[re.Match[str]]:
    """Every garbled letter of a text."""
    if not text.isascii() and _POSSIBLE.search(text):
        yield from (match for match in GARBLED.finditer(text) if meant(match.group()))


def repaired(text: str) -> str:
    """The text with every garbled letter as it was meant."""
    return GARBLED.sub(lambda match: meant(match.group()) or match.group(), text)


def garbled_letters(text: str, path: str) -> Iterator[Diagnostic]:
    """One diagnostic for a file with garbled letters, at the first: saving it went wrong once."""
    places = list(garbled(text))
    if not places:
        return
    first = places[0]
    line = text.count("\n", 0, first.start()) + 1
    column = first.start() - text.rfind("\n", 0, first.start())
    message = f'Hier staat "{first.group()}" waar waarschijnlijk "{meant(first.group())}" hoort'
    if len(places) > 1:
        message += f", en in dit bestand nog {counted(len(places) - 1, 'keer', 'keer')} zoiets"
    hint = f"Typ {meant(first.group())} in plaats van deze tekens."
    if len(places) > 1:
        hint = "Het bestand is onderweg verkeerd opgeslagen. Plak de tekst opnieuw uit het origineel."
    yield Diagnostic(Code.VERHASPELD_TEKEN, Location(path, line, column, column + len(first.group())), message, hint)
