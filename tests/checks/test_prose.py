"""Which fields hold text to read: the type of each field in its model says so, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from pydantic import AfterValidator, BaseModel

from binnenstad_site.checks.prose import passages, prose_fields
from binnenstad_site.models import Collection
from binnenstad_site.models.annotations import marks_in, model_within
from binnenstad_site.models.rows import ROWS
from binnenstad_site.models.texttypes import Naam, Prose, Tekst, TekstMetBron
from tests.stages import KANS, PRAKTIJK, document

PLAIN: tuple[AfterValidator, ...] = (get_args(Tekst)[1], get_args(TekstMetBron)[1])
"""What makes a type one of plain text."""
SOURCES = {"bronnen.*.titel", "bronnen.*.uitgever"}
NAMES: Mapping[str, set[str]] = {
    "trends": {*SOURCES, "cijfers.*.eenheid", "cijfers.*.vragen.*"},
    "praktijken": {
        *SOURCES,
        "foto.maker",
        "kaartpunten.*.plaats",
        "resultaten.*.eenheid",
        "tekening.eenheid",
        "uitgangssituatie.*.eenheid",
    },
    "kansen": SOURCES,
    "aanpakken": {
        *SOURCES,
        "wet.*.naam",
        "wet.*.artikel",
        "onderzoek.*.titel",
        "onderzoek.*.organisatie",
        "tabellen.*.kolommen.*",
        "tabellen.*.rijen.*.plaats",
    },
    "scenarios": SOURCES,
    "verslagen": {*SOURCES, "plaats"},
    "voorspellingen": {*SOURCES, "waarde"},
    "bijeenkomsten": {*SOURCES, "plaats"},
    "stellingen": SOURCES,
    "werkplaats": SOURCES,
    "gemeenten": {"code", "naam", "ook.*", "bijnamen.*", "hoofdplaats"},
    "begrippen": {"term", "ook.*", "enger.*", "verwant.*"},
    "publicaties": {"titel", "auteurs.*", "uitgever", "soort"},
    "agenda": {"plaats"},
    "paginas": SOURCES,
    "omleidingen": set(),
    "zoekwoorden": {"naam", "waarden.*", "woorden.*"},
    "site": {"uitgever", "repository.tak", "licentie", "zoekvoorbeelden.*"},
}
"""The plain texts of each collection for which no rule of style holds; every other one is read."""

each_collection = pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.name)


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and the groups in it."""
    yield model
    for field in model.model_fields.values():
        group = model_within(field.annotation)
        yield from models(group) if group else ()


def takes_any_text(annotation: Any) -> bool:
    """Whether a type holds a `str` about which nothing more is said."""
    if get_origin(annotation) is Annotated and get_args(annotation)[0] is str:
        return False
    return annotation is str or any(takes_any_text(part) for part in get_args(annotation))


@each_collection
def test_every_plain_text_is_read_or_is_a_name(row: Collection) -> None:
    plain = {".".join(path) for path, mark in marks_in(row.model, AfterValidator) if mark in PLAIN}
    read = {".".join(path) for path, _ in marks_in(row.model, Prose)}

    assert NAMES[row.name] <= plain
    assert read == plain - NAMES[row.name]


@each_collection
def test_no_field_takes_any_text(row: Collection) -> None:
    """A bare `str` is neither read nor a name: what is typed there would pass every rule."""
    for model in models(row.model):
        hints = get_type_hints(model, include_extras=True)
        assert [name for name in model.model_fields if takes_any_text(hints[name])] == [], model


@pytest.mark.parametrize(
    ("annotation", "bare"),
    [(str, True), (str | None, True), (tuple[str, ...], True), (Tekst, False), (tuple[Naam, ...] | None, False)],
)
def test_a_bare_text_is_seen(annotation: Any, bare: bool) -> None:
    assert takes_any_text(annotation) is bare


def test_a_field_is_read_wherever_it_stands() -> None:
    """In a list, in a group in a list, below a slug; and what is not read is not there."""
    kans = dict(prose_fields(document(KANS)))
    praktijk = dict(prose_fields(document(PRAKTIJK)))

    assert ("scenario_oordeel", "binnenstad-united", "reden") in kans
    assert ("scenario_oordeel", "binnenstad-united", "oordeel") not in kans
    assert {("titel",), ("partijen", 0), ("resultaten", 0, "tekst")} <= praktijk.keys()
    assert not {"bronnen", "status", "trends", "gemeenten"} & {loc[0] for loc in praktijk}


def test_texts_stand_in_the_order_of_the_file() -> None:
    doc = document(PRAKTIJK)
    places = [doc.locate(*loc) for loc, _ in prose_fields(doc)]

    assert places == sorted(places)


def test_a_value_of_another_shape_is_passed_over() -> None:
    """Validating says what is wrong; the report on spelling also reads what was refused."""
    locs = {loc for loc, _ in prose_fields(document(PRAKTIJK, partijen="de gemeente", titel=("a", "b"), kosten="veel"))}

    assert not {"partijen", "titel", "kosten"} & {loc[0] for loc in locs}


def test_the_body_is_the_last_passage_of_an_item() -> None:
    *_, last = passages(document(PRAKTIJK))

    assert last.loc == ()
    assert "## In het kort" in last.text
