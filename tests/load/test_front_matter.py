"""The bytes of a file become documents, or a message that says what to do; the same bytes always say the same."""

import codecs
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from binnenstad_site.core.diagnostics import Code, Location, Severity
from binnenstad_site.load.documents import Layout, Storage
from binnenstad_site.load.front_matter import ParsedFile, parse_file
from binnenstad_site.load.textfiles import decode

MARKDOWN = Layout("praktijken", Storage.MARKDOWN)
YAML = Layout("kansen", Storage.YAML)
LIST = Layout("begrippen", Storage.LIST, slug_from="term")
NUMBERED = Layout("omleidingen", Storage.LIST)
PATH = "content/praktijken/delft.md"
GOOD = "---\ntitel: Één\nplek: Markt\n---\n\n## Kop\n\nTekst.\n"


def markdown(text: str | bytes) -> ParsedFile:
    return parse_file(text if isinstance(text, bytes) else text.encode(), PATH, MARKDOWN)


def listed(text: str, layout: Layout = LIST) -> ParsedFile:
    return parse_file(text.encode(), layout.path, layout)


def codes_and_lines(parsed: ParsedFile) -> list[tuple[str, int, int]]:
    return [(d.code.value, d.location.line, d.location.column) for d in parsed.diagnostics]


class TestText:
    """However a text was saved, the same text comes out of it."""

    @pytest.mark.parametrize(
        "data",
        [
            codecs.BOM_UTF8 + GOOD.encode(),
            GOOD.replace("\n", "\r\n").encode(),
            GOOD.replace("\n", "\r").encode(),
            GOOD.replace("\n", "\r\n", 3).replace("Kop\n\n", "Kop\r\n\r").encode(),
            unicodedata.normalize("NFD", GOOD).encode(),
        ],
        ids=["bom", "crlf", "cr", "mixed", "nfd"],
    )
    def test_the_same_document(self, data: bytes) -> None:
        expected, parsed = markdown(GOOD), markdown(data)

        assert parsed.diagnostics == ()
        assert "".join(parsed.source) == GOOD
        for one, other in zip(parsed.documents, expected.documents, strict=True):
            assert (one.fields, one.body, one.body_line) == (other.fields, other.body, other.body_line)

    @pytest.mark.parametrize(
        ("data", "line", "column", "words"),
        [
            ("---\ntitel: café\n".encode("latin-1"), 2, 11, 'niet te lezen (waarschijnlijk "é")'),
            ("---\r\ntitel: “x”\r\n".encode("cp1252"), 2, 8, "niet te lezen"),
            (codecs.BOM_UTF8 + b"a\rb\r\n\xc3\xa9\xff", 3, 2, 'niet te lezen (waarschijnlijk "ÿ")'),
            (b"caf\xc3", 1, 4, "niet te lezen"),
            (GOOD.encode("utf-16"), 1, 1, "UTF-16"),
            (GOOD.encode("utf-16-le"), 1, 1, "UTF-16"),
            (GOOD.encode("utf-16-be"), 1, 1, "UTF-16"),
            (codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"), 1, 1, "UTF-16"),
            (GOOD.encode("utf-32"), 1, 1, "UTF-32"),
        ],
    )
    def test_another_encoding(self, data: bytes, line: int, column: int, words: str) -> None:
        parsed = markdown(data)

        assert codes_and_lines(parsed) == [("geen-utf8", line, column)]
        assert words in parsed.diagnostics[0].message
        assert "UTF-8" in parsed.diagnostics[0].hint
        assert parsed.broken
        assert parsed.documents == ()

    def test_the_line_with_the_wrong_byte_can_be_shown(self) -> None:
        text, _ = decode("---\ntitel: café\n".encode("latin-1"), PATH)

        assert text.split("\n")[1] == "titel: caf\N{REPLACEMENT CHARACTER}"

    @pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), b"tekst\0"])
    def test_no_text_at_all(self, data: bytes) -> None:
        parsed = markdown(data)

        assert codes_and_lines(parsed) == [("bestand-onleesbaar", 1, 1)]
        assert parsed.broken

    @pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
    @pytest.mark.parametrize("layout", [MARKDOWN, YAML, LIST])
    def test_an_empty_file(self, text: str, layout: Layout) -> None:
        parsed = parse_file(text.encode(), "content/x", layout)

        assert codes_and_lines(parsed) == [("leeg-bestand", 1, 1)]
        assert parsed.broken


