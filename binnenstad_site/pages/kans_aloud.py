"""What the praktijken of one kans show together, in sentences that a group reads aloud from a card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from binnenstad_site.core.typography import counted
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages.kans_evidence import MEASURED, UNKNOWN, bounds_of_costs

NO_PRAKTIJK = "Er staat nog geen praktijk op de site."
OUTCOMES = {
    "gehaald": "is het doel gehaald",
    "deels": "is een deel van het doel gehaald",
    "niet-gehaald": "is het doel niet gehaald",
    "onbekend": "weten wij het niet",
}
"""The end of `bij 5 …`, per outcome of the vocabulary."""


def evidence_aloud(praktijken: Sequence[Praktijk], places: int = 0) -> str:
    """`6 praktijken in 5 plaatsen; bij 5 is een deel van het doel gehaald, bij 1 weten wij het niet. Niets is gemeten.`

    The number of places is named when there are fewer of them than praktijken.
    """
    if not praktijken:
        return NO_PRAKTIJK
    number = len(praktijken)
    where = f" in {counted(places, 'plaats', 'plaatsen')}" if 0 < places < number else ""
    return f"{counted(number, 'praktijk', 'praktijken')}{where}; {_outcomes(praktijken)}. {_measured(praktijken)}"


def _outcomes(praktijken: Sequence[Praktijk]) -> str:
    counts = Counter(item.uitkomst or UNKNOWN for item in praktijken)
    if len(counts) == 1:
        return f"{_of_all(len(praktijken))} {OUTCOMES[next(iter(counts))]}"
    return ", ".join(f"bij {counts[name]} {words}" for name, words in OUTCOMES.items() if counts[name])


def _measured(praktijken: Sequence[Praktijk]) -> str:
    number = sum(item.bewijs >= MEASURED for item in praktijken)
    if not number:
        return "Niets is gemeten."
    words = _of_all(number) if number == len(praktijken) else f"bij {number}"
    return f"{words.capitalize()} is gemeten."


def _of_all(number: int) -> str:
    return {1: "daar", 2: "bij allebei"}.get(number, f"bij alle {number}")


def costs_aloud(praktijken: Sequence[Praktijk]) -> str:
    """From the lowest class of costs that is known to the highest: `€ 250.000 of meer`."""
    bounds = bounds_of_costs(praktijken)
    if bounds is None:
        return "Weten wij niet."
    lowest, highest = bounds
    if lowest and highest:
        return f"{lowest} tot {highest}"
    if lowest:
        return f"{lowest} of meer"
    return f"Hooguit {highest}" if highest else "Van minder dan € 50.000 tot meer dan € 1 miljoen"
