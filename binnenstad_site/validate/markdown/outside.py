"""What is wrong with an address outside the site in a text, though a browser would follow it."""

from __future__ import annotations

import re

from binnenstad_site.core.contacts import MAIL
from binnenstad_site.core.hosts import TRACKING, UrlFault, host_and_port, unwrapped, url_fault, without_tracking
from binnenstad_site.validate.field_errors import quoted

_WEB = re.compile(r"https?:", re.IGNORECASE)
_MAIL = re.compile(rf"(?i:mailto):{MAIL}", re.ASCII)
_TELEPHONE = re.compile(r"(?i:tel):\+?[0-9-]{3,20}")


def outside_problem(href: str) -> tuple[str, str] | None:
    """Message and hint for an address that readers cannot open, or that is not what it seems; None for a good one."""
    if _WEB.match(href):
        fault = url_fault(href)
        return _worded(fault, href) if fault else None
    if href.lower().startswith("mailto:") and not _MAIL.fullmatch(href):
        message = "Een link naar een mailadres heeft alleen het adres, zonder onderwerp, tekst of kopie"
        return message, "Schrijf mailto: met het adres erachter, zoals mailto:info@voorbeeld.nl."
    if href.lower().startswith("tel:") and not _TELEPHONE.fullmatch(href):
        return "Dit is geen telefoonnummer", "Schrijf tel: met alleen cijfers erachter, zoals tel:+31301234567."
    return None


def _worded(fault: UrlFault, href: str) -> tuple[str, str]:
    if fault is UrlFault.OMWEG:
        real = unwrapped(href)
        hint = f"Bedoelde u {real}?" if real else "Open de link en kopieer het adres uit de adresbalk."
        return "Dit is het adres van een mailprogramma, met het echte adres erin", hint
    if fault is UrlFault.LETTERS:
        message = f"In het adres {quoted(host_and_port(href))} staat een letter die op een gewone letter kan lijken"
        return message, "Zoek de pagina zelf opnieuw op, en kopieer het adres uit de adresbalk."
    if fault is UrlFault.VOLGCODE:
        clean = without_tracking(href)
        hint = f" Bedoelde u {clean}?" if not TRACKING.search(clean) else ""
        message = "In dit adres zit een code waarmee lezers worden gevolgd"
        return message, f"Haal de volgcode weg: alles vanaf utm_, fbclid of gclid.{hint}"
    return {
        UrlFault.INTERN: (
            "Dit adres werkt alleen binnen een organisatie, dus lezers kunnen het niet openen",
            "Zoek een openbare pagina, of haal de link weg.",
        ),
        UrlFault.GEBRUIKER: (
            "In dit adres staat een naam voor de site; wat achter de @ staat, is de echte site",
            "Kopieer het adres uit de adresbalk, zonder naam ervoor.",
        ),
        UrlFault.LENGTE: ("Dit adres is te lang", "Zoek het korte adres van de pagina."),
        UrlFault.VORM: (
            f"{quoted(href)} is geen volledig webadres",
            "Kopieer het hele adres uit de adresbalk; het begint met https://.",
        ),
    }[fault]
