"""Phrases and verbs in two pieces, as terms of the words of a text."""

from __future__ import annotations

from binnenstad_site.search.language import stem
from binnenstad_site.search.separable import joined, table
from binnenstad_site.search.stopwords import LIGHT, STOPWORDS
from binnenstad_site.search.words import TermPhrases


class TestPhrases:
    PHRASES = TermPhrases.of(["leg pand", "pand", "terug werk"])

    def found(self, text: str) -> list[str]:
        return list(self.PHRASES.in_words(text.split()))

    def test_words_together_in_any_order(self) -> None:
        assert self.found("de lege panden in de stad") == ["leg pand"]
        assert self.found("panden die al leeg staan") == ["leg pand"]

    def test_words_far_apart_are_no_phrase(self) -> None:
        assert self.found("terug naar het werk") == ["terug werk"]
        assert self.found("terug kwam in de jaren daarna ook het werk") == []


class TestVerbsInTwoPieces:
    def test_both_pieces_in_order(self) -> None:
        assert list(joined(["de", "gemeente", "koopt", "lege", "panden", "aan"])) == ["aankopen"]
        assert list(joined(["aan", "de", "gracht", "koopt", "niemand", "iets"])) == []

    def test_only_verbs_that_texts_have_are_sent(self) -> None:
        assert table({stem("aankopen")}) == ["kop kopt kocht|aan"]


def test_light_words_are_no_stop_words() -> None:
    assert not LIGHT & STOPWORDS
