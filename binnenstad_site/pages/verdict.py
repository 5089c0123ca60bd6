"""The verdict on an aanpak: one rule over its counted cases, the same for all, as `/over/oordeel/` tells it.

Pure functions over values; where cases come from stands in `aanpak_cases`. A change of the rule is a new number of the
method, told in the changes of `content/paginas/over/oordeel.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from binnenstad_site.core.typography import capital, in_count
from binnenstad_site.models.vocabulary import OordeelAanpak, Uitkomst

METHOD = 1
"""The number of this rule."""
WORKED: frozenset[Uitkomst] = frozenset({"gehaald", "deels"})
SUPPORTED, MEASURED = 2, 3
"""The steps of evidence from which an outcome counts for more."""
ENOUGH, ENOUGH_MEASURED, TWICE = 3, 2, 2
"""To advise: so many supported, so many of them measured, and so many times as many as failed."""
PROMISING = 2
"""So many supported make it promising."""
FAILED = 2
"""So many measured failures, at least, to advise against."""
BEST_FIRST: tuple[OordeelAanpak, ...] = ("aanraden", "kansrijk", "afwachten", "afraden")
MOST_ADDED = 60
"""Cases that are tried to see what would change a verdict; there is always an answer below that."""


@dataclass(frozen=True, slots=True)
class Case:
    """A praktijk as it counts for an aanpak: its outcome, and its evidence where that is about this aanpak."""

    uitkomst: Uitkomst
    bewijs: int | None
    """None: the grade is about another measure."""

    @property
    def worked(self) -> bool:
        return self.uitkomst in WORKED

    @property
    def failed(self) -> bool:
        return self.uitkomst == "niet-gehaald"

    @property
    def measured(self) -> bool:
        return self.bewijs is not None and self.bewijs >= MEASURED

    @property
    def supported(self) -> bool:
        return self.bewijs is not None and self.bewijs >= SUPPORTED


class Sum(NamedTuple):
    """What the rule looks at: numbers of cases with a known outcome."""

    counted: int
    worked: int
    partly: int
    """Of those that worked, how many reached a part of their goal only."""
    failed: int
    supported_worked: int
    measured_worked: int
    measured_failed: int

    def and_more(self, number: int, of_one: Sum) -> Sum:
        """With so many more cases of one kind."""
        return Sum(*(here + number * more for here, more in zip(self, of_one, strict=True)))


def sum_of(cases: Iterable[Case]) -> Sum:
    """The numbers behind a verdict."""
    known = [case for case in cases if case.uitkomst != "onbekend"]
    worked = [case for case in known if case.worked]
    return Sum(
        counted=len(known),
        worked=len(worked),
        partly=sum(case.uitkomst == "deels" for case in worked),
        failed=sum(case.failed for case in known),
        supported_worked=sum(case.supported for case in worked),
        measured_worked=sum(case.measured for case in worked),
        measured_failed=sum(case.failed and case.measured for case in known),
    )


def verdict(cases: Iterable[Case]) -> OordeelAanpak:
    """The rule over cases."""
    return verdict_on(sum_of(cases))


def verdict_on(numbers: Sum) -> OordeelAanpak:
    """The rule: the first of these that holds."""
    supported, failed = numbers.supported_worked, numbers.failed
    if supported >= ENOUGH and numbers.measured_worked >= ENOUGH_MEASURED and supported >= TWICE * failed:
        return "aanraden"
    if supported >= PROMISING and supported > failed:
        return "kansrijk"
    if numbers.measured_failed >= FAILED and numbers.measured_failed > numbers.measured_worked:
        return "afraden"
    return "afwachten"


def sum_in_words(cases: Iterable[Case]) -> str:
    """`werkte geheel of deels in 6 van 9, waarvan 3 gemeten`; of nothing known, that."""
    numbers = sum_of(cases)
    if not numbers.counted:
        return "nog van geen praktijk is de uitkomst bekend"
    if not numbers.worked:
        return f"werkte in 0 van {numbers.counted}"
    part = "" if not numbers.partly else "deels " if numbers.partly == numbers.worked else "geheel of deels "
    return f"werkte {part}in {numbers.worked} van {numbers.counted}, waarvan {numbers.measured_worked} gemeten"


def changes_in_words(cases: Sequence[Case]) -> tuple[str, ...]:
    """What would change the verdict, in sentences: the fewest new cases for a better one, then for a worse one."""
    numbers = sum_of(cases)
    here = BEST_FIRST.index(verdict_on(numbers))
    better = _fewest(
        numbers,
        lambda there: there < here,
        (
            (
                Case("gehaald", SUPPORTED),
                "praktijk die het doel haalt, met bewijs 2 of hoger",
                "praktijken die het doel halen, met bewijs 2 of hoger",
            ),
            (Case("gehaald", MEASURED), "gemeten praktijk die het doel haalt", "gemeten praktijken die het doel halen"),
        ),
    )
    worse = _fewest(
        numbers,
        lambda there: there > here,
        (
            (Case("niet-gehaald", 1), "praktijk die het doel niet haalt", "praktijken die het doel niet halen"),
            (
                Case("niet-gehaald", MEASURED),
                "gemeten praktijk die het doel niet haalt",
                "gemeten praktijken die het doel niet halen",
            ),
        ),
    )
    return (*better, *worse)


def _fewest(numbers: Sum, changes: Callable[[int], bool], kinds: Iterable[tuple[Case, str, str]]) -> tuple[str, ...]:
    """The sentence on the fewest cases of one kind that change the verdict so; of equals the first kind."""
    answers = []
    for case, one, more in kinds:
        of_one = sum_of([case])
        for number in range(1, MOST_ADDED):
            there = verdict_on(numbers.and_more(number, of_one))
            if changes(BEST_FIRST.index(there)):
                answers.append((number, f"{capital(f'nog {in_count(number, one, more)}')}: dan wordt het {there}."))
                break
    return (min(answers, key=lambda answer: answer[0])[1],) if answers else ()
