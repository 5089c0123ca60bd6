"""Ids that the templates use: a heading that would get one is refused, so that no address ever points elsewhere."""

from __future__ import annotations

import re

RESERVED_IDS = (
    "aanpakken|aantal|andere-scenarios|apart|arcering|bedragen|bewijs|blad|bronnen|cijfers|citeren|eerste-stappen|"
    "filters|fouten|gevolgen|inhoud|kaart|kansen|lessen|lijst|meer|meldingen|menu|mislukt|nog-open|onderzoeken|"
    "oordeel|overal|paspoort|per-scenario|plaatsen|praktijken|resultaten|signalen|stappenlijst|tijdlijn|top|treffer|"
    "uitkomst|verder-lezen|verslagen|verwant|voorspeld|voorwaarden|wat-ging-mis|wetsregels|wijzigingen|zes-trends|"
    "zoekveld|zoekvorm|zonder-trede"
)
"""A test compares them with the templates; `top` means the top of any page to a browser."""
RESERVED_PREFIXES = "bron|begrip|kans|noot|kaart|filter|letter|verken"
_RESERVED = re.compile(f"(?:{RESERVED_IDS})|(?:{RESERVED_PREFIXES})-.*")


def is_reserved_id(name: str) -> bool:
    """Whether a heading may not have this id because a template uses it."""
    return _RESERVED.fullmatch(name) is not None
