"""The generated corpus is valid, like real praktijken in size, and always the same."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.models.vocabulary import BEWIJS, STATUS, TREND_SLUGS
from binnenstad_site.pipeline import Options, Session
from tools import corpus
from tools.dutch import WORD, dutch_words
from tools.standing import PresentItems

CONTENT = corpus.PROJECT / "content"
WORDS = dutch_words(CONTENT, Path("/no/such/dictionary"))
"""Words of the real content, so that these tests see the same wherever they run."""


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def hundred() -> list[tuple[Mapping[str, corpus.Value], str]]:
    """Fields and body of a hundred praktijken."""
    files = corpus.praktijken(100, WORDS, corpus.towns_of(CONTENT), 42)
    parts = [text.split("---\n", 2) for _, text in files]
    return [(yaml.load(front, Loader=yaml.CBaseLoader), body) for _, front, body in parts]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("corpus") / "site"
    corpus.make(7, out)
    return out


# --- what is generated


def test_the_bodies_are_those_the_other_generators_get(hundred: list[tuple[Mapping[str, object], str]]) -> None:
    """The same amount of words, emphasis, lists, tables, links and citations on average."""
    bodies = [body for _, body in hundred]

    def average(pattern: str) -> float:
        return statistics.mean(len(re.findall(pattern, body, re.MULTILINE)) for body in bodies)

    assert 444 < statistics.mean(len(body.split()) for body in bodies) < 464
    assert 4 < average(r"\*\*\w+\*\*") < 7
    assert 2 < average(r"(?<!\*)\*\w+\*(?!\*)") < 4
    assert {len(re.findall(r"^- ", body, re.MULTILINE)) for body in bodies} == {5}
    assert {len(re.findall(r"^\| ", body, re.MULTILINE)) for body in bodies} == {7}
    assert {len(re.findall(r"\]\([a-z0-9-]+\.md\)", body)) for body in bodies} == {3}


def test_every_source_is_cited(hundred: list[tuple[Mapping[str, object], str]]) -> None:
    counts = set()
    for fields, body in hundred:
        listed = fields["bronnen"]
        assert isinstance(listed, list)
        keys = {source["sleutel"] for source in listed}
        assert set(re.findall(r"@([a-z0-9-]+)", body)) == keys
        counts.add(len(keys))
    assert counts == {2, 3, 4}


def test_every_status_evidence_level_and_trend_occurs(hundred: list[tuple[Mapping[str, object], str]]) -> None:
    assert {fields["status"] for fields, _ in hundred} == STATUS.keys()
    assert {fields["bewijs"] for fields, _ in hundred} == BEWIJS.keys()
    trends = [fields["trends"] for fields, _ in hundred]
    assert all(isinstance(few, list) and 1 <= len(few) <= 3 for few in trends)
    assert {few[0] for few in trends if isinstance(few, list)} == set(TREND_SLUGS)


def test_large_municipalities_come_more_often(hundred: list[tuple[Mapping[str, object], str]]) -> None:
    order = [town["slug"] for town in corpus.towns_of(CONTENT)]
    places = [order.index(fields["gemeenten"][0]) for fields, _ in hundred if isinstance(fields["gemeenten"], list)]
    assert len(places) == 100
    assert statistics.mean(places) < len(order) * 0.47


def test_titles_and_slugs_differ() -> None:
    made = list(corpus.praktijken(500, WORDS, corpus.towns_of(CONTENT), 1))
    titles = Counter(text.split("\n", 2)[1] for _, text in made)
    assert titles.most_common(1)[0][1] == 1
    assert len({slug for slug, _ in made}) == 500


@pytest.mark.parametrize(("n", "links"), [(1, 0), (2, 3)])
def test_small_sites_link_to_what_there_is(n: int, links: int) -> None:
    """An item never links to itself, also when there is hardly another."""
    for slug, text in corpus.praktijken(n, WORDS, corpus.towns_of(CONTENT), 42):
        slugs = re.findall(r"\]\(([a-z0-9-]+)\.md\)", text)
        assert len(slugs) == links
        assert slug not in slugs


def test_a_seed_always_gives_the_same_and_another_seed_another_tree(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        assert corpus.main(["5", str(tmp_path / name), "--seed", str(seed)]) == 0
    one, same, other = (files_in(tmp_path / name / "content") for name in ("one", "same", "other"))
    assert one == same
    assert one != other


def test_words_are_taken_from_the_dictionary_when_there_is_one(tmp_path: Path) -> None:
    dictionary = tmp_path / "dutch"
    dictionary.write_text("Aap\nnoot\nmies\nte lang voor hier\nwim\nzesendertigduizend\n", encoding="utf-8")
    assert sorted(dutch_words(CONTENT, dictionary)) == ["mies", "noot", "wim"]


def test_words_of_the_content_are_enough_without_a_dictionary() -> None:
    assert len(WORDS) > 1000
    assert all(WORD.fullmatch(word) for word in WORDS)


def test_every_aanpak_is_used_five_times_or_by_all() -> None:
    slugs = ["hub", "zone", "fonds"]
    many = corpus.shared(slugs, 100)
    assert sorted(many) == list(range(15))
    assert {slug: sum(slug in own for own in many.values()) for slug in slugs} == dict.fromkeys(slugs, 5)
    assert set(corpus.shared(slugs, 1)[0]) == set(slugs)


# --- the tree


def test_the_tree_holds_the_project_with_other_praktijken(tree: Path) -> None:
    made = {path.stem for path in (tree / "content" / "praktijken").iterdir()}
    real = {path.stem for path in (CONTENT / "praktijken").iterdir()}
    assert len(made) == 7
    assert not made & real
    for name in ("content/gemeenten.yaml", "content/site.yaml", "content/trends/anders-werken.md", "templates"):
        assert (tree / name).exists()
    assert (tree / "binnenstad_site" / "__init__.py").is_file()


def test_nothing_is_wrong_with_the_tree_but_that_its_addresses_are_new(tree: Path) -> None:
    """And that words of the real praktijken, which stay out, are on no page."""
    build = Session(tree).build(Options(datetime.now(UTC).date()))
    assert build.outputs
    assert {diagnostic.code for diagnostic in build.diagnostics} <= {Code.NIEUW_ADRES, Code.WOORD_ZONDER_PAGINA}


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert corpus.main(["1", str(tmp_path)]) == 2
    assert "not made by this tool" in capsys.readouterr().err
    assert files_in(tmp_path) == {"thesis.txt": b"years of work"}


def test_a_tree_is_made_again_when_what_it_was_made_from_changed(tree: Path, tmp_path: Path) -> None:
    assert corpus.is_made(7, tree)
    assert not corpus.is_made(8, tree)
    assert not corpus.is_made(7, tree, seed=43)
    assert not corpus.is_made(7, tmp_path)
    unfinished = tmp_path / "site"
    unfinished.mkdir()
    (unfinished / corpus.MARKER).write_text("{}\n", encoding="utf-8")
    (unfinished / "stale.txt").touch()
    assert not corpus.is_made(7, unfinished)
    corpus.make(7, unfinished)
    assert files_in(unfinished / "content") == files_in(tree / "content")
    assert not (unfinished / "stale.txt").exists()


PRESENT = PresentItems(
    {
        "praktijken": {"bp-1": "bp-1.md"},
        "verslagen": {"dag": "dag/index.md"},
        "kansen": {"eerste": "eerste.yaml", "tweede": "tweede.yaml"},
        "publicaties": {},
    }
)


@pytest.mark.parametrize(
    ("collection", "before", "after"),
    [
        ("trends", "zie [x](../praktijken/echt.md).", "zie [x](../praktijken/bp-1.md)."),
        ("trends", "zie [x](../praktijken/echt/index.md#aanpak).", "zie [x](../praktijken/bp-1.md)."),
        ("trends", "[x]: ../verslagen/weg.md", "[x]: ../verslagen/dag/index.md"),
        ("trends", "zie [x](../praktijken/bp-1.md#aanpak).", "zie [x](../praktijken/bp-1.md#aanpak)."),
        ("trends", "zie [x](anders-werken.md) en [y](../scenarios/a.md)", None),
        ("trends", "url: https://voorbeeld.nl/praktijken/echt.html", None),
        ("verslagen", "zie [x](ander.md)", "zie [x](dag/index.md)"),
        ("kansen", "praktijken:\n  - een\n  - twee\nbronnen:\n", "praktijken:\n  - bp-1\nbronnen:\n"),
        ("kansen", "praktijken: [een, twee]\nwie: x\n", "praktijken:\n  - bp-1\nwie: x\n"),
        ("kansen", "praktijken: []\n", "praktijken: []\n"),
        ("site.yaml", "uitgelicht:\n  - een\n", "uitgelicht:\n  - bp-1\n"),
        (
            "begrippen.yaml",
            "- term: x\n  zie:\n    - trends/anders-werken\n    - kansen/tweede\n    - praktijken/echt\n",
            "- term: x\n  zie:\n    - trends/anders-werken\n    - kansen/tweede\n    - praktijken/bp-1\n",
        ),
        ("aanpakken", "fouten:\n  - fout: x\n    praktijk: echt\ntabellen:\n", "tabellen:\n"),
        ("aanpakken", "telt_anders:\n  - praktijk: echt\n    reden: x\nbronnen:\n", "bronnen:\n"),
        ("aanpakken", "    rijen:\n      - praktijk: echt\n", "    rijen:\n      - praktijk: bp-1\n"),
        ("begrippen.yaml", "  zie:\n    - publicaties/weg\n", "  zie:\n    - publicaties/weg\n"),
    ],
)
def test_references_to_what_is_not_copied_lead_elsewhere(collection: str, before: str, after: str | None) -> None:
    assert PRESENT.retarget(before, collection) == (before if after is None else after)
