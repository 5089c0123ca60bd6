"""Mistakes in writing YAML, as values: what an editor did, what to type instead, and how to read on behind it.

In: the lines that were read and a place in them. Out: a `SyntaxProblem`. This module knows the mistakes inside one
value; those in how lines stand to each other are in `failures`. Lines and columns count from 0 here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.typography import counted

LONGEST_HINT = 120
"""A longer line is shown with its beginning and end only, in characters."""

_NAME = r"""(?:"[^"]*"|'[^']*'|[^\s:#"'\[\]{},&*!|>%@`-][^:]*?)"""
_PREFIX = re.compile(rf"[ ]*(?P<dashes>(?:-[ ]+)*)(?:(?P<key>{_NAME}):(?:[ \t]+|$))?")
_GLUED = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_]\w*):(?=[^\s/])")
_DASHED = re.compile(r"-(?=[^\W\d])")
_SAME_DASHED = re.compile(r"^( *)-(?=[^\W\d])")
_WORD = re.compile(r"[^\s,\[\]{}]+")
_APOSTROPHE = re.compile(r"'(?:[stnkmr]\b|\d\d\b)")
"""’s avonds, ’t Zand, ’90: Dutch words that begin with an apostrophe."""
_CURLED = re.compile("[“”„‘’]([^“”„]*)[“”’]")
_NEXT = re.compile(r"[ ]*(?:- |-$|[A-Za-z_]\w*:(?:\s|$))")
"""What the next field or the next entry of a list looks like."""


@dataclass(frozen=True, slots=True)
class ValueSpan:
    """Where a value begins and ends."""

    line: int
    column: int
    end_line: int
    end_column: int
    opening: str = ""
    """The quote or bracket it begins with, if any."""


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """One mistake; `end_column` is exclusive."""

    code: Code
    line: int
    column: int
    end_column: int
    message: str
    hint: str
    repaired: tuple[str, ...] | None = None
    """The lines with this mistake corrected, to read on and find the next; None when that cannot be done."""
    certain: bool = False
    """Whether the correction changed this value only, so that all other fields can be trusted."""
    vague: bool = False
    """Whether this may follow from an earlier mistake; it is then not reported."""


def uncurled(value: str) -> str:
    """What stands between the curly quotes around a value, or an empty text when there are none."""
    match = _CURLED.fullmatch(value)
    return match.group(1) if match else ""


def quoted(value: str) -> str:
    """The value as one would type it between quotes."""
    value = uncurled(value) or value
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _unquoted(value: str) -> str:
    """The value without a quote that was meant as one."""
    quote = value[:1]
    if quote not in {'"', "'"} or _APOSTROPHE.match(value):
        return value
    if len(value) > 1 and value.endswith(quote):
        return value[1:-1]
    return value[1:] if value.count(quote) == 1 else value


def in_quotes(line: str, column: int) -> str:
    """The literal line to type: what stands from `column` on is put between quotes."""
    typed = quoted(_unquoted(line[column:].rstrip()))
    if len(line) > LONGEST_HINT:
        typed = f"{typed[:40]}…{typed[-20:]}"
    return f"{line[:column].strip()} {typed}".strip()


def value_start(line: str) -> tuple[int, str]:
    """Where the value on a line begins, and the name of its field (empty in a list or where there is none)."""
    match = _PREFIX.match(line)
    assert match is not None, "every part of the pattern may be absent"
    return match.end(), match["key"] or ""


def blanked(lines: Sequence[str], line: int, column: int, end: int, fill: str = "x") -> tuple[str, ...]:
    """The lines with something harmless between two columns, so that nothing else moves."""
    text = lines[line]
    return (*lines[:line], text[:column] + fill * (end - column) + text[end:], *lines[line + 1 :])


def in_value(
    lines: Sequence[str], position: tuple[int, int], code: Code, message: str, width: int = 1
) -> SyntaxProblem:
    """A mistake that quotes around the value put right, which begins at `position`; `width` is what to point at."""
    line, column = position
    text = lines[line]
    start, _ = value_start(text)
    certain = column >= start > len(text) - len(text.lstrip())
    if column < start or not certain:
        end = column + 1
        hint = "Haal dit teken weg, of zet het tussen aanhalingstekens met alles wat erbij hoort."
    elif column == start:
        end = max(len(text.rstrip()), column + 1)
        hint = f"Zet de hele waarde tussen aanhalingstekens: {in_quotes(text, column)}"
    else:  # one of several values on a line, such as [@een, twee]
        match = _WORD.match(text, column)
        end = match.end() if match else column + 1
        hint = f"Zet de waarde tussen aanhalingstekens: {quoted(text[column:end])}"
    return SyntaxProblem(
        code, line, column, column + width, message, hint, blanked(lines, line, column, end), certain=certain
    )


def special_character(lines: Sequence[str], line: int, column: int) -> SyntaxProblem:
    """A value that begins with a character YAML keeps for itself."""
    char = lines[line][column]
    message = f"Een waarde kan hier niet beginnen met {char} omdat dat teken in YAML iets anders betekent"
    problem = in_value(lines, (line, column), Code.BIJZONDER_TEKEN, message)
    if char != "-":
        return problem
    return replace(problem, hint=f"Bedoelt u een lijst, begin die dan op de volgende regel. {problem.hint}")


