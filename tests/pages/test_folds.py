"""What of a list a phone shows at once."""

from __future__ import annotations

import pytest

from binnenstad_site.pages.parts.folds import FEWEST_FOLDED, Gevouwen, fold


def test_the_first_and_the_rest() -> None:
    assert fold("abcdef", 2, "praktijk", "praktijken") == Gevouwen(tuple("ab"), tuple("cdef"), "Toon nog 4 praktijken")


@pytest.mark.parametrize("length", range(2 + FEWEST_FOLDED))
def test_what_is_not_worth_a_button_stays(length: int) -> None:
    folded = fold("x" * length, 2, "praktijk", "praktijken")
    assert (len(folded.eerst), folded.rest, bool(folded)) == (length, (), length > 0)
