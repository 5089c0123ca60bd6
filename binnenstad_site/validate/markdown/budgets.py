"""What a text may ask of the Markdown parser: judged as it is written, then after its blocks and each paragraph.

The parser takes time in proportion to nearly every text. What it does not is bounded here: brackets that stay open,
quotations in quotations, and more marks than anybody types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from binnenstad_site.core.budgets import (
    CELLS,
    HEADINGS,
    LINKS,
    MARKS,
    NOTES,
    POINTS,
    Budget,
    Overrun,
    lines_overrun,
    overrun,
)
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.validate.markdown.body import BodyProblem

LONGEST_REACH = 500_000
"""Characters that all opening brackets of a text may reach over together: each to what closes it, or else to the end of
its paragraph. The parser may read on that far for each."""
DEEPEST_QUOTE = 10
TOO_DEEP = "Deze tekst is te diep genest (lijsten in lijsten, of citaten in citaten)"
LESS_DEEP = "Gebruik hooguit drie niveaus."

_CONTAINERS = re.compile(r"(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s|$)))+")
"""What stands before the text of a line in quotations and lists."""
_POINT = re.compile(r"[-+*.)]")
_MARK = re.compile(r"[*_~<]")
_BRACKET = re.compile(r"[\[\]]")
_TABLE = re.compile(r"[\s>*+0-9.)]*(?P<columns>[-:|][-:|\s]*)")
"""The row of dashes below the head of a table."""


def judge(text: str) -> BodyProblem | None:
    """What a text asks too much of as it is written; None when it may be parsed."""
    if (over := lines_overrun(text)) is not None:
        return problem_of(over)
    lines = text.split("\n")
    over = _nth(MARKS, ((number, at) for number, line in enumerate(lines, 1) for at in _starts(_MARK, line)))
    over = over or _brackets_overrun(lines) or _tables_overrun(lines)
    points: list[tuple[int, int]] = []
    for number, line in enumerate(lines, 1):
        if (before := _CONTAINERS.match(line)) is not None:
            if before.group().count(">") > DEEPEST_QUOTE:
                return BodyProblem(Code.TE_DIEP_GENEST, number, 1, None, TOO_DEEP, LESS_DEEP)
            points += [(number, at) for at in _starts(_POINT, before.group())]
    over = over or _nth(POINTS, points)
    return problem_of(over) if over else None


def problem_of(over: Overrun) -> BodyProblem:
    """A text beyond a budget, as what is wrong with it."""
    return BodyProblem(Code.TE_VEEL_IN_BESTAND, *over)


def judge_blocks(state: StateCore) -> None:
    """A rule of the parser, after the blocks: with too many headings or cells `env["over"]` says so and all stops."""
    headings = [(token.map[0] + 1, 1) for token in state.tokens if token.type == "heading_open" and token.map]
    state.env["over"] = over = _nth(HEADINGS, headings) or _nth(CELLS, _cells(state.tokens))
    if over is not None:
        state.tokens.clear()


def inline_within_budgets(state: StateCore) -> None:
    """The rule of the parser for the insides of blocks, which stops behind the block with one link or note too many."""
    links = notes = 0
    for token in state.tokens:
        if token.type == "inline":
            token.children = token.children or []
            if links <= LINKS.most and notes <= NOTES.most:
                state.md.inline.parse(token.content, state.md, state.env, token.children)
                links += sum(child.type in {"link_open", "image"} for child in token.children)
                notes += sum(child.type == "citation" for child in token.children)


def _starts(pattern: re.Pattern[str], line: str) -> Iterator[int]:
    return (match.start() + 1 for match in pattern.finditer(line))


def _nth(budget: Budget, places: Iterable[tuple[int, int]]) -> Overrun | None:
    """The first of these places that is one too many."""
    place = next(islice(places, budget.most, None), None)
    return overrun(budget, *place) if place else None


def _cells(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    line = 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type in {"td_open", "th_open"}:
            yield line, 1


def _tables_overrun(lines: Sequence[str]) -> Overrun | None:
    """Where tables have more than twice the cells that fit, as they seem to be: the parser counts them exactly, but
    makes every cell that a row lacks.
    """
    cells = columns = first = 0
    for number, line in enumerate(lines, 1):
        if "|" in line and (dashes := _TABLE.fullmatch(line)) is not None:
            columns = dashes["columns"].strip().strip("|").count("|") + 1
        elif not line or line.isspace():
            columns = 0
        cells += columns
        first = first or number * (cells > CELLS.most)
        if cells > 2 * CELLS.most:
            return overrun(CELLS, first)
    return None


def _brackets_overrun(lines: Sequence[str]) -> Overrun | None:
    """Where the opening brackets reach too far together."""
    reach = depth = 0
    for number, line in enumerate(lines, 1):
        if not line or line.isspace():
            depth = 0
        before = 0
        for bracket in _BRACKET.finditer(line) if depth or "[" in line else ():
            reach += depth * (bracket.start() - before)
            before = bracket.start()
            depth = depth + 1 if bracket.group() == "[" else max(depth - 1, 0)
        reach += depth * (len(line) + 1 - before)
        if reach > LONGEST_REACH:
            message = "Hier staan te veel blokhaken open: [ zonder ] erachter"
            return Overrun(number, line.find("[") + 1 or 1, None, message, "Zet achter elke [ een ], of haal hem weg.")
    return None
