"""What is said of a web address to which readers cannot be sent: the same words in a field and for a link in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from binnenstad_site.core.hosts import TRACKING, UrlFault, host_and_port, unwrapped, without_tracking
from binnenstad_site.validate.field_errors import quoted

_WORDS: Mapping[UrlFault, tuple[str, str]] = {
    UrlFault.LENGTE: ("Dit adres is te lang", "Zoek het korte adres van de pagina."),
    UrlFault.GEBRUIKER: (
        "In dit adres staat een naam voor de site; wat achter de @ staat, is de echte site",
        "Kopieer het adres uit de adresbalk, zonder naam ervoor.",
    ),
    UrlFault.LETTERS: (
        "In het adres {host} staat een letter die op een gewone letter kan lijken",
        "Zoek de pagina zelf opnieuw op, en kopieer het adres uit de adresbalk.",
    ),
    UrlFault.INTERN: (
        "Dit adres werkt alleen binnen een organisatie, dus lezers kunnen het niet openen",
        "Zoek een openbare pagina waar hetzelfde staat, of laat het adres weg.",
    ),
    UrlFault.OMWEG: (
        "Dit is een tussenadres van een mailprogramma of sociaal medium, met het echte adres erin",
        "Open de link en kopieer het adres uit de adresbalk.",
    ),
    UrlFault.VORM: (
        "{address} is geen volledig webadres",
        "Kopieer het hele adres uit de adresbalk; het begint met https://.",
    ),
    UrlFault.VOLGCODE: (
        "In dit adres zit een code waarmee lezers worden gevolgd",
        "Haal de volgcode weg: alles vanaf utm_, fbclid of gclid.",
    ),
}
"""What is wrong, where the address as it was written or its host may stand; and what to do."""


def word_url(fault: UrlFault, written: str) -> tuple[str, str]:
    """What is wrong with an address as it was written, as a sentence without a full stop; and what to do about it."""
    what, how = _WORDS[fault]
    if meant := _meant(fault, written):
        how += f' Bedoelde u "{meant}"?'  # between quotes, so that the question mark is not copied with it
    elif fault is UrlFault.VORM and re.search(r"\S\s+\S", written):
        how += " Er staat nu een spatie in."
    return what.format(address=quoted(written), host=quoted(host_and_port(written))), how


def _meant(fault: UrlFault, written: str) -> str:
    """The address that was probably meant; empty when nobody can tell."""
    if fault is UrlFault.OMWEG:
        return unwrapped(written)
    if fault is UrlFault.VOLGCODE:
        clean = without_tracking(written)
        return "" if TRACKING.search(clean) else clean
    is_bare = fault is UrlFault.VORM and written.lower().startswith("www.") and not re.search(r"\s", written)
    return f"https://{written}" if is_bare else ""
