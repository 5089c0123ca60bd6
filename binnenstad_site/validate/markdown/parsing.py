"""From the Markdown of one item to a `Body`: a pure function of the text.

HTML, forbidden links, misplaced citations and headings out of order are reported here: only here is their line known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from binnenstad_site.core.budgets import LARGEST_BODY, accents_overrun
from binnenstad_site.core.citations import CITATION, keys_of
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.load.textfiles import single_newlines
from binnenstad_site.validate.markdown.body import Body, BodyProblem, Heading, Section
from binnenstad_site.validate.markdown.budgets import (
    LESS_DEEP,
    TOO_DEEP,
    inline_within_budgets,
    judge,
    judge_blocks,
    problem_of,
)
from binnenstad_site.validate.markdown.claims import unsourced
from binnenstad_site.validate.markdown.first_characters import by_first_character
from binnenstad_site.validate.markdown.marking import mark_sentences
from binnenstad_site.validate.markdown.plain_text import plain, unseen
from binnenstad_site.validate.markdown.reading import Reader
from binnenstad_site.validate.markdown.safehtml import to_html
from binnenstad_site.validate.markdown.tables import table_problems

CITED_DEFINITION = re.compile(r" {0,3}(\[@[^\]\n]*\]):")
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
        token.meta = {"keys": keys_of(match)}
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": True})
    # Addresses stay as typed, so that they can be found in the source and reported; `render` encodes and refuses again.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "citation", _citation_rule)
    parser.core.ruler.after("block", "budgets", judge_blocks)
    parser.core.ruler.at("inline", inline_within_budgets)
    return by_first_character(parser)


PARSER = _parser()


def _section(heading: Heading | None, tokens: list[Token]) -> Section:
    pieces = [plain(token) if token.type == "inline" else token.content for token in tokens if token.content]
    html, holes = mark_sentences(*to_html(tokens, PARSER.options, heading.text if heading else ""))
    return Section(heading, html, holes, " ".join(piece for piece in pieces if piece))


def parse(text: str) -> Body:
    """The body of an item. Never raises; whatever an editor got wrong is in `problems`."""
    if len(text) > LARGEST_BODY:
        return _refused()
    text = single_newlines(text)  # as markdown-it counts lines
    if (problem := judge(text)) is not None:
        return _refused(problem)
    env: dict[str, Any] = {}
    tokens = PARSER.parse(text, env)
    if (over := env["over"]) is not None:
        return _refused(problem_of(over))
    reader = Reader(text)
    parts = _walk(reader, tokens)
    if reader.over is not None:
        return _refused(problem_of(reader.over))
    for number, line in enumerate(reader.lines, start=1):
        if (match := CITED_DEFINITION.match(line)) is not None:
            reader.misplaced((number, match.start(1) + 1, match.end(1) + 1), "een definitie")
    tables = table_problems(tokens, reader.lines)
    reader.problems += tables.problems
    deep = next((t for t in tokens if t.level > DEEPEST), None)
    if deep is not None:
        reader.report(
            Code.TE_DIEP_GENEST,
            ((deep.map or (0, 0))[0] + 1, 1, None),
            TOO_DEEP,
            LESS_DEEP,
        )
    sections = tuple(_section(heading, part) for heading, part in parts if heading is not None or part)
    if (problem := _accents_problem(reader.headings, sections)) is not None:
        return _refused(problem)
    shown = [*(heading.text for heading in reader.headings), *(section.text for section in sections)]
    reader.problems += unseen(text, shown)
    words = sum(len(section.text.split()) for section in sections)
    return Body(
        sections,
        tuple(reader.headings),
        tuple(reader.links),
        tuple(reader.citations),
        unsourced(tokens, reader.lines, tables.lines),
        tuple(reader.problems),
        words,
        frozenset(reader.anchors),
    )


def _walk(reader: Reader, tokens: list[Token]) -> list[tuple[Heading | None, list[Token]]]:
    """The tokens below each heading of the first two levels, all read by the `reader`."""
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
    return parts


def _accents_problem(headings: Iterable[Heading], sections: Iterable[Section]) -> BodyProblem | None:
    """What is said of a heading or section with too many accents in a row, which entities can make (`&#769;`)."""
    texts = [(heading.line, heading.text) for heading in headings]
    texts += [(section.heading.line if section.heading else 1, section.text) for section in sections]
    for line, text in texts:
        if (over := accents_overrun(text)) is not None:
            return problem_of(over._replace(line=line, column=1))
    return None


def _refused(*problems: BodyProblem) -> Body:
    return Body((), (), (), (), (), problems, 0, refused=True)
