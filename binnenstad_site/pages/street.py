"""The street of the trends, and the window of each praktijk in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from binnenstad_site.drawings.street import Windows, block, one_window, per_window, window_counts
from binnenstad_site.drawings.svg import NO_DRAWING, Drawing
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import Praktijk, Trend
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True)
class Street:
    """The windows of every trend, and which window each praktijk has."""

    per_window: int
    """How many praktijken one window stands for."""
    windows: Mapping[str, Windows]
    """By slug of the trend."""
    places: Mapping[str, int]
    """By slug of a praktijk: its window in the block of its first trend."""

    @property
    def window(self) -> str:
        """What a lit window stands for, in words."""
        if self.per_window == 1:
            return "Elk verlicht raam is één praktijk"
        return f"Elk verlicht raam staat voor {self.per_window} praktijken"

    @property
    def shutter(self) -> str:
        """What a closed shutter stands for; empty when nothing stopped."""
        if not any(windows.shut for windows in self.windows.values()):
            return ""
        if self.per_window == 1:
            return "Een gesloten luik is een praktijk die stopte"
        return f"Een gesloten luik staat voor hoogstens {self.per_window} praktijken die stopten"

    def block(self, trend: Entry[Trend]) -> Drawing:
        """The houses of a trend."""
        return block(trend.item.kort, self.windows[trend.slug])

    def decided_by(self, entry: Entry[Praktijk], trend: Entry[Trend] | None) -> object:
        """What decides `ringed`, besides the items themselves."""
        return trend and (self.windows.get(trend.slug), self.places.get(entry.slug), self.per_window)

    def ringed(self, entry: Entry[Praktijk], trend: Entry[Trend] | None) -> Drawing:
        """The block of the first trend of a praktijk with its window ringed; nothing when it has none."""
        if trend is None or entry.slug not in self.places:
            return NO_DRAWING
        what = "gesloten luik" if entry.item.gestopt else "verlichte raam"
        label = f"Het {what} in de ring is deze praktijk in de straat van {trend.item.titel}"
        if self.per_window > 1:
            label += f"; elk raam staat voor {self.per_window} praktijken"
        return one_window(trend.item.kort, self.windows[trend.slug], self.places[entry.slug], label)


def street_of(site: Site) -> Street:
    """The street as the praktijken of a site make it; an item counts in each of its trends."""
    by_trend = {slug: site.praktijken_of(trend.ref) for slug, trend in site.trends.items()}
    count = per_window([len(praktijken) for praktijken in by_trend.values()])
    blocks, places = {}, {}
    for slug, praktijken in by_trend.items():
        stopped = [praktijk for praktijk in praktijken if praktijk.item.gestopt]
        others = [praktijk for praktijk in praktijken if not praktijk.item.gestopt]
        blocks[slug] = window_counts(len(praktijken), len(stopped), count)
        for group, windows_of in zip((others, stopped), blocks[slug].split(range(blocks[slug].count)), strict=True):
            for index, praktijk in enumerate(group):
                if praktijk.item.trends[0] == slug:
                    places[praktijk.slug] = windows_of[index // count]
    return Street(count, blocks, places)
