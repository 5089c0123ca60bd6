"""The explanation of every message: each code has a section, says how bad it is, and gives examples that hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

from binnenstad_site.core.diagnostics import BUGS, SEVERITIES, Code, Severity
from binnenstad_site.core.urls import slugify
from binnenstad_site.load.documents import Layout
from binnenstad_site.load.front_matter import parse_file
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.validate.validator import validate

FILE = Path(__file__).parents[2] / "docs/fouten.md"
VERDICTS = {
    Severity.ERROR: "Fout: de site wordt niet vernieuwd.",
    Severity.WARNING: "Waarschuwing: de site wordt wel vernieuwd.",
}
OF_THE_GENERATOR = "Fout in de sitebouwer: de site wordt niet vernieuwd."
WHOLE_FILES = frozenset({Code.GEEN_VOORBLOK, Code.VOORBLOK_NIET_GESLOTEN})
NEEDS_THE_SITE = frozenset(
    {
        Code.AANKONDIGING,
        Code.AANPAK_ZONDER_PRAKTIJK,
        Code.BEWIJS_ZONDER_METING,
        Code.BRON_ZONDER_SOORT,
        Code.CIJFER_ZONDER_BRON,
        Code.CONTROLE_NODIG,
        Code.DOELJAAR_VOORBIJ,
        Code.DUBBEL_BEGRIP,
        Code.DUBBEL_PROGRAMMA,
        Code.DUBBEL_ZOEKWOORD,
        Code.EINDE_ZONDER_EIND,
        Code.GEEN_GEMEENTE,
        Code.KAPOTTE_OMLEIDING,
        Code.KOSTEN_ZONDER_BRON,
        Code.LES_ZONDER_BRON,
        Code.NU_MET_OUDE_BRON,
        Code.OMGEKEERDE_PERIODE,
        Code.OMLEIDING_IN_KRING,
        Code.OMLEIDING_OVER_OMLEIDING,
        Code.ONBEKENDE_VERWIJZING,
        Code.PAST_BIJ_ZONDER_REDEN,
        Code.PERSOONSGEGEVENS,
        Code.PRAKTIJK_ZONDER_AANPAK,
        Code.RIJ_PAST_NIET,
        Code.TEKENING_KLOPT_NIET,
        Code.TOESTEMMING_VERLOPEN,
        Code.UITKOMST_ZONDER_METING,
        Code.VAKER_ONBEKEND,
        Code.VERDWENEN_ADRES,
        Code.VOORWAARDE_ZONDER_BRON,
        Code.WIJZIGING_ZONDER_UITLEG,
        Code.WOORD_ZONDER_PAGINA,
        Code.ZOEKWOORD_LEEST_NIETS,
    }
)
"""Found by looking at more than one file; the folders in `tests/cases` show those."""


class Section(NamedTuple):
    """What stands below a heading of level 2."""

    paragraphs: list[str]
    examples: dict[str, tuple[str, str]]
    """`Niet goed:` or `Wel goed:` -> language and text."""


def read() -> dict[str, Section]:
    sections: dict[str, Section] = {}
    tokens = MarkdownIt().parse(FILE.read_text(encoding="utf-8"))
    section = Section([], {})
    for index, token in enumerate(tokens):
        content = tokens[index + 1].content if token.type in ("heading_open", "paragraph_open") else ""
        if token.type == "heading_open":
            section = Section([], {})
            if token.tag == "h2":
                assert content not in sections, f"{content} is explained twice"
                sections[content] = section
        elif token.type == "paragraph_open":
            section.paragraphs.append(content)
        elif token.type == "fence" and section.paragraphs:
            section.examples[section.paragraphs[-1]] = (token.info, token.content)
    return sections


SECTIONS = read()
CODES = [code.value for code in Code]


def test_every_code_has_a_section_in_the_order_of_the_list() -> None:
    assert list(SECTIONS) == CODES


@pytest.mark.parametrize("code", CODES)
def test_the_anchor_of_a_section_is_its_code(code: str) -> None:
    """Messages point to docs/fouten.md#code."""
    assert slugify(code) == code
    assert f"\n## {code}\n" in FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_a_section_says_whether_it_stops_publication(code: str) -> None:
    verdict = OF_THE_GENERATOR if Code(code) in BUGS else VERDICTS[SEVERITIES[Code(code)]]
    assert SECTIONS[code].paragraphs[0] == f"*{verdict}*"


@pytest.mark.parametrize("code", CODES)
def test_a_section_explains_and_addresses_the_reader_politely(code: str) -> None:
    text = " ".join(SECTIONS[code].paragraphs[1:])
    assert len(text) > 60
    assert not re.search(r"\b(je|jij|jouw|jullie)\b", text, re.IGNORECASE)
    assert "!" not in re.sub(r"`[^`]*`", "", text)


def codes_in(language: str, text: str, *, is_file: bool) -> set[Code]:
    """What reading and validation find in an example, taken as a part of a praktijk."""
    if not is_file:
        text = f"---\n{text}---\n" if language == "yaml" else f"---\ntitel: De markt van Delft\n---\n\n{text}"
    row = COLLECTIONS["praktijken"]
    parsed = parse_file(text.encode(), "content/praktijken/delft-markt.md", Layout(row.name, row.storage))
    codes = {diagnostic.code for diagnostic in parsed.diagnostics}
    for document in parsed.documents:
        codes |= {diagnostic.code for diagnostic in validate(document, row).diagnostics}
    return codes


EXAMPLES = [
    (code, label)
    for code, section in SECTIONS.items()
    for label, (language, _) in section.examples.items()
    if language != "text" and Code(code) not in NEEDS_THE_SITE
]


@pytest.mark.parametrize(("code", "label"), EXAMPLES)
def test_an_example_is_what_it_says_it_is(code: str, label: str) -> None:
    """The wrong example gives its message, and the right one does not."""
    language, text = SECTIONS[code].examples[label]
    codes = codes_in(language, text, is_file=text.startswith("---") or Code(code) in WHOLE_FILES)
    if label == "Niet goed:":
        assert Code(code) in codes
    elif code == Code.VERPLICHT_VELD:
        assert label == "Wel goed:"  # a piece of a file always lacks other fields
    else:
        assert label == "Wel goed:"
        assert Code(code) not in codes


def test_what_can_be_shown_in_fields_or_text_is_shown() -> None:
    """Each code that one file can give has a wrong and a right example; few need none."""
    shown = {code for code, label in EXAMPLES if label == "Niet goed:"}
    in_one_file = CODES[CODES.index(Code.AANHALINGSTEKEN_OPEN) : CODES.index(Code.BRON_OP_VERKEERDE_PLEK)]
    assert set(in_one_file) - shown == {Code.TE_DIEP_GENEST, Code.TE_VEEL_VELDEN}
    for code in shown:
        assert "Wel goed:" in SECTIONS[code].examples


def test_lines_are_not_too_long_to_read() -> None:
    assert max(len(line) for line in FILE.read_text(encoding="utf-8").splitlines()) <= 130
