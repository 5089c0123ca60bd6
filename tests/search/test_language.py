"""Dutch as the search sees it: folding, words, stems and compounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.search.analysis_cache import Analyses
from binnenstad_site.search.compounds import corpus_worth, split
from binnenstad_site.search.language import LONGEST_WORD, Token, fold, stem, tokens, word_set
from binnenstad_site.search.words import Compounds, base_of


def words(text: str) -> list[str]:
    return [token.word for token in tokens(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café’s en ideeën", ["cafe", "en", "ideeen"]),
        ("’s-Hertogenbosch", ["shertogenbosch"]),
        ("zzp'er, ZZP’er", ["zzper", "zzper"]),
        ("foto's", ["foto"]),
        ("P + R bij V&D", ["pr", "bij", "vd"]),
        ("Alphen a/d Rijn", ["alphen", "aan", "den", "rijn"]),
        ("winkel/horeca", ["winkel", "horeca"]),
        ("e-bike", ["ebike"]),
        ("binnen\u00adstad", ["binnenstad"]),
        ("ĳs, Straße, Łódź", ["ijs", "strasse", "lodz"]),
        ("12.656 fietsen, 12\u202f656 auto’s", ["12656", "fietsen", "12656", "auto"]),
        ("7,5% of 7.5 procent", ["7d5", "procent", "of", "7d5", "procent"]),
        ("€ 1,2 miljoen, 2 mln, 50 duizend", ["euro", "1200000", "2000000", "50000"]),
        ("0,5 miljoen", ["500000"]),
        ("500 m² is 500 vierkante meter", ["500", "m2", "is", "500", "m2"]),
        ("CO₂ in 2015–2020", ["co2", "in", "2015", "2020"]),
        ("65+", ["65plus"]),
        ("Zo’n zon, te veel veel te velen", ["zo", "een", "zon", "teveel", "veel", "te", "velen"]),
        ("", []),
        ("😀 !?", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_number_of_any_length_is_one_short_word() -> None:
    assert words("9" * 400) == words("9" * 400 + " miljoen") == ["9" * LONGEST_WORD]


def test_a_word_with_hyphens_has_pieces() -> None:
    assert list(tokens(fold("bring-your-own"))) == [Token("bringyourown", ("bring", "your", "own"))]


@pytest.mark.parametrize(
    "same",
    [
        "stad steden",
        "schip schepen",
        "museum musea",
        "centrum centra",
        "winkel winkels winkeltje winkeltjes",
        "straat straten straatje",
        "boom bomen",
        "huis huizen",
        "brief brieven",
        "pand panden",
        "koopman kooplui kooplieden",
        "leegstaand leegstaande leegstand",
        "leeg lege",
        "hoog hoge",
        "vergunning vergunningen",
        "verordening verordeningen",
        "mogelijkheid mogelijkheden mogelijk",
        "eigenaar eigenaren eigenaars",
        "proces processen",
        "congres congressen",
        "categorie categorieen",
        "idee ideeen",
        "hub hubs",
        "app apps",
        "trend trends",
        "zone zones",
        "woning woningen wonen",
        "bezoeker bezoekers",
        "kind kinderen",
        "lid leden",
        "groei groeien",
        "bloei bloeien",
        "verlies verliezen",
        "landsgrens landsgrenzen",
        "besteed besteden besteding bestedingen",
    ],
)
def test_one_stem(same: str) -> None:
    assert len({stem(word) for word in same.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("overheid", "over"), ("eenheid", "een"), ("pand", "pandemie"), ("winkel", "winkelier"), ("zon", "zone")],
)
def test_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_short_words_and_numbers_stay() -> None:
    assert [stem(word) for word in ("ov", "biz", "2019", "g40", "mbo")] == ["ov", "biz", "2019", "g40", "mbo"]


KNOWN = dict.fromkeys(
    word_set(
        """
        bedrijf bewoners boven burgemeester deel fonds formatie gebied kant leegstand logistiek nacht
        ondernemers panden scooter stads stand transformatie verordening winkel winkels wonen
        """
    ),
    4,
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("leegstandsverordening", ("leegstand", "verordening")),
        ("ondernemersfonds", ("ondernemers", "fonds")),
        ("deelscooter", ("deel", "scooter")),
        ("winkelgebied", ("winkel", "gebied")),
        ("wonenbovenwinkels", ("wonen", "boven", "winkels")),
        ("pandenfonds", ("panden", "fonds")),
        ("kantoren", ()),
        ("transformatie", ()),
        ("winkel", ()),
        ("xyzxyzxyz", ()),
    ],
)
def test_compounds(word: str, parts: tuple[str, ...]) -> None:
    assert split(word, lambda part: KNOWN.get(part, 0)) == parts


def test_the_better_known_parts_win() -> None:
    worth = {"kaas": 4, "markt": 9, "kaasm": 4, "arkt": 4}
    assert split("kaasmarkt", lambda part: worth.get(part, 0)) == ("kaas", "markt")


def test_worth_grows_slowly_with_the_count_and_is_at_most_nine() -> None:
    assert [corpus_worth(count) for count in (0, 1, 2, 3, 7, 15, 10_000)] == [0, 6, 6, 7, 8, 9, 9]


@given(st.text())
def test_any_text_gives_words_of_letters_and_digits(text: str) -> None:
    for token in tokens(fold(text)):
        assert token.word.isalnum()
        assert token.word.isascii()
        assert 0 < len(token.word) <= LONGEST_WORD
        assert stem(token.word)


@given(st.text(alphabet="abcdeghiknorstuvwz", min_size=1, max_size=40))
def test_any_split_gives_back_the_word(word: str) -> None:
    """Its parts stand in the word in order, with no more than a link between two."""
    parts = split(word, lambda part: 4 if len(part) > 3 else 0)
    at = 0
    for part in parts:
        place = word.index(part, at)
        assert word[at:place] in {"", "s", "en", "n", "e", "er"}
        at = place + len(part)
    assert not parts or at == len(word)


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("verhuisde", "verhuizen"),
        ("aankocht", "aankopen"),
        ("gesloopt", "slopen"),
        ("opgeknapt", "opknappen"),
        ("gekocht", "kopen"),
        ("kleiner", "klein"),
        ("goudsmeden", "goudsmid"),
        ("laboratoria", "laboratorium"),
        ("depots", "depot"),
    ],
)
def test_forms_that_no_rule_undoes_are_in_the_dictionary(form: str, word: str) -> None:
    assert base_of(Token(form)) == stem(word) != stem(form)


@pytest.mark.parametrize("word", ["winkel", "doet", "minder", "ov", "wibibfzz", "2019", "éé"])
def test_what_is_no_form_of_a_word_that_says_something_stays(word: str) -> None:
    assert base_of(Token(word)) == stem(word)


PIECES = ("stad", "stads", "park", "sparka", "part", "adspark", "kaas", "kaasm", "markt", "arkt", "deel", "eel")
COUNTS = st.dictionaries(st.sampled_from([stem(piece) for piece in PIECES]), st.integers(1, 20))
WORDS = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join), min_size=1, max_size=8)


class TestReadings:
    """What is known of one corpus serves another as far as it is the same there."""

    @given(st.lists(st.tuples(COUNTS, WORDS), min_size=2, max_size=5))
    def test_with_what_is_known_as_without(self, corpora: list[tuple[dict[str, int], list[str]]]) -> None:
        known = Analyses()
        for counts, words in corpora:
            compounds = Compounds(counts, {"part", "kaas"}.__contains__, known.valid_for(counts))
            fresh = Compounds(counts, {"part", "kaas"}.__contains__)
            for word in words:
                assert compounds.parts(Token(word)) == fresh.parts(Token(word))
                assert compounds.base(Token(word)) == base_of(Token(word))
            known = compounds.analyses()
            assert known == fresh.analyses()

    def test_only_what_rests_on_a_changed_word_is_forgotten(self) -> None:
        compounds = Compounds({"stad": 1, "park": 1, "bloem": 1, "markt": 1}, {"x"}.__contains__)
        assert [compounds.parts(Token(word)) for word in ("stadspark", "bloemmarkt")] == [
            ("stad", "park"),
            ("bloem", "markt"),
        ]
        analyses = compounds.analyses()
        assert set(analyses.valid_for({"stad": 1, "park": 1, "bloem": 1, "markt": 2, "nieuw": 9})) == set(
            analyses.words
        )
        assert set(analyses.valid_for({"stad": 1, "park": 1, "bloem": 1, "markt": 3})) == {"stadspark"}
        assert set(analyses.valid_for({"stad": 1, "park": 1})) == {"stadspark"}
