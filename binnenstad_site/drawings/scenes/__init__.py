"""The large drawing on the page of each scenario (1200 wide), with a second cut building in the middle.

The small drawings on cards (560 wide) are in `scenarios`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings.scenes.autarkisch import autarkisch
from binnenstad_site.drawings.scenes.exclusief import exclusief
from binnenstad_site.drawings.scenes.game import game
from binnenstad_site.drawings.scenes.united import united
from binnenstad_site.drawings.wide import CrossSection, wide

SCENES: Mapping[str, Callable[[], CrossSection]] = {
    "binnenstad-united": united,
    "binnenstad-als-game": game,
    "exclusieve-binnenstad": exclusief,
    "autarkische-binnenstad": autarkisch,
}


@lru_cache
def scene(slug: str, title: str) -> Markup:
    """The page drawing of a scenario, 1200 wide; empty for a scenario without a drawing."""
    if slug not in SCENES:
        return Markup()
    section = SCENES[slug]()
    parts = ", ".join(name for _, name in section.names)
    return wide(section, f"Doorsnede van een straat in {title}: {parts}")
