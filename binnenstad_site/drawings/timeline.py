"""Since when and until when: a bar per praktijk on one axis of years.

Places along the axis are percentages of the width, heights are pixels: nothing is stretched, so that text and hatching
stay as they are at every width of the page. What a bar is about stands beside it, in HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.drawings.svg import element

STEP = 5
"""Years between two lines."""
BAR = 24
"""How high a bar is; it lies halfway its row, which is as high as what stands beside it."""
NEAR_NOW = 88
"""In percent: a number further on ends at its line, for in the middle of it it would touch the word for today."""
FARTHEST = 94
"""In percent: a number further on would touch that word on a phone wherever it ends."""
SHORTEST = 0.25
"""Years; a shorter bar could not be seen."""


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment to another, in years: 2016.75 is October 2016."""

    start: float
    end: float
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The years that a drawing covers: from the line before the first start until today."""

    first: int
    now: float

    @property
    def lines(self) -> range:
        return range(self.first, int(self.now) + 1, STEP)

    def at(self, year: float) -> float:
        """Where a moment lies, in percent; what is to come lies at today."""
        return 100 * (min(year, self.now) - self.first) / (self.now - self.first)


def axis_of(spans: Iterable[Span], now: float) -> Axis:
    """The axis that all spans fit on; it covers at least one year."""
    first = min([*(span.start for span in spans), now - 1])
    return Axis(int(first // STEP) * STEP, now)


def years(axis: Axis) -> Markup:
    """The numbers above the bars, and where today is; a number that today would cover is left out."""
    labels = [(axis.at(year), str(year)) for year in axis.lines if axis.at(year) < FARTHEST]
    return _row("24", [_text(place, words) for place, words in (*labels, (100.0, "nu"))])


def bar(span: Span, axis: Axis) -> Markup:
    """One row: the lines of the years, today, and the bar; hatched when it stopped."""
    lines = [_line(axis.at(year), "z-rand") for year in axis.lines]
    start, end = axis.at(min(span.start, axis.now - SHORTEST)), axis.at(max(span.end, span.start + SHORTEST))
    kinds = ("z-papier", "z-arcering", "z-lijn") if span.stopped else ("z-t",)
    bars = [_bar(start, end - start, kind) for kind in kinds]
    return _row("100%", [*lines, *bars, _line(100, "z-lijn")])


def _percent(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") + "%"


def _row(height: str, inside: Iterable[Markup]) -> Markup:
    return element("svg", inside, "balk", width="100%", height=height, aria_hidden="true")


def _line(place: float, cls: str) -> Markup:
    return element("line", cls=cls, x1=_percent(place), x2=_percent(place), y1=0, y2="100%")


def _bar(place: float, width: float, cls: str) -> Markup:
    half = f"translate(0 {-BAR / 2:.0f})"
    return element("rect", cls=cls, x=_percent(place), width=_percent(width), y="50%", height=BAR, transform=half)


def _text(place: float, words: str) -> Markup:
    anchor = "start" if place < 1 else "end" if place > NEAR_NOW else "middle"
    return element("text", [Markup(words)], x=_percent(place), y=16, text_anchor=anchor)  # noqa: S704 - numbers, nu
