"""Text-first YAML: every value stays the text that was typed, and each has its exact place in the file.

In: the YAML part of a file. Out: a `ParsedYaml` of texts, tuples and dictionaries with the mistakes in it, and
`SourcePositions` that find a value or the name of a field back. YAML never decides what a value is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.machinery import PathFinder
from importlib.util import find_spec
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from binnenstad_site.core.characters import MOST_LINES, ODD_SPACES, PLACEHOLDER, mask
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.load.yamltext.spans import Loc, SourceSpan, SourceSpans
from binnenstad_site.load.yamltext.syntax_problems import SyntaxProblem

if TYPE_CHECKING:
    from binnenstad_site.load.yamltext.values import ValueBuilder

__all__ = ["FAST", "MOST_NODES", "Loc", "ParsedYaml", "SourcePositions", "parse_yaml"]

_PARSER = find_spec("yaml")
FAST = bool(_PARSER and PathFinder.find_spec("yaml._yaml", _PARSER.submodule_search_locations))
"""Whether the C parser is there; without it reading takes ten times as long."""
MOST_NODES = 5_000
"""Fields and values in one file, unless its collection says otherwise."""
MOST_RESTARTS = 20
"""How often reading starts again behind a mistake that stopped it."""

_TAB_BEHIND_NAME = re.compile(r"^[ -]*\w+:[ ]*(\t+)", re.MULTILINE)
"""Harmless, but one of the two parsers refuses it."""
_ODD_INDENTATION = re.compile(rf"^[ -]*(?:\w+:)?([{ODD_SPACES}][ {ODD_SPACES}]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ParsedYaml:
    """What a text of YAML says."""

    value: object
    """Text, tuple or dictionary; None when there is nothing, or when it could not be understood."""
    understood: bool
    """Whether `value` is what the text says, apart from the values in `reported`."""
    reported: frozenset[Loc]
    """Values about which `diagnostics` say what is wrong; there is nothing more to say of them."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the text."""


def parse_yaml(text: str, path: str, first_line: int = 1, most_nodes: int = MOST_NODES) -> ParsedYaml:
    """Read YAML that begins on `first_line` of the file `path`, with single newlines. Never raises for what was typed.

    Reading goes on behind a mistake as long as it is clear what was meant, so that one run tells all. Invisible
    characters in `text` are passed over: whoever reads the file reports them for all of it.
    """
    builder, problems, understood = _build(text, first_line, most_nodes)
    last = text.count("\n")  # what the parser finds behind the last line is about its end
    placed = [(min(problem.line, last), problem.column, problem) for problem in (*_odd_spaces(text), *problems)]
    placed.sort(key=itemgetter(0, 1))
    return ParsedYaml(
        value=builder.value if understood else None,
        understood=understood,
        reported=frozenset(builder.reported),
        diagnostics=tuple(_diagnostic(problem, path, first_line + line) for line, _, problem in placed),
    )


def _diagnostic(problem: SyntaxProblem, path: str, line: int) -> Diagnostic:
    message, hint = problem.message.replace(PLACEHOLDER, ""), problem.hint.replace(PLACEHOLDER, "")
    return Diagnostic(problem.code, Location(path, line, problem.column + 1, problem.end_column + 1), message, hint)


def _build(
    text: str, first_line: int, most_nodes: int, *, with_spans: bool = False
) -> tuple[ValueBuilder, list[SyntaxProblem], bool]:
    from binnenstad_site.load.yamltext.values import ValueBuilder  # noqa: PLC0415 - what the memo knows needs no YAML

    if not text.isascii():
        text = _ODD_INDENTATION.sub(_plain_spaces, text)
    if "\t" in text:
        text = _TAB_BEHIND_NAME.sub(_plain_spaces, text)
    # One empty line more, because the parser counts the end of the text as a line.
    lines = (*mask(text).split("\n"), "")
    stops: list[SyntaxProblem] = []
    repaired: set[int] = set()
    while True:
        builder = ValueBuilder(
            lines, first_line, most_nodes, frozenset(repaired), SourceSpans() if with_spans else None
        )
        problem = builder.run()
        # What was reported of a line is not reported again, nor is what may well be its consequence.
        if problem is not None and not (stops and (problem.vague or problem.line in repaired)):
            stops.append(problem)
            if problem.repaired is not None and len(stops) < MOST_RESTARTS:
                lines = problem.repaired
                repaired.add(problem.line)
                continue
        reported = {(stop.line, stop.column) for stop in stops}
        others = [p for p in builder.problems if p.line not in repaired and (p.line, p.column) not in reported]
        return builder, [*stops, *others], problem is None and all(stop.certain for stop in stops)


def _plain_spaces(match: re.Match[str]) -> str:
    return match.group()[: match.start(1) - match.start()] + " " * len(match.group(1))


def _odd_spaces(text: str) -> Iterator[SyntaxProblem]:
    """Spaces that YAML does not take for a space, where one is needed."""
    if text.isascii():
        return
    message, hint = "Hier staat een harde spatie op de plek van een gewone", "Verwijder de spatie en typ een gewone."
    matches = ((number, _ODD_INDENTATION.match(line)) for number, line in enumerate(text.split("\n")))
    for number, match in islice(((number, match) for number, match in matches if match), MOST_LINES):
        yield SyntaxProblem(Code.ONZICHTBAAR_TEKEN, number, match.start(1), match.end(1), message, hint)


@dataclass(slots=True, eq=False)
class SourcePositions:
    """Finds the places of values and names in a text of YAML; reads the text for that at the first question."""

    text: str
    first_line: int = 1
    most_nodes: int = MOST_NODES
    _spans: SourceSpans | None = field(default=None, repr=False)

    def find(self, loc: Loc, base: Loc = (), *, key: bool = False) -> tuple[int, int, int | None] | None:
        """Line, column (from 1) and exclusive end of the deepest part of `loc` that exists below `base`.

        A part that is not there is passed over: pydantic puts in names of its own. Gives the place of the value, or of
        its name with `key` or when a deeper part is missing; None when nothing of `loc` exists, so that the
        answer would be all of `base`.
        """
        spans = self._all()
        path, missing = base, False
        for part in loc:
            missing = (*path, part) not in spans.values
            if part == "[key]":
                key = True
            elif not missing:
                path = (*path, part)
        if path == base:
            return None
        span = spans.values[path]
        name = spans.names.get(path)
        if name is not None and (key or span.is_block or missing):
            span = name
        return self._from_one(span)

    def start(self, loc: Loc) -> tuple[int, int, int | None] | None:
        """Line, column (from 1) and end of the first thing in the value at `loc`, such as an entry of a list."""
        spans = self._all()
        value = spans.values.get(loc)
        if value is None:
            return None
        return self._from_one(spans.firsts.get(loc, value) if value.is_block else value)

    def _from_one(self, span: SourceSpan) -> tuple[int, int, int | None]:
        end = None if span.end is None or span.is_block or span.end <= span.column else span.end + 1
        line = min(span.line, self._all().last_line)
        return line + self.first_line, span.column + 1, end

    def _all(self) -> SourceSpans:
        if self._spans is None:
            builder, _, _ = _build(self.text, self.first_line, self.most_nodes, with_spans=True)
            self._spans = builder.spans or SourceSpans()
            self._spans.last_line = self.text.count("\n")
        return self._spans
