"""Which praktijken belong together, with the reason a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from binnenstad_site.models.items import Praktijk
from binnenstad_site.models.vocabulary import INSTRUMENT
from binnenstad_site.pages.builder import PageBuilder
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
    """What praktijken are compared by."""

    entry: Entry[Praktijk]
    trends: frozenset[str]
    size: str
    tools: frozenset[str]
    proof: int

    def weigh(self, other: _Traits) -> int:
        same_size = self.size == other.size != ""
        return 4 * len(self.trends & other.trends) + 3 * same_size + len(self.tools & other.tools) + other.proof

    def reason(self, other: _Traits) -> str:
        """What they share, the two that tell most; empty for nothing."""
        own, its = self.entry.item, other.entry.item
        tools = [INSTRUMENT[tool] for tool in own.instrumenten if tool in other.tools]
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

    def __init__(self, builder: PageBuilder) -> None:
        self._builder = builder
        self._site = site = builder.site
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
        return _Traits(entry, frozenset(item.trends), size, frozenset(item.instrumenten), int(item.bewijs))

    def of(self, entry: Entry[Praktijk]) -> list[tuple[Entry[Praktijk], str]]:
        """Up to three: those the editor named, then the computed ones."""
        named = [self._site.praktijken.get(slug) for slug in entry.item.verwant]
        near = list(self._near(entry))
        decided_by = (entry.key, [other and other.key for other in named], [other.entry.key for other in near])
        return self._builder.part("related", decided_by, lambda: self._weigh(entry, near))

    def _weigh(self, entry: Entry[Praktijk], candidates: list[_Traits]) -> list[tuple[Entry[Praktijk], str]]:
        own = self._traits(entry)
        chosen = (self._site.praktijken[slug] for slug in entry.item.verwant if slug in self._site.praktijken)
        named = [
            (other, ", ".join(filter(None, (CHOSEN, own.reason(self._traits(other))))))
            for other in chosen
            if other.slug != entry.slug
        ]
        taken = {other.slug for other, _ in named} | {entry.slug}
        near = (other for other in candidates if other.entry.slug not in taken)
        best = sorted(near, key=lambda other: (-own.weigh(other), other.entry.slug))[: SHOWN - len(named[:SHOWN])]
        return (named + [(other.entry, own.reason(other)) for other in best])[:SHOWN]

    def _near(self, entry: Entry[Praktijk]) -> Iterator[_Traits]:
        group = self._groups.get(entry.item.trends[0], [])
        if len(group) <= WINDOW:
            yield from group
            return
        start = self._place.get(entry.slug, 0)
        for step in range(1, WINDOW + 1):
            yield group[(start + step) % len(group)]