class TestMarkdown:
    def test_fields_and_body(self) -> None:
        parsed = markdown(GOOD)
        document = parsed.documents[0]

        assert not parsed.broken
        assert (document.path, document.collection, document.slug) == (PATH, "praktijken", "delft")
        assert document.fields == {"titel": "Één", "plek": "Markt"}
        assert document.body == "\n## Kop\n\nTekst.\n"
        assert document.in_body(2) == Location(PATH, 6)
        assert document.locate("plek") == Location(PATH, 3, 7, 12)

    @pytest.mark.parametrize(
        ("text", "body", "line"),
        [
            ("---\na: 1\n---", "", 3),
            ("---\na: 1\n---\n", "", 4),
            ("---  \na: 1\n--- \nx", "x", 4),
            ("---\na: 1\n---\nx\n---\ny", "x\n---\ny", 4),
        ],
    )
    def test_where_the_body_begins(self, text: str, body: str, line: int) -> None:
        """Dashes in the text are a rule, not the end of the fields."""
        document = markdown(text).documents[0]

        assert (document.body, document.body_line) == (body, line)

    @pytest.mark.parametrize(
        ("text", "line", "words"),
        [
            ("Gewoon tekst.\n", 1, "niet met een blok met velden"),
            ("titel: Delft\n---\n", 1, "niet met een blok met velden"),
            ("\n\n---\na: 1\n---\n", 3, "Voor de regel met --- staat nog iets"),
            (" ---\na: 1\n---\n", 1, "Voor de regel met --- staat nog iets"),
            ("----\na: 1\n----\n", 1, "lijkt op ---"),
            ("—\na: 1\n—\n", 1, "lijkt op ---"),
            ("+++\na = 1\n+++\n", 1, "lijkt op ---"),
        ],
    )
    def test_no_fields(self, text: str, line: int, words: str) -> None:
        parsed = markdown(text)

        assert codes_and_lines(parsed) == [("geen-voorblok", line, 1)]
        assert words in parsed.diagnostics[0].message
        assert parsed.broken

    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("---\na: 1\n\nTekst.\n", "met alleen ---."),
            ("---\na: 1\n----\nTekst.\n", "Op regel 3 staat iets dat erop lijkt."),
            ("---\na: 1\n\n—\nTekst.\n", "Op regel 4 staat iets dat erop lijkt."),
            ("---", "met alleen ---."),
        ],
    )
    def test_fields_without_end(self, text: str, hint: str) -> None:
        parsed = markdown(text)

        assert [d.code for d in parsed.diagnostics] == [Code.VOORBLOK_NIET_GESLOTEN]
        assert parsed.diagnostics[0].location == Location(PATH, 1, 1, 4)
        assert parsed.diagnostics[0].hint.endswith(hint)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("---\n---\nTekst.\n", "geen-voorblok"),
            ("---\n# alleen een opmerking\n---\n", "geen-voorblok"),
            ("---\nzomaar tekst\n---\n", "groep-verwacht"),
            ("---\n- a\n- b\n---\n", "groep-verwacht"),
            ("---\n~\n---\n", "lege-waarde"),
            ("---\na: 1\n  b: 2\n---\n", "yaml-fout"),
        ],
    )
    def test_a_block_without_fields_is_one_mistake(self, text: str, code: str) -> None:
        parsed = markdown(text)

        assert [d.code for d in parsed.diagnostics] == [code]
        assert parsed.broken
        assert parsed.documents == ()

    def test_a_mistake_in_one_value_leaves_the_rest(self) -> None:
        """The document is there, and knows about which field enough was said."""
        parsed = markdown("---\ntitel: Delft: markt\nplek: Markt\n---\n")
        document = parsed.documents[0]

        assert codes_and_lines(parsed) == [("dubbele-punt", 2, 13)]
        assert not parsed.broken
        assert document.fields["plek"] == "Markt"
        assert document.already_reported("titel")
        assert not document.already_reported("plek")

    def test_invisible_characters_are_reported_once(self) -> None:
        """In fields and text alike, at their place; what follows is read without them."""
        parsed = markdown("---\nstatus: lo\u200bopt\n---\n\nEen\u202e [link](a\u00adb.md).\n")
        document = parsed.documents[0]

        assert codes_and_lines(parsed) == [("onzichtbaar-teken", 2, 11), ("onzichtbaar-teken", 5, 4)]
        assert document.fields == {"status": "loopt"}
        assert document.body == "\nEen [link](ab.md).\n"
        assert "\u200b" in "".join(parsed.source)


class TestYaml:
    def test_one_item(self) -> None:
        parsed = parse_file(b"# uitleg\ntitel: Een kans\n", "content/kansen/x.yaml", YAML)
        document = parsed.documents[0]

        assert (document.slug, document.body, document.fields) == ("x", "", {"titel": "Een kans"})
        assert document.locate("titel") == Location("content/kansen/x.yaml", 2, 8, 16)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("# niets\n", "leeg-bestand"),
            ("- a\n", "groep-verwacht"),
            ("tekst\n", "groep-verwacht"),
            ("a: [\n", "yaml-fout"),
        ],
    )
    def test_no_item(self, text: str, code: str) -> None:
        parsed = parse_file(text.encode(), "content/kansen/x.yaml", YAML)

        assert [d.code for d in parsed.diagnostics][:1] == [code]
        if code != "yaml-fout":
            assert parsed.broken


