"""The street in section of each trend: one template of house, street and soil, with another middle per trend."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings.sections import consumeren, investeren, produceren, samenleven, vervoeren, werken
from binnenstad_site.drawings.wide import CrossSection, wide

SECTIONS: Mapping[str, Callable[[], CrossSection]] = {
    "samenleven": samenleven.section,
    "produceren": produceren.section,
    "consumeren": consumeren.section,
    "werken": werken.section,
    "investeren": investeren.section,
    "vervoeren": vervoeren.section,
}


@lru_cache
def trend_section(kort: str) -> Markup:
    """The drawing of a trend by its verb; empty for a trend without a drawing."""
    if kort not in SECTIONS:
        return Markup()
    section = SECTIONS[kort]()
    return wide(section, f"Doorsnede van een straat, schematisch. {section.label}")
