"""Tables that do not come out as they were meant: rows with cells too many or too few, no line of dashes, tabs.

Markdown drops the cells that do not fit without a word, and makes one paragraph of what is no table to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.typography import counted
from binnenstad_site.validate.markdown.body import BodyProblem

_BORDER = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"[\s|:-]*-[\s|:-]*")
LONGEST = 120
"""Of a line that a hint repeats, in characters."""


@dataclass(frozen=True, slots=True)
class TableProblems:
    """What is wrong with the tables of a text."""

    problems: tuple[BodyProblem, ...]
    lines: frozenset[int]
    """Where the paragraphs begin that were meant as a table, from 0: they make no sentences."""


def table_problems(tokens: Sequence[Token], lines: Sequence[str]) -> TableProblems:
    """Judges every table and every paragraph that looks like one; one problem for each."""
    problems: list[BodyProblem] = []
    meant: list[int] = []
    for index, token in enumerate(tokens):
        if token.map is None or token.level > 0:
            continue
        if token.type == "table_open":
            problems += _uneven(tokens, index, lines)
        elif token.type == "paragraph_open" and token.map[1] - token.map[0] > 1:
            block = lines[token.map[0] : token.map[1]]  # fewer than the parser counts when a line ends otherwise
            if len(block) > 1 and (problem := _no_table(block, token.map[0] + 1)) is not None:
                problems.append(problem)
                meant.append(token.map[0])
    return TableProblems(tuple(problems), frozenset(meant))


def _cells(line: str) -> list[str]:
    row = line.strip()
    row = row.removeprefix("|")
    row = row[:-1] if row.endswith("|") and not row.endswith("\\|") else row
    return [cell.strip() for cell in _BORDER.split(row)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _uneven(tokens: Sequence[Token], index: int, lines: Sequence[str]) -> Iterator[BodyProblem]:
    """The first row of a table that has another number of cells than its head."""
    columns = 0
    wrong: list[tuple[int, int]] = []
    for token in tokens[index:]:
        if token.type == "table_close":
            break
        if token.type == "tr_open" and token.map is not None and token.map[0] < len(lines):
            count = len(_cells(lines[token.map[0]]))
            if not columns:
                columns = count
            elif count != columns:
                wrong.append((token.map[0], count))
    if not wrong:
        return
    at, count = wrong[0]
    line = lines[at]
    message = f"Deze rij heeft {counted(count, 'vakje', 'vakjes')}, en de kop van de tabel {columns}"
    if count > columns:
        message += ": wat te veel is, valt weg"
        hint = "Haal een vakje weg, of geef de kop en de regel met streepjes eronder ook een kolom erbij."
    elif not _BORDER.search(line):
        hint = "Is dit geen rij maar gewone tekst, zet er dan een lege regel boven."
    else:
        hint = f"Zet er lege vakjes bij: {_row([*_cells(line), *[''] * (columns - count)])[:LONGEST]}"
    if len(wrong) > 1:
        message += f" (ook bij nog {counted(len(wrong) - 1, 'rij', 'rijen')} klopt het aantal niet)"
    yield BodyProblem(Code.KAPOTTE_TABEL, at + 1, 1, len(line) + 1, message, hint)


def _no_table(block: Sequence[str], number: int) -> BodyProblem | None:
    """A paragraph that was meant as a table; `number` is its first line, from 1."""
    first, second = block[0], block[1]
    if all("\t" in line.strip() for line in (first, second)):
        head = [cell.strip() for cell in first.split("\t") if cell.strip()]
        message = "Deze tabel is met tabs gemaakt, en komt zo als één zin op de pagina"
        hint = f"Zet rechte strepen tussen de kolommen: {_row(head)} met daaronder {_row(['---'] * len(head))}"
        return BodyProblem(Code.KAPOTTE_TABEL, number, 1, len(first) + 1, message, hint[: 3 * LONGEST])
    if not all(line.strip().startswith("|") for line in (first, second)):
        return None
    columns = len(_cells(first))
    dashes = _row(["---"] * columns)
    if _DASHES.fullmatch(second):
        count = len(_cells(second))
        message = f"De regel met streepjes heeft {counted(count, 'kolom', 'kolommen')}, en de kop erboven {columns}"
        return BodyProblem(Code.KAPOTTE_TABEL, number + 1, 1, len(second) + 1, message, f"Typ: {dashes}")
    message = "Onder de kop van deze tabel ontbreekt de regel met streepjes, dus het wordt geen tabel"
    hint = f"Typ onder deze regel: {dashes}"
    return BodyProblem(Code.KAPOTTE_TABEL, number, 1, len(first) + 1, message, hint)