def reference(lines: Sequence[str], line: int, column: int) -> SyntaxProblem:
    """`*naam` or `&naam`, which YAML reads as a reference to another value."""
    text = lines[line]
    match = _WORD.match(text, column)
    word = match.group() if match else text[column]
    end = column + len(word)
    if word[0] == "*" and not text[end:].lstrip().startswith((",", "]", "}")) and text[end:].strip():
        return special_character(lines, line, column)
    message = f'"{word}" is in YAML een verwijzing naar een andere plek, en die kan hier niet'
    problem = in_value(lines, (line, column), Code.YAML_VERWIJZING, message, len(word))
    repaired = blanked(lines, line, column, end, "x" if word[0] == "*" else " ")
    return replace(problem, repaired=repaired)


def label(lines: Sequence[str], line: int, column: int) -> SyntaxProblem:
    """`!naam`, which YAML reads as the type of a value."""
    text = lines[line]
    match = _WORD.match(text, column)
    word = match.group() if match else text[column]
    if word == "!":
        return special_character(lines, line, column)
    end = column + len(word)
    message = f'"{word}" is in YAML een label, en labels kunnen hier niet'
    problem = in_value(lines, (line, column), Code.YAML_LABEL, message, len(word))
    return replace(problem, repaired=blanked(lines, line, column, end, " "))


def open_quote(lines: Sequence[str], line: int, column: int) -> SyntaxProblem:
    """A quote that is not closed before the next field begins."""
    text = lines[line]
    typed = in_quotes(text, column)
    if _APOSTROPHE.match(text, column):
        hint = f"Begint de tekst met een apostrof, zet er dan dubbele aanhalingstekens omheen: {typed}"
    else:
        hint = f"Zet ook aan het eind een aanhalingsteken: {typed}"
    repaired = blanked(lines, line, column, max(len(text.rstrip()), column + 1))
    message = "Dit aanhalingsteken wordt niet gesloten"
    return SyntaxProblem(Code.AANHALINGSTEKEN_OPEN, line, column, column + 1, message, hint, repaired, certain=True)


def text_after_quote(lines: Sequence[str], span: ValueSpan) -> SyntaxProblem:
    """A quoted value with more text behind its closing quote."""
    message = "Achter het sluitende aanhalingsteken gaat de tekst nog door"
    problem = in_value(lines, (span.line, span.column), Code.YAML_FOUT, message)
    end = span.end_column
    return replace(problem, column=end - 1, end_column=end)


def swallows_fields(lines: Sequence[str], span: ValueSpan, parent_column: int) -> bool:
    """Whether a quoted text runs on over lines that look like the next fields."""
    below = [line for line in lines[span.line + 1 : span.end_line + 1] if line.strip()]
    return any(len(line) - len(line.lstrip(" ")) <= parent_column and _NEXT.match(line) is not None for line in below)


def no_space_behind_dash(lines: Sequence[str], line: int, column: int) -> SyntaxProblem | None:
    """The first thing on a line is a dash with a word glued to it: `-anders-werken`."""
    text = lines[line]
    if _DASHED.match(text, column) is None or text[:column].strip():
        return None
    message = "Achter het streepje ontbreekt een spatie"
    if others := sum(_DASHED.match(other.lstrip(" ")) is not None for other in lines) - 1:
        message += f", net als op nog {counted(others, 'regel', 'regels')}"
    spaced = tuple(_SAME_DASHED.sub(r"\1- ", other) for other in lines)
    typed = f"- {text[column + 1 :].strip()}"
    return SyntaxProblem(Code.YAML_FOUT, line, column, column + 1, message, f"Typ: {typed[:LONGEST_HINT]}", spaced)


def second_colon(lines: Sequence[str], line: int, column: int, value_column: int | None) -> SyntaxProblem:
    """A colon with a space inside a value; `value_column` is where the value begins if that is on this line."""
    text = lines[line]
    if value_column is None:
        message = "In deze tekst staat een dubbele punt met een spatie erachter"
        hint = "Zet de hele waarde tussen aanhalingstekens, of vervang de dubbele punt."
        value_column = column
    else:
        message = f'In de waarde van "{value_start(text)[1]}" staat een dubbele punt met een spatie erachter'
        hint = f"Zet de hele waarde tussen aanhalingstekens: {in_quotes(text, value_column)}"
    repaired = blanked(lines, line, value_column, max(len(text.rstrip()), column + 1))
    return SyntaxProblem(Code.DUBBELE_PUNT, line, column, column + 1, message, hint, repaired, certain=True)


def no_space(lines: Sequence[str], line: int) -> SyntaxProblem | None:
    """A colon with the value glued to it: `titel:Delft`."""
    text = lines[line]
    match = _GLUED.match(text)
    if match is None:
        return None
    end = match.end()
    typed = f"{text[:end].strip()} {text[end:].strip()}"
    repaired = (*lines[:line], f"{text[:end]} {text[end:]}", *lines[line + 1 :])
    message = f'Achter "{match["key"]}:" ontbreekt een spatie'
    return SyntaxProblem(
        Code.YAML_FOUT, line, end - 1, end, message, f"Typ: {typed[:LONGEST_HINT]}", repaired, certain=True
    )
