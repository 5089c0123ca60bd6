"""A document finds back where each of its fields stands, and knows about which ones something was said."""

import pytest

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.load.documents import Document, Layout, Storage, slug_of
from binnenstad_site.load.yamltext import SourcePositions

PATH = "content/praktijken/x.md"
FIELDS = {"titel": "Delft", "periode": {"start": "2020"}}
MARKS = SourcePositions("titel: Delft\nperiode:\n  start: 2020\n", 2)
DOCUMENT = Document(PATH, "praktijken", "x", FIELDS, "Tekst.\n", 6, MARKS, reported=frozenset({("periode",)}))


class TestLocate:
    def test_a_value_and_a_name(self) -> None:
        assert DOCUMENT.locate("titel") == Location(PATH, 2, 8, 13)
        assert DOCUMENT.locate("titel", key=True) == Location(PATH, 2, 1, 6)
        assert DOCUMENT.locate("periode", "start") == Location(PATH, 4, 10, 14)

    def test_a_missing_field_of_a_group_is_at_the_name_of_the_group(self) -> None:
        assert DOCUMENT.locate("periode", "eind") == Location(PATH, 3, 1, 8)

    def test_a_missing_field_of_the_item_is_at_the_dashes(self) -> None:
        assert DOCUMENT.locate("plek") == Location(PATH, 1, 1, 4)
        assert DOCUMENT.locate() == Location(PATH, 1, 1, 4)

    def test_in_yaml_it_is_at_the_first_line(self) -> None:
        document = Document(
            "content/kansen/x.yaml", "kansen", "x", {}, "", 1, SourcePositions("# uitleg\ntitel: Delft\n")
        )

        assert document.locate("plek") == Location("content/kansen/x.yaml", 1, 1, None)

    def test_in_a_list_it_is_at_the_entry(self) -> None:
        path = "content/begrippen.yaml"
        document = Document(
            path, "begrippen", "b", {}, "", 1, SourcePositions("- term: a\n- term: b\n  uitleg: c\n"), entry=1
        )

        assert document.locate("term") == Location(path, 2, 9, 10)
        assert document.locate("uitleg", key=True) == Location(path, 3, 3, 9)
        assert document.locate("zie") == Location(path, 2, 3, 7)
        assert document.locate() == Location(path, 2, 3, 7)

    def test_without_marks_it_is_at_the_beginning(self) -> None:
        """A document that a test makes by hand has a place too."""
        assert Document(PATH, "praktijken", "x", FIELDS, "", 1).locate("titel") == Location(PATH)

    def test_a_line_of_the_body(self) -> None:
        assert DOCUMENT.in_body(1) == Location(PATH, 6)
        assert DOCUMENT.in_body(3, 2, 5) == Location(PATH, 8, 2, 5)


def test_what_was_said_of_a_group_holds_for_all_of_it() -> None:
    assert DOCUMENT.already_reported("periode")
    assert DOCUMENT.already_reported("periode", "start", "str")
    assert not DOCUMENT.already_reported("titel")
    assert not DOCUMENT.already_reported()


def test_what_was_said_of_everything_holds_for_each_field() -> None:
    document = Document(PATH, "praktijken", "x", {}, "", 1, reported=frozenset({()}))

    assert document.already_reported("titel")
    assert document.already_reported()


def test_documents_are_compared_by_identity() -> None:
    """So they can be the key of a cache without looking at what is in them."""
    twin = Document(PATH, "praktijken", "x", FIELDS, "Tekst.\n", 6, MARKS, reported=frozenset({("periode",)}))

    assert twin != DOCUMENT
    assert len({twin, DOCUMENT, DOCUMENT}) == 2


class TestLayout:
    @pytest.mark.parametrize(
        ("storage", "path", "extension", "kilobytes"),
        [
            (Storage.MARKDOWN, "content/naam", ".md", 512),
            (Storage.TREE, "content/naam", ".md", 512),
            (Storage.YAML, "content/naam", ".yaml", 512),
            (Storage.LIST, "content/naam.yaml", ".yaml", 2048),
            (Storage.FILE, "content/naam.yaml", ".yaml", 512),
        ],
    )
    def test_where_it_lies(self, storage: Storage, path: str, extension: str, kilobytes: int) -> None:
        layout = Layout("naam", storage)

        assert (layout.path, layout.extension, layout.max_bytes) == (path, extension, kilobytes * 1024)

    @pytest.mark.parametrize(
        ("storage", "path", "slug"),
        [
            (Storage.MARKDOWN, "content/naam/delft-markt.md", "delft-markt"),
            (Storage.MARKDOWN, "content/naam/delft-markt/index.md", "delft-markt"),
            (Storage.MARKDOWN, "content/naam/Délft Markt.md", "delft-markt"),
            (Storage.MARKDOWN, "content/naam/zonder-uitgang", "zonder-uitgang"),
            (Storage.TREE, "content/naam/over/index.md", "over"),
            (Storage.TREE, "content/naam/over/redactie.md", "over/redactie"),
            (Storage.TREE, "content/naam/index.md", "index"),
            (Storage.LIST, "content/naam.yaml", "naam"),
            (Storage.FILE, "content/naam.yaml", "naam"),
        ],
    )
    def test_slugs_follow_from_paths(self, storage: Storage, path: str, slug: str) -> None:
        assert slug_of(path, Layout("naam", storage)) == slug
