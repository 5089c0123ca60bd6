"""How the content is written: no sentence twice, amounts and dates in one way, and nothing about how it was made."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pytest

from binnenstad_site.validate.markdown import parse
from binnenstad_site.validate.markdown.claims import masked, sentences
from tests.conftest import BASIS, ROOT
from tests.stages import document
from tools.prose import Piece, documents, pieces

FEW_WORDS = 8
"""Shorter sentences may be said more than once: "Dat is niet bekend."."""
LIKE_AN_AMOUNT = re.compile(
    r"\bEUR\b"
    r"|(?:\d|\b\w*honderd|\b\w*duizend|miljoen|miljard) euro\b"  # € 5, € 1,2 miljoen
    r"|€(?! \d)"
    r"|€ \d{4,}"  # € 1.200
    r"|€ \d{1,3}(?:\.\d{3}){2,}"  # € 1,2 miljoen
    r"|€ [\d.,]+(?: ?(?:k|K|M|mln|mld)\b|,-)"
)
LIKE_A_DATE = re.compile(r"\b\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
HOW_IT_WAS_MADE = re.compile(
    r"NIET GEVONDEN|[Ff]eitencontrole|\[P31\]|P31\]|\[ander\]|afgeleid: (?:true|false)|praktijken-[ab]|feiten/|shared/|"
    r"\bTODO\b|\bFIXME\b|<vul in>|[Ll]orem ipsum"
)


@pytest.fixture(scope="module")
def texts() -> tuple[Piece, ...]:
    return tuple(piece for document in documents(ROOT) for piece in pieces(document))


def shown(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def repeated(texts: Iterable[Piece]) -> Mapping[str, set[tuple[str, str]]]:
    """The sentences of eight words or more that stand in more than one item, without capitals and signs."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for piece in texts:
        for begin, end in sentences(masked(piece.text)):
            words = re.findall(r"\w+", piece.text[begin:end].casefold())
            if len(words) >= FEW_WORDS:
                found[" ".join(words)].add(piece.item)
    return {sentence: items for sentence, items in found.items() if len(items) > 1}


def test_no_two_items_share_a_sentence(texts: tuple[Piece, ...]) -> None:
    """In fields and texts; a sentence that fits two items says too little about either."""
    assert repeated(texts) == {}


@pytest.mark.parametrize("pattern", [LIKE_AN_AMOUNT, LIKE_A_DATE], ids=["amounts", "dates"])
def test_written_in_one_way(texts: tuple[Piece, ...], pattern: re.Pattern[str]) -> None:
    """€ 1,2 miljoen; 12 mei 2025."""
    found = [(piece.place, match.group()) for piece in texts for match in pattern.finditer(shown(piece.text))]
    assert found == []


def test_nothing_shows_how_it_was_made() -> None:
    """In no file at all, so not in sources and comments either."""
    found = [
        (path.name, match.group())
        for path in sorted((ROOT / "content").rglob("*"))
        if path.suffix in {".md", ".yaml", ".txt"}
        for match in HOW_IT_WAS_MADE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


class TestTheRules:
    """They find what they are for."""

    def test_a_sentence_twice(self) -> None:
        """Also when a source, a link, a capital or a quotation mark differs, and when one is a field."""
        line = "de 'vereniging' belt nu elke week [een eigenaar](x.md) in de straat [@krant-2024]"
        one = document(body=f"## Aanpak\n\nKort. D{line[1:]}. En dan.\n")
        fields = {"in_een_zin": None, "bewijs_reden": None, "lessen": None, "body": "Kort."}
        path = "content/praktijken/leiden-proef.md"
        other = document(path, opgave='De "vereniging" belt nu elke week een andere eigenaar in de straat.', **fields)
        assert repeated([*pieces(one), *pieces(other)]) == {}
        other = document(path, opgave='De "vereniging" belt nu elke week een eigenaar in de straat.', **fields)
        (items,) = repeated([*pieces(one), *pieces(other)]).values()
        assert items == {("praktijken", "deventer-makers"), ("praktijken", "leiden-proef")}

    def test_a_sentence_twice_in_one_item(self) -> None:
        sentence = "De vereniging belt nu elke week een eigenaar in de straat."
        assert repeated(pieces(document(body=f"## Aanpak\n\n{sentence}\n\n## Resultaat\n\n{sentence}\n"))) == {}

    def test_the_small_project_repeats_itself(self) -> None:
        found = repeated(piece for document in documents(BASIS) for piece in pieces(document))
        assert "een vereniging van winkeliers vult lege panden met makers uit de buurt" in found

    @pytest.mark.parametrize(
        "text",
        [
            "EUR 5",
            "5 euro",
            "een half miljoen euro",
            "€5",
            "€ vijf",
            "€ 1200",
            "€ 1.200.000",
            "€ 1,2 mln",
            "tweehonderd euro",
        ],
    )
    def test_amounts(self, text: str) -> None:
        assert LIKE_AN_AMOUNT.search(shown(text))

    @pytest.mark.parametrize(
        "text", ["€ 5", "€ 1,2 miljoen", "€ 1.200", "€ 120.000 per jaar", "in euro's", "elke euro"]
    )
    def test_good_amounts(self, text: str) -> None:
        (section,) = parse(text).sections
        assert not LIKE_AN_AMOUNT.search(shown(section.text))

    @pytest.mark.parametrize("text", ["12-05-2025", "1/2/2019", "2025-05-12"])
    def test_dates(self, text: str) -> None:
        assert LIKE_A_DATE.search(text)

    @pytest.mark.parametrize("text", ["12 mei 2025", "2018-2020", "2018/2019", "24/7", "1-2-3"])
    def test_good_dates(self, text: str) -> None:
        assert not LIKE_A_DATE.search(text)
