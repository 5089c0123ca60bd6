"""The street in section of each trend: one template of house, street and soil, with another middle per trend."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings.sections import consumeren, investeren, produceren, samenleven, vervoeren, werken
from binnenstad_site.drawings.sections.kit import Section, house, numbered
from binnenstad_site.drawings.wide import wide

SECTIONS: Mapping[str, Callable[[], Section]] = {
    "samenleven": samenleven.section,
    "produceren": produceren.section,
    "consumeren": consumeren.section,
    "werken": werken.section,
    "investeren": investeren.section,
    "vervoeren": vervoeren.section,
}


@lru_cache
def trend_section(kort: str) -> Markup:
    """The drawing of a trend by its verb; empty for a trend that nobody drew."""
    found = SECTIONS.get(kort)
    if found is None:
        return Markup()
    made = found()
    label = f"Doorsnede van een straat, schematisch. {made.label}"
    layers = (made.soil, house(made), made.middle, made.street)
    return wide(made.names, layers, label, (*made.over, numbered(made.discs)), made.canal)
