"""What the praktijken of one kans show together: how well it is known, how it came out, and what it cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk

MEASURED = "3"
"""From this step of the ladder on, somebody measured."""
UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class KansBewijs:
    """Three lines of words; all empty for a kans without a praktijk."""

    bewijs: str = ""
    """`2 van 6 praktijken gemeten`"""
    uitkomst: str = ""
    """`doel gehaald 1, deels 3, uitkomst onbekend 2`"""
    kosten: str = ""
    """`€ 50.000 tot € 1 miljoen`, or that nobody knows."""

    def __bool__(self) -> bool:
        return bool(self.bewijs)


def kans_evidence(praktijken: Sequence[Praktijk]) -> KansBewijs:
    """The sum over the praktijken of a kans."""
    if not praktijken:
        return KansBewijs()
    return KansBewijs(_measured(praktijken), _outcomes(praktijken), _costs(praktijken))


def _measured(praktijken: Sequence[Praktijk]) -> str:
    measured = sum(item.bewijs >= MEASURED for item in praktijken)
    best = vocabulary.BEWIJS[max(item.bewijs for item in praktijken)]
    if len(praktijken) == 1:
        return best
    return f"{measured} van {len(praktijken)} gemeten" if measured else f"geen gemeten, hoogstens {best}"


def _outcomes(praktijken: Sequence[Praktijk]) -> str:
    """In the order of the list of outcomes, only those that there are."""
    counts = Counter(item.uitkomst or UNKNOWN for item in praktijken)
    if len(praktijken) == 1:
        return vocabulary.UITKOMST[next(iter(counts))].removeprefix("uitkomst ")
    return ", ".join(
        f"{counts[outcome]} {vocabulary.UITKOMST_KORT[outcome]}" for outcome in vocabulary.UITKOMST if counts[outcome]
    )


def bounds_of_costs(praktijken: Sequence[Praktijk]) -> tuple[str, str] | None:
    """From where the lowest class of costs that is known begins to where the highest ends; None when none is known.

    Empty where that class has no bound.
    """
    classes = {item.kosten.klasse for item in praktijken}
    known = [bounds for klasse, bounds in vocabulary.KOSTENGRENZEN.items() if klasse in classes]
    return (known[0][0], known[-1][1]) if known else None


def _costs(praktijken: Sequence[Praktijk]) -> str:
    bounds = bounds_of_costs(praktijken)
    if bounds is None:
        return UNKNOWN
    start, end = bounds
    if start and end:
        return f"{start} tot {end}"
    return f"vanaf {start}" if start else f"tot {end}" if end else "van minder dan € 50.000 tot meer dan € 1 miljoen"
