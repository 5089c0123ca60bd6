"""The day in a scenario: a list whose items begin with a time becomes hours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from binnenstad_site.pages.parts import NIETS, Dag, Sectie

TITLE = "Een dag in deze binnenstad"
_HOURS = re.compile(r"<ul>\n((?:<li><strong>\d\d\.\d\d</strong> .*?</li>\n)+)</ul>\s*\Z", re.DOTALL)
_HOUR = re.compile(r"<li><strong>(\d\d\.\d\d)</strong> (.*?)</li>\n", re.DOTALL)


def day_of(sections: Sequence[Sectie]) -> tuple[Dag, tuple[Sectie, ...]]:
    """The day, and the sections beside it. Hours are found when the section ends with a list of nothing but hours."""
    whole = next((part for part in sections if part.titel == TITLE), Sectie(TITLE, "", NIETS))
    rest = tuple(part for part in sections if part.titel != TITLE)
    found = _HOURS.search(whole.html)
    if found is None:
        return Dag(whole, ()), rest
    before = Sectie(whole.titel, whole.id, Markup(whole.html[: found.start()]))  # noqa: S704 - rendered and safe
    hours = tuple((time, Markup(text)) for time, text in _HOUR.findall(found[1]))  # noqa: S704 - the same
    return Dag(before, hours), rest
