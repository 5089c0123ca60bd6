"""What a page cited and explained is a value that exists once all its parts are rendered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.page_notes import PageNotes
from tests.conftest import BASIS, TODAY
from tests.stages import linked

SLUG = "deventer-makers"


@pytest.fixture
def notes() -> PageNotes:
    builder = PageBuilder(linked(BASIS).site, TODAY, "https://voorbeeld.nl/pad")
    return builder.notes(builder.site.praktijken[SLUG], "kans-x-")


def test_sources_lead_back_to_each_place_that_cites_them(notes: PageNotes) -> None:
    key = notes._entry.item.bronnen[0].sleutel
    assert 'href="#kans-x-bron-1" id="kans-x-noot-1-1"' in notes.cite([key])
    assert 'id="kans-x-noot-1-2"' in notes.cite([key])
    first = notes.finish().bronnen.regels[0]
    assert (first.id, first.nummer) == ("kans-x-bron-1", 1)
    assert [(link.tekst, link.adres) for link in first.terug] == [
        ("a", "#kans-x-noot-1-1"),
        ("b", "#kans-x-noot-1-2"),
    ]


def test_nothing_is_cited_after_the_sources_are_listed(notes: PageNotes) -> None:
    """A page that would be made in the wrong order fails there and then."""
    body = notes._entry.body
    notes.finish()
    with pytest.raises(RuntimeError):
        notes.cite([])
    with pytest.raises(RuntimeError):
        notes.sections(body.sections)
    with pytest.raises(RuntimeError):
        notes.finish()


@pytest.mark.parametrize(
    ("publisher", "kind", "words"),
    [
        ("De Stad", "krant", "krant of nieuwssite"),
        ("Omroep Brabant", "omroep", ""),
        ("gemeente Leiden", "gemeente", ""),
        ("gemeente Leiden", "evaluatie", "evaluatie"),
        ("De Stad", None, ""),
    ],
)
def test_a_source_says_what_kind_it_is(publisher: str, kind: str | None, words: str) -> None:
    """Unless its publisher has that in the name."""
    builder = PageBuilder(linked(BASIS).site, TODAY, "https://voorbeeld.nl/pad")
    entry = builder.site.praktijken[SLUG]
    source = entry.item.bronnen[0].model_copy(update={"uitgever": publisher, "soort": kind})
    item = entry.item.model_copy(update={"bronnen": (source,)})
    assert builder.notes(replace(entry, item=item)).finish().bronnen.regels[0].soort == words


def test_what_two_places_say_has_its_id_once(notes: PageNotes) -> None:
    goal = notes._entry.item.doel  # type: ignore[attr-defined]
    first, second = notes.behind(goal), notes.behind(goal)
    assert first.startswith('<sup class="noot" id="c-')
    assert second.startswith('<sup class="noot"><a')
