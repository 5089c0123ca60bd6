"""Sentences with a source are marked in the HTML of a section, whatever stands around and in them."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.core.citations import claim_id
from binnenstad_site.validate.markdown import CitedSentence, Notes, parse, render


def rendered(text: str) -> str:
    """The HTML of a text of one section."""
    (section,) = parse(text).sections
    return str(render(section, Notes({"a": 1, "b": 2})))


def marked(text: str) -> list[str]:
    """The words of each mark, with the numbers in it."""
    return [node.text() for node in LexborHTMLParser(rendered(text)).css('span[id^="c-"]')]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Het werd stil [@a].", ["Het werd stilbron 1."]),
        ("Het regende. Het werd stil [@a]. Toen niet.", ["Het werd stilbron 1."]),
        ("Het werd stil. [@a] Toen niet.", ["Het werd stil.bron 1"]),
        ("Eén [@a]. Twee [@a; @b].", ["Eénbron 1.", "Tweebron 1, bron 2."]),
        ("**Stil.** Het werd *heel* stil [@a].", ["Het werd heel stilbron 1."]),
        ("**Stil [@a].** Verder.", ["Stilbron 1."]),
        ("**Stil** was het [@a].", ["Stil was hetbron 1."]),
        ("*Het was stil. En leeg* bleef het [@a].", ["bron 1"]),
        ("Vroom & Dreesmann < 3 ging dicht [@a].", ["Vroom & Dreesmann < 3 ging dichtbron 1."]),
        ("- Eerst [@a]\n- Dan [@b]\n  - Binnenin [@a]", ["Eerstbron 1", "Danbron 2", "Binneninbron 1"]),
        ("| Wat | Hoe |\n| --- | --- |\n| Leeg | 3 [@a] |", ["3bron 1"]),
        ("Geen bron, wel een [link](https://x.nl).", []),
    ],
)
def test_what_is_marked(text: str, sentences: list[str]) -> None:
    assert [words.replace("  ", " ") for words in marked(text)] == sentences


def test_the_html_stays_whole() -> None:
    """A browser that mends what is broken would give other HTML."""
    text = "**Stil was het. En *leeg* ook [@a]. Toch** kwam [er iets [bij]](https://x.nl) [@b]."
    html = rendered(text)
    for name in ("strong", "em", "a", "span", "sup", "p"):
        assert html.count(f"<{name}") - html.count("<sp") * (name == "s") == html.count(f"</{name}>")
    assert LexborHTMLParser(html).body.inner_html == html  # type: ignore[union-attr]


def test_the_id_is_of_the_words_alone() -> None:
    ids = [node.attributes["id"] for node in LexborHTMLParser(rendered("Het **werd** stil [@a].")).css("p > span")]
    assert ids == [claim_id("het werd\u00a0stil")]


def test_a_section_knows_its_sentences() -> None:
    (section,) = parse("Het werd *stil* [@a; @b], en [@a] leeg.").sections
    assert [hole for hole in section.holes if isinstance(hole, CitedSentence)] == [
        CitedSentence("Het werd stil, en leeg.", ("a", "b"))
    ]
