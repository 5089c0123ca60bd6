"""Which mail address is of an office, and which may be of a person."""

from __future__ import annotations

import pytest

from binnenstad_site.core.contacts import is_mail_address, of_an_office

PLACES = ("deventer", "s-hertogenbosch")


@pytest.mark.parametrize(
    "mailbox",
    [
        *("centrum", "info", "economie2", "economischezaken", "binnenstadsmanager", "centrummanagement-deventer"),
        *("stichting.binnenstad.hertogenbosch", "shertogenbosch.centrum"),
    ],
)
def test_an_office(mailbox: str) -> None:
    assert of_an_office(f"{mailbox}@voorbeeld.example", PLACES)


@pytest.mark.parametrize(
    "mailbox",
    [
        *("jansen.economie", "j.jansen", "jansen", "centrum.jan", "jansencentrum", "info-pieters", "s.economie"),
        *("deventer", "2024", "a.groen"),
    ],
)
def test_what_may_be_a_person(mailbox: str) -> None:
    assert is_mail_address(f"{mailbox}@voorbeeld.example")
    assert not of_an_office(f"{mailbox}@voorbeeld.example", PLACES)


def test_a_long_name_takes_no_long_time() -> None:
    assert not of_an_office(f"{'stads' * 100}x@voorbeeld.example", PLACES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "centrum",
        "centrum@deventer",
        "Centrum@deventer.nl",
        "a@b.nl, c@d.nl",
        "centrum@@a.nl",
        "<a@b.nl>",
        "a @b.nl",
    ],
)
def test_no_address(text: str) -> None:
    assert not is_mail_address(text)
