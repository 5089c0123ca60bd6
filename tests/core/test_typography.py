"""What the keyboard gives becomes what a printer would set, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.typography import NO_BREAK, SOFT_HYPHEN, UNITS, breakable, curl, first_sentence

TEXTS = st.one_of(st.text(), st.text("'\"€ 0123456789%stnmkr jaren(-–—“‘[/ ", max_size=40))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("", ""),
        ("gewone tekst", "gewone tekst"),
        ("'een woord'", "‘een woord’"),
        ('"een woord"', "“een woord”"),
        ('zij zei: "ja"', "zij zei: “ja”"),
        ("(\"ja\") ['nee']", "(“ja”) [‘nee’]"),
        ('winkel-"ja"', "winkel-“ja”"),
        ('"\'t Zand"', "“’t Zand”"),
        ("scenario's", "scenario’s"),
        ("'s avonds in 't Zand", "’s avonds in ’t Zand"),
        ("de jaren '90", "de jaren ’90"),
        ("'n plein, 'k zie 'm", "’n plein, ’k zie ’m"),
        ("zo'n 'stad'", "zo’n ‘stad’"),
        ("5' en 6\"", "5’ en 6”"),
        ("' los '", "’ los ’"),
        ("“al goed”", "“al goed”"),
    ],
)
def test_quotes_and_apostrophes(typed: str, printed: str) -> None:
    assert curl(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("23,7 procent", "23,7~procent"),
        ("5 %", "5~%"),
        ("€ 5 miljoen", "€~5~miljoen"),
        ("€5", "€5"),
        ("12 mei 2026", "12~mei 2026"),
        ("3 meter en 4 meters", "3~meter en 4 meters"),
        ("10 m² en 20 km", "10~m² en 20~km"),
        ("9 mei en 10 meisjes", "9~mei en 10 meisjes"),
        ("procent 5", "procent 5"),
        ("€ veel", "€ veel"),
        ("1 2 3", "1 2 3"),
    ],
)
def test_a_number_stays_with_its_unit(typed: str, printed: str) -> None:
    assert curl(typed) == printed.replace("~", NO_BREAK)


@pytest.mark.parametrize("unit", UNITS.split("|"))
def test_every_unit_is_bound(unit: str) -> None:
    assert curl(f"wel 12 {unit}, zo") == f"wel 12{NO_BREAK}{unit}, zo"


@pytest.mark.parametrize(
    ("before", "typed", "printed"),
    [
        ("", "'stad'", "‘stad’"),
        ("de ", "'stad'", "‘stad’"),
        ("stad", "'s", "’s"),
        ("stad", "'", "’"),
        ("vet", '" en', "” en"),
        ("(", '"ja"', "“ja”"),
        ("'", "x'", "x’"),
    ],
)
def test_the_text_before_decides_which_quote_it_is(before: str, typed: str, printed: str) -> None:
    """Emphasis cuts a paragraph in pieces; a quote at the start of a piece may close the one before."""
    assert curl(typed, before) == printed


@given(TEXTS, st.text(max_size=3))
def test_twice_is_once(text: str, before: str) -> None:
    assert curl(curl(text, before), before) == curl(text, before)


@given(TEXTS, st.text(max_size=3))
def test_no_character_moves(text: str, before: str) -> None:
    """Lengths and columns stay what they were, and only quotes and spaces change."""
    curled = curl(text, before)

    assert len(curled) == len(text)
    assert {(old, new) for old, new in zip(text, curled, strict=True) if old != new} <= {
        ("'", "’"),
        ("'", "‘"),
        ('"', "”"),
        ('"', "“"),
        (" ", NO_BREAK),
    }


@given(TEXTS)
def test_no_straight_quote_is_left(text: str) -> None:
    assert not set("'\"") & set(curl(text))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Een zin. En nog een.", "Een zin."),
        ("Hij zei: “Kom.” Dus kwam zij.", "Hij zei: “Kom.”"),
        ("Om 8.30 uur, bijv. in maart. Later niet.", "Om 8.30 uur, bijv. in maart."),
        ("Zonder punt", "Zonder punt"),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("heading", "where"),
    [
        ("Welke toekomst?", "Welke toekomst?"),
        ("Bedrijveninvesteringszone", "Bedrijven-investerings-zone"),
        ("Drie fietsenstallingen", "Drie fietsen-stallingen"),
        ("Kentekencamera’s", "Kenteken-camera’s"),
        ("Hoofdpostkantoor, ambachtscentrum", "Hoofdpost-kantoor, ambachts-centrum"),
        ("Tytsjerksteradiel", "Tytsjerksteradiel"),
    ],
)
def test_only_a_long_compound_may_break(heading: str, where: str) -> None:
    assert breakable(heading).replace(SOFT_HYPHEN, "-") == where
