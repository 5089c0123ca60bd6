"""What was measured before and after: as two bars where that is fair, and else the reason why it is not.

The values of a result are text, as a source published them. A pair is drawn when both are one number in one unit and
tell of the same thing; what is drawn is exactly what is written, and the difference is worked out from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from binnenstad_site.core.typography import NO_BREAK, capital, dutch_number
from binnenstad_site.drawings import bars
from binnenstad_site.models.blocks import Punt
from binnenstad_site.models.items import Praktijk, Resultaat
from binnenstad_site.pages.parts.figure_parts import CijferDeel, Waarde
from binnenstad_site.pages.parts.labels import NIETS
from binnenstad_site.pages.verdict import MEASURED

UNKNOWN = "Geen staven: één van de twee standen is onbekend."
ONLY_DIFFERENCE = "Geen staven: de bron noemt alleen het verschil, niet de twee standen."
A_BOUND = "Geen staven: een van de standen is een grens, geen getal."
A_RANGE = "Geen staven: een van de standen is een bereik, geen getal."
IN_WORDS = "Geen staven: niet beide standen zijn één getal."
OTHER_UNIT = "Geen staven: de twee standen tellen in een andere eenheid."
OTHER_THING = "Geen staven: de twee standen gaan niet over precies hetzelfde."
"""Why a pair is not drawn, as the page says it."""
CAVEAT = "Een verschil tussen voor en na zegt nog niet dat het door deze aanpak komt."
BEFORE, AFTER = "voor", "na"
DATED, BOTH_UNDATED = "Van wanneer de stand {} de aanpak is, staat er niet bij.", "Jaren staan er niet bij."
PER_CENT = "procent"
FEWEST_FOR_SHARE, MOST_TIMES = 10, 100
"""Of a few, or a thousand times as much, a share says nothing that the two numbers do not say better."""

_VALUE = re.compile(
    r"(?P<value>(?:(?P<rough>circa|ongeveer|bijna|ruim|rond de) )?(?P<euro>€ ?)?(?P<number>\d{1,3}(?:\.\d{3})+|\d+)"
    r"(?P<decimals>,\d+)?)(?: (?P<unit>[^\d()]+?))?(?: \((?P<moment>[^()]+)\))?"
)
_DIFFERENCE = re.compile(r"(?<!^)\b(?:meer|minder|hoger|lager)\b|\b(?:helft|dubbele)\b")
_BOUND = re.compile(
    r"(?:minder dan|meer dan|nog geen|hooguit|hoogstens|minstens|ten minste|maximaal|tot) \D*\d", re.IGNORECASE
)
_RANGE = re.compile(r"\d (?:tot|à|of) \d|\d[-–]\d")
_TIME = re.compile(r"\b\d{4}\b|jaar|maand|week|begin|eind|later|start", re.IGNORECASE)
_YEARS_IN_MEASURE = re.compile(r"\((\d{4}) en (\d{4})\)$")
_TWO_COUNTS_IN_MEASURE = re.compile(r"\([^()]*\d{4}[^()]*,[^()]*\)$")


@dataclass(frozen=True, slots=True)
class Measured:
    """One value as published: `text` without its unit and moment, `number` what it counts, `moment` when or how."""

    text: str
    number: Decimal
    unit: str
    moment: str
    rough: bool


def pair_of(result: Resultaat) -> tuple[Measured, Measured] | str:
    """What was before and after, or why that cannot be drawn."""
    if not (result.voor and result.na):
        return UNKNOWN
    written = (result.voor, result.na)
    before, after = map(_value, written)
    if before is None or after is None or _is_difference(before) or _is_difference(after):
        return _why_no_number(written)
    measure = result.maat or ""
    if before.unit != after.unit:
        return OTHER_UNIT
    if _one_is_qualified(before, after) or _TWO_COUNTS_IN_MEASURE.search(measure):
        return OTHER_THING
    if years := _YEARS_IN_MEASURE.search(measure):
        return replace(before, moment=years[1]), replace(after, moment=years[2])
    return before, after


def pair_figure(pair: tuple[Measured, Measured], text: str, noten: Markup) -> CijferDeel:
    """Two bars with the difference; a unit that the text names already is left out."""
    before, after = pair
    unit = "" if before.unit.lower() in text.lower() else before.unit
    widths = bars.widths([float(value.number) for value in pair])
    labels = (before.moment or BEFORE, after.moment or AFTER)
    values = tuple(Waarde(label, value.text, width) for label, value, width in zip(labels, pair, widths, strict=True))
    return CijferDeel(
        text,
        unit,
        noten,
        values,
        voor=True,
        verschil=difference(before, after),
        kanttekening=_undated(before, after),
    )


def with_difference(figure: CijferDeel, series: tuple[Punt, ...], unit: str) -> CijferDeel:
    """The figure of a series with the difference from its first value to its last; one value has none."""
    if len(series) < 2:
        return figure
    first, last = _point(series[0], unit), _point(series[-1], unit)
    between = figure.verschil_kop if len(series) == 2 else f"Van {first.moment} tot {last.moment}"
    return replace(figure, verschil=difference(first, last), verschil_kop=between)


def card_figure(item: Praktijk) -> CijferDeel | None:
    """The first pair that can be drawn, for the card of a praktijk of which something was measured."""
    return next(_drawable(item), None) if int(item.bewijs) >= MEASURED else None


def _drawable(item: Praktijk) -> Iterator[CijferDeel]:
    for result in item.resultaten:
        text = capital(result.maat or "")
        if len(result.reeks) > 1:
            unit = result.eenheid or ""
            yield pair_figure((_point(result.reeks[0], unit), _point(result.reeks[-1], unit)), text, NIETS)
        elif not result.reeks and not isinstance(pair := pair_of(result), str):
            yield pair_figure(pair, text, NIETS)


def difference(before: Measured, after: Measured) -> str:
    """`44 minder, een daling van 48 procent`; of per cents the points, and of much more how many times as much."""
    gap = after.number - before.number
    if not gap:
        return "gelijk gebleven"
    about = "ongeveer " if before.rough or after.rough else ""
    size = ("€ " if before.unit == "€" else "") + dutch_number(float(abs(gap)))
    if before.unit.startswith(PER_CENT):
        return f"{about}{size}{NO_BREAK}procentpunt {'hoger' if gap > 0 else 'lager'}"
    words = f"{about}{size} {'meer' if gap > 0 else 'minder'}"
    if not before.number:
        return words
    times = after.number / before.number
    if before.number < FEWEST_FOR_SHARE or times > MOST_TIMES:
        return words
    if times >= 2:
        return f"{words}, {about}{dutch_number(float(round(times, 1 if times < 10 else 0)))} keer zo veel"
    share = round(100 * abs(gap) / before.number)
    return f"{words}, een {'stijging' if gap > 0 else 'daling'} van {about}{share}{NO_BREAK}procent"


def _value(text: str) -> Measured | None:
    """A value that is one number; None for any other."""
    match = _VALUE.fullmatch(text.replace("\N{NO-BREAK SPACE}", " ").strip())
    if not match:
        return None
    number = Decimal(match["number"].replace(".", "") + (match["decimals"] or "").replace(",", "."))
    unit = "€" if match["euro"] else match["unit"] or ""
    return Measured(match["value"], number, unit, match["moment"] or "", bool(match["rough"]))


def _point(point: Punt, unit: str) -> Measured:
    """A value of a series."""
    return Measured(
        point.waarde, Decimal(point.waarde.replace(".", "").replace(",", ".")), unit, point.jaar, rough=False
    )


def _is_difference(value: Measured) -> bool:
    return bool(_DIFFERENCE.search(f"_ {value.unit}"))


def _why_no_number(written: tuple[str, str]) -> str:
    def one(pattern: re.Pattern[str]) -> bool:
        return any(pattern.search(text) for text in written)

    if any(_BOUND.match(text) for text in written):
        return A_BOUND
    return ONLY_DIFFERENCE if one(_DIFFERENCE) else A_RANGE if one(_RANGE) else IN_WORDS


def _one_is_qualified(before: Measured, after: Measured) -> bool:
    """Whether what is said of one of them is not when it was, so that the other may be of something else."""
    qualified = [bool(value.moment) and not _TIME.search(value.moment) for value in (before, after)]
    return any(qualified) and not all(qualified)


def _undated(before: Measured, after: Measured) -> str:
    """What is not known of when it was."""
    if before.moment and after.moment:
        return ""
    if before.moment or after.moment:
        return DATED.format(AFTER if before.moment else BEFORE)
    return BOTH_UNDATED
