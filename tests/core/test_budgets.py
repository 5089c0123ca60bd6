"""What one file may hold at most."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from binnenstad_site.core.budgets import (
    LINES,
    LONGEST_LINE,
    MOST_ACCENTS,
    accents_overrun,
    lines_overrun,
    long_line_overrun,
    overrun,
)
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.urls import slugify

ACCENT = "\N{COMBINING ACUTE ACCENT}"


def test_the_message_says_the_limit_and_what_to_do() -> None:
    over = overrun(LINES, 3, 4, 5)

    assert over[:3] == (3, 4, 5)
    assert over.message == "Dit is regel 20.001, en in één bestand passen hooguit 20.000 regels"
    assert over.hint == "Haal regels weg, of verdeel de inhoud over meer bestanden."


@pytest.mark.parametrize("end", ["", "\n"])
def test_lines_are_counted_up_to_the_last(end: str) -> None:
    most = "\n".join(["a"] * LINES.most)

    assert lines_overrun(most + end) is None
    over = lines_overrun(f"{most}\nnog een{end}")
    assert over is not None
    assert (over.line, over.end_column) == (LINES.most + 1, 8)


def test_a_line_of_fields_has_a_length() -> None:
    assert long_line_overrun(f"a\n{'b' * LONGEST_LINE}") is None
    over = long_line_overrun(f"a\n{'b' * LONGEST_LINE}c")
    assert over is not None
    assert (over.line, over.column) == (2, LONGEST_LINE + 1)


@pytest.mark.parametrize("between", ["", "\N{COMBINING DOT BELOW}"])
def test_accents_in_a_row_are_counted(between: str) -> None:
    row = (ACCENT + between) * MOST_ACCENTS

    assert accents_overrun("é" + row[:MOST_ACCENTS] + "a" + row[:MOST_ACCENTS]) is None
    over = accents_overrun("regel\nen a" + row[:MOST_ACCENTS] + ACCENT)
    assert over is not None
    assert (over.line, over.column) == (2, 5 + MOST_ACCENTS)


def test_other_signs_are_no_accents() -> None:
    assert accents_overrun("…" * 100 + "€" * 100 + "—" * 100) is None


@example("Ǽ")
@given(st.text(alphabet=st.characters(min_codepoint=0x80, max_codepoint=0x3FFF), max_size=60))
def test_a_slug_loses_the_same_accents_as_before(text: str) -> None:
    """Leaving loose accents out first changes nothing, and is quick for any number of them."""
    decomposed = unicodedata.normalize("NFD", text)

    assert slugify(text) == slugify("".join(sign for sign in decomposed if not unicodedata.combining(sign)))


def test_a_slug_of_many_loose_accents_is_made_at_once() -> None:
    assert slugify("a" + f"{ACCENT}\N{COMBINING DOT BELOW}" * 200_000) == "a"


class TestItemTimes:
    """A file is named when its stages together take too long."""

    def test_stages_and_parts_add_up(self) -> None:
        seconds = iter([0.0, 1.2, 5.0, 6.2, 10.0, 11.9, 20.0, 25.0])
        times = ItemTimes(lambda: next(seconds))
        for stage, path, part in (("load", "a", ""), ("render", "a", "/x/"), ("load", "b", ""), ("load", "gone", "")):
            with times.measured(stage, path, part):
                assert times.current == path

        assert [diagnostic.location.path for diagnostic in times.slow({"a", "b"})] == ["a"]

    def test_measuring_again_takes_the_place_of_the_first(self) -> None:
        seconds = iter([0.0, 9.0, 10.0, 11.0])
        times = ItemTimes(lambda: next(seconds))
        for _ in range(2):
            with times.measured("load", "a"):
                pass

        assert list(times.slow({"a"})) == []

    def test_without_a_clock_nothing_takes_time(self) -> None:
        times = ItemTimes()
        with times.measured("load", "a"):
            pass

        assert list(times.slow({"a"})) == []
