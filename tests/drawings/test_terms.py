"""The street above the terms."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.drawings.terms import PLACES, terms_street


def test_a_term_that_is_explained_is_a_link_at_its_place() -> None:
    tree = LexborHTMLParser(terms_street({"plint": "Plint", "stadshub": "<Stadshub>", "zweven": "Zweven"}))
    links = [(node.attributes["href"], node.text()) for node in tree.css("svg > a")]
    assert links == [("#plint", "Plint"), ("#stadshub", "<Stadshub>")]


def test_eight_terms_have_a_place_and_none_touches_another() -> None:
    assert len(PLACES) == 8
    places = list(PLACES.items())
    for i, (one, (x, y)) in enumerate(places):
        for other, (to_x, to_y) in places[i + 1 :]:
            assert abs(y - to_y) > 15 or abs(x - to_x) > 4.5 * (len(one) + len(other)), (one, other)


def test_links_are_not_hidden_from_screen_readers() -> None:
    opening = terms_street({}).partition(">")[0]
    assert "aria-hidden" not in opening
    assert "role" not in opening
