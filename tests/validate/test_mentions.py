"""Trying ways of writing where they can begin finds what one pattern with all of them would."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from binnenstad_site.validate.markdown.rendering import _by_beginning, _mentions

WORDS = st.lists(
    st.sampled_from(["a", "b", "A", "a b", "ab", "b a", "-", "a-b", "&", "B&a", " ", ".", "ſ", "é"]), max_size=9
)


def with_one_pattern(text: str, ways: Sequence[str]) -> list[tuple[int, int]]:
    choices = "|".join(re.escape(str(escape(way))) for way in ways)
    return [match.span() for match in re.finditer(rf"(?<![\w&-])(?:{choices})(?![\w-])", text, re.IGNORECASE)]


@given(
    text=WORDS.map("".join), ways=st.lists(WORDS.map("".join).filter(str.strip), min_size=1, max_size=4, unique=True)
)
def test_the_same_mentions(text: str, ways: list[str]) -> None:
    html = str(escape(text))
    assert [match.span() for match in _mentions(html, _by_beginning(ways))] == with_one_pattern(html, ways)
