"""A text that asks too much is refused at the first thing too many, and nothing else is said of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from binnenstad_site.core.budgets import CELLS, HEADINGS, LARGEST_BODY, LINKS, MARKS, NOTES, POINTS
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.suggestions import MOST_SUGGESTIONS
from binnenstad_site.validate.markdown import parse
from tests.stages import PRAKTIJK, changed, diagnostics_of, document, line_of


def refusal(text: str) -> tuple[Code, int, int]:
    """Code, line and column of the one thing that is said of a text."""
    body = parse(text)
    (problem,) = body.problems
    assert body.refused
    assert not body.sections
    assert not body.links
    assert not body.citations
    return problem.code, problem.line, problem.column


TEXTS: dict[str, tuple[int, Callable[[int], str], int, int]] = {
    "koppen": (HEADINGS.most, lambda count: "".join(f"## Kop {n}\n\n" for n in range(count)), 2 * HEADINGS.most + 1, 1),
    "koppen met streepjes": (
        HEADINGS.most,
        lambda count: "".join(f"Kop {n}\n---\n\n" for n in range(count)),
        3 * HEADINGS.most + 1,
        1,
    ),
    "links": (LINKS.most, lambda count: "een [x](y.md)\n\n" * count, 2 * LINKS.most + 1, 9),
    "links in een alinea": (LINKS.most, lambda count: "een [x](y.md)\n" * count, LINKS.most + 1, 9),
    "afbeeldingen": (LINKS.most, lambda count: "![x](y.png)\n\n" * count, 2 * LINKS.most + 1, 6),
    "links en afbeeldingen": (LINKS.most // 2, lambda count: "[x](y.md) ![x](z.png)\n" * count, LINKS.most // 2 + 1, 5),
    "noten": (NOTES.most, lambda count: "Zin [@a].\n\n" * count, 2 * NOTES.most + 1, 5),
    "vakken": (CELLS.most // 2 - 1, lambda count: "|a|b|\n|-|-|\n" + "|a|b|\n" * count, CELLS.most // 2 + 2, 1),
    "vakken die ontbreken": (
        CELLS.most // 40 - 1,
        lambda count: "|a" * 40 + "|\n" + "|-" * 40 + "|\n" + "|a|\n" * count,
        CELLS.most // 40 + 2,
        1,
    ),
    "punten": (POINTS.most, lambda count: "- a\n" * count, POINTS.most + 1, 1),
    "punten met nummers": (POINTS.most, lambda count: "1. a\n" * count, POINTS.most + 1, 2),
    "opmaak": (MARKS.most, lambda count: "a*b\n" * count, MARKS.most + 1, 2),
}
"""What a text is full of -> how many fit, the text with so many, and where the first too many stands."""


@pytest.mark.parametrize("name", TEXTS)
def test_the_last_that_fits_and_the_first_too_many(name: str) -> None:
    most, make, line, column = TEXTS[name]

    assert not parse(make(most)).refused
    assert refusal(make(most + 1)) == (Code.TE_VEEL_IN_BESTAND, line, column)
    assert refusal(make(most + 100)) == (Code.TE_VEEL_IN_BESTAND, line, column)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tekst\n\n" + "[" * 2_000, 3),
        ("![" * 1_500, 1),
        ("[" * 1_500 + "]" * 1_500, 1),
        ("zie [hier\n" * 500, 317),
    ],
)
def test_brackets_that_reach_far(text: str, line: int) -> None:
    assert refusal(text)[:2] == (Code.TE_VEEL_IN_BESTAND, line)


def test_brackets_in_paragraphs_of_their_own_are_fine() -> None:
    assert not parse("zie [hier\n\n" * 5_000).refused
    assert not parse("[x] " * 50_000).refused


def test_quotations_in_quotations() -> None:
    assert not parse(">" * 10 + " a").refused
    assert refusal("a\n\n" + "> " * 11 + "a") == (Code.TE_DIEP_GENEST, 3, 1)


@pytest.mark.parametrize("text", ["## Kop\n\na" + "&#769;" * 50, "tekst\n\n## a" + "&#769;*&#769;*" * 20])
def test_accents_that_entities_make(text: str) -> None:
    assert refusal(text)[0] is Code.TE_VEEL_IN_BESTAND


def test_a_text_that_is_too_long_is_not_parsed() -> None:
    assert parse("a" * (LARGEST_BODY + 1)).refused
    assert not parse("a" * LARGEST_BODY).refused


def test_nothing_else_is_said_of_the_text_but_of_the_fields_it_is() -> None:
    doc = document(PRAKTIJK, body="## Onbekend\n\n" * 301, status="loop")

    assert [d.code for d in diagnostics_of(doc)] == [Code.ONBEKENDE_KEUZE, Code.TE_VEEL_IN_BESTAND]


def test_only_the_first_messages_of_a_file_have_a_suggestion() -> None:
    text = "Winkeliers vullen lege panden met makers [@krant-2024].\n"
    doc = changed(PRAKTIJK, text, text + "".join(f"Zin [@krant-{n}].\n" for n in range(40)))
    hints = [d.hint for d in diagnostics_of(doc) if d.code is Code.ONBEKENDE_BRON]

    assert len(hints) == 40
    assert [hint.startswith("Bedoelde u") for hint in hints] == [n < MOST_SUGGESTIONS for n in range(40)]


def test_former_addresses_are_redirects() -> None:
    aliases = "".join(f"  - /oud-{n}/\n" for n in range(201))
    doc = changed(PRAKTIJK, "gecontroleerd: 2026-11\n", f"gecontroleerd: 2026-11\naliases:\n{aliases}")
    (diagnostic,) = diagnostics_of(doc)

    assert diagnostic.code is Code.TE_VEEL_IN_BESTAND
    assert diagnostic.location.line == line_of(doc.positions.text, "/oud-200/") + 1
