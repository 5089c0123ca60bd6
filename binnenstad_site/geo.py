"""Places on the map: the projection, the map squares A1 to F7 and the dots.

The projection is Mercator in the viewBox `0 0 613 724` of the province map; its numbers come with that map (Kadaster /
CBS 2022, see the credit line on the page about sources) and may not be mixed with those of another map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import degrees, log, pi, radians, sqrt, tan

WIDTH, HEIGHT = 613, 724
FARTHEST = 85.0
"""Degrees; Mercator has no place for the poles."""
COLUMNS, ROWS = "ABCDEF", 7
Place = tuple[str, float, float]
"""Name, latitude and longitude in degrees (WGS84)."""


@dataclass(frozen=True, slots=True)
class Punt:
    """A dot on the map, in the units of the viewBox; `straal` grows with the number of praktijken."""

    x: float
    y: float
    straal: float
    plaats: str
    aantal: int


@lru_cache(maxsize=4096)
def project(lat: float, lon: float) -> tuple[float, float]:
    """X and y in the viewBox, to one decimal; outside the drawing for a place that is not on it."""
    lat = max(-FARTHEST, min(FARTHEST, lat))
    x = 158.244 * lon - 531.40
    y = 10048.35 - 157.822 * degrees(log(tan(pi / 4 + radians(lat) / 2)))
    return round(x, 1), round(y, 1)


def on_map(lat: float, lon: float) -> bool:
    """Whether a place lies inside the drawing."""
    x, y = project(lat, lon)
    return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def square(lat: float, lon: float) -> str:
    """The map square of a place, such as `B4`; empty outside the map."""
    if not on_map(lat, lon):
        return ""
    x, y = project(lat, lon)
    column = min(int(x / WIDTH * len(COLUMNS)), len(COLUMNS) - 1)
    row = min(int(y / HEIGHT * ROWS), ROWS - 1)
    return f"{COLUMNS[column]}{row + 1}"


def dots(places: Iterable[Place]) -> tuple[Punt, ...]:
    """One dot per place on the map, its area by how often the place occurs; the largest first, so none is hidden."""
    counts = Counter(place for place in places if on_map(place[1], place[2]))
    found = []
    for (name, lat, lon), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        x, y = project(lat, lon)
        found.append(Punt(x, y, round(2.6 + 1.6 * sqrt(count), 1), name, count))
    return tuple(found)
