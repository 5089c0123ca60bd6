"""Why the YAML parser stopped: from the place of a failure to the mistake an editor made.

In: the lines that were read and a `Failure`. Out: a `SyntaxProblem`. The parser's own sentences are never used: they
are written for programmers and differ between its two implementations. What counts is what stands at the marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.load.yamltext.missing_dashes import forgotten_dash, forgotten_dash_before_text
from binnenstad_site.load.yamltext.syntax_problems import (
    SyntaxProblem,
    ValueSpan,
    blanked,
    label,
    no_space,
    open_quote,
    second_colon,
    special_character,
    text_after_quote,
    value_start,
)

_ESCAPE = re.compile(
    r"""\\(?:[0abt\tnvfre "/\\N_LP]|x[0-9A-Fa-f]{2}|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}|U000[0-9A-Fa-f]{5}|$)"""
)


@dataclass(frozen=True, slots=True)
class Failure:
    """Where reading stopped; lines and columns from 0."""

    line: int
    column: int
    context: tuple[int, int] | None = None
    """Where the thing that could not be read begins, when the parser knows."""
    last: ValueSpan | None = None
    """The last value that was read."""


def failure_of(error: Any, last: tuple[Any, Any, str] | None) -> Failure:
    """Where the parser's error says it stopped; `last` has the marks of the last value and how it opened."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    span = None
    if last is not None:
        start, end, opening = last
        span = ValueSpan(start.line, start.column, end.line, end.column, opening)
    return Failure(
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        context=(context.line, context.column) if context else None,
        last=span,
    )


def _char(lines: Sequence[str], position: tuple[int, int] | None) -> str:
    if position is None:
        return ""
    line, column = position
    return lines[line][column : column + 1]


def _indentation(text: str) -> int:
    return len(text) - len(text.lstrip())


def _tab(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    """A tab where only spaces count."""
    line, column = failure.line, failure.column
    text = lines[line]
    first = text[: _indentation(text)].find("\t")
    if first >= 0 and column <= _indentation(text):
        others = sum("\t" in other[: _indentation(other)] for other in lines) - 1
        message = "Deze regel springt in met een tab" + (f", net als nog {others}" if others else "")
        spaced = tuple(other[: _indentation(other)].replace("\t", "  ") + other.lstrip() for other in lines)
        hint = "Gebruik spaties: twee voor elke stap naar rechts."
        return SyntaxProblem(Code.TAB_ALS_INSPRINGING, line, first, first + 1, message, hint, spaced)
    if text[column : column + 1] == "\t":
        hint = "Vervang de tab door een spatie."
        repaired = blanked(lines, line, column, column + 1, " ")
        return SyntaxProblem(Code.TAB_ALS_INSPRINGING, line, column, column + 1, "Hier staat een tab", hint, repaired)
    return None


def _quotes(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    """A quote that stays open, a wrong escape, or text after the closing quote."""
    if failure.context is not None and _char(lines, failure.context) in {'"', "'"}:
        return _wrong_escape(lines, failure) or open_quote(lines, *failure.context)
    last = failure.last
    if last is None or last.opening not in {'"', "'"} or last.end_line != failure.line:
        return None
    if lines[failure.line][last.end_column : failure.column].lstrip().startswith((",", ":", "]", "}")):
        return None  # that value was complete, and another one is wrong
    return text_after_quote(lines, last) if last.line == last.end_line else open_quote(lines, last.line, last.column)


def _wrong_escape(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    text = lines[failure.line]
    slash = text.rfind("\\", 0, failure.column + 1)
    if slash < 0 or failure.column - slash > 2 or _ESCAPE.match(text, slash):
        return None
    message = "Een schuine streep naar links heeft tussen dubbele aanhalingstekens een bijzondere betekenis"
    hint = "Typ twee schuine strepen (\\\\) of gebruik enkele aanhalingstekens."
    repaired = blanked(lines, failure.line, slash, slash + 1)
    return SyntaxProblem(Code.YAML_FOUT, failure.line, slash, slash + 1, message, hint, repaired, certain=True)


def _first_character(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    """A value that begins with a character that means something else."""
    position = (failure.line, failure.column)
    char, opening = _char(lines, position), _char(lines, failure.context)
    start, key = value_start(lines[failure.line])
    begins_value = start == failure.column
    if failure.context is not None:
        if opening == "!":
            return label(lines, *failure.context)
        if opening in {"*", "&", "%"} or (opening in {"|", ">"} and failure.context[0] == failure.line):
            return special_character(lines, *failure.context)
        if failure.context == position and char in {"]", "}", ","} and begins_value:
            return special_character(lines, *position)
    if char in {"@", "`", "%"} or (char in {"-", "?"} and key and failure.column > 0 and begins_value):
        return special_character(lines, *position)
    return None


def _colon(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    """A second colon, or a line that springs in too far so that it continues the value above it."""
    line, column = failure.line, failure.column
    text = lines[line]
    if failure.context is not None or text[column : column + 1] != ":":
        return None
    last = failure.last
    if last is not None and last.line < line == last.end_line:
        if problem := no_space(lines, last.line):
            return problem
        if last.column == 0 and not value_start(lines[last.line])[1]:
            return _stray(lines, last.line, 0)
        if re.fullmatch(r"[ ]*(?:- +)*\w+", text[:column]):
            message = "Deze regel springt verder in dan het veld erboven"
            hint = "Begin de regel op dezelfde plek als de andere velden van deze groep."
            repaired = blanked(lines, line, 0, len(text), " ")
            return SyntaxProblem(Code.YAML_FOUT, line, _indentation(text), column, message, hint, repaired, vague=True)
        return second_colon(lines, line, column, None)
    start, key = value_start(text)
    return second_colon(lines, line, column, start) if key and start <= column else None


def _no_field(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    """A line without the name of a field: text that belongs elsewhere."""
    if failure.context is None or failure.context[0] >= failure.line:
        return None
    line, column = failure.context
    last = failure.last
    behind = last is None or (last.end_line, last.end_column) <= failure.context
    if not behind or _char(lines, failure.context) in {"[", "{", ""}:
        return None
    return no_space(lines, line) or forgotten_dash_before_text(lines, line, column) or _stray(lines, line, column)


def _stray(lines: Sequence[str], line: int, column: int) -> SyntaxProblem:
    text = lines[line]
    word = text.strip()
    if re.fullmatch(r"[a-z_]\w*", word):
        end = len(text.rstrip())
        repaired = (*lines[:line], f"{text[:end]}:", *lines[line + 1 :])
        message = f'Achter "{word}" ontbreekt een dubbele punt'
        return SyntaxProblem(Code.YAML_FOUT, line, column, end, message, f"Is het een veld, typ dan: {word}:", repaired)
    message = "Op deze regel staat geen veld: er is geen naam met een dubbele punt en een spatie erachter"
    hint = (
        "Hoort de regel bij het veld erboven, laat hem dan met spaties inspringen. "
        "Is het de lopende tekst, zet er dan een regel met alleen --- boven."
    )
    repaired = blanked(lines, line, 0, len(text), " ")
    return SyntaxProblem(Code.YAML_FOUT, line, column, max(len(text.rstrip()), column + 1), message, hint, repaired)


def _brackets(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    """A bracket that stays open, has text behind it, or has an empty place between its commas."""
    position = (failure.line, failure.column)
    last = failure.last
    if last is not None and last.opening in {"[", "{"} and last.line == last.end_line == failure.line:
        return special_character(lines, last.line, last.column)
    if failure.context is not None and (bracket := _char(lines, failure.context)) in {"[", "{"}:
        line, column = failure.context
        if line < failure.line or not lines[line][failure.column :].strip():
            hint = f"Zet {']' if bracket == '[' else '}'} aan het eind, of zet gewone tekst tussen aanhalingstekens."
            repaired = blanked(lines, line, column, max(len(lines[line].rstrip()), column + 1))
            message = f"De haak {bracket} wordt niet gesloten"
            return SyntaxProblem(Code.YAML_FOUT, line, column, column + 1, message, hint, repaired, certain=True)
    if _char(lines, position) == ",":
        repaired = blanked(lines, *position, position[1] + 1, " ")
        hint = "Haal de komma weg, of zet er een waarde voor."
        return SyntaxProblem(Code.YAML_FOUT, *position, position[1] + 1, "Voor deze komma staat niets", hint, repaired)
    return None


def _structure(lines: Sequence[str], failure: Failure) -> SyntaxProblem:
    """What is left: a line that stands in a place where it belongs to nothing."""
    if failure.line > 0 and lines[failure.line - 1].rstrip() == "...":
        return second_document(lines, failure.line - 1)
    text = lines[failure.line]
    start = _indentation(text)
    rest = text[start:]
    column = start
    if rest.startswith(":"):
        return no_name(lines, failure.line, start)
    if re.match(r"-(\s|$)", rest) and start == failure.column:
        message = "Dit streepje hoort niet bij een lijst: het veld erboven heeft al een waarde of springt anders in"
        hint = "Zet de streepjes van een lijst recht onder elkaar, onder een veld zonder waarde erachter."
    elif failure.column <= start:
        message = "De inspringing van deze regel past niet bij de regels erboven"
        hint = "Zet de velden van een groep recht onder elkaar, met spaties."
    else:
        message = "Deze regel is niet te lezen als een veld met een waarde"
        hint = "Schrijf: naam: waarde. Zet een waarde met bijzondere tekens tussen aanhalingstekens."
        column = failure.column
    return SyntaxProblem(
        Code.YAML_FOUT, failure.line, column, max(len(text.rstrip()), column + 1), message, hint, vague=True
    )


def no_name(lines: Sequence[str], line: int, column: int) -> SyntaxProblem:
    """A colon without anything before it, or with nothing between quotes."""
    message = "Voor de dubbele punt staat geen naam van een veld"
    hint = "Typ de naam van het veld voor de dubbele punt."
    return SyntaxProblem(
        Code.YAML_FOUT, line, column, max(len(lines[line].rstrip()), column + 1), message, hint, vague=True
    )


def second_document(lines: Sequence[str], line: int) -> SyntaxProblem:
    """A line of dashes or dots that ends the fields before their end."""
    end = max(len(lines[line].rstrip()), 1)
    return SyntaxProblem(Code.YAML_FOUT, line, 0, end, "Deze regel splitst de velden in tweeën", "Haal de regel weg.")


def _cut_off(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    """A text over several lines in which ` #` drops the rest of a line."""
    last = failure.last
    if last is None or last.opening or last.end_line >= failure.line:
        return None
    text = lines[last.end_line]
    match = re.compile(r"[ ]+#").match(text, last.end_column)
    if match is None or failure.column > _indentation(lines[failure.line]):
        return None
    message = "Alles vanaf het hekje (#) vervalt, en de regel eronder hoort dan nergens bij"
    hint = "Zet de hele waarde tussen aanhalingstekens."
    return SyntaxProblem(Code.YAML_FOUT, last.end_line, match.end() - 1, len(text.rstrip()), message, hint)


def _dash(lines: Sequence[str], failure: Failure) -> SyntaxProblem | None:
    """A field of a next entry of a list, without the dash before it."""
    line = failure.line
    return forgotten_dash(lines, line, _indentation(lines[line])) if line < len(lines) else None


_EXPLANATIONS: tuple[Callable[[Sequence[str], Failure], SyntaxProblem | None], ...] = (
    _tab,
    _dash,
    _quotes,
    _first_character,
    _colon,
    _no_field,
    _brackets,
    _cut_off,
)


def explain(lines: Sequence[str], failure: Failure) -> SyntaxProblem:
    """The mistake behind a failure: the first explanation that fits what stands there."""
    for explanation in _EXPLANATIONS:
        if (problem := explanation(lines, failure)) is not None:
            return problem
    return _structure(lines, failure)
