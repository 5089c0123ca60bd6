"""The forms ask exactly what the models hold, in a configuration that their program accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import jsonschema
import pytest
from pydantic import TypeAdapter, ValidationError

from binnenstad_site.cli import cms_config, cms_patterns, fieldguide
from binnenstad_site.cli.cms_config import Json
from binnenstad_site.cli.cms_installed import PACKAGE
from binnenstad_site.cli.fieldguide import Guide, Kind, guides
from binnenstad_site.load.documents import Storage
from binnenstad_site.models import COLLECTIONS, Collection, texttypes
from binnenstad_site.models.blocks import Blok, veld
from binnenstad_site.models.settings import Repository
from tests.conftest import ROOT

REPOSITORY = Repository(url="https://github.com/voorbeeld/de-nieuwe-binnenstad", tak="hoofd")
CONFIG = cms_config.cms_config(REPOSITORY, "https://voorbeeld.nl/pad", "De nieuwe binnenstad")
BY_NAME: Mapping[str, Json] = {collection["name"]: collection for collection in CONFIG["collections"]}


def fields_of(name: str) -> list[Json]:
    collection = BY_NAME[name]
    fields: list[Json] = collection["files"][0]["fields"] if "files" in collection else collection["fields"]
    return fields[0]["fields"] if COLLECTIONS[name].storage is Storage.LIST else fields


def field(name: str, *path: str) -> Json:
    fields = fields_of(name)
    for step in path[:-1]:
        fields = next(one["fields"] for one in fields if one["name"] == step)
    return next(one for one in fields if one["name"] == path[-1])


def pairs(asked: tuple[Guide, ...], fields: list[Json]) -> Iterator[tuple[Guide, Json]]:
    """Each field of a model beside its form, also in groups."""
    assert [guide.name for guide in asked] == [one["name"] for one in fields if one["name"] != "body"]
    for guide, form in zip(asked, fields, strict=False):
        yield guide, form
        if guide.fields:
            yield from pairs(guide.fields, form["fields"][0]["fields"] if guide.below else form["fields"])


@pytest.mark.parametrize("row", COLLECTIONS.values(), ids=COLLECTIONS)
def test_every_field_of_every_model_has_its_label_help_and_limits(row: Collection) -> None:
    for guide, form in pairs(guides(row), fields_of(row.name)):
        assert form["label"] == guide.label
        assert form["required"] is (guide.required and not guide.or_unknown)
        assert form["hint"] == guide.explanation or guide.or_unknown
        if guide.many or guide.kind is Kind.INTEGER:
            assert (form.get("min"), form.get("max")) == (guide.least, guide.most)
        elif guide.kind is Kind.TEXT and not guide.below:
            assert (form.get("minlength"), form.get("maxlength")) == (guide.least, guide.most)


class Vreemd(Blok):
    """A model with a type that has no form."""

    veld: complex = veld("Veld", "Uitleg.")


def test_a_type_without_a_form_stops() -> None:
    with pytest.raises(TypeError, match="no guide"):
        guides(Collection("vreemd", "vreemd", Vreemd, Storage.YAML, "/vreemd/{slug}/"))


def test_choices_references_and_lists() -> None:
    assert field("praktijken", "status")["options"][0] == {"label": "idee", "value": "idee"}
    assert field("praktijken", "bewijs")["options"][3] == {"label": "3: gemeten", "value": 3}
    assert field("praktijken", "trends") | {"hint": ""} == {
        "name": "trends",
        "label": "Trends",
        "hint": "",
        "required": True,
        "widget": "relation",
        "collection": "trends",
        "dropdown_threshold": 0,
        "value_field": "{{slug}}",
        "display_fields": ["titel"],
        "search_fields": ["titel"],
        "multiple": True,
        "min": 1,
        "max": 4,
    }
    assert field("praktijken", "gemeenten")["value_field"] == "lijst.*.slug"
    assert field("praktijken", "kosten", "bedragen", "bron")["field"]["widget"] == "string"
    assert [one["name"] for one in field("kansen", "scenario_oordeel")["fields"]] == [
        "binnenstad-united",
        "binnenstad-als-game",
        "exclusieve-binnenstad",
        "autarkische-binnenstad",
    ]


def test_who_may_do_what() -> None:
    assert CONFIG["backend"] == {
        "name": "github",
        "repo": "voorbeeld/de-nieuwe-binnenstad",
        "branch": "hoofd",
        "open_authoring": True,
        "auth_scope": "public_repo",
    }
    assert CONFIG["publish_mode"] == "editorial_workflow"
    assert {collection["publish"] for collection in BY_NAME.values()} == {False}
    assert not BY_NAME["trends"]["create"]
    assert BY_NAME["praktijken"]["preview_path"] == "praktijken/{{slug}}/"
    assert BY_NAME["praktijken"]["media_folder"] == "{{slug}}"
    assert {name for name, collection in BY_NAME.items() if collection.get("hide")} == {"gemeenten", "begrippen"}
    assert {"bijeenkomsten", "stellingen", "voorspellingen", "werkplaats", "zoekwoorden"} <= set(BY_NAME)


def test_a_new_text_begins_with_its_sections() -> None:
    body = field("praktijken", "body")
    assert re.findall(r"^## (.+)$", body["default"], re.MULTILINE) == list(COLLECTIONS["praktijken"].sections or ())


@pytest.mark.parametrize(
    ("path", "good", "bad"),
    [
        (("status_peildatum",), ["2024", "onbekend"], ["24", "2024-05", "mei 2024"]),
        (("periode", "eind"), ["heden", "2024-05"], ["nu", "2024-5"]),
        (
            ("bronnen", "url"),
            ["https://voorbeeld.nl/a?b=1", "http://a.nl", "https://intranet-gids.nl/x.pdf", "https://a.nl/?u=b@c.nl"],
            [
                *("voorbeeld.nl", "https://a.nl/?utm_source=b", "https://a b.nl", "https://naam@a.nl/"),
                *("http://intranet/documenten/markt.pdf", "https://stad.sharepoint.com/x", "http://server.lan"),
                "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fkrant.example",
            ],
        ),
        (("bronnen", "sleutel"), ["ad-2017"], ["AD 2017", "-a"]),
        (("kaartpunten", "lat"), ["52.25"], ["52,25", "noord"]),
        (("uitgangssituatie", "getal"), ["210.000", "23,7"], ["12 panden", "1.5000"]),
        (("opgave",), ["Lege panden: wat nu? *"], ["• leeg", "zie [dit](x)", "**vet**", "<b>x</b>", "cafÃ©s"]),
        (("eerste_stappen",), ["Bel 10 makers.", "Één"], ["1. Bel de makers.", "2) Kies een plein.", "• Tel"]),
    ],
)
def test_patterns_refuse_what_the_model_refuses(path: tuple[str, ...], good: list[str], bad: list[str]) -> None:
    asked = field("praktijken", *path)
    pattern, message = asked.get("field", asked)["pattern"]
    assert [text for text in good if not re.search(pattern, text, re.ASCII)] == []
    assert [text for text in bad if re.search(pattern, text, re.ASCII)] == []
    assert message.endswith(".")


@pytest.mark.parametrize("name", ["Jaar", "JaarOfOnbekend", "Maand", "Datum", "Begin", "Eind"])
@pytest.mark.parametrize("text", ["2024", "2024-05", "2024-05-31", "onbekend", "heden", "5-2024", ""])
def test_a_date_of_a_form_is_a_date_of_the_model(name: str, text: str) -> None:
    annotation = getattr(texttypes, name)
    pattern = cms_patterns.date(fieldguide.DATES[annotation.__metadata__[0]])[0]
    try:
        TypeAdapter(annotation).validate_python(text)
        accepted = True
    except ValidationError:
        accepted = False
    assert bool(re.search(pattern, text)) is accepted


def test_the_program_accepts_the_configuration() -> None:
    schema = json.loads((ROOT / PACKAGE / "schema" / "sveltia-cms.json").read_bytes())
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(CONFIG)] == []
    wrong = json.loads(json.dumps(CONFIG))
    wrong["collections"][1]["fields"][0]["minlenght"] = 2
    assert not validator.is_valid(wrong)


def test_the_page_knows_the_lists_that_may_be_unknown() -> None:
    """They are written as `onbekend` when an editor leaves them empty."""
    names = sorted({guide.name for row in COLLECTIONS.values() for guide in guides(row) if guide.or_unknown})
    begin = Path(ROOT / "templates/admin/begin.js").read_text("utf-8")
    assert f"new Set({json.dumps(names)})" in begin
