"""Which praktijken belong together, with the reason a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import itemgetter, or_

from binnenstad_site.link.site import Site
from binnenstad_site.models.items import Praktijk
from binnenstad_site.models.vocabulary import INSTRUMENT
from binnenstad_site.validate.validator import Entry

SHOWN = 3
MOST_REASONS = 2
"""How much of what two praktijken share is named."""
CHOSEN = "gekozen door de redactie"
WINDOW = 40
"""How many candidates are weighed for one praktijk: all in a small trend, the nearest by slug in a large one, so that
the work grows with the number of praktijken and not with its square."""


@dataclass(frozen=True, slots=True)
class _Traits:
    """What praktijken are compared by. Sets are numbers with a bit for each value: they are compared very often."""

    entry: Entry[Praktijk]
    slug: str
    trends: int
    size: str
    tools: int
    proof: int

    def weigh(self, other: _Traits) -> int:
        shared = 4 * (self.trends & other.trends).bit_count() + (self.tools & other.tools).bit_count()
        return shared + other.proof + (3 if self.size == other.size != "" else 0)

    def reason(self, other: _Traits) -> str:
        """What they share, the two that tell most; empty for nothing."""
        own, its = self.entry.item, other.entry.item
        tools = [INSTRUMENT[tool] for tool in own.instrumenten if tool in its.instrumenten]
        reasons = (
            ("ook gestopt", own.gestopt and its.gestopt),
            ("zelfde gemeente", set(own.gemeenten) & set(its.gemeenten)),
            ("zelfde trend", self.trends & other.trends),
            ("zelfde grootteklasse", self.size == other.size != ""),
            (f"zelfde instrument ({tools[0]})" if tools else "", tools),
        )
        return ", ".join([words for words, shared in reasons if shared][:MOST_REASONS])


class Related:
    """Weighs praktijken of the same main trend by what they share."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._bits: dict[str, int] = {}
        self._groups: dict[str, list[_Traits]] = {}
        self._place: dict[str, int] = {}
        for slug in sorted(site.praktijken):
            entry = site.praktijken[slug]
            group = self._groups.setdefault(entry.item.trends[0], [])
            self._place[slug] = len(group)
            group.append(self._traits(entry))

    def _traits(self, entry: Entry[Praktijk]) -> _Traits:
        item = entry.item
        gemeente = self._site.gemeente_of(item)
        size = gemeente.klasse if gemeente else ""
        trends, tools = self._set(item.trends), self._set(item.instrumenten)
        return _Traits(entry, entry.slug, trends, size, tools, int(item.bewijs))

    def _set(self, values: Iterable[str]) -> int:
        """A number with the bit of each value."""
        return reduce(or_, (1 << self._bits.setdefault(value, len(self._bits)) for value in values), 0)

    def of(self, entry: Entry[Praktijk]) -> list[tuple[Entry[Praktijk], str]]:
        """Up to three: those the editor named, then the computed ones."""
        own = self._traits(entry)
        chosen = (self._site.praktijken[slug] for slug in entry.item.verwant if slug in self._site.praktijken)
        named = [
            (other, ", ".join(filter(None, (CHOSEN, own.reason(self._traits(other))))))
            for other in chosen
            if other.slug != entry.slug
        ]
        taken = {other.slug for other, _ in named} | {entry.slug}
        near = [(-own.weigh(other), other.slug, other) for other in self._near(entry) if other.slug not in taken]
        best = sorted(near, key=itemgetter(0, 1))[: SHOWN - len(named[:SHOWN])]
        return (named + [(other.entry, own.reason(other)) for _, _, other in best])[:SHOWN]

    def _near(self, entry: Entry[Praktijk]) -> Sequence[_Traits]:
        group = self._groups.get(entry.item.trends[0], [])
        if len(group) <= WINDOW:
            return group
        start = self._place.get(entry.slug, 0) + 1
        return [*group[start : start + WINDOW], *group[: max(0, start + WINDOW - len(group))]]
