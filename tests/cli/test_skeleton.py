"""Skeletons: filled in they pass, left as they are they do not, and they say what the model says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.cli.fieldguide import Guide, Kind, guides
from binnenstad_site.cli.skeleton import (
    SECTION_HINTS,
    USUAL,
    WIDTH,
    Skeleton,
    SkeletonRefused,
    example,
    skeleton,
)
from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.load.documents import Document, Layout, Storage
from binnenstad_site.load.front_matter import parse_file
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.pointers import references
from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.validate.validator import validate
from tests.conftest import build, codes_and_places
from tests.visiting import picture_bytes

TODAY = date(2026, 11, 24)
NAMES = {
    "trends": "Anders werken",
    "scenarios": "Binnenstad united",
    "paginas": "over/Naam van een pagina",
}
WRITTEN = [name for name in COLLECTIONS if name != "gemeenten"]
DATES = {"JJJJ": "2020", "JJJJ-MM": "2020-05", "JJJJ-MM-DD": "2020-05-06"}
KEY = "bron-een"
PICTURE = "delft-markt/kramen.jpg"
PLACE = re.compile(rf"^((?! *#).*){re.escape(FILL_IN)}$", re.MULTILINE)
"""A line with something to fill in that is no comment."""


def example_of(collection: str, naam: str = "Naam: van een item") -> Skeleton:
    return skeleton(COLLECTIONS[collection], NAMES.get(collection, naam), TODAY)


def read(collection: str, text: str, path: str = "") -> tuple[Document, tuple[Diagnostic, ...]]:
    row = COLLECTIONS[collection]
    layout = Layout(row.name, row.storage, slug_from=row.slug_from)
    parsed = parse_file(text.encode(), path or example_of(collection).path, layout)
    assert len(parsed.documents) == 1, parsed.diagnostics
    return parsed.documents[0], parsed.diagnostics


def complaints(collection: str, text: str) -> tuple[Diagnostic, ...]:
    """Everything that reading and validation say."""
    document, diagnostics = read(collection, text)
    return (*diagnostics, *validate(document, COLLECTIONS[collection]).diagnostics)


def activated(text: str) -> str:
    """The text with every optional field in use, as an editor who takes all the hashes away gets it."""
    head, closing, body = text.partition("\n---\n")
    while (shorter := re.sub(r"^(\s*)#(?=#|[a-z_]+:|  )", r"\1", head, flags=re.MULTILINE)) != head:
        head = shorter
    return head + closing + body


def asked_fields(values: object, fields: tuple[Guide, ...]) -> Iterator[Guide]:
    """The guide of each value that is still to be filled in, in the order of the file."""
    assert isinstance(values, dict)
    by_name = {guide.name: guide for guide in fields}
    for name, value in values.items():
        guide = by_name[name]
        several = value if isinstance(value, tuple) else value.values() if guide.below else [value]
        for inner in several:
            if guide.fields:
                yield from asked_fields(inner, guide.fields)
            elif inner == FILL_IN:
                yield guide


def good(guide: Guide, number: int) -> str:
    """A value that the model accepts."""
    if guide.kind is Kind.REFERENCE:
        return {
            "praktijken": "deventer-makers",
            "aanpakken": "makers-op-proef",
            "gemeenten": "deventer",
            "*": "trends/anders-werken",
        }.get(guide.refers, guide.choices[0] if guide.choices else "")
    if guide.kind is Kind.CHOICE:
        return "onbekend" if "onbekend" in guide.choices else guide.choices[0]
    if guide.kind is Kind.DATE:
        return DATES[guide.dates[0]]
    if guide.kind is Kind.TEXT:
        most = int(guide.most or 300) if not guide.many else 300
        length = max(int(guide.least or 1) if not guide.many else 1, min(most, 60))
        return (f"Versie {number} over de binnenstad, " * 9)[:length].strip().ljust(length, "x")
    return {
        Kind.SLUG: KEY,
        Kind.ADDRESS: f"/oud-{number}/",
        Kind.URL: "https://voorbeeld.example/stuk",
        Kind.FILE: PICTURE,
        Kind.MAIL: "centrum@voorbeeld.example",
        Kind.INTEGER: f"{guide.most or guide.least or 0:g}",
        Kind.DECIMAL: "52.255",
        Kind.NUMBER: "23,7",
        Kind.YES_NO: "ja",
    }[guide.kind]


def filled(collection: str, text: str, leave: int | None = None) -> str:
    """The text with a good value for each thing to fill in, but for the one with number `leave`."""
    document, _ = read(collection, text)
    row = COLLECTIONS[collection]
    values = [good(guide, number) for number, guide in enumerate(asked_fields(document.fields, guides(row)))]
    cites = "bronnen" in document.fields
    sentence = "Een zin op basis van een bron, lang genoeg om te vertellen wat er is gedaan, door wie en wat ervan kwam"
    values += [f"{sentence}{f' [@{KEY}]' if cites else ''}."] * document.body.count(FILL_IN)
    assert len(values) == len(PLACE.findall(text)), "each value that is asked for is read back"
    if leave is not None:
        values[leave] = FILL_IN
    remaining = iter(values)
    return PLACE.sub(lambda match: match[1] + next(remaining), text)


@pytest.mark.parametrize("collection", WRITTEN)
def test_a_skeleton_that_is_filled_in_passes(collection: str) -> None:
    """Not even a warning is left: every source is used and every field stands in its place."""
    assert complaints(collection, filled(collection, example_of(collection).text)) == ()


@pytest.mark.parametrize("collection", WRITTEN)
def test_so_does_one_with_every_optional_field_in_use(collection: str) -> None:
    text = activated(example_of(collection).text)
    assert complaints(collection, filled(collection, text)) == ()
    document, _ = read(collection, text)
    assert tuple(document.fields) == tuple(guide.name for guide in guides(COLLECTIONS[collection]))


@pytest.mark.parametrize("collection", [name for name in WRITTEN if not COLLECTIONS[name].closed])
@pytest.mark.parametrize("complete", [False, True])
def test_a_site_with_a_skeleton_that_is_filled_in_says_nothing_new(
    project: Path, collection: str, complete: bool
) -> None:
    """What `new` promises: filled in, it passes `check`. Only words made up for a term stand on no page, a praktijk
    without its optional fields is advised to have some, a fourth statement asks which of the others goes, and made-up
    minutes do not add up. Of what is one file there is only one.
    """
    before = codes_and_places(build(project, TODAY))
    new = example_of(collection)
    path = project / new.path
    path.parent.mkdir(parents=True, exist_ok=True)
    is_one_file = COLLECTIONS[collection].storage is Storage.FILE
    text = filled(collection, activated(new.text) if complete else new.text)
    if complete and PICTURE in text:
        text = text.replace(PICTURE, f"{new.slug}/kramen.jpg")
        (path.parent / new.slug).mkdir()
        (path.parent / new.slug / "kramen.jpg").write_bytes(picture_bytes("JPEG"))
    with path.open("a" if new.append else "w" if is_one_file else "x", encoding="utf-8") as file:
        file.write(text)
    if collection == "aanpakken":  # it counts from the moment that a praktijk names it
        used = project / "content/praktijken/deventer-makers.md"
        text = used.read_text(encoding="utf-8").replace("aanpakken:\n", f"aanpakken:\n  - {new.slug}\n", 1)
        used.write_text(text, encoding="utf-8")
    expected = {Code.WOORD_ZONDER_PAGINA, Code.STELLINGEN_PER_TREND, Code.WERKPLAATS_MINUTEN}
    expected |= set() if complete else {Code.AANBEVOLEN_VELD}
    after = [row for row in codes_and_places(build(project, TODAY)) if row[0] not in expected]
    assert after == before


def refused(collection: str, text: str) -> bool:
    """Whether the mistake is found: by the model, or when references are looked up."""
    document, _ = read(collection, text)
    entry = validate(document, COLLECTIONS[collection]).entry
    return entry is None or any(FILL_IN in (slug, to) for _, to, slug in references(entry.item))


@pytest.mark.parametrize("collection", WRITTEN)
def test_nothing_that_is_left_to_fill_in_can_be_published(collection: str) -> None:
    """Each place on its own makes the file fail."""
    text = activated(example_of(collection).text)
    total = len(PLACE.findall(text))
    assert total > 0
    for number in range(total):
        assert refused(collection, filled(collection, text, leave=number)), number


@pytest.mark.parametrize("collection", WRITTEN)
def test_a_skeleton_as_it_comes_reads_without_a_fault_in_its_writing(collection: str) -> None:
    """All that is wrong with it is what is to be filled in: no message is about YAML."""
    _, diagnostics = read(collection, example_of(collection).text)
    assert diagnostics == ()
    for diagnostic in complaints(collection, example_of(collection).text):
        if diagnostic.code is Code.TE_WEINIG:
            continue  # a list counts only its entries that are right
        line = example_of(collection).text.split("\n")[diagnostic.location.line - 1]
        assert FILL_IN in line, diagnostic


def unwrap(text: str) -> str:
    """Comments as one line each."""
    return re.sub(r"\n *# (?=[^ ])", " ", text)


@pytest.mark.parametrize("collection", WRITTEN)
def test_every_field_has_its_explanation_above_it(collection: str) -> None:
    text = example(COLLECTIONS[collection])
    unwrapped = unwrap(text)
    for guide in guides(COLLECTIONS[collection]):
        assert f"{guide.label}: {guide.explanation} (" in unwrapped, guide.name


@pytest.mark.parametrize("collection", WRITTEN)
def test_comments_stay_within_the_width(collection: str) -> None:
    assert max(len(line) for line in example(COLLECTIONS[collection]).splitlines()) <= WIDTH + 14


def test_the_day_and_the_name_are_filled_in() -> None:
    fields = read("praktijken", example_of("praktijken").text)[0].fields
    assert fields["titel"] == "Naam: van een item"
    assert fields["gecontroleerd"] == "2026-11"
    assert fields["wijzigingen"] == ({"datum": "2026-11-24", "soort": "groot", "wat": "Eerste versie."},)


def test_an_example_without_a_day_leaves_it_to_the_editor() -> None:
    text = example(COLLECTIONS["praktijken"])
    assert f"gecontroleerd: {FILL_IN}" in text
    assert f"titel: {FILL_IN}" in text


def test_what_may_be_left_out_has_a_hash_and_what_nearly_all_have_does_not() -> None:
    text = example_of("praktijken").text
    assert "\n#verwant:\n#  - <vul in>\n" in text
    assert "\ngemeenten:\n  - <vul in>\n" in text
    assert "zoals deventer. Leeg alleen buiten Nederland. (meestal nodig; slugs" in text


def test_fields_that_are_shown_exist() -> None:
    paths = {(row.name, path) for row in COLLECTIONS.values() for path in _paths(guides(row))}
    assert {name for collection, path in paths for name in (path, f"{collection}.{path}")} >= USUAL


def _paths(fields: tuple[Guide, ...], group: str = "") -> Iterator[str]:
    for guide in fields:
        yield f"{group}{guide.name}"
        yield from _paths(guide.fields, f"{group}{guide.name}.")


def test_a_list_says_how_to_write_that_nothing_is_known() -> None:
    assert "niets gevonden? schrijf dan wat_ging_mis: onbekend)" in unwrap(example(COLLECTIONS["praktijken"]))


def test_three_steps_are_asked_for_when_there_must_be_three() -> None:
    assert "eerste_stappen:\n  - <vul in>\n  - <vul in>\n  - <vul in>\n" in example(COLLECTIONS["praktijken"])


def test_each_scenario_is_asked_for_and_explained_once() -> None:
    text = example(COLLECTIONS["kansen"])
    for slug in COLLECTIONS["scenarios"].closed:
        assert f"\n  {slug}:\n" in text
    assert text.count("# Oordeel: ") == 1


def test_every_section_has_a_hint_that_no_page_shows() -> None:
    for name, row in COLLECTIONS.items():
        if row.sections:
            assert tuple(SECTION_HINTS[name]) == row.sections
            for hint in SECTION_HINTS[name].values():
                assert not set("()\\[]") & set(hint), "it stands in a link definition"
                assert hint.endswith(".")
    assert set(SECTION_HINTS) == {name for name, row in COLLECTIONS.items() if row.sections}
    document, _ = read("verslagen", filled("verslagen", example_of("verslagen").text))
    entry = validate(document, COLLECTIONS["verslagen"]).entry
    assert entry is not None
    assert all("uitleg" not in section.html for section in entry.body.sections)


@pytest.mark.parametrize(
    ("collection", "naam", "path", "elsewhere"),
    [
        ("praktijken", "Wonen boven 't winkeltje", "content/praktijken/wonen-boven-t-winkeltje.md", True),
        ("trends", "Anders werken", "content/trends/anders-werken.md", True),
        ("kansen", "Één  stap\nper keer", "content/kansen/een-stap-per-keer.yaml", False),
        ("agenda", "Congres 2027", "content/agenda/congres-2027.yaml", False),
        ("paginas", "Over/ Deze site ", "content/paginas/over/deze-site.md", True),
        ("paginas", "/over/", "content/paginas/over.md", True),
        ("verslagen", "Over/Deze site", "content/verslagen/over-deze-site.md", True),
    ],
)
def test_the_name_gives_the_path(collection: str, naam: str, path: str, elsewhere: bool) -> None:
    example = skeleton(COLLECTIONS[collection], naam, TODAY)
    assert example.path == path
    assert example.elsewhere == ((path.replace(".md", "/index.md"),) if elsewhere else ())
    assert not example.append
    document, _ = read(collection, example.text, path)
    assert document.slug == example.slug


def test_a_term_is_an_entry_to_add_to_the_list() -> None:
    example = skeleton(COLLECTIONS["begrippen"], "Stadshart", TODAY)
    assert (example.path, example.slug, example.append) == ("content/begrippen.yaml", "stadshart", True)
    row = COLLECTIONS["begrippen"]
    together = parse_file(
        f"- term: winkel{example.text}".encode(), example.path, Layout(row.name, row.storage, slug_from=row.slug_from)
    )
    assert [document.slug for document in together.documents] == ["winkel", "stadshart"]


@pytest.mark.parametrize(
    ("collection", "naam", "words"),
    [
        ("trends", "Anders eten", "De trends zijn een gesloten lijst: anders-samenleven, "),
        ("scenarios", "Vijfde", "exclusieve-binnenstad en autarkische-binnenstad. Er komt geen nieuwe bij"),
        ("gemeenten", "Delft", "De gemeenten zijn een gesloten lijst"),
        ("praktijken", "  ", "Geef de naam"),
        ("praktijken", "?!", "Geef de naam"),
        ("paginas", "/", "Geef de naam"),
        ("paginas", "over/…", "Geef de naam"),
        ("praktijken", "Vergelijk", 'Het adres "vergelijk" is al ergens anders voor nodig'),
        ("agenda", "Con", 'Het adres "con" is al'),
        ("paginas", "over/aux", 'Het adres "over/aux" is al'),
    ],
)
def test_what_cannot_be_made_is_refused_in_dutch(collection: str, naam: str, words: str) -> None:
    with pytest.raises(SkeletonRefused, match=re.escape(words)):
        skeleton(COLLECTIONS[collection], naam, TODAY)


def test_an_item_may_be_called_item() -> None:
    assert skeleton(COLLECTIONS["agenda"], "Item", TODAY).slug == "item"


@pytest.mark.parametrize(
    "naam",
    [
        "Wonen boven winkels",
        "Delft: de nieuwe markt",
        "Plein #3",
        "'t Zand",
        '"Nieuw" plein',
        '\'t "Nieuwe" plein',
        "@home",
        "- los",
        "null",
        "ja",
        "2026",
        "Wat nu:",
        "Huis:tuin",
        "[Plein]",
        "a\\b: 'c'",
        "50% & meer",
        "C#",
    ],
)
def test_any_name_comes_back_as_it_was_typed(naam: str) -> None:
    """The name is put between quotes where YAML would read something else."""
    example = skeleton(COLLECTIONS["agenda"], naam, TODAY)
    document, diagnostics = read("agenda", example.text, example.path)
    assert document.fields["titel"] == naam
    assert diagnostics == ()
