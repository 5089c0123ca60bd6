"""The guide to the fields: what it says is what the models enforce."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from binnenstad_site.cli import fieldguide
from binnenstad_site.cli.fieldguide import MEANINGS, Guide, Kind, field_table, guides, limits, offered
from binnenstad_site.load.documents import Storage
from binnenstad_site.models import COLLECTIONS, Collection, fields_in_order, texttypes
from binnenstad_site.models.items import Item
from tools.velden import ROOT, generated

DATES = {"JJJJ": "2020", "JJJJ-MM": "2020-05", "JJJJ-MM-DD": "2020-05-06", "onbekend": "onbekend", "heden": "heden"}


def everything() -> Iterator[tuple[str, Guide]]:
    def below(path: str, fields: tuple[Guide, ...]) -> Iterator[tuple[str, Guide]]:
        for guide in fields:
            yield f"{path}.{guide.name}", guide
            yield from below(f"{path}.{guide.name}", guide.fields)

    for row in COLLECTIONS.values():
        yield from below(row.name, guides(row))


ALL = dict(everything())


def test_every_field_is_there_in_the_order_of_files() -> None:
    for row in COLLECTIONS.values():
        assert tuple(guide.name for guide in guides(row)) == fields_in_order(row.model)


def test_every_field_has_a_label_and_a_sentence() -> None:
    """Editors read both, in skeletons and in messages."""
    for path, guide in ALL.items():
        assert guide.label[0].isupper(), path
        assert guide.explanation.endswith((".", "?")), path


def test_each_kind_of_value_is_recognised() -> None:
    assert {guide.kind for guide in ALL.values()} == set(Kind)


@pytest.mark.parametrize("alias", list(fieldguide.DATES))
def test_a_date_takes_exactly_the_ways_of_writing_it_names(alias: Any) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(Annotated[str, alias])
    for name, written in DATES.items():
        if name in fieldguide.DATES[alias]:
            assert adapter.validate_python(written) == written
        else:
            with pytest.raises(ValidationError):
                adapter.validate_python(written)


def test_groups_keep_the_order_of_the_model() -> None:
    assert [guide.name for guide in ALL["praktijken.bronnen"].fields][:2] == ["sleutel", "titel"]


def test_what_a_field_is() -> None:
    assert ALL["praktijken.gemeenten"].refers == "gemeenten"
    assert ALL["praktijken.trends"].choices == COLLECTIONS["trends"].closed
    assert ALL["kansen.scenario_oordeel"].below == COLLECTIONS["scenarios"].closed
    assert ALL["begrippen.zie"].refers == "*"
    assert ALL["praktijken.wat_ging_mis"].or_unknown
    assert not ALL["praktijken.resultaten"].or_unknown
    assert ALL["begrippen.uitleg"].kind is Kind.TEXT
    assert not ALL["begrippen.uitleg"].required


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("praktijken.in_een_zin", "40 tot 200 tekens"),
        ("praktijken.plek", "hooguit 200 tekens"),
        ("praktijken.trends", "1 tot en met 4 regels"),
        ("praktijken.eerste_stappen", "3 regels"),
        ("praktijken.partijen", "minstens 1 regel"),
        ("praktijken.bronnen", "minstens 1"),
        ("trends.volgorde", "1 tot en met 6"),
        ("gemeenten.inwoners", "minstens 0"),
        ("praktijken.verwant", ""),
    ],
)
def test_limits_in_words(path: str, words: str) -> None:
    assert limits(ALL[path]) == words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("kansen.fase", "keuzes: nu, deze-collegeperiode, later"),
        ("praktijken.lessen.afgeleid", "keuzes: ja, nee"),
        ("praktijken.verwant", "namen van bestanden uit content/praktijken, zonder .md"),
        ("praktijken.gemeenten", "slugs uit content/gemeenten.yaml"),
        ("begrippen.zie", "zoals trends/anders-werken"),
        ("praktijken.plek", ""),
    ],
)
def test_choices_in_words(path: str, words: str) -> None:
    assert offered(ALL[path]) == words


def test_a_code_is_offered_with_its_meaning() -> None:
    assert "3 (gemeten)" in offered(ALL["praktijken.bewijs"])
    for options, meanings in MEANINGS.items():
        assert set(meanings) == set(options)


def test_a_type_that_has_no_guide_is_an_error() -> None:
    """Better no skeleton than one that guesses."""

    class Strange(Item):
        woorden: set[str] = Field(title="Woorden", description="Iets.")

    with pytest.raises(TypeError, match="no guide"):
        guides(Collection("vreemd", "vreemd", Strange, Storage.YAML, "/{slug}/"))


def test_markers_are_those_of_the_text_types() -> None:
    """Two types with one validator would be taken for each other."""
    aliases = "Tekst TekstMetBron Bestand Slug Adres Url Mailadres Geheel Decimaal Getal JaNee "
    names = (aliases + "Jaar JaarOfOnbekend Dag Maand Datum Begin Eind").split()
    markers = {get_args(getattr(texttypes, name))[1] for name in names}
    assert len(markers) == len(names)
    assert markers == set(fieldguide._MARKERS)


def test_the_table_names_every_field_with_its_rules() -> None:
    table = field_table()
    for path, guide in ALL.items():
        needed = "ja" if guide.required else "nee"
        assert f"{guide.name}` | {guide.label} | {guide.explanation} | {needed} |" in table, path
    assert "Jaar van die bron, of onbekend. | ja | datum: JJJJ of onbekend |" in table


def test_every_row_of_the_table_has_the_same_cells() -> None:
    rows = [line for line in field_table().splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} <= {4, 6}


@pytest.mark.parametrize("path", sorted(generated()))
def test_what_editors_read_was_generated_from_the_model_as_it_is(path: str) -> None:
    """After a change in the models: python -m tools.velden"""
    assert (ROOT / path).read_text(encoding="utf-8") == generated()[path]


def test_no_example_is_left_of_a_collection_that_is_gone() -> None:
    there = {file.relative_to(ROOT).as_posix() for file in (ROOT / "docs/voorbeelden").iterdir()}
    assert there == {path for path in generated() if path.startswith("docs/voorbeelden/")}
