"""The timeline of a gemeente: a bar for each praktijk of which the start is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from binnenstad_site.core.dates import seen_lately
from binnenstad_site.drawings.timeline import Span, axis_of, bar, years
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.parts.labels import NIETS, TrendLabel
from binnenstad_site.pages.standing import period, year_seen
from binnenstad_site.validate.validator import Entry

FEWEST = 3
"""With fewer bars there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class TijdlijnRegel:
    """A praktijk with its bar."""

    titel: str
    adres: str
    trend: TrendLabel
    periode: str
    gestopt: bool
    balk: Markup


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """The bars, the earliest praktijk first; none when there are too few."""

    kop: str = ""
    """How many years it covers, in words."""
    jaren: Markup = NIETS
    """The numbers above the bars."""
    regels: tuple[TijdlijnRegel, ...] = ()
    zonder: str = ""
    """How many praktijken have no bar, in words; empty when each has one."""


def moment(text: str, *, end: bool = False) -> float:
    """A date in years; the end of a month or year lies behind it: `2018-07` is 2018.5, as an end 2018.58."""
    year, *month = text.split("-")[:2]
    if not month:
        return int(year) + end
    return int(year) + (int(month[0]) - 1 + end) / 12


def span_of(item: Praktijk, today: date) -> Span | None:
    """From its start to its end, or to its newest source when the end is not known; None without a start.

    What goes on today by a source of long ago ends with that source.
    """
    start, end = item.periode.start, item.periode.eind
    if start == "onbekend":
        return None
    last = item.status_peildatum if end == "onbekend" else end
    if last == "heden" and not seen_lately(item.laatst_gezien, today):
        last = year_seen(item) or "onbekend"
    now = moment(today.isoformat())
    shortest = moment(start, end=True)
    until = now if last == "heden" else shortest if last == "onbekend" else max(shortest, moment(last, end=True))
    return Span(moment(start), until, item.gestopt)


def without_bar(number: int) -> str:
    """What is said of the praktijken that have no bar; nothing when each has one."""
    if not number:
        return ""
    of, there = ("praktijk", "die staat") if number == 1 else ("praktijken", "die staan")
    return f"Van {number} {of} is het begin niet bekend; {there} alleen hieronder."


def timeline(builder: PageBuilder, entries: Sequence[Entry[Praktijk]]) -> Tijdlijn:
    """The praktijken of one gemeente in time."""
    now = moment(builder.today.isoformat())
    dated = [(span, entry) for entry in entries if (span := span_of(entry.item, builder.today))]
    if len(dated) < FEWEST:
        return Tijdlijn()
    dated.sort(key=lambda pair: (pair[0].start, pair[1].item.titel))
    axis = axis_of([span for span, _ in dated], now)
    rows = tuple(
        TijdlijnRegel(
            titel=entry.item.titel,
            adres=builder.addresses.url_for(entry.address),
            trend=builder.cards.trend(entry.item.trends[0]),
            periode=period(entry.item, builder.today),
            gestopt=span.stopped,
            balk=bar(span, axis),
        )
        for span, entry in dated
    )
    covered = max(1, round(now - dated[0][0].start))
    return Tijdlijn(f"{covered} jaar in één beeld", years(axis), rows, without_bar(len(entries) - len(dated)))
