"""What one build recalls of the one before, in the scratch folder: how the words of the search were read.

In: the scratch folder. Out: a wordbook for a session. It saves time and nothing else: the same content gives the same
bytes with it, without it, and with what another content left there.
"""

from __future__ import annotations

from pathlib import Path

from binnenstad_site.search import Wordbook, readings_from, rules
from binnenstad_site.write.artifacts import keep, recalled

READINGS = "woorden"


def recalled_words(scratch: Path) -> Wordbook:
    """A wordbook with the words of the last build; without, when they are not there, broken, or of other rules."""
    kept = recalled(scratch / READINGS, rules())
    return Wordbook() if kept is None else Wordbook(readings=readings_from(kept))


def keep_words(words: Wordbook, scratch: Path) -> None:
    """Keep how the words were read, for the next build."""
    content = words.readings.as_bytes()
    if recalled(scratch / READINGS, rules()) != content:
        keep(scratch / READINGS, rules(), content)
