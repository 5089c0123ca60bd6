"""The page drawing of each scenario: its section stretched to 1200, with a second cut building in the middle."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from binnenstad_site.drawings.facades import row_of_fronts
from binnenstad_site.drawings.layers import joined
from binnenstad_site.drawings.rooms import cut_house
from binnenstad_site.drawings.scenes.autarkisch import autarkisch
from binnenstad_site.drawings.scenes.exclusief import exclusief
from binnenstad_site.drawings.scenes.game import game
from binnenstad_site.drawings.scenes.kit import FRONTS, HIGH, HOUSE, SHARED, SHARED_HIGH, SHARED_WIDTH, WIDTH, G, Scene
from binnenstad_site.drawings.scenes.united import united
from binnenstad_site.drawings.wide import wide

SCENES: Mapping[str, Scene] = {
    "binnenstad-united": united(),
    "binnenstad-als-game": game(),
    "exclusieve-binnenstad": exclusief(),
    "autarkische-binnenstad": autarkisch(),
}


@lru_cache
def scene(slug: str, title: str) -> Markup:
    """The page drawing of a scenario; empty for a scenario that nobody drew."""
    found = SCENES.get(slug)
    if found is None:
        return Markup()
    house = cut_house(HOUSE, G, WIDTH, found.house, HIGH)
    shared = cut_house(SHARED, G, SHARED_WIDTH, found.shared, SHARED_HIGH)
    buildings = joined(house, shared, row_of_fronts(FRONTS, G, *found.fronts))
    parts = ", ".join(name for _, name in found.names)
    label = f"Doorsnede van een straat in {title}: {parts}"
    return wide(found.names, (found.soil, buildings, found.around), label, found.over)
