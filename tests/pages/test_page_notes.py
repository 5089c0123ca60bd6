"""What a page cited and explained is a value that exists once all its parts are rendered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.claims import claims_of
from binnenstad_site.pages.page_notes import PageNotes
from binnenstad_site.validate.markdown import parse
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


def test_equal_sentences_have_the_ids_of_the_data_in_any_order() -> None:
    """One stands in a field and two in the text; a page that begins with the last gives each the id that data give."""
    builder = PageBuilder(linked(BASIS).site, TODAY, "https://voorbeeld.nl/pad")
    entry = builder.site.praktijken[SLUG]
    again = f"{entry.item.doel.tekst.removesuffix('.')} [@krant-2024]."  # type: ignore[union-attr]
    entry = replace(entry, body=parse(f"## Aanleiding\n\n{again}\n\n## Resultaat\n\n{again}"))
    notes = builder.notes(entry)
    html = {title: notes.section(title).html for title in ("Resultaat", "Aanleiding")}
    html["doel"] = notes.behind(entry.item.doel)  # type: ignore[arg-type]
    said = [claim for claim in claims_of(entry) if claim.plek in html]
    first = said[0].id
    assert [claim.id for claim in said] == [first, f"{first}-2", f"{first}-3"]
    assert {plek: _claims_in(text) for plek, text in html.items()} == {claim.plek: [claim.id] for claim in said}


def _claims_in(html: str) -> list[str | None]:
    return [node.attributes["id"] for node in LexborHTMLParser(html).css("[id^=c-]")]
