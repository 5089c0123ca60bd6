"""A web address that leads readers nowhere is told in the same words in a field and in a text."""

from __future__ import annotations

import pytest

from binnenstad_site.core.hosts import UrlFault, url_fault
from binnenstad_site.validate.field_errors import FieldError
from binnenstad_site.validate.markdown.outside import outside_problem
from binnenstad_site.validate.messages import word_error

WRAPPED = "https://eur01.safelinks.protection.outlook.com/"
WRITTEN = {
    UrlFault.LENGTE: "https://x.nl/" + "a" * 2000,
    UrlFault.GEBRUIKER: "https://www.bank.nl@x.nl/",
    UrlFault.LETTERS: "https://xn--pypal-4ve.nl/",
    UrlFault.INTERN: "https://intranet.x.nl/",
    UrlFault.OMWEG: f"{WRAPPED}?url=https%3A%2F%2Fx.nl%2Fstuk",
    UrlFault.VORM: "https://x.nl/een stuk",
    UrlFault.VOLGCODE: "https://x.nl/?utm_source=a",
}


@pytest.mark.parametrize("fault", list(UrlFault))
def test_a_field_and_a_text_say_the_same(fault: UrlFault) -> None:
    written = WRITTEN[fault]
    assert url_fault(written) is fault
    told = outside_problem(written)
    error = FieldError("ongeldige-url", "Webadres", "url", "", written, {"reden": fault.value})
    _, message, hint = word_error(error)

    assert told is not None
    assert message.casefold() == f'Bij "Webadres": {told[0]}'.casefold()
    assert hint == told[1]


def test_the_address_that_was_meant_stands_between_quotes() -> None:
    """Else the question mark would be copied with it."""
    assert outside_problem(WRITTEN[UrlFault.OMWEG]) == (
        "Dit is een tussenadres van een mailprogramma of sociaal medium, met het echte adres erin",
        'Open de link en kopieer het adres uit de adresbalk. Bedoelde u "https://x.nl/stuk"?',
    )
    assert outside_problem(f"{WRAPPED}?data=1") == (
        "Dit is een tussenadres van een mailprogramma of sociaal medium, met het echte adres erin",
        "Open de link en kopieer het adres uit de adresbalk.",
    )
