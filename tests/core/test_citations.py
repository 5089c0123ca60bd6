"""Citations in a text that is no Markdown."""

from __future__ import annotations

import pytest

from binnenstad_site.core.citations import without_citations, words_and_keys


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("Het werd stil.", "Het werd stil.", [("Het werd stil.", ())]),
        (
            "Het werd stil [@ad-2017]. Later niet [@een; @twee ].",
            "Het werd stil. Later niet.",
            [("Het werd stil", ("ad-2017",)), (". Later niet", ("een", "twee")), (".", ())],
        ),
        ("[@ad-2017]", "", [("", ("ad-2017",))]),
        ("Een [@Fout] blijft staan", "Een [@Fout] blijft staan", [("Een [@Fout] blijft staan", ())]),
        ("", "", []),
    ],
)
def test_words_and_keys(text: str, words: str, pieces: list[tuple[str, tuple[str, ...]]]) -> None:
    assert without_citations(text) == words
    assert list(words_and_keys(text)) == pieces
