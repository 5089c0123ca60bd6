"""From the Markdown of one item to a `Body`: a pure function of the text.

HTML, forbidden links, misplaced citations and headings out of order are reported here: only here is their line known.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.validate.markdown.body import Body, Heading, Section
from binnenstad_site.validate.markdown.claims import unsourced
from binnenstad_site.validate.markdown.first_characters import by_first_character
from binnenstad_site.validate.markdown.reading import Reader, plain
from binnenstad_site.validate.markdown.safehtml import to_html

CITATION = re.compile(r"\[@([a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\s*\]")
CITED_DEFINITION = re.compile(r"^ {0,3}(\[@[^\]\n]*\]):", re.MULTILINE)
DEEPEST = 40
"""Nesting beyond which a text is refused; markdown-it itself drops text without a word at 100."""


def _citation_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """`[@sleutel; @sleutel]` becomes one token whose content is the text as written."""
    if state.src[state.pos] != "[" or not (match := CITATION.match(state.src, state.pos)):
        return False
    if state.src[match.end() : match.end() + 1] in ("(", "["):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match.group()
        token.meta = {"keys": tuple(key.strip().removeprefix("@") for key in match.group(1).split(";"))}
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": True})
    # Addresses stay as typed, so that they can be found in the source and reported; `render` encodes and refuses again.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "citation", _citation_rule)
    return by_first_character(parser)


PARSER = _parser()


def _section(heading: Heading | None, tokens: list[Token]) -> Section:
    pieces = [plain(token) if token.type == "inline" else token.content for token in tokens if token.content]
    html, holes = to_html(tokens, PARSER.options)
    return Section(heading, html, holes, " ".join(piece for piece in pieces if piece))


def parse(text: str) -> Body:
    """The body of an item. Never raises; whatever an editor got wrong is in `problems`."""
    reader = Reader(text)
    tokens = PARSER.parse(text)
    parts: list[tuple[Heading | None, list[Token]]] = [(None, [])]
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open":
            inline = tokens[index + 1]
            reader.inline(inline, in_heading=True)
            heading = reader.heading(token, inline)
            token.attrs["id"] = heading.id
            if heading.level <= 2:
                parts.append((heading, []))
            else:
                parts[-1][1].extend(tokens[index : index + 3])
            index += 3
            continue
        if token.type == "inline":
            reader.inline(token, in_heading=False)
        elif token.type == "html_block":
            reader.html(token.content, *(token.map or (0, len(reader.lines))))
        parts[-1][1].append(token)
        index += 1
    for match in CITED_DEFINITION.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start(1) - (text.rfind("\n", 0, match.start(1)) + 1) + 1
        reader.misplaced((line, column, column + len(match.group(1))), "een definitie")
    deep = next((t for t in tokens if t.level > DEEPEST), None)
    if deep is not None:
        reader.report(
            Code.TE_DIEP_GENEST,
            ((deep.map or (0, 0))[0] + 1, 1, None),
            "Deze tekst is te diep genest (lijsten in lijsten, of citaten in citaten)",
            "Gebruik hooguit drie niveaus.",
        )
    sections = tuple(_section(heading, part) for heading, part in parts if heading is not None or part)
    words = sum(len(section.text.split()) for section in sections)
    return Body(
        sections,
        tuple(reader.headings),
        tuple(reader.links),
        tuple(reader.citations),
        unsourced(tokens, reader.lines),
        tuple(reader.problems),
        words,
    )
