"""The list of aanpakken, and where other pages name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Aanpak
from binnenstad_site.pages.aanpak import aanpak_line, rule_link
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import introduction
from binnenstad_site.pages.page import Page, last_modified
from binnenstad_site.pages.parts.aanpak_parts import AanpakRegel, OordeelLabel
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True)
class OordeelGroep:
    """The aanpakken with one verdict, in the order of `volgorde`."""

    label: OordeelLabel
    uitleg: str
    aanpakken: tuple[AanpakRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AanpakkenPagina(Context, template="aanpakken.html"):
    """All aanpakken, by verdict."""

    groepen: tuple[OordeelGroep, ...]
    """Only verdicts that an aanpak has, the best first."""
    hoe: PaginaLink | None
    """To the page that tells the rule."""


def aanpakken_page(builder: PageBuilder) -> Page:
    """`/aanpakken/`."""
    intro = introduction(builder, "aanpakken", "Wat alle praktijken samen zeggen over één manier van werken.")
    lines = aanpak_lines(builder, builder.site.aanpakken.values())
    groups = (
        OordeelGroep(
            OordeelLabel(value, word),
            vocabulary.OORDEEL_AANPAK_UITLEG[value],
            tuple(line for line in lines if line.oordeel.waarde == value),
        )
        for value, word in vocabulary.OORDEEL_AANPAK.items()
    )
    context = AanpakkenPagina(
        kader=intro.frame,
        groepen=tuple(group for group in groups if group.aanpakken),
        hoe=rule_link(builder),
    )
    return intro.page(context, last_modified(builder.site.aanpakken.values()))


def aanpak_lines(builder: PageBuilder, entries: Iterable[Entry[Aanpak]]) -> tuple[AanpakRegel, ...]:
    """Aanpakken as lists show them."""
    return tuple(aanpak_line(builder, entry) for entry in entries)


def lines_of_trend(builder: PageBuilder, slug: str) -> tuple[AanpakRegel, ...]:
    """The aanpakken that belong to a trend: those that name it first come first."""
    entries = [entry for entry in builder.site.aanpakken.values() if slug in entry.item.trends]
    return aanpak_lines(builder, sorted(entries, key=lambda entry: entry.item.trends.index(slug)))
