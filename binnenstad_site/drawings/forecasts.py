"""What was forecast on one axis of years: a dot when it was said, a line to its target year, the outcome as fill.

As in `timeline`, places along the axis are percentages and heights are pixels, so that nothing is stretched and the
words beside a row stay HTML. No colour means anything: full, half, empty and dashed tell the outcomes apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from binnenstad_site.drawings.shapes import disc, shape
from binnenstad_site.drawings.svg import drawing, element

STEP = 5
"""Years between two lines."""
NEAR = 2.5
"""Years; a number that is nearer to today would touch its word on a phone."""
FARTHEST = 97
"""In percent; a number further on ends at its line, to stay within the drawing."""
HIGH = 24
"""How high a row is."""
SMALL, LARGE = 3.5, 7.0
"""The dot of the year in which it was said, and the disc of its outcome."""
CORE = 3.5
"""What is full of a disc that is half true."""
OUTCOMES: Mapping[str, tuple[tuple[str, float], ...]] = {
    "uitgekomen": (("z-inkt", LARGE),),
    "deels": (("z-papier z-ring", LARGE - 1), ("z-inkt", CORE)),
    "niet-uitgekomen": (("z-papier z-ring", LARGE - 1),),
    "loopt-nog": (("z-papier z-ring z-open", LARGE - 1),),
    "onbekend": (("z-vol", LARGE),),
}
"""Per outcome its discs from back to front, each with class and radius."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """When it was said and for when, in years; None where that is not known."""

    said: int | None
    target: int | None
    outcome: str


@dataclass(frozen=True, slots=True)
class YearAxis:
    """The years that all forecasts fit on, with today."""

    first: int
    last: int
    now: float

    @property
    def lines(self) -> range:
        return range(-(-self.first // STEP) * STEP, self.last + 1, STEP)

    def at(self, year: float) -> float:
        """Where a moment lies, in percent."""
        return 100 * (year - self.first) / (self.last - self.first)


def axis_of(forecasts: Iterable[Forecast], now: float) -> YearAxis:
    """The axis of some forecasts; it covers at least the years around today."""
    years = [year for forecast in forecasts for year in (forecast.said, forecast.target) if year is not None]
    return YearAxis(min([*years, int(now)]) - 1, max([*years, int(now)]) + 1, now)


def years(axis: YearAxis) -> Markup:
    """The numbers above the rows, and where today is."""
    labels = [(axis.at(year), str(year)) for year in axis.lines if abs(year - axis.now) > NEAR]
    words = (_words(place, text) for place, text in (*labels, (axis.at(axis.now), "nu")))
    return _row(words)


def row(forecast: Forecast, axis: YearAxis) -> Markup:
    """One forecast. Without a target year the outcome stands where it was said; without both there are only lines."""
    lines = [_upright(axis.at(year), "z-rand") for year in axis.lines]
    parts = [*lines, _upright(axis.at(axis.now), "z-lijn")]
    end = forecast.target if forecast.target is not None else forecast.said
    if forecast.said is not None and end is not None and end != forecast.said:
        kind = "z-ring z-open" if forecast.outcome == "loopt-nog" else "z-ring"
        x1, x2 = _percent(axis.at(forecast.said)), _percent(axis.at(end))
        parts.append(element("line", cls=kind, x1=x1, x2=x2, y1="50%", y2="50%"))
        parts.append(_disc(axis.at(forecast.said), "z-inkt", SMALL))
    if end is not None:
        parts += [_disc(axis.at(end), cls, radius) for cls, radius in OUTCOMES[forecast.outcome]]
    return _row(parts)


def mark(outcome: str) -> Markup:
    """The disc of an outcome by itself, where a word stands beside it."""
    middle = LARGE + 1
    discs = (shape(cls, disc(middle, middle, radius)) for cls, radius in OUTCOMES[outcome])
    return drawing((0, 0, 2 * middle, 2 * middle), tuple(part for shapes in discs for part in shapes), "merkteken")


def _percent(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") + "%"


def _row(inside: Iterable[Markup]) -> Markup:
    return element("svg", inside, "balk", width="100%", height=HIGH, aria_hidden="true")


def _upright(place: float, cls: str) -> Markup:
    return element("line", cls=cls, x1=_percent(place), x2=_percent(place), y1=0, y2="100%")


def _disc(place: float, cls: str, radius: float) -> Markup:
    return element("circle", cls=cls, cx=_percent(place), cy="50%", r=radius)


def _words(place: float, words: str) -> Markup:
    anchor = "end" if place > FARTHEST else "middle"
    return element("text", [escape(words)], x=_percent(place), y=16, text_anchor=anchor)
