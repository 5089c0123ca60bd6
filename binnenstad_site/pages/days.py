"""The day in a scenario: a list whose items begin with a time becomes hours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.pages.parts.item_parts import Sectie
from binnenstad_site.pages.parts.labels import NIETS

TITLE = "Een dag in deze binnenstad"
_HOURS = re.compile(
    r'<ul>\n((?:<li>(?:<span id="[^"]*">)?<strong>\d\d\.\d\d</strong> .*?</li>\n)+)</ul>\s*\Z', re.DOTALL
)
_HOUR = re.compile(r'<li>(<span id="[^"]*">)?<strong>(\d\d\.\d\d)</strong> (.*?)</li>\n', re.DOTALL)
"""What marks a sentence with a source begins before its time, and goes on behind it."""


@dataclass(frozen=True, slots=True)
class Dag:
    """A day in a scenario: the section with what stands before its hours, and each hour with its text.

    Without hours `sectie` holds all of it.
    """

    sectie: Sectie
    uren: tuple[tuple[str, Markup], ...]


def day_of(sections: Sequence[Sectie]) -> tuple[Dag, tuple[Sectie, ...]]:
    """The day, and the sections beside it. Hours are found when the section ends with a list of nothing but hours."""
    section = next((part for part in sections if part.titel == TITLE), Sectie(TITLE, "", NIETS))
    rest = tuple(part for part in sections if part.titel != TITLE)
    hours = _HOURS.search(section.html)
    if hours is None:
        return Dag(section, ()), rest
    before = Sectie(section.titel, section.id, Markup(section.html[: hours.start()]))  # noqa: S704 - rendered and safe
    return Dag(before, tuple((time, Markup(mark + text)) for mark, time, text in _HOUR.findall(hours[1]))), rest  # noqa: S704
