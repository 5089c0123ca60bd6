"""A web address is judged by one rule, whether it stands in a field or in a text."""

from __future__ import annotations

import pytest

from binnenstad_site.core.hosts import LONGEST_URL, UrlFault, url_fault
from binnenstad_site.validate.markdown.outside import outside_problem

GOOD = (
    "https://www.x.nl",
    "http://x.nl:8080/a?b=c#d",
    "https://x.nl/@naam/123",
    "https://xn--mnchen-3ya.nl/",
    "https://xn--strae-oqa.nl/",
    "https://8.8.8.8/",
    "https://x.nl:65535/",
    "https://x.nl/a;b=(c)",
)
FAULTY = (
    ("https://x.nl/" + "a" * LONGEST_URL, UrlFault.LENGTE),
    ("https://www.bank.nl@x.nl/", UrlFault.GEBRUIKER),
    ("https://naam:geheim@x.nl/", UrlFault.GEBRUIKER),
    ("https://p\u0430ypal.nl/", UrlFault.LETTERS),
    ("https://xn--pypal-4ve.nl/", UrlFault.LETTERS),
    ("https://www.XN--80ak6aa92e.com:443/a", UrlFault.LETTERS),
    ("https://xn--\x7f.nl/", UrlFault.LETTERS),
    ("https://xn--99999999999.nl/", UrlFault.LETTERS),
    ("https://xn--pypal-0jc.nl/", UrlFault.LETTERS),
    ("https://intranet.x.nl/", UrlFault.INTERN),
    ("https://router.home.arpa/", UrlFault.INTERN),
    ("https://192.168.1.1/", UrlFault.INTERN),
    ("https://[::1]/", UrlFault.INTERN),
    ("https://0x7f000001/", UrlFault.INTERN),
    ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.nl", UrlFault.OMWEG),
    ("https:x.nl/a", UrlFault.VORM),
    ("https:/x.nl/a", UrlFault.VORM),
    ("https:///x.nl/a", UrlFault.VORM),
    ("https://", UrlFault.VORM),
    ("https://?a", UrlFault.VORM),
    ("https://x..nl/", UrlFault.VORM),
    ("https://x.nl\\@y.nl/", UrlFault.GEBRUIKER),
    ("https://x.nl\\a", UrlFault.VORM),
    ("https://x.nl/a b", UrlFault.VORM),
    ("https://x.nl:port/", UrlFault.VORM),
    ("https://x.nl:0/", UrlFault.VORM),
    ("https://x.nl:65536/", UrlFault.VORM),
    ("https://-x.nl/", UrlFault.VORM),
    ("https://x-.nl/", UrlFault.VORM),
    ("https://" + "a" * 64 + ".nl/", UrlFault.VORM),
    ("https://" + "a." * 126 + "nl/", UrlFault.VORM),
    ("https://127.1/", UrlFault.VORM),
    ("https://0177.0.0.1/", UrlFault.VORM),
    ("https://0x7f.0.0.1/", UrlFault.VORM),
    ("https://192.168.257/", UrlFault.VORM),
    ("https://x.nl.0X7F000001/", UrlFault.VORM),
    ("https://1.2.3.4.5/", UrlFault.VORM),
    ("https://x.nl/?a=b&utm_source=c", UrlFault.VOLGCODE),
)


@pytest.mark.parametrize("url", GOOD)
def test_a_good_address(url: str) -> None:
    assert (url_fault(url), outside_problem(url)) == (None, None)


@pytest.mark.parametrize(("url", "fault"), FAULTY)
def test_a_fault_is_named_and_worded(url: str, fault: UrlFault) -> None:
    problem = outside_problem(url)

    assert url_fault(url) is fault
    assert problem is not None
    assert all(problem)


@pytest.mark.parametrize("href", ["mailto:info@x.nl", "MAILTO:info@mail.x.nl", "tel:+31301234567", "tel:030-1234567"])
def test_a_good_way_to_reach_somebody(href: str) -> None:
    assert outside_problem(href) is None


@pytest.mark.parametrize(
    "href",
    [
        "mailto:",
        "mailto:info",
        "mailto:info@x.nl?subject=a",
        "mailto:info@x.nl?cc=b@y.nl",
        "mailto:a@x.nl,b@x.nl",
        "mailto:a@x.nl%0Abcc:b@y.nl",
        "tel:",
        "tel:bel-ons",
        "tel:0301234567;ext=1",
        "tel:" + "0" * 30,
    ],
)
def test_a_way_to_reach_somebody_with_more_in_it(href: str) -> None:
    assert outside_problem(href) is not None
