"""Ids that the templates use: a heading that would get one is refused, so that no address ever points elsewhere."""

from __future__ import annotations

import re

RESERVED_IDS = (
    "aantal|andere-scenarios|arcering|bewijs|bronnen|cijfers|citeren|eerste-stappen|filters|gevolgen|inhoud|kaart|kansen|"
    "lessen|lijst|meer|meldingen|menu|paspoort|per-scenario|plaatsen|praktijken|resultaten|signalen|tijdlijn|top|treffer|"
    "uitkomst|verder-lezen|verslagen|verwant|wat-ging-mis|wijzigingen|zes-trends|zoekveld|zoekvorm"
)
"""A test compares them with the templates; `top` means the top of any page to a browser."""
RESERVED_PREFIXES = "bron|begrip|kans|noot|kaart|filter|letter"
_RESERVED = re.compile(f"(?:{RESERVED_IDS})|(?:{RESERVED_PREFIXES})-.*")


def is_reserved_id(name: str) -> bool:
    """Whether a heading may not have this id because a template uses it."""
    return _RESERVED.fullmatch(name) is not None
