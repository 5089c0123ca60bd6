"""The praktijken of an aanpak as they count for its verdict, and what they say together besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from binnenstad_site.core.typography import dotted
from binnenstad_site.link.site import Site
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Aanpak, Bedrag, Gemeente, Praktijk
from binnenstad_site.models.items.aanpakken import TeltAndersSoort
from binnenstad_site.models.vocabulary import OordeelAanpak
from binnenstad_site.pages.evidence import strongest
from binnenstad_site.pages.verdict import Case, verdict
from binnenstad_site.validate.validator import Entry

MILLION = 1_000_000
NOT_COUNTED: tuple[TeltAndersSoort, ...] = ("instelling", "andere-uitkomst")
"""Kinds of `telt_anders` whose outcome says nothing of the aanpak."""


@dataclass(frozen=True, slots=True)
class CountedCase:
    """A praktijk that counts, with what is counted of it."""

    entry: Entry[Praktijk]
    case: Case


@dataclass(frozen=True)
class Cases:
    """Every praktijk that uses an aanpak, without the withdrawn: those that count, and those that are shown apart."""

    counted: tuple[CountedCase, ...]
    """The strongest evidence first, then by outcome; also those of which the outcome is not known."""
    apart: tuple[tuple[Entry[Praktijk], str], ...]
    """Each with the reason why it does not count."""
    regraded: tuple[tuple[Entry[Praktijk], str], ...]
    """Those that count without their grade, with the reason."""
    failed: tuple[tuple[Entry[Praktijk], str], ...]
    """Those that count as a failure although their own outcome is about more, with the reason."""

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        return tuple(row.case for row in self.counted)

    @cached_property
    def verdict(self) -> OordeelAanpak:
        return verdict(self.cases)

    @cached_property
    def entries(self) -> tuple[Entry[Praktijk], ...]:
        """All of them, the strongest evidence first."""
        return tuple(sorted((*(row.entry for row in self.counted), *(entry for entry, _ in self.apart)), key=strongest))


def cases_of(site: Site, aanpak: Entry[Aanpak]) -> Cases:
    """The praktijken that name the aanpak in `aanpakken`."""
    users = sorted((e for e in site.praktijken_of(aanpak.ref) if aanpak.slug in e.item.aanpakken), key=strongest)
    otherwise = {row.praktijk: row for row in aanpak.item.telt_anders}
    kinds = {slug: row.soort for slug, row in otherwise.items()}

    def of_kind(*named: TeltAndersSoort) -> tuple[tuple[Entry[Praktijk], str], ...]:
        return tuple((entry, otherwise[entry.slug].reden) for entry in users if kinds.get(entry.slug) in named)

    counted = (
        CountedCase(entry, _case(entry.item, kinds.get(entry.slug)))
        for entry in users
        if kinds.get(entry.slug) not in NOT_COUNTED
    )
    return Cases(
        counted=tuple(sorted(counted, key=_place_in_wall)),
        apart=of_kind(*NOT_COUNTED),
        regraded=of_kind("ander-bewijs"),
        failed=of_kind("mislukt"),
    )


def _case(item: Praktijk, kind: TeltAndersSoort | None) -> Case:
    """A grade is about the outcome of the whole, so it counts only where that outcome does."""
    if kind == "mislukt":
        return Case("niet-gehaald", None)
    return Case(item.uitkomst or "onbekend", None if kind else int(item.bewijs))


def _place_in_wall(row: CountedCase) -> tuple[int, int]:
    """By evidence, those without a step of their own last; then by outcome."""
    step = -1 if row.case.bewijs is None else row.case.bewijs
    return -step, list(vocabulary.UITKOMST).index(row.case.uitkomst)


def own_amounts(cases: Cases, slug: str) -> Iterator[tuple[Entry[Praktijk], tuple[Bedrag, ...]]]:
    """The amounts of the praktijken of which this is the first aanpak: those of others are for more than this."""
    for entry in cases.entries:
        if entry.item.aanpakken[0] == slug and entry.item.kosten.bedragen:
            yield entry, entry.item.kosten.bedragen


def span_in_words(amounts: Iterable[Bedrag]) -> str:
    """`van € 4.000 tot € 1,2 miljoen (2017 tot 2024)`; empty when none is a number of euros."""
    in_euro = [(amount, amount.euro_van) for amount in amounts if amount.euro_van is not None]
    if not in_euro:
        return ""
    lowest = min(euro for _, euro in in_euro)
    highest = max(amount.euro_tot or euro for amount, euro in in_euro)
    years = sorted({amount.jaar for amount, _ in in_euro})
    span = f"van {euro(lowest)} tot {euro(highest)}" if lowest < highest else euro(lowest)
    return f"{span} ({years[0]} tot {years[-1]})" if len(years) > 1 else f"{span} ({years[0]})"


def euro(number: int) -> str:
    """`€ 12.500`, `€ 1,2 miljoen`."""
    if number < MILLION:
        return f"€ {dotted(number)}"
    millions = f"{number / MILLION:.1f}".removesuffix(".0").replace(".", ",")
    return f"€ {millions} miljoen"


def towns_by_size(site: Site, cases: Cases) -> Mapping[str, tuple[Entry[Gemeente], ...]]:
    """The gemeenten of the praktijken per size class, the smallest class first, each by name."""
    towns = {town.slug: town for entry in cases.entries for town in site.gemeenten_of(entry.item)}
    by_name = sorted(towns.values(), key=lambda town: town.item.naam)
    classes = {size: tuple(t for t in by_name if t.item.klasse == size) for size in vocabulary.GROOTTEKLASSE}
    return {size: entries for size, entries in classes.items() if entries}
