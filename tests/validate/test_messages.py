"""Every way in which a model can refuse a value has a Dutch wording, and what its hint offers would be taken."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core.core_schema import ErrorType

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.models.blocks import Blok
from binnenstad_site.models.rows import ROWS
from binnenstad_site.models.texttypes import Adres, JaNee, Slug
from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.validate.field_errors import LONGEST_QUOTE, FieldError, quoted
from binnenstad_site.validate.messages import NO, WORDINGS, YES, word_error
from tests.stages import KANS, PRAKTIJK, TREND, diagnostic_of, document

MAY_REFUSE: Mapping[str, frozenset[str]] = {
    "bool": frozenset({"bool_type"}),
    "chain": frozenset(),
    "default": frozenset(),
    "dict": frozenset({"dict_type"}),
    "definition-ref": frozenset(),
    "definitions": frozenset(),
    "float": frozenset({"float_type"}),
    "function-after": frozenset(),
    "function-before": frozenset(),
    "function-wrap": frozenset(),
    "int": frozenset({"int_type"}),
    "literal": frozenset({"literal_error"}),
    "model": frozenset({"model_type"}),
    "model-field": frozenset(),
    "model-fields": frozenset({"missing", "extra_forbidden"}),
    "no-info": frozenset(),
    "nullable": frozenset(),
    "str": frozenset({"string_type"}),
    "tuple": frozenset({"tuple_type"}),
}
"""What each kind of core schema refuses of texts, tuples and mappings. (A `str` also refuses half a surrogate pair, and
a `bool`, `int` or `float` a text; but reading removes the first, and our own types take care of the second.)"""
LIMITS: Mapping[tuple[str, str], str] = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("tuple", "min_length"): "too_short",
    ("tuple", "max_length"): "too_long",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
    ("float", "ge"): "greater_than_equal",
    ("float", "le"): "less_than_equal",
}
BESIDE = {"min_length_validator": "too_short", "max_length_validator": "too_long"}
NO_LIMITS = frozenset({"type", "metadata", "strict", "variadic_item_index", "items_schema"})
OURS = re.compile(r'PydanticCustomError\(\s*"([^"]+)"')

VALUES = st.recursive(
    st.text(max_size=20) | st.sampled_from(("", "ja", "onbekend", "5", "2026-05", "https://x.nl/", "9" * 5000)),
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def schemas(node: object) -> Iterator[Mapping[str, Any]]:
    """Every part of a core schema that has a type."""
    if isinstance(node, Mapping):
        if isinstance(node.get("type"), str):
            yield node
        for name, inner in node.items():
            if name != "metadata":
                yield from schemas(inner)
    elif isinstance(node, list | tuple):
        for inner in node:
            yield from schemas(inner)


ALL_SCHEMAS = [part for row in ROWS.values() for part in schemas(row.model.__pydantic_core_schema__)]


def producible() -> set[str]:
    """Every error type that the models can give for what reading gives them."""
    kinds: set[str] = set()
    for part in ALL_SCHEMAS:
        kind = part["type"]
        kinds |= MAY_REFUSE[kind]
        if kind in {"str", "tuple", "int", "float"}:
            kinds |= {LIMITS[kind, name] for name in part.keys() - NO_LIMITS}
        if kind == "no-info":
            function = part["function"]
            if isinstance(function, partial):  # a limit beside a type that ends with a function of ours, or with None
                kinds |= {BESIDE[function.func.__name__]}
            else:
                kinds |= set(OURS.findall(inspect.getsource(function)))
    return kinds


def test_the_table_answers_exactly_what_the_models_can_refuse() -> None:
    """An unknown field is answered in `validation`, which knows the other fields."""
    assert set(WORDINGS) == producible() - {"extra_forbidden"}


def test_error_types_are_those_of_pydantic_or_codes_of_ours() -> None:
    types = set(get_args(ErrorType)) | {code.value for code in Code}

    assert set(WORDINGS) <= types


def models_within(model: type[BaseModel]) -> set[type[BaseModel]]:
    return {part["cls"] for part in schemas(model.__pydantic_core_schema__) if part["type"] == "model"}


MODELS = sorted(
    {model for row in ROWS.values() for model in models_within(row.model)}, key=lambda model: model.__name__
)
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_in_dutch_what_it_is_for(model: type[BaseModel]) -> None:
    """The title is in every message and the description in most hints."""
    for name, field in model.model_fields.items():
        assert field.title, name
        assert field.title[0].isupper(), name
        assert field.description, name
        assert field.description.endswith((".", "?")), name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_models_are_frozen_and_closed(model: type[BaseModel]) -> None:
    assert issubclass(model, Blok)
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
@settings(max_examples=25)
@given(value=VALUES)
def test_wrong_shapes_in_each_field_have_an_answer(model: type[BaseModel], name: str, value: object) -> None:
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        for detail in error.errors():
            assert detail["type"] == "extra_forbidden" or detail["type"] in WORDINGS


WRONG: list[tuple[str, str, dict[str, Any], Code, str, str]] = [
    (
        "literal_error",
        PRAKTIJK,
        {"status": "lopt"},
        Code.ONBEKENDE_KEUZE,
        '"lopt" kan niet bij "Status"',
        'Bedoelde u "loopt"? Kies uit: idee, proef, loopt, opgeschaald, afgerond, gestopt of onbekend.',
    ),
    (
        "literal_error",
        PRAKTIJK,
        {"land": "XX"},
        Code.ONBEKENDE_KEUZE,
        '"XX" kan niet bij "Land"',
        "Kies uit: NL, BE, DE, GB, FR, LU, DK, SE, NO, FI, AT, CH, ES, IT, PT, IE of US.",
    ),
    (
        "literal_error",
        PRAKTIJK,
        {"status": ("loopt",)},
        Code.TEKST_VERWACHT,
        'Bij "Status" hoort één tekst, maar hier staat een lijst',
        "Schrijf één waarde, zonder streepjes of blokhaken. Hoe staat het ervoor, volgens de nieuwste bron.",
    ),
    (
        "string_type",
        PRAKTIJK,
        {"plek": {"a": "b"}},
        Code.TEKST_VERWACHT,
        'Bij "Plek" hoort één tekst, maar hier staat een groep velden',
        'Zet de tekst tussen aanhalingstekens: "a: b". Waar in de stad.',
    ),
    (
        "string_type",
        PRAKTIJK,
        {"plek": {'de "a"': "'b'"}},
        Code.TEKST_VERWACHT,
        'Bij "Plek" hoort één tekst, maar hier staat een groep velden',
        """Zet de tekst tussen aanhalingstekens: 'de "a": ''b'''. Waar in de stad.""",
    ),
    (
        "string_type",
        PRAKTIJK,
        {"plek": {"a": "b", "c": "d"}},
        Code.TEKST_VERWACHT,
        'Bij "Plek" hoort één tekst, maar hier staat een groep velden',
        "Staat er een dubbele punt in de tekst, zet dan alles tussen aanhalingstekens. Waar in de stad.",
    ),
    (
        "int_type",
        TREND,
        {"volgorde": ("1",)},
        Code.TEKST_VERWACHT,
        'Bij "Volgorde" hoort één tekst, maar hier staat een lijst',
        "Schrijf één waarde, zonder streepjes of blokhaken. Plaats in de rij van zes: 1 tot en met 6.",
    ),
    (
        "tuple_type",
        PRAKTIJK,
        {"trends": "anders-werken"},
        Code.LIJST_VERWACHT,
        'Bij "Trends" hoort een lijst, ook als er maar één ding in staat',
        (
            "Zet de waarde tussen blokhaken, trends: [anders-werken], "
            "of op een eigen regel met een streepje: - anders-werken"
        ),
    ),
    (
        "tuple_type",
        PRAKTIJK,
        {"trends": "anders-werken, anders-consumeren"},
        Code.LIJST_VERWACHT,
        'Bij "Trends" hoort een lijst, ook als er maar één ding in staat',
        "Zet elke waarde op een eigen regel met een streepje: - anders-werken en - anders-consumeren",
    ),
    (
        "tuple_type",
        PRAKTIJK,
        {"partijen": "gemeente Delft, opdrachtgever"},
        Code.LIJST_VERWACHT,
        'Bij "Partijen" hoort een lijst, ook als er maar één ding in staat',
        "Zet de waarde op een eigen regel met een streepje: - gemeente Delft, opdrachtgever",
    ),
    (
        "tuple_type",
        PRAKTIJK,
        {"lessen": {"tekst": "x"}},
        Code.LIJST_VERWACHT,
        'Bij "Lessen" hoort een lijst, ook als er maar één ding in staat',
        "Zet een streepje voor het eerste veld, en de andere recht eronder: - tekst: …",
    ),
    (
        "model_type",
        PRAKTIJK,
        {"periode": "2021"},
        Code.GROEP_VERWACHT,
        'Bij "Periode" horen velden op eigen regels, elk met een naam, en hier staat alleen tekst: "2021"',
        "Zet onder periode: op eigen regels, twee spaties naar rechts: start: … en eind: …. Van wanneer tot wanneer.",
    ),
    (
        "dict_type",
        KANS,
        {"scenario_oordeel": "werkt"},
        Code.GROEP_VERWACHT,
        'Bij "Oordeel per scenario" horen velden op eigen regels, elk met een naam',
        "Zet de velden ingesprongen onder elkaar. Voor elk van de vier scenario's een oordeel met reden.",
    ),
    (
        "missing",
        PRAKTIJK,
        {"opgave": None},
        Code.VERPLICHT_VELD,
        'Het veld "opgave" ontbreekt',
        "Voeg een regel toe: opgave: … (Het probleem in één zin.)",
    ),
    (
        "string_too_short",
        PRAKTIJK,
        {"titel": "  a   "},
        Code.TE_KORT,
        '"Titel" is te kort: 1 teken, en minstens 2 zijn nodig',
        "Schrijf minstens 1 teken meer. De naam van de praktijk.",
    ),
    (
        "too_short",
        PRAKTIJK,
        {"wijzigingen": ({"datum": "2026-11-20", "soort": "klein", "wat": "a     "},)},
        Code.TE_KORT,
        '"Wat" is te kort: 1 teken, en minstens 3 zijn nodig',
        "Schrijf minstens 2 tekens meer. Eén zin: wat is er nieuw of anders.",
    ),
    (
        "string_too_long",
        PRAKTIJK,
        {"titel": " " + "a" * 93 + " "},
        Code.TE_LANG,
        '"Titel" is te lang: 93 tekens, en hooguit 90 passen',
        "Haal er 3 tekens af.",
    ),
    (
        "too_short",
        PRAKTIJK,
        {"eerste_stappen": ("een", "twee")},
        Code.TE_WEINIG,
        'Bij "Eerste stappen" staan er 2; minstens 3 zijn nodig',
        "Voeg er 1 toe. Drie eerste stappen voor een gemeente die dit wil.",
    ),
    (
        "too_long",
        PRAKTIJK,
        {"eerste_stappen": tuple("abcd")},
        Code.TE_VEEL,
        'Bij "Eerste stappen" staan er 4; hooguit 3 zijn toegestaan',
        "Haal er 1 weg. Drie eerste stappen voor een gemeente die dit wil.",
    ),
    (
        "less_than_equal",
        TREND,
        {"volgorde": "7"},
        Code.ONGELDIG_GETAL,
        '"7" kan niet bij "Volgorde": hooguit 6',
        "Plaats in de rij van zes: 1 tot en met 6.",
    ),
    (
        "greater_than_equal",
        TREND,
        {"volgorde": "0"},
        Code.ONGELDIG_GETAL,
        '"0" kan niet bij "Volgorde": minstens 1',
        "Plaats in de rij van zes: 1 tot en met 6.",
    ),
    (
        "less_than_equal",
        PRAKTIJK,
        {"kaartpunten": ({"plaats": "X", "lat": "95", "lon": "6.1"},)},
        Code.ONGELDIG_GETAL,
        '"95" kan niet bij "Breedtegraad": hooguit 90',
        "Breedtegraad met een punt, zoals 52.255.",
    ),
    (
        "float_type",
        PRAKTIJK,
        {"kaartpunten": ({"plaats": "X", "lat": ("5",), "lon": "6.1"},)},
        Code.TEKST_VERWACHT,
        'Bij "Breedtegraad" hoort één tekst, maar hier staat een lijst',
        "Schrijf één waarde, zonder streepjes of blokhaken. Breedtegraad met een punt, zoals 52.255.",
    ),
    (
        "string_pattern_mismatch",
        "content/gemeenten.yaml",
        {"code": "0150"},
        Code.ONBEKENDE_KEUZE,
        '"0150" kan niet bij "Code"',
        "Code van het CBS, zoals GM0150.",
    ),
    (
        "ongeldige-datum",
        PRAKTIJK,
        {"gecontroleerd": "31-5-2026"},
        Code.ONGELDIGE_DATUM,
        '"31-5-2026" is geen datum die bij "Gecontroleerd" kan',
        "Bedoelde u 2026-05-31? Schrijf JJJJ-MM of JJJJ-MM-DD.",
    ),
    (
        "ongeldige-datum",
        PRAKTIJK,
        {"gecontroleerd": "pas"},
        Code.ONGELDIGE_DATUM,
        '"pas" is geen datum die bij "Gecontroleerd" kan',
        "Schrijf JJJJ-MM of JJJJ-MM-DD, zoals 2026-05-31.",
    ),
    (
        "ongeldige-datum",
        PRAKTIJK,
        {"gecontroleerd": "2026-02-30"},
        Code.ONGELDIGE_DATUM,
        '"2026-02-30" bestaat niet op de kalender',
        "Controleer de dag en de maand.",
    ),
    (
        "ongeldige-datum",
        PRAKTIJK,
        {"gecontroleerd": "2026-13"},
        Code.ONGELDIGE_DATUM,
        '"2026-13" bestaat niet op de kalender',
        "Controleer de maand.",
    ),
    (
        "ongeldige-datum",
        PRAKTIJK,
        {"status_peildatum": "mei 2024"},
        Code.ONGELDIGE_DATUM,
        '"mei 2024" is geen datum die bij "Peildatum van de status" kan',
        "Bedoelde u 2024? Schrijf JJJJ of onbekend.",
    ),
    (
        "ongeldig-getal",
        "content/gemeenten.yaml",
        {"inwoners": "102.415"},
        Code.ONGELDIG_GETAL,
        '"102.415" is geen getal dat bij "Inwoners" kan',
        "Bedoelde u 102415? Schrijf een heel getal in cijfers, zonder punten of spaties.",
    ),
    (
        "ongeldig-getal",
        "content/gemeenten.yaml",
        {"lat": "noord"},
        Code.ONGELDIG_GETAL,
        '"noord" is geen getal dat bij "Breedtegraad" kan',
        "Schrijf een getal met een punt, zoals 52.255.",
    ),
    (
        "geen-ja-nee",
        PRAKTIJK,
        {"lessen": ({"tekst": "Begin klein.", "afgeleid": "No"},)},
        Code.GEEN_JA_NEE,
        '"No" kan niet bij "Afgeleid": alleen ja of nee',
        'Bedoelde u "nee"? ja: eigen conclusie van de redactie. nee: staat in een bron.',
    ),
    (
        "bool_type",
        PRAKTIJK,
        {"lessen": ({"tekst": "Begin klein.", "afgeleid": {"a": "b"}},)},
        Code.TEKST_VERWACHT,
        'Bij "Afgeleid" hoort één tekst, maar hier staat een groep velden',
        ('Zet de tekst tussen aanhalingstekens: "a: b". ja: eigen conclusie van de redactie. nee: staat in een bron.'),
    ),
    (
        "lege-waarde",
        PRAKTIJK,
        {"plek": " "},
        Code.LEGE_WAARDE,
        'Bij "Plek" staat niets tussen de aanhalingstekens',
        "Vul het in, of haal het weg als het niet verplicht is. Waar in de stad.",
    ),
    (
        "opmaak-in-veld",
        PRAKTIJK,
        {"plek": "de **markt**"},
        Code.OPMAAK_IN_VELD,
        'In "Plek" staat opmaak (**), maar een veld is gewone tekst',
        "Haal de tekens ** weg.",
    ),
    (
        "opmaak-in-veld",
        PRAKTIJK,
        {"plek": "de markt [@krant-2024]"},
        Code.OPMAAK_IN_VELD,
        'In "Plek" staat een bronverwijzing, maar een veld is gewone tekst',
        "Noem de bron in het veld bron, of in de tekst onder de velden.",
    ),
    (
        "opmaak-in-veld",
        PRAKTIJK,
        {"plek": "de [markt](https://x.nl)"},
        Code.OPMAAK_IN_VELD,
        'In "Plek" staat een link, maar een veld is gewone tekst',
        "Houd de woorden en haal het adres weg. Links kunnen in de tekst onder de velden.",
    ),
    (
        "opmaak-in-veld",
        PRAKTIJK,
        {"plek": "de <b>markt</b>"},
        Code.OPMAAK_IN_VELD,
        'In "Plek" staat HTML (<b…), maar een veld is gewone tekst',
        "Haal de code weg.",
    ),
    (
        "ongeldige-slug",
        "content/gemeenten.yaml",
        {"slug": "Den Haag"},
        Code.ONGELDIGE_SLUG,
        '"Den Haag" kan niet bij "Slug": alleen kleine letters, cijfers en streepjes',
        "Bedoelde u den-haag?",
    ),
    (
        "ongeldige-slug",
        "content/gemeenten.yaml",
        {"slug": "con"},
        Code.ONGELDIGE_SLUG,
        '"con" kan niet bij "Slug": dat woord is te lang of bezet',
        "Bedoelde u con-1?",
    ),
    (
        "ongeldige-slug",
        "content/gemeenten.yaml",
        {"slug": "COM1"},
        Code.ONGELDIGE_SLUG,
        '"COM1" kan niet bij "Slug": alleen kleine letters, cijfers en streepjes',
        "Bedoelde u com1-1?",
    ),
    (
        "ongeldig-adres",
        PRAKTIJK,
        {"aliases": ("https://x.nl/oud adres?a=b",)},
        Code.ONGELDIG_ADRES,
        '"https://x.nl/oud adres?a=b" is geen adres op deze site',
        "Een adres begint en eindigt met een schuine streep. Bedoelde u /oud-adres/?",
    ),
    (
        "ongeldig-adres",
        PRAKTIJK,
        {"aliases": ("#",)},
        Code.ONGELDIG_ADRES,
        '"#" is geen adres op deze site',
        "Een adres begint en eindigt met een schuine streep.",
    ),
    (
        "ongeldig-mailadres",
        "content/site.yaml",
        {"kanalen": {"mail": "mailto:Redactie@x.nl"}},
        Code.ONGELDIG_MAILADRES,
        '"mailto:Redactie@x.nl" kan niet bij "Mail"',
        "Bedoelde u redactie@x.nl? Schrijf één mailadres in kleine letters, zoals centrum@deventer.nl.",
    ),
    (
        "ongeldige-url",
        "content/publicaties/de-nieuwe-binnenstad.yaml",
        {"url": "www.x.nl"},
        Code.ONGELDIGE_URL,
        'Bij "Webadres": "www.x.nl" is geen volledig webadres',
        'Kopieer het hele adres uit de adresbalk; het begint met https://. Bedoelde u "https://www.x.nl"?',
    ),
    (
        "ongeldige-url",
        "content/publicaties/de-nieuwe-binnenstad.yaml",
        {"url": "https://x.nl/een stuk"},
        Code.ONGELDIGE_URL,
        'Bij "Webadres": "https://x.nl/een stuk" is geen volledig webadres',
        "Kopieer het hele adres uit de adresbalk; het begint met https://. Er staat nu een spatie in.",
    ),
    (
        "ongeldige-url",
        "content/publicaties/de-nieuwe-binnenstad.yaml",
        {"url": "javascript:alert(1)"},
        Code.ONGELDIGE_URL,
        'Bij "Webadres": "javascript:alert(1)" is geen volledig webadres',
        "Kopieer het hele adres uit de adresbalk; het begint met https://.",
    ),
    (
        "ongeldige-url",
        "content/publicaties/de-nieuwe-binnenstad.yaml",
        {"url": "https://x.nl/?fbclid=1"},
        Code.ONGELDIGE_URL,
        'Bij "Webadres": in dit adres zit een code waarmee lezers worden gevolgd',
        'Haal de volgcode weg: alles vanaf utm_, fbclid of gclid. Bedoelde u "https://x.nl/"?',
    ),
    (
        "ongeldige-url",
        "content/publicaties/de-nieuwe-binnenstad.yaml",
        {"url": "https://x.nl/?utm_source=a&b=c&gclid=1#d"},
        Code.ONGELDIGE_URL,
        'Bij "Webadres": in dit adres zit een code waarmee lezers worden gevolgd',
        'Haal de volgcode weg: alles vanaf utm_, fbclid of gclid. Bedoelde u "https://x.nl/?b=c#d"?',
    ),
    (
        "ongeldige-url",
        "content/publicaties/de-nieuwe-binnenstad.yaml",
        {"url": "https://x.nl/" + "a" * 2000},
        Code.ONGELDIGE_URL,
        'Bij "Webadres": dit adres is te lang',
        "Zoek het korte adres van de pagina.",
    ),
    (
        "dubbele-waarde",
        PRAKTIJK,
        {"trends": ("anders-werken", "anders-werken")},
        Code.DUBBELE_WAARDE,
        '"anders-werken" staat twee keer bij "Trends"',
        "Haal er een weg.",
    ),
]


@pytest.mark.parametrize(
    ("path", "changes", "code", "message", "hint"),
    [pytest.param(*row[1:], id=f"{row[0]}-{n}") for n, row in enumerate(WRONG)],
)
def test_what_the_editor_reads(path: str, changes: dict[str, Any], code: Code, message: str, hint: str) -> None:
    diagnostic = diagnostic_of(document(path, **changes))

    assert (diagnostic.code, diagnostic.message, diagnostic.hint) == (code, message, hint)


def test_each_answer_is_in_the_table_above() -> None:
    assert {row[0] for row in WRONG} == set(WORDINGS)


@pytest.mark.parametrize("value", ["zo", {"a": "b"}])
def test_what_a_skeleton_leaves_open_is_named_as_such(value: object) -> None:
    """Whatever the type of the field, and nothing else is named so."""
    open_ = FieldError("literal_error", "Status", "status", "Hoe staat het ervoor.", FILL_IN, {})
    assert word_error(open_) == (
        Code.VERPLICHT_VELD,
        'Bij "Status" staat nog <vul in>',
        "Vul het veld in. Hoe staat het ervoor.",
    )

    other = FieldError("literal_error", "Status", "status", "", value, {}, Literal["a"])
    assert word_error(other).code is not Code.VERPLICHT_VELD


@pytest.mark.parametrize("word", ["misschien", "", "?"])
def test_no_guess_between_ja_and_nee(word: str) -> None:
    diagnostic = diagnostic_of(document(lessen=({"tekst": "Begin klein.", "afgeleid": word},)))

    assert diagnostic.code is Code.GEEN_JA_NEE
    assert "Bedoelde" not in diagnostic.hint


@pytest.mark.parametrize("word", sorted(YES | NO))
def test_a_guess_between_ja_and_nee(word: str) -> None:
    """What other languages and programs write; in capitals too."""
    diagnostic = diagnostic_of(document(lessen=({"tekst": "Begin klein.", "afgeleid": word.upper()},)))

    assert diagnostic.hint.startswith(f'Bedoelde u "{"ja" if word in YES else "nee"}"?')
    assert not YES & NO
    assert TypeAdapter(JaNee).validate_python("ja" if word in YES else "nee") is (word in YES)


def offered(kind: str, value: str) -> str:
    """What the hint for a refused value offers."""
    answer = WORDINGS[kind](FieldError(kind, "Veld", "veld", "", value, {}))
    match = re.search(r"Bedoelde u (.*)\?\Z", answer.hint)
    return match.group(1) if match else ""


@given(st.text())
def test_an_offered_slug_would_be_taken(value: str) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(Slug)
    try:
        adapter.validate_python(value)
    except ValidationError:
        assert offered("ongeldige-slug", value) != value
        if value != "con":
            adapter.validate_python(offered("ongeldige-slug", value))


@given(st.text() | st.text("/ab #?:.-", max_size=15))
def test_an_offered_address_would_be_taken(value: str) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(Adres)
    try:
        adapter.validate_python(value)
    except ValidationError:
        if guess := offered("ongeldig-adres", value):
            assert adapter.validate_python(guess) == guess


def test_a_long_value_is_cut_short() -> None:
    assert quoted("kort") == '"kort"'
    assert quoted("x" * LONGEST_QUOTE) == f'"{"x" * LONGEST_QUOTE}"'
    assert quoted("x" * (LONGEST_QUOTE + 1)) == f'"{"x" * LONGEST_QUOTE}…"'
