"""What a group reads aloud from the card of a kans."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from binnenstad_site.models import vocabulary
from binnenstad_site.pages.kans_aloud import NO_PRAKTIJK, OUTCOMES, costs_aloud, evidence_aloud


def praktijken(*outcomes: str | None, measured: int = 0) -> list[Any]:
    return [
        SimpleNamespace(uitkomst=outcome, bewijs="3" if number < measured else "2")
        for number, outcome in enumerate(outcomes)
    ]


@pytest.mark.parametrize(
    ("items", "places", "sentences"),
    [
        ([], 0, NO_PRAKTIJK),
        (praktijken("deels"), 1, "1 praktijk; daar is een deel van het doel gehaald. Niets is gemeten."),
        (praktijken("gehaald", measured=1), 1, "1 praktijk; daar is het doel gehaald. Daar is gemeten."),
        (praktijken(None, None), 2, "2 praktijken; bij allebei weten wij het niet. Niets is gemeten."),
        (
            praktijken(*["deels"] * 5, None),
            5,
            (
                "6 praktijken in 5 plaatsen; bij 5 is een deel van het doel gehaald, bij 1 weten wij het niet. "
                "Niets is gemeten."
            ),
        ),
        (
            praktijken("niet-gehaald", "deels", "gehaald", measured=2),
            3,
            (
                "3 praktijken; bij 1 is het doel gehaald, bij 1 is een deel van het doel gehaald, "
                "bij 1 is het doel niet gehaald. Bij 2 is gemeten."
            ),
        ),
        (
            praktijken("gehaald", "gehaald", "gehaald", measured=3),
            3,
            "3 praktijken; bij alle 3 is het doel gehaald. Bij alle 3 is gemeten.",
        ),
    ],
)
def test_evidence(items: list[Any], places: int, sentences: str) -> None:
    assert evidence_aloud(items, places) == sentences


@pytest.mark.parametrize(
    ("classes", "words"),
    [
        ([], "Weten wij niet."),
        (["onbekend"], "Weten wij niet."),
        (["tot-50.000"], "Hooguit € 50.000"),
        (["tot-50.000", "50.000-250.000"], "Hooguit € 250.000"),
        (["50.000-250.000", "onbekend"], "€ 50.000 tot € 250.000"),
        (["250.000-1-miljoen", "50.000-250.000"], "€ 50.000 tot € 1 miljoen"),
        (["vanaf-1-miljoen"], "€ 1 miljoen of meer"),
        (["vanaf-1-miljoen", "250.000-1-miljoen"], "€ 250.000 of meer"),
        (["vanaf-1-miljoen", "tot-50.000"], "Van minder dan € 50.000 tot meer dan € 1 miljoen"),
    ],
)
def test_costs(classes: list[str], words: str) -> None:
    items: Any = [SimpleNamespace(kosten=SimpleNamespace(klasse=klasse)) for klasse in classes]
    assert costs_aloud(items) == words


def test_there_are_words_for_all() -> None:
    assert list(OUTCOMES) == list(vocabulary.UITKOMST)
    assert [*vocabulary.KOSTENGRENZEN, "onbekend"] == list(vocabulary.KOSTENKLASSE)