class TestLists:
    def test_a_document_for_each_entry(self) -> None:
        parsed = listed("- term: Plint\n- term: Tweede lijn\n  uitleg: x\n")

        assert [d.slug for d in parsed.documents] == ["plint", "tweede-lijn"]
        assert parsed.documents[1].locate("uitleg") == Location("content/begrippen.yaml", 3, 11, 12)
        assert not parsed.broken
        assert parsed.documents[0].positions is parsed.documents[1].positions

    def test_numbered_entries(self) -> None:
        parsed = listed("- van: /a/\n- van: /b/\n", NUMBERED)

        assert [d.slug for d in parsed.documents] == ["1", "2"]
        assert not parsed.broken

    @pytest.mark.parametrize("text", ["[]", "# nog niets\n"])
    def test_an_empty_list_is_fine(self, text: str) -> None:
        assert listed(text) == ParsedFile((), (), broken=False, source=(text,))

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("term: Plint\n", "lijst-verwacht"),
            ("tekst", "lijst-verwacht"),
            ("null", "lege-waarde"),
            ("- a: 1\n b: 2\n", "yaml-fout"),
        ],
    )
    def test_no_list(self, text: str, code: str) -> None:
        parsed = listed(text)

        assert [d.code for d in parsed.diagnostics] == [code]
        assert parsed.broken
        assert parsed.documents == ()

    def test_entries_without_a_readable_slug(self) -> None:
        """They are read, and nobody can say which slugs the list has."""
        parsed = listed("- term: Plint\n- uitleg: x\n- term: [a]\n- term: a: b\n- zomaar\n-\n")

        assert [d.slug for d in parsed.documents] == ["plint", "2", "3", "4"]
        assert codes_and_lines(parsed) == [("dubbele-punt", 4, 10), ("lege-waarde", 6, 1), ("groep-verwacht", 5, 3)]
        assert parsed.documents[3].already_reported("term")
        assert parsed.broken

    def test_the_same_slug_twice(self) -> None:
        parsed = listed("- term: Plint\n- term: plint\n  uitleg: x\n")

        assert codes_and_lines(parsed) == [("dubbel-item", 2, 9)]
        assert "eerder op regel 1" in parsed.diagnostics[0].message
        assert [d.slug for d in parsed.documents] == ["plint"]
        assert not parsed.broken

    def test_a_number_of_a_nameless_entry_is_no_slug(self) -> None:
        """The entry without a term is not the term `2`."""
        parsed = listed("- uitleg: x\n- uitleg: y\n- term: '2'\n")

        assert [d.slug for d in parsed.documents] == ["1", "2", "2"]
        assert parsed.diagnostics == ()


def lies_inside(place: Location, source: str) -> bool:
    lines = source.split("\n")
    return place.line <= len(lines) and place.column <= len(lines[place.line - 1]) + 1


PIECES = [
    *"a#'\"[]{}*&!\t\u00a0\u200b\x00\ufeff",
    "---\n",
    "---",
    "\n",
    "\r\n",
    "\r",
    "a: ",
    "- ",
    "b:",
    " #",
    "e\u0301",
    "term: x\n",
]
FILES = st.one_of(st.binary(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join).map(str.encode))


@settings(max_examples=500, deadline=None)
@given(FILES, st.sampled_from([MARKDOWN, YAML, LIST, NUMBERED]))
@example(b"---\n---", MARKDOWN)
@example(b"\xef\xbb\xbf\xff", MARKDOWN)
def test_any_bytes_load_or_report(data: bytes, layout: Layout) -> None:
    """Reading never raises, says the same twice, and every place it gives lies in the file."""
    path = f"{layout.path}/x{layout.extension}" if layout.is_folder else layout.path
    parsed = parse_file(data, path, layout)
    again = parse_file(data, path, layout)
    source = "".join(parsed.source)

    assert parsed.diagnostics == again.diagnostics
    assert parsed.broken == again.broken
    assert (
        parsed.documents
        or any(d.severity is Severity.ERROR for d in parsed.diagnostics)
        or layout.storage is Storage.LIST
    )
    places = [d.location for d in parsed.diagnostics]
    for document in parsed.documents:
        places += [document.locate(name, key=key) for name in ("titel", "a", "b", 0) for key in (True, False)]
        places += [document.locate(), document.in_body(1), document.in_body(document.body.count("\n") + 1)]
    assert all(place.path == path and lies_inside(place, source) for place in places)
