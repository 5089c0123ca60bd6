"""Ids that the templates use: a heading that would get one is refused, so that no address ever points elsewhere."""

from __future__ import annotations

import re

RESERVED_IDS = (
    "aanpakken|aanspreekpunt|aantal|actie|andere-scenarios|antwoord|apart|arcering|bedragen|bewijs|blad|brengen|"
    "bronnen|cijfers|citeren|eerste-stappen|filters|fouten|gelezen|getal|gevolgen|groep|groep-melding|inhoud|kaart|"
    "kansen|lessen|lijst|links|maandag|meer|meldingen|menu|minder|mislukt|nog-open|onderzoeken|oordeel|op-papier|"
    "overal|overgeslagen|paspoort|per-scenario|plaatsen|praktijken|resultaten|scan-melding|signalen|stappenlijst|"
    "stellingen|straat|tijdlijn|top|treffer|uitkomst|uitleg|uw-tekst|verdeeld|verder-lezen|verslagen|verwant|volgorde|"
    "voorspeld|voortgang|voorwaarden|wat-ging-mis|weet-u-meer|wetsregels|wijzigingen|zes-trends|zinnen|zoekveld|"
    "zoekvorm|zonder-trede"
)
"""A test compares them with the templates; `top` means the top of any page to a browser."""
RESERVED_PREFIXES = "bron|begrip|doos|kans|noot|kaart|filter|letter|opendata|verken|stelling|vraagveld|zoekveld"
_RESERVED = re.compile(f"(?:{RESERVED_IDS})|(?:{RESERVED_PREFIXES})-.*")


def is_reserved_id(name: str) -> bool:
    """Whether a heading may not have this id because a template uses it."""
    return _RESERVED.fullmatch(name) is not None
