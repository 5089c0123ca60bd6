"""What a text in a form must look like: a pattern that a browser reads, with what is said when it does not fit.

Out: pairs of a pattern and a sentence, made from what the models refuse, so that nothing is refused here that `check`
accepts.
"""

from __future__ import annotations

import re

from binnenstad_site.core.contacts import MAIL_ADDRESS
from binnenstad_site.core.hosts import INSIDE_ENDS, INSIDE_NAMES, TRACKING, WRAPPERS
from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.models.texttypes import BULLET, DATE_SHAPES, DECIMAL, DUTCH_NUMBER, STEP_NUMBER
from binnenstad_site.validate.messages import EXAMPLES

Pattern = tuple[str, str]

SLUG = ("^[a-z0-9]+(-[a-z0-9]+)*$", "Alleen kleine letters, cijfers en streepjes, zoals ad-2017.")
_NOT_PLAIN = r"(?![\s\S]*(\]\(|\*\*|`|<[A-Za-z/!]|[ÂÃ][\x80-\xbf]|â€))"
PLAIN = (
    rf"^(?!\s*([*-]\s|{BULLET.pattern})){_NOT_PLAIN}",
    "Een veld is gewone tekst. Haal opsommingstekens, links, HTML, opmaak en verhaspelde tekens (zoals Ã©) weg.",
)
PLAIN_IN_LIST = (
    rf"^(?!\s*([*-]\s|{BULLET.pattern}|{STEP_NUMBER.pattern})){_NOT_PLAIN}",
    PLAIN[1].replace("opsommingstekens", "opsommingstekens, nummers"),
)
_INSIDE = "|".join(re.escape(end) for end in INSIDE_ENDS)
_WRAPPERS = "|".join(re.escape(host) for host, _ in WRAPPERS)
_PUBLIC_HOST = (
    rf"(?!({'|'.join(INSIDE_NAMES)})[.:/])(?![^/?#]*({_INSIDE}|{_WRAPPERS})([:/?#]|$))"
    r"[^\s/?#@]+\.[^\s/?#@]+([/?#]|$)"
)
URL = (
    rf"^https?://(?!.*{TRACKING.pattern}){_PUBLIC_HOST}[^\s<>\"\\^`{{|}}]*$",
    "Kopieer het adres van een openbare pagina uit de adresbalk; het begint met https://. Haal volgcodes (utm_) weg.",
)
DUTCH = (f"^({DUTCH_NUMBER.pattern})$", "Schrijf een getal zoals 210.000 of 23,7, zonder woorden erbij.")
POINT = (f"^({DECIMAL.pattern})$", "Schrijf een getal met een punt, zoals 52.255.")
ADDRESS = ("^/([a-z0-9-]+/)*$", "Een adres begint en eindigt met een schuine streep.")
MAIL = (f"^({MAIL_ADDRESS.pattern})$", "Schrijf één mailadres in kleine letters, zoals centrum@deventer.nl.")
ANY_ITEM = ("^[a-z]+/[a-z0-9-]+(/[a-z0-9-]+)*$", "Schrijf collectie/slug, zoals trends/anders-werken.")


def date(notations: tuple[str, ...]) -> Pattern:
    """A date in one of these notations."""
    shapes = [DATE_SHAPES[name].pattern.removesuffix(r"\Z") if name in DATE_SHAPES else name for name in notations]
    example = next(EXAMPLES[name] for name in reversed(notations) if name in EXAMPLES)
    return f"^({'|'.join(shapes)})$", f"Schrijf {enumerate_words(notations)}, zoals {example}."
