"""What is wrong with an address outside the site in a text, though a browser would follow it."""

from __future__ import annotations

import re

from binnenstad_site.core.contacts import MAIL
from binnenstad_site.core.hosts import url_fault
from binnenstad_site.validate.web_addresses import word_url

_WEB = re.compile(r"https?:", re.IGNORECASE)
_MAIL = re.compile(rf"(?i:mailto):{MAIL}", re.ASCII)
_TELEPHONE = re.compile(r"(?i:tel):\+?[0-9-]{3,20}")


def outside_problem(href: str) -> tuple[str, str] | None:
    """Message and hint for an address that readers cannot open, or that is not what it seems; None for a good one."""
    if _WEB.match(href):
        fault = url_fault(href)
        return word_url(fault, href) if fault else None
    if href.lower().startswith("mailto:") and not _MAIL.fullmatch(href):
        message = "Een link naar een mailadres heeft alleen het adres, zonder onderwerp, tekst of kopie"
        return message, "Schrijf mailto: met het adres erachter, zoals mailto:info@voorbeeld.nl."
    if href.lower().startswith("tel:") and not _TELEPHONE.fullmatch(href):
        return "Dit is geen telefoonnummer", "Schrijf tel: met alleen cijfers erachter, zoals tel:+31301234567."
    return None
