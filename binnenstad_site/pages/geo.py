"""Places on the map: the projection, the map squares A1 to F7 and the dots.

The projection is Mercator in the viewBox `0 0 613 724` of the province map; its numbers come with that map (Kadaster /
CBS 2022, see the credit line on the page about sources) and may not be mixed with those of another map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import degrees, log, pi, radians, sqrt, tan
from typing import NamedTuple

from binnenstad_site.core.memo import KeptKey
from binnenstad_site.core.urls import slugify

WIDTH, HEIGHT = 613, 724
FARTHEST = 85.0
"""Degrees; Mercator has no place for the poles."""
COLUMNS, ROWS = "ABCDEF", 7


class Place(NamedTuple):
    """Somewhere on earth, in degrees (WGS84), with the address of the page about it."""

    naam: str
    lat: float
    lon: float
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Naam:
    """Where the name of a place is written on the map: a point and the side of the name that stands there."""

    x: float
    y: float
    anker: str
    """`start`, `middle` or `end`."""


@dataclass(frozen=True, slots=True)
class KaartPunt:
    """A dot on the map, in the units of the viewBox; `straal` grows with the number of praktijken."""

    x: float
    y: float
    straal: float
    plaats: str
    aantal: int
    vak: str = ""
    adres: str = ""
    """The page that is about the place; empty when there is none."""
    naam: Naam | None = None
    """Where its name stands; None for the many that have none."""

    @property
    def keer(self) -> str:
        """How many praktijken in words for a list: nothing for one."""
        return str(self.aantal) if self.aantal > 1 else ""


@dataclass(frozen=True)
class Dots(KeptKey):
    """All dots of a map that many pages show."""

    dots: tuple[KaartPunt, ...]


NAMES = {
    "Amsterdam": Naam(242, 297, "middle"),
    "Arnhem": Naam(396, 400, "start"),
    "Den Helder": Naam(222, 146, "middle"),
    "Eindhoven": Naam(326, 558, "end"),
    "Groningen": Naam(484, 61, "middle"),
    "Leeuwarden": Naam(378, 103, "end"),
    "Leiden": Naam(168, 375, "end"),
    "Maastricht": Naam(358, 707, "end"),
    "Middelburg": Naam(8, 522, "start"),
    "Rotterdam": Naam(179, 454, "end"),
    "Utrecht": Naam(292, 391, "start"),
    "Zwolle": Naam(442, 283, "start"),
}
"""The names that a map shows, each placed by hand where letters of 25 units cover no dot and no other name."""


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


def dots(places: Iterable[Place]) -> tuple[KaartPunt, ...]:
    """One dot per place on the map, its area by how often the place occurs; the largest first, so none is hidden."""
    counts = Counter(place for place in places if on_map(place.lat, place.lon))
    return tuple(
        _dot(place, count)
        for place, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].naam, pair[0]))
    )


def specks(dots: Iterable[KaartPunt]) -> str:
    """Dots of one size as one path, which is drawn with a round stroke: a third of the bytes of a circle each."""
    return "".join(f"M{dot.x:g} {dot.y:g}h0" for dot in dots)


def numbered(dots: Iterable[KaartPunt]) -> dict[tuple[float, float], str]:
    """Where each dot stands -> its number on the map."""
    return {(dot.x, dot.y): str(number) for number, dot in enumerate(dots)}


def numbers_of(places: Iterable[Place], numbers: Mapping[tuple[float, float], str]) -> str:
    """The numbers of the dots of these places, with blanks between them; `numbers` are those of `numbered`."""
    points = (project(place.lat, place.lon) for place in places)
    return " ".join(dict.fromkeys(numbers[point] for point in points if point in numbers))


def by_name(dots: Iterable[KaartPunt]) -> tuple[tuple[int, KaartPunt], ...]:
    """The dots in the order of their names, each with its number on the map: the register."""
    return tuple(sorted(enumerate(dots), key=lambda pair: slugify(pair[1].plaats)))


def _dot(place: Place, count: int) -> KaartPunt:
    x, y = project(place.lat, place.lon)
    at, name = square(place.lat, place.lon), NAMES.get(place.naam)
    return KaartPunt(x, y, round(2.6 + 1.6 * sqrt(count), 1), place.naam, count, at, place.adres, name)
