"""Which praktijken belong together, with the reason a reader sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from binnenstad_site.models.items import Praktijk
from binnenstad_site.models.vocabulary import INSTRUMENT
from binnenstad_site.site import Site
from binnenstad_site.validation import Entry

SHOWN = 3
WINDOW = 40
"""How many candidates are weighed for one praktijk: all in a small trend, the nearest by slug in a large one, so that
the work grows with the number of praktijken and not with its square."""


class Related:
    """Weighs praktijken of the same main trend by what they share."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def _by_trend(self) -> Mapping[str, list[Entry[Praktijk]]]:
        groups: dict[str, list[Entry[Praktijk]]] = {}
        for entry in sorted(self.site.praktijken.values(), key=lambda entry: entry.slug):
            groups.setdefault(entry.item.trends[0], []).append(entry)
        return groups

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {entry.slug: index for group in self._by_trend.values() for index, entry in enumerate(group)}

    def of(self, entry: Entry[Praktijk]) -> list[tuple[Entry[Praktijk], str]]:
        """Up to three: those the editor named, then the computed ones."""
        named = [
            (self.site.praktijken[slug], "gekozen door de redactie")
            for slug in entry.item.verwant
            if slug in self.site.praktijken and slug != entry.slug
        ]
        taken = {other.slug for other, _ in named} | {entry.slug}
        weighed = [(self._score(entry, other), other) for other in self._near(entry) if other.slug not in taken]
        weighed.sort(key=lambda pair: (-pair[0], pair[1].slug))
        return (named + [(other, self._reason(entry, other)) for _, other in weighed])[:SHOWN]

    def _near(self, entry: Entry[Praktijk]) -> Iterator[Entry[Praktijk]]:
        group = self._by_trend.get(entry.item.trends[0], [])
        if len(group) <= WINDOW or entry.slug not in self._place:
            yield from group[:WINDOW]
            return
        start = self._place[entry.slug]
        for step in range(1, WINDOW + 1):
            yield group[(start + step) % len(group)]

    def _size(self, entry: Entry[Praktijk]) -> str:
        gemeente = self.site.gemeente_van(entry.item)
        return gemeente.klasse if gemeente else ""

    def _score(self, entry: Entry[Praktijk], other: Entry[Praktijk]) -> int:
        shared = len(set(entry.item.trends) & set(other.item.trends))
        same_size = self._size(entry) == self._size(other) != ""
        tools = len(set(entry.item.instrumenten) & set(other.item.instrumenten))
        return 4 * shared + 3 * same_size + tools + int(other.item.bewijs)

    def _reason(self, entry: Entry[Praktijk], other: Entry[Praktijk]) -> str:
        parts = ["zelfde trend"]
        if self._size(entry) == self._size(other) != "":
            parts.append("zelfde grootteklasse")
        elif tools := [INSTRUMENT[tool] for tool in entry.item.instrumenten if tool in other.item.instrumenten]:
            parts.append(f"zelfde instrument ({tools[0]})")
        return ", ".join(parts)
