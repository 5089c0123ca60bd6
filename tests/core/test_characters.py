"""Characters that nobody can see are found, named, and passed over without moving anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.characters import (
    MOST_LINES,
    PLACEHOLDER,
    first_invisible,
    has_invisible,
    invisible,
    mask,
    name_of,
    without_invisible,
)
from binnenstad_site.core.diagnostics import Code


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\x07", "stuurteken (U+0007)"),
        ("\x1b", "stuurteken (U+001B)"),
        ("\x00", "stuurteken (U+0000)"),
        ("\x0b", "stuurteken (U+000B)"),
        ("\x85", "bijzonder regeleinde (U+0085)"),
        ("\u2028", "bijzonder regeleinde (U+2028)"),
        ("\u00ad", "zacht koppelteken (U+00AD)"),
        ("\u200b", "spatie zonder breedte (U+200B)"),
        ("\u200d", "spatie zonder breedte (U+200D)"),
        ("\ufeff", "spatie zonder breedte (U+FEFF)"),
        ("\u202e", "teken dat de leesrichting verandert (U+202E)"),
        ("\u2066", "teken dat de leesrichting verandert (U+2066)"),
        ("\ue000", "teken zonder vorm (U+E000)"),
        ("\uffff", "teken zonder vorm (U+FFFF)"),
        ("\U000e0041", "teken zonder vorm (U+E0041)"),
        ("\ud800", "teken zonder vorm (U+D800)"),
        ("\u3164", "letter die leeg is (U+3164)"),
        ("\u115f", "letter die leeg is (U+115F)"),
        ("\uffa0", "letter die leeg is (U+FFA0)"),
        ("\u2800", "letter die leeg is (U+2800)"),
        ("\u034f", "teken zonder vorm (U+034F)"),
        ("\u17b4", "teken zonder vorm (U+17B4)"),
        ("\U0001d173", "teken zonder vorm (U+1D173)"),
        ("\u180b", "teken dat de vorm van een letter kiest (U+180B)"),
        ("\ufe0f", "teken dat de vorm van een letter kiest (U+FE0F)"),
        ("\ufe00", "teken dat de vorm van een letter kiest (U+FE00)"),
        ("\U000e0100", "teken dat de vorm van een letter kiest (U+E0100)"),
    ],
)
def test_each_kind_is_found_and_named(char: str, name: str) -> None:
    text = f"een woo{char}rd"

    assert has_invisible(text)
    assert first_invisible(text) == char
    assert name_of(char) == name
    assert mask(text) == f"een woo{PLACEHOLDER}rd"
    assert without_invisible(text) == "een woord"


@pytest.mark.parametrize(
    "text",
    [
        "gewone tekst, één accent\nen een tweede regel\tmet een tab",
        "vaste\u00a0spatie en \u2009smalle",
        "“krullen” ’s avonds – € 5 ½ ✓",
        "👩\u200d💻 en ❤\ufe0f en 🇳🇱",
        "1\ufe0f\u20e3 en ©\ufe0f en ↔\ufe0e",
        "",
    ],
)
def test_what_readers_see_is_fine(text: str) -> None:
    assert not has_invisible(text)
    assert first_invisible(text) == ""
    assert mask(text) == text
    assert list(invisible(text, "content/x.md")) == []


def test_one_diagnostic_for_each_line() -> None:
    """Two places on a line are one diagnostic, at the first; a run of characters is one place."""
    diagnostics = list(invisible("goed\na\u200b\u200bb\u202ec\nx\x07", "content/x.md"))

    assert [(d.code, d.location.line, d.location.column, d.location.end_column) for d in diagnostics] == [
        (Code.ONZICHTBAAR_TEKEN, 2, 2, 4),
        (Code.ONZICHTBAAR_TEKEN, 3, 2, 3),
    ]
    assert diagnostics[0].message.endswith("(U+200B), en verderop op deze regel nog 1")


@pytest.mark.parametrize(("more", "words"), [(1, "1 regel"), (7, "7 regels")])
def test_many_lines_are_counted(more: int, words: str) -> None:
    """A file that is full of them gives a report that can be read."""
    diagnostics = list(invisible("\x07\n" * (MOST_LINES + more), "content/x.md"))

    assert len(diagnostics) == MOST_LINES
    assert diagnostics[-1].message.endswith(f"Hierna staan ze nog op {words}")
    assert "Hierna" not in diagnostics[-2].message


@given(st.text())
def test_the_quick_question_and_the_pattern_agree(text: str) -> None:
    """Nothing slips through the quick check, and masking keeps every position."""
    assert has_invisible(text) == (without_invisible(text) != text)
    assert len(mask(text)) == len(text)
    assert not has_invisible(without_invisible(text)) or "\u200d" in text
