"""The street of the trends, and the window of each praktijk in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from binnenstad_site.drawings.street import Windows, one_window, per_window, window_counts
from binnenstad_site.drawings.svg import Drawing
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import Praktijk, Trend
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True)
class TrendNumbers:
    """What there is of one trend."""

    praktijken: int
    gestopt: int
    kansen: int
    windows: Windows


@dataclass(frozen=True, slots=True)
class StreetNumbers:
    """All that the street shows, but for the trends themselves."""

    per_window: int
    """How many praktijken one window stands for."""
    trends: tuple[TrendNumbers, ...]
    """In the order of the trends."""

    @property
    def window(self) -> str:
        """What a lit window stands for, in words."""
        if self.per_window == 1:
            return "Elk verlicht raam is één praktijk"
        return f"Elk verlicht raam staat voor {self.per_window} praktijken"

    @property
    def shutter(self) -> str:
        """What a closed shutter stands for; empty when nothing stopped."""
        if not any(numbers.windows.shut for numbers in self.trends):
            return ""
        if self.per_window == 1:
            return "Een gesloten luik is een praktijk die stopte"
        return f"Een gesloten luik staat voor hoogstens {self.per_window} praktijken die stopten"


@dataclass(frozen=True, slots=True)
class RingedWindow:
    """The window of one praktijk, in the block of its first trend."""

    trend: str
    """Its title."""
    kort: str
    windows: Windows
    place: int
    stopped: bool
    per_window: int

    def drawing(self) -> Drawing:
        """The block with the window ringed."""
        what = "gesloten luik" if self.stopped else "verlichte raam"
        label = f"Het {what} in de ring is deze praktijk in de straat van {self.trend}"
        if self.per_window > 1:
            label += f"; elk raam staat voor {self.per_window} praktijken"
        return one_window(self.kort, self.windows, self.place, label)


@dataclass(frozen=True, slots=True)
class Street:
    """The windows of every trend, and which window each praktijk has."""

    numbers: StreetNumbers
    windows: Mapping[str, Windows]
    """By slug of the trend."""
    places: Mapping[str, int]
    """By slug of a praktijk: its window in the block of its first trend."""
    behind: Mapping[str, tuple[str, ...]]
    """By slug of the trend: the praktijk behind each of its windows; empty when one window stands for more."""

    def window_of(self, entry: Entry[Praktijk], trend: Entry[Trend] | None) -> RingedWindow | None:
        """The window of a praktijk in the block of its first trend; None when it has none."""
        if trend is None or entry.slug not in self.places:
            return None
        windows, place, stopped = self.windows[trend.slug], self.places[entry.slug], entry.item.gestopt
        return RingedWindow(trend.item.titel, trend.item.kort, windows, place, stopped, self.numbers.per_window)


def street_of(site: Site) -> Street:
    """The street as the praktijken of a site make it; an item counts in each of its trends."""
    by_trend = {slug: site.praktijken_of(trend.ref) for slug, trend in site.trends.items()}
    count = per_window([len(praktijken) for praktijken in by_trend.values()])
    numbers, blocks = [], {}
    places, behind = dict[str, int](), dict[str, tuple[str, ...]]()
    for slug, praktijken in by_trend.items():
        stopped = [praktijk for praktijk in praktijken if praktijk.item.gestopt]
        others = [praktijk for praktijk in praktijken if not praktijk.item.gestopt]
        blocks[slug] = window_counts(len(praktijken), len(stopped), count)
        kansen = len(site.kansen_of(("trends", slug)))
        numbers.append(TrendNumbers(len(praktijken), len(stopped), kansen, blocks[slug]))
        window_of = {
            praktijk.slug: windows_of[index // count]
            for group, windows_of in zip((others, stopped), blocks[slug].split(range(blocks[slug].count)), strict=True)
            for index, praktijk in enumerate(group)
        }
        first_here = (praktijk.slug for praktijk in praktijken if praktijk.item.trends[0] == slug)
        places |= {praktijk: window_of[praktijk] for praktijk in first_here}
        behind[slug] = tuple(sorted(window_of, key=window_of.__getitem__)) if count == 1 else ()
    return Street(StreetNumbers(count, tuple(numbers)), blocks, places, behind)
