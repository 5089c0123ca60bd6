"""Which gemeenten are alike, and in what, from their figures.

Per figure the difference between two gemeenten is told in steps that weigh the same: for inhabitants twice the natural
logarithm of their ratio, for the others as many standard deviations over all gemeenten. The sum is the distance. It
decides who the nearest are and is shown nowhere; `/over/plaatsen/` tells the method.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from binnenstad_site.models.items import Gemeente

NEIGHBOURS = 10
SIZE_WEIGHT = 2
ALIKE, MUCH = 0.35, 1.0
"""A difference below the first is none in words, one below the second is "wat"."""


class Position(NamedTuple):
    """Where a gemeente stands: each value in steps."""

    size: float
    density: float
    urban: float
    age: float
    houses: float


class Neighbour(NamedTuple):
    """A gemeente that is like another."""

    slug: str
    reden: str
    """What is as there and what differs: `even groot, even stedelijk, wat ouder`."""


def positions(gemeenten: Iterable[Gemeente]) -> Mapping[str, Position]:
    """Slug -> position of every gemeente with figures and inhabitants."""
    from statistics import pstdev  # noqa: PLC0415 - most builds know the positions

    rows = [(g.slug, g.inwoners, g.kerncijfers) for g in gemeenten if g.kerncijfers and g.inwoners]
    figures = [(k.adressendichtheid, k.aandeel_stedelijke_buurten, k.aandeel_65plus, k.woz_1000) for _, _, k in rows]
    spread = [pstdev(column) or 1 for column in zip(*figures, strict=True)]
    return {
        slug: Position(SIZE_WEIGHT * log(inhabitants), *(value / step for value, step in zip(row, spread, strict=True)))
        for (slug, inhabitants, _), row in zip(rows, figures, strict=True)
    }


def neighbours(gemeenten: Iterable[Gemeente]) -> Mapping[str, tuple[Neighbour, ...]]:
    """Slug -> the ten nearest gemeenten, the nearest first; a gemeente without figures has none and is none."""
    known = positions(gemeenten)
    slugs = sorted(known)
    return {
        slug: tuple(Neighbour(slugs[i], reason(known[slug], known[slugs[i]])) for i in near if slugs[i] != slug)
        for slug, near in zip(slugs, _nearest([known[slug] for slug in slugs]), strict=True)
    }


def reason(own: Position, other: Position) -> str:
    """In what `other` is as `own` and in what not; age and houses when they differ, and one of them always."""
    urban = ((other.density - own.density) + (other.urban - own.urban)) / 2
    age = _compared(other.age - own.age, "even oud", "ouder", "jonger")
    houses = _compared(other.houses - own.houses, "", "duurdere huizen", "goedkopere huizen")
    told = (
        _compared(other.size - own.size, "even groot", "groter", "kleiner"),
        _compared(urban, "even stedelijk", "stedelijker", "minder stedelijk"),
        "" if houses and age == "even oud" else age,
        houses,
    )
    return ", ".join(filter(None, told))


def _compared(difference: float, alike: str, more: str, less: str) -> str:
    if abs(difference) < ALIKE:
        return alike
    return ("wat " if abs(difference) < MUCH else "") + (more if difference > 0 else less)


def _nearest(places: Sequence[Position]) -> Iterator[list[int]]:
    """Per position the numbers of the nearest, itself first; each distance is computed once."""
    distances: list[list[float]] = [[] for _ in places]
    for number, (size, density, urban, age, houses) in enumerate(places):
        later = [
            abs(size - s) + abs(density - d) + abs(urban - u) + abs(age - a) + abs(houses - h)
            for s, d, u, a, h in places[number + 1 :]
        ]
        for row, distance in zip(distances[number + 1 :], later, strict=True):
            row.append(distance)
        row = distances[number] = [*distances[number], -1, *later]
        yield sorted(range(len(places)), key=row.__getitem__)[: NEIGHBOURS + 1]
