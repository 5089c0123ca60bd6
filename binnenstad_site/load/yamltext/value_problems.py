"""Mistakes in a single value that YAML accepts without an error.

In: the lines and the parser's event of one value or name. Out: a `SyntaxProblem` or nothing. ParsedYaml goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from binnenstad_site.core.characters import first_invisible, name_of
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.load.yamltext.syntax_problems import SyntaxProblem, in_quotes, uncurled

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML takes for no value, when it stands there without quotes."""

_CURLY = frozenset("“”„‘’")
_COMMENT = re.compile(r"[ \t]+#")
_ESCAPE = re.compile(r"\\(?:x(..)|u(....)|U(........)|(.))")
_ESCAPED = dict(zip("0abevfrNLP", "\0\a\b\x1b\v\f\r\x85\u2028\u2029", strict=True))
"""The escapes of one letter that make an invisible character."""


def repeated(lines: Sequence[str], event: Any, earlier: int) -> SyntaxProblem:
    """The name of a field that stands in the same group already, on line `earlier` of the file."""
    start, end = event.start_mark, event.end_mark
    stop = end.column if end.line == start.line else len(lines[start.line])
    message = f'Het veld "{event.value}" staat er twee keer in: eerder op regel {earlier}'
    return SyntaxProblem(Code.DUBBEL_VELD, start.line, start.column, stop, message, "Laat er één staan.")


def nothing(lines: Sequence[str], event: Any, name: str | None) -> SyntaxProblem:
    """A field (or, without `name`, an entry of a list) without a value."""
    line, column = event.start_mark.line, event.start_mark.column
    text = lines[line]
    written: str = event.value
    message = f'Het veld "{name}" is leeg' if name else "Dit punt van de lijst is leeg"
    if written:
        hint = f'Laat het weg, of typ onbekend als dat hier mag. Bedoelt u het woord zelf, typ dan "{written}".'
        return SyntaxProblem(Code.LEGE_WAARDE, line, column, column + len(written), message, hint)
    hint = "Laat het weg, of typ onbekend als dat hier mag."
    if (comment := _COMMENT.match(text, column)) is not None:
        message += ", want alles vanaf het hekje (#) vervalt"
        hint = f"Hoort het bij de waarde, zet die dan tussen aanhalingstekens: {in_quotes(text, comment.end() - 1)}"
    # Nothing has no place of its own: point at the name, or at the dash.
    end = len(text[:column].rstrip())
    width = len(name) + 1 if name and text[:end].endswith(f"{name}:") else 1
    start = max(end - width, 0)
    return SyntaxProblem(Code.LEGE_WAARDE, line, start, max(end - (width > 1), start + 1), message, hint)


def dropped(lines: Sequence[str], event: Any) -> SyntaxProblem | None:
    """Text behind a value without quotes that YAML drops because it begins with ` #`."""
    start, end = event.start_mark, event.end_mark
    text = lines[end.line]
    if (comment := _COMMENT.match(text, end.column)) is None:
        return None
    hint = "Is het een opmerking, zet die dan op een eigen regel. "
    hint += "Hoort het bij de waarde, zet dan de hele waarde tussen aanhalingstekens"
    if start.line == end.line:
        hint += f": {in_quotes(text, start.column)}"
    message = f'Alles vanaf het hekje (#) vervalt; er blijft over: "{event.value[:60]}"'
    return SyntaxProblem(Code.HEKJE_IN_WAARDE, end.line, comment.end() - 1, len(text.rstrip()), message, hint)


def curly(lines: Sequence[str], event: Any) -> SyntaxProblem | None:
    """Curly quotes around a value, which YAML takes for a part of it."""
    start, end = event.start_mark, event.end_mark
    if event.value[0] not in _CURLY or start.line != end.line or not uncurled(event.value):
        return None
    message = "Krullende aanhalingstekens horen hier bij de tekst en komen zo op de pagina"
    hint = f"Gebruik rechte aanhalingstekens: {in_quotes(lines[start.line], start.column)}"
    return SyntaxProblem(Code.KRULLEND_AANHALINGSTEKEN, start.line, start.column, end.column, message, hint)


def escaped(lines: Sequence[str], event: Any, value: str) -> SyntaxProblem | None:
    """An invisible character, written as a code between double quotes."""
    if not (char := first_invisible(value)):
        return None
    line, column, stop = _escape_of(lines, event, char)
    message = f"Onzichtbaar teken op deze plek: {name_of(char)}"
    return SyntaxProblem(Code.ONZICHTBAAR_TEKEN, line, column, stop, message, "Haal deze code uit de tekst.")


def _escape_of(lines: Sequence[str], event: Any, char: str) -> tuple[int, int, int]:
    """Line, column and end of the code that makes `char`; of the opening quote when it cannot be found."""
    start, end = event.start_mark, event.end_mark
    codes = (
        (line, match)
        for line in range(start.line, end.line + 1)
        for match in _ESCAPE.finditer(lines[line], start.column if line == start.line else 0)
    )
    places = ((line, match.start(), match.end()) for line, match in codes if _made_by(match) == char)
    return next(places, (start.line, start.column, start.column + 1))


def _made_by(match: re.Match[str]) -> str:
    """The character that a code makes, if it is invisible."""
    number = match[1] or match[2] or match[3]
    return chr(int(number, 16)) if number else _ESCAPED.get(match[4], "")
