"""A document passes or is reported at the field that is wrong: one message for one mistake, and nothing is raised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code, Location, Severity
from binnenstad_site.load.documents import Document, Storage
from binnenstad_site.models import COLLECTIONS, fields_in_order
from binnenstad_site.models.annotations import choices_within, field_at, model_within
from binnenstad_site.models.blocks import Bron, Oordeel
from binnenstad_site.models.items import Begrip, Gemeente, Kans, Kosten, Praktijk, Publicatie, Trend
from binnenstad_site.models.rows import ROWS
from binnenstad_site.validate.validator import validate
from tests.conftest import BASIS
from tests.stages import (
    KANS,
    PAGINA,
    PRAKTIJK,
    TREND,
    changed,
    diagnostic_of,
    diagnostics_of,
    document,
    documents,
    inside,
    line_of,
    source,
)

FILES = sorted(path.relative_to(BASIS).as_posix() for path in BASIS.rglob("content/*/**/*") if path.is_file())
LISTS = ["content/gemeenten.yaml", "content/begrippen.yaml", "content/site.yaml"]
NAMES = sorted({name for row in ROWS.values() for name in row.model.model_fields} | set(Bron.model_fields) | {"van"})
TEXTS = st.text(max_size=30) | st.sampled_from(
    (
        "",
        " ",
        "a" + " " * 40,
        "x" * 700,
        "ja",
        "onbekend",
        "5",
        "2026-05",
        "krant-2024",
        "anders-werken",
        "<vul in>",
        "[@x]",
        "9" * 5000,
        "-90",
    )
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.sampled_from(NAMES) | TEXTS, inner, max_size=4)
    ),
    max_leaves=10,
)


def passes_or_is_reported(doc: Document) -> None:
    """There is an entry exactly when there is no error."""
    result = validate(doc, ROWS[doc.collection])
    failed = any(d.severity is Severity.ERROR for d in result.diagnostics)

    assert (result.entry is None) == failed
    for diagnostic in result.diagnostics:
        assert diagnostic.message
        assert diagnostic.hint
        assert inside(diagnostic, {doc.path: source(doc.path)})


@pytest.mark.parametrize("path", [*FILES, *LISTS])
def test_the_small_project_is_without_mistakes(path: str) -> None:
    for doc in documents(path):
        result = validate(doc, ROWS[doc.collection])

        assert result.diagnostics == ()
        assert result.entry is not None
        assert result.entry.ref == (doc.collection, doc.slug)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PRAKTIJK, "/praktijken/deventer-makers/"),
        (KANS, "/kansen/anders-werken/#kans-lege-panden"),
        (PAGINA, "/over/"),
        ("content/paginas/over/redactie.md", "/over/redactie/"),
        ("content/gemeenten.yaml", "/gemeenten/deventer/"),
        ("content/begrippen.yaml", "/begrippen/#leegstand"),
        ("content/agenda/open-dag.yaml", "/agenda/#open-dag"),
    ],
)
def test_where_a_reader_finds_it(path: str, address: str) -> None:
    first = documents(path)[0]
    entry = validate(first, ROWS[first.collection]).entry

    assert entry is not None
    assert entry.address == address
    assert entry.slug == first.slug


@given(st.sampled_from(sorted(ROWS)), st.dictionaries(st.sampled_from(NAMES) | TEXTS, VALUES, max_size=8), st.text())
def test_any_mapping_of_texts_passes_or_is_reported(collection: str, fields: Mapping[str, object], body: str) -> None:
    doc = Document(PRAKTIJK, collection, "proef", fields, body, 50)
    result = validate(doc, ROWS[collection])

    assert (result.entry is None) == any(d.severity is Severity.ERROR for d in result.diagnostics)


@st.composite
def damaged(draw: st.DrawFn) -> Document:
    """A good document in which, somewhere in the fields, a value is replaced, left out, or joined by another."""
    path = draw(st.sampled_from([*FILES, *LISTS]))
    doc = draw(st.sampled_from(documents(path)))

    def damage(value: object) -> object:
        inner = value if isinstance(value, tuple | Mapping) else ()
        if not inner or draw(st.integers(0, 2)) == 0:
            return draw(VALUES)
        if isinstance(inner, tuple):
            index = draw(st.integers(0, len(inner) - 1))
            return (*inner[:index], damage(inner[index]), *inner[index + draw(st.integers(0, 1)) :])
        name = draw(st.sampled_from(sorted(inner)))
        kind = draw(st.integers(0, 3))
        if kind == 0:
            return {key: value for key, value in inner.items() if key != name}
        if kind == 1:
            return {**inner, draw(st.sampled_from(NAMES) | TEXTS): draw(VALUES)}
        return {**inner, name: damage(inner[name])}

    fields = damage(doc.fields)
    return replace(doc, fields=fields if isinstance(fields, Mapping) else doc.fields)


@settings(max_examples=400)
@given(damaged())
def test_damage_anywhere_is_reported_in_the_file(doc: Document) -> None:
    passes_or_is_reported(doc)


@given(st.sampled_from(FILES), st.integers(0, 3000), st.integers(0, 80), st.text(max_size=20))
def test_any_edit_is_reported_in_the_file(path: str, start: int, length: int, new: str) -> None:
    """An edit of the file itself, so that the places are those of reading."""
    text = source(path)
    text = text[:start] + new + text[start + length :]
    for doc in documents(path, text):
        for diagnostic in diagnostics_of(doc):
            # Reading normalises the text, so only lines can be compared with what was typed.
            assert 1 <= diagnostic.location.line <= text.count("\n") + text.count("\r") + 1


def test_an_unknown_field_is_told_at_its_name_with_the_field_that_was_meant() -> None:
    diagnostic = diagnostic_of(changed(PRAKTIJK, "opgave: Lege", "opgaave: Lege"))

    assert (diagnostic.code, diagnostic.message, diagnostic.hint) == (
        Code.ONBEKEND_VELD,
        'Het veld "opgaave" bestaat hier niet',
        'Bedoelde u "opgave"?',
    )
    assert diagnostic.location == Location(PRAKTIJK, 10, 1, 8)


def test_a_field_that_looks_like_nothing_is_told_with_the_fields_there_are() -> None:
    diagnostic = diagnostic_of(changed(PRAKTIJK, "kosten:\n", "kosten:\n  xyz: iets\n"))

    assert diagnostic.hint == "Velden die hier kunnen: klasse, toelichting, bron, bedragen."
    assert diagnostic.location.line == line_of(source(PRAKTIJK), "kosten:") + 1


def test_a_field_inside_a_list_and_inside_a_mapping() -> None:
    in_list = diagnostic_of(changed(PRAKTIJK, "    url: https", "    link: https"))
    assert in_list.message == 'Het veld "link" bestaat hier niet'
    assert in_list.location.line == line_of(source(PRAKTIJK), "    url:")

    text = source(KANS).replace("    reden: In Binnenstad united", "    redn: In Binnenstad united")
    (in_mapping,) = diagnostics_of(documents(KANS, text)[0])
    assert (in_mapping.code, in_mapping.hint) == (Code.ONBEKEND_VELD, 'Bedoelde u "reden"?')


def test_a_misspelt_field_that_is_there_too_is_one_mistake() -> None:
    """Nothing is missing: only the extra one is wrong."""
    diagnostic = diagnostic_of(changed(PRAKTIJK, "plek: De hoofdstraat\n", "plek: De hoofdstraat\nplekk: De haven\n"))

    assert (diagnostic.code, diagnostic.hint) == (Code.ONBEKEND_VELD, 'Bedoelde u "plek"?')


def test_two_misspelt_fields_are_two_mistakes() -> None:
    text = source(PRAKTIJK).replace("opgave:", "opgafe:").replace("plek:", "plk:")
    diagnostics = diagnostics_of(documents(PRAKTIJK, text)[0])

    assert [(d.code, d.hint) for d in diagnostics] == [
        (Code.ONBEKEND_VELD, 'Bedoelde u "plek"?'),
        (Code.ONBEKEND_VELD, 'Bedoelde u "opgave"?'),
    ]


def test_a_missing_field_stands_where_it_should_be() -> None:
    opgave = "opgave: Lege panden maken de straat onaantrekkelijk voor bezoekers.\n"
    at_top = diagnostic_of(changed(PRAKTIJK, opgave, ""))
    assert (at_top.code, at_top.location) == (Code.VERPLICHT_VELD, Location(PRAKTIJK, 1, 1, 4))

    inner = diagnostic_of(changed(PRAKTIJK, "  start: 2021-03\n", ""))
    assert inner.code is Code.VERPLICHT_VELD
    assert inner.location.line == line_of(source(PRAKTIJK), "periode:")


def test_too_few_good_ones_because_of_bad_ones_is_one_mistake() -> None:
    """Pydantic counts only the entries that pass."""
    diagnostic = diagnostic_of(changed(PRAKTIJK, "  - ruimte\n", "  - ruimtes\n"))

    assert (diagnostic.code, diagnostic.hint.split("?")[0]) == (Code.ONBEKENDE_KEUZE, 'Bedoelde u "ruimte"')


def test_a_repeat_is_told_at_the_second_place() -> None:
    trend = "  - anders-consumeren\n"
    diagnostic = diagnostic_of(changed(PRAKTIJK, trend, f"{trend}  - anders-werken\n"))

    assert diagnostic.code is Code.DUBBELE_WAARDE
    assert diagnostic.location == Location(PRAKTIJK, line_of(source(PRAKTIJK), "  - anders-consumeren") + 1, 5, 18)


@pytest.mark.parametrize(
    ("path", "old", "new", "column", "end"),
    [
        (PRAKTIJK, "status: loopt", "status: lopt", 9, 13),
        (PRAKTIJK, "  eind: heden", "  eind: nu", 9, 11),
        (PRAKTIJK, "    datum: 2024-05", "    datum: mei 2024", 12, 20),
        (KANS, "fase: nu", "fase: straks", 7, 13),
        ("content/gemeenten.yaml", "inwoners: 130181", "inwoners: 130.181", 13, 20),
        ("content/site.yaml", "adres: /trends/", "adres: trends", 12, 18),
    ],
)
def test_the_place_is_that_of_the_value(path: str, old: str, new: str, column: int, end: int) -> None:
    text = source(path)
    assert text.count(old) == 1
    (diagnostic,) = [d for doc in documents(path, text.replace(old, new)) for d in diagnostics_of(doc)]

    assert diagnostic.location == Location(path, line_of(text, old), column, end)


def test_what_reading_told_is_not_told_again() -> None:
    """An empty value, here of a required field, has its own message."""
    assert diagnostics_of(changed(PRAKTIJK, "status: loopt", "status:")) == ()
    assert diagnostics_of(changed(PRAKTIJK, "  klasse: tot-50.000", "  klasse: ~")) == ()
    assert validate(changed(PRAKTIJK, "status: loopt", "status:"), COLLECTIONS["praktijken"]).entry is None


def test_fields_in_another_order_are_a_warning_at_the_first_that_is_out_of_place() -> None:
    text = source(KANS).replace("fase: nu\n", "").replace("trend: anders-werken\n", "fase: nu\ntrend: anders-werken\n")
    diagnostic = diagnostic_of(documents(KANS, text)[0])

    assert (diagnostic.code, diagnostic.severity) == (Code.VELDVOLGORDE, Severity.WARNING)
    assert diagnostic.location == Location(KANS, 3, 1, 6)
    assert diagnostic.message == 'Het veld "trend" staat onder "fase", maar hoort erboven'
    assert diagnostic.hint.startswith("De volgorde is: titel, trend, fase, wie,")
    assert validate(documents(KANS, text)[0], COLLECTIONS["kansen"]).entry is not None


def test_an_item_that_is_wrong_only_in_its_text_does_not_pass() -> None:
    result = validate(document(body=""), COLLECTIONS["praktijken"])

    assert result.entry is None
    assert [d.code for d in result.diagnostics] == [Code.LEGE_TEKST]


def test_a_file_without_any_field_lacks_each_required_one() -> None:
    result = validate(Document(PRAKTIJK, "praktijken", "x", {}, source(PRAKTIJK), 1), COLLECTIONS["praktijken"])
    missing = [d.message for d in result.diagnostics if d.code is Code.VERPLICHT_VELD]
    required = [name for name, field in Praktijk.model_fields.items() if field.is_required()]

    assert sorted(missing) == sorted(f'Het veld "{name}" ontbreekt' for name in required)


@pytest.mark.parametrize("path", [PRAKTIJK, PAGINA])
@pytest.mark.parametrize("name", ["bronen", "Bronnen", "bron"])
def test_sources_under_a_wrong_name_are_one_mistake(path: str, name: str) -> None:
    """Not one for each citation too; also where sources are optional."""
    body = document(path).body + "\n\nEen zin [@krant-2024]."
    sources = document(PRAKTIJK).fields["bronnen"]
    diagnostics = diagnostics_of(document(path, body=body, bronnen=None, **{name: sources}))

    assert [d.code for d in diagnostics] == [Code.ONBEKEND_VELD]
    assert diagnostics[0].hint == 'Bedoelde u "bronnen"?'


@pytest.mark.parametrize("bronnen", ["krant-2024", {"sleutel": "krant-2024"}])
def test_sources_in_a_wrong_shape_are_one_mistake(bronnen: object) -> None:
    assert diagnostic_of(document(bronnen=bronnen)).code is Code.LIJST_VERWACHT


def test_sources_that_reading_refused_are_one_mistake() -> None:
    text = source(PAGINA).replace("gecontroleerd", "bronnen:\ngecontroleerd") + "\nEen zin [@krant-2024].\n"

    assert diagnostics_of(documents(PAGINA, text)[0]) == ()


def test_sources_that_are_not_there_are_told() -> None:
    """Nothing is wrong with the fields, so it is the citation that is."""
    diagnostic = diagnostic_of(document(PAGINA, body="Een zin [@krant-2024]."))

    assert diagnostic.code is Code.ONBEKENDE_BRON
    assert diagnostic.hint == "Voeg de bron toe bij bronnen, met sleutel: krant-2024"


@pytest.mark.parametrize(
    ("annotation", "model"),
    [
        (str, None),
        (Kosten, Kosten),
        (Praktijk.model_fields["bronnen"].annotation, Bron),
        (Kans.model_fields["scenario_oordeel"].annotation, Oordeel),
        (Trend.model_fields["in_scenarios"].annotation, None),
        (Praktijk.model_fields["ingetrokken"].annotation, Praktijk.model_fields["ingetrokken"].annotation.__args__[0]),  # type: ignore[union-attr]
    ],
    ids=["text", "group", "list", "mapping", "mapping-of-texts", "optional"],
)
def test_the_model_inside_a_type(annotation: object, model: type[BaseModel] | None) -> None:
    assert model_within(annotation) is model


@pytest.mark.parametrize(
    ("annotation", "choices"),
    [
        (str, ()),
        (Literal["a", "b"], ("a", "b")),
        (Annotated[tuple[Literal["a", "b"], ...], "mark"], ("a", "b")),
        (Mapping[str, Literal["a"]] | None, ("a",)),
    ],
)
def test_the_choices_inside_a_type(annotation: object, choices: tuple[str, ...]) -> None:
    assert choices_within(annotation) == choices


@pytest.mark.parametrize(
    ("model", "names", "title"),
    [
        (Praktijk, ("titel",), "Titel"),
        (Praktijk, ("bronnen", "url"), "Webadres"),
        (Praktijk, ("kosten", "klasse"), "Klasse"),
        (Kans, ("scenario_oordeel", "binnenstad-united"), "Oordeel per scenario"),
        (Kans, ("scenario_oordeel", "binnenstad-united", "reden"), "Reden"),
        (Trend, ("in_scenarios", "binnenstad-united"), "In de scenario's"),
        (Gemeente, ("ook",), "Ook"),
    ],
)
def test_the_field_that_a_path_leads_to(model: type[BaseModel], names: tuple[str, ...], title: str) -> None:
    field = field_at(model, names)

    assert field is not None
    assert field.title == title


def test_no_field_at_an_unknown_name() -> None:
    assert field_at(Praktijk, ()) is None
    assert field_at(Praktijk, ("bestaat-niet",)) is None


def test_the_order_of_fields() -> None:
    """The title first, what all items share last."""
    shared = ("bronnen", "gecontroleerd", "wijzigingen", "ingetrokken", "aliases")

    assert fields_in_order(Publicatie)[0] == "titel"
    assert fields_in_order(Begrip)[0] == "term"
    assert fields_in_order(Praktijk)[-5:] == shared
    for row in ROWS.values():
        assert sorted(fields_in_order(row.model)) == sorted(row.model.model_fields)


def test_items_cannot_be_changed() -> None:
    """Pages are made from them more than once."""
    kans: Any = validate(document(KANS), COLLECTIONS["kansen"]).entry
    trend: Any = validate(document(TREND), COLLECTIONS["trends"]).entry

    with pytest.raises(ValueError, match="frozen"):
        kans.item.titel = "anders"
    with pytest.raises(TypeError):
        kans.item.scenario_oordeel["x"] = None
    with pytest.raises(TypeError):
        trend.item.in_scenarios["x"] = None  # left out of the file


@pytest.mark.parametrize("row", COLLECTIONS.values(), ids=lambda row: row.name)
def test_the_table_of_collections(row: Any) -> None:
    assert COLLECTIONS[row.name] is row
    assert row.sections is row.model.SECTIES
    assert row.enkelvoud
    assert ("{slug}" in row.address) == (row.storage is not Storage.FILE)
    assert (row.slug_from == "") or row.slug_from in row.model.model_fields
    assert not row.reserved & set(row.closed)
