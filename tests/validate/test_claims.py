"""Sentences that need a source: what is a figure, what a quotation, where a sentence ends, and where it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.checks.texts import QUOTED, shortened
from binnenstad_site.validate.markdown import Claim, parse
from binnenstad_site.validate.markdown.claims import unsourced
from binnenstad_site.validate.markdown.parsing import PARSER

QUOTE = '"Er komen weer mensen langs."'


def stated(text: str) -> list[str]:
    """What is marked in a text: the figure or quotation of each sentence that lacks a source."""
    lines = text.split("\n")
    return [lines[claim.line - 1][claim.column - 1 : claim.end_column - 1] for claim in parse(text).unsourced]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er zijn 30 panden gevuld.", "30"),
        ("30 panden zijn gevuld.", "30"),
        ("Het kostte € 1,2 miljoen.", "€ 1,2"),
        ("Het kostte €40.000.", "€40.000"),
        ("De leegstand daalde met 3,5 procent.", "3,5 procent"),
        ("De leegstand daalde met 3,5%.", "3,5%"),
        ("Het plein is 2000 m² groot.", "2000 m²"),
        ("Er werd 2000 euro betaald.", "2000 euro"),
        ("Er kwamen 1.750 bezoekers.", "1.750"),
        ("In 2019 kwamen er 12 winkels bij.", "12"),
        ("In 2016 stond in Assen 29 procent leeg.", "29 procent"),
        ("Daar kreeg Leiden 3 miljoen voor.", "3 miljoen"),
        ("Begin 2023 waren boven 't Forum 43 huurappartementen klaar.", "43"),
        ("Op 12 mei 2025 waren het er 14.", "14"),
        ("Tussen 10 en 20 winkels deden mee.", "10"),
        ("Er zijn **30** panden.", "30"),
        ("De zaak ging 7 dagen per week open (ook op zondag).", "7"),
        (f"Een winkelier zegt: {QUOTE}", QUOTE),
        ("Zij noemt het “een plein waar iedereen graag komt”.", "“een plein waar iedereen graag komt”"),
    ],
)
def test_what_needs_a_source(text: str, expected: str) -> None:
    assert stated(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 begon de proef.",
        "Het liep van 2015-2018, en in 2019/2020 weer.",
        "Op 12 mei 2025 ging het open, en op 3 juni dicht.",
        "In de jaren 80 en de jaren '90 was het druk.",
        "Het 19e-eeuwse pand is van de 20e eeuw.",
        "De winkel aan de Markt 12 sloot.",
        "Aan de Markt 12 werden fietsen gestald, en aan de Brink 3 is het plein.",
        "School 7 staat op de grens, en de school 7 was oud.",
        "De A27 en COVID-19 hielpen niet, net als UPCYCLE-2 en een 3D-printer.",
        "Stap 2 volgt op fase 1.",
        "Het is 24/7 open.",
        "Twaalf winkels deden mee.",
        "Zie [de 12 panden](x.md) en `30 panden`.",
        "### In 30 panden",
        "| Panden | Jaar |\n| --- | --- |\n| 30 | 2019 |",
        'Men noemde het een "grijze muis".',
        "Er zijn 30 panden [@a].",
        "Er zijn 30 panden. [@a]",
        "Er zijn [@a; @b] dus 30 panden, en dat is veel.",
        f"Zij zegt: {QUOTE} [@a]",
        f'{QUOTE[:-2]} [@a]."',
        "Voor wie er met ca. 30 winkels [@a] begint.",
        "Met o.a. 30 winkels [@a].",
        "De wethouder vroeg er 30\naan de raad [@a].",
        "De cijfers [@a]:\n\n- 30 panden;\n- 12 winkels.\n  - en 3 kiosken",
    ],
)
def test_what_needs_none(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er zijn 30 panden. Dat is in 2019 geteld [@a].", ["30"]),
        ("Er zijn 30 panden [@a]. Er waren er 40.", ["40"]),
        ("Er zijn 30 panden [@a]! Er waren er 40? 't Waren er 50… Ooit 60.", ["40", "50", "60"]),
        ("De cijfers:\n\n- 30 panden [@a];\n- 12 winkels.", ["12"]),
        ("De cijfers [@a]:\n\n- 30 panden.\n\nDaarna 12 winkels.\n\n- 13 winkels", ["12", "13"]),
        ("De cijfers [@a]. Dus:\n\n- 30 panden.", ["30"]),
        ("> Er zijn\n> nog 30 panden.\n\n1. en 12\n   of 13 winkels. En 14.", ["30", "12", "14"]),
        ("Zo.\n\n* 12 winkels\n* 13 winkels [@a]", ["12"]),
    ],
)
def test_a_source_is_of_its_own_sentence(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


def test_a_claim_is_the_sentence_as_written() -> None:
    """On one line, also when it was written on two."""
    text = "Kort.\n\nEerst dit [@a]. Er zijn er\n*nu* 30. Klaar."
    assert parse(text).unsourced == (Claim("Er zijn er *nu* 30.", 4, 6, 8, is_quotation=False),)


def test_of_a_quotation_over_two_lines_the_first_is_marked() -> None:
    text = 'Zij zegt: "Er komen weer\nmensen langs die ik ken."'
    assert stated(text) == ['"Er komen weer']
    assert parse(text).unsourced[0].is_quotation


PIECES = st.sampled_from(
    [
        "30",
        " panden",
        ".",
        " ",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "\t",
        "[@a]",
        "€ ",
        '"',
        "[a](b)",
        "`",
        "|",
        "# ",
        "Er",
        ":",
        "A 1",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_place_exists(text: str) -> None:
    lines = text.split("\n")
    for claim in parse(text).unsourced:
        assert 1 <= claim.line <= len(lines)
        assert 1 <= claim.column < claim.end_column <= len(lines[claim.line - 1]) + 1


@pytest.mark.parametrize(
    "piece",
    [
        "Er 1. ",
        "[@",
        "[",
        '"',
        "`",
        "<",
        "A 1 ",
        "1.",
        ". ",
        "!)",
        "3\n",
        "[@a] ",
        "jaren ",
        "9" * 50,
        "Aa",
        "“a b c d e. ",
    ],
)
def test_a_long_paragraph_takes_no_time(piece: str) -> None:
    """Twice the text takes about twice the time, whatever is repeated."""
    tokens = PARSER.parse("x")
    (inline,) = (token for token in tokens if token.type == "inline")
    inline.content = piece * (100_000 // len(piece))
    inline.map = [0, inline.content.count("\n") + 1]
    begin = time.process_time()
    unsourced(tokens, inline.content.split("\n"))
    assert time.process_time() - begin < 2


def test_a_message_repeats_no_more_than_the_beginning() -> None:
    assert shortened("Kort genoeg.") == "Kort genoeg."
    long = shortened("Een zin van veel woorden " * 20)
    assert len(long) <= QUOTED + 2
    assert long.endswith(" …")
