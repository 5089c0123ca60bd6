"""Bodies: safe HTML, headings, links and citations, and what is reported about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.validate.markdown import LinkKey, LinkKind, Notes, Terms, parse, render

DATA = Path(__file__).parent / "markdown"


def cases() -> Iterator[object]:
    """`title . input . expected .`, with the line number of the case."""
    for path in sorted(DATA.glob("*.md")):
        parts: list[list[str]] = [[]]
        start = 1
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line == ".":
                parts.append([])
                if len(parts) == 4:
                    title, source, expected = ("\n".join(part).strip("\n") for part in parts[:3])
                    yield pytest.param(source, expected, id=f"{path.name}:{start} {title}")
                    parts, start = [[]], number + 2
            else:
                parts[-1].append(line)


def html(source: str, notes: Notes | None = None) -> str:
    """The HTML of a text whose links, unless `notes` say where they lead, keep the address as written."""
    body = parse(source)
    notes = notes or Notes()
    notes.links = notes.links or {link.key: link.href for link in body.links if link.kind is LinkKind.INSIDE}
    return "".join(render(section, notes) for section in body.sections)


def codes(source: str) -> list[tuple[Code, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in parse(source).problems]


@pytest.mark.parametrize(("source", "expected"), list(cases()))
def test_rendering(source: str, expected: str) -> None:
    """What an editor typed becomes exactly this."""
    assert html(source).strip() == expected.replace("€ 10", "€\N{NO-BREAK SPACE}10").replace(
        "5 meter", "5\N{NO-BREAK SPACE}meter"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("tekst\n\n<div>x</div>", [(Code.HTML_IN_TEKST, 3, 1)]),
        ("een <b>vet</b> woord", [(Code.HTML_IN_TEKST, 1, 5)]),
        ("een <b>vet</b> en </i> los", [(Code.HTML_IN_TEKST, 1, 5), (Code.HTML_IN_TEKST, 1, 19)]),
        ("op een Mac\r\rvan <b>toen</b>\r\n\r", [(Code.HTML_IN_TEKST, 3, 5)]),
        ("een\n[x](javascript:y)", [(Code.VERBODEN_LINK, 2, 5)]),
        ("[x](https://b\u0430nk.nl/a)", [(Code.VERBODEN_LINK, 1, 5)]),
        ("[x](https://bank.nl/\u0430)", []),
        ("![](foto.jpg)", [(Code.GEEN_ALTERNATIEVE_TEKST, 1, 5)]),
        ("# Titel", [(Code.KOP_NIVEAU_1, 1, 1)]),
        ("## Twee\n\n#### Vier", [(Code.KOPNIVEAU_OVERGESLAGEN, 3, 1)]),
        ("## Bronnen", [(Code.GERESERVEERDE_KOP, 1, 1)]),
        ("## A\n\n### Zo\n\n### Zo", [(Code.DUBBELE_KOP, 5, 1)]),
        ("een [@A] hier", [(Code.ONGELDIGE_BRONVERWIJZING, 1, 5)]),
        ("een [zie @a] hier", [(Code.ONGELDIGE_BRONVERWIJZING, 1, 5)]),
        ("## Kop [@a]", [(Code.BRON_OP_VERKEERDE_PLEK, 1, 8)]),
        ("[tekst [@a]](../x.md)", [(Code.BRON_OP_VERKEERDE_PLEK, 1, 8)]),
        ("![plaat [@a]](foto.jpg)", [(Code.BRON_OP_VERKEERDE_PLEK, 1, 9)]),
        ("![plaat](file:///C:/foto.jpg)", [(Code.VERBODEN_LINK, 1, 10)]),
        ("tekst\n\n[@a]: https://x.example", [(Code.BRON_OP_VERKEERDE_PLEK, 3, 1)]),
        ("> " * 60 + "diep", [(Code.TE_DIEP_GENEST, 1, 1)]),
        ("gewoon [tekst](../x.md) en info@x.nl [@a; @b-2].", []),
    ],
)
def test_problems(source: str, expected: list[tuple[Code, int, int]]) -> None:
    """Each mistake is found once, at its line and column."""
    assert codes(source) == expected


def test_links_keep_what_was_typed() -> None:
    """A link is known by its address as written, with its place; a reference link by its definition."""
    links = parse("Zie [een](../a b.md#c) of [twee][ref].\n\n[ref]: ../é.md").links

    assert [(link.href, link.line) for link in links] == [("../é.md", 3)]
    assert parse("Zie [een](../a.md#c).").links[0].column == 11


def test_links_to_the_same_file_are_two_links() -> None:
    """Each link has an address of its own, and what leads elsewhere or may not be followed asks for none."""
    source = "[a](x.md), [b](x.md), [c](https://x.nl), [d](javascript:x), ![e](x.png) en ![f](data:x)."
    kinds = [link.kind.name for link in parse(source).links]
    markup = html(source, Notes(links={LinkKey(0): "/een/", LinkKey(1): "/twee/", LinkKey(4): "/vijf.png"}))

    assert kinds == ["INSIDE", "INSIDE", "OUTSIDE", "REFUSED", "INSIDE", "REFUSED"]
    assert '<a href="/een/">a</a>, <a href="/twee/">b</a>' in markup
    assert '<a href="https://x.nl" rel="nofollow ugc">c</a>, <a>d</a>' in markup
    assert [node.attributes["src"] for node in LexborHTMLParser(markup).css("img")] == ["/vijf.png", ""]


def test_a_link_that_was_not_resolved_is_a_mistake_of_ours() -> None:
    (section,) = parse("[a](x.md)").sections

    with pytest.raises(KeyError):
        render(section, Notes())


def test_citations_are_numbered_and_lead_back() -> None:
    """A citation shows the numbers of its sources, and every mention gets its own id."""
    notes = Notes({"a": 1, "b": 2})
    markup = html("Eerst [@b]. Dan [@a; @b].", notes)

    assert 'href="#bron-2" id="noot-2-1"' in markup
    assert 'href="#bron-2" id="noot-2-2"' in markup
    assert "Eerst<sup" in markup, "the number stands against the word"
    assert notes.cited == {"b": ["noot-2-1", "noot-2-2"], "a": ["noot-1-1"]}


def test_ids_carry_the_prefix_of_their_item() -> None:
    """Where several items share a page, their ids begin with the item."""
    assert 'href="#kans-x-bron-1" id="kans-x-noot-1-1"' in html("Zin [@a].", Notes({"a": 1}, prefix="kans-x-"))


def test_a_term_is_explained_once() -> None:
    """The first mention of a term in running text gets a button; links and headings never do."""
    notes = Notes(terms=Terms.of({"leegstand": "leegstand", "lege panden": "leegstand"}))
    markup = html("## Leegstand\n\n[leegstand](../x.md) en `leegstand`. Lege panden zijn leegstand.", notes)
    tree = LexborHTMLParser(markup)

    assert [button.text() for button in tree.css("button")] == ["Lege panden"]
    assert notes.explained == ["leegstand"]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("De leegstand, zo.", "leegstand,"),
        ("Zo is leegstand’s einde.", "leegstand’s"),
        ("Dat heet leegstand[@a].", "leegstandbron 1."),
        ("Een leegstand is dit.", ""),
    ],
)
def test_a_term_stays_with_what_stands_right_behind_it(source: str, kept: str) -> None:
    """Browsers may break a line after a button, and a line would begin with a comma or the number of a source."""
    notes = Notes({"a": 1}, terms=Terms.of({"leegstand": "leegstand"}))
    tree = LexborHTMLParser(html(source, notes))

    assert "".join(node.text() for node in tree.css(".vast")) == kept


def test_a_term_that_is_a_number_leaves_citations_and_entities_whole() -> None:
    """Where a citation comes, a number stands until the page is made; and an apostrophe is written as one."""
    notes = Notes({"a": 1}, terms=Terms.of({"0": "nul", "39": "nummer", "amp": "amp"}))
    text = "Een noot [@a], 0 & 39, amp en 'x'."
    tree = LexborHTMLParser(html(text, notes))

    assert tree.body is not None
    assert tree.body.text().strip() == "Een nootbron 1, 0 & 39, amp en ‘x’."
    assert [button.text() for button in tree.css("button")] == ["0", "39", "amp"]


def test_an_abbreviation_keeps_its_capitals() -> None:
    """`MaaS` is a term and the river Maas is not."""
    terms = Terms.of({"MaaS": "mobiliteit-als-dienst"})

    assert "<button" not in html("De Maas stroomt.", Notes(terms=terms))
    assert "<button" in html("Met MaaS reist u anders.", Notes(terms=terms))


def test_sections_split_at_level_two() -> None:
    """Text before the first heading has no heading; deeper headings stay inside their section."""
    body = parse("vooraf\n\n## Een\n\n### Diep\n\ntekst\n\n## Twee")

    assert [s.heading.text if s.heading else None for s in body.sections] == [None, "Een", "Twee"]
    assert body.section("Een") is body.sections[1]
    assert body.section("Drie") is None
    assert '<h3 id="diep">' in body.sections[1].html


def test_rendering_changes_nothing() -> None:
    """A body can be rendered again with the same result."""
    source = "## A\n\nZie [x](../y.md) over leegstand [@a]."

    def once() -> str:
        notes = Notes({"a": 1}, {LinkKey(0): "/y/"}, Terms.of({"leegstand": "leegstand"}))
        return html(source, notes)

    assert once() == once()


@given(st.text())
def test_no_text_becomes_active(source: str) -> None:
    """Whatever is typed: no element or attribute that does something comes out, and nothing is raised."""
    tree = LexborHTMLParser(html(source, Notes(terms=Terms.of({"a": "a"}))))

    assert not tree.css("script, style, iframe, object, embed, form, input, [style], [onclick], [onerror], [onload]")
    for node in tree.css("[href], [src]"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        assert not address.lower().strip().startswith(("javascript:", "data:", "vbscript:", "//"))


@given(st.text(alphabet="[]()@;:!#*_`<>-abc \n", max_size=60))
def test_problems_lie_inside_the_text(source: str) -> None:
    """Every problem names a line that exists."""
    body = parse(source)
    lines = source.split("\n")
    for problem in body.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@pytest.mark.parametrize(
    "source",
    [
        "[" * 20_000,
        "*a **a " * 5_000,
        "> " * 5_000 + "a",
        "- " * 5_000 + "a",
        "`" * 20_000 + "a",
        "![[" * 8_000,
        "a" + "\\" * 20_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000,
        "<" * 20_000,
        "&" * 20_000,
        "[@a" * 8_000,
        "[@" + "a;@" * 8_000,
    ],
    ids=lambda source: source[:6],
)
@pytest.mark.timeout(20)  # a hang guard: each takes well under two seconds
def test_hostile_text_does_not_hang(source: str) -> None:
    """Text that is made to be slow is parsed all the same."""
    assert parse(source[:256_000]).sections is not None


def test_an_address_that_is_written_with_escapes_is_refused_where_its_paragraph_begins() -> None:
    (problem,) = parse("Een zin.\n\nEn een [link](java&#115;cript:x).\n").problems
    assert (problem.code, problem.line, problem.column) == (Code.VERBODEN_LINK, 3, 1)
