"""References are found in the annotations of the models, and each leads to an item or is told at its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.link.references import ItemSlugs, check_references, item_slugs, ref_of_path
from binnenstad_site.load.documents import Document, Library
from binnenstad_site.models import COLLECTIONS, OMLEIDINGEN
from binnenstad_site.models.blocks import Blok, Bron, ScenarioSlug, TrendSlug
from binnenstad_site.models.items import Gemeente, MetBronnen, Pagina
from binnenstad_site.models.pointers import references, references_in
from binnenstad_site.models.rows import ROWS
from binnenstad_site.models.searchwords import Zoekwoord
from binnenstad_site.models.settings import Settings
from binnenstad_site.models.texttypes import Refers
from binnenstad_site.validate.validator import validate
from tests.conftest import build, codes_and_places, only_diagnostic
from tests.stages import KANS, PRAKTIJK, document, documents, line_of, source

EMPTY = Library((), frozenset(), frozenset(), {}, {}, 0)
FOUND: Mapping[type[BaseModel], set[tuple[tuple[str, ...], str]]] = {
    COLLECTIONS["trends"].model: {(("in_scenarios", "@"), "scenarios")},
    COLLECTIONS["praktijken"].model: {
        (("gemeenten", "*"), "gemeenten"),
        (("trends", "*"), "trends"),
        (("aanpakken", "*"), "aanpakken"),
        (("verwant", "*"), "praktijken"),
    },
    COLLECTIONS["kansen"].model: {
        (("trend",), "trends"),
        (("aanpak",), "aanpakken"),
        (("praktijken", "*"), "praktijken"),
        (("scenario_oordeel", "@"), "scenarios"),
    },
    COLLECTIONS["aanpakken"].model: {
        (("trends", "*"), "trends"),
        (("voorwaarden", "*", "praktijk"), "praktijken"),
        (("wanneer_niet", "*", "praktijk"), "praktijken"),
        (("fouten", "*", "praktijk"), "praktijken"),
        (("tabellen", "*", "rijen", "*", "praktijk"), "praktijken"),
        (("telt_anders", "*", "praktijk"), "praktijken"),
    },
    COLLECTIONS["scenarios"].model: set(),
    COLLECTIONS["verslagen"].model: {
        (("trends", "*"), "trends"),
        (("scenarios", "*"), "scenarios"),
        (("praktijken", "*"), "praktijken"),
        (("gemeenten", "*"), "gemeenten"),
    },
    COLLECTIONS["voorspellingen"].model: {(("trends", "*"), "trends"), (("scenarios", "*"), "scenarios")},
    COLLECTIONS["bijeenkomsten"].model: {(("trends", "*"), "trends"), (("gemeenten", "*"), "gemeenten")},
    COLLECTIONS["stellingen"].model: {(("trend",), "trends")},
    COLLECTIONS["werkplaats"].model: {(("kaartvragen", "@"), "trends"), (("scenariovragen", "@"), "scenarios")},
    Zoekwoord: {(("paginas", "*"), "*")},
    Gemeente: set(),
    COLLECTIONS["begrippen"].model: {(("zie", "*"), "*")},
    COLLECTIONS["agenda"].model: {(("gemeenten", "*"), "gemeenten")},
    COLLECTIONS["publicaties"].model: {(("trends", "*"), "trends")},
    Pagina: set(),
    MetBronnen: set(),
    Bron: set(),
    OMLEIDINGEN.model: set(),
    Settings: {(("uitgelicht", "*"), "praktijken")},
}


class Diep(Blok):
    """A group with references in every kind of place."""

    een: TrendSlug
    misschien: TrendSlug | None = None
    lijst: tuple[TrendSlug, ...] = ()
    sleutels: Mapping[ScenarioSlug, str] = {}
    waarden: Mapping[str, TrendSlug] = {}
    beide: Mapping[ScenarioSlug, tuple[TrendSlug, ...]] = {}


class Hoog(Blok):
    """Groups in groups."""

    groep: Diep | None = None
    groepen: tuple[Diep, ...] = ()
    overal: tuple[Annotated[str, Refers("*")], ...] = ()


@pytest.mark.parametrize("model", FOUND, ids=lambda model: model.__name__)
def test_the_references_of_each_model(model: type[BaseModel]) -> None:
    assert set(references_in(model)) == FOUND[model]


def test_every_model_that_is_read_is_in_the_table_above() -> None:
    assert {row.model for row in ROWS.values()} <= set(FOUND)


def test_references_lead_to_collections() -> None:
    for row in ROWS.values():
        assert {collection for _, collection in references_in(row.model)} <= {*COLLECTIONS, "*"}


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.name)
def test_a_field_with_the_name_of_a_collection_refers_to_it(row: Any) -> None:
    """So that no reference is a text that nobody looks up."""
    referring = {path[0] for path, _ in references_in(row.model)}

    assert set(row.model.model_fields) & set(COLLECTIONS) <= referring


def test_a_reference_is_found_wherever_it_stands_in_a_model() -> None:
    below = {
        (("een",), "trends"),
        (("misschien",), "trends"),
        (("lijst", "*"), "trends"),
        (("sleutels", "@"), "scenarios"),
        (("waarden", "*"), "trends"),
        (("beide", "@"), "scenarios"),
        (("beide", "*", "*"), "trends"),
    }

    assert set(references_in(Diep)) == below
    assert set(references_in(Hoog)) == {
        *((("groep", *path), to) for path, to in below),
        *((("groepen", "*", *path), to) for path, to in below),
        (("overal", "*"), "*"),
    }


def test_each_reference_of_an_item_with_its_place() -> None:
    item = Hoog(
        groep=Diep(een="a"),
        groepen=(
            Diep(
                een="b", misschien="c", lijst=("d", "e"), sleutels={"s": "x"}, waarden={"x": "f"}, beide={"t": ("g",)}
            ),
        ),
        overal=("trends/h", "paginas/over/i", "los"),
    )

    assert set(references(item)) == {
        (("groep", "een"), "trends", "a"),
        (("groepen", 0, "een"), "trends", "b"),
        (("groepen", 0, "misschien"), "trends", "c"),
        (("groepen", 0, "lijst", 0), "trends", "d"),
        (("groepen", 0, "lijst", 1), "trends", "e"),
        (("groepen", 0, "sleutels", "s"), "scenarios", "s"),
        (("groepen", 0, "waarden", "x"), "trends", "f"),
        (("groepen", 0, "beide", "t"), "scenarios", "t"),
        (("groepen", 0, "beide", "t", 0), "trends", "g"),
        (("overal", 0), "trends", "h"),
        (("overal", 1), "paginas", "over/i"),
        (("overal", 2), "los", ""),
    }
    assert set(references(Hoog())) == set()


def test_an_entry_carries_its_references() -> None:
    entry = validate(document(KANS), COLLECTIONS["kansen"]).entry
    assert entry is not None

    assert {(collection, slug) for _, collection, slug in entry.references} == {
        ("trends", "anders-werken"),
        ("aanpakken", "makers-op-proef"),
        ("praktijken", "deventer-makers"),
        ("scenarios", "binnenstad-united"),
        ("scenarios", "binnenstad-als-game"),
        ("scenarios", "exclusieve-binnenstad"),
        ("scenarios", "autarkische-binnenstad"),
    }


def stub(collection: str, slug: str) -> Document:
    return Document(f"content/{collection}/{slug}.md", collection, slug, {}, "", 1)


def test_what_exists_is_what_was_read_and_what_could_not_be() -> None:
    library = Library((), frozenset({("trends", "kapot")}), frozenset({"gemeenten"}), {}, {}, 0)
    slugs = item_slugs([stub("trends", "goed"), stub("praktijken", "fout")], library)

    assert slugs.has("trends", "goed")
    assert slugs.has("trends", "kapot")
    assert slugs.has("praktijken", "fout")
    assert not slugs.has("trends", "anders")
    assert slugs.has("gemeenten", "wat-dan-ook")
    assert not slugs.has("bestaat-niet", "goed")
    assert slugs.has("scenarios", "binnenstad-united"), "there always is one, so only its absence is told"
    assert set(slugs.by_collection) == set(COLLECTIONS)


def checked(
    loc: tuple[str | int, ...], collection: str, slug: str, slugs: ItemSlugs
) -> tuple[list[Any], tuple[Diagnostic, ...]]:
    checked = check_references([(loc, collection, slug)], document(), slugs)
    return list(checked.targets), checked.diagnostics


KNOWN = item_slugs([stub("trends", "anders-werken"), stub("praktijken", "deventer-makers")], EMPTY)


def test_a_reference_that_leads_to_an_item() -> None:
    assert checked(("trends", 0), "trends", "anders-werken", KNOWN) == ([("trends", "anders-werken")], ())


@pytest.mark.parametrize(
    ("collection", "slug", "message", "hint"),
    [
        (
            "trends",
            "anders-werke",
            '"anders-werke" staat niet in content/trends',
            'Bedoelde u "anders-werken"? Kies uit: anders-consumeren, anders-investeren, anders-produceren,',
        ),
        (
            "trends",
            "werken",
            '"werken" staat niet in content/trends',
            'Bedoelde u "anders-werken"? Kies uit: anders-consumeren, anders-investeren, anders-produceren,',
        ),
        (
            "kansen",
            "x",
            '"x" staat niet in content/kansen',
            "Schrijf de naam van een bestand in content/kansen, zonder uitgang.",
        ),
        (
            "trends",
            "anders-werken - anders-consumeren",
            '"anders-werken - anders-consumeren" staat niet in content/trends',
            "Zet de streepjes van de lijst recht onder elkaar, elk op een eigen regel.",
        ),
        (
            "gemeenten",
            "zwolle",
            '"zwolle" staat niet in content/gemeenten.yaml',
            "Schrijf wat in content/gemeenten.yaml achter slug: staat, in kleine letters met koppeltekens.",
        ),
        (
            "trend",
            "anders-werken",
            '"trend/anders-werken" begint niet met een map die bestaat',
            'Bedoelde u "trends/anders-werken"?',
        ),
        (
            "zomaar",
            "x",
            '"zomaar/x" begint niet met een map die bestaat',
            "Kies uit: trends, praktijken,",
        ),
        (
            "anders-werken",
            "",
            'Voor "anders-werken" ontbreekt de naam van de map',
            'Bedoelde u "trends/anders-werken"?',
        ),
        (
            "zomaar",
            "",
            'Voor "zomaar" ontbreekt de naam van de map',
            "Schrijf map/bestand, zoals trends/anders-werken.",
        ),
    ],
)
def test_a_reference_that_leads_nowhere(collection: str, slug: str, message: str, hint: str) -> None:
    refs, (diagnostic,) = checked(("trends", 1), collection, slug, KNOWN)

    assert refs == []
    assert (diagnostic.code, diagnostic.message) == (Code.ONBEKENDE_VERWIJZING, message)
    assert diagnostic.hint.startswith(hint)
    assert diagnostic.location == Location(PRAKTIJK, line_of(source(PRAKTIJK), "  - anders-consumeren"), 5, 22)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PRAKTIJK, "  - deventer\n", "  - devente\n"),
        (PRAKTIJK, "  - anders-consumeren\n", "  - consumeren\n"),
        ("content/praktijken/leiden-proef.md", "verwant:\n  - deventer-makers", "verwant:\n  - deventer"),
        (KANS, "trend: anders-werken", "trend: werken"),
        (KANS, "praktijken:\n  - deventer-makers", "praktijken:\n  - makers"),
        ("content/verslagen/ronde-tafel.md", "  - binnenstad-united", "  - united"),
        ("content/agenda/open-dag.yaml", "gemeenten:\n  - deventer", "gemeenten:\n  - zwolle"),
        ("content/publicaties/de-nieuwe-binnenstad.yaml", "  - anders-werken", "  - anders"),
        ("content/begrippen.yaml", "trends/anders-werken", "trends/werken"),
        ("content/site.yaml", "  - deventer-makers", "  - makers"),
    ],
)
def test_each_reference_field_is_looked_up(
    project: Path, change: Callable[..., None], path: str, old: str, new: str
) -> None:
    change(path, old, new)
    diagnostic = only_diagnostic(build(project))

    assert diagnostic.code is Code.ONBEKENDE_VERWIJZING
    assert diagnostic.location.path == path
    text = source(path)
    assert diagnostic.location.line == line_of(text, old) + old.strip("\n").count("\n")


def test_a_judgement_in_an_unknown_scenario_is_told_at_its_name(project: Path, change: Callable[..., None]) -> None:
    change(KANS, "  binnenstad-united:\n", "  binnenstad-unite:\n")
    codes = {(code, line) for code, _, line, _ in codes_and_places(build(project))}

    assert (Code.ONBEKENDE_VERWIJZING.value, line_of(source(KANS), "  binnenstad-united:")) in codes


@pytest.mark.parametrize(
    ("path", "ref"),
    [
        ("content/trends/anders-werken.md", ("trends", "anders-werken")),
        ("content/praktijken/x/index.md", ("praktijken", "x")),
        ("content/kansen/x.yaml", ("kansen", "x")),
        ("content/paginas/over/index.md", ("paginas", "over")),
        ("content/paginas/over/redactie.md", ("paginas", "over/redactie")),
        ("content/gemeenten.yaml", ("gemeenten", "")),
    ],
)
def test_the_key_that_a_file_would_have(path: str, ref: tuple[str, str]) -> None:
    assert ref_of_path(path) == ref


@pytest.mark.parametrize("path", [PRAKTIJK, KANS, "content/paginas/over/index.md", "content/paginas/over/redactie.md"])
def test_the_key_of_a_file_is_that_of_its_document(path: str) -> None:
    doc = documents(path)[0]

    assert ref_of_path(path) == (doc.collection, doc.slug)
