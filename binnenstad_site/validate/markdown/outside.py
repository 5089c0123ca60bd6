"""What is wrong with a web address in a text, though it may be followed."""

from __future__ import annotations

import re

from binnenstad_site.core.hosts import is_internal, is_wrapped, unwrapped

HOST = re.compile(r"https?://([^/?#]*)", re.IGNORECASE)


def outside_problem(href: str) -> tuple[str, str] | None:
    """Message and hint for an address that readers cannot open, or that is not what it seems; None for a good one."""
    if (host := HOST.match(href)) is None:
        return None
    if not host.group(1).isascii():
        message = f"In het adres {host.group(1)} staat een letter die geen gewone letter is"
        return message, "Kopieer het adres uit de adresbalk."
    if is_wrapped(href):
        real = unwrapped(href)
        hint = f"Bedoelde u {real}?" if real else "Open de link en kopieer het adres uit de adresbalk."
        return "Dit is het adres van een mailprogramma, met het echte adres erin", hint
    if is_internal(href):
        message = "Dit adres werkt alleen binnen een organisatie, dus lezers kunnen het niet openen"
        return message, "Zoek een openbare pagina, of haal de link weg."
    return None
